"""Readers: one module a format, each turning a Source into a Document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import NamedTuple, cast

from tqcheck.document import Document
from tqcheck.formats.reading import Reading
from tqcheck.source import Source


class Format(NamedTuple):
    """A format: the module of this folder that reads it, and the suffixes it goes by."""

    module: str
    suffixes: tuple[str, ...]


FORMATS: Mapping[str, Format] = {
    "plain": Format("plain", (".txt", ".text", ".md", ".markdown")),
}
"""The formats by name."""

_BY_SUFFIX = {suffix: name for name, one in FORMATS.items() for suffix in one.suffixes}


def format_of(path: str) -> str:
    """The name of the format that a path's suffix tells; "" for a suffix nobody knows."""
    name = path.lower()
    at = name.rfind(".")
    return _BY_SUFFIX.get(name[at:], "") if at >= 0 else ""


Read = Callable[[Source, Reading], Document]


def read(source: Source, reading: Reading | None = None) -> Document:
    """The document of a source: prose, zones and the way back.

    Raises SourceError for a file that does not keep the rules of its format.
    """
    reading = reading or Reading()
    name = reading.format or format_of(source.path) or "plain"
    module = import_module(f"{__name__}.{FORMATS[name].module}")
    return cast("Read", module.read)(source, reading._replace(format=name))
