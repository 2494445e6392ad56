"""The text of a DOCX as a source: a paragraph a row, with the way back into the XML."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from html import escape

from tqcheck.formats._docx_bits import Bit, BitKind, Holder, Paragraph, Run
from tqcheck.formats._docx_package import PartText, packed
from tqcheck.formats._docx_walk import Walk
from tqcheck.formats._xml_scan import Scan
from tqcheck.record import NamedTuple
from tqcheck.source import Source, Span

_PRESERVED = ' xml:space="preserve"'


class Placed(NamedTuple):
    """A bit, where its text begins in the source, and the part it is in."""

    at: int
    bit: Bit
    part: int

    @property
    def end(self) -> int:
        """Where its text ends in the source."""
        return self.at + len(self.bit.text)


class Row(NamedTuple):
    """A paragraph and where it begins in the source."""

    at: int
    paragraph: Paragraph


class Body(NamedTuple):
    """What was read of a package: text, rows, bits in the text's order, each part's w:t, runs."""

    text: str
    rows: tuple[Row, ...]
    bits: tuple[Placed, ...]
    holders: tuple[Sequence[Holder], ...]
    runs: tuple[Sequence[Run], ...]


def body_of(texts: Iterable[PartText], styles: Mapping[str, str]) -> Body:
    """Read the parts; raises SourceError for one that is not well-formed XML."""
    said: list[str] = []
    rows: list[Row] = []
    bits: list[Placed] = []
    holders: list[Sequence[Holder]] = []
    runs: list[Sequence[Run]] = []
    at = 0
    for number, (_, zone, xml) in enumerate(texts):
        scan = Scan(xml)
        walk = Walk(scan, zone, styles)
        if not walk.balanced:
            walk = Walk(scan, zone, styles, fields=False)
        holders.append(walk.holders)
        runs.append(walk.runs)
        for paragraph in walk.paragraphs:
            rows.append(Row(at, paragraph))
            for bit in paragraph.bits:
                bits.append(Placed(at, bit, number))
                said.append(bit.text)
                at += len(bit.text)
            said.append("\n")
            at += 1
    return Body("".join(said), tuple(rows), tuple(bits), tuple(holders), tuple(runs))


@dataclass(frozen=True)
class DocxSource(Source):
    """A package as rows of text; an edit of the text is one of what stands in w:t.

    ``package`` is the file as it was read, ``texts`` are its parts as they are now.
    """

    package: bytes = field(default=b"", compare=False, repr=False)
    texts: tuple[PartText, ...] = field(default=(), compare=False, repr=False)
    styles: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    said: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    signed: bool = field(default=False, compare=False)
    changed: frozenset[str] = field(default=frozenset(), compare=False)

    @cached_property
    def body(self) -> Body:
        """The rows and bits, worked out anew from the XML."""
        return body_of(self.texts, self.styles)

    def encode(self) -> bytes:
        """The package: as it was read, or with new XML in the parts that were changed."""
        if not self.changed:
            return self.package
        news = {one.name: one.xml.text for one in self.texts if one.name in self.changed}
        return packed(self.path, self.package, news)

    def edited(self, edits: Iterable[tuple[Span, str]]) -> DocxSource:
        """The package with sorted, disjoint edits of its text made; formatting stays.

        What replaces text stands with the first of it; what is inserted between two runs goes
        into the one that is no link, else the plainer one. In a signed package, and where no
        w:t is near, nothing is changed.
        """
        carried = _Edits(self.body, self.texts)
        for span, new in edits if not self.signed else ():
            carried.add(span, new)
        texts = tuple(
            one._replace(xml=one.xml.edited(carried.of(number)))
            for number, one in enumerate(self.texts)
        )
        changed = {one.name for one, old in zip(texts, self.texts, strict=True) if one != old}
        return replace(self, texts=texts, changed=self.changed | changed).told()

    def told(self) -> DocxSource:
        """The source with the text that its parts hold."""
        told = replace(self, text=self.body.text)
        vars(told)["body"] = self.body  # it is the same, and takes time
        return told


class _Edits:
    """Edits of a package's XML, gathered part by part."""

    def __init__(self, body: Body, texts: Sequence[PartText]) -> None:
        self._body, self._texts = body, texts
        self._starts = [one.at for one in body.bits]
        self._edits: list[list[tuple[Span, str]]] = [[] for _ in texts]
        self._touched: list[set[int]] = [set() for _ in texts]

    def of(self, part: int) -> list[tuple[Span, str]]:
        """The edits of one part, in its order."""
        holders = self._body.holders[part]
        text = self._texts[part].xml.text
        edits = list(self._edits[part])
        for number in self._touched[part]:
            edits += preserving(holders[number], text)
        return sorted(edits)

    def add(self, span: Span, new: str) -> None:
        """Carry an edit of the source over to the XML."""
        if span.start == span.end:
            self._insert(span.start, new)
            return
        covered = list(self._covered(span))
        first = next((one for one in covered if one.bit.holder >= 0), None)
        if first is None and covered:
            first = covered[0]
        for one in covered:
            self._replace(one, span, new if one is first else "")

    def _covered(self, span: Span) -> Iterator[Placed]:
        bits = self._body.bits
        at = max(0, bisect_right(self._starts, span.start) - 1)
        while at < len(bits) and bits[at].at < span.end:
            if bits[at].end > span.start and bits[at].bit.kind is not BitKind.OBJECT:
                yield bits[at]
            at += 1

    def _replace(self, one: Placed, span: Span, new: str) -> None:
        place = one.bit.span
        if one.bit.kind is BitKind.TEXT:
            start = max(0, span.start - one.at)
            end = min(len(one.bit.text), span.end - one.at)
            place = Span(place.start + start, place.start + end)
        if one.bit.holder >= 0:
            self._touched[one.part].add(one.bit.holder)
            self._edits[one.part].append((place, escape(new, quote=False)))
        else:
            self._edits[one.part].append((place, self._own(one, new) if new else ""))

    def _insert(self, at: int, new: str) -> None:
        """Insert into the bit that reaches over a place, or into the better of two beside it."""
        near = [one for one in self._near(at) if one.bit.kind is not BitKind.OBJECT]
        if not near:
            return
        one = min(near, key=lambda it: (it.bit.holder < 0, it.bit.rank, it.at))
        if one.bit.holder >= 0:
            self._touched[one.part].add(one.bit.holder)
            inside = one.bit.kind is BitKind.TEXT and at < one.end
            start, end = one.bit.span
            place = start + (at - one.at) if inside or at == one.at else end
            self._edits[one.part].append((Span(place, place), escape(new, quote=False)))
        else:
            place = one.bit.span.start if at == one.at else one.bit.span.end
            self._edits[one.part].append((Span(place, place), self._own(one, new)))

    def _near(self, at: int) -> Iterator[Placed]:
        """The bits of the row that a place lies in or between."""
        bits = self._body.bits
        index = bisect_left(self._starts, at)
        for one in bits[max(0, index - 1) : index + 1]:
            if one.at <= at <= one.end:
                yield one

    def _own(self, one: Placed, new: str) -> str:
        """A w:t for text that stands beside or for an element of a run."""
        text = self._texts[one.part].xml.text
        name = text[one.bit.span.start + 1 :].partition(":")
        prefix = f"{name[0]}:" if name[0].isalnum() else ""
        return f"<{prefix}t{_PRESERVED}>{escape(new, quote=False)}</{prefix}t>"


def preserving(holder: Holder, xml: str) -> list[tuple[Span, str]]:
    """The edits that let a w:t's outer blanks count, without those that it did not show."""
    if holder.preserves:
        return []
    tag = xml[holder.tag.start : holder.tag.end]
    return [(holder.tag, _preserving(tag)), *((blanks, "") for blanks in holder.blanks)]


def _preserving(tag: str) -> str:
    """A start tag that lets outer blanks count."""
    before, said, after = tag.partition("xml:space")
    if said:  # the default, spelled out
        quote = after[after.index("=") + 1 :].lstrip()[0]
        _, _, rest = after.partition(quote)[2].partition(quote)
        return f"{before}{_PRESERVED.strip()}{rest}"
    return f"{tag[:-1].rstrip()}{_PRESERVED}>"


def rows_of(source: DocxSource) -> Iterator[tuple[Row, Sequence[Placed]]]:
    """Each paragraph with its bits."""
    at = 0
    for row in source.body.rows:
        count = len(row.paragraph.bits)
        yield row, source.body.bits[at : at + count]
        at += count
