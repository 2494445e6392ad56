"""XLIFF and TMX: the segments in the language of the articles."""

from __future__ import annotations

from tqcheck.formats import layers
from tqcheck.formats._filled_in import may_hold, placeholders
from tqcheck.formats._languages import code_of
from tqcheck.formats._xml_look import is_flat, may_be_encoded
from tqcheck.formats._xml_scan import CDATA, END, REFERENCE, START, Scan
from tqcheck.formats._xml_strings import TEXT, Chunk, Escape, chunks, meant, string
from tqcheck.formats.build import Builder
from tqcheck.formats.reading import Reading, is_other

_PASSED_OVER = frozenset(
    """
    source seg-source alt-trans matches glossary notes note metadata originaldata header skeleton
    ignorable prop ude bin-source
    """.split()
)
_MARKUP = frozenset("g mrk pc hi".split())
"""Inline elements around text. What is neither here nor below stands for something in it."""
_OPENERS = frozenset("bpt bx sc sm".split())
_CLOSERS = frozenset("ept ex ec em".split())
_POSITIONS = {"begin": True, "open": True, "end": False, "close": False}
"""Whether a code that stands without its other half (``it``) is one that opens."""


def add_segments(builder: Builder, scan: Scan, reading: Reading) -> None:
    """Add the ``target`` of each unit, or the ``seg`` of each variant, in the right language."""
    stack = [("", True)]  # the language of targets and whether they are translated
    kinds, names, partners = scan.kinds, scan.names, scan.partners
    at, last = kinds.index(START), len(kinds)
    while at < last:
        if kinds[at] == END:
            stack.pop()
        elif kinds[at] == START:
            name, own = names[at], scan.attributes(at)
            language, translated = stack[-1]
            language = own.get("target-language", own.get("trglang", language))
            translated = {"yes": True, "no": False}.get(own.get("translate", ""), translated)
            if name == "file":
                builder.article()
            if said := own.get("source-language", own.get("srclang", "")):
                builder.comes_from(code_of(said))
            if name == "tuv":
                language = own.get("xml:lang", own.get("lang", ""))
                translated = bool(language)
            if name == "target":
                language = own.get("xml:lang", language)
            if name in _PASSED_OVER:
                at = partners[at]
            elif name in ("target", "seg"):
                if translated and not is_other(language, reading):
                    _add(builder, scan, reading, at, language)
                at = partners[at]
            else:
                stack.append((language, translated))
        at += 1


def _add(builder: Builder, scan: Scan, reading: Reading, at: int, language: str) -> None:
    """Add one segment."""
    escape = Escape(ascii_only=scan.ascii_only)
    last = scan.partners[at]
    if is_flat(scan, at) and may_be_encoded(scan, at):
        said = string(scan.source, chunks(scan, at, last), Escape(ascii_only=scan.ascii_only))
        if layers.format_within(said.view) == "html":
            layers.add(builder, said, reading, "paragraph")
            return
    builder.open("paragraph", language, escape)
    starts, ends = scan.starts, scan.ends
    while at < last:
        if ends[at] < starts[at + 1]:
            _chunk(builder, scan, Chunk(TEXT, ends[at], starts[at + 1]), escape)
        at += 1
        kind = scan.kinds[at]
        if kind == CDATA:
            _chunk(builder, scan, Chunk(CDATA, starts[at] + 9, ends[at] - 3), escape)
        elif kind == REFERENCE:
            builder.protected(starts[at], ends[at])
        elif kind in (START, END) and at < last:
            escape.sees(TEXT)
            at = _inline(builder, scan, reading, at)
    builder.close()


def _inline(builder: Builder, scan: Scan, reading: Reading, at: int) -> int:
    """A tag within a segment; gives the token read last."""
    start, end = scan.starts[at], scan.ends[at]
    if scan.kinds[at] == END:
        builder.closes(start, end)
        return at
    name, own, partner = scan.names[at], scan.attributes(at), scan.partners[at]
    kept = own.get("translate") == "no" or own.get("mtype") == "protected"
    kept = kept or is_other(own.get("xml:lang", ""), reading)
    half = _POSITIONS.get(own.get("pos", "")) if name == "it" else None
    if name in _OPENERS or half:
        builder.opens(start, scan.ends[partner])
        return partner
    if name in _CLOSERS or half is False:
        builder.closes(start, scan.ends[partner])
        return partner
    if name in _MARKUP and not kept:
        builder.opens(start, end)
        return at
    builder.protected(start, scan.ends[partner])
    return partner


def _chunk(builder: Builder, scan: Scan, chunk: Chunk, escape: Escape) -> None:
    """Text of a segment, as it is written: blanks and line ends count."""
    escape.sees(chunk.kind)
    at = chunk.start
    for start, end, said in meant(scan.source, chunk):
        _plain(builder, scan.source.text, at, start)
        builder.shown(said, start, end)
        at = end
    _plain(builder, scan.source.text, at, chunk.end)


def _plain(builder: Builder, text: str, start: int, end: int) -> None:
    """Text that stands as it is, but for placeholders."""
    if may_hold(text[start:end]):
        for first, last in placeholders(text, start, end):
            builder.text(start, first)
            builder.protected(first, last)
            start = last
    builder.text(start, end)
