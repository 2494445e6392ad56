"""Texts within texts: what a string of a feed is (HTML, Markdown or plain), and its prose."""

from __future__ import annotations

import re
from html.entities import html5

from tqcheck.document import Document, Region
from tqcheck.formats import FORMATS, read
from tqcheck.formats.build import Builder
from tqcheck.formats.reading import Reading
from tqcheck.later import later
from tqcheck.source import Source, Span

_BLOCK_NAMES = (
    "p|br|hr|div|h[1-6]|[uo]l|li|dl|img|figure|picture|blockquote|table|section|article|aside"
    "|header|footer|iframe|video|audio|pre|script|style|html|body"
)
_TAG = later(
    rf"""
    </[a-z][a-z0-9-]*\s*>                       # a closing tag
    | <(?:{_BLOCK_NAMES})(?:\s[^<>]*)?/?>       # a tag of a block, or one that stands alone
    | <!--
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OPENING = later(rf"\s*(?:<(?:{_BLOCK_NAMES})(?:\s[^<>]*)?/?>|<!)", re.IGNORECASE)
_ENTITY = later(r"&(?:#[0-9]{2,7}|#[xX][0-9A-Fa-f]{2,6}|([A-Za-z]{2,24}[0-9]{0,2}));")
_SIGN = later(
    r"""
    (?P<strong> \]\((?:https?:|mailto:|/|\#|\.) | ^[ ]{0,3}(?:```|~~~) | ^\#{2,6}[ ]+\S )
    | \*\*[^\s*][^*\n]*+\*\* | ^\#[ ]+\S | \]\([^\s()]++\)
    """,
    re.VERBOSE | re.MULTILINE,
)
_SIGNS_NEEDED = 2
_SPANNING = later(
    r"""
    <(?:p|br|div|pre|script|style|table|code|textarea|svg|math|template|!--)\b
    | \b(?:hidden|lang|translate)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What makes the blank rows of an HTML text no ends of paragraphs."""
_BLANK_ROW = later(r"\n[ \t\r]*\n\s*")


def add(builder: Builder, outer: Document, reading: Reading, kind: str) -> None:
    """Add the prose of a string to a builder.

    ``outer`` shows the whole string as it is decoded, as one region. ``kind`` is the zone of
    the field: "paragraph" stands for a whole article, whose own zones are kept; every other
    stands in for the paragraphs within, and for all rows of a plain text.
    """
    format_ = format_within(outer.view)
    if format_ != "plain":
        builder.embed(outer, _marked_up(outer, reading, format_, kind), kind)
    elif kind == "paragraph":
        builder.embed(outer, read(_source(outer), reading._replace(format="plain")))
    else:
        builder.embed(outer, _rows(outer, kind))


def format_within(text: str) -> str:
    """The format of a text that nobody names: "html", "markdown" or "plain"."""
    tagged = "<" in text and _TAG.search(text) is not None
    if tagged and _OPENING.match(text):
        return "html"
    if "markdown" in FORMATS and _is_markdown(text):
        return "markdown"
    return "html" if tagged or _has_entity(text) else "plain"


def _is_markdown(text: str) -> bool:
    """True if the text holds several signs of Markdown, or one that nothing else explains."""
    if "](" not in text and "**" not in text and "# " not in text and not _fenced(text):
        return False
    signs = 0
    for sign in _SIGN.finditer(text):
        signs += _SIGNS_NEEDED if sign["strong"] else 1
        if signs >= _SIGNS_NEEDED:
            return True
    return False


def _fenced(text: str) -> bool:
    return "```" in text or "~~~" in text


def _has_entity(text: str) -> bool:
    if "&" not in text:
        return False
    return any(one[1] is None or one[1] + ";" in html5 for one in _ENTITY.finditer(text))


def _source(outer: Document) -> Source:
    return Source(outer.source.path, outer.view)


def _rows(outer: Document, kind: str) -> Document:
    """A plain text whose rows are all of one zone."""
    text, at = outer.view, 0
    regions: list[Region] = []
    for row in text.split("\n"):
        start = at + len(row) - len(row.lstrip())
        if bare := row.strip():
            regions.append(Region(Span(start, start + len(bare)), kind))
        at += len(row) + 1
    plain = read(_source(outer), Reading("plain"))
    return Document(plain.source, text, tuple(regions), plain.pieces)


def _marked_up(outer: Document, reading: Reading, format_: str, kind: str) -> Document:
    """A text in HTML or Markdown."""
    source = _source(outer)
    if format_ == "html":
        if "<" not in source.text or not _TAG.search(source.text):
            return _entities(source, kind)
        if _BLANK_ROW.search(source.text) and not _SPANNING.search(source.text):
            return _paragraphs(source, reading)
    return read(source, reading._replace(format=format_))


def _entities(source: Source, kind: str) -> Document:
    """Plain text whose odd characters are written as in HTML."""
    from tqcheck.formats._html_text import add_text, escapes

    builder = Builder(source)
    for region in read(source, Reading("plain")).regions:
        zone = region.kind if kind == "paragraph" else kind
        builder.open(zone, escape=escapes("", xml=False))
        add_text(builder, source.text, *region.span)
    return builder.document()


def _paragraphs(source: Source, reading: Reading) -> Document:
    """HTML as publishing systems keep it before they make paragraphs of it: by blank rows."""
    from tqcheck.formats.html import fill

    builder, start = Builder(source), 0
    for gap in _BLANK_ROW.finditer(source.text):
        fill(builder, source, reading, start, gap.start())
        start = gap.end()
    fill(builder, source, reading, start, len(source.text))
    return builder.document()
