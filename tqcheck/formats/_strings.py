"""A string of a file as it is decoded: one region, with each escape as an atomic piece."""

from __future__ import annotations

from collections.abc import Iterable

from tqcheck.document import OBJECT, Document, Piece, PieceKind, Region
from tqcheck.formats.build import Escape
from tqcheck.record import NamedTuple
from tqcheck.source import Source, Span


class Escaped(NamedTuple):
    """A stretch of a file, as offsets in it, and what it means.

    OBJECT makes it protected; "" stands for nothing, as between the halves of a string.
    """

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
        if means:
            kind = PieceKind.PROTECTED if means == OBJECT else PieceKind.ATOMIC
            pieces.append(_piece(kind, length, len(means), first, last))
            shown.append(means)
            length += len(means)
        at = last
    if at < end:
        pieces.append(_piece(PieceKind.VERBATIM, length, end - at, at, end))
        shown.append(text[at:end])
        length += end - at
    region = Region(Span(0, length), "other")
    return Document(source, "".join(shown), (region,), tuple(pieces), escape)


def shielded(outer: Document, spans: Iterable[tuple[int, int]]) -> Document:
    """The same string with some stretches of its view, in order, protected as a whole each.

    Where one would cut an escape of several characters the string stays as it is.
    """
    shown: list[str] = []
    pieces: list[Piece] = []
    at = length = 0
    for start, end in (*spans, (len(outer.view), -1)):
        for piece in outer.pieces_of(Span(at, start)) if at < start else ():
            first, last = max(piece.view.start, at), min(piece.view.end, start)
            place = piece.source
            if piece.kind is PieceKind.VERBATIM:
                begin = place.start + first - piece.view.start
                place = Span(begin, begin + last - first)
            elif (first, last) != piece.view:
                return outer
            pieces.append(_piece(piece.kind, length, last - first, *place))
            shown.append(outer.view[first:last])
            length += last - first
        if start < end:
            pieces.append(_piece(PieceKind.PROTECTED, length, 1, *outer.locate(Span(start, end))))
            shown.append(OBJECT)
            length += 1
        at = end
    region = Region(Span(0, length), "other")
    return Document(outer.source, "".join(shown), (region,), tuple(pieces), outer.escape)


def _piece(kind: PieceKind, view: int, length: int, start: int, end: int) -> Piece:
    return Piece(Span(view, view + length), Span(start, end), kind, start)
