"""Finds abbreviations that kept their source's form: years, dates, titles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tqcheck.article import Article
from tqcheck.detectors._stop_degrees import degrees
from tqcheck.detectors._stop_verdict import Verdict
from tqcheck.finding import Edit, Safety
from tqcheck.later import later
from tqcheck.lexicon.words import FUNCTION_WORDS, MONTHS, WEEKDAYS
from tqcheck.source import Span

_MONTH = "(?:" + "|".join(MONTHS) + ")"
_DAY = "(?:" + "|".join(WEEKDAYS) + ")"

_YEAR_LETTER = later(
    r"""
    (?:(?<![\w.,\u20ac$-])|(?<=\d\.\d\.)|(?<=\d\.\d\d\.))
    (?:1\d{3}|20\d{2})                      # a year, alone or behind its day and month
    (?P<letter>[ \u00a0]?(?:r|\u0433|\u0440|rr|\u0433\u0433|yr?      # r., Cyrillic letters
        |(?<=\b[Ii]n[ ]\d{4}[ ])g|(?<=\b[Ss]ince[ ]\d{4}[ ])g)\.)     # g., no grams
    (?P<after>[ \u00a0]*[,;:)]|\.(?=\s|$)|[ \u00a0]+\S|\s*$)
    """,
    re.VERBOSE | re.MULTILINE,
)
_DATE = later(
    rf"""
    (?:
        (?<!\w)(?:[Oo]n|[Tt]he|of|[Ss]ince|[Uu]ntil|[Tt]ill|[Ff]rom|[Bb]y|[Bb]efore|[Aa]fter
           |for|to|and|between|that|around|through|[Dd]uring|{_DAY},?)
        [ ]
        (?P<day>[0-3]?\d)\.
        (?:(?P<to>[ ](?:to|and|or|until)[ ](?:the[ ])?|[\u2013-])(?P<last>[0-3]?\d)\.)?
        [ ]{_MONTH}\b
        (?:(?<=On[ ]\d\.[ ]May)|(?<=On[ ]\d\d\.[ ]May)|(?<=On[ ]\d\.[ ]March)|
        (?<=On[ ]\d\d\.[ ]March)|
        (?<!May)(?<!March)(?<!April)(?<!June)(?<!August)(?=[ ])|
        (?=[ ]\d|[ ](?:in|at|on|of|to|and|the|this|last|by|for|with|from|as|is|was|were|has|will
           |that|he|she|it|they|we|there|which|when|where|while|after|before|until|near|against
           |during|about|because|but|or|a|an|his|her|their)\b
           |[,.;:)?!]|$))                   # not “on 5. May won”
      |
        (?<=[a-z][ ])(?<!page[ ])(?<!no[ ])(?<!number[ ])
        (?P<plain>[0-3]?\d)\.[ ]{_MONTH}[ ](?:19|20)\d\d
        (?=[ ](?:in|at|and|to|until|by|for|with|from)\b|[,.;)]|$)   # “opens 5. May 2023 in Graz”
      |
        (?<!\w)(?:{_MONTH}|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.)[ ](?P<us>[0-3]?\d)\.
        (?=[ ](?:19|20)\d\d(?=[,.;)]
            |[ ](?:he|she|it|they|we|in|at|the|a|and|with|by|for|to|until)\b)
        |[ ](?:in|at|on|of|to|and|by|for|with|from|as|until)\b)
    )
    """,
    re.VERBOSE | re.MULTILINE,
)

_DAY_STOP = later(
    r"\d\.(?:[ ](?:[JFMASOND12]|(?:to|and|or|in|at|on|of|by|for|with|from|as|until) )|[\u2013-])"
)
"""A quick look whether a day with a stop stands anywhere."""


def years(article: Article, rows: Iterable[Span]) -> Iterator[Verdict]:
    """“in 1998 r.”: Polish r(ok), Russian and Ukrainian letters for “year”, with their stop."""
    for line in rows:
        for match in _YEAR_LETTER.finditer(article.view, line.start, line.end):
            after = match["after"].lstrip()
            start, end = match.span("letter")
            span = Span(match.start(), end)
            if not after:
                yield Verdict("year-letter", span, (Edit(Span(start, end - 1), ""),))
            elif after[0].isupper():
                edits = (Edit(Span(start, end - 1), ""),)
                yield Verdict("year-letter", span, edits, Safety.UNSAFE)
            else:
                yield Verdict("year-letter", span, (Edit(Span(start, end), ""),))


def dates(article: Article, rows: Iterable[Span]) -> Iterator[Verdict]:
    """“on 5. May”: the stop is the source's ordinal; never at a line's start (a list)."""
    for line in rows:
        if not _DAY_STOP.search(article.view, line.start, line.end):
            continue
        for match in _DATE.finditer(article.view, line.start, line.end):
            days = [name for name in ("day", "last", "plain", "us") if match[name]]
            if all(1 <= int(match[name]) <= 31 for name in days):
                ends = [match.end(name) for name in days]
                edits = tuple(Edit(Span(end, end + 1), "") for end in ends)
                first = match.start("us") if match["us"] else match.start(days[0])
                span = Span(match.start(), match.end()) if match["us"] else None
                yield Verdict("date", span or Span(first, match.end()), edits)


_TITLE = later(
    r"""
    (?<![\w.@/-])
    (?P<chain>
        (?:assoc|asst|lt|maj|brig|vice|prof|dr|col|gen|rear|adj|hab)\.?[ ]
    )?
    (?P<title>prof|dr|gen|col|lt|maj|capt|sgt|cpl|sen|rep|gov|rev|adm|cmdr|insp|mr|mrs)
    (?P<dot>\.?)
    [ \u00a0]
    (?P<name>[^\W\d_](?:\.|[\w'\u2019-]*))   # a word or an initial
    """,
    re.VERBOSE,
)
_SMALL_TITLE = later(
    r"""
    [^\w.@/-](?:prof|dr|gen|col|lt|maj|capt|sgt|cpl|sen|rep|gov|rev|adm|cmdr|insp|mrs?)\.?
    [ \u00a0][^\W\d_a-z]
    """,
    re.VERBOSE,
)
"""A quick look whether there is a title in lower case at all."""

_NEEDS_NO_DOT = frozenset("prof dr mr mrs gen col capt sgt lt maj".split())
_NO_NAME = frozenset(MONTHS) | frozenset(WEEKDAYS) | {"I", "X", "Y", "Z", "No", "Ed", "Gen"}


def titles(article: Article, rows: Iterable[Span]) -> Iterator[Verdict]:
    """“prof. Ahn” → “Prof. Ahn”; a title without its stop gets one in the US style.

    Stacked titles (“prof. dr hab. Ahn”) are ``degrees``' business.
    """
    titled = [row for row in rows if _SMALL_TITLE.search("\n" + article.view[row.start : row.end])]
    stacked = {at for other in degrees(article, titled) for at in range(*other.span)}
    for line in titled:
        for match in _TITLE.finditer(article.view, line.start, line.end):
            name = match["name"]
            if not _is_name(name) or name.rstrip(".") in _NO_NAME:
                continue
            if not match["dot"] and match["title"] not in _NEEDS_NO_DOT:
                continue
            if match.start("title") not in stacked and match.end() - 1 not in stacked:
                yield _title(article, match)


def _is_name(word: str) -> bool:
    if not word[0].isupper() or word.lower() in FUNCTION_WORDS:
        return False
    return len(word) > 1 and (word[1] == "." or word[1].islower() or word[1] in "'\u2019")


def _title(article: Article, match: re.Match[str]) -> Verdict:
    edits: list[Edit] = []
    for name in ("chain", "title"):
        if match[name] and match[name].strip() not in ("hab", "hab."):
            at = match.start(name)
            edits.append(Edit(Span(at, at + 1), article.view[at].upper()))
    if not match["dot"] and article.style.punctuation == "us":
        edits.append(Edit(Span(match.end("title"), match.end("title")), "."))
    sure = len(match["name"]) > 2 or bool(match["dot"])
    safety = Safety.SAFE if sure else Safety.UNSAFE
    return Verdict("title", Span(match.start(), match.end("name")), tuple(edits), safety)
