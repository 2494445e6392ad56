"""Fills a builder with the running text of XML: white space collapses, sections are taken as is."""

from __future__ import annotations

from tqcheck.formats._built import ATOMIC, VERBATIM, Part
from tqcheck.formats._html_flow import Flow
from tqcheck.formats._html_text import add_text
from tqcheck.formats._xml_scan import CDATA, REFERENCE, Scan
from tqcheck.formats._xml_strings import TEXT, Chunk, Escape
from tqcheck.formats.build import Builder
from tqcheck.later import later

_RUN = later(r"[ \t\r\n]++")


class XmlFlow(Flow):
    """The text of a block as it comes, with what may stand in it besides tags.

    Each region has an escape of its own, which has to know what the region's text stands in.
    """

    def __init__(self, builder: Builder, scan: Scan) -> None:
        super().__init__(builder, scan.source.text, xml=True)
        self._ascii_only = scan.ascii_only
        self._stands = Escape(ascii_only=scan.ascii_only)
        self._blank: set[int] = set()  # what blanks since the last text stood in

    def chunk(self, chunk: Chunk) -> None:
        """Add a stretch of text, which is not empty."""
        kind, start, end = chunk
        if kind == REFERENCE:
            self.thing(start, end)
            self._stands.sees(TEXT)
            return
        self._add = _add_literal if kind == CDATA else add_text
        self.text(start, end)
        if self._text[start:end].isspace():
            self._blank.add(kind)
            return
        for one in (kind, *self._blank):
            self._stands.sees(one)
        self._blank.clear()

    def opens(self, start: int, end: int) -> None:
        """An inline start tag; what is inserted goes before it."""
        super().opens(start, end)
        self._stands.sees(TEXT)

    def closes(self, start: int, end: int) -> None:
        """An inline end tag; what is inserted goes behind it."""
        super().closes(start, end)
        self._stands.sees(TEXT)

    def _begin(self) -> None:
        if not self._open:
            self._stands = self._escape = Escape(ascii_only=self._ascii_only)
            self._blank.clear()
            super()._begin()


def _add_literal(builder: Builder, text: str, start: int, end: int) -> None:
    """Add the text of a CDATA section: no references, but white space as elsewhere."""
    parts: list[Part] = []
    at = start
    for run in _RUN.finditer(text, start, end):
        first, last = run.span()
        if run[0] == " ":
            continue
        if at < first:
            parts.append((text[at:first], at, first, VERBATIM, at))
        parts.append((" ", first, last, ATOMIC, first))
        at = last
    if at < end:
        parts.append((text[at:end], at, end, VERBATIM, at))
    builder.add(parts)
