"""Cuts a table of separated values into rows and cells, as RFC 4180 has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tqcheck.errors import SourceError
from tqcheck.later import later
from tqcheck.record import NamedTuple
from tqcheck.source import Source

_TODO = "mend it there, or leave the file out"
_MOST_COLUMNS = 10_000
_SEPARATORS = ",;\t"
_IN_HEADER = later(r'"[^"]*+"|([,;\t])|([\r\n])')


class Cell(NamedTuple):
    """The span of a cell's text, within its quotes if it is ``quoted``."""

    start: int
    end: int
    quoted: bool


def separator_of(text: str, start: int) -> str:
    """The separator of a table that begins at ``start``: the one its first row has most of."""
    counts = dict.fromkeys(_SEPARATORS, 0)
    for sign in _IN_HEADER.finditer(text, start):
        if sign[2]:
            break
        if sign[1]:
            counts[sign[1]] += 1
    return max(_SEPARATORS, key=lambda one: counts[one])


def rows(source: Source, start: int, separator: str) -> Iterator[list[Cell]]:
    """The rows of a table, each as its cells; empty rows are passed over.

    Raises SourceError for a quote that nothing closes, with the row in which it opens, and for
    text behind a closing quote.
    """
    text, at, end = source.text, start, len(source.text)
    match = _cell(separator).match
    while at < end:
        cells: list[Cell] = []
        more = True
        while more:
            found = match(text, at)
            if found is None:
                raise _broken(source, at)
            quoted = found.start(1) >= 0
            cells.append(Cell(*found.span(1 if quoted else 2), quoted))
            at, more = found.end(), found[3] == separator
            if len(cells) > _MOST_COLUMNS:
                row = source.location(cells[0].start).row
                raise SourceError(source.path, f"has over {_MOST_COLUMNS:,} columns in row {row}")
        if len(cells) > 1 or cells[0].quoted or cells[0].start < cells[0].end:
            yield cells


@lru_cache
def _cell(separator: str) -> re.Pattern[str]:
    """A cell and what ends it; what is within the quotes, or all, and the sign at its end."""
    return re.compile(
        rf"""
        (?: "( [^"]*+ (?:""[^"]*+)*+ )"
          | ( (?:[^"{separator}\r\n][^{separator}\r\n]*+)? )
        )
        ( {separator} | \r\n | \n | \r | \Z )
        """.replace("\t", r"\t"),
        re.VERBOSE,
    )


_QUOTED = later(r'"[^"]*+(?:""[^"]*+)*+')


def _broken(source: Source, at: int) -> SourceError:
    """What is wrong with a quoted cell that begins at an offset."""
    found = _QUOTED.match(source.text, at)
    behind = found.end() if found else at
    row = source.location(at).row
    if behind >= len(source.text):
        return SourceError(
            source.path, f"has a quote that opens in row {row} and never closes", _TODO
        )
    row, column = source.location(behind + 1)
    what = f"has text behind a closing quote in row {row}, column {column}"
    return SourceError(source.path, what, "write quotes within a cell twice")
