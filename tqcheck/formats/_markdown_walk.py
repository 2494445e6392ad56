"""Turns a Markdown parser's events into regions and pieces."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import Any

from tqcheck.formats._filled_in import masked
from tqcheck.formats._markdown_inline import Text
from tqcheck.formats._markdown_names import (
    ATOMS,
    INLINE,
    KINDS,
    LABELS,
    NAME,
    SHIELDED,
    kind_of,
    named,
)
from tqcheck.formats.build import Builder
from tqcheck.formats.reading import Reading
from tqcheck.source import Source

Event = tuple[str, Any, int, int]
"""Name, value, and the place in code points of what was parsed."""


class Walk(Text):
    """Keeps the blocks that are open and tells the builder what stands in them.

    ``body`` is the text without front matter, shortcodes masked; it begins at ``shift`` in the
    source.
    """

    def __init__(
        self,
        builder: Builder,
        source: Source,
        body: str,
        shift: int,
        reading: Reading,
        *,
        titled: bool,
    ) -> None:
        super().__init__(builder, body, shift)
        self._source, self._reading, self._titled = source, reading, titled
        self._blocks: list[tuple[str, Any]] = []
        self._hold = ""  # the inline thing that is protected as a whole, and its place
        self._held = (0, 0)
        self._depth = 0
        self._code: list[tuple[int, int]] = []
        self._html: list[tuple[int, int]] | None = None
        self._masked: str | None = None  # the source as HTML is to be read, once it is needed

    def take(self, event: Event) -> None:
        """One event."""
        name, value, start, end = event
        if self._hold:
            self._skip(name, value, end)
        elif name == "Text":
            if not self._in_code_block():
                self._take_text(value, start, end)
        elif name == "Start":
            self._start(value, start, end)
        elif name == "End":
            self._end(value, start, end)
        elif name == "Html":
            if self._html is not None:
                self._html.append((start, end))
        elif name == "InlineHtml":
            self._inline_html(start, end)
        elif name in ("SoftBreak", "HardBreak"):
            self._row_ends(start, end, hard=name == "HardBreak")
        elif name in ATOMS:
            self._atom(start, end)
        elif name == "Rule":
            self._close()

    def _row_ends(self, start: int, end: int, *, hard: bool) -> None:
        """The end of a row within a block; that of a row of nothing but comments shows nothing."""
        self._flush()
        if 0 <= self._silent_row <= start and not self._body[self._silent_row : start].strip():
            self._builder.hidden(self._shift + start, self._shift + end)
            return
        self._hard = hard or (self._hard and self._break >= 0)
        if self._break < 0:  # what a row ends with may be no blanks, but attributes
            row = self._source.text[self._shift + self._last : self._shift + start]
            self._break = self._last if row.isspace() else start

    def end(self) -> None:
        """The end of the file."""
        self._close()

    def in_code(self, at: int) -> bool:
        """Whether a source offset lies in a code block."""
        index = bisect_right(self._code, (at - self._shift, len(self._body)))
        return index > 0 and at - self._shift < self._code[index - 1][1]

    def _in_code_block(self) -> bool:
        return bool(self._blocks) and self._blocks[-1][0] in ("CodeBlock", "MetadataBlock")

    def _start(self, value: Any, start: int, end: int) -> None:
        name, detail = named(value)
        if name == "Image" or (name == "Link" and kind_of(detail) in LABELS):
            self._flush()
            self._hold, self._held, self._depth = name, (start, end), 1
        elif name in INLINE:
            self._flush()
            self._enter()
            self._builder.opens(self._shift + start, self._shift + end)
        else:
            self._close()
            self._blocks.append((name, detail))
            if name == "HtmlBlock":
                self._html = []
            elif name in ("CodeBlock", "MetadataBlock"):
                self._code.append((start, end))

    def _end(self, value: Any, start: int, end: int) -> None:
        name, _ = named(value)
        if name in INLINE:
            self._flush()
            self._leave()
            self._builder.closes(self._shift + start, self._shift + end)
            self._last = end
            return
        self._close()
        if self._blocks:
            self._blocks.pop()
        if name == "HtmlBlock" and self._html is not None:
            self._read_html(self._html)
            self._html = None

    def _read_html(self, rows: list[tuple[int, int]]) -> None:
        """Hand an HTML block to the HTML reader, if no prefix of a quotation stands in it."""
        if not rows or any(one[1] != other[0] for one, other in pairwise(rows)):
            return
        from tqcheck.formats.html import fill

        if self._masked is None:
            self._masked = masked(self._source.text)
        first, last = self._shift + rows[0][0], self._shift + rows[-1][1]
        fill(self._builder, self._source, self._reading, first, last, text=self._masked)
        self._builder.close()

    def _skip(self, name: str, value: Any, end: int) -> None:
        """Within an image or a label: nothing counts but its end."""
        if name == "Start" and named(value)[0] == self._hold:
            self._depth += 1
        elif name == "End" and named(value)[0] == self._hold:
            self._depth -= 1
        elif name == "InlineHtml" and self._hold.startswith("<"):
            tag = self._body[self._held[0] : end]
            if tag.lower().rstrip(" >").endswith(f"</{self._hold[1:]}"):
                self._depth = 0
                self._held = (self._held[0], end)
        elif name == "End" and self._hold.startswith("<"):
            self._depth = 0  # the block ends before the tag is closed
            self._hold = ""
            self._end(value, end, end)
            return
        if self._depth == 0:
            self._hold = ""
            self._atom(*self._held)

    def _inline_html(self, start: int, end: int) -> None:
        self._flush()
        first, last = self._shift + start, self._shift + end
        tag = self._body[start:end]
        if tag.startswith("<!--"):
            self._builder.comment(first, last, tag[4:-3])
            if self._break >= 0:
                self._enter(start)
                self._silent_row = end
            elif self._silent_row >= 0 and not self._body[self._silent_row : start].strip():
                self._silent_row = end
            if self._body[start - 1 : start] in ("", " ", "\n"):
                self._silent = end
            return
        name = NAME.match(tag)
        lower = name.group(1).lower() if name else ""
        if lower == "br":
            self._enter(start)
            self._builder.broken(first, last)
        elif lower in ("img", "input"):
            self._atom(start, end)
        elif lower in SHIELDED and not tag.startswith("</") and not tag.endswith("/>"):
            self._hold, self._held, self._depth = f"<{lower}", (start, end), 1
        elif tag.startswith("</"):
            self._leave()
            self._builder.closes(first, last)
        else:
            self._enter(start)
            self._builder.opens(first, last)
        self._last = end

    def kind(self) -> str:
        """The zone of the region that begins in the blocks that are open."""
        names = [name for name, _ in self._blocks]
        if "Heading" in names:
            level = self._blocks[names.index("Heading")][1]["level"]
            if level == "H1" and not self._titled:
                self._titled = True
                return "title"
            return "subhead"
        for name, kind in KINDS:
            if name in names:
                return kind
        return "paragraph"
