"""Strings of JSON: what they say, the way back to the file, and how new text is written in them."""

from __future__ import annotations

import json
import re

from tqcheck.document import Document
from tqcheck.formats._embedded import Everywhere
from tqcheck.formats._strings import Escaped, string
from tqcheck.formats.build import Escape
from tqcheck.later import later
from tqcheck.source import Source

_ESCAPE = later(
    r"""
    \\u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2}     # two for one character
    | \\u[0-9A-Fa-f]{4} | \\.
    """,
    re.VERBOSE,
)
_SIMPLE = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_UNSHOWN = "\N{REPLACEMENT CHARACTER}"


def decoded(raw: str) -> str:
    """What a string says, given what stands between its quotes, which must be valid."""
    return _ESCAPE.sub(lambda one: _character(one[0]), raw) if "\\" in raw else raw


def string_at(source: Source, start: int, end: int, escape: Escape) -> Document:
    """The document of the string between two quotes."""
    text = source.text
    if text.find("\\", start, end) < 0:
        return string(source, start, end, escape)
    found = _ESCAPE.finditer(text, start, end)
    return string(
        source, start, end, escape, (Escaped(*one.span(), _character(one[0])) for one in found)
    )


def _character(escape: str) -> str:
    """The character that an escape stands for; a half of one, or NUL, can't be shown."""
    sign = escape[1]
    if sign != "u":
        return _SIMPLE.get(sign, sign)
    code = int(escape[2:6], 16)
    if len(escape) > 6:
        return chr(0x10000 + ((code - 0xD800) << 10) + int(escape[8:], 16) - 0xDC00)
    return _UNSHOWN if code == 0 or 0xD800 <= code < 0xE000 else chr(code)


def escape_for(source: Source) -> Escape:
    """How new text is written: in ASCII where the file has all else in escapes."""
    ascii_only = source.text.isascii() and "\\u" in source.text

    return Everywhere(lambda text: json.dumps(text, ensure_ascii=ascii_only)[1:-1])
