"""Finds characters that stand in the text as codes: entities, escapes, percent codes, bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.finding import Edit, Hit, Safety
from tqcheck.later import later
from tqcheck.source import Span
from tqcheck.wake import Trigger, Wake, trigger

FIELDS = ("char",)
PARAMS: Mapping[str, Any] = {"kind": "entity"}
"""``kind``: "entity" (&amp;amp;, “& nbsp;”), "backslash" (\\\\u2019), "percent" (%C5%82) or
"bytes" (<0xE2>)."""

_NAMES = (
    "amp|nbsp|quot|apos|lt|gt|ndash|mdash|hellip|rsquo|lsquo|rdquo|ldquo|sbquo|bdquo|laquo|raquo"
    "|euro|pound|shy|copy|reg|trade|deg|middot|bull|times|sect|ensp|emsp|thinsp|zwnj|zwj|oslash"
    "|szlig|aelig|oelig|lsaquo|rsaquo|minus|frac12|iexcl|iquest|numero"
    "|[aeiouyncszAEIOUYNCSZ](?:acute|grave|circ|uml|tilde|cedil|ring|caron)"
    r"|\#\d{2,6}|\#[xX][0-9a-fA-F]{2,5}"
)
_PATTERNS = {
    "entity": later(
        rf"""
        &[ ]?(?:amp;[ ]?){{0,3}}(?:{_NAMES})[ ]?;              # &nbsp; “& nbsp ;” &amp;nbsp;
        | &(?:nbsp|quot|laquo|raquo|[mn]dash|[lr][sd]quo|hellip)(?![\w=;])   # its end is lost
        """,
        re.VERBOSE,
    ),
    "backslash": later(r"(?:\\u[0-9a-fA-F]{4})+|\\x[89a-f][0-9a-f]|(?<!\\)\\[\"']"),
    "percent": later(
        r"(?<![/:.\w%?&=#-])[A-Za-z]{0,30}"
        r"(?:%(?:20|[C-F][0-9A-F](?:%[89AB][0-9A-F])+)[A-Za-z]{0,30})+(?![\w/=&.%]\S)"
    ),
    "bytes": later(r"(?:<0x[0-9A-F]{2}>)+"),
}
_FIRST = {"entity": "&", "backslash": "\\", "percent": "%", "bytes": "<0x"}
_IN_ADDRESS = later(r"(?:://|www\.|[?&]\w+=)\S*\Z")
_ODD = later(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_ENDING = later(r"(?:s|t|re|ve|ll|d|m)\b")
_SPOKEN_OF = "`'\"\u2018\u201c"


def wake(params: Mapping[str, Any]) -> Wake:
    """Where a code stands."""
    kind = str(params["kind"])
    if kind == "percent":
        return Wake((Trigger("%(?:20|[C-F][0-9A-F]%)"),))
    return Wake((trigger(_PATTERNS[kind]),))


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """The codes with the characters they stand for; linear in the text.

    Silent inside addresses and where a code is spoken of (directly inside quotation marks).
    """
    view, kind = article.view, str(params["kind"])
    if _FIRST[kind] not in view:
        return
    for match in _PATTERNS[kind].finditer(view):
        span, code = Span(*match.span()), match.group()
        if _IN_ADDRESS.search(view, max(0, span.start - 200), span.start):
            continue
        before, after = view[max(0, span.start - 1) : span.start], view[span.end : span.end + 1]
        if before and after and before in _SPOKEN_OF and after in "`'\"\u2019\u201d":
            continue
        char = _read(code, kind)
        if char is None or char == code or _ODD.search(char):
            yield Hit(span, {"char": ""}, fixable=False)
            continue
        edit, shown = _edit(view, span, char)
        doubtful = any(mark in char for mark in "<>\n")
        yield Hit(span, {"char": shown}, (edit,), Safety.UNSAFE if doubtful else None)


def _read(code: str, kind: str) -> str | None:
    """What a code stands for, None if nothing."""
    if kind == "entity":
        from html import unescape

        char = code.replace(" ", "")
        char = char if char.endswith(";") else f"{char};"
        for _ in range(4):
            char = unescape(char)
        return char
    if kind == "backslash":
        if code[1] in "\"'":
            return code[1]
        units = re.findall(r"\\[ux]([0-9a-fA-F]+)", code)
        raw = b"".join(int(unit, 16).to_bytes(2, "big") for unit in units)
        return _decoded(raw, "utf-16-be")
    if kind == "percent":
        from urllib.parse import unquote_to_bytes

        return _decoded(unquote_to_bytes(code), "utf-8")
    return _decoded(bytes(int(unit, 16) for unit in re.findall(r"0x(..)", code)), "utf-8")


def _decoded(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError:
        return None


def _edit(view: str, span: Span, char: str) -> tuple[Edit, str]:
    """The replacement, which takes in the blanks that the code has left around it."""
    start, end = span
    if char == "\u00a0":
        while start and view[start - 1] == " ":
            start -= 1
        while view[end : end + 1] == " ":
            end += 1
        hard = view[start - 1 : start].isdigit() and view[end : end + 1].isalpha()
        char = "\u00a0" if hard and (start, end) == tuple(span) else " "
    elif char in "\u00ab\u201c\u2018\u201e" and view[end : end + 1] == " ":
        end += 1
    elif view[start - 1 : start] == " " and (
        char in "\u00bb\u201d" or (char in "'\u2019" and _ENDING.match(view, end))
    ):
        start -= 1
    elif char == "\u00ad":
        char = ""
    return Edit(Span(start, end), char), char
