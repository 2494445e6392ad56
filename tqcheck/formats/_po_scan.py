"""Cuts a PO file into entries, by rows; says where one is malformed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tqcheck.errors import SourceError
from tqcheck.formats._rows import rows
from tqcheck.later import later
from tqcheck.source import Source, Span

Note = Callable[[int, int, str], None]
"""Takes a comment: where it starts and ends in the file, and what it says."""

CHARACTER = later(r"\\(?:x[0-9A-Fa-f]{1,2}|[0-7]{1,3}|.)")
"""One character written with a backslash."""
_KNOWN = frozenset("\\\"'?abfnrtvx01234567")
_ROW = later(
    r"""
    [ \t]*(?:
      (?P<comment>\#(?P<said>.*))
    | (?P<key>msgctxt|msgid_plural|msgid|msgstr(?:\[\d{1,2}\])?)?[ \t]*"
      (?P<inner>(?:[^"\\]|\\.)*+)"
    )?[ \t]*\Z
    """,
    re.VERBOSE,
)
_CHARSET = later(r"(?i)charset=(?!utf-?8\b|us-ascii\b|ascii\b|charset\b)(?P<name>[\w-]+)")


@dataclass(slots=True)
class Entry:
    """A message and its translations; the spans are those within quotes, a row each."""

    messages: list[Span] = field(default_factory=list)
    translations: list[list[Span]] = field(default_factory=list)
    has_context: bool = False

    @property
    def is_header(self) -> bool:
        """True for the entry whose message is empty: it holds facts about the file."""
        return not self.has_context and all(one.start == one.end for one in self.messages)


def entries(source: Source, note: Note) -> Iterator[Entry]:
    """The entries in the file's order; raises SourceError with the row of what is malformed."""
    scan = _Scan(source)
    for start, end in rows(source.text):
        row = source.text[start:end]
        match = _ROW.match(row)
        if match is None:
            raise scan.wrong(start, "is neither a comment nor a string in quotes")
        if match["comment"] is not None:
            if match["said"][:1] in ("", " ", "\t"):
                note(start, start + len(row), match["said"])
            continue
        if match["inner"] is None:
            continue
        span = Span(start + match.start("inner"), start + match.end("inner"))
        if (done := scan.take(match["key"], span)) is not None:
            yield done
    if (last := scan.end()) is not None:
        yield last


class _Scan:
    """The entry that is being read."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._entry: Entry | None = None
        self._rows: list[Span] | None = None

    def take(self, key: str | None, span: Span) -> Entry | None:
        """A row with a string; the entry before it if the row begins another."""
        self._check(span)
        if key is None:
            if self._rows is None:
                raise self.wrong(span.start, "goes on with a string that nothing begins")
            self._rows.append(span)
            return None
        done = None
        if key.startswith("msgstr"):
            if self._entry is None or not self._entry.messages:
                raise self.wrong(span.start, "has a msgstr without a msgid")
            self._rows = []
            self._entry.translations.append(self._rows)
        else:
            if self._entry is not None and (self._entry.translations or key == "msgctxt"):
                done, self._entry = self._finished(span.start), None
            self._entry = self._entry or Entry()
            self._entry.has_context |= key == "msgctxt"
            self._rows = [] if key == "msgctxt" else self._entry.messages
        self._rows.append(span)
        return done

    def end(self) -> Entry | None:
        """The last entry, at the file's end."""
        return None if self._entry is None else self._finished(len(self._source.text))

    def wrong(self, at: int, what: str) -> SourceError:
        """The error for a row."""
        row = self._source.location(at).row
        return SourceError(self._source.path, f"row {row} {what}", "mend the file (msgfmt --check)")

    def _finished(self, at: int) -> Entry:
        assert self._entry is not None
        if not self._entry.translations:
            raise self.wrong(at, "ends an entry that has no msgstr")
        if self._entry.is_header:
            self._check_charset(self._entry)
        return self._entry

    def _check(self, span: Span) -> None:
        text = self._source.text
        if text.find("\\", span.start, span.end) < 0:
            return
        for match in CHARACTER.finditer(text, span.start, span.end):
            if match.group()[1] not in _KNOWN:
                raise self.wrong(match.start(), f"has the unknown escape “{match.group()}”")

    def _check_charset(self, header: Entry) -> None:
        for span in (one for spans in header.translations for one in spans):
            match = _CHARSET.search(self._source.text, span.start, span.end)
            if match:
                what = f"says that it is in {match['name']}, but is read as UTF-8"
                todo = "convert it (msgconv --to-code=UTF-8)"
                raise SourceError(self._source.path, what, todo)
