"""Fills a builder with running text: white space collapses, line breaks, inline markup."""

from __future__ import annotations

from tqcheck.document import OBJECT
from tqcheck.formats._html_attributes import Attribute
from tqcheck.formats._html_text import BLANKS, add_text, escapes, is_loose
from tqcheck.formats.build import Builder


class Flow:
    """The text of a block as it comes: regions begin with the first text and end with the block.

    ``zone`` and ``language`` are those of the block, set by the reader between blocks.
    """

    _add = staticmethod(add_text)

    def __init__(self, builder: Builder, text: str, *, xml: bool) -> None:
        self.zone, self.language = "paragraph", ""
        self.aside: bool | None = None  # None leaves it to the zone
        self._builder, self._text, self._xml = builder, text, xml
        self._escape = escapes("", xml=xml)
        self._open = False
        self._last = ""  # the last thing shown: "" nothing yet, a blank, a line break, or text
        # what counts only if text follows: a blank, a line break, an image, and where it stands
        self._held: list[tuple[str, int, int]] = []
        self._waiting: list[tuple[str, str, Attribute]] = []

    def text(self, start: int, end: int) -> None:
        """Text between two tags."""
        text = self._text
        if text[start] in BLANKS:
            bare = text[start:end].lstrip(BLANKS)
            stop = end - len(bare)
            if self._last:
                self._lead(start, stop)
            if not bare:
                return
            start = stop
        if self._held:
            self._release()
        if not self._open:
            self._begin()
        stop = end
        if text[end - 1] in BLANKS:
            stop = start + len(text[start:end].rstrip(BLANKS))
            self._held.append((" ", stop, end))
        self._add(self._builder, text, start, stop)
        self._last = "x"

    def _lead(self, start: int, stop: int) -> None:
        """Blanks that a text begins with: they are held, part of a line break, or hidden."""
        last = self._held[-1][0] if self._held else self._last
        if last == "\n" and self._held and self._held[-1][2] == start:
            self._held[-1] = ("\n", self._held[-1][1], stop)
        elif last in ("x", OBJECT):
            self._held.append((" ", start, stop))
        else:
            if self._held:
                self._release()
            self._builder.hidden(start, stop)

    def line_break(self, start: int, end: int) -> None:
        """A ``br``: two in a row end the text."""
        held = self._held
        if held and held[-1][0] == " " and held[-1][2] == start:
            start = held.pop()[1]
        last = held[-1][0] if held else self._last
        if last == "\n":
            self.end()
        elif last:
            held.append(("\n", start, end))

    def thing(self, start: int, end: int, *, word: bool = True) -> None:
        """Something that is no prose; at either end of a text only a ``word`` belongs to it."""
        if word:
            self._release()
            self._begin()
            self._builder.protected(start, end)
            self._last = "x"
        elif self._last:
            self._held.append((OBJECT, start, end))

    def opens(self, start: int, end: int) -> None:
        """An inline start tag."""
        if self._held:
            self._release()
        self._begin()
        self._builder.opens(start, end)

    def closes(self, start: int, end: int) -> None:
        """An inline end tag, or a tag that neither begins nor ends anything."""
        if self._held:
            self._release()
        if self._open:
            self._builder.closes(start, end)

    def attribute(self, zone: str, language: str, value: Attribute) -> None:
        """An attribute's text: a region of its own, behind the text it stands in."""
        if not value.quote or value.value.isspace() or is_loose(value.value):
            return
        self._waiting.append((zone, language, value))
        if not self._open:
            self._flush()

    def end(self) -> None:
        """The end of a block, or the start of another."""
        if self._open:
            self._builder.close()
            self._open = False
            self._last = ""
            self._held.clear()
        if self._waiting:
            self._flush()

    def _begin(self) -> None:
        if not self._open:
            self._builder.open(self.zone, self.language, self._escape, aside=self.aside)
            self._open = True

    def _release(self) -> None:
        """Show what was held."""
        for shown, start, end in self._held:
            if shown == " ":
                if end - start == 1 and self._text[start] == " ":
                    self._builder.text(start, end)
                else:
                    self._builder.shown(shown, start, end)
            elif shown == OBJECT:
                self._builder.protected(start, end)
            else:
                self._builder.broken(start, end)
            self._last = "x" if shown == OBJECT else shown
        self._held.clear()

    def _flush(self) -> None:
        for zone, language, value in self._waiting:
            escape = escapes(value.quote, xml=self._xml)
            self._builder.open(zone, language, escape, aside=True)
            add_text(self._builder, self._text, value.start, value.end)
            self._builder.close()
        self._waiting.clear()
