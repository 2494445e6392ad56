"""Plain text: the view is the text, and a region is a line or a hard-wrapped paragraph."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

from tqcheck.document import Document, Piece, PieceKind, Region, as_is
from tqcheck.formats.blocks import Block, classify
from tqcheck.formats.reading import Reading
from tqcheck.source import Source, Span

_WRAP_WIDTHS = range(50, 100)


class PlainDocument(Document):
    """A plain text's document, whose regions are worked out when first asked for.

    Most articles hold nothing that a rule looks at, and their regions are never needed.
    """

    def __init__(self, source: Source) -> None:
        whole = Span(0, len(source.text))
        pieces = (Piece(whole, whole, PieceKind.VERBATIM, 0),) if source.text else ()
        vars(self).update(source=source, view=source.text, pieces=pieces, escape=as_is)

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """The blocks of the view, in order."""
        blocks = _blocks(self.view)
        kinds = classify(blocks)
        return tuple(Region(one.span, kind) for one, kind in zip(blocks, kinds, strict=True))


def read(source: Source, _reading: Reading | None = None) -> Document:
    """The document of a plain text: one verbatim piece, the map is the identity."""
    return PlainDocument(source)


def _lines(text: str) -> list[Span]:
    """Spans of all rows without their line ends and outer blanks; a BOM is no prose."""
    spans: list[Span] = []
    start = 1 if text.startswith("\N{ZERO WIDTH NO-BREAK SPACE}") else 0
    while start <= len(text):
        end = text.find("\n", start)
        if end < 0:
            end = len(text)
        row = text[start:end]
        left = start + len(row) - len(row.lstrip())
        right = max(left, start + len(row.rstrip()))
        spans.append(Span(left, right))
        start = end + 1
    return spans


def _blocks(text: str) -> list[Block]:
    """The blocks of a text in order: rows, or runs of rows where the text is hard-wrapped."""
    rows = _lines(text)
    if not _is_wrapped(rows):
        return _with_gaps([row for row in rows if row.start < row.end], rows, text)
    runs: list[Span] = []
    open_run = False
    for row in rows:
        if row.start == row.end:
            open_run = False
        elif open_run:
            runs[-1] = Span(runs[-1].start, row.end)
        else:
            runs.append(row)
            open_run = True
    return _with_gaps(runs, rows, text)


def _with_gaps(spans: list[Span], rows: list[Span], text: str) -> list[Block]:
    """Blocks with whether a blank row stands before and after each."""
    blank_before: set[int] = set()
    blank_after: set[int] = set()
    previous: Span | None = None
    seen_blank = True
    for row in rows:
        if row.start == row.end:
            seen_blank = True
            if previous is not None:
                blank_after.add(previous.end)
            continue
        if seen_blank:
            blank_before.add(row.start)
        previous, seen_blank = row, False
    if previous is not None:
        blank_after.add(previous.end)
    return [
        Block(
            span, text[span.start : span.end], span.start in blank_before, span.end in blank_after
        )
        for span in spans
    ]


def _is_wrapped(rows: list[Span]) -> bool:
    """True if rows were broken at a column: most rows that another row follows are of one
    typical width, and paragraphs are set apart by blank rows.
    """
    followed = [
        first.end - first.start
        for first, second in pairwise(rows)
        if first.end > first.start and second.end > second.start
    ]
    if len(followed) < 4:
        return False
    typical = sum(1 for width in followed if width in _WRAP_WIDTHS)
    longest = max(row.end - row.start for row in rows)
    return typical >= 0.8 * len(followed) and longest < 120
