"""Tells of a word by itself that it is spelled as no English word is."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from tqcheck.later import later
from tqcheck.lexicon.table import is_word, known, zipf

_LETTER = "[a-z\u00df-\u024f]"
ODD_WORD = later(
    rf"(?<![\w@#/.\u2019'-])(?<!\w\u00b7)(?:{_LETTER}+\u00b7)*"
    rf"{_LETTER}*[\u00df-\u00f6\u00f8-\u024f]{_LETTER}*(?:\u00b7{_LETTER}+)*"
    r"(?![\w@/-]|['\u2019\u00b7]\w)"
)
"""A word in small letters with one that English has not; a dot may part it (col·lecció)."""
_UNENGLISH = later(
    r"""
    [cfghk-mp-tvw]j | [aeiou]j[aeiou][a-z] | [aeou]j[bcdgklmnrstvz] | ij    # Slavic, Dutch j
    | [aeiou]kt[aeiou] | [aeo]kk[aeiou] | ndsk | tsk[aioy] | [nv]sk[aeioy]  # k for c
    | sz[a-z] | [bcdgkmpstw]rz | cz | zs[aeiou] | [aeiou]iy[aeiou] | vz | hv
    | uu | ii[a-z] | aa[a-z] | vn[aeiou] | [dv]ni[ck] | sch[wlmnr] | ngs[bfghklmnprv]
    | (?:keit|ienia|miento|zione|aggio|eux)\Z | owan | iczn | ovan[iyo]
    """,
    re.VERBOSE,
)
"""Groups of letters that the spelling of English words has not."""
_AT_HOME = frozenset(
    "\u00e0\u00e2\u00e4\u00e6\u00e7\u00e8\u00e9\u00ea\u00eb\u00ee\u00ef\u00f1\u00f4\u00f6\u00fb\u00fc\u0153"
)
"""Letters of French, Spanish and German that loanwords keep: no word is foreign by them alone."""
_BORROWED = 1.5
"""Words that English texts hold more often than once in 30 million are loanwords (Zipf)."""
_LONGEST = 60
"""Letters: what is longer is no word of any language, and is not taken apart."""


def holds_odd(word: str) -> bool:
    """Whether a part of a word is odd, loanwords of a card included."""
    return not word.isascii() and any(is_odd(part, ()) for part in ODD_WORD.findall(word))


def is_odd(word: str, loanwords: Collection[str]) -> bool:
    """Whether a word in small letters has some that no English word has, and is no loanword."""
    if "\u00b7" in word:
        return any(is_odd(part, loanwords) for part in word.split("\u00b7"))
    return len(word) > 3 and word.islower() and word not in loanwords and _foreign(word)


def _foreign(word: str) -> bool:
    """Whether a word has letters no loanword has, and is none that English texts hold."""
    odd = {char for char in word if char > "\x7f"}
    return not odd <= _AT_HOME and not is_word(word) and zipf(word) < _BORROWED


@lru_cache(maxsize=100_000)
def is_unenglish(word: str) -> bool:
    """Whether a word is long, small, plain, and spelled as no English word is."""
    if not 7 <= len(word) <= _LONGEST or not word.islower() or not word.isascii():
        return False
    return _UNENGLISH.search(word) is not None and not known(word) and not _compound(word)


def _compound(word: str) -> bool:
    """Whether two English words make it up."""
    return any(is_word(word[:cut]) and is_word(word[cut:]) for cut in range(3, len(word) - 2))
