"""Tells in one walk over its marks whether all quotations of a text are in order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tqcheck.later import later
from tqcheck.wake import Trigger, Wake

MINORITY = 0.4
"""Up to which share straight marks count as strays among curly ones."""
STRAIGHT = later(r"(?<=[^\W\d_])'(?=(?:s|t|re|ve|ll|d|m)\b)|(?<=s)'(?= [a-z])")
"""An apostrophe typed as a straight mark."""

_FOREIGN = "\u201e\u201f\u00ab\u00bb\u2033"
_BLANKS = frozenset(" \t\u00a0\u202f\u2009")
_BEFORE_OPENING = _BLANKS | frozenset("\n\r([{\u2013\u2014\u2015-/\u00bf\u00a1\u2018")
_BEHIND_OPENING = frozenset("$\u20ac\u00a3#@*([_\u2018")
_BEFORE_CLOSING = frozenset(",.!?\u2026;:)]%*_\u2019\u2014\u2013-")
_BEHIND_CLOSING = _BLANKS | frozenset("\n\r.,;:!?)]}\u2026\u2013\u2014-/")
_FEET = "'\u2019\u2032"
_PAIRS = {'"': '"', "\u201c": "\u201d"}
_APOSTROPHE = r"(?<=[^\W\d_]{2})[\"\u201c\u201d](?:s|t|re|ve|ll)\b"
_TRIGGERS: Mapping[str, str] = {
    "low": "[\u201e\u201f]|,,",
    "guillemets": "[\u00ab\u00bb]",
    "brackets": "[\u300c\u300e\u300a\u3008]",
    "singles": "[\u2039\u201a\u2033]|\u2019\u2019",
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
    """Whether a few straight marks, or straight apostrophes, stand among many curly ones."""
    if '"' in view and ("\u201c" in view or "\u201d" in view):
        straight, curly = view.count('"'), view.count("\u201c") + view.count("\u201d")
        if straight <= MINORITY * (straight + curly):
            return True
    if "'" not in view or "\u2019" not in view:
        return False
    typed, curved = view.count("'"), view.count("\u2019")
    return typed <= MINORITY * (typed + curved) and STRAIGHT.search(view) is not None


def is_untidy(view: str) -> bool:
    """Whether some quotation mark isn't plainly the one that opens or closes here.

    In a tidy text marks of one glyph open and close in turn, within one row, and none lacks the
    blank outside it or has one inside; straight marks, which look the same on either side, also
    need what stands beside them to tell which they are. Whatever is found wrong with a mark,
    with the blanks beside it or with its partner shows in this.
    """
    if any(mark in view for mark in _FOREIGN):
        return True
    opening, closing = _places(view, "\u201c"), _places(view, "\u201d")
    if '"' in view:
        straight = _places(view, '"')
        if opening or closing:
            opening = sorted([*opening, *straight[::2]])
            closing = sorted([*closing, *straight[1::2]])
        else:
            opening, closing = straight[::2], straight[1::2]
    return len(opening) != len(closing) or _is_out_of_order(view, opening, closing)


def _places(view: str, mark: str) -> list[int]:
    found: list[int] = []
    at = view.find(mark)
    while at >= 0:
        found.append(at)
        at = view.find(mark, at + 1)
    return found


def _is_out_of_order(view: str, opening: list[int], closing: list[int]) -> bool:
    last = -1
    padded = f" {view} " if opening else ""
    for start, end in zip(opening, closing, strict=True):
        if not last < start < end - 1 or view[end] != _PAIRS.get(view[start]):
            return True
        alright = _is_straight_pair if view[start] == '"' else _is_curly_pair
        if not alright(padded, start, end) or view.find("\n", start, end) >= 0:
            return True
        last = end
    return False


def _is_curly_pair(padded: str, start: int, end: int) -> bool:
    before = padded[start]
    if before.isalpha() or before in ",;:.!?" or padded[start + 2] in _BLANKS:
        return False
    return padded[end] not in _BLANKS and not padded[end + 2].isalpha()


def _is_straight_pair(padded: str, start: int, end: int) -> bool:
    after = padded[start + 2]
    if padded[start] not in _BEFORE_OPENING or not (after.isalnum() or after in _BEHIND_OPENING):
        return False
    before = padded[end]
    if padded[end + 2] not in _BEHIND_CLOSING:
        return False
    if before.isdigit():
        return not any(mark in _FEET for mark in padded[end - 4 : end])
    return before.isalpha() or before in _BEFORE_CLOSING
