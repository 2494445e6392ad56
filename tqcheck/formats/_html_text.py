"""Turns the text between tags into pieces: references, white space and bare signs of markup."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from html.entities import html5

from tqcheck.formats._built import ATOMIC, VERBATIM, Part
from tqcheck.formats._filled_in import may_hold, placeholders
from tqcheck.formats.build import Builder, Escape
from tqcheck.later import later

BLANKS = " \t\n\f\r"
"""The characters that HTML takes for white space."""

_SPECIAL = later(
    r"""
    [^\t\n\f\r\ &<]*+ (?: [ ](?![\t\n\f\r ]) [^\t\n\f\r\ &<]*+ )*+       # shows as it is written
    ( [\t\n\f\r\ ]++                        # shows as one blank
    | <*+ &(?:[#A-Za-z][A-Za-z0-9]*+;?)?      # a reference, or a bare sign and the word behind it
    | <++[^\t\n\f\r\ <&]?                    # a bare sign and what would make it a tag
    | \Z )
    """,
    re.VERBOSE,
)
_NUMBER = later(r"&\#(?:[0-9]++|[xX][0-9A-Fa-f]++);?", re.VERBOSE)
_LOOSE = later(r"&\#?[A-Za-z0-9]++;?", re.VERBOSE)
_AMPERSAND = later(r"&(?=[#A-Za-z]|\Z)")
_LONGEST = max(len(name) for name in html5 if not name.endswith(";"))
_MOST_DIGITS = 7
"""Of the number of the last code point."""


def escapes(quote: str, *, xml: bool) -> Escape:
    """How new text is written: between tags, or in an attribute with that quote around it.

    A "&" that begins no reference and a ">" stay as they are; XHTML allows no bare "&".
    """
    return _ESCAPES[quote, xml]


def _escape(quote: str, xml: bool) -> Escape:
    entity = {'"': "&quot;", "'": "&#39;", "": ""}[quote]

    def escape(text: str, _at: int) -> str:
        text = text.replace("&", "&amp;") if xml else _AMPERSAND.sub("&amp;", text)
        text = text.replace("<", "&lt;")
        return text.replace(quote, entity) if quote else text

    return escape


_ESCAPES = {(quote, xml): _escape(quote, xml) for quote in ("", '"', "'") for xml in (False, True)}


def add_text(builder: Builder, text: str, start: int, end: int) -> None:
    """Add the text between two tags, or an attribute's value, to the region that is open."""
    if start >= end:
        return
    whole = text[start:end]
    plain = whole.isprintable() and "  " not in whole and "&" not in whole and "<" not in whole
    if plain and "{" not in whole and "%" not in whole:
        builder.add([(whole, start, end, VERBATIM, start)])  # most texts hold nothing special
        return
    if may_hold(whole):
        for first, last in placeholders(text, start, end):
            if start < first:
                _add_shown(builder, text, start, first)
            builder.protected(first, last)
            start = last
    if start < end:
        _add_shown(builder, text, start, end)


def _add_shown(builder: Builder, text: str, start: int, end: int) -> None:
    """The same without placeholders in it."""
    at = start
    parts: list[Part] = []
    for mark in _SPECIAL.finditer(text, start, end):
        special = mark[1]
        first, last = mark.span(1)
        sign = special[:1]
        if sign == "&":
            shown, length = _reference(special)
            if length == 1:
                continue
            last = first + length
        elif sign == "<":
            bare, ampersand, word = special.partition("&")
            shown, length = _reference(ampersand + word) if ampersand else ("", 0)
            if shown.isspace():  # it may have to be cut off the region's end
                parts.append((text[at:first] + bare, at, first + len(bare), VERBATIM, at))
                at = first = first + len(bare)
                bare = ""
            shown, last = bare + shown, first + len(bare) + length
        else:
            shown = " " if sign else ""
        if at < first:
            parts.append((text[at:first], at, first, VERBATIM, at))
        if shown:
            parts.append((shown, first, last, ATOMIC, first))
        at = last
    builder.add(parts)


@lru_cache(maxsize=1024)
def _reference(word: str) -> tuple[str, int]:
    """What "&" and the word behind it show, and how much of it does; one character for a bare "&".

    A bare sign takes the word's first letter along, which might become a reference with others.
    """
    if word[1:2] == "#":
        number = _NUMBER.match(word)
        return (_character(number[0]), number.end()) if number else (word[:2], 2)
    name = word[1:]
    if name in html5:
        return _blank(html5[name]), len(word)
    for size in range(min(_LONGEST, len(name)), 1, -1):
        if name[:size] in html5:
            return _blank(html5[name[:size]]), size + 1
    return word[:2], min(2, len(word))


def _character(number: str) -> str:
    """The character of a numeric reference."""
    digits = number.strip("&#xX;").lstrip("0")
    return _blank(unescape(number)) if len(digits) <= _MOST_DIGITS else "\N{REPLACEMENT CHARACTER}"


def _blank(shown: str) -> str:
    return " " if shown in BLANKS else shown


def is_loose(value: str) -> bool:
    """True if an attribute holds a reference without a semicolon, which new text may spoil."""
    for found in _LOOSE.finditer(value):
        word = found[0]
        shown, length = _reference(word)
        if shown != word[:2] and (length < len(word) or not word.endswith(";")):
            return True
    return False
