"""The one door to the cutting of HTML into tags and text, whichever library does it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from tqcheck.formats._html_scan import CLOSE, COMMENT, OPEN, OTHER, RAW, TEXT, Token, scan

__all__ = ["CLOSE", "COMMENT", "OPEN", "OTHER", "TEXT", "Token", "iter_tokens"]

WORTH = 8_000_000
"""From this length on turbohtml saves more time than its import costs."""


def iter_tokens(text: str, start: int, end: int, *, xml: bool = False) -> Iterator[Token]:
    """The tokens of ``text[start:end]`` in order, with their places in ``text``.

    Long texts are cut by turbohtml where it is installed, all others by our own scanner, which
    is made to the same rules: both give the same tokens. turbohtml knows nothing of XHTML.
    """
    if end - start < WORTH or xml:
        return scan(text, start, end, xml=xml)
    try:
        import turbohtml  # noqa: F401 - is it there?
    except ImportError:
        return scan(text, start, end)
    return _by_turbohtml(text, start, end)


def _by_turbohtml(text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens by turbohtml, which tells rows and columns of text with LF for every line end.

    Its own texts are not used: they run over "</>" and hold resolved references. A text is what
    lies between two tags.
    """
    from turbohtml import TokenType, tokenize

    part = text[start:end].replace("\r\n", " \n").replace("\r", "\n")
    rows = [start, *accumulate((len(row) + 1 for row in part.split("\n")), initial=start)][1:]
    kinds = {TokenType.START_TAG: OPEN, TokenType.END_TAG: CLOSE}
    at, raw = start, ""
    for token in tokenize(
        part, resolve_references=True, capture_source=True, capture_attributes=False
    ):
        source = token.source
        if token.type is TokenType.TEXT or not source:
            continue
        first = rows[token.line - 1] + token.col
        if at < first:
            yield from scan(text, at, first, raw)
        at, raw = first + len(source), ""
        kind = kinds.get(token.type, OTHER)
        name = (token.tag or "").lower()
        if kind == OPEN and name in RAW:
            raw = name
        elif source.startswith("<!--"):
            kind = COMMENT
        yield kind, name, first, at
    yield from scan(text, at, end, raw)
