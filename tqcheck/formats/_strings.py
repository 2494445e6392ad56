"""A string of a feed as it is decoded: one region, with each escape as an atomic piece."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tqcheck.document import Document, Piece, PieceKind, Region
from tqcheck.formats.build import Escape
from tqcheck.source import Source, Span


class Escaped(NamedTuple):
    """A stretch of a file, as offsets in it, and the one character that it means."""

    start: int
    end: int
    means: str


def string(
    source: Source, start: int, end: int, escape: Escape, escapes: Iterable[Escaped] = ()
) -> Document:
    """The document of a stretch of the file with the escapes in it, in order.

    A string without any is one verbatim piece.
    """
    text = source.text
    shown: list[str] = []
    pieces: list[Piece] = []
    at, length = start, 0
    for first, last, means in escapes:
        if at < first:
            pieces.append(_piece(PieceKind.VERBATIM, length, first - at, at, first))
            shown.append(text[at:first])
            length += first - at
        pieces.append(_piece(PieceKind.ATOMIC, length, 1, first, last))
        shown.append(means)
        length += 1
        at = last
    if at < end:
        pieces.append(_piece(PieceKind.VERBATIM, length, end - at, at, end))
        shown.append(text[at:end])
        length += end - at
    region = Region(Span(0, length), "other")
    return Document(source, "".join(shown), (region,), tuple(pieces), escape)


def _piece(kind: PieceKind, view: int, length: int, start: int, end: int) -> Piece:
    return Piece(Span(view, view + length), Span(start, end), kind, start)
