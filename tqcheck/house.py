"""How an article writes what a house style decides: percentages, dates and times of day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from tqcheck.article import Article, Style
from tqcheck.later import later
from tqcheck.lexicon.words import MONTHS
from tqcheck.record import NamedTuple
from tqcheck.source import Span

_PERCENT = later(
    r"""
    (?<![\w.,$€£/\u2013-]) (?P<number>\d[\d,]*(?:\.\d+)?)
    (?: (?P<sign>%) (?![\w%]) | [ \u00a0](?P<word>percent|per[ ]cent) \b (?!-) )
    """,
    re.VERBOSE,
)
_DATE = later(
    rf"""
    (?<![\w.,:/\u2013-])
    (?: (?P<first>\d\d?)(?:st|nd|rd|th)?[ ](?P<behind>{"|".join(MONTHS)})
        (?:,?[ ](?P<year>[12]\d\d\d))?
      | (?P<before>{"|".join(MONTHS)})[ ](?P<second>\d\d?)(?:st|nd|rd|th)?
        (?:,[ ](?P<late>[12]\d\d\d))?
    ) (?![\w\u2013/-]|[.,:]\d|[ ][A-Z\u2013-])
    """,
    re.VERBOSE,
)
_CLOCK = later(
    r"""
    (?<![\w.,:/\u2013-])
    (?: (?P<hour>1?\d)(?::(?P<minute>[0-5]\d))?[ ]?(?P<half>[ap])\.?m\b\.?
      | (?:[Aa]t|[Tt]o|[Bb]y|[Ff]rom|[Tt]ill|[Uu]ntil|[Aa](?:bout|round|fter)|[Ss]ince|[Bb]efore)[ ]
        (?P<long>0\d|1[3-9]|2[0-3]):(?P<past>[0-5]\d)
    ) (?![\w:\u2013/-]|[.,]\d|[ ](?:minutes|seconds|hours|[ap]\.?m\b))
    """,
    re.VERBOSE,
)
_NAME_BEFORE = later(
    r"\b(?!(?:On|From|Since|Until|Till|By|In|At|To|The|This|Before|After|Between|Every|[A-Z][a-z]+day)\b)"
    r"[A-Z][\w\u2019'-]*[ ]\Z"
)
"""A name with a number (“Windows 10 May 2020 Update”): the number is no day."""
_CLEAR = 3
"""So many uses make a way of writing the article's own, if no other has a third of them."""
_BRACKETED = 60
_ZONES = ("paragraph", "standfirst", "list", "blockquote", "other")


class Use(NamedTuple):
    """A place where an article writes something in one of several ways."""

    way: str
    span: Span
    match: re.Match[str]


def uses(article: Article, key: str) -> tuple[Use, ...]:
    """What a key of the style (“percent”, “date” or “time”) decides, in running text.

    Quotations, headlines, tables, captions and parentheses have ways of their own.
    """
    return article.memo(f"uses of {key}", lambda it: tuple(_uses(it, key)))


def _uses(article: Article, key: str) -> Iterator[Use]:
    pattern, use = KEYS[key]
    for match in pattern.finditer(article.view):
        way, at = use(match)
        span = Span(match.start(at) if at else match.start(), match.end())
        region = article.document.region_at(span.start)
        if region is None or region.kind not in _ZONES or article.quotation_at(span) is not None:
            continue
        if _in_parentheses(article.view, span.start):
            continue
        if not _NAME_BEFORE.search(article.view, max(0, span.start - 30), span.start):
            yield Use(way, span, match)


def _in_parentheses(view: str, at: int) -> bool:
    """Whether a bracket is open before an offset, as far as brackets reach in a sentence."""
    low = max(0, at - _BRACKETED)
    return any(view.rfind(mark, low, at) > view.rfind(end, low, at) for mark, end in ("()", "[]"))


def is_mixed(view: str, key: str) -> bool:
    """A quick look: whether a text may write what a key decides in more ways than one."""
    if key == "percent":
        return sum(sign in view for sign in ("%", "percent", "per cent")) > 1
    if key == "time":
        return ":" in view and bool(_LONG_HOUR.search(view) and _HALF_OF_DAY.search(view))
    return _has_both_orders(view)


_LONG_HOUR = later(r":(?<=[a-z][ ]..:)")
_HALF_OF_DAY = later(r"m\b(?<=[ap].m|.[ap]m)")
_MONTH = later("|".join(MONTHS))
_DAY_BEFORE = later(r"\d(?:st|nd|rd|th)?[ ]\Z")
_DAY_BEHIND = later(r"[ ]\d\d?(?!\d)")


def _has_both_orders(view: str) -> bool:
    """Whether a number stands before a month, and behind one: months are sought, not digits."""
    before = behind = False
    for match in _MONTH.finditer(view):
        at, end = match.span()
        before = before or _DAY_BEFORE.search(view, max(0, at - 5), at) is not None
        behind = behind or _DAY_BEHIND.match(view, end) is not None
        if before and behind:
            return True
    return False


def own_way(article: Article, key: str) -> str:
    """The way most of the article's uses have, "" where none is clearly its own."""
    counts = Counter(use.way for use in uses(article, key)).most_common()
    if not counts or counts[0][1] < _CLEAR:
        return ""
    others = sum(count for _, count in counts[1:])
    return counts[0][0] if others * _CLEAR <= counts[0][1] else ""


def house_style(article: Article) -> Style:
    """The style as it is configured; what isn't follows the article's own dates and times."""
    return article.memo("house style", _house_style)


def _house_style(article: Article) -> Style:
    style = article.style
    ways = {key: own_way(article, key) for key in ("date", "time") if key not in style.chosen}
    date, time = ways.get("date") or style.date, ways.get("time") or style.time
    return style._replace(date=date, time=time)


def _percent(match: re.Match[str]) -> tuple[str, str]:
    """The way of a match and the group that it begins with, "" for all of it."""
    return "sign" if match["sign"] else match["word"], ""


def _date(match: re.Match[str]) -> tuple[str, str]:
    return "dmy" if match["first"] else "mdy", ""


def _time(match: re.Match[str]) -> tuple[str, str]:
    return ("12h", "") if match["half"] else ("24h", "long")


KEYS: Mapping[str, tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[str, str]]]] = {
    "percent": (_PERCENT, _percent),
    "date": (_DATE, _date),
    "time": (_CLOCK, _time),
}
