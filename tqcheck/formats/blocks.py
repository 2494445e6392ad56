"""Tells what each block of an article is: title, subhead, paragraph, list, credit, furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tqcheck.later import later
from tqcheck.record import NamedTuple
from tqcheck.source import Span


class Block(NamedTuple):
    """A block's view span and text, and whether a blank row stands on either side."""

    span: Span
    text: str
    blank_before: bool
    blank_after: bool


_TERMINAL = later(
    r"""
    [.!?:;,\u2026\u3002\uff01\uff1f]["'\u201d\u2019\u00bb)\]*_]*$   # a final mark and what closes
    | ["\u201d\u00bb]$                                       # a quotation's end
    | \w[ ]?(?:\u2014|\u2013|--)-*["'\u201d\u2019]*$           # speech that breaks off
    | [.!?]["\u201d]?[ ]\[[A-Z]\w+\]$                         # [Applause]
    """,
    re.VERBOSE,
)
_BULLET = later(r"(?:[-*+\u2022\u00b7\u25aa\u25cf\u2013\u2014]|\(?(?:\d{1,2}|[a-z])[.)])\s+\S")
_QUOTED_BLOCK = later(r">\s")
_CREDIT = later(
    r"""(?:main[ ]|cover[ ])?
    (?:photo(?:graph)?s?|image|picture|video|graphics?|source|sources|author|authors|editor
      |text|illustration|screenshot|translated[ ]by|written[ ]by|prepared[ ]by|edited[ ]by)
    (?:[ ]\w+){0,2}[ ]?:[ ]?\S
    | by[ ](?-i:[A-Z])[\w.'\u2019-]+                          # By Anna Nowak
      (?:[ ](?-i:[A-Z]|and\b)[\w.'\u2019-]*){0,6}$""",
    re.VERBOSE | re.IGNORECASE,
)
_FURNITURE = later(
    r"""
    [-\u2013\u2014*=_~ ]{3,}$                                    # a rule
    | [-\u2013\u2014*]\s?[A-Z][\w ]{2,30}\s?[-\u2013\u2014*]$    # "- Advertisement -"
    | -?\d{1,2}(?:[.,]\d)?\s?\u00b0?\s?[CF]$                     # "4.2 C"
    | advertisement$ | source[ ]link$ | must[ ]read$ | skip[ ]to[ ](?:main[ ])?content$
    | (?:more|latest|related)[ ]articles?$ | leave[ ]a[ ](?:comment|reply)$
    | (?:see|read|watch)[ ]also\b[ ]?(?:$|[:\u2013\u2014-])          # "SEE ALSO: ..."
    | (?:share|follow[ ]us|like[ ]us|join[ ]us)[ ](?:this|on|via)\b.{0,60}$
    | click[ ]to[ ](?:share|email|print)\b | listen[ ]to[ ]this[ ]article$
    | subscribe[ ]to[ ]our\b.{0,60}$ | \d{1,3}[ ]min(?:ute)?s?[ ]read$ | reading[ ]time\b.{0,20}$
    | (?:copyright[ ])?\u00a9[ ]?.{0,80}$
    | (?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s             # a date line of the theme
      (?:[A-Z][a-z]+\s\d{1,2}|\d{1,2}\s[A-Z][a-z]+),?\s\d{4}$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FINAL_MARKS = (".", "!", "?", ":", "\u2026")
"""What most terminated blocks end with."""
_TAIL = 80
"""A block's last characters tell whether it is terminated."""
_HEAD_BLOCKS = 8
_TITLE_WORDS = range(3, 31)
_THEME_WORDS = 6
_QUESTION_WORDS = 21
_SUBHEAD_WORDS = range(1, 14)
_PROSE = ("paragraph", "list", "blockquote")


def classify(blocks: Sequence[Block]) -> list[str]:
    """The zone of each block, by shape and neighbours; linear in the number of blocks.

    A paragraph ends with a final mark or is long. The title is the first unterminated line
    of 3 to 30 words before any paragraph, or a shorter one right above the text; short lines
    over it are furniture. A subhead is a short unterminated line set apart before prose
    (catalogue 1.3).
    """
    kinds = [_by_shape(block.text) for block in blocks]
    _mark_title(blocks, kinds)
    for index in range(len(blocks)):
        if kinds[index] == "other" and _is_subhead(blocks, kinds, index):
            kinds[index] = "subhead"
    _mark_lists(blocks, kinds)
    return kinds


def is_terminated(text: str) -> bool:
    """Whether a block ends as a sentence does."""
    if text.endswith(_FINAL_MARKS):
        return True
    return _TERMINAL.search(text, max(0, len(text) - _TAIL)) is not None


def zone_by_shape(text: str) -> str:
    """ "furniture" or "credit" for a block whose words alone say so, else ""."""
    if _FURNITURE.match(text):
        return "furniture"
    if _CREDIT.match(text) and len(text) < 160 and not text.endswith((".", "!", "?")):
        return "credit"
    return ""


def _by_shape(text: str) -> str:
    if zone := zone_by_shape(text):
        return zone
    if _QUOTED_BLOCK.match(text):
        return "blockquote"
    if _BULLET.match(text):
        return "list"
    if is_terminated(text) or text.count(" ") >= 25:
        return "paragraph"
    return "other"


def _mark_title(blocks: Sequence[Block], kinds: list[str]) -> None:
    """Mark the title, if the article opens with one, and the theme's lines above it."""
    for index in range(min(len(blocks), _HEAD_BLOCKS)):
        if _is_title(blocks, kinds, index):
            kinds[index] = "title"
            themed = "furniture" in kinds[:index]
            for above in range(index):
                if themed and blocks[above].text.count(" ") < _THEME_WORDS:
                    kinds[above] = "furniture"
            return
        if kinds[index] == "paragraph":
            return


def _is_title(blocks: Sequence[Block], kinds: list[str], index: int) -> bool:
    block = blocks[index]
    following = kinds[index + 1] if index + 1 < len(blocks) else ""
    words = block.text.count(" ") + 1
    if kinds[index] == "list":
        numbered = index == 0 and block.text[0].isdigit() and block.blank_after
        return numbered and following == "paragraph" and not is_terminated(block.text)
    if kinds[index] == "paragraph":
        asks = block.text.endswith("?") and words < _QUESTION_WORDS
        return asks and index == 0 and block.blank_after and following in ("paragraph", "other")
    if kinds[index] != "other":
        return False
    if words in _TITLE_WORDS:
        return True
    return block.blank_after and following == "paragraph"


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
        if "list" not in near and is_terminated(blocks[index].text):
            kinds[index] = "paragraph"
