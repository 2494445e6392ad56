"""Builds a document from what a reader finds in a file, in the file's order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import pairwise

from tqcheck.document import OBJECT, Comment, Document, PieceKind, Region, as_is
from tqcheck.formats._built import EDITABLE, VERBATIM, BuiltDocument, Part, trimmed
from tqcheck.formats._embedded import both, embedded
from tqcheck.formats.blocks import zone_by_shape
from tqcheck.source import Source, Span

Escape = Callable[[str, int], str]
JOINT = "\n\n"
"""What stands between two regions of a view."""
_ASIDE = ("furniture", "standfirst")


class Builder:
    """Regions and pieces as a reader meets them; all offsets given to it count in the source.

    ``open`` begins a region, ``text``, ``shown`` and ``protected`` add to it, ``opens`` and
    ``closes`` tell of inline markup between them, and ``close`` ends it. Markup of blocks, and
    whatever else is not prose, needs no telling: it is what lies between the pieces.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._view: list[str] = []
        self._length = 0
        self._parts: list[Part] = []
        self._regions: list[Region] = []
        self._escapes: list[Escape] = []
        self._comments: list[Comment] = []
        self._articles: list[int] = []
        self._origins: dict[int, str] = {}
        self._own: list[Part] = []
        self._kind, self._language, self._aside = "", "", False
        self._escape: Escape = as_is
        self._seam: int | None = None
        self._sealed = False
        self._tail = 0  # where what is inserted at the last region's end goes

    def open(
        self, kind: str, language: str = "", escape: Escape = as_is, *, aside: bool | None = None
    ) -> None:
        """Begin a region of a zone; one that is still open ends.

        ``escape(text, offset)`` writes reader's text as the file wants it there; the offset
        counts in the view. A "paragraph" whose shape says furniture or credit is that. What
        markup calls furniture or a standfirst is aside where nothing else is said.
        """
        self.close()
        self._kind, self._language, self._escape = kind, language, escape
        self._aside = kind in _ASIDE if aside is None else aside

    def article(self) -> None:
        """Begin an article of a file that holds several: a record, an item."""
        self.close()
        self._articles.append(len(self._regions))

    def comes_from(self, language: str) -> None:
        """Tell in which language (a code, "" for unknown) the article was written first.

        It holds for the article begun last, before any for the file as a whole.
        """
        self._origins[len(self._articles)] = language

    def text(self, start: int, end: int) -> None:
        """Source text that a reader sees as it is written."""
        if start < end:
            self.add([(self._source.text[start:end], start, end, VERBATIM, start)])

    def add(self, parts: list[Part]) -> None:
        """Several stretches of source text without markup between them; their order is the file's.

        Each has its own start for its seam: what is said of markup before the first counts.
        """
        if not parts:
            return
        own, seam = self._own, self._seam
        text, start, end, kind, _ = parts[0]
        if seam is not None:
            parts[0] = (text, start, end, kind, seam)
        elif kind is VERBATIM and own and own[-1][2:4] == (start, VERBATIM):
            whole, start, _, _, seam = own.pop()
            whole += text  # in place: a run of any number of bits takes linear time
            parts[0] = (whole, start, end, kind, seam)
        own += parts
        self._seam, self._sealed = None, False

    def shown(self, text: str, start: int, end: int) -> None:
        """Source text for which a reader sees another: an entity, an escape, a soft break."""
        if text:
            self._add(text, start, end, PieceKind.ATOMIC)

    def broken(self, start: int, end: int) -> None:
        """Markup that breaks the line, such as ``br``."""
        self._add("\n", start, end, PieceKind.BREAK)

    def protected(self, start: int, end: int) -> None:
        """Source text that stands for something within a sentence that is no prose."""
        self._add(OBJECT, start, end, PieceKind.PROTECTED)

    def opens(self, start: int, end: int) -> None:
        """Inline markup that begins something: what is inserted here goes before it."""
        if not self._sealed:
            self._seam = start if self._seam is None else self._seam
            self._sealed = True

    def closes(self, start: int, end: int) -> None:
        """Inline markup that ends something: what is inserted here goes behind it."""
        if not self._sealed:
            self._seam = end

    def hidden(self, start: int, end: int) -> None:
        """Source text that shows nothing, a second blank say: what is inserted goes behind it."""
        self._seam, self._sealed = end, False

    def comment(self, start: int, end: int, text: str, *, beside: bool = False) -> None:
        """A comment of the format, in which a suppression may stand; ``text`` is what it says."""
        self._comments.append(Comment(Span(start, end), text, beside))

    def _add(
        self, text: str, start: int, end: int, kind: PieceKind, seam: int | None = None
    ) -> None:
        if seam is None:
            seam = start if self._seam is None else self._seam
        self._own.append((text, start, end, kind, seam))
        self._seam, self._sealed = None, False

    def close(self) -> None:
        """End the region; one without any text but blanks is forgotten."""
        own, last = self._own, self._own[-1] if self._own else None
        if own and (own[0][0][:1].isspace() or own[-1][0][-1:].isspace()):
            own = trimmed(own)
        seam = self._seam if own and last is own[-1] else None
        self._own, self._seam, self._sealed = [], None, False
        if not own or (own[0][3] not in EDITABLE and not any(one[3] in EDITABLE for one in own)):
            return
        if self._regions:
            self._put(JOINT, [(JOINT, self._tail, self._tail, PieceKind.JOINT, self._tail)])
        start, text = self._length, "".join([one[0] for one in own])
        self._put(text, own)
        self._tail = own[-1][2] if seam is None else seam
        shape = zone_by_shape(text) if self._kind == "paragraph" else ""
        span = Span(start, self._length)
        self._regions.append(Region(span, shape or self._kind, self._language, self._aside))
        self._escapes.append(self._escape)

    def _put(self, text: str, parts: list[Part]) -> None:
        self._view.append(text)
        self._length += len(text)
        self._parts += parts

    def embed(self, outer: Document, inner: Document, kind: str = "") -> None:
        """Add the regions of a text within the text: HTML in a JSON string, say.

        ``outer`` shows, as one region that is the whole view, the string as it is decoded;
        ``inner`` is the document of that string. ``kind`` stands in for "paragraph".
        """
        self.close()
        for region in inner.regions:
            zone = kind if kind and region.kind == "paragraph" else region.kind
            escape = both(outer, inner, region.span.start - self.length)
            aside = region.aside if zone == region.kind != kind else None
            self.open(zone, region.language, escape, aside=aside)
            self.add(embedded(outer, inner, region.span))
            after = inner.pieces_of(Span(region.span.end, region.span.end + 1))
            if after and after[0].kind is PieceKind.JOINT and after[0].seam:
                tail = after[0].seam
                self.closes(*outer.locate(Span(tail - 1, tail)))
            self.close()
        for comment in inner.comments or ():
            span = outer.locate(comment.span)
            below = outer.locate(comment.below or inner.row_below(comment.span.end))
            self._comments.append(Comment(span, comment.text, below=below))

    def document(self) -> Document:
        """The document of all that was added."""
        self.close()
        escapes, starts = tuple(self._escapes), tuple(one.span.start for one in self._regions)

        def escape(text: str, offset: int) -> str:
            return escapes[max(0, bisect_right(starts, offset) - 1)](text, offset)

        parts, origins = self._article_spans()
        return BuiltDocument(
            self._source,
            "".join(self._view),
            tuple(self._regions),
            self._parts,
            escape if any(one is not as_is for one in escapes) else as_is,
            tuple(sorted(self._comments)),
            parts,
            "" if parts else origins[0],
            origins if parts else (),
        )

    def _article_spans(self) -> tuple[tuple[Span, ...], tuple[str, ...]]:
        """The spans from the first to the last region of each article, () if there is but one.

        With them come the languages that they were written in first.
        """
        bounds = pairwise([0, *self._articles, len(self._regions)])
        whole = self._origins.get(0, "")
        filled = [(*pair, at) for at, pair in enumerate(bounds) if pair[0] < pair[1]]
        origins = tuple(self._origins.get(at, whole) for _, _, at in filled) or (whole,)
        if len(filled) < 2:
            return (), origins
        spans = (
            Span(self._regions[first].span.start, self._regions[end - 1].span.end)
            for first, end, _ in filled
        )
        return tuple(spans), origins

    @property
    def length(self) -> int:
        """How long the view is so far, without the region that is open."""
        return self._length + (len(JOINT) if self._regions else 0)
