"""Sentences that touch at their full stop: "ended.Both", "modems.Intertelecom provided"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.finding import Hit, Safety
from tqcheck.later import later
from tqcheck.lexicon import table
from tqcheck.lexicon.words import ABBREVIATIONS
from tqcheck.source import Span
from tqcheck.wake import Trigger, Wake

FIELDS = frozenset(("word", "next"))
PARAMS: Mapping[str, Any] = {"starters": ()}

_JOINT = later(
    r"""
    (?<=[a-z\u00df-\u024f\d)\u201d\u2019"%])\.\.?      # a stop (or two) behind a word
    (?P<next>[A-Z][a-z]*)                 # and a capitalised word
    (?=[ ,\u2019-])                       # that is not a part of a longer name or address
    """,
    re.VERBOSE,
)
_LEFT = later(
    r"""
    (?<![@/.\w]) (?:                      # no address, no abbreviation with several stops
        [a-z\u00df-\u024f]{2,}[)\u201d\u2019"]?   # a word, perhaps the last one in brackets
      | [A-Z]?[a-z]+[!?]?[ ]?[\u201d"]     # the last one of a quotation
      | [^\W\d_a-z][a-z\u00df-\u024f]{3,}  # a name; shorter ones are abbreviations (St.John)
      | [^\W\d_a-z][a-z\u00df-\u024f]+\)  # one in brackets
      | \d{1,3}[a-z]?\)?                  # a number, as of a house
      | (?:\d\d?\.\d\d?\.)?(?:1[5-9]|20)\d\d | \d\d?[.:]\d\d   # a year, a date, a time
      | \d[\d.,]{0,9}%                    # a percentage
    )$
    """,
    re.VERBOSE,
)
_TITLES = "Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|Rev"
_BRANDS = "Martens|Web|Children|Beast|Bean|Robot|Pepper|Oetker|Dre|Who|Big|Hyde|President|Bones"
_SHORT = later(
    rf"""
    (?<![\w.@/#&-])
    (?:
        (?P<word>(?:{_TITLES})\.)(?P<next>(?!(?:{_BRANDS})\b)[A-Z][a-z]{{2,}})
        (?![\w@/]|\.\w)
      | (?P<hour>\d{{1,2}}(?::[0-5]\d)?[ ]?[ap]\.m\.)
        (?P<then>on|in|at|and|to|the|by|from|local|when|until|for|with|after|before|he|she|they)
        (?![\w@/.])
    )
    """,
    re.VERBOSE,
)
"""A title and its name, an hour and what goes on, without the blank between."""
_LONGEST = 30
_ENDINGS = frozenset("Com Net Org Info Gov Edu Biz Ru Ua Pl De Fr Eu Io Tv Js Html Pdf".split())
"""What follows the stop in a domain or a file, where each word of it has its capital."""


def wake(params: Mapping[str, Any]) -> Wake:
    """Where a capitalised word touches a full stop that may end a sentence."""
    starters = frozenset(params["starters"])

    def ends(match: re.Match[str]) -> bool:
        left = _left(match)
        if not left:
            return False
        return match["next"] in starters or _may_end(left.group(), match["next"])

    joint = r"[a-z\u00df-\u024f\d)\u201d\u2019\"%]\.\.?(?P<next>[A-Z][a-z]*)(?=[ ,\u2019-])"
    titled, half = rf"\b(?:{_TITLES})\.[A-Z][a-z]", r"\d[ ]?[ap]\.m\.[a-z][a-z]"
    return Wake((Trigger(joint, ends), Trigger(titled), Trigger(half)))


def _left(match: re.Match[str]) -> re.Match[str] | None:
    """The word before the stop in front of a match's ``next``."""
    stop = match.start("next") - 1
    stop -= match.string[stop - 1] == "."
    return _LEFT.search(match.string, max(0, stop - _LONGEST), stop)


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """Full stops without a blank before a sentence (catalogue TQ104).

    Before a word of ``starters`` the stop is sure. Before another capitalised word it is one
    behind a common word in lower case only; a word that the article also has elsewhere makes
    the fix safe. “Mr.Smith” and “at 8 p.m.on” lack the blank behind an abbreviation.
    """
    starters = frozenset(params["starters"])
    for match in _SHORT.finditer(article.view):
        word, following = match["word"] or match["hour"], match["next"] or match["then"]
        yield Hit(Span(*match.span()), {"word": word, "next": following}, None, Safety.SAFE)
    for match in _JOINT.finditer(article.view):
        left = _left(match)
        if not left:
            continue
        following = match["next"]
        safety = Safety.SAFE if following in starters else _name(article, left.group(), following)
        if safety:
            span = Span(left.start(), match.end())
            yield Hit(span, {"word": left.group() + ".", "next": following}, None, safety)


def _may_end(word: str, following: str) -> bool:
    """Whether the word before a stop is a common one, and the one behind it no part of a name."""
    word = word.rstrip(")\u201d\u2019")
    if word in ABBREVIATIONS or following in _ENDINGS or len(following) < 3 or len(word) < 3:
        return False
    return word.islower() and table.is_word(word) and table.zipf(word) >= 2.0


def _name(article: Article, word: str, following: str) -> Safety | None:
    """How sure it is that a sentence opens with a word that is no starter; None where it isn't."""
    if not _may_end(word, following):
        return None
    if article.counts[following] > 1:
        return Safety.SAFE
    return Safety.UNSAFE if table.zipf(following) >= 3.0 else None
