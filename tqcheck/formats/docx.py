"""DOCX: the paragraphs of a Word document, each a row; fixes change what stands in its runs."""

from __future__ import annotations

from tqcheck.document import Document, UnwritableError
from tqcheck.errors import SourceError
from tqcheck.formats._docx_bits import BREAK, BitKind
from tqcheck.formats._docx_comments import Note, commented
from tqcheck.formats._docx_package import opened
from tqcheck.formats._docx_source import DocxSource, rows_of
from tqcheck.formats._docx_styles import comments_of, zones_of
from tqcheck.formats.build import Builder
from tqcheck.formats.reading import Reading
from tqcheck.later import later
from tqcheck.source import Source

__all__ = ["DocxSource", "Note", "commented", "decode", "read"]

_UNWRITABLE = later(r"[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x9f]")


def decode(path: str, data: bytes) -> DocxSource:
    """The text of a package: main part first, then notes, headers and footers.

    Raises SourceError for what is no DOCX, is locked, broken, or unpacks without bounds.
    """
    package = opened(path, data)
    styles, said = zones_of(package.styles), comments_of(package.comments)
    return DocxSource(path, "", data, package.texts, styles, said, package.signed).told()


def read(source: Source, _reading: Reading | None = None) -> Document:
    """The document of a package's text: a region a paragraph, its zone by style, list or table.

    Text marked as another language counts: word processors mark what was typed under another
    keyboard. A comment of Word's that holds a suppression counts for its paragraph's row.
    """
    if not isinstance(source, DocxSource):
        what = "is read as DOCX, but stands within another file"
        raise SourceError(source.path, what, "name its format")
    builder = Builder(source)
    escape = _signed if source.signed else _written
    for row, bits in rows_of(source):
        builder.open(row.paragraph.zone, escape=escape)
        for at, bit, _ in bits:
            end = at + len(bit.text)
            if bit.kind is BitKind.OBJECT:
                builder.protected(at, end)
            elif bit.kind is BitKind.ELEMENT:
                builder.shown("\n" if bit.text == BREAK else bit.text, at, end)
            else:
                builder.text(at, end)
        for id_ in dict.fromkeys(row.paragraph.comments):
            builder.comment(row.at, row.at, source.said.get(id_, ""), beside=True)
    return builder.document()


def _written(text: str, _at: int) -> str:
    if found := _UNWRITABLE.search(text):
        raise UnwritableError(f"a run takes no {found[0]!r}")
    return text


def _signed(_text: str, _at: int) -> str:
    raise UnwritableError("the document is signed, and a change would break the signature")
