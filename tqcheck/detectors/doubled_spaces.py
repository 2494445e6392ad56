"""Finds two or more spaces between words, unless the text is set that way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.finding import Edit, Hit
from tqcheck.later import later
from tqcheck.source import Span
from tqcheck.wake import Trigger, Wake

FIELDS: tuple[str, ...] = ()
PARAMS: Mapping[str, Any] = {"habit": 0.4, "columns": 3}

_BLANKS = later(r"(?<=[^\s|])[ \u00a0]{2,}(?=[^\s|])")
_STOP_GAP = later(r"[.!?:][\"'\u201d\u2019)\]]*[ \u00a0]+(?=\S)")
_STOPS = ".!?:"
_CLOSERS = "\"'”’)]"


def wake(params: Mapping[str, Any]) -> Wake:
    """Where two blanks stand behind a character."""
    return Wake((Trigger(r"[^\s|][ \u00a0]{2}"),))


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """Runs of blanks inside a line, with the deletion of all but one.

    Blanks after a full stop count as house style where at least ``params["habit"]`` of all
    such gaps are wide. A line with wide gaps of ``params["columns"]`` blanks and more in
    several places is a table. Linear in the text (catalogue TQ106).
    """
    view = article.view
    if "  " not in view and "\u00a0" not in view:
        return
    found = [Span(*match.span()) for match in _BLANKS.finditer(view)]
    after_stop = [span for span in found if _follows_stop(view, span.start)]
    habit = False
    if len(after_stop) > 2:
        gaps = sum(1 for _ in _STOP_GAP.finditer(view))
        habit = len(after_stop) >= params["habit"] * gaps
    stops = set(after_stop)
    tables = _tables(view, found, params["columns"])
    for span in found:
        if (habit and span in stops) or _line_start(view, span) in tables:
            continue
        first = span.start + 1
        if view[span.start : span.end].strip("\u00a0") == "":
            yield Hit(span, edits=(Edit(Span(first, span.end), ""),))
        else:
            yield Hit(span, edits=_keep_blank(view, span))


def _keep_blank(view: str, span: Span) -> tuple[Edit, ...]:
    """Deletions that leave one plain blank of a mixed run."""
    kept = view.index(" ", span.start)
    edits = (Edit(Span(span.start, kept), ""), Edit(Span(kept + 1, span.end), ""))
    return tuple(edit for edit in edits if edit.span.start < edit.span.end)


def _follows_stop(view: str, at: int) -> bool:
    at -= 1
    while at > 0 and view[at] in _CLOSERS:
        at -= 1
    return view[at] in _STOPS


def _line_start(view: str, span: Span) -> int:
    return view.rfind("\n", 0, span.start) + 1


def _tables(view: str, found: list[Span], columns: int) -> frozenset[int]:
    """Starts of lines that hold several wide gaps, or a tab."""
    wide: dict[int, int] = {}
    for span in found:
        if span.end - span.start >= columns:
            start = _line_start(view, span)
            wide[start] = wide.get(start, 0) + 1
    return frozenset(start for start, count in wide.items() if count > 1)
