"""Cuts SRT and WebVTT into cues, by rows; says where a file is malformed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tqcheck.errors import SourceError
from tqcheck.formats._rows import rows
from tqcheck.later import later
from tqcheck.record import NamedTuple
from tqcheck.source import Source

Row = tuple[int, int]
"""Where a row of a cue starts and ends in the file, its line end left out."""
Note = Callable[[int, int, str], None]
"""Takes a comment: where it starts and ends in the file, and what it says."""

_TIMES = later(
    r"""
    [ \t]*(?:\d{1,4}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?[ \t]*-->
    [ \t]*(?:\d{1,4}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?(?:[ \t].*)?\Z
    """,
    re.VERBOSE,
)
_INDEX = later(r"[ \t]*\d{1,9}[ \t]*\Z")
_HEADER = later(r"WEBVTT(?:[ \t].*)?\Z")
_PASSED_OVER = later(r"(?:STYLE|REGION)[ \t]*\Z|X-TIMESTAMP-MAP")
_NOTE = later(r"NOTE(?:[ \t]|\Z)")
_ARROW = "-->"


class Cue(NamedTuple):
    """The rows of one cue that hold words; blank ones among them are empty."""

    rows: list[Row]


class _Block(NamedTuple):
    """Rows without a blank one among them."""

    rows: list[Row]


def cues(source: Source, *, vtt: bool, note: Note) -> Iterator[Cue]:
    """The cues in the file's order; raises SourceError for what is malformed, with its row."""
    blocks = _blocks(source.text)
    if vtt:
        _check_header(source, next(blocks, _Block([(0, 0)])))
    cue: Cue | None = None
    for block in blocks:
        first = _said(source, block.rows[0])
        if vtt and _PASSED_OVER.match(first):
            continue
        if vtt and _NOTE.match(first):
            start, end = block.rows[0][0], block.rows[-1][1]
            note(start, end, source.text[start + len("NOTE") : end])
            continue
        times = _times_in(source, block, vtt=vtt)
        if times is not None:
            if cue is not None:
                yield cue
            cue = Cue(block.rows[times + 1 :])
        elif cue is None:
            raise _wrong(source, block.rows[0], "is no cue: there are no times")
        else:  # a blank row within the words of a cue
            cue.rows.append((block.rows[0][0], block.rows[0][0]))
            cue.rows.extend(block.rows)
    if cue is not None:
        yield cue


def _blocks(text: str) -> Iterator[_Block]:
    block: list[Row] = []
    for start, end in rows(text):
        if text[start:end].strip():
            block.append((start, end))
        elif block:
            yield _Block(block)
            block = []
    if block:
        yield _Block(block)


def _times_in(source: Source, block: _Block, *, vtt: bool) -> int | None:
    """Which row of a block holds the times: its first or, behind a number or name, its second."""
    for number, row in enumerate(block.rows[:2]):
        said = _said(source, row)
        if _TIMES.match(said):
            return number
        if _ARROW in said:
            raise _wrong(source, row, f"holds no times that can be read (“{said.strip()[:60]}”)")
        if not vtt and not _INDEX.match(said):
            break
    return None


def _check_header(source: Source, block: _Block) -> None:
    if not _HEADER.match(_said(source, block.rows[0])):
        raise _wrong(source, block.rows[0], "does not begin with WEBVTT")


def _said(source: Source, row: Row) -> str:
    return source.text[row[0] : row[1]]


def _wrong(source: Source, row: Row, what: str) -> SourceError:
    number = source.location(row[0]).row
    return SourceError(source.path, f"row {number} {what}", "mend it, or take the file out")
