"""CSV and TSV: the cells of the columns that hold prose, each HTML, Markdown or plain."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.document import Document, UnwritableError
from tqcheck.errors import NoProseError, SourceError
from tqcheck.formats import layers
from tqcheck.formats._csv_scan import Cell, rows, separator_of
from tqcheck.formats._embedded import Everywhere
from tqcheck.formats._fields import LANGUAGE, ORIGIN, Zones
from tqcheck.formats._languages import code_of
from tqcheck.formats._strings import Escaped, string
from tqcheck.formats.build import Builder, Escape
from tqcheck.formats.reading import Reading, is_other
from tqcheck.later import later
from tqcheck.source import Source

_TWO_QUOTES = later('""')
_DOUBLED = Everywhere(lambda text: text.replace('"', '""'))
"""How new text is written in cells with quotes."""
_SHOWN_NAMES = 12


def read(source: Source, reading: Reading) -> Document:
    """The document of a table: its rows are articles, its first row names the columns.

    The separator is a tab (format "tsv"), or the one of comma, semicolon and tab that the first
    row has most of. Raises SourceError for a table that is not well formed, NoProseError for
    one without a column of prose.
    """
    start = 1 if source.text.startswith("\N{ZERO WIDTH NO-BREAK SPACE}") else 0
    separator = "\t" if reading.format == "tsv" else separator_of(source.text, start)
    table = rows(source, start, separator)
    names = [_said(source, cell) for cell in next(table, [])]
    zones = Zones(reading)
    columns = [(at, zones[name]) for at, name in enumerate(names) if zones[name]]
    told = [at for at, zone in columns if zone is LANGUAGE]
    came = [at for at, zone in columns if zone is ORIGIN]
    prose = [(at, zone) for at, zone in columns if zone not in (LANGUAGE, ORIGIN)]
    if not prose:
        raise _no_column(source, names, reading)
    builder, bare = Builder(source), _bare(separator)
    for cells in table:
        _check_width(source, cells, names)
        width = len(cells)
        if any(at < width and is_other(_said(source, cells[at]), reading) for at in told):
            continue
        builder.article()
        for at in came:
            builder.comes_from(code_of(_said(source, cells[at])) if at < width else "")
        for at, zone in prose:
            if at < width:
                layers.add(builder, _document(source, cells[at], bare), reading, zone)
    return builder.document()


def _document(source: Source, cell: Cell, bare: Escape) -> Document:
    """The text of a cell; a quote within quotes is written twice."""
    start, end, quoted = cell
    if not quoted:
        return string(source, start, end, bare)
    found = _TWO_QUOTES.finditer(source.text, start, end)
    return string(source, start, end, _DOUBLED, (Escaped(*one.span(), '"') for one in found))


def _bare(separator: str) -> Escape:
    """How new text is written in cells without quotes, which can't hold all signs."""
    refused = frozenset(f'{separator}"\r\n')

    def write(text: str) -> str:
        if not refused.isdisjoint(text):
            raise UnwritableError("the cell would need quotes around it")
        return text

    return Everywhere(write)


def _said(source: Source, cell: Cell) -> str:
    """What a cell says, without blanks around it."""
    text = source.text[cell.start : cell.end]
    return (text.replace('""', '"') if cell.quoted else text).strip()


def _check_width(source: Source, cells: Sequence[Cell], names: Sequence[str]) -> None:
    """Raise SourceError for a row that goes on with text behind the last column."""
    if len(cells) > len(names) and any(one.start < one.end for one in cells[len(names) :]):
        row = source.location(cells[0].start).row
        what = f"has {len(cells)} cells in row {row}; its first row has {len(names)}"
        raise SourceError(source.path, what, "put cells that hold the separator in quotes")


def _no_column(source: Source, names: Sequence[str], reading: Reading) -> NoProseError:
    if not names:
        return NoProseError(source.path, "holds no row with the names of its columns")
    shown = ", ".join(f"“{' '.join(name.split())[:30]}”" for name in names[:_SHOWN_NAMES])
    more = ", …" if len(names) > _SHOWN_NAMES else ""
    what = f"holds no column of prose, only {shown}{more}"
    known = ", ".join(reading.fields)
    todo = f"name the columns that do in the configuration, as “fields” (now: {known})"
    return NoProseError(source.path, what, todo)
