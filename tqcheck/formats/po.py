"""PO: the translations of a catalogue of messages, placeholders protected."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tqcheck.document import OBJECT, Document, UnwritableError
from tqcheck.errors import NoProseError
from tqcheck.formats import layers
from tqcheck.formats._embedded import Everywhere
from tqcheck.formats._po_scan import CHARACTER, Entry, entries
from tqcheck.formats._strings import Escaped, string
from tqcheck.formats.build import Builder
from tqcheck.formats.reading import Reading, is_other
from tqcheck.later import later
from tqcheck.source import Source, Span

_PLACEHOLDER = later(
    r"""
      %\([^()\n]{1,60}\)[-+ #0]*\d*(?:\.\d+)?[a-zA-Z]              # %(name)s
    | %(?:\d+\$)?[-+ #0]*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh?|ll?|[qLjzt])?[diouxXeEfFgGaAcCsSpn@]
    | \{\{[^{}\n]{1,60}\}\} | \$?\{[^{}\n]{0,60}\} | \$\w{1,60}
    """,
    re.VERBOSE,
)
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_LANGUAGE = later(r"(?m)^Language:[ \t]*(?P<code>[\w@-]+)")


def read(source: Source, reading: Reading) -> Document:
    """The document of a PO file: each translation a region or, with line breaks in it, several.

    What of a translation is a placeholder is told by its message, which has it too. Raises
    SourceError for what is no PO, NoProseError where no message is translated into the
    language of the articles. Obsolete entries are passed over. Linear in the file's length.
    """
    builder = Builder(source)
    translated = 0
    for entry in entries(source, builder.comment):
        if entry.is_header:
            _check_language(source, entry, reading)
            continue
        held = _placeholders(source.text, entry.messages)
        for spans in entry.translations:
            translated += any(span.start < span.end for span in spans)
            layers.add(builder, _decoded(source, spans, held), reading, "other")
    if not translated:
        raise NoProseError(source.path, "holds no translated message")
    return builder.document()


def _check_language(source: Source, header: Entry, reading: Reading) -> None:
    said = _decoded(source, [one for spans in header.translations for one in spans], ())
    match = _LANGUAGE.search(said.view)
    if match and is_other(match["code"], reading):
        what = f"is translated into “{match['code']}”, not into “{reading.lang}”"
        raise NoProseError(source.path, what)


def _placeholders(text: str, messages: Sequence[Span]) -> tuple[str, ...]:
    """What the messages of an entry hold for programs to fill in."""
    found = {
        match.group()
        for span in messages
        for match in _PLACEHOLDER.finditer(text, span.start, span.end)
    }
    return tuple(sorted(found, key=lambda one: (-len(one), one)))


def _decoded(source: Source, spans: Sequence[Span], held: tuple[str, ...]) -> Document:
    """One string of several rows: one region, escapes as the characters they stand for."""
    return string(
        source, spans[0].start, spans[-1].end, _WRITTEN, _escapes(source.text, spans, held)
    )


def _escapes(text: str, spans: Sequence[Span], held: tuple[str, ...]) -> Iterator[Escaped]:
    sign = CHARACTER
    if held:
        sign = re.compile("|".join((CHARACTER.pattern, *map(re.escape, held))))
    behind = -1
    for start, end in spans:
        if behind >= 0:
            yield Escaped(behind, start, "")
        for match in sign.finditer(text, start, end):
            yield Escaped(*match.span(), _meaning(match.group()))
        behind = end


def _meaning(written: str) -> str:
    """The character that an escape stands for; OBJECT for a placeholder."""
    if not written.startswith("\\"):
        return OBJECT
    if written[1] == "x":
        return chr(int(written[2:], 16))
    if written[1].isdigit():
        return chr(int(written[1:], 8))
    return _SIMPLE.get(written[1], written[1])


def _write(text: str) -> str:
    """Reader's text within the quotes of a row."""
    if any(mark in text for mark in "\r\t"):
        raise UnwritableError("a message takes no such blanks")
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


_WRITTEN = Everywhere(_write)
