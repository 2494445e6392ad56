"""Finds words that mix Latin letters with Cyrillic or Greek ones that look the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.finding import Hit, Safety
from tqcheck.later import later
from tqcheck.source import Span
from tqcheck.wake import Trigger, Wake

FIELDS = ("latin",)
PARAMS: Mapping[str, Any] = {}

_OTHER = r"\u0370-\u03ff\u0400-\u04ff"
_MIXED = later(
    rf"(?<![\w/])(?:[A-Za-z\u00c0-\u024f'\u2019]+[{_OTHER}]+|[{_OTHER}]+[A-Za-z\u00c0-\u024f])"
    rf"[A-Za-z\u00c0-\u024f{_OTHER}'\u2019]*(?![\w/])"
)
_ALIKE = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0445\u0456\u0443\u0458\u0455\u0501\u04bb\u0457\u0451"
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0406\u0423\u0405\u0408\u0407"
    "\u03bf\u03bd\u03b1\u03c1\u03b9\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1"
    "\u03a4\u03a5\u03a7",
    "aeopcxiyjsdhïëABEKMHOPCTXIYSJÏovapiABEZHIKMNOPTYX",
)
"""Letters of other scripts by the Latin letter that looks the same."""
_SOUNDS = {
    "\u0431": "b", "\u0432": "v", "\u0433": "h", "\u0491": "g", "\u0434": "d", "\u0437": "z",
    "\u0438": "y", "\u0439": "i", "\u043a": "k", "\u043b": "l", "\u043c": "m", "\u043d": "n",
    "\u043f": "p", "\u0442": "t", "\u0444": "f", "\u0446": "ts", "\u0447": "ch", "\u0448": "sh",
    "\u0449": "shch", "\u0436": "zh", "\u044e": "iu", "\u044f": "ia", "\u0454": "ie",
    "\u044c": "", "\u044a": "", "\u044b": "y", "\u044d": "e",
    "\u0440": "r", "\u0441": "s", "\u0445": "kh", "\u0443": "u",
}  # fmt: skip
"""Cyrillic letters by their sound, in the Ukrainian romanisation of 2010."""
_LATIN = later(r"[A-Za-z\u00c0-\u024f]")


def wake(params: Mapping[str, Any]) -> Wake:
    """Where letters of two scripts touch."""
    latin = r"A-Za-z\u00c0-\u024f'\u2019"
    return Wake((Trigger(f"[{latin}][{_OTHER}]|[{_OTHER}][{latin}]"),))


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """Words of three letters or more with letters of two scripts, and the word in Latin letters.

    Letters that look the same are exchanged; where a letter looks like none, all letters of
    its script are romanised, which is only a proposal. Units such as “µm” and “kΩ” and a lone
    letter joined by a hyphen (“Я-shaped”) are silent.
    """
    if article.view.isascii():
        return
    for match in _MIXED.finditer(article.view):
        word = match.group()
        latin = len(_LATIN.findall(word))
        if len(word) < 3 or latin < 2:
            continue
        alike = word.translate(_ALIKE)
        span = Span(*match.span())
        if not _foreign_left(alike):
            yield Hit(span, {"latin": alike})
            continue
        spelled = "".join(_SOUNDS.get(char, char) for char in word).translate(_ALIKE)
        fixable = not _foreign_left(spelled)
        yield Hit(span, {"latin": spelled}, safety=Safety.UNSAFE, fixable=fixable)


def _foreign_left(word: str) -> bool:
    return any("\u0370" <= char <= "\u04ff" for char in word)
