"""What Markdown's parser doesn't know: shortcodes, bare addresses, and offsets in code points."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from itertools import accumulate

from tqcheck.formats import _filled_in
from tqcheck.formats._filled_in import MASK, PLACEHOLDER, may_hold
from tqcheck.later import later

_SHORTCODE = later(
    r"""
    \{\{[^{}\n]{0,400}\}\} | \{%[^\n]{0,400}?%\}       # Hugo, Liquid, Jinja
    | \{:[^{}\n]{0,200}\}                              # attributes of a block
    | \[\[[^\[\]\n]{1,200}\]\]                         # a link of a wiki
    """,
    re.VERBOSE | re.MULTILINE,
)
_ROW = later(
    r"""
    ^[ ]{0,3}:{3,}[^\n]{0,200}(?=\n|\Z)                # the fence of a container
    | ^[ ]*+\ue000[\ue000 ]*+(?=\r?(?:\n|\Z))            # nothing but shortcodes
    """,
    re.VERBOSE | re.MULTILINE,
)
_ATTRIBUTES = later(r"[ \t]\{(?:[#.][\w-]|[\w-]{1,40}=)[^{}\n]{0,200}\}(?=[ \t#]*\r?(?:\n|\Z))")
"""What says an element's class or number at the end of its row: no reader sees it."""
_EXPRESSION = later(
    r"""
    \{(?:[^{}\n]|\{[^{}\n]{0,200}\}){0,400}\}          # a JSX expression or comment
    | ^(?:import|export)[ ][^\n]{0,400}                # a statement
    """,
    re.VERBOSE | re.MULTILINE,
)
_BARE = later(
    rf"""
    {PLACEHOLDER}
    | (?<![\w@./-])(?:https?://|ftp://|mailto:|www\.)[^\s<>\ue000]*[^\s<>.,;:!?'")\]*_~\ue000]
    | (?<![A-Za-z0-9.+-])[\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,5}}
    """,
    re.VERBOSE,
)
_CHARACTER = later(r"[^\r\n]")


def masked(text: str, *, mdx: bool) -> str:
    """The text with every character of a shortcode replaced by MASK, rows kept.

    A row of nothing else is blank: a block ends there.
    """
    text = _filled_in.masked(text, _mask)
    if "{" in text or "[[" in text:
        text = _SHORTCODE.sub(_mask, text)
        if mdx:
            text = _EXPRESSION.sub(_mask, text)
        text = _ATTRIBUTES.sub(_blank, text)
    return _ROW.sub(_blank, text) if MASK in text or ":::" in text else text


def _mask(match: re.Match[str]) -> str:
    shown = match.group()
    return MASK * len(shown) if "\n" not in shown else _CHARACTER.sub(MASK, shown)


def _blank(match: re.Match[str]) -> str:
    row = match.group()
    return " " * len(row.rstrip("\r")) + row[len(row.rstrip("\r")) :]


def protected_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The shortcodes, addresses and e-mail addresses in a stretch of the masked text."""
    part = text[start:end]
    if may_hold(part) or "@" in part or "://" in part or "www." in part or "mailto:" in part:
        for match in _BARE.finditer(text, start, end):
            yield match.span()


_STARTS = bytes(0 if 0x80 <= byte < 0xC0 else 1 for byte in range(256))
"""1 for each byte that begins a character of UTF-8."""


def offsets(text: str) -> Sequence[int]:
    """The number of code points before each byte of the text in UTF-8, its end included."""
    if text.isascii():
        return range(len(text) + 1)
    begun = accumulate(text.encode("utf-8", "surrogatepass").translate(_STARTS), initial=0)
    return array("L", begun)
