"""Finds numbers whose groups of three digits are divided otherwise than by commas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from tqcheck.article import Article
from tqcheck.detectors._dotted_groups import judge
from tqcheck.finding import Edit, Hit
from tqcheck.later import later
from tqcheck.patterns import compiled
from tqcheck.source import Span
from tqcheck.wake import Trigger, Wake

FIELDS: tuple[str, ...] = ()
PARAMS: Mapping[str, Any] = {"divider": " ", "counted": ()}

_DIVIDERS = {
    " ": "[ \u00a0\u202f\u2009]",
    ".": r"\.",
    "'": "['\u2019]",
}
_PHONE = later(
    r"\b(?:tel|phone|call|fax|hotline|number|code|zip|account|nos?|id|isbn|nip|krs|version|route"
    r"|flight|room|article|line)s?[.:]?[ ]?[+(]?\Z",
    re.IGNORECASE,
)
_MONTH = later(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)[ ]\Z"
)
_ABOUT = later(
    r"\b(?:about|around|almost|nearly|some|over|than|approximately|roughly|another|least|total[ ]of"
    r"|only|per|exceeds|exceeded|reached|by|to|up[ ]to|of|is|are|was|were|and)[ \u00a0]\Z"
)
_OF_THEM = later(
    r"[ ]of[ ](?:them|these|those|the|which|whom)\b|[ ](?!and|or|to|in|on|at)[a-z]{3,}s\b"
)
_EITHER = "the stop may divide thousands or decimals"
_MONEY = later(r"(?:[€$£¥₴₽]|\b(?:PLN|UAH|EUR|USD|RUB|CZK|CHF|GBP))[ \u00a0]?\Z")


def wake(params: Mapping[str, Any]) -> Wake:
    """A digit, the divider, three digits; and around them a number that is sure."""
    divider: str = params["divider"]
    counted = tuple(params["counted"])

    def confirm(match: re.Match[str]) -> bool:
        view, at = match.string, match.start()
        for start in range(max(0, at - 2), at + 1):
            number = _number(divider).match(view, start)
            if number is not None and (
                divider == "." or _sure(view, number, divider, _named(counted))
            ):
                return True
        return False

    return Wake((Trigger(rf"\d{_DIVIDERS[divider]}(?=\d{{3}})", confirm),))


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """Numbers with the wrong divider, each divider exchanged for a comma.

    ``params["divider"]``: " " (a no-break one too), "." or "'". A currency or a word of
    ``params["counted"]`` beside the number makes it sure, as do several groups, a decimal
    comma after them, a group of zeros and, for blanks, a word of measure before it; else it is
    left alone (catalogue deep dive D.1). What a stop means the article's other numbers may tell
    (_dotted_groups); where they don't, there is a finding without a fix. A decimal comma after
    the groups becomes a point. Linear in the text.
    """
    divider, counted = str(params["divider"]), tuple(params["counted"])
    view = article.view
    for match in _number(divider).finditer(view):
        if not _sure(view, match, divider, _named(counted)):
            continue
        if divider == "." and (thousands := judge(article, match, counted)) is not True:
            if thousands is None:
                yield Hit(Span(*match.span()), fixable=False, withheld=_EITHER)
            continue
        yield Hit(Span(*match.span()), edits=tuple(_commas(match)))


def _commas(match: re.Match[str]) -> Iterator[Edit]:
    """A comma for each divider, a point for the comma of decimals; “,-” goes."""
    end = match.end() - len(match["none"] or "")
    for at, mark in enumerate(match.string[match.start() : end], match.start()):
        if not mark.isdigit():
            yield Edit(Span(at, at + 1), "." if mark == "," else ",")
    if match["none"]:
        yield Edit(Span(end, match.end()), "")


@cache
def _number(divider: str) -> re.Pattern[str]:
    glyph = _DIVIDERS[divider]
    return compiled(
        rf"""
        [1-9] (?<![\w.,:/+\u2013\u2116\u00a3#-][1-9])   # no longer number or range
        (?<!\d[ \u00a0\u202f][1-9])
        \d{{0,2}} (?:{glyph}\d{{3}})+
        (?P<part>,\d{{1,2}}|(?P<none>,[-\u2013]+(?=[ ]\D)|:-(?=[\s,.;)])))?
        (?![\w/:] | [.,]\d | [-\u2013]\d | {glyph}\d)   # nor after it
        """,
        re.VERBOSE,
    )


@cache
def _named(counted: tuple[str, ...]) -> re.Pattern[str]:
    """What may stand behind a number that counts: words, a currency's sign."""
    words = "|".join(map(re.escape, counted)) or "(?!)"
    return compiled(rf"[ \u00a0\u202f-]?(?:(?:{words})\b|[€$£¥₴₽](?!\d))")


def _sure(view: str, match: re.Match[str], divider: str, named: re.Pattern[str]) -> bool:
    """Whether the number is one, and its value certain."""
    before = view[max(0, match.start() - 14) : match.start()]
    number = match.group()
    after = match.end()
    if _PHONE.search(before) or (divider == " " and _MONTH.search(before)):
        return False
    groups = re.split(r"\D", number.removesuffix(match["part"] or ""))[1:]
    if match["part"] or divider == "'":
        return True
    if divider == "." or " " not in number:
        return True
    if _MONEY.search(before) or named.match(view, after):
        return True
    round_number = groups[-1] in ("000", "500") or groups[0].startswith("0")
    measured = _ABOUT.search(before) is not None or _OF_THEM.match(view, after) is not None
    return round_number or (measured and len(groups) < 3)
