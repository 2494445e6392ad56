"""The one door to the cutting of HTML into tags and text, whichever library does it."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.formats._html_scan import CLOSE, COMMENT, OPEN, OTHER, TEXT, Token, scan

__all__ = ["CLOSE", "COMMENT", "OPEN", "OTHER", "TEXT", "Token", "iter_tokens"]


def iter_tokens(text: str, start: int, end: int, *, xml: bool = False) -> Iterator[Token]:
    """The tokens of ``text[start:end]`` in order, with their places in ``text``."""
    return scan(text, start, end, xml=xml)
