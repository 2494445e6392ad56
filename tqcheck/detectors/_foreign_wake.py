"""Tells by single words and by lines without English whether an article may hold another tongue."""

from __future__ import annotations

from functools import lru_cache

from tqcheck.later import later

_SCRIPT = later(r"[\u0370-\u1fff\u2e80-\ud7ff]")
_ODD = later(r"[a-z]*[\u00df-\u024f][a-z\u00df-\u024f]*")
_TOKEN = later(r"(?<![\w@./])[^\W\d_]+(?:['\u2019\u00b7-][^\W\d_]+)*(?![\w@]|[./:][\w/])")
_ENDING = later(r"['\u2019](?:s|d|m|re|ll|ve|t)\Z")
_SHORT = 8
"""A line of fewer characters doesn't begin a passage."""
_REACH = 200
"""So far from a region's start English is looked for."""


_WIDEST = 121
_BLANK_ROW = later(r"\n[ \t\r]*\n")


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
    return match is not None and not word[0].isupper() and not is_word(match.group())


def lacks_english(view: str) -> bool:
    """Whether a line begins without a small English word and has a word that isn't English."""
    rows = view.split("\n")
    if (len(rows) + 1) * _WIDEST > len(view):  # hard-wrapped: a region may be several rows
        rows += _BLANK_ROW.split(view)
    return any(
        row.find(" the ", 0, _REACH) < 0 and len(row) >= _SHORT and _is_strange(row) for row in rows
    )


_OWN, _SHARED, _UNKNOWN = 1, 2, 4
"""What a word may be: a small word English has not, one it shares, no English word at all."""


@lru_cache(maxsize=100_000)
def _weight(word: str) -> int:
    """What a word is, any of the three: one that Dutch shares may be unknown beside German."""
    from tqcheck.language import ENGLISH, own_words, shared_words
    from tqcheck.lexicon.table import is_word

    low = word.lower()
    if low in own_words():
        return _OWN
    unknown = word.islower() and low not in ENGLISH and not is_word(_ENDING.sub("", word))
    return _SHARED * (low in shared_words()) + _UNKNOWN * unknown


def _is_strange(row: str) -> bool:
    """Whether a passage may begin here: a foreign small word, or enough that isn't English."""
    from tqcheck.detectors._passages import english_inside

    if english_inside(row, 0, _REACH):
        return False
    weights = list(map(_weight, _TOKEN.findall(row)))
    if _OWN in weights:
        return True
    unknown = sum(weight & _UNKNOWN > 0 for weight in weights)
    return unknown > 2 or (unknown > 0 and any(weight & _SHARED for weight in weights))
