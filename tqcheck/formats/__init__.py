"""Readers: one module a format, each turning a Source into a Document."""

from __future__ import annotations

from tqcheck.document import Document
from tqcheck.formats import plain
from tqcheck.source import Source


def read(source: Source) -> Document:
    """The document of a source; every file is read as plain text so far."""
    return plain.read(source)
