"""Finds dates and times that can't be, and dates whose weekday is another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.detectors._calendar import (
    ANY_MONTH,
    MONTH,
    MONTHS,
    WEEKDAY,
    WEEKDAYS,
    Kind,
    Written,
    exists,
    hits,
    month_number,
)
from tqcheck.finding import Hit
from tqcheck.wake import Trigger, Wake

FIELDS = ("written",)
PARAMS: Mapping[str, Any] = {"kind": "weekday"}
"""``kind``: a key of KINDS."""

_DAY = r"\d\d?(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_GREGORIAN = 1919
"""The first full year in which all source languages' countries but Greece had our calendar."""
_ZONE = r"GMT|UTC|CES?T|EES?T|MSK|local[ ]time|o[’']clock|[A-Z][a-z]+[ ]time|on[ ]" + WEEKDAY


def wake(params: Mapping[str, Any]) -> Wake:
    """Where a weekday stands before a month's date, or a day or hour is too great."""
    return Wake((Trigger(KINDS[str(params["kind"])].trigger),))


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """Dates of a ``kind`` that only a person can put right (TQ468, TQ469); linear."""
    return hits(KINDS[str(params["kind"])], article)


def _weekday(match: re.Match[str], _article: Article) -> Written | None:
    """The weekday of a full date by the Gregorian calendar, if it is another than stated."""
    from datetime import date

    year, month = int(match["year"]), month_number(match["month"] or match["month2"])
    day = int(re.sub(r"\D", "", match["day"] or match["day2"]))
    if year < _GREGORIAN or not exists(day, month, year):
        return None
    there = WEEKDAYS[date(year, month, day).weekday()]
    return None if there == match["weekday"] else Written("", f"that day was a {there}")


def _impossible(match: re.Match[str], _article: Article) -> Written | None:
    groups = match.groupdict()
    if groups["hour"]:
        hour, minute = int(groups["hour"]), int(groups["minute"])
        if hour + minute == 100 or (hour, minute) == (24, 0):
            return None
        if hour < 24 and minute < 60:
            return None
        if minute < 60 and not groups["zone"]:
            return None
        return Written("", "there is no such time")
    if groups["one"]:
        one, two, year = (int(groups[name]) for name in ("one", "two", "number"))
        if exists(one, two, year) or exists(two, one, year):
            return None
        return Written("", "there is no such day")
    month = groups["month"] or groups["month2"]
    year_text = groups["year"] or groups["year2"]
    day = int(re.sub(r"\D", "", groups["day"] or groups["day2"]))
    if month not in MONTHS or exists(
        day, month_number(month), int(year_text) if year_text else None
    ):
        return None
    return Written("", "there is no such day")


KINDS: Mapping[str, Kind] = {
    "weekday": Kind(
        r"day,?[ ](?:[(]|the[ ])?(?:\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)",
        rf"\b(?P<weekday>{WEEKDAY}),?[ ](?:[(]|the[ ])?(?:(?P<day>{_DAY})[ ](?:of[ ])?"
        rf"(?P<month>{ANY_MONTH})|(?P<month2>{ANY_MONTH})[ ](?P<day2>{_DAY}))"
        rf",?[ ](?P<year>{_YEAR})\b(?![-’'])",
        _weekday,
    ),
    "impossible": Kind(
        rf"\b(?:29|3\d)(?:th|st|nd|rd)?[ ](?:of[ ])?{MONTH}\b|{MONTH}[ ](?:29|3\d)"
        rf"|\b(?:[Aa]t|[Ff]rom|[Uu]ntil|till|[Aa]round)[ ]\d\d?:\d\d\b"
        rf"|\d[./]\d\d?[./](?:19|20)\d\d",
        rf"""(?x)
        (?<![\w.,:/$€£-])(?P<day>(?:29|30|31)(?:th|st)?)[ ](?:of[ ])?(?P<month>{MONTH})
            \b(?:,?[ ](?P<year>{_YEAR})\b)?(?![ ][A-Z\d]|[’'-])
      | \b(?P<month2>{MONTH})[ ](?P<day2>(?:29|30|31)(?:th|st)?)(?![\w%:/-]|[.,]\d
              |[ ](?:[a-z]+s|people|men|women|children|were|had|of|out|million|percent)\b)
            (?:,?[ ](?P<year2>{_YEAR})\b)?
      | \b(?:[Aa]t|[Ff]rom|[Uu]ntil|till|[Aa]round)[ ](?P<hour>\d\d?):(?P<minute>\d\d)
            (?![\w:%]|[-\u2013]\d)(?P<zone>[ ](?:{_ZONE})\b)?
      | (?<![\w.,:/#@=-])(?P<one>\d\d?)(?P<mark>[./])(?P<two>\d\d?)(?P=mark)(?P<number>{_YEAR})
            (?![\w@=]|[./:-]\w)
        """,
        _impossible,
    ),
}
