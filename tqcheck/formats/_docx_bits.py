"""What a paragraph of a DOCX is made of: stretches of its XML and what they show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from html import unescape

from tqcheck.later import later
from tqcheck.record import NamedTuple
from tqcheck.source import Span

BREAK = "\v"
"""A line break within a paragraph."""


class BitKind(Enum):
    """How a stretch of a paragraph's text stands in the XML."""

    TEXT = "text"  # the same characters, within w:t
    CHARACTER = "character"  # one character within w:t, written otherwise
    ELEMENT = "element"  # one character that is an element: a tab, a line break
    OBJECT = "object"  # a picture, a field, a formula: never edited


class Bit(NamedTuple):
    """A stretch of a paragraph: what it shows, where in the XML, in which w:t and run (or -1).

    Of two bits, what is inserted between them goes into that with the lower ``rank``.
    """

    text: str
    span: Span
    kind: BitKind
    holder: int = -1
    run: int = -1
    rank: int = 0

    @property
    def is_plain(self) -> bool:
        """True if the XML has the same characters."""
        return self.kind is BitKind.TEXT


class Holder(NamedTuple):
    """A w:t: its start tag, what it holds, and its outer blanks if they are not shown."""

    tag: Span
    content: Span
    blanks: tuple[Span, ...]
    preserves: bool


class Run(NamedTuple):
    """A run: all of it, its start tag and its properties (empty if it has none)."""

    whole: Span
    tag: Span
    properties: Span


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its zone, its bits in reading order, and the ids of comments on it."""

    zone: str
    bits: list[Bit] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


BLANK = " \t\r\n"
_CHARACTER = later(r"&[^;]{1,40};|\r\n|[\t\r\n]")


def stretches(xml: str, start: int, end: int) -> Iterator[tuple[str, Span, BitKind]]:
    """What the text between two tags shows, bit by bit: references and row ends on their own."""
    for found in _CHARACTER.finditer(xml, start, max(start, end)):
        if start < found.start():
            yield xml[start : found.start()], Span(start, found.start()), BitKind.TEXT
        start = found.end()
        shown = unescape(found[0]) if found[0][0] == "&" else " "
        yield " " if shown in BLANK else shown, Span(*found.span()), BitKind.CHARACTER
    if start < end:
        yield xml[start:end], Span(start, end), BitKind.TEXT


def shown_part(xml: str, start: int, end: int) -> Span:
    """A text without its outer blanks, which count only where a tag says so."""
    raw = xml[start:end]
    first = start + len(raw) - len(raw.lstrip(BLANK))
    return Span(first, max(first, start + len(raw.rstrip(BLANK))))
