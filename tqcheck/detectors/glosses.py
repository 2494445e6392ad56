"""Finds parentheses that only say again what stands before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.finding import Edit, Hit
from tqcheck.later import later
from tqcheck.source import Span
from tqcheck.wake import Trigger, Wake, trigger

FIELDS = ("term",)
PARAMS: Mapping[str, Any] = {}

_PAREN = later(r"[ ]\((?P<inner>[\"\u201c\u2018]?[^\W\d_][^()\n]{1,60})\)")
_PAIR = later(r"\(\s*(?P<abbr>[A-Z]{2,8}),[ ](?P=abbr)\s*\)")
_MARKS = "\"'\u201c\u201d\u2018\u2019\u00ab\u00bb "
_SENTENCE = later(r"[.!?][ ]")


def wake(params: Mapping[str, Any]) -> Wake:
    """Where parentheses repeat what stands before them, or themselves."""
    again = trigger(_PAREN, lambda match: _said_before(match) >= 0)
    return Wake((again, Trigger(r"\(\s?[A-Z]{2,8}, [A-Z]{2,8}\s?\)"), Trigger(r"\(\s{2}")))


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """“the Sejm (the Sejm)”, “NATO (NATO)”, “(SBU, SBU)”; case and marks don't count."""
    view = article.view
    for match in _PAREN.finditer(view):
        start = _said_before(match)
        if start < 0:
            continue
        term = _bare(match["inner"])
        whole = Span(start, match.end())
        yield Hit(whole, {"term": term}, (Edit(Span(match.start(), match.end()), ""),))
    for match in _PAIR.finditer(view):
        abbr = match["abbr"]
        extra = Span(match.start("abbr") + len(abbr), match.end("abbr") + len(abbr) + 2)
        yield Hit(Span(match.start("abbr"), extra.end), {"term": abbr}, (Edit(extra, ""),))


def _said_before(match: re.Match[str]) -> int:
    """Where the words of the parentheses stand directly before them, -1 if they don't."""
    term = _bare(match["inner"])
    begin = max(0, match.start() - len(term) - 2)
    before = match.string[begin : match.start()].rstrip(_MARKS)
    at = len(before) - len(term)
    if len(term) < 3 or at < 0 or before[at:].lower() != term.lower():
        return -1
    joined = at and (before[at - 1].isalnum() or before[at - 1] in "-.")
    return -1 if joined or _SENTENCE.search(term + " ") else begin + at


def _bare(inner: str) -> str:
    """What the parentheses say, without marks and article."""
    term = inner.strip(_MARKS)
    return term[4:] if term[:4].lower() == "the " else term
