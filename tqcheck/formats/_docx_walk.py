"""The paragraphs of one part of a DOCX, as stretches of its XML."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tqcheck.document import OBJECT
from tqcheck.formats._docx_bits import (
    BREAK,
    Bit,
    BitKind,
    Holder,
    Paragraph,
    Run,
    shown_part,
    stretches,
)
from tqcheck.formats._docx_fields import Fields, is_prose
from tqcheck.formats._docx_package import attribute
from tqcheck.formats._xml_look import children
from tqcheck.formats._xml_scan import CDATA, END, REFERENCE, START, Scan
from tqcheck.record import NamedTuple
from tqcheck.source import Span


class _State(NamedTuple):
    """Where the walk is; what an element changes is taken back at its end."""

    paragraph: Paragraph | None = None
    cell: bool = False
    link: bool = False
    formatted: bool = False
    run: int = -1


_FORMATS = frozenset(
    "b i u strike dstrike caps smallcaps highlight rstyle color vertalign shd".split()
)
_PASSED_OVER = frozenset(
    """
    del movefrom rpr sectpr tblpr tblgrid trpr tcpr fallback deltext delinstrtext rt
    """.split()
)
_OBJECTS = frozenset(
    """
    drawing pict object footnotereference endnotereference sym omath omathpara contentpart
    """.split()
)
_ELEMENTS = {
    "tab": "\t",
    "ptab": "\t",
    "br": BREAK,
    "cr": BREAK,
    "nobreakhyphen": "\N{NON-BREAKING HYPHEN}",
    "softhyphen": "\N{SOFT HYPHEN}",
}


class Walk:
    """Reads the paragraphs of a part, those of text boxes behind the one they hang on.

    ``balanced`` is False where a field's end is missing: then fields are to be passed by.
    """

    def __init__(
        self, scan: Scan, zone: str, styles: Mapping[str, str], *, fields: bool = True
    ) -> None:
        self.paragraphs: list[Paragraph] = []
        self.holders: list[Holder] = []
        self.runs: list[Run] = []
        self._scan, self._zone, self._styles = scan, zone, styles
        self._use_fields = fields
        self._fields = Fields()
        self._keeps = attribute(scan, scan.kinds.index(START), "space") == "preserve"
        self._state = _State()
        self._saved: list[tuple[int, _State]] = []
        self._walk()
        self.balanced = not len(self._fields)

    def _walk(self) -> None:
        scan, at = self._scan, 0
        while at < len(scan.kinds):
            kind, name = scan.kinds[at], scan.names[at]
            if kind == END and self._saved and self._saved[-1][0] == at:
                self._state = self._saved.pop()[1]
            elif kind == START and (name in _PASSED_OVER or self._steps_over(name, at)):
                at = scan.partners[at]
            at += 1

    def _steps_over(self, name: str, at: int) -> bool:
        """Take an element in; True if what is in it does not count any more."""
        step = _STEPS.get(name)
        if step is not None:
            return step(self, at)
        if name in _OBJECTS:
            self._add(OBJECT, self._whole(at), BitKind.OBJECT)
            self._within(at, self._state._replace(paragraph=None))
        elif name in _ELEMENTS:
            self._add(_ELEMENTS[name], self._whole(at), BitKind.ELEMENT)
        return False

    def _within(self, at: int, state: _State) -> None:
        """Change the state until the end of an element."""
        self._saved.append((self._scan.partners[at], self._state))
        self._state = state

    def _whole(self, at: int) -> Span:
        return Span(self._scan.starts[at], self._scan.ends[self._scan.partners[at]])

    def _add(self, text: str, span: Span, kind: BitKind, holder: int = -1) -> None:
        if not self._fields.hide:
            self._put(text, span, kind, holder)

    def _put(self, text: str, span: Span, kind: BitKind, holder: int = -1) -> None:
        paragraph, _, link, formatted, number = self._state
        if paragraph is not None:
            paragraph.bits.append(Bit(text, span, kind, holder, number, 2 * link + formatted))

    def _paragraph(self, at: int) -> bool:
        zone = "cell" if self._state.cell and self._zone == "paragraph" else self._zone
        paragraph = Paragraph(zone)
        self.paragraphs.append(paragraph)
        self._within(at, self._state._replace(paragraph=paragraph, link=False, run=-1))
        return False

    def _properties(self, at: int) -> bool:
        """What a paragraph is by its style, or as an item of a list."""
        scan, paragraph = self._scan, self._state.paragraph
        if paragraph is not None:
            listed = False
            for child in range(at + 1, scan.partners[at]):
                if scan.names[child] == "pstyle":
                    style = self._styles.get(attribute(scan, child, "val"), "")
                    paragraph.zone = style or paragraph.zone
                listed |= scan.names[child] == "numpr"
            if listed and paragraph.zone in ("paragraph", "cell"):
                paragraph.zone = "list"
        return True

    def _run(self, at: int) -> bool:
        scan, formatted = self._scan, False
        tag = Span(scan.starts[at], scan.ends[at])
        properties = Span(tag.end, tag.end)
        if scan.names[at + 1] == "rpr":
            properties = self._whole(at + 1)
            for child in range(at + 2, scan.partners[at + 1]):
                name = scan.names[child]
                if name == "vanish" and attribute(scan, child, "val") not in ("0", "false", "off"):
                    return True
                formatted |= name in _FORMATS
        self._within(at, self._state._replace(formatted=formatted, run=len(self.runs)))
        self.runs.append(Run(self._whole(at), tag, properties))
        return False

    def _link(self, at: int) -> bool:
        self._within(at, self._state._replace(link=True))
        return False

    def _cell(self, at: int) -> bool:
        self._within(at, self._state._replace(cell=True))
        return False

    def _control(self, at: int) -> bool:
        """A field to fill in: passed over while it only says what to fill in."""
        scan = self._scan
        return scan.names[at + 1] == "sdtpr" and "showingplchdr" in children(scan, at + 1)

    def _simple_field(self, at: int) -> bool:
        if is_prose(attribute(self._scan, at, "instr")):
            return self._link(at)
        self._add(OBJECT, self._whole(at), BitKind.OBJECT)
        return True

    def _field_mark(self, at: int) -> bool:
        mark = attribute(self._scan, at, "fldCharType") if self._use_fields else ""
        if mark == "begin":
            self._fields.begin()
        elif mark == "separate":
            shields = not self._fields.hide_outside
            if not self._fields.separate() and shields:
                self._put(OBJECT, self._whole(at), BitKind.OBJECT)
        elif mark == "end":
            self._fields.end()
        return True

    def _field_code(self, at: int) -> bool:
        scan = self._scan
        self._fields.says(scan.source.text[scan.ends[at] : scan.starts[at + 1]])
        return True

    def _comment(self, at: int) -> bool:
        if self._state.paragraph is not None:
            self._state.paragraph.comments.append(attribute(self._scan, at, "id"))
        return True

    def _text(self, at: int) -> bool:
        """A w:t: its text, without the outer blanks that Word does not show."""
        scan = self._scan
        start, end = scan.ends[at], scan.starts[scan.partners[at]]
        if self._state.paragraph is None or start >= end:
            return True
        content = Span(start, end)
        said = attribute(scan, at, "space")
        preserves = said == "preserve" or (self._keeps and not said)
        blanks: tuple[Span, ...] = ()
        if not preserves:
            shown = shown_part(scan.source.text, start, end)
            outer = (Span(start, shown.start), Span(shown.end, end))
            blanks = tuple(one for one in outer if one.start < one.end)
            start, end = shown
        self.holders.append(
            Holder(Span(scan.starts[at], content.start), content, blanks, preserves)
        )
        for inner in range(at + 1, scan.partners[at]):
            self._stretches(start, min(scan.starts[inner], end))
            if scan.kinds[inner] in (CDATA, REFERENCE):
                self._add(OBJECT, Span(scan.starts[inner], scan.ends[inner]), BitKind.OBJECT)
            start = max(start, scan.ends[inner])
        self._stretches(start, end)
        return True

    def _stretches(self, start: int, end: int) -> None:
        for text, span, kind in stretches(self._scan.source.text, start, end):
            self._add(text, span, kind, len(self.holders) - 1)


_STEPS: Mapping[str, Callable[[Walk, int], bool]] = {
    "p": Walk._paragraph,
    "ppr": Walk._properties,
    "r": Walk._run,
    "t": Walk._text,
    "tc": Walk._cell,
    "hyperlink": Walk._link,
    "sdt": Walk._control,
    "fldsimple": Walk._simple_field,
    "fldchar": Walk._field_mark,
    "instrtext": Walk._field_code,
    "commentrangestart": Walk._comment,
    "commentreference": Walk._comment,
}
