"""Tells by single words and by lines without English whether an article may hold another tongue."""

from __future__ import annotations

from functools import lru_cache

from tqcheck.later import later

_SCRIPT = later(r"[\u0370-\u1fff\u2e80-\ud7ff]")
_ODD = later(r"[a-z]*[\u00df-\u024f][a-z\u00df-\u024f]*")
_TOKEN = later(r"[^\W\d_]+(?:['\u2019\u00b7-][^\W\d_]+)*")
_SHORT = 8
"""A line of fewer characters doesn't begin a passage."""
_REACH = 200
"""So far from a region's start English is looked for."""


def is_of_script(word: str) -> bool:
    """Whether a word has a letter of another script."""
    return not word.isascii() and _SCRIPT.search(word) is not None


def hints(word: str) -> bool:
    """Whether a word makes a sentence suspect: a small word, another script, odd letters."""
    from tqcheck.language import own_words

    if word in own_words():
        return True
    if word.isascii():
        return False
    from tqcheck.lexicon.table import is_word

    if is_of_script(word):
        return True
    match = _ODD.match(word)
    return match is not None and not is_word(match.group())


def lacks_english(view: str) -> bool:
    """Whether a line begins without a small English word and has a word that isn't English."""
    return any(
        row.find(" the ", 0, _REACH) < 0 and len(row) >= _SHORT and _is_strange(row)
        for row in view.split("\n")
    )


@lru_cache(maxsize=100_000)
def _strange_word(word: str) -> bool:
    from tqcheck.language import own_words
    from tqcheck.lexicon.table import is_word

    return word.lower() in own_words() or (word.islower() and not is_word(word))


def _is_strange(row: str) -> bool:
    from tqcheck.detectors._passages import english_inside

    if english_inside(row, 0, _REACH):
        return False
    return any(map(_strange_word, _TOKEN.findall(row)))
