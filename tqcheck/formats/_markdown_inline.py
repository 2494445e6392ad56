"""Tells the builder of the text within a block: escapes, ends of rows, what is protected."""

from __future__ import annotations

from tqcheck.formats._markdown_names import cell_escape, escape
from tqcheck.formats._markdown_text import protected_in
from tqcheck.formats.build import Builder


class Text:
    """The text of one block after another; ``kind`` says the zone of the block that is open.

    ``body`` begins at ``shift`` in the source; all offsets count in it. Adjoining text is
    gathered first: an address may be several events long.
    """

    def __init__(self, builder: Builder, body: str, shift: int) -> None:
        self._builder, self._body, self._shift = builder, body, shift
        self._open = False
        self._text = (0, 0)  # adjoining text not yet told
        self._last = 0  # where the last piece ends: a gap behind it holds markup
        self._break = -1
        self._hard = False  # whether that break is more than a row's end
        self._silent = -1  # where an inline comment ends behind a blank
        self._silent_row = -1  # where one ends that begins a row

    def kind(self) -> str:
        """The zone of the region that begins here."""
        raise NotImplementedError

    def _take_text(self, text: str, start: int, end: int) -> None:
        body = self._body
        if not body.startswith(text, start):
            if start < end:
                self._flush()
                self._enter(start)
                self._builder.shown(text, self._shift + start, self._shift + end)
                self._last = end
            return
        end = start + len(text)  # the parser may count a row's end in
        if self._text[1] == start and self._text[0] < start:
            self._text = (self._text[0], end)
            return
        self._flush()
        if start and body[start - 1] == "\\" and start - 1 >= self._last and start < end:
            self._enter(start - 1)
            first = self._shift + start
            self._builder.shown(body[start], first - 1, first + 1)
            self._last = start + 1
            start += 1
        self._text = (start, end)

    def _flush(self) -> None:
        """Tell the text that was gathered."""
        start, end = self._text
        self._text = (0, 0)
        if start >= end:
            return
        if start == self._silent and self._body[start] == " ":  # the blank before it is enough
            start += 1
            self._leave()
            self._builder.hidden(self._shift + start - 1, self._shift + start)
            if start == end:
                return
        self._enter(start)
        shift, at = self._shift, start
        for first, last in protected_in(self._body, start, end):
            self._builder.text(shift + at, shift + first)
            self._builder.protected(shift + first, shift + last)
            at = last
        self._builder.text(shift + at, shift + end)
        self._last = end

    def _atom(self, start: int, end: int) -> None:
        self._flush()
        self._enter(start)
        self._builder.protected(self._shift + start, self._shift + end)
        self._last = end

    def _enter(self, start: int = -1) -> None:
        """See that a region is open, and tell of the end of a row before what stands here."""
        if not self._open:
            kind = self.kind()
            self._builder.open(kind, "", cell_escape if kind == "cell" else escape)
            self._open = True
            self._break = -1
        elif self._break >= 0:
            at = self._break
            self._break = -1
            end = self._row_start(at) if start < 0 else start
            if self._hard:
                self._builder.broken(self._shift + at, self._shift + end)
            elif self._body[at:end] == "\n":
                self._builder.text(self._shift + at, self._shift + end)
            else:
                self._builder.shown("\n", self._shift + at, self._shift + end)
            self._last = end

    def _leave(self) -> None:
        """Tell of the end of a row before markup that ends something."""
        if self._open and self._break >= 0:
            self._enter()

    def _row_start(self, at: int) -> int:
        """Where the row behind a break begins."""
        return self._body.find("\n", at) + 1

    def _close(self) -> None:
        self._flush()
        if self._open:
            self._builder.close()
        self._open, self._break = False, -1
