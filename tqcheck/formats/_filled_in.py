"""Finds what programs fill in or act on: tags of templates, shortcodes, placeholders."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tqcheck.later import later
from tqcheck.source import Span, apply_edits

MASK = "\ue000"
"""Stands for each character of a template's tag while a text is parsed: it is no markup."""

_TAGS = (
    ("{", "{{", later(r"\{\{ (?: [^{}<] | <(?!/) | \{[^{}<]{0,200}\} ){0,400}+ \}\}", re.VERBOSE)),
    ("{", "{%", later(r"\{% (?: [^%<] | %(?!\}) | <(?!/) ){0,400}+ %\}", re.VERBOSE)),
    ("{", "{#", later(r"\{\# (?: [^#<] | \#(?!\}) | <(?!/) ){0,400}+ \#\}", re.VERBOSE)),
    ("%", "<%", later(r"<% (?: [^%] | %(?!>) ){0,400}+ %>", re.VERBOSE)),
    ("?", "?>", later(r"<\?(?:php\b|=) (?: [^?] | \?(?!>) ){0,1000}+ \?>", re.VERBOSE)),
)
"""How tags of templates begin (Jinja, Liquid, Hugo, Mustache, ERB, PHP), and what they are."""

_SHORTCODE = later(
    r"""
    \[ (?: /(?P<ends>[a-z][\w-]{0,40}) \]                  # of WordPress: one that ends, one
      | (?P<name>[a-z][\w-]{0,40})                          # with attributes, one of a pair
        (?P<own> (?: \s{1,20} [\w-]{1,40} = (?: "[^"\[\]\n]{0,400}" | '[^'\[\]\n]{0,400}'
                                         | [^\s"'\[\]=<>]{1,200} ) ){0,20} )
        \s{0,20} (?P<closed>/?) \] )
    """,
    re.VERBOSE,
)
_LINKED = ("(", "[", ":")
"""What stands behind the brackets of a link in Markdown."""
PLACEHOLDER = r"""
      \{\{ [^{}\n]{1,60} \}\}
    | [$%#@]?\{ [A-Za-z0-9_] [\w.:-]{0,60} \}               # {name}, {0}, ${name}, %{name}
    | % (?: \d{1,2}\$ | \([A-Za-z_][\w.]{0,40}\) ) [-+0]?\d{0,3}(?:\.\d)? [sdifgx@]  # %1$s
    | (?<!%) % [sd@] (?!\w)                                 # %s
    | \ue000+
    """
"""What is masked, and what a program puts a name or a number for, as a verbose pattern."""
_PLACEHOLDER = later(PLACEHOLDER, re.VERBOSE)


def masked(text: str, mask: Callable[[re.Match[str]], str] = lambda it: MASK * len(it[0])) -> str:
    """The text with MASK for every character of a tag of a template or a shortcode.

    ``mask`` gives what stands for a tag of a template instead, of the same length.
    """
    for own, sign, tag in _TAGS:  # one sign is found much faster than two
        if own in text and sign in text:
            text = tag.sub(mask, text)
    if "[" in text and ("=" in text or "[/" in text or "/]" in text):
        masks = [(Span(*one), MASK * (one[1] - one[0])) for one in _shortcodes(text)]
        text = apply_edits(text, masks) if masks else text
    return text


def _shortcodes(text: str) -> Iterator[tuple[int, int]]:
    """The shortcodes of WordPress; a word in brackets is one if it is ended somewhere."""
    ended: set[str] | None = None
    for found in _SHORTCODE.finditer(text):
        if not found["own"] and text.startswith(_LINKED, found.end()):
            continue
        if not (found["ends"] or found["own"] or found["closed"]):
            if ended is None:
                ended = {one["ends"] for one in _SHORTCODE.finditer(text)}
            if found["name"] not in ended:
                continue
        yield found.span()


def placeholders(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What is masked in a stretch of a text, and what a program puts a name or a number for."""
    for found in _PLACEHOLDER.finditer(text, start, end):
        yield found.span()


def may_hold(text: str) -> bool:
    """False for a text without any sign that begins a placeholder or is masked."""
    return "{" in text or "%" in text or MASK in text


def filled_in(text: str) -> list[tuple[int, int]]:
    """All that programs fill in or act on in a text, in order."""
    if not (may_hold(text) or "[" in text or "<" in text):
        return []
    return list(placeholders(masked(text), 0, len(text)))
