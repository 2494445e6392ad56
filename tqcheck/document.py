"""A file as prose: one view string, its regions, and the exact map back to the file."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import pairwise

from tqcheck.finding import Edit
from tqcheck.record import NamedTuple
from tqcheck.source import Source, Span

OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in the view for a protected inline thing: code, a URL, a formula, a shortcode."""

KINDS = (
    "title",
    "standfirst",
    "subhead",
    "paragraph",
    "list",
    "blockquote",
    "caption",
    "credit",
    "cell",
    "furniture",
    "other",
)
"""The zones a region can be; a card's ``scope`` is a subset."""


class PieceKind(Enum):
    """How a stretch of the view stands in the file."""

    VERBATIM = "verbatim"  # the same characters: any part may be edited
    ATOMIC = "atomic"  # an entity, an escape, a soft break: all of it or nothing
    PROTECTED = "protected"  # code, URL, formula: never edited; one OBJECT in the view
    BREAK = "break"  # a line break that is markup: never edited; a line's end in the view
    JOINT = "joint"  # not in the file at all: the blank line between two regions


class Piece(NamedTuple):
    """A stretch of the view and the stretch of the file it shows.

    ``seam`` is the file offset at which text inserted just before this piece belongs when
    markup lies between it and the piece before: outside the markup.
    """

    view: Span
    source: Span
    kind: PieceKind
    seam: int


class Region(NamedTuple):
    """A block of prose: its view span, its zone (see KINDS) and its language, "" if unknown.

    ``aside`` is True for what the markup says is no part of the running text: metadata, an
    attribute, navigation. It may say what the text says too.
    """

    span: Span
    kind: str
    language: str = ""
    aside: bool = False

    @property
    def navigation(self) -> bool:
        """Whether it serves the page, not the article: it is shown as prose, not linted."""
        return self.aside and self.kind == "furniture"


class Comment(NamedTuple):
    """A comment in the file's own syntax: its whole file span, and what it says.

    ``beside`` is True for one that hangs on its row: the "next line" is that row. ``below`` is
    the file span of the next line with prose where the file's rows don't tell, as in a string
    whose line ends are escapes.
    """

    span: Span
    text: str
    beside: bool = False
    below: Span | None = None


class UnwritableError(Exception):
    """An escape's word that the file can't take a text at that place; says why."""


class Refusal(NamedTuple):
    """Why a view edit can't be carried to the file."""

    reason: str


def as_is(text: str, _at: int) -> str:
    """The escape of formats that need none."""
    return text


@dataclass(frozen=True)
class Document:
    """All prose of a file as one string, with the exact way back.

    ``pieces`` are sorted by view, cover the whole view and don't overlap; within a region they
    stand in the file's order, but a region may stand behind one that it lies within in the file
    (an image's description, behind the paragraph with the image); ``regions`` are sorted and
    disjoint. ``escape(text, view_offset)`` writes reader's text the way the file wants it
    at that place ("&" as "&amp;" in HTML), or raises UnwritableError. ``comments`` are those
    of the format, in order; None where it has none of its own and ``<!-- … -->`` in the text
    counts. ``parts`` are the view spans of the articles in a file that holds several, () where
    it holds one. ``origin`` is the code of the language that the file says the article was
    written in first, "" where it doesn't; ``origins`` are those of its parts.
    """

    source: Source
    view: str
    regions: tuple[Region, ...]
    pieces: tuple[Piece, ...]
    escape: Callable[[str, int], str] = as_is
    comments: tuple[Comment, ...] | None = None
    parts: tuple[Span, ...] = ()
    origin: str = ""
    origins: tuple[str, ...] = ()

    @cached_property
    def _piece_starts(self) -> tuple[int, ...]:
        return tuple(piece.view.start for piece in self.pieces)

    @cached_property
    def _region_starts(self) -> tuple[int, ...]:
        return tuple(region.span.start for region in self.regions)

    def _index(self, offset: int) -> int:
        """Index of the piece that holds the code point at ``offset``."""
        return max(0, bisect_right(self._piece_starts, offset) - 1)

    def pieces_of(self, span: Span) -> tuple[Piece, ...]:
        """The pieces a non-empty view span covers in part or whole."""
        return self.pieces[self._index(span.start) : self._index(span.end - 1) + 1]

    def region_at(self, offset: int) -> Region | None:
        """The region that holds a view offset, or None between regions."""
        at = bisect_right(self._region_starts, offset) - 1
        if at < 0 or offset > self.regions[at].span.end:
            return None
        return self.regions[at]

    def _offset(self, offset: int, *, end: bool) -> int:
        """File offset of a view offset; ``end`` looks at the code point before it."""
        piece = self.pieces[self._index(offset - 1 if end and offset else offset)]
        if piece.kind is PieceKind.VERBATIM:
            return piece.source.start + (offset - piece.view.start)
        return piece.source.end if end else piece.source.start

    def part(self, span: Span) -> Document:
        """One article of several: a document of its own, with the same file offsets."""
        start, end = span
        low = bisect_left(self._region_starts, start)
        high = bisect_left(self._region_starts, end)
        pieces = self.pieces_of(span) if start < end else ()
        return Document(
            self.source,
            self.view[start:end],
            tuple(one._replace(span=one.span.shifted(-start)) for one in self.regions[low:high]),
            tuple(one._replace(view=one.view.shifted(-start)) for one in pieces),
            lambda text, at: self.escape(text, at + start),
            self.comments,
            origin=self.origins[bisect_left(self.parts, span)] if self.origins else self.origin,
        )

    def next_prose(self, offset: int) -> int:
        """The file offset of the first prose at or behind a file offset, else the file's end."""
        starts = self._prose_starts
        at = bisect_left(starts, offset)
        return starts[at] if at < len(starts) else len(self.source.text)

    @cached_property
    def _prose_starts(self) -> tuple[int, ...]:
        shown = (PieceKind.VERBATIM, PieceKind.ATOMIC)
        return tuple(sorted(one.source.start for one in self.pieces if one.kind in shown))

    def row_below(self, offset: int) -> Span:
        """The first row of the file with prose below that of a file offset, an empty span else."""
        text = self.source.text
        row_end = text.find("\n", offset)
        prose = self.next_prose(row_end) if row_end >= 0 else len(text)
        if prose == len(text):
            return Span(prose, prose)
        end = text.find("\n", prose)
        return Span(text.rfind("\n", 0, prose) + 1, end if end >= 0 else len(text))

    def place(self, offset: int) -> int:
        """The file offset of the code point at a view offset; the view's end is the last's end."""
        if not self.pieces:
            return 0
        return self._offset(offset, end=offset == len(self.view))

    def locate(self, span: Span) -> Span:
        """The file span from the first to the last code point that ``span`` shows."""
        if not self.pieces:
            return Span(0, 0)
        start = self.place(span.start)
        if span.start == span.end:
            return Span(start, start)
        return Span(start, max(start, self._offset(span.end, end=True)))

    def edits(self, span: Span, new: str) -> tuple[Edit, ...] | Refusal:
        """The file edits for replacing a view span by ``new``, or why there are none.

        Whole regions may be deleted with the blank line that sets them apart: their text goes
        piece by piece, the markup around and inside stays.
        """
        if not new and (regions := self._whole_regions(span)):
            pieces = [one for region in regions for one in self.pieces_of(region.span)]
            if any(one.kind is PieceKind.PROTECTED for one in pieces):
                return Refusal("it would change a protected part")
            prose = [one for one in pieces if one.kind is not PieceKind.BREAK]
            return tuple(Edit(run, "") for run in _runs(prose))
        edit = self.edit(span, new)
        return edit if isinstance(edit, Refusal) else (edit,)

    def _whole_regions(self, span: Span) -> tuple[Region, ...]:
        """The regions that a span holds with a blank line before or behind them, () else."""
        touched = self.pieces_of(span) if span.start < span.end else ()
        low = bisect_left(self._region_starts, span.start)
        regions = self.regions[low : bisect_left(self._region_starts, span.end)]
        if not regions or not any(piece.kind is PieceKind.JOINT for piece in touched):
            return ()
        first, last = touched[0], touched[-1]
        begins = span.start in (regions[0].span.start, _joint(first).start)
        ends = span.end in (regions[-1].span.end, _joint(last).end)
        return regions if begins and ends else ()

    def edit(self, span: Span, new: str) -> Edit | Refusal:
        """The file edit for replacing a view span by ``new``, or why there is none."""
        if not self.pieces:
            return Refusal("the document holds no prose")
        if span.start == span.end:
            return self._insertion(span.start, new)
        touched = self.pieces_of(span)
        for before, after in pairwise(touched):
            if before.source.end != after.source.start:
                return Refusal("markup lies inside")
        for piece in touched:
            if piece.kind is PieceKind.BREAK:
                return Refusal("markup lies inside")
            if piece.kind is PieceKind.PROTECTED:
                return Refusal("it would change a protected part")
            if piece.kind is PieceKind.JOINT:
                return Refusal("it would join two regions")
            if piece.kind is PieceKind.ATOMIC and not piece.view.inside(span):
                return Refusal("it would cut an escape or entity")
        return self._written(self.locate(span), new, span.start)

    def _written(self, span: Span, new: str, at: int) -> Edit | Refusal:
        """The edit of a file span by text that belongs at a view offset."""
        try:
            return Edit(span, self.escape(new, at))
        except UnwritableError as error:
            return Refusal(str(error))

    def _insertion(self, at: int, new: str) -> Edit | Refusal:
        piece = self.pieces[self._index(at)]
        inside = piece.view.start < at < piece.view.end
        if inside and piece.kind is not PieceKind.VERBATIM:
            return Refusal("it would cut an escape or entity")
        if at == piece.view.start:
            offset = piece.seam
        elif at == piece.view.end:
            offset = piece.source.end
        else:
            offset = self._offset(at, end=False)
        return self._written(Span(offset, offset), new, at)

    def skeleton(self) -> str:
        """The file without its prose: what a fix must never change."""
        parts: list[str] = []
        at = 0
        for piece in sorted(self.pieces, key=lambda one: one.source):
            if piece.kind in (PieceKind.VERBATIM, PieceKind.ATOMIC):
                parts.append(self.source.text[at : piece.source.start])
                at = piece.source.end
        parts.append(self.source.text[at:])
        return "".join(parts)


def _joint(piece: Piece) -> Span:
    """The view span of a joint; of another piece one that is nowhere."""
    return piece.view if piece.kind is PieceKind.JOINT else Span(-1, -1)


def _runs(pieces: Sequence[Piece]) -> Iterator[Span]:
    """The stretches of the file that pieces cover, those that touch as one."""
    run: Span | None = None
    for piece in pieces:
        if run is not None and piece.source.start == run.end:
            run = Span(run.start, piece.source.end)
            continue
        if run is not None:
            yield run
        run = piece.source
    if run is not None:
        yield run
