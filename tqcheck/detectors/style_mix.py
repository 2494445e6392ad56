"""Finds what is written against the house's way, or against the article's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tqcheck.article import Article, Style
from tqcheck.detectors._calendar import MONTH, WEEKDAY, clock, day_month, full_date, month_number
from tqcheck.finding import Edit, Hit
from tqcheck.house import Use, is_mixed, own_way, uses
from tqcheck.later import later
from tqcheck.wake import Trigger, Wake

FIELDS = ("written", "more")
PARAMS: Mapping[str, Any] = {"key": "percent"}
"""``key``: “percent”, “date” or “time”, a key of the house style."""

_TRIGGERS = {
    "percent": r"\d%|\d[ \u00a0]per[ ]?cent\b",
    "date": rf"\d(?:st|nd|rd|th)?[ ]{MONTH}\b|\b{MONTH}[ ]\d",
    "time": r"\d[ ]?[ap]\.?m\b|[a-z][ ](?:0\d|1[3-9]|2[0-3]):[0-5]\d",
}
_AMONG = later(rf"(?:\d[ ](?:to|and|or|until|through)[ ](?:the[ ])?|{WEEKDAY}[ ])\Z")
_WITH = later(r"[ ](?:to|and|or|until|through)[ ]\d|,[ ]\d\d?\b(?![:.]\d)")
_SENTENCE = later(r"\s*\Z|\n|[ ][A-Z\u201c\"]")


def wake(params: Mapping[str, Any]) -> Wake:
    """The key decides something in the article."""
    return Wake((Trigger(_TRIGGERS[str(params["key"])]),))


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """One hit an article: the first place that is written otherwise, with edits for all.

    What the configuration chooses holds everywhere. Where it doesn't, the way that three places
    in four have is the article's own; without one there is nothing to find. Linear.
    """
    key = str(params["key"])
    chosen = key in article.style.chosen
    if not chosen and not is_mixed(article.view, key):
        return
    way = _chosen(article, key) if chosen else own_way(article, key)
    if not way:
        return
    odd = [use for use in uses(article, key) if use.way != way and not _tied(use)]
    written = [(use, _WRITE[key](use, way, article.style)) for use in odd]
    if written:
        first, text = written[0]
        more = f", and {len(written) - 1} more" if len(written) > 1 else ""
        edits = tuple(Edit(use.span, new) for use, new in written)
        yield Hit(first.span, {"written": text, "more": more}, edits=edits)


def _chosen(article: Article, key: str) -> str:
    """The way that the configuration asks for; of the two words the one the article has."""
    way = str(getattr(article.style, key))
    if way != "word":
        return way
    spelled = [use.way for use in uses(article, key) if use.way != "sign"]
    if spelled:
        return max(sorted(set(spelled)), key=spelled.count)
    return "per cent" if article.style.punctuation == "uk" else "percent"


def _tied(use: Use) -> bool:
    """Whether the place shares its month or its half of the day with another figure."""
    view, (start, end) = use.match.string, use.span
    return bool(_AMONG.search(view, max(0, start - 16), start) or _WITH.match(view, end))


def _percent(use: Use, way: str, _: Style) -> str:
    number = use.match["number"]
    return f"{number}%" if way == "sign" else f"{number} {way}"


def _date(use: Use, way: str, style: Style) -> str:
    match = use.match
    day = match["first"] or match["second"]
    month = month_number(match["behind"] or match["before"])
    year = match["year"] or match["late"]
    style = style._replace(date=way)
    if not year:
        return day_month(day, month, style)
    return full_date(int(day), month, year, style, match.string[use.span.end : use.span.end + 2])


def _time(use: Use, way: str, style: Style) -> str:
    match, behind = use.match, use.match.string[use.span.end : use.span.end + 2]
    if match["half"]:
        hour = int(match["hour"]) % 12 + (12 if match["half"] == "p" else 0)
        ends = match.group().endswith(".") and _SENTENCE.match(behind)
        return f"{hour:02}:{match['minute'] or '00'}" + ("." if ends else "")
    return clock(int(match["long"]), int(match["past"]), style._replace(time=way), behind)


_WRITE: Mapping[str, Callable[[Use, str, Style], str]] = {
    "percent": _percent,
    "date": _date,
    "time": _time,
}
