"""Finds quotation marks of the source language and marks that a machine misplaced."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.detectors import _quote_gaps as gaps
from tqcheck.detectors import _quote_glyphs as glyphs
from tqcheck.detectors import _quote_style as style
from tqcheck.detectors._quote_glyphs import Block
from tqcheck.detectors._quote_wake import wake
from tqcheck.detectors._quotes import of_region
from tqcheck.detectors._speech_marks import marks_of
from tqcheck.finding import Hit

__all__ = ["FIELDS", "KINDS", "PARAMS", "find", "wake"]

FIELDS = frozenset[str]()
PARAMS: Mapping[str, Any] = {"kind": "low"}

KINDS: Mapping[str, Callable[[Block], Iterator[Hit]]] = {
    "low": glyphs.low,
    "guillemets": glyphs.guillemets,
    "brackets": glyphs.brackets,
    "singles": glyphs.singles,
    "direction": glyphs.direction,
    "nested": style.nested,
    "inner blanks": gaps.inner_blanks,
    "outer gap": gaps.outer_gap,
    "doubled": gaps.doubled,
    "apostrophes": gaps.apostrophes,
    "stops": style.stops,
    "mixed": style.mixed,
}
_MARKS = {
    "low": "\u201e\u201f,",
    "guillemets": "\u00ab\u00bb",
    "brackets": "\u300c\u300e\u300a\u3008",
    "singles": "\u2039\u201a\u2033\u2019",
    "direction": "\u201c\u201d",
    "nested": "\u201c",
}


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """The damage of one ``kind`` (see KINDS), with its repair as small edits.

    Marks are paired within a region by glyph, sides and parity (``_quotes.scan``), so that
    inches, apostrophes and decades are none of them. Each region is walked once.
    """
    kind = params["kind"]
    if not any(mark in article.view for mark in _MARKS.get(kind, '"\u201c\u201d\u2019')):
        return
    if kind == "stops" and not style.stands_inside(article):
        return
    marks = article.memo("marks", marks_of)
    for region in article.regions:
        if region.kind != "furniture":
            block = Block(article, region, of_region(article, region), marks)
            yield from _apart(KINDS[kind](block))


def _apart(hits: Iterator[Hit]) -> Iterator[Hit]:
    """The hits in order, without those that overlap the one before."""
    last = -1
    for hit in sorted(hits, key=lambda hit: hit.span):
        if hit.span.start >= last:
            yield hit
            last = hit.span.end
