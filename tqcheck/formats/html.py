"""HTML: text between tags and in a few attributes, by the blocks that the tags make."""

from __future__ import annotations

from tqcheck.document import Document
from tqcheck.formats._filled_in import masked
from tqcheck.formats._html_walk import Walk
from tqcheck.formats.build import Builder
from tqcheck.formats.reading import Reading
from tqcheck.source import Source


def read(source: Source, reading: Reading, *, paragraphs: bool = False) -> Document:
    """The document of an HTML file; nothing in it is ever wrong enough to be refused.

    ``paragraphs`` says that it is a text as publishing systems keep it before they make
    paragraphs of it: where none is marked they end with blank rows.
    """
    builder = Builder(source)
    start = 1 if source.text.startswith("\N{ZERO WIDTH NO-BREAK SPACE}") else 0
    fill(builder, source, reading, start, len(source.text), paragraphs=paragraphs)
    return builder.document()


def fill(
    builder: Builder,
    source: Source,
    reading: Reading,
    start: int,
    end: int,
    *,
    xml: bool | None = None,
    text: str | None = None,
    paragraphs: bool = False,
) -> None:
    """Read ``source.text[start:end]``, offsets in code points, into a builder as HTML.

    ``xml`` tells whether it is written as XHTML; None leaves that to the file's suffix.
    ``text`` is the source's text with the tags of templates masked, if that was done; for
    ``paragraphs`` see ``read``.
    """
    if xml is None:
        xml = source.path.lower().endswith(".xhtml")
    if text is None:
        text = masked(source.text)
    Walk(builder, text, reading, xml=xml, by_rows=paragraphs).read(start, end)
