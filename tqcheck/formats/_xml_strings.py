"""What the text of an XML element says, and how new text is written into it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import unescape

from tqcheck.document import OBJECT, Document, Piece, PieceKind, Region, UnwritableError
from tqcheck.formats._embedded import Everywhere
from tqcheck.formats._xml_scan import CDATA, REFERENCE, Scan
from tqcheck.later import later
from tqcheck.record import NamedTuple
from tqcheck.source import Source, Span

_MEANT = later(r"&[^;]++;|\r\n?")
_LINE_END = later(r"\r\n?")
_ILLEGAL = later("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NUMBER = later(r"&#(?:x([0-9A-Fa-f]++)|([0-9]++));")
_SAFE = later(r"[^&<>\]]*+")
_BLANKS = " \t\r\n"


class Chunk(NamedTuple):
    """A stretch of an element's text, as offsets; ``kind`` is TEXT, CDATA or REFERENCE."""

    kind: int
    start: int
    end: int


TEXT = -1
"""The kind of a chunk between two tokens."""


def chunks(scan: Scan, first: int, last: int) -> list[Chunk]:
    """The text between two tokens, a start tag and its end tag, that has no element in it.

    Blank text around a CDATA section is no part of it.
    """
    found: list[Chunk] = []
    starts, ends, text = scan.starts, scan.ends, scan.source.text
    for at in range(first, last):
        kind, start, end = scan.kinds[at], starts[at], ends[at]
        if kind == CDATA:
            found.append(Chunk(kind, start + 9, end - 3))
        elif kind == REFERENCE:
            found.append(Chunk(kind, start, end))
        if end < starts[at + 1]:
            found.append(Chunk(TEXT, end, starts[at + 1]))
    if len(found) > 1:
        for end in (-1, 0):
            kind, start, stop = found[end]
            if kind == TEXT and not text[start:stop].strip(_BLANKS):
                found.pop(end)
    return found


class Escape(Everywhere):
    """How new text is written in one region: between tags, in a CDATA section or in either."""

    __slots__ = ("_ascii_only", "_seen")

    def __init__(self, *, ascii_only: bool) -> None:
        self._ascii_only = ascii_only
        self._seen = 0

    def sees(self, kind: int) -> None:
        """Take note of what the region's text stands in: TEXT or CDATA."""
        self._seen |= 2 if kind == CDATA else 1

    def __call__(self, text: str, _at: int) -> str:
        """Reader's text as the file wants it; raises UnwritableError where it can't hold it."""
        if _ILLEGAL.search(text):
            raise UnwritableError("XML can't hold a control character")
        if self._seen < 2:
            return self._between_tags(text)
        if "\r" in text or "]]>" in text or text.startswith((">", "]>")) or text.endswith("]"):
            raise UnwritableError("a CDATA section can't hold it")
        if self._ascii_only and not text.isascii():
            raise UnwritableError("a CDATA section of an ASCII file can't hold it")
        if self._seen > 2 and not _SAFE.fullmatch(text):
            raise UnwritableError("a CDATA section begins or ends beside it")
        return text

    def _between_tags(self, text: str) -> str:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        text = text.replace("\r", "&#13;")
        if self._ascii_only and not text.isascii():
            return text.encode("ascii", "xmlcharrefreplace").decode("ascii")
        return text


def meant(source: Source, chunk: Chunk) -> Iterator[tuple[int, int, str]]:
    """What stands for another text in a chunk: where it starts and ends, and what it means."""
    kind, start, end = chunk
    text = source.text
    if kind == REFERENCE:
        yield start, end, OBJECT
    elif kind == CDATA:
        if text.find("\r", start, end) >= 0:
            yield from ((*one.span(), "\n") for one in _LINE_END.finditer(text, start, end))
    elif text.find("&", start, end) >= 0 or text.find("\r", start, end) >= 0:
        yield from ((*one.span(), character(one[0])) for one in _MEANT.finditer(text, start, end))


def character(written: str) -> str:
    """What a reference or a line's end means."""
    if written[0] == "\r":
        return "\n"
    if number := _NUMBER.fullmatch(written):
        return chr(int(number[1], 16) if number[1] else int(number[2]))
    return unescape(written)


def string(source: Source, parts: Iterable[Chunk], escape: Escape) -> Document:
    """The document of an element's text: one region, as it is decoded, whatever it stands in."""
    shown: list[str] = []
    pieces: list[Piece] = []
    length = 0

    def add(said: str, start: int, end: int, kind: PieceKind) -> None:
        nonlocal length
        shown.append(said)
        view = Span(length, length + len(said))
        pieces.append(Piece(view, Span(start, end), kind, start))
        length = view.end

    for chunk in parts:
        at, text = chunk.start, source.text
        if chunk.kind != REFERENCE:
            escape.sees(chunk.kind)
        for start, end, said in meant(source, chunk):
            if at < start:
                add(text[at:start], at, start, PieceKind.VERBATIM)
            add(said, start, end, PieceKind.PROTECTED if said == OBJECT else PieceKind.ATOMIC)
            at = end
        if at < chunk.end:
            add(text[at : chunk.end], at, chunk.end, PieceKind.VERBATIM)
    region = (Region(Span(0, length), "other"),) if length else ()
    return Document(source, "".join(shown), region, tuple(pieces), escape)
