"""Tells in one walk over its marks whether all quotations of a text are in order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tqcheck.wake import Trigger, Wake

_FOREIGN = "\u201e\u201f\u00ab\u00bb\u2033"
_BEFORE_OPENING = frozenset(" \t\n\r\u00a0\u202f\u2009([{\u2013\u2014\u2015-/\u00bf\u00a1")
_BEHIND_CLOSING = frozenset(" \t\n\r\u00a0\u202f\u2009.,;:!?)]}\u2026\u2013\u2014-/")
_PAIRS = {'"': '"', "\u201c": "\u201d"}
_APOSTROPHE = r"(?<=[^\W\d_]{2})[\"\u201c\u201d](?:s|t|re|ve|ll)\b"
_TRIGGERS: Mapping[str, str] = {
    "low": "[\u201e\u201f]|,,",
    "guillemets": "[\u00ab\u00bb]",
    "brackets": "[\u300c\u300e\u300a\u3008]",
    "singles": "[\u2039\u201a\u2033]",
    "apostrophes": _APOSTROPHE,
    "stops": r"(?<=[\w\u2019)])[\"\u201d\u2019][.,](?=\s|\Z)",
}


def wake(params: Mapping[str, Any]) -> Wake:
    """Where the marks of the kind stand, or where quotations aren't in order."""
    kind = str(params["kind"])
    if kind in _TRIGGERS:
        return Wake((Trigger(_TRIGGERS[kind]),))
    return Wake(check=is_mixed if kind == "mixed" else is_untidy)


def is_mixed(view: str) -> bool:
    """Whether straight and curly marks, or apostrophes, stand in one text."""
    curly = "\u201c" in view or "\u201d" in view
    return ('"' in view and curly) or ("'" in view and "\u2019" in view)


def is_untidy(view: str) -> bool:
    """Whether some quotation mark isn't plainly the one that opens or closes here.

    In a tidy text marks of one kind open and close in turn, within one row; an opening one
    stands behind a blank and before a letter, a closing one the other way round. Whatever is
    found wrong with a mark, with the blanks beside it or with its partner shows in this.
    """
    if any(mark in view for mark in _FOREIGN):
        return True
    straight = '"' in view
    if "\u201c" in view or "\u201d" in view:
        return straight or _is_out_of_order(view, _places(view, "\u201c"), _places(view, "\u201d"))
    if not straight:
        return False
    places = _places(view, '"')
    return _is_out_of_order(view, places[::2], places[1::2])


def _places(view: str, mark: str) -> list[int]:
    found: list[int] = []
    at = view.find(mark)
    while at >= 0:
        found.append(at)
        at = view.find(mark, at + 1)
    return found


def _is_out_of_order(view: str, opening: list[int], closing: list[int]) -> bool:
    if len(opening) != len(closing):
        return True
    last = -1
    padded = f" {view} "
    for start, end in zip(opening, closing, strict=True):
        if not last < start < end - 1:
            return True
        before, after = padded[start], padded[start + 2]
        if before not in _BEFORE_OPENING or not (after.isalnum() or after == "$"):
            return True
        before, after = padded[end], padded[end + 2]
        if after not in _BEHIND_CLOSING or not (before.isalpha() or before in ",.!?\u2026"):
            return True
        if view.find("\n", start, end) >= 0:
            return True
        last = end
    return False
