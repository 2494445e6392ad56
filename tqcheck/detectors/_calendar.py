"""Months, weekdays, days and hours as English copy writes them in the house's style."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from tqcheck.article import Article, Style
from tqcheck.finding import Hit
from tqcheck.later import later
from tqcheck.patterns import compiled
from tqcheck.record import NamedTuple
from tqcheck.source import Span

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT = ("Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")
MONTH = rf"(?:{'|'.join(MONTHS)})"
ANY_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:{'|'.join(SHORT)})\b\.?)"
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
_YEAR_LETTER = later(r"\A[ \u00a0]?(?:r|y|\u0433|\u0440)\.")
"""The source’s letter for “year”, which goes (TQ253)."""
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Written(NamedTuple):
    """A match as English writes it; "" where only a person can tell, with the reason."""

    text: str
    withheld: str = ""


class Kind(NamedTuple):
    """Where a mark may stand, as a trigger and as a whole, and what becomes of a match.

    ``write`` tells what English writes, or None where the match is no mark after all.
    """

    trigger: str
    pattern: str
    write: Callable[[re.Match[str], Article], Written | None]


def month_number(name: str) -> int:
    """The number of a month from its name or the first letters of it."""
    return next(at for at, month in enumerate(MONTHS, 1) if month.startswith(name[:3]))


def exists(day: int, month: int, year: int | None = None) -> bool:
    """Whether a day is in the calendar (Gregorian); without a year, in some year's."""
    if not 1 <= month <= 12 or not 1 <= day <= _LENGTHS[month - 1]:
        return False
    leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return leap or (day, month) != (29, 2)


def day_month(days: str, month: int, style: Style) -> str:
    """A day or a range of days and its month, in the house's order."""
    name = MONTHS[month - 1]
    return f"{days} {name}" if style.date == "dmy" else f"{name} {days}"


def full_date(day: int, month: int, year: str, style: Style, after: str) -> str:
    """A day, month and year; ``after`` is the text behind, before which mdy sets a comma."""
    if style.date == "dmy":
        return f"{day} {MONTHS[month - 1]} {year}"
    after = _YEAR_LETTER.sub("", after)
    runs_on = after[:1] == " " and after[1:2].isalpha()
    return f"{MONTHS[month - 1]} {day}, {year}" + ("," if runs_on else "")


def clock(hour: int, minute: int, style: Style, after: str = "") -> str:
    """A time of the 24-hour day in the house's style.

    ``after`` is the text behind: where a full stop stands there, that of “p.m.” is left out.
    """
    if style.time == "24h":
        return f"{hour}:{minute:02}" if hour else f"00:{minute:02}"
    if minute == 0 and hour in (0, 12, 24):
        return "noon" if hour == 12 else "midnight"
    half = "a.m" if hour % 24 < 12 else "p.m"
    stop = "" if after.startswith(".") else "."
    minutes = f":{minute:02}" if minute else ""
    return f"{hour % 12 or 12}{minutes} {half}{stop}"


def hits(kind: Kind, article: Article) -> Iterator[Hit]:
    """The marks of a kind, each with what English writes; linear."""
    for match in _compiled(kind.pattern).finditer(article.view):
        written = kind.write(match, article)
        if written is not None:
            yield Hit(
                Span(*match.span()),
                {"written": written.text},
                fixable=bool(written.text),
                withheld=written.withheld,
            )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return compiled(pattern)
