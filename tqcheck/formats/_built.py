"""The document that a builder makes: its pieces come when they are first needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from tqcheck.document import Comment, Document, Piece, PieceKind, Region
from tqcheck.source import Source, Span

VERBATIM = PieceKind.VERBATIM
ATOMIC = PieceKind.ATOMIC
EDITABLE = (VERBATIM, ATOMIC)
_TRIMMED = (*EDITABLE, PieceKind.BREAK)
Part = tuple[str, int, int, PieceKind, int]
"""A piece to be: its view, where its source starts and ends, its kind and its seam."""


class BuiltDocument(Document):
    """A document whose pieces are made when first needed: most files hold no finding."""

    def __init__(
        self,
        source: Source,
        view: str,
        regions: tuple[Region, ...],
        made: list[Part],
        escape: Callable[[str, int], str],
        comments: tuple[Comment, ...],
        parts: tuple[Span, ...],
        origin: str,
        origins: tuple[str, ...],
    ) -> None:
        vars(self).update(source=source, view=view, regions=regions, _made=made)
        vars(self).update(escape=escape, comments=comments, parts=parts)
        vars(self).update(origin=origin, origins=origins)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces, in the view's order."""
        pieces: list[Piece] = []
        at = 0
        for text, start, end, kind, seam in vars(self)["_made"]:
            stop = at + len(text)
            pieces.append(Piece(Span(at, stop), Span(start, end), kind, seam))
            at = stop
        return tuple(pieces)


def trimmed(own: list[Part]) -> list[Part]:
    """A region's pieces without blanks at its ends."""
    own = list(own)
    own.reverse()
    while own and own[-1][3] in _TRIMMED and (cut := _lead(own[-1][0])):
        text, start, end, kind, _ = own.pop()
        if cut < len(text) and kind is PieceKind.VERBATIM:
            own.append((text[cut:], start + cut, end, kind, start + cut))
        elif cut < len(text):
            own.append((text[cut:], start, end, kind, start))
            break
    own.reverse()
    while own and own[-1][3] in _TRIMMED and (cut := _lead(own[-1][0][::-1])):
        text, start, end, kind, seam = own.pop()
        if cut < len(text) and kind is PieceKind.VERBATIM:
            own.append((text[:-cut], start, end - cut, kind, seam))
        elif cut < len(text):
            own.append((text[:-cut], start, end, kind, seam))
            break
    return own


def _lead(text: str) -> int:
    """How many blanks a text begins with."""
    return len(text) - len(text.lstrip())
