"""Tells whether a word before a stop is shortened though no list of abbreviations has it."""

from __future__ import annotations

from tqcheck.detectors._stop_text import Stop
from tqcheck.lexicon import table

_STATES = frozenset(
    "Miss Me La Mont Ida Ia Wash Mass Ill Pa Ore Cal Col Tex Conn Del Tenn Sask Alta Man".split()
)
"""Old-style states that are words or names as well: states behind a town and its comma."""

_OPENERS = frozenset("he she it they we you i the this these there".split())
_LONGEST = 5
_CAPITALS = 4
_RARE = 2.5
_SELDOM = 3.2
"""Names as frequent as this end sentences: Kim, Oslo."""


def is_short_form(stop: Stop) -> bool:
    """“3.8 mEq. per liter”, “Robinson, Miss. and”, “45 per cent. of”, “Sir Ed. Gre. is”."""
    if len(stop.left) < 2:
        return False
    word, before = stop.word, stop.left[-2]
    if word in _STATES and before.text.endswith(","):
        return True
    if word == "cent" and before.word == "per":
        return stop.follows not in _OPENERS
    if not word.isalpha() or len(word) > _LONGEST:
        return False
    rare = table.zipf(word) < _RARE
    strange = rare and not (table.is_word(word) or table.is_place(word) or table.is_name(word))
    if not word[0].isupper():
        return strange
    if len(word) > _CAPITALS or table.zipf(word) >= _SELDOM:
        return False
    return strange or len(word) < _CAPITALS or before.text.endswith(".")
