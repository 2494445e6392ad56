"""Mends addresses: the source's abbreviation or a stop stands between street and name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from tqcheck.article import Article
from tqcheck.detectors._stop_verdict import Verdict
from tqcheck.detectors._stop_words import is_finite
from tqcheck.finding import Edit, Safety
from tqcheck.later import later
from tqcheck.lexicon.words import FUNCTION_WORDS
from tqcheck.source import Span

_STREETS: Mapping[str, str] = {
    "ul": "Street", "vul": "Street", "al": "Avenue", "pl": "Square", "os": "Estate",
    "nám": "Square", "prosp": "Avenue", "pr": "Avenue", "bulv": "Boulevard", "per": "Lane",
    "st": "Street", "str": "Street", "ave": "Avenue", "av": "Avenue", "blvd": "Boulevard",
    "bul": "Boulevard", "sq": "Square", "bd": "Boulevard",
}  # fmt: skip
_AMBIGUOUS = frozenset("al pl os pr per st str ave av blvd bul sq bd".split())
"""Abbreviations that are read so only behind a word of place or a comma."""

_SMALL_ONLY = frozenset("os pr per st ave av blvd bul sq prosp n\u00e1m bulv".split())
_AT = "(?:[Oo]n|[Aa]t|[Ii]n|[Tt]o|[Nn]ear|[Ff]rom|of|[Aa]long|[Oo]ff)"
_NAME = (
    r"(?:(?:[A-Z\u00c0-\u00de\u0400-\u042f]|\u015aw|Sw|St|Gen|Ks|Dr|Prof|Marsz|Kard|Bp)\.[ ]?){0,2}"
    r"[A-Z\u00c0-\u00de\u0100-\u017f\u0400-\u042f][\w'\u2019-]+"
    r"(?:[ ](?:the[ ]|of[ ]|(?:d[aeiou]s?|del|della)[ ](?:l[ao]s?[ ])?|D\.[ ])?(?!N[or]\b)"
    r"[A-Z\u00c0-\u00de\u0100-\u017f\u0400-\u042f][\w'\u2019-]*){0,3}"
)
_HOUSE = (
    r"(?P<house>,?[ ](?:(?:[Nn][or]\.?|\u2116)[ ]?)?\d{1,4}(?:[A-Za-z]\b|/\d{1,3})?(?![\w%.,]\d))?"
)
_ABBREVIATED = later(
    rf"""
    (?<![\w.@/-])
    (?P<before>{_AT}[ ](?:the[ ])?|[Aa]ddress:?[ ]|[,(][ ]?)?
    (?P<kind>
        [Uu]l|[Vv]ul|[Aa]l|[Pp]l|os|n\u00e1m|prosp|pr|bulv|bul|blvd|bd|per|st|[Ss]tr|ave?|sq
    )\.[ \u00a0]?
    (?P<name>{_NAME})
    {_HOUSE}
    """,
    re.VERBOSE,
)
_COPIED = later(
    rf"""
    (?<!\w)(?P<before>{_AT}[ ])
    (?P<article>the[ ])?
    (?P<kind>[Ss]treet|[Aa]venue|[Ss]quare|[Bb]oulevard|[Ll]ane|ave|blvd)\.[ \u00a0]
    (?P<name>{_NAME})
    {_HOUSE}
    (?P<after>[ ]?[.,;)]|[ ](?:in|on|at|near|and|of)[ ]|[ ]*$|[ ])
    """,
    re.VERBOSE | re.MULTILINE,
)
_ADDRESS = later(
    r"""
    [\s(,](?:[Uu]l|[Vv]ul|[Aa]l|[Pp]l|os|n\u00e1m|pro?s?p?|bulv?|blvd|bd|per|st|[Ss]tr|ave?|sq)\.
    [ \u00a0]?[^\W\d_a-z]
    | (?:treet|venue|quare|oulevard|[Ll]ane)\.[ \u00a0][^\W\d_a-z]
    """,
    re.VERBOSE,
)
"""A quick look whether there is an address of either kind at all."""

_LONGEST_REST = 160
_LONGEST_FRONT = 16
_LONGEST_ADDRESS = 400


def streets(article: Article, rows: Iterable[Span]) -> Iterator[Verdict]:
    """“on ul. Polna 5” → “on 5 Polna Street”, “on the street. Shevchenko” likewise."""
    for line in rows:
        if not _ADDRESS.search("\n" + article.view[line.start : line.end]):
            continue
        for match in _ABBREVIATED.finditer(article.view, line.start, line.end):
            if _is_abbreviated(match):
                yield _street(match, _STREETS[match["kind"].lower()], match.start("kind"), "street")
        for match in _COPIED.finditer(article.view, line.start, line.end):
            if _is_address(article.view, match, line):
                start = match.start("article") if match["article"] else match.start("kind")
                noun = _STREETS.get(match["kind"], match["kind"].capitalize())
                yield _street(match, noun, start, "street-stop")


def _is_abbreviated(match: re.Match[str]) -> bool:
    kind = match["kind"].lower()
    before = match["before"] or ""
    if match["name"].split()[0].lower() in FUNCTION_WORDS:
        return False
    if kind == "st" and not match["house"]:
        return False  # a saint
    if match["kind"] != kind:  # “Pl. Wolności” only behind a word of place
        return before[:1].isalpha()
    return kind not in _AMBIGUOUS or bool(before)


def _street(match: re.Match[str], noun: str, start: int, kind: str) -> Verdict:
    house = (match["house"] or "").lstrip(", .NnOoRr\u2116")
    before = match["before"] or ""
    if before.endswith("the "):
        start -= len("the ")
    end = match.end("house") if match["house"] else match.end("name")
    first, last = match.span("name")
    edits = [Edit(Span(start, first), f"{house} " if house else "")]
    edits.append(Edit(Span(last, end), f" {noun}"))
    if house and before[:3].lower() == "on ":
        at = match.start("before")
        edits.insert(0, Edit(Span(at, at + 2), "At" if before[0] == "O" else "at"))
    return Verdict(kind, Span(start, end), tuple(edits), Safety.UNSAFE)


def _is_address(view: str, match: re.Match[str], line: Span) -> bool:
    """Whether what follows “the street.” is a name and no sentence: a number, or no verb."""
    if match["name"].split()[0].lower() in FUNCTION_WORDS:
        return False
    if match["house"] and match["after"].strip() != ",":
        return True  # but “Tom, 12, lives there still”
    if match["before"][0].isupper() and match["after"].strip() == ",":
        return True  # “On the street. Naukova, a car …”: no sentence before the stop
    end = min(line.end, match.end() + _LONGEST_REST)
    rest = view[match.end("name") : end]
    if match["after"].strip() in (".", "", ")") and not match["after"].startswith(" "):
        return True
    stop = re.search(r"[.!?]", rest)
    words = (rest[: stop.start()] if stop else rest).split()
    verb = any(is_finite(word.strip(",;").lower()) or word.endswith("ed") for word in words)
    return match["after"] != " " and not verb


_TOWN = later(
    rf"""
    (?<!\w)(?P<before>(?:{_AT}|around|outside)[ ]the[ ])
    (?P<kind>village|town|city|settlement|hamlet)\.[ \u00a0]
    (?P<name>{_NAME})
    (?P<house>(?!))?                       # no house: the same groups as a street
    (?P<after>[ ]?[.,;)]|[ ](?:in|on|at|near|and|of)[ ]|[ ]*$|[ ])
    """,
    re.VERBOSE | re.MULTILINE,
)


def towns(article: Article, rows: Iterable[Span]) -> Iterator[Verdict]:
    """“in the village. Brody” → “in the village of Brody”, where no sentence follows."""
    for line in rows:
        for match in _TOWN.finditer(article.view, line.start, line.end):
            if _is_address(article.view, match, line):
                at = match.end("kind")
                span = Span(match.start("kind"), match.end("name"))
                yield Verdict("town", span, (Edit(Span(at, at + 1), " of"),), Safety.UNSAFE)


def may_be_copied(view: str, at: int) -> bool:
    """Whether the street at an offset, a stop behind it, may be an address."""
    return _may_be(_COPIED, view, at)


def may_be_town(view: str, at: int) -> bool:
    """Whether the town behind “the” at an offset may have its name behind the stop."""
    return _may_be(_TOWN, view, at)


def _may_be(pattern: re.Pattern[str], view: str, at: int) -> bool:
    far = min(len(view), at + _LONGEST_ADDRESS)
    end = view.find("\n", at, far)
    end = at + len(view[at : far if end < 0 else end].rstrip())
    line = Span(max(0, at - _LONGEST_FRONT), end)
    found = pattern.finditer(view, *line)
    return any(_is_address(view, match, line) for match in found)
