"""Finds the punctuation marks of another script beside Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.finding import Hit
from tqcheck.later import later
from tqcheck.patterns import compiled
from tqcheck.source import Span
from tqcheck.wake import Trigger, Wake

FIELDS = ("new",)
PARAMS: Mapping[str, Any] = {"marks": {}}

_LATIN = later(r"[A-Za-z0-9\u00c0-\u024f]")
_CJK = "\u2e80"
_CLOSING = "”’\"')）]»%"
_OPENING = "“‘\"'(（[«"


def wake(params: Mapping[str, Any]) -> Wake:
    """Where one of the marks stands."""
    marks = "".join(params["marks"])
    return Wake((Trigger(f"[{re.escape(marks)}]"),)) if marks else Wake()


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """Each mark of ``params["marks"]`` that touches Latin text, with what English writes.

    The blanks around it are set too: none before a closing mark and one after it, the other
    way round for an opening bracket. Marks inside foreign text are left alone. Group ``new``
    is the English mark. Linear in the text (catalogue TQ204, TQ206).
    """
    marks: Mapping[str, str] = params["marks"]
    if not marks:
        return
    view = article.view
    pattern = compiled(rf"[ \u00a0\u3000]*[{re.escape(''.join(marks))}][ \u00a0\u3000]*")
    for match in pattern.finditer(view):
        before = view[match.start() - 1 : match.start()]
        after = view[match.end() : match.end() + 1]
        if not _beside_latin(view, match.start(), match.end()):
            continue
        new = marks[match.group().strip(" \u00a0\u3000")]
        if new == "\u2013":
            fixed = _dash(before, after, match.group())
        elif new in "([":
            lead = " " if before.strip() and before not in _OPENING else ""
            fixed = lead + new
        else:
            closes = not after.strip() or after in _CLOSING or after in marks or after in ".,;:!?"
            fixed = new if closes and not _opens(view, match.end()) else new + " "
        start = match.start() if before.strip() else match.end() - len(match.group().lstrip())
        end = match.end() if after.strip() else match.start() + len(match.group().rstrip())
        if fixed.endswith(" ") and view[end - 1 : end] == " ":
            fixed, end = fixed[:-1], end - 1
        yield Hit(Span(start, end), {"new": fixed})


def _dash(before: str, after: str, written: str) -> str:
    """A dash as it stood: a hyphen between letters, else with a blank on each side."""
    if before.isalnum() and after.isalnum() and " " not in written:
        return "\u2013" if before.isdigit() and after.isdigit() else "-"
    return (" " if before.strip() else "") + "\u2013" + (" " if after.strip() else "")


def _opens(view: str, at: int) -> bool:
    """Whether a straight mark at that place opens a quotation: a letter follows it."""
    return view[at : at + 1] in "\"'" and view[at + 1 : at + 2].isalnum()


def _beside_latin(view: str, start: int, end: int) -> bool:
    left, right = start - 1, end
    while left > 0 and view[left] in _CLOSING + _OPENING:
        left -= 1
    while right < len(view) - 1 and view[right] in _CLOSING + _OPENING:
        right += 1
    before, after = view[left : left + 1], view[right : right + 1]
    if _LATIN.match(before):
        return not (after.isalpha() and not _LATIN.match(after) and start == end - 1)
    return bool(_LATIN.match(after)) and (not before or (before < _CJK and not before.isalpha()))
