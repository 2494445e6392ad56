"""JSON and JSONL: the strings under the keys of prose fields, each HTML, Markdown or plain."""

from __future__ import annotations

from tqcheck.document import Document
from tqcheck.errors import NoProseError, SourceError
from tqcheck.formats import layers
from tqcheck.formats._fields import Zones
from tqcheck.formats._json_errors import invalid
from tqcheck.formats._json_records import articles, languages, origins
from tqcheck.formats._json_scan import Scan
from tqcheck.formats._json_strings import escape_for, string_at
from tqcheck.formats.build import Builder, Escape
from tqcheck.formats.reading import Reading
from tqcheck.later import later
from tqcheck.source import Source

_BLANKS = later(r"[ \t\r\n]*+")
_ROW_BLANKS = later(r"[ \t\r]*+")


def read(source: Source, reading: Reading) -> Document:
    """The document of a JSON file, or of one that holds a record a row (format "jsonl").

    Raises SourceError for what is not valid, keys that stand twice in an object, and nesting
    more than 1,000 deep; it is a NoProseError where no prose field is named, as in settings with
    comments. A file without prose gives a document without regions.
    """
    try:
        return _read(source, reading)
    except SourceError as error:
        keys = source.text.lower()
        if any(f'"{field}"' in keys for field in reading.fields):
            raise
        raise NoProseError(error.where, error.what, error.todo) from None


def _read(source: Source, reading: Reading) -> Document:
    builder, escape = Builder(source), escape_for(source)
    scan = Scan(source, Zones(reading), reading.lang)
    if reading.format == "jsonl":
        _read_rows(builder, source, scan, reading, escape)
        return builder.document()
    text = source.text
    end = _past(text, scan.value(_start(text), len(text)))
    if end < len(text):
        raise _more(source, end)
    _add(builder, source, scan, reading, escape, articles(scan))
    return builder.document()


def _read_rows(
    builder: Builder, source: Source, scan: Scan, reading: Reading, escape: Escape
) -> None:
    """Add the records of a file that holds one a row; each is an article of its own."""
    text = source.text
    at = _past(text, _start(text))
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        behind = scan.value(at, end)
        blanks = _ROW_BLANKS.match(text, behind, end)
        if blanks and blanks.end() < end:
            raise invalid(source, "a second value stands in the row", blanks.end())
        if scan.found:
            builder.article()
            _add(builder, source, scan, reading, escape, [-1] * len(scan.noted))
        scan.clear()
        at = _past(text, end)


def _add(
    builder: Builder,
    source: Source,
    scan: Scan,
    reading: Reading,
    escape: Escape,
    belongs: list[int],
) -> None:
    """Add the prose that a scan has found; ``belongs`` tells the article of each noted object."""
    foreign, last = languages(scan, reading), -1
    came = origins(scan) if scan.out_of else None
    for start, end, zone, owner in scan.found:
        if owner >= 0:
            if foreign[owner]:
                continue
            if belongs[owner] != last:
                last = belongs[owner]
                builder.article()
            if came:
                builder.comes_from(came[owner])
        layers.add(builder, string_at(source, start, end, escape), reading, zone)


def _start(text: str) -> int:
    """Where the first value may begin: behind a byte order mark."""
    return 1 if text.startswith("\N{ZERO WIDTH NO-BREAK SPACE}") else 0


def _past(text: str, at: int) -> int:
    """The offset behind blanks and row ends."""
    found = _BLANKS.match(text, at)
    return found.end() if found else at


def _more(source: Source, at: int) -> SourceError:
    """The error of a file in which another value follows the first."""
    if source.text.startswith(("{", "["), at):
        todo = "if it holds a record a row, read it with --format jsonl"
        return invalid(source, "a second value follows the first", at, todo)
    return invalid(source, f"{source.text[at]} stands behind the value", at)
