"""Tells what each block of an article is: title, subhead, paragraph, list, credit, furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tqcheck.source import Span


class Block(NamedTuple):
    """A block's view span and text, and whether a blank row stands on either side."""

    span: Span
    text: str
    blank_before: bool
    blank_after: bool


_TERMINAL = re.compile(r"""[.!?:;,\u2026]["'\u201d\u2019\u00bb)\]]*$|["\u201d\u00bb]$""")
_BULLET = re.compile(r"(?:[-*+\u2022\u00b7\u25aa\u25cf\u2013\u2014]|\(?(?:\d{1,2}|[a-z])[.)])\s+\S")
_QUOTED_BLOCK = re.compile(r">\s")
_CREDIT = re.compile(
    r"""(?:main[ ]|cover[ ])?
    (?:photo(?:graph)?s?|image|picture|video|graphics?|source|sources|author|authors|editor
      |text|illustration|screenshot|translated[ ]by|written[ ]by|prepared[ ]by|edited[ ]by)
    (?:[ ]\w+){0,2}[ ]?:[ ]?\S""",
    re.VERBOSE | re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"""
    [-\u2013\u2014*=_~ ]{3,}$                                    # a rule
    | [-\u2013\u2014*]\s?[A-Z][\w ]{2,30}\s?[-\u2013\u2014*]$    # "- Advertisement -"
    | -?\d{1,2}(?:[.,]\d)?\s?\u00b0?\s?[CF]$                     # "4.2 C"
    | (?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s             # a date line of the theme
      (?:[A-Z][a-z]+\s\d{1,2}|\d{1,2}\s[A-Z][a-z]+),?\s\d{4}$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TITLE_WORDS = range(3, 31)
_SUBHEAD_WORDS = range(1, 14)
_PROSE = ("paragraph", "list", "blockquote")


def classify(blocks: Sequence[Block]) -> list[str]:
    """The zone of each block, by shape and neighbours; linear in the number of blocks.

    A paragraph ends with a final mark or is long. The title is the first unterminated line
    of 3 to 30 words before any paragraph; what stands above it is furniture. A subhead is a
    short unterminated line set apart before prose (catalogue 1.3).
    """
    kinds = [_by_shape(block.text) for block in blocks]
    _mark_title(blocks, kinds)
    for index in range(len(blocks)):
        if kinds[index] == "other" and _is_subhead(blocks, kinds, index):
            kinds[index] = "subhead"
    _mark_lists(blocks, kinds)
    return kinds


def _by_shape(text: str) -> str:
    if _FURNITURE.match(text):
        return "furniture"
    if _CREDIT.match(text) and len(text) < 160 and not text.endswith((".", "!", "?")):
        return "credit"
    if _QUOTED_BLOCK.match(text):
        return "blockquote"
    if _BULLET.match(text):
        return "list"
    if _TERMINAL.search(text) or text.count(" ") >= 25:
        return "paragraph"
    return "other"


def _mark_title(blocks: Sequence[Block], kinds: list[str]) -> None:
    """Mark the title, if the article opens with one, and the theme's lines above it."""
    for index, block in enumerate(blocks[:8]):
        first_of_two = index + 1 < len(blocks) and kinds[index + 1] in ("paragraph", "other")
        if kinds[index] == "paragraph" and not (
            index == 0
            and block.blank_after
            and first_of_two
            and block.text.count(" ") < 20
            and block.text.endswith(("?", "!"))
        ):
            return
        if kinds[index] in ("other", "paragraph") and block.text.count(" ") + 1 in _TITLE_WORDS:
            kinds[index] = "title"
            for above in range(index):
                kinds[above] = "furniture"
            return


def _is_subhead(blocks: Sequence[Block], kinds: list[str], index: int) -> bool:
    block = blocks[index]
    if not (block.blank_before and block.blank_after):
        return False
    following = kinds[index + 1] if index + 1 < len(blocks) else ""
    return block.text.count(" ") + 1 in _SUBHEAD_WORDS and following in _PROSE


def _mark_lists(blocks: Sequence[Block], kinds: list[str]) -> None:
    """A lone dash line that ends like a sentence is speech more likely than a list item."""
    for index, kind in enumerate(kinds):
        if kind != "list" or blocks[index].text[0] not in "-–—":
            continue
        near = [kinds[at] for at in (index - 1, index + 1) if 0 <= at < len(kinds)]
        if "list" not in near and _TERMINAL.search(blocks[index].text):
            kinds[index] = "paragraph"
