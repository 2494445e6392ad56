"""A string of a feed as it is decoded: one region, with each escape as an atomic piece."""

from __future__ import annotations

import re
from collections.abc import Callable

from tqcheck.document import Document, Piece, PieceKind, Region
from tqcheck.formats.build import Escape
from tqcheck.source import Source, Span


def string(
    source: Source,
    bounds: tuple[int, int],
    escape: Escape,
    marks: re.Pattern[str] | None = None,
    means: Callable[[str], str] = str,
) -> Document:
    """The document of a stretch of the file, given by its two offsets.

    ``marks`` finds the escapes in it, each of which ``means`` one character; a string without
    any is one verbatim piece.
    """
    start, end = bounds
    text = source.text[start:end]
    shown: list[str] = []
    pieces: list[Piece] = []
    at, length = 0, 0
    for one in marks.finditer(text) if marks else ():
        first, last = one.span()
        if at < first:
            pieces.append(_piece(PieceKind.VERBATIM, length, first - at, start + at, start + first))
            shown.append(text[at:first])
            length += first - at
        pieces.append(_piece(PieceKind.ATOMIC, length, 1, start + first, start + last))
        shown.append(means(one[0]))
        length += 1
        at = last
    if at < len(text):
        pieces.append(_piece(PieceKind.VERBATIM, length, len(text) - at, start + at, end))
        shown.append(text[at:])
        length += len(text) - at
    region = Region(Span(0, length), "other")
    return Document(source, "".join(shown), (region,), tuple(pieces), escape)


def _piece(kind: PieceKind, view: int, length: int, start: int, end: int) -> Piece:
    return Piece(Span(view, view + length), Span(start, end), kind, start)
