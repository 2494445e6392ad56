"""Dates in other languages' writing, and the English one (TQ456–TQ462, TQ470)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tqcheck.article import Article
from tqcheck.detectors._calendar import (
    MONTH,
    Kind,
    Written,
    day_month,
    exists,
    full_date,
    month_number,
)
from tqcheck.house import house_style
from tqcheck.later import later

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:19|20)\d\d"
_DOT = r"\.[ \u00a0]?"
_ALONE = r"(?<![\w.,:/#@=-])"
_ENDS = r"(?![\w@=]|[./:-]\w)"
_BEFORE = "|".join(
    rf"(?<=\b{word}[ ])"
    for start in ("[Oo]n", "[Ff]rom", "[Ss]ince", "[Uu]ntil", "[Tt]ill", "by", "to", "of")
    for word in (start, rf"{start}[ ]the")
)
_GOES_ON = (
    r"(?=[.,;:)](?:[\s\"\u201d]|\Z)|[ ]?\Z|[ ]?\n"
    r"|[ ](?:at|in|on|by|of|a|an|the|he|she|it|they|we|and|or|was"
    r"|is|were|until|to|with|when|after|from|for|between|around)\b)"
)
_THE = rf"(?:\b(?:the|The)[ ](?=\d\d?{_DOT}\d\d?{_DOT}{_YEAR}{_GOES_ON}))?"
"""An article goes with the figures, but not before “the 24.02.2022 attack”."""
_DOTTED = (
    rf"{_THE}{_ALONE}(?:(?P<early>{_DAY})\.(?P<before>0?[1-9]|1[0-2])\."
    rf"(?P<join>[ ](?:and|or|to|until)[ ]))?"
    rf"(?P<one>\d\d?){_DOT}(?P<two>\d\d?){_DOT}(?P<year>{_YEAR}){_ENDS}"
    rf"|(?:{_BEFORE})(?:(?P<day>[0-3]\d)\.(?P<month>[01]\d)\.(?P<short>\d\d){_ENDS}"
    rf"|(?:(?<!by[ ])|(?=[0-3]\d\.[01]\d\.,))"
    rf"(?:(?<!from[ ])(?<!to[ ])|(?=\d+\.\d+\.[ ]to[ ]\d+\.\d+\.)|(?<=\.[ ]to[ ]))"
    rf"(?P<only>{_DAY})\.(?P<mon>0?[1-9]|1[0-2])\.(?=,?[ ][a-z]))"
)
_SLASHED = rf"{_ALONE}(?P<one>\d\d?)/(?P<two>\d\d?)/(?P<year>{_YEAR}){_ENDS}"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_NUMERAL = r"(?:VI{0,3}|I{1,3}|I[VX]|XI{0,2})"
_SHORT_DATE = later(r"(?<![\w.,:/-])(\d\d)\.(\d\d)\.\d\d(?![\w.,:/-]*\d)")
_VERSION = later(r"(?i)\b(?:version|release|upgrad|updat|build|firmware|patch|ubuntu|install)")
_THIS_CENTURY = 40
_MONTHS = 12
_JOINS = (
    r"(?:at|in|on|by|of|from|until|till|with|when|after|before|for|between|around|that|this|they|were"
    r"|have|also|during|while|where|which|over|under|near|into|about|there|then|last|next|because"
    r"|since|through|will|would|could|than|as|[a-z]+ed|[a-z]+ly)"
)
_LISTED = later(rf"(?m)^{_DAY}\.(?:0[1-9]|1[0-2])(?![\w.,%])|^\d+[.,:]\d+")


def _after(match: re.Match[str]) -> str:
    return match.string[match.end() : match.end() + 24]


def _ranged(match: re.Match[str]) -> bool:
    """Whether a dash joins the date to another figure: a range is for a person to write out."""
    view = match.string
    before = view[max(0, match.start() - 3) : match.start()].rstrip()
    return before.endswith(("-", "\u2013")) or bool(re.match(r"[ ]?[-\u2013][ ]?\d", _after(match)))


def _order(article: Article, pattern: str) -> str:
    """The order that figures above twelve show of an article's dates: "dmy", "mdy" or ""."""
    first = second = False
    for date in re.finditer(pattern, article.view):
        first = first or int(date["one"] or 0) > 12
        second = second or int(date["two"] or 0) > 12
    return "" if first == second else "dmy" if first else "mdy"


def _dotted(match: re.Match[str], article: Article) -> Written | None:
    """Day first, but where the figures say that the month is."""
    if not match["year"]:
        return _short(match, article)
    day, month = int(match["one"]), int(match["two"])
    order = article.memo("order of dotted dates", lambda one: _order(one, _DOTTED))
    if not exists(day, month) or (order == "mdy" and exists(month, day)):
        day, month = month, day
    if not exists(day, month, int(match["year"])):
        return None
    if _ranged(match):
        return Written("", "a range of dates is for a person to write out")
    written = full_date(day, month, match["year"], house_style(article), _after(match))
    if match["early"]:
        first, before = int(match["early"]), int(match["before"])
        if order == "mdy" or not exists(first, before):
            return Written("", "which figure is the month is not clear")
        written = day_month(str(first), before, house_style(article)) + match["join"] + written
    return Written(written)


def _short(match: re.Match[str], article: Article) -> Written | None:
    """“from 24.02.22”, “on 5.6. the pool”: the year in two figures, or none."""
    style = house_style(article)
    if match["only"]:
        day, month = int(match["only"]), int(match["mon"])
        return Written(day_month(str(day), month, style)) if exists(day, month) else None
    day, month = int(match["day"]), int(match["month"])
    short = article.memo("dates with short years", _short_years)
    sentence = article.sentence(match.start())
    version = _VERSION.search(match.string, sentence.start, sentence.end)
    if not exists(day, month) or not short or version or _ranged(match):
        return None
    century = "20" if int(match["short"]) < _THIS_CENTURY else "19"
    return Written(full_date(day, month, century + match["short"], style, _after(match)))


def _short_years(article: Article) -> bool:
    """Whether figures like 24.02.22 are dates: all exist, and one needs the day first."""
    found = [(int(d), int(m)) for d, m in _SHORT_DATE.findall(article.view)]
    return all(exists(*one) for one in found) and any(day > _MONTHS for day, _ in found)


def _slashed(match: re.Match[str], article: Article) -> Written | None:
    """Either figure may be the month, and no other date of the article tells which."""
    day, month = int(match["one"]), int(match["two"])
    if day == month or max(day, month) > 12 or not min(day, month):
        return None
    order = article.memo("order of slashed dates", lambda one: _order(one, _SLASHED))
    if order == "mdy":
        return None
    if order == "dmy" and not _ranged(match):
        return Written(full_date(day, month, match["year"], house_style(article), _after(match)))
    return Written("", "either figure may be the month")


def _roman(match: re.Match[str], article: Article) -> Written | None:
    month = _ROMAN.index(match["month"]) + 1
    if not exists(int(match["day"]), month, int(match["year"])):
        return None
    text = full_date(int(match["day"]), month, match["year"], house_style(article), _after(match))
    return Written(text)


def _of_month(match: re.Match[str], article: Article) -> Written | None:
    """“24 of February”; what joins it to another day keeps the order of the two."""
    month = month_number(match["month"])
    if not exists(int(match["day"]), month):
        return None
    before = match.string[max(0, match.start() - 16) : match.start()]
    if re.search(r"(?:[A-Z]\w*|\d|\d[ ]?[-\u2013]|No\.)[ ]?\Z", before) and not re.search(
        r"(?:\A|[.!?\n]\s|\A\s*)(?:On|From|Since|Until|By|To|In|At|Before|After|And)[ ]\Z", before
    ):
        return None
    day, year = match["day"].lstrip("0"), match["year"]
    the = match["the"] or ""
    if not re.match(rf"[ ](?!{_JOINS}\b)[a-z]{{4}}", _after(match)) or the == "The ":
        the = ""
    if re.search(r"\d[ ](?:to|and|or|until)[ ](?:the[ ])?\Z", before):
        return Written(f"{day} {match['month']}" + (f" {year}" if year else ""))
    if year:
        return Written(the + full_date(int(day), month, year, house_style(article), _after(match)))
    return Written(the + day_month(day, month, house_style(article)))


def _line_dates(article: Article) -> bool:
    """Whether the lines' first figures are days and months: in order, and no hours or prices."""
    days = list(re.finditer(DATES["listed"].pattern, article.view))
    found = [(int(one["month"]), int(one["day"])) for one in days]
    if len(found) < 2 or found != sorted(found) or len(set(found)) < len(found):
        return False
    if not all(exists(day, month) for month, day in found):
        return False
    lines = _LISTED.finditer(article.view)
    if any(not re.fullmatch(rf"{_DAY}\.(?:0[1-9]|1[0-2])", line.group()) for line in lines):
        return False
    return any(one["first"] for one in days) or max(day for _, day in found) > 24


def _listed(match: re.Match[str], article: Article) -> Written | None:
    if not article.memo("lines begin with dates", _line_dates):
        return None
    days = match["day"].lstrip("0")
    if match["first"]:
        if int(match["first"]) >= int(days):
            return None
        days = f"{match['first'].lstrip('0')}\u2013{days}"
    if match.string[match.start() - 1 : match.start()].isalpha():
        return Written("", "a line break is missing before the date")
    return Written(day_month(days, int(match["month"]), house_style(article)))


DATES: Mapping[str, Kind] = {
    "dotted": Kind(
        rf"\d{_DOT}\d\d?{_DOT}(?:19|20)\d\d|[a-z][ ]\d\d?\.\d\d?\.(?:\d\d\b|,?[ ][a-z])",
        _DOTTED,
        _dotted,
    ),
    "slashed": Kind(r"/\d\d?/(?:19|20)\d\d", _SLASHED, _slashed),
    "roman": Kind(
        rf"\d(?:\.{_NUMERAL}\.|[ ]{_NUMERAL}[ ])(?:19|20)\d\d",
        rf"{_ALONE}(?P<day>{_DAY})(?:\.(?={_NUMERAL}\.)|(?:(?<=[Oo]n[ ]\d)|(?<=[Oo]n[ ]\d\d)"
        rf"|(?<=from[ ]\d)|(?<=from[ ]\d\d)|(?<=since[ ]\d)|(?<=since[ ]\d\d)"
        rf"|(?<=until[ ]\d)|(?<=until[ ]\d\d))[ ](?={_NUMERAL}[ ]))(?P<month>{_NUMERAL})[. ]"
        rf"(?P<year>{_YEAR}){_ENDS}",
        _roman,
    ),
    "of month": Kind(
        rf"\d\.?[ ]of[ ]{MONTH}\b",
        rf"(?P<the>\b(?:the|The)[ ])?(?<![\w.,:/-])(?P<day>\d\d?)\.?[ ]of[ ](?P<month>{MONTH})\b"
        rf"(?:,?[ ](?P<year>{_YEAR})\b)?(?![’'\w-]|[ ][A-Z])",
        _of_month,
    ),
    "listed": Kind(
        r"(?m)(?:^|\d[ ]?[-\u2013][ ]?)\d\d?\.(?:0[1-9]|1[0-2])[ ]?[-\u2013\u2014:]",
        r"(?:(?:(?m:^)|(?<![\d.,:/\u2013-])(?<![-\u2013][ ]))(?P<first>\d\d?)[ ]?[-\u2013][ ]?"
        r"|(?m:^))(?P<day>\d\d?)\.(?P<month>0[1-9]|1[0-2])(?=[ ]?[-\u2013\u2014:][ ](?!\d))",
        _listed,
    ),
}
