"""One file's text, kept exactly: BOM, line endings and final newline included."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from tqcheck.errors import SourceError
from tqcheck.record import NamedTuple


class Span(NamedTuple):
    """A half-open range ``[start, end)`` in code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """True if the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def touches(self, other: Span) -> bool:
        """True if the two overlap or one begins where the other ends."""
        return self.start <= other.end and other.start <= self.end

    def shifted(self, by: int) -> Span:
        """The span that many code points further on."""
        return Span(self.start + by, self.end + by)

    def inside(self, other: Span) -> bool:
        """True if no part of this span lies outside ``other``."""
        return other.start <= self.start and self.end <= other.end


class Location(NamedTuple):
    """A place for people: 1-based row and column, columns in code points."""

    row: int
    column: int


@dataclass(frozen=True)
class Source:
    """A file's decoded text and the name it is reported under.

    ``encode()`` is the exact inverse of ``decode()``: a BOM is the text's first code point,
    line endings are what they were. Rows end at LF, as ``git`` and ``patch`` count them.
    """

    path: str
    text: str

    @classmethod
    def decode(cls, path: str, data: bytes) -> Source:
        """Decode UTF-8 strictly; raises SourceError for binary data and other encodings."""
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            todo = "convert it, for example with iconv -f UTF-16 -t UTF-8"
            raise SourceError(path, "is UTF-16, not UTF-8", todo)
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            binary = b"\x00" in data[:8192]
            what = (
                "is a binary file"
                if binary
                else f"is not UTF-8 (byte 0x{data[error.start]:02x} at offset {error.start})"
            )
            todo = "leave it out" if binary else "convert it, for example with iconv -t UTF-8"
            raise SourceError(path, what, todo) from None
        if "\x00" in text:
            at = text.index("\x00")
            raise SourceError(path, f"is a binary file (NUL at offset {at})", "leave it out")
        return cls(path, text)

    def encode(self) -> bytes:
        """The bytes of the file; ``Source.decode(path, s.encode()) == s`` for every source."""
        return self.text.encode("utf-8")

    def cut(self, span: Span) -> str:
        """The text in a span."""
        return self.text[span.start : span.end]

    def edited(self, edits: Iterable[tuple[Span, str]]) -> Source:
        """The source with sorted, disjoint edits of its text made, each a span and its new text."""
        return replace(self, text=apply_edits(self.text, edits))

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offset of each row's first code point."""
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return tuple(starts)

    def location(self, offset: int) -> Location:
        """Row and column of a code-point offset; the end of the text is a lawful offset."""
        row = bisect_right(self.line_starts, offset)
        return Location(row, offset - self.line_starts[row - 1] + 1)

    def line(self, row: int) -> str:
        """The text of a 1-based row, without its LF or CRLF."""
        start = self.line_starts[row - 1]
        end = self.line_starts[row] - 1 if row < len(self.line_starts) else len(self.text)
        return self.text[start:end].removesuffix("\r")


def apply_edits(text: str, edits: Iterable[tuple[Span, str]], offset: int = 0) -> str:
    """Text with sorted, disjoint edits applied; ``offset`` is the place of text[0]."""
    parts: list[str] = []
    at = 0
    for span, new in edits:
        parts += (text[at : span.start - offset], new)
        at = span.end - offset
    parts.append(text[at:])
    return "".join(parts)
