"""Goes through the elements of an XML file and adds their prose to a builder."""

from __future__ import annotations

from tqcheck.document import Document
from tqcheck.formats import layers
from tqcheck.formats._fields import LANGUAGE, ORIGIN, Zones
from tqcheck.formats._xml_flow import XmlFlow
from tqcheck.formats._xml_look import children, holds_text, is_flat, may_be_encoded, said_in
from tqcheck.formats._xml_names import ASIDES, BREAKS, MACHINERY, THINGS, UNSEEN, Vocabulary
from tqcheck.formats._xml_scan import CDATA, END, REFERENCE, START, Scan
from tqcheck.formats._xml_strings import TEXT, Chunk, Escape, chunks, string
from tqcheck.formats.build import Builder
from tqcheck.formats.reading import Reading, is_other, zone_of
from tqcheck.record import NamedTuple

_TEASERS = ("description", "summary")
_TEXT_TYPES = ("text/", "application/xhtml")
_CDATA_MARKS = len("<![CDATA["), len("]]>")


class _Frame(NamedTuple):
    """An open element and what holds for the text in it."""

    zone: str = "paragraph"
    language: str = ""
    translated: bool = True
    silent: bool = False  # in another language or not to be translated
    prose: bool = False  # its own text counts
    block: bool = False
    in_record: bool = False


class Walk:
    """Keeps the elements that are open; blocks go to the flow, strings to the layers."""

    def __init__(
        self, builder: Builder, scan: Scan, reading: Reading, vocabulary: Vocabulary
    ) -> None:
        self._builder, self._scan, self._reading = builder, scan, reading
        self._known = vocabulary
        self._zones = Zones(reading)
        self._flow = XmlFlow(builder, scan)
        self._stack = [_Frame()]
        self._asides: list[tuple[int, _Frame]] = []
        self._titled = False
        self._bodied = False

    def read(self) -> None:
        """All of the root element."""
        root = self._scan.kinds.index(START)
        self._go(root)
        self._end_article()

    def _go(self, at: int) -> None:
        """An element, given its start tag, and all in it."""
        scan = self._scan
        kinds, starts, ends, last = scan.kinds, scan.starts, scan.ends, scan.partners[at]
        while True:
            kind = kinds[at]
            if kind == START:
                at = self._start(at)
            elif kind == END:
                self._end(at)
            elif self._stack[-1].prose:
                self._piece(kind, starts[at], ends[at])
            if at >= last:
                return
            if ends[at] < starts[at + 1] and self._stack[-1].prose:
                self._flow.chunk(Chunk(TEXT, ends[at], starts[at + 1]))
            at += 1

    def _piece(self, kind: int, start: int, end: int) -> None:
        """A CDATA section in a block, or an entity that nobody knows."""
        if kind == CDATA:
            start, end = start + _CDATA_MARKS[0], end - _CDATA_MARKS[1]
        if start < end and kind in (CDATA, REFERENCE):
            self._flow.chunk(Chunk(kind, start, end))

    def _start(self, at: int) -> int:
        """A start tag; gives the token read last: its end tag if all of the element was."""
        scan, known, top = self._scan, self._known, self._stack[-1]
        name, start, partner = scan.names[at], scan.starts[at], scan.partners[at]
        if name in UNSEEN:
            return partner
        if name in known.skipped or self._is_machinery(at, name):
            self._flow.end()
            return partner
        if name in THINGS or name in known.words:
            if top.prose:
                self._flow.thing(start, scan.ends[partner], word=name in known.words)
            return partner
        if name in BREAKS and top.prose:
            self._flow.line_break(start, scan.ends[partner])
            return partner
        frame = self._frame(at, top)
        if name in ASIDES and top.prose:
            self._asides.append((at, frame))
            return partner
        if self._is_field(name):
            return self._field(at, name, frame._replace(zone=zone_of(name)))
        if zone := known.blocks.get(name):
            return self._block(at, frame._replace(zone=self._within(zone, top.zone)))
        if top.prose and frame.silent:
            self._flow.thing(start, scan.ends[partner])
            return partner
        if top.prose:
            self._flow.opens(start, scan.ends[at])
        elif name in known.records and not top.in_record:
            frame = self._record(at, frame)
        self._stack.append(frame._replace(prose=top.prose))
        return at

    def _is_machinery(self, at: int, name: str) -> bool:
        """True for an item of an export that is no article."""
        return name == "item" and said_in(self._scan, at, "post_type") in MACHINERY

    def _frame(self, at: int, top: _Frame) -> _Frame:
        """What holds for the text of an element, if its name says nothing."""
        own, told = self._scan.attributes(at), at in self._scan.told and self._known.asked
        if not own and not told:
            return top._replace(block=False, prose=False)
        around = self._told(at, top.language) if told else top.language
        language = own.get("xml:lang", own.get("lang", around))
        said = own.get("translate", own.get("its:translate", ""))
        translated = top.translated if said not in ("yes", "no") else said == "yes"
        silent = not translated or is_other(language, self._reading)
        return _Frame(top.zone, language, translated, silent, in_record=top.in_record)

    def _told(self, at: int, around: str) -> str:
        """The language that an element of an element tells: a tag, or "" for the asked one."""
        scan, found = self._scan, self._scan.told[at]
        said = scan.source.text[scan.ends[found] : scan.starts[found + 1]].strip()
        if not said:
            return around
        return said.lower() if is_other(said, self._reading) else ""

    def _is_field(self, name: str) -> bool:
        """True for an element that holds a text as feeds have it."""
        known = self._known
        if name in known.fields:
            return True
        asked = known.asked and name not in known.blocks
        return asked and self._zones[name] not in ("", LANGUAGE, ORIGIN)

    def _within(self, zone: str, around: str) -> str:
        """The zone of a block in an element of another: a paragraph of a caption is caption."""
        if zone == "paragraph":
            return around
        if zone == "title" and self._known.one_title:
            zone = "subhead" if self._titled else zone
            self._titled = True
        return zone

    def _field(self, at: int, name: str, frame: _Frame) -> int:
        """A field: a string, running text, or what holds blocks."""
        teaser = name in _TEASERS and frame.in_record and not self._bodied
        if is_flat(self._scan, at):
            self._flow.end()
            if not frame.silent and self._is_text(at):
                said = self._string(at)
                body = teaser and ("\n" in said.view.strip() or _is_html(said))
                layers.add(self._builder, said, self._reading, "paragraph" if body else frame.zone)
            return self._scan.partners[at]
        frame = frame._replace(zone="paragraph" if teaser else frame.zone)
        if holds_text(self._scan, at):
            return self._block(at, frame)
        self._flow.end()
        self._stack.append(frame)
        return at

    def _block(self, at: int, frame: _Frame) -> int:
        """An element whose text is prose."""
        self._flow.end()
        if not frame.silent and is_flat(self._scan, at) and may_be_encoded(self._scan, at):
            said = self._string(at)
            if _is_html(said):
                layers.add(self._builder, said, self._reading, frame.zone)
                return self._scan.partners[at]
        self._stack.append(frame._replace(prose=not frame.silent, block=True))
        self._settle()
        return at

    def _string(self, at: int) -> Document:
        scan = self._scan
        found = chunks(scan, at, scan.partners[at])
        return string(scan.source, found, Escape(ascii_only=scan.ascii_only))

    def _is_text(self, at: int) -> bool:
        """False for a field whose type says that it is data of another kind."""
        own = self._scan.attributes(at)
        said = own.get("type", own.get("contenttype", "")).lower()
        return "/" not in said or said.startswith(_TEXT_TYPES)

    def _record(self, at: int, frame: _Frame) -> _Frame:
        """The start of an article of several."""
        self._end_article()
        self._builder.article()
        within = children(self._scan, at)
        self._bodied = any(self._is_field(one) and zone_of(one) == "paragraph" for one in within)
        return frame._replace(in_record=True)

    def _end(self, at: int) -> None:
        """An end tag."""
        frame = self._stack.pop()
        if frame.block:
            self._flow.end()
            self._settle()
        elif frame.prose:
            self._flow.closes(self._scan.starts[at], self._scan.ends[at])
        elif frame.in_record and not self._stack[-1].in_record:
            self._end_article()
            self._builder.article()

    def _end_article(self) -> None:
        """What was put off until an article ends; among it may be more."""
        self._flow.end()
        stack = self._stack
        for at, frame in self._asides:
            self._stack = [frame]
            self._go(at)
        self._stack = stack
        self._asides.clear()
        self._titled = self._bodied = False

    def _settle(self) -> None:
        """Let the flow know the innermost element."""
        self._flow.zone, self._flow.language = self._stack[-1].zone, self._stack[-1].language


def _is_html(said: Document) -> bool:
    return layers.format_within(said.view) in ("html", "entities")
