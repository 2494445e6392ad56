"""Readers: one module a format, each turning a Source into a Document."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, cast

from tqcheck.document import Document
from tqcheck.formats.reading import Reading
from tqcheck.record import NamedTuple
from tqcheck.source import Source


class Format(NamedTuple):
    """A format: the module of this folder that reads it, and the suffixes it goes by."""

    module: str
    suffixes: tuple[str, ...]


FORMATS: Mapping[str, Format] = {
    "plain": Format("plain", (".txt", ".text")),
    "markdown": Format("markdown", (".md", ".markdown", ".mdx", ".qmd", ".rmd")),
    "html": Format("html", (".html", ".htm", ".xhtml")),
    "json": Format("json", (".json",)),
    "jsonl": Format("json", (".jsonl", ".ndjson")),
    "csv": Format("csv", (".csv",)),
    "tsv": Format("csv", (".tsv",)),
    "xml": Format("xml", (".xml", ".rss", ".atom", ".nitf", ".newsml", ".ttml", ".dfxp", ".itt")),
    "xliff": Format("xml", (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff", ".txlf")),
    "tmx": Format("xml", (".tmx",)),
    "po": Format("po", (".po",)),
    "docx": Format("docx", (".docx", ".docm")),
    "srt": Format("subtitles", (".srt",)),
    "vtt": Format("subtitles", (".vtt",)),
}
"""The formats by name."""

DATA = frozenset({"json", "jsonl", "csv", "tsv", "xml"})
"""Formats whose files need not hold articles: what is prose is told by the names of fields."""

_BY_SUFFIX = {suffix: name for name, one in FORMATS.items() for suffix in one.suffixes}
SUFFIXES = tuple(_BY_SUFFIX)
"""The suffixes of all formats, lower case."""

_BINARY = frozenset({"docx"})


def format_of(path: str) -> str:
    """The name of the format that a path's suffix tells; plain for a suffix nobody knows."""
    name = path.lower()
    at = name.rfind(".")
    return _BY_SUFFIX.get(name[at:], "plain") if at >= 0 else "plain"


def is_binary(format_: str) -> bool:
    """True for a format that is no text: its own module makes a source of its bytes."""
    return format_ in _BINARY


def decode(path: str, data: bytes, format_: str) -> Source:
    """The source of a file's bytes; raises SourceError for bytes that are not of the format."""
    if format_ in _BINARY:
        return cast("Source", _module(format_).decode(path, data))
    return Source.decode(path, data)


def read(source: Source, reading: Reading = Reading()) -> Document:  # noqa: B008 - it is frozen
    """The document of a source: prose, zones and the way back.

    Raises SourceError for a file that does not keep the rules of its format.
    """
    name = reading.format or format_of(source.path)
    document: Document = _module(name).read(source, reading._replace(format=name))
    return document


def _module(format_: str) -> Any:
    """The module that reads a format, imported when a file of it is met."""
    return import_module(f"{__name__}.{FORMATS[format_].module}")
