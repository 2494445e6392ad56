"""Finds more than one blank row between two lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.finding import Edit, Hit
from tqcheck.later import later
from tqcheck.source import Span
from tqcheck.wake import Trigger, Wake

FIELDS: tuple[str, ...] = ()
PARAMS: Mapping[str, Any] = {"habit": 0.5}

_GAP = later(
    r"""
    (?<=\S)                              # after a line's last character
    [ \t]*\r?\n [ \t]*\r?\n              # its line end and one blank row
    (?P<more> (?:[ \t\u00a0]*\r?\n)+ )   # and more of them
    (?=[ \t]*\S)                         # up to the next line
    """,
    re.VERBOSE,
)
_GAP_OF_ANY_WIDTH = later(r"\n[ \t]*\r?\n[ \t]*(?=\S)")
_HEADING = later(r"[ \t]*[^\n]{0,79}[^\s.!?:;,\u2026\u201d\"][ \t\r]*(?:\n|\Z)")


def wake(params: Mapping[str, Any]) -> Wake:
    """Where two rows in a row are empty."""
    return Wake((Trigger(r"\n[ \t\r\u00a0]*\n[ \t\r\u00a0]*\n"),))


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """The surplus blank rows of each gap, with their deletion.

    Silent where the text is set that way: at least ``params["habit"]`` of all gaps are wide,
    or three and more, all alike, set off headings. Linear in the text (catalogue TQ939).
    """
    view = article.view
    if "\n\n\n" not in view and not re.search(r"\n[ \t\r\u00a0]*\n[ \t\r\u00a0]*\n", view):
        return
    wide = [Span(*match.span("more")) for match in _GAP.finditer(view)]
    if len(wide) > 2:
        gaps = sum(1 for _ in _GAP_OF_ANY_WIDTH.finditer(view))
        if len(wide) >= params["habit"] * gaps or _sets_off_headings(view, wide):
            return
    for surplus in wide:
        yield Hit(surplus, edits=(Edit(surplus, ""),))


def _sets_off_headings(view: str, wide: list[Span]) -> bool:
    alike = len({view.count("\n", gap.start, gap.end) for gap in wide}) == 1
    return alike and all(_HEADING.match(view, gap.end) for gap in wide)
