"""Times of day as other languages write them, and the English writing (TQ451–TQ454)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tqcheck.article import Article
from tqcheck.detectors._calendar import WEEKDAY, Kind, Written, clock
from tqcheck.house import house_style
from tqcheck.later import later

_HOUR = r"(?:[01]?\d|2[0-3])"
_DOTTED = rf"{_HOUR}\.[0-5]\d"
_PLACE = (
    r"local[ ]time|GMT|UTC|CES?T|EES?T|MSK|(?:Moscow|Kyiv|Berlin|Warsaw|Prague|Paris|Madrid|Rome"
    r"|Beijing|Tokyo)[ ]time"
)
_LATE = rf"(?:{_HOUR}[ ]?h[ ]?[0-5]\d|(?:1[3-9]|2[0-3])[ ]?h)\b"
"""A time of day beyond doubt; “between 2h and 3h” may be how long it takes."""
_BETWEEN = later(rf"\b[Bb]etween[ ]{_HOUR}[ ]?h(?:[ ]?[0-5]\d)?[ ]\Z")
_NOON = 13
_ONE_FIGURE = len("4.17")
_HALF_DOTTED = later(r"\b\d\d?\.[0-5]\d[ \u00a0]?[ap]\.?m\b")
_SURELY = later(rf"[ ](?:{_PLACE}|hours\b)")
"""What makes a number before it a time."""
_DATED = later(rf"[ ](?:{_PLACE}|(?:on[ ])?{WEEKDAY}\b|today\b|tomorrow\b|yesterday\b)")
_ON_DAY = later(rf"\b{WEEKDAY}\b[^.!?]*\Z")
_THEN = later(
    r"""
    [,;:)\u201d\u2019"]                    # the end of a phrase
  | \.(?!\d) | \n | \Z
  | [ ][(\u2013\u2014-]
  | [ ](?!EUR|USD|PLN|UAH|GBP|CHF|CZK|RUB|MHz|GHz|FM\b)[A-Z]
  | [ ](?:on|in|at|where|the|when|until|till|to|for|with|from|after|he|she|they|we|it|there|his|her
      |their|this|that|today|tomorrow|yesterday|tonight|local|police|a|an|and|or|but|as|by|near|sharp)\b
    """,
    re.VERBOSE,
)
"""What may stand behind a time: no unit, no noun that is counted."""
_MEASURED = later(
    r"(?i)\b(?:shares?|stocks?|index|indices|prices?|priced|market|markets|dollars?|euros?|pounds?"
    r"|cents?|points?|percent|rates?|valued?|cost|costs|trad(?:ed|es|ing)|oil|gold|barrel|average"
    r"|averaged|inflation|met(?:re|er)s?|seconds?|score[ds]?|odds|gpa|record|rose|rise|rises|grew"
    r"|fell|fall|falls|increased?|dropped|climbed|cut|raised|widened|narrowed|improved|version"
    r"|versions|ubuntu|magnitude|ratio|chapter|verse|section|paragraph|article|mhz|frequency"
    r"|yield|yields|interest|hryvnias?|rubles?|zlotys?|yuan|yen|won|km|kilomet(?:re|er)s?"
    r"|tons?|kilograms?|kg|lit(?:re|er)s?|degrees?)\b|[$€£¥%]"
)


def _read(text: str) -> tuple[int, int]:
    """Hour and minute of a time, whatever divides them."""
    parts = re.findall(r"\d+", text)
    return int(parts[0]), int(parts[1]) if len(parts) > 1 else 0


def _colon(text: str, article: Article, after: str, sure: bool) -> str:
    """The time in the house's style; where the half of the day is open, with a colon only."""
    hour, minute = _read(text)
    if sure or hour == 0 or hour > 12 or text.startswith("0"):
        return clock(hour, minute, house_style(article), after)
    return f"{hour}:{minute:02}"


def _behind(match: re.Match[str]) -> str:
    return match.string[match.end() : match.end() + 24]


def _dotted(match: re.Match[str], article: Article) -> Written | None:
    """A time after “at”; shares, prices, races and editions have numbers that look alike."""
    after, last = _behind(match), match["last"]
    if not _SURELY.match(after):
        early = _read(match["time"])[0] < _NOON and not match["time"].startswith("0")
        if not _THEN.match(after) or (after.startswith((" in ", " at ")) and early):
            return None
        if article.memo("dotted times", _is_british) or not _is_time(match, article):
            return None
    if last:
        pair = _read(match["time"]) < _read(last) and _read(last)[0] > 12
        first = _colon(match["time"], article, "", pair)
        return Written(f"{match['word']}{first}{match['to']}{_colon(last, article, after, pair)}")
    return Written(match["word"] + _colon(match["time"], article, after, sure=False))


_WITH_UNIT = later(
    r"(?:,|[ ](?:and|or|to))[ ]\d+(?:\.\d(?!\d)|(?:\.\d+)?[ \u00a0]?(?:%|°|[cmk]?m\b|k?g\b"
    r"|[kMG]?Hz\b|V\b|ml\b|inch))"
)
"""Behind one of two measures: “at 3.15 and 9.4 cm”."""


def _is_time(match: re.Match[str], article: Article) -> bool:
    """Whether a number with a stop is a time, and nothing that is measured or paid."""
    sentence = article.sentence(match.start())
    if _MEASURED.search(match.string, sentence.start, sentence.end):
        return False
    if _WITH_UNIT.match(match.string, match.end()):
        return False
    if match["time"].startswith("0") and len(match["time"]) > _ONE_FIGURE:
        return True  # no price, no length begins with a zero like “04.17”
    loose = match["word"].lower().rstrip() in ("before", "after", "since")
    if loose and _read(match["time"])[0] < _NOON:
        return False
    minutes = [_read(text)[1] for text in (match["time"], match["last"]) if text]
    return not any(minute % (15 if match["last"] or loose else 5) for minute in minutes)


def _is_british(article: Article) -> bool:
    """Whether the article writes “7.30pm” itself: the stop is its own style then."""
    return _HALF_DOTTED.search(article.view) is not None


def _lettered(match: re.Match[str], article: Article) -> Written | None:
    if match["word"] == "and " and not re.search(r"[hH][ ]?[0-5]\d\Z", match["time"]):
        start = max(0, match.start() - 24)
        if not _BETWEEN.search(match.string[start : match.start()]):
            return None
    return Written(match["word"] + _colon(match["time"], article, _behind(match), sure=True))


def _oclock(match: re.Match[str], article: Article) -> Written | None:
    if match["hours"]:
        before = match.string[max(0, match.start() - 40) : match.start()]
        if not _DATED.match(_behind(match)) and not _ON_DAY.search(before):
            return None
        if int(match["hours"]) < 13 and not match["minutes"]:
            return None
    hour, minute = _read(
        match["time"]
        or match["german"]
        or match["kl"]
        or f"{match['hours']}:{match['minutes'] or 0}"
    )
    if hour > 24 or (hour == 24 and minute):
        return Written("", "there is no such hour")
    whole = match.group()
    if match["kl"]:
        at = "At " if match["nordic"][0] in "AK" else "at "
        return Written(at + _colon(f"{hour}:{minute:02}", article, _behind(match), sure=True))
    sure = hour > 12 or match["minutes"] is not None or whole.startswith("0") or "hours" in whole
    sure = sure or match["german"] is not None
    text = f"{hour}:{minute:02}"
    return Written((match["word"] or "") + _colon(text, article, _behind(match), sure))


def _meridiem(match: re.Match[str], article: Article) -> Written | None:
    hour, minute = _read(match["time"])
    if hour > 23 or (hour < 12) != (match["half"] == "a"):
        return Written("", "the hour and the half of the day disagree")
    ends = match.group().endswith(".") and _ends_sentence(match)
    written = clock(hour, minute, house_style(article))
    return Written(written if not ends or written.endswith(".") else f"{written}.")


def _ends_sentence(match: re.Match[str]) -> bool:
    """Whether the stop of “p.m.” is the sentence's too."""
    after = match.string[match.end() : match.end() + 2]
    return after.strip() == "" or after[:1] == "\n" or (after[0] == " " and after[1].isupper())


TIMES: Mapping[str, Kind] = {
    "dotted": Kind(
        r"[a-z:,][ ]\d\d?\.[0-5]\d\b|(?:[Aa]t|[Ff]rom|til)[ ]\d\d?-[0-5]\d\b",
        rf"\b(?<!timed[ ])(?<!clocked[ ])(?P<word>"
        rf"(?:(?:[Aa]t|[Uu]ntil|till|[Aa]round|[Bb]efore|[Aa]fter|[Ss]ince)[ ]"
        rf"|(?:{WEEKDAY}s?|[Hh]ours|[Oo]pen|[Dd]aily|[Ww]eekdays|[Ww]eekends)[:,]?[ ]"
        rf"(?={_DOTTED}[ ]?[-\u2013][ ]?{_DOTTED}(?!\d))"
        rf"|[Ff]rom[ ](?=\d\d?-00\b)|[Ff]rom[ ](?={_DOTTED}[ ](?:to|until|till)"
        rf"[ ]{_DOTTED}\b)))(?P<time>{_DOTTED}"
        rf"|(?:(?<=t[ ])|(?<=m[ ])|(?<=til[ ]))(?:[01]?\d|2[0-3])"
        rf"-(?:00|[0-5]\d(?=[ ](?:{_PLACE}))))"
        rf"(?:(?P<to>[ ](?:to|until|till)[ ]|[ ]?[-\u2013][ ]?)"
        rf"(?P<last>{_DOTTED}|(?<=to[ ])\d\d?-00|(?<=l[ ])\d\d?-00))?"
        rf"(?![\w%\u2013/-]|[.,:]\d|[ ](?:o[’']clock|hours\b|Uhr\b))",
        _dotted,
    ),
    "lettered": Kind(
        r"\d[ ]?[hH](?:[ ]?[0-5]\d|rs\.?)?\b",
        rf"\b(?P<word>(?:[Aa]t|[Aa]round|[Aa]t[ ]about|[Ff]rom|[Uu]ntil|till)[ ]"
        rf"|[Bb]etween[ ](?={_HOUR}[ ]?h(?:[ ]?[0-5]\d)?[ ]and[ ]{_LATE})"
        rf"|(?<=h[ ])and[ ](?={_LATE})|(?<=h\d\d[ ])and[ ](?={_LATE})"
        rf"|(?:to|by|before|after|and)[ ](?={_HOUR}[ ]?[hH][ ]?[0-5]\d\b)"
        rf"|(?<=h[ ])to[ ]|(?<=h\d\d[ ])to[ ])"
        rf"(?P<time>{_HOUR}(?:[ ]?[hH](?:[ ]?[0-5]\d)?|[.:][0-5]\d[ ]?h(?:rs?\.?(?=[ ][a-z]))?))"
        rf"(?!\w)(?!(?<!\d)[ ](?:of|marathon|race|and[ ]\d+[ ]min)\b"
        rf"|[-/\u2013]|[.]\d)",
        _lettered,
    ),
    "oclock": Kind(
        r"\d[ ]o[’']clock|\bat[ ]\d\d[ ]hours\b|\d[:.][ ]?\d\d[ ]hours\b|\d[ \u00a0]Uhr\b"
        r"|\b[Kk]l\.?[ ]\d",
        rf"(?<![\w.,:/-])(?:(?P<time>(?:1[3-9]|2[0-4])(?=[ ]o)|{_HOUR}[:.][ ]?[0-5]\d(?=[ ]o)"
        rf"|(?:(?<=at[ ])|(?<=from[ ])|(?<=until[ ])|(?<=around[ ])|(?<=since[ ])"
        rf"|(?<=before[ ])|(?<=after[ ])|(?<=by[ ]))"
        rf"(?:(?:0\d|1[3-9]|2[0-3])[:.][ ]?|(?<=at[ ])(?:9|1[0-2])[:.])[0-5]\d)"
        rf"[ ](?:o[’']clock|hours)\b(?![-’'])"
        rf"|(?P<german>{_HOUR}(?:[:.][0-5]\d)?)[ \u00a0]Uhr\b(?![-’'])"
        rf"|(?P<nordic>(?:[Aa]t[ ])?(?<!\d[ ])[Kk]l\.?[ ])"
        rf"(?P<kl>{_HOUR}(?:[.:][0-5]\d)?)(?![\w%]|[.,]\d)"
        rf"|(?P<word>at[ ])(?P<hours>[01]\d|2[0-3])[ ]hours\b"
        rf"(?:(?:[ ]and)?[ ](?P<minutes>[0-5]?\d)[ ]minutes\b)?)",
        _oclock,
    ),
    "meridiem": Kind(
        r"(?:1[3-9]|2[0-4])(?:[:.][0-5]\d)?[ ]?[ap]\.?m\b|\b0?0:[0-5]\d[ ]?[ap]\.?m\b",
        r"(?<![\w.,:/$€£+-])(?P<time>(?:1[3-9]|2[0-4]|0?0(?=:))[:.][0-5]\d|(?:(?<=at[ ])|(?<=by[ ])"
        r"|(?<=to[ ])|(?<=from[ ])|(?<=until[ ])|(?<=around[ ])|(?<=after[ ])|(?<=before[ ])"
        r"|(?<=till[ ]))(?:1[3-9]|2[0-4]))[ ]?(?P<half>[ap])(?:\.m\.?|m\b)(?!\w)",
        _meridiem,
    ),
}
