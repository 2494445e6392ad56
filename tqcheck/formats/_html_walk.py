"""Goes through the tags of HTML: which blocks are open, what is passed over, what is prose."""

from __future__ import annotations

from collections import Counter

from tqcheck.formats._html_attributes import Attribute, attributes, language_of, value
from tqcheck.formats._html_elements import (
    BLOCKS,
    ENDED_BY,
    META,
    OBJECTS,
    OPAQUE,
    PARTS,
    PASSED_OVER,
    PREFORMATTED,
    SHOWN_VOID,
    VOID,
    ZONES,
    Frame,
    gap_of,
)
from tqcheck.formats._html_flow import Flow
from tqcheck.formats._html_tokens import CLOSE, COMMENT, OPEN, TEXT, iter_tokens
from tqcheck.formats.build import Builder
from tqcheck.formats.reading import Reading, is_other
from tqcheck.later import later
from tqcheck.record import NamedTuple

_TELLING = ("alt", "title", "lang", "hidden", "translate", "none")
"""What the attributes that count have in their names or values."""

_BARE = ("", "blockquote")
"""The blocks whose text may come in paragraphs that are not marked; "" is the file."""
_BLANK_ROW = later(r"\n[ \t\r]*+\n\s*+")
_NONE: dict[str, Attribute] = {}
_KEPT = 1000
_HELD = ("img", "area", "input")


class _Skip(NamedTuple):
    """An element passed over: it ends with its end tag, or with the block around it."""

    name: str
    start: int
    height: int  # how many blocks are open around what it holds
    floor: int  # how many blocks its inside can't end
    gap: str  # what it leaves in a sentence: "word", "thing" or ""


class Walk:
    """Keeps the blocks that are open and what is passed over, and hands the rest to the flow.

    With ``by_rows`` blank rows end paragraphs where no element marks them.
    """

    def __init__(
        self, builder: Builder, text: str, reading: Reading, *, xml: bool, by_rows: bool
    ) -> None:
        self._builder, self._text, self._reading, self._xml = builder, text, reading, xml
        self._flow = Flow(builder, text, xml=xml)
        self._stack = [Frame("", "paragraph", "", True, False)]
        self._names: Counter[str] = Counter()
        self._skip: _Skip | None = None
        self._depth = 0  # elements of the skipped one's name within it
        self._seen = False  # whether what is skipped holds any text
        self._silent = False  # in a block of another language or not to be translated
        self._headed = False
        self._dull: set[str] = set()  # what stands in tags without an attribute that counts
        self._by_rows = by_rows  # whether blank rows end paragraphs where no element does

    def read(self, start: int, end: int) -> None:
        """All tokens of a stretch of the text."""
        text, flow = self._text, self._flow
        for kind, name, first, last in iter_tokens(text, start, end, xml=self._xml):
            if kind == TEXT:
                if self._skip is None and not self._silent:
                    if self._by_rows and self._stack[-1].name in _BARE:
                        first = self._rows(first, last)
                    if first < last:
                        flow.text(first, last)
                elif not self._seen:
                    self._seen = not text[first:last].isspace()
            elif kind == OPEN:
                self._start(name, first, last)
            elif kind == CLOSE:
                self._end(name, first, last)
            elif kind == COMMENT:
                self._builder.comment(first, last, _comment(text[first:last]))
        if self._skip:
            self._end_skip(end)
        flow.end()

    def _rows(self, start: int, end: int) -> int:
        """Text with blank rows in it, each of which ends a paragraph; where the last begins."""
        for gap in _BLANK_ROW.finditer(self._text, start, end):
            if start < gap.start():
                self._flow.text(start, gap.start())
            self._flow.end()
            start = gap.end()
        return start

    def _start(self, name: str, start: int, end: int) -> None:
        """A start tag."""
        void = name in VOID
        if self._text[end - 2] == "/":
            void = void or self._xml or name in ("svg", "math")
        block = name in BLOCKS or name in PREFORMATTED
        if block and (ended := ENDED_BY.get(name)):
            floor = self._skip.floor if self._skip else 0
            while len(self._stack) > floor + 1 and self._stack[-1].name in ended:
                self._pop(len(self._stack) - 1, start)
        if self._skip:
            if name == self._skip.name and not void:
                self._depth += 1
            if block and not void:
                self._push(name, _NONE)
            return
        if block:
            self._flow.end()
        short = end - start < 8 + len(name)
        own = _NONE if short else self._attributes(name, start + 1 + len(name), end)
        if block and not void:
            self._push(name, own)
        gap = None
        if own or name in PASSED_OVER:
            gap = gap_of(name, own, self._reading, block=block)
        elif not block and not void:  # most inline tags
            if not self._silent:
                self._flow.opens(start, end)
            return
        if gap is not None and not void:
            height = len(self._stack)
            floor = height - 1 if name in OPAQUE else 0
            self._skip = _Skip("" if block else name, start, height, floor, gap)
            self._depth, self._seen = 1, name in OBJECTS
        elif not self._silent and gap is None:
            self._show(name, own, start, end, block=block)

    def _attributes(self, name: str, start: int, end: int) -> dict[str, Attribute]:
        """The attributes of a tag, if there may be one that counts: most tags are like others."""
        tag = self._text[start:end]
        if tag in self._dull and name != "meta":
            return _NONE
        low = tag.lower()
        if name == "meta" or any(one in low for one in _TELLING):
            return attributes(self._text, start, end - 1)
        if len(self._dull) < _KEPT:
            self._dull.add(tag)
        return _NONE

    def _show(
        self, name: str, own: dict[str, Attribute], start: int, end: int, *, block: bool
    ) -> None:
        """The start tag of an element that is prose, and its attributes."""
        flow, language = self._flow, self._stack[-1].language
        if name == "br":
            flow.line_break(start, end)
        elif name in SHOWN_VOID:
            flow.thing(start, start + 1 + len(name) if "alt" in own else end, word=False)
        elif name in VOID:
            flow.closes(end, end)
        elif not block:
            flow.opens(start, end)
        if not own:
            return
        if name == "meta":
            named = own.get("name") or own.get("property") or own.get("itemprop")
            zone = META.get(named.value.lower()) if named else None
            if zone and "content" in own:
                flow.attribute(zone, language, own["content"])
            return
        if name in _HELD and "alt" in own:
            flow.attribute("caption", language, own["alt"])
        if name != "link" and "title" in own:
            flow.attribute("other", language, own["title"])

    def _end(self, name: str, start: int, end: int) -> None:
        """An end tag."""
        if name in BLOCKS or name in PREFORMATTED:
            if self._names[name]:
                at = len(self._stack) - 1
                while self._stack[at].name != name:
                    at -= 1
                self._pop(at, start)
            if self._skip is None:
                self._flow.end()
        elif self._skip is None:
            if not self._silent:
                if name == "br":
                    self._flow.line_break(start, end)
                else:
                    self._flow.closes(start, end)
        elif name == self._skip.name:
            self._depth -= 1
            if not self._depth:
                self._end_skip(end)

    def _push(self, name: str, own: dict[str, Attribute]) -> None:
        """Open a block."""
        above = self._stack[-1]
        zone = above.zone
        if zone != "furniture":
            zone = ZONES.get(name, zone)
        if name == "footer" and any(self._names[part] for part in PARTS):
            zone = above.zone  # of a part of the page
        if name == "h1":
            zone = "subhead" if self._headed and zone == "title" else zone
            self._headed = True
        language, translated = above.language, above.translated
        if own:
            language = language_of(own) if "lang" in own or "xml:lang" in own else language
            said = value(own, "translate")
            translated = translated if said not in ("yes", "no") else said == "yes"
        silent = above.silent
        if own:
            silent = not translated or is_other(language, self._reading)
        self._stack.append(Frame(name, zone, language, translated, silent))
        self._names[name] += 1
        self._settle()

    def _pop(self, height: int, at: int) -> None:
        """Close the blocks above a height."""
        if self._skip and height < self._skip.height:
            self._end_skip(at)
        if self._skip is None:
            self._flow.end()
        self._cut(height)

    def _cut(self, height: int) -> None:
        stack = self._stack
        while len(stack) > height:
            self._names[stack.pop().name] -= 1
        self._settle()

    def _settle(self) -> None:
        """Let the flow know the innermost block."""
        flow = self._flow
        name, flow.zone, flow.language, _, self._silent = self._stack[-1]
        flow.aside = True if name == "title" else None  # of the window, not of the page

    def _end_skip(self, end: int) -> None:
        skip = self._skip
        if skip is None:
            return
        self._skip = None
        self._cut(skip.height)
        if skip.gap and self._seen and not self._silent:
            self._flow.thing(skip.start, end, word=skip.gap == "word")


def _comment(whole: str) -> str:
    """What a comment says, without its marks."""
    return whole.removeprefix("<!--").removesuffix(">").rstrip("-!")
