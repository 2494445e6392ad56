"""Carries the pieces of a text within a text to the file: the maps of both, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from tqcheck.document import OBJECT, Document, Piece, PieceKind, as_is
from tqcheck.formats._built import Part
from tqcheck.source import Span


def embedded(outer: Document, inner: Document, span: Span) -> list[Part]:
    """The parts that show a span of the inner view, a region; their sources count in the file.

    Of pieces that reach over the region's ends only what lies within it counts.
    """
    parts: list[Part] = []
    whole = outer.pieces
    if len(whole) == 1 and whole[0].kind is PieceKind.VERBATIM:
        _add_shifted(parts, whole[0].source.start - whole[0].view.start, inner, span)
        return parts
    for piece in inner.pieces_of(span):
        if piece.kind is PieceKind.VERBATIM:
            _add_verbatim(parts, outer, piece, span)
        else:
            parts.append(_atomic(outer, piece, inner.view[piece.view.start : piece.view.end]))
    return parts


def _atomic(outer: Document, piece: Piece, text: str) -> Part:
    """The part of a piece that can't be cut.

    One that the outer markup cuts (an entity half in a CDATA section) is protected; of blanks
    only those before the cut count, which leaves the others where they are.
    """
    start, end = outer.locate(piece.source)
    seam, kind = outer.place(piece.seam), piece.kind
    if piece.source.end - piece.source.start > 1 and kind is PieceKind.ATOMIC:
        for before, after in pairwise(outer.pieces_of(piece.source)):
            if before.source.end != after.source.start:
                if text.isspace():
                    return text, start, before.source.end, kind, seam
                return OBJECT, start, end, PieceKind.PROTECTED, seam
    return text, start, end, kind, seam


def _add_shifted(parts: list[Part], shift: int, inner: Document, span: Span) -> None:
    """The parts where the outer text stands in the file as it is."""
    for view, source, kind, seam in inner.pieces_of(span):
        low, high = max(view.start, span.start), min(view.end, span.end)
        start, end = source.start + shift, source.end + shift
        if kind is PieceKind.VERBATIM:
            start += low - view.start
            end = start + high - low
        before = seam + shift if low == view.start else start
        parts.append((inner.view[low:high], start, end, kind, before))


def _add_verbatim(parts: list[Part], outer: Document, piece: Piece, span: Span) -> None:
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


class Everywhere:
    """An escape that writes a text the same way at every place of a string."""

    __slots__ = ("_write",)

    def __init__(self, write: Callable[[str], str]) -> None:
        self._write = write

    def __call__(self, text: str, _at: int) -> str:
        """Reader's text as the file wants it."""
        return self._write(text)


def both(outer: Document, inner: Document, shift: int) -> Callable[[str, int], str]:
    """The inner escape, then the outer one; a view offset and ``shift`` give the inner offset.

    It keeps no document alive if it can do without: a file may hold many strings.
    """
    first, second = inner.escape, outer.escape
    if not isinstance(second, Everywhere):
        return lambda text, at: second(first(text, at + shift), inner.place(at + shift))
    if first is as_is:
        return second
    return lambda text, at: second(first(text, at + shift), 0)
