"""Texts within texts: what a string of a feed is (HTML, Markdown or plain), and its prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from html import unescape

from tqcheck.document import Document, Region
from tqcheck.errors import SourceError
from tqcheck.formats import FORMATS, read
from tqcheck.formats._filled_in import filled_in
from tqcheck.formats._strings import Escaped, shielded, string
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
_ENTITY = later(r"&(?:#[0-9]{2,7}|#[xX][0-9A-Fa-f]{2,6}|[A-Za-z]{2,24}[0-9]{0,2});")
_SIGN = later(
    r"""
    (?P<strong> \]\((?:https?:|mailto:|/|\#|\.) | ^[ ]{0,3}(?:```|~~~) | ^\#{2,6}[ ]+\S )
    | \*\*[^\s*][^*\n]*+\*\* | ^\#[ ]+\S | \]\([^\s()]++\)
    """,
    re.VERBOSE | re.MULTILINE,
)
_SIGNS_NEEDED = 2


def add(builder: Builder, outer: Document, reading: Reading, kind: str) -> None:
    """Add the prose of a string to a builder.

    ``outer`` shows the whole string as it is decoded, as one region. ``kind`` is the zone of
    the field: "paragraph" stands for a whole article, whose own zones are kept; every other
    stands in for the paragraphs within, and for all rows of a plain text.
    """
    format_ = format_within(outer.view)
    if format_ in ("plain", "entities") and (spans := filled_in(outer.view)):
        outer = shielded(outer, spans)
    builder.embed(outer, _inner(outer, format_, reading, kind), kind)


def _inner(outer: Document, format_: str, reading: Reading, kind: str) -> Document:
    """The document of the string itself."""
    source = _source(outer)
    if format_ == "entities":
        return _with_entities(source, reading, kind)
    if format_ == "html":
        from tqcheck.formats import html

        return html.read(source, reading, paragraphs=True)
    if format_ in FORMATS and format_ != "plain":
        with suppress(SourceError):  # no article of a feed is refused for its front matter
            return read(source, reading._replace(format=format_))
    return _plain(outer, reading, kind)


def _plain(outer: Document, reading: Reading, kind: str) -> Document:
    """A plain text: an article with its zones, or rows of one zone."""
    if kind == "paragraph":
        return read(_source(outer), reading._replace(format="plain"))
    return _rows(outer, kind)


def format_within(text: str) -> str:
    """The format of a text that nobody names: "html", "markdown", "plain", or "entities".

    The last is plain text with characters written as in HTML.
    """
    tagged = "<" in text and _TAG.search(text) is not None
    if tagged and _OPENING.match(text):
        return "html"
    if _is_markdown(text):
        return "markdown"
    if tagged:
        return "html"
    return "plain" if next(_entities(text), None) is None else "entities"


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


def _entities(text: str) -> Iterator[Escaped]:
    """The references to characters that a text really holds."""
    for one in _ENTITY.finditer(text) if "&" in text else ():
        character = unescape(one[0])
        if len(character) == 1:
            yield Escaped(*one.span(), character)


def _source(outer: Document) -> Source:
    return Source(outer.source.path, outer.view)


def _rows(outer: Document, kind: str) -> Document:
    """A plain text whose rows are all of one zone."""
    text = outer.view
    at = 1 if text.startswith("\N{ZERO WIDTH NO-BREAK SPACE}") else 0
    regions: list[Region] = []
    for row in text[at:].split("\n"):
        start = at + len(row) - len(row.lstrip())
        if bare := row.strip():
            regions.append(Region(Span(start, start + len(bare)), kind))
        at += len(row) + 1
    plain = read(_source(outer), Reading("plain"))
    return Document(plain.source, text, tuple(regions), plain.pieces)


def _with_entities(source: Source, reading: Reading, kind: str) -> Document:
    """Plain text in which characters are written as in HTML."""
    from tqcheck.formats._html_text import escapes

    text = source.text
    decoded = string(source, 0, len(text), escapes("", xml=False), _entities(text))
    builder = Builder(source)
    builder.embed(decoded, _plain(decoded, reading, kind))
    return builder.document()
