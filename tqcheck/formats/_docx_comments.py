"""Writes findings beside the text of a DOCX, as comments that Word shows in its margin."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from html import escape

from tqcheck.formats._docx_bits import Holder, Run
from tqcheck.formats._docx_package import Beside, beside, packed
from tqcheck.formats._docx_source import DocxSource, Placed, preserving
from tqcheck.later import later
from tqcheck.record import NamedTuple
from tqcheck.source import Span, apply_edits

_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_NAMESPACE = later(r"""xmlns(?::(\w+))?\s*=\s*["']([^"']*wordprocessingml[^"']*main)["']""")
_ID = later(r"""<(?:\w+:)?comment\s[^>]*?\bid\s*=\s*["'](\d{1,9})["']""")
_NAME = later(r"[^\s/>]+")
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"


class Note(NamedTuple):
    """What is said of a stretch of the source's text."""

    span: Span
    text: str


class _Cut(NamedTuple):
    """A mark that a comment begins or ends, where in the XML, and in which w:t (or -1)."""

    at: int
    opens: bool
    holder: int
    mark: str


def commented(source: DocxSource, notes: Iterable[Note]) -> tuple[bytes, int]:
    """The package with notes as comments, and how many: Word takes none in headers and notes.

    The text and its formatting stay as they are; runs are cut where a comment begins and ends.
    Raises SourceError or FixError where another part of the package is broken.
    """
    main = source.texts[0].xml.text
    held = beside(source.path, source.package, source.texts[0].name)
    space = _declared(main)
    first = max((int(one) for one in _ID.findall(held.comments[1])), default=-1) + 1
    cuts: list[_Cut] = []
    bodies: list[str] = []
    for note in notes:
        bits = _covered(source.body.bits, note.span)
        if bits:
            number = first + len(bodies)
            cuts += _cuts(source, bits, note.span, number, space)
            bodies.append(_comment(number, note.text))
    if not bodies:
        return source.encode(), 0
    changed = {source.texts[0].name: _marked(source, sorted(cuts))}
    changed.update(_told(held, "".join(bodies), space or _spelled(main)))
    return packed(source.path, source.encode(), changed), len(bodies)


def _declared(xml: str) -> str:
    """What an element must say for w: to mean what it should; nothing if the root says it."""
    found = _NAMESPACE.search(xml)
    return f' xmlns:w="{found[2]}"' if found and found[1] != "w" else ""


def _spelled(xml: str) -> str:
    found = _NAMESPACE.search(xml)
    return f' xmlns:w="{found[2] if found else ""}"'


def _covered(bits: Sequence[Placed], span: Span) -> list[Placed]:
    """The bits of the main part that a span covers or, if it is empty, touches."""
    start = max(0, bisect_right(bits, span.start, key=lambda one: one.at) - 1)
    end = bisect_right(bits, max(span.start, span.end - 1), key=lambda one: one.at)
    return [one for one in bits[start:end] if one.end >= span.start and one.part == 0]


def _cuts(
    source: DocxSource, bits: Sequence[Placed], span: Span, number: int, space: str
) -> tuple[_Cut, _Cut]:
    """Where a comment begins and ends."""
    about = f'{space} w:id="{number}"/>'
    refers = f"<w:r{space}><w:commentReference{about}</w:r>"
    first, last = bits[0], bits[-1]
    start = min(max(0, span.start - first.at), len(first.bit.text))
    end = max(0, min(span.end - last.at, len(last.bit.text)))
    return (
        _Cut(*_start(source, first, start), f"<w:commentRangeStart{about}"),
        _Cut(*_end(source, last, end), f"<w:commentRangeEnd{about}{refers}"),
    )


def _start(source: DocxSource, one: Placed, offset: int) -> tuple[int, bool, int]:
    """Where a comment begins at a bit: within its w:t, or before its run."""
    at, held = one.bit.span.start + (offset if one.bit.is_plain else 0), one.bit.holder
    if one.bit.run < 0:
        return at, True, -1
    run = source.body.runs[0][one.bit.run]
    if held >= 0:
        holder = source.body.holders[0][held]
        if at > holder.content.start or run.properties.end < holder.tag.start:
            return at, True, held
    return run.whole.start, True, -1


def _end(source: DocxSource, one: Placed, offset: int) -> tuple[int, bool, int]:
    """Where a comment ends at a bit: within its w:t, or behind its run."""
    bit, held = one.bit, one.bit.holder
    at = bit.span.start + offset if bit.is_plain else bit.span.end
    if bit.run < 0:
        return at, False, -1
    run = source.body.runs[0][bit.run]
    if held >= 0:
        end = source.body.holders[0][held].content.end
        behind = source.texts[0].xml.text.count("<", end, run.whole.end)
        if at < end or behind > 2:  # more than the two end tags
            return at, False, held
    return run.whole.end, False, -1


def _marked(source: DocxSource, cuts: Sequence[_Cut]) -> str:
    """The main part with the marks between its runs, which are cut in two where need be."""
    xml, body = source.texts[0].xml.text, source.body
    run_of = {one.bit.holder: one.bit.run for one in body.bits if one.part == 0}
    within: dict[tuple[int, int], str] = {}
    edits: list[tuple[Span, str]] = []
    for cut in cuts:
        if cut.holder < 0:
            edits.append((Span(cut.at, cut.at), cut.mark))
        else:
            key = (cut.at, cut.holder)
            within[key] = within.get(key, "") + cut.mark
    for (at, number), marks in within.items():
        holder = body.holders[0][number]
        edits.append((Span(at, at), _split(xml, body.runs[0][run_of[number]], holder, marks)))
    for number in {number for _, number in within}:
        edits += preserving(body.holders[0][number], xml)
    return apply_edits(xml, sorted(edits, key=lambda one: one[0]))


def _split(xml: str, run: Run, holder: Holder, marks: str) -> str:
    """Marks between the two halves of a run, the second of which is as the first."""
    text = _NAME.match(xml, holder.tag.start + 1)
    whole = _NAME.match(xml, run.tag.start + 1)
    held, name = text[0] if text else "w:t", whole[0] if whole else "w:r"
    properties = xml[run.properties.start : run.properties.end]
    again = f'<{name}>{properties}<{held} xml:space="preserve">'
    return f"</{held}></{name}>{marks}{again}"


def _comment(number: int, text: str) -> str:
    said = escape(text, quote=False)
    return (
        f'<w:comment w:id="{number}" w:author="tqcheck" w:initials="tq"><w:p><w:r>'
        f'<w:t xml:space="preserve">{said}</w:t></w:r></w:p></w:comment>'
    )


def _told(held: Beside, bodies: str, space: str) -> dict[str, str]:
    """The part of the comments, and what tells that it is there."""
    (name, old), (links, linked), (types, typed) = held
    if old:
        own = bodies.replace("<w:comment ", f"<w:comment{_declared(old)} ")
        return {name: _within(old, own)}
    base = name.rpartition("/")[2]
    link = f'<Relationship Id="tqcheckComments" Type="{_RELATED}" Target="{base}"/>'
    type_ = f'<Override PartName="/{name}" ContentType="{_TYPE}"/>'
    linked = linked or f'{_HEAD}<Relationships xmlns="{_LINKS}"></Relationships>'
    return {
        name: f"{_HEAD}<w:comments{space}>{bodies}</w:comments>",
        links: _within(linked, link),
        types: _within(typed, type_) if typed else typed,
    }


def _within(xml: str, element: str) -> str:
    """The XML with an element more at the root's end."""
    at = xml.rfind("</")
    if at < 0:  # a root that holds nothing
        name = _NAME.match(xml, xml.rindex("<") + 1)
        end = xml.rindex("/>")
        return f"{xml[:end]}>{element}</{name[0] if name else ''}>{xml[end + 2 :]}"
    return xml[:at] + element + xml[at:]
