"""Carries the pieces of a text within a text to the file: the maps of both, one after the other."""

from __future__ import annotations

from collections.abc import Callable

from tqcheck.document import Document, Piece, PieceKind
from tqcheck.formats._built import Part
from tqcheck.source import Span


def embedded(outer: Document, inner: Document, span: Span) -> list[Part]:
    """The parts that show a span of the inner view, a region; their sources count in the file.

    Of pieces that reach over the region's ends only what lies within it counts.
    """
    parts: list[Part] = []
    for piece in inner.pieces_of(span):
        if piece.kind is PieceKind.VERBATIM:
            _add_verbatim(parts, outer, inner, piece, span)
        else:
            text = inner.view[piece.view.start : piece.view.end]
            start, end = outer.locate(piece.source)
            parts.append((text, start, end, piece.kind, outer.place(piece.seam)))
    return parts


def _add_verbatim(
    parts: list[Part], outer: Document, inner: Document, piece: Piece, span: Span
) -> None:
    """The parts of a verbatim piece: what it shows as it is may stand escaped in the file."""
    shift = piece.source.start - piece.view.start
    first = max(piece.view.start, span.start) + shift
    last = min(piece.view.end, span.end) + shift
    seam = outer.place(piece.seam) if first == piece.source.start else -1
    for part in outer.pieces_of(Span(first, last)):
        low, high = max(part.view.start, first), min(part.view.end, last)
        start, end = part.source
        if part.kind is PieceKind.VERBATIM:
            start += low - part.view.start
            end = start + high - low
        text = outer.view[low:high]
        parts.append((text, start, end, part.kind, seam if seam >= 0 else start))
        seam = -1


def both(outer: Document, inner: Document, shift: int) -> Callable[[str, int], str]:
    """The inner escape, then the outer one; a view offset and ``shift`` give the inner offset."""

    def escape(text: str, offset: int) -> str:
        at = offset + shift
        return outer.escape(inner.escape(text, at), inner.place(at))

    return escape
