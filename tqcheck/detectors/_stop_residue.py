"""Replaces abbreviations of the source's language: ranks, “m.in.”, streets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tqcheck.article import Article
from tqcheck.detectors._stop_number import Verdict
from tqcheck.detectors._stop_text import is_finite, lines
from tqcheck.finding import Edit, Safety
from tqcheck.lexicon.words import FUNCTION_WORDS
from tqcheck.source import Span

RANKS: Mapping[str, str] = {
    "gen. bryg": "Brig. Gen.", "gen. dyw": "Maj. Gen.", "gen. broni": "Lt. Gen.",
    "ppłk": "Lt. Col.", "płk": "Col.", "mjr": "Maj.", "kpt": "Capt.", "ppor": "2nd Lt.",
    "por": "Lt.", "plk": "Col.", "pplk": "Lt. Col.", "pplk.": "Lt. Col.", "npor": "1st Lt.",
    "podinsp": "Deputy Insp.", "nadkom": "Chief Supt.", "podkom": "Deputy Commissioner",
    "mł. insp": "Junior Insp.", "mł. asp": "Junior Warrant Officer",
    "st. asp": "Senior Warrant Officer", "asp. szt": "Staff Warrant Officer",
    "st. sierż": "Senior Sgt.", "sierż": "Sgt.", "st. kpt": "Senior Capt.",
    "kmdr": "Cmdr.", "kontradm": "Rear Adm.", "wiceadm": "Vice Adm.",
}  # fmt: skip
"""Polish and Czech ranks before a name, without the last stop (catalogue TQ502)."""

SOURCES: Mapping[str, str] = {
    "m.in.": "including", "m. in.": "including", "m.in": "including", "np.": "e.g.",
    "tzw.": "so-called", "tzn.": "i.e.", "tj.": "i.e.", "itd.": "etc.", "itp.": "etc.",
    "z.B.": "e.g.", "z. B.": "e.g.", "bzw.": "or", "usw.": "etc.", "d.h.": "i.e.",
    "d. h.": "i.e.", "sog.": "so-called", "p. ej.": "e.g.", "p.ej.": "e.g.",
    "c.-à-d.": "i.e.", "p. ex.": "e.g.", "p.ex.": "e.g.", "ecc.": "etc.", "tzv.": "so-called",
    "např.": "e.g.", "napr.": "e.g.", "atd.": "etc.", "apod.": "etc.", "т.е.": "i.e.",
    "т. е.": "i.e.", "т.н.": "so-called", "т. н.": "so-called", "и т.д.": "etc.",
    "и т. д.": "etc.", "и т.п.": "etc.", "напр.": "e.g.",
}  # fmt: skip
"""Frequent abbreviations of Polish, German, Spanish, French, Czech, Russian (TQ504)."""

_UNSURE = frozenset(("np.", "bzw.", "sog.", "tj.", "napr.", "m.in"))
_ENDINGS = ("etc.", "i.e.", "e.g.")

_STREETS: Mapping[str, str] = {
    "ul": "Street", "vul": "Street", "al": "Avenue", "pl": "Square", "os": "Estate",
    "nám": "Square", "prosp": "Avenue", "pr": "Avenue", "bulv": "Boulevard", "per": "Lane",
    "st": "Street", "str": "Street", "Str": "Street",
}  # fmt: skip
_AMBIGUOUS = frozenset(("al", "pl", "os", "pr", "per", "st", "str", "Str"))
_AT = "(?:[Oo]n|[Aa]t|[Ii]n|[Tt]o|[Nn]ear|[Ff]rom|of|[Aa]long|[Oo]ff)"
_NAME = (
    r"[A-Z\u00c0-\u00de\u0100-\u017f\u0400-\u042f][\w'\u2019-]+"
    r"(?:[ ](?:the[ ]|of[ ])?[A-Z\u00c0-\u00de\u0100-\u017f\u0400-\u042f][\w'\u2019-]*){0,3}"
)
_HOUSE = r"(?P<house>,?[ ]\d{1,4}(?:[A-Za-z]\b|/\d{1,3})?(?![\w%.,]\d))?"
_ABBREVIATED = re.compile(
    rf"""
    (?<![\w.@/-])
    (?P<before>{_AT}[ ](?:the[ ])?|[,(][ ]?)?
    (?P<kind>ul|vul|al|pl|os|n\u00e1m|prosp|pr|bulv|per|st|[Ss]tr)\.[ \u00a0]?
    (?P<name>{_NAME})
    {_HOUSE}
    """,
    re.VERBOSE,
)
_COPIED = re.compile(
    rf"""
    (?<!\w)(?P<before>{_AT}[ ])
    (?P<article>the[ ])?
    (?P<kind>[Ss]treet|[Aa]venue|[Ss]quare|[Bb]oulevard|[Ll]ane)\.[ \u00a0]
    (?P<name>{_NAME})
    {_HOUSE}
    (?P<after>[ ]?[.,;)]|[ ](?:in|on|at|near|and|of)[ ]|[ ]*$|[ ])
    """,
    re.VERBOSE | re.MULTILINE,
)
_LONGEST_REST = 160


def _alternation(words: Mapping[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_RANK = re.compile(rf"(?<![\w.])(?P<rank>{_alternation(RANKS)})\.?[ ](?P<name>[^\W\d_a-z]\w*)")
_SOURCE = re.compile(rf"(?<![\w./@-])(?P<short>{_alternation(SOURCES)})(?=[\s,;)]|$)")
_OWN_WORDS = frozenset(("por", "asp", "kom"))


def ranks(article: Article) -> Iterator[Verdict]:
    """“płk Jan Nowak” → “Col. Jan Nowak”."""
    for match in _RANK.finditer(article.view):
        dotted = article.view.startswith(".", match.end("rank"))
        if not match["name"][0].isupper() or (match["rank"] in _OWN_WORDS and not dotted):
            continue
        end = match.end("rank") + dotted
        edit = Edit(Span(match.start("rank"), end), RANKS[match["rank"]])
        yield Verdict("rank", Span(*match.span()), (edit,))


def sources(article: Article) -> Iterator[Verdict]:
    """“cities, m.in. Lublin” → “cities, including Lublin”; at a sentence's end the stop stays."""
    for match in _SOURCE.finditer(article.view):
        short = match["short"]
        new = SOURCES[short]
        last = article.view[match.end() : match.end() + 2].strip()
        at_end = not last or (last[:1].isupper() and new == "etc.")
        if at_end and new not in _ENDINGS:
            continue
        edit = Edit(Span(*match.span()), new)
        safety = Safety.UNSAFE if short in _UNSURE else Safety.SAFE
        yield Verdict("source", Span(*match.span()), (edit,), safety)


def streets(article: Article) -> Iterator[Verdict]:
    """“on ul. Polna 5” → “on 5 Polna Street”, “on the street. Shevchenko” likewise."""
    for line in lines(article):
        for match in _ABBREVIATED.finditer(article.view, line.start, line.end):
            saint = match["kind"] == "st" and not match["house"]
            if not saint and (match["kind"] not in _AMBIGUOUS or match["before"]):
                yield _street(match, _STREETS[match["kind"]], match.start("kind"))
        for match in _COPIED.finditer(article.view, line.start, line.end):
            if _is_address(article, match, line):
                start = match.start("article") if match["article"] else match.start("kind")
                yield _street(match, match["kind"].capitalize(), start)


def _street(match: re.Match[str], noun: str, start: int) -> Verdict:
    house = (match["house"] or "").strip(", ")
    name = match["name"]
    said = f"{house} {name} {noun}" if house else f"{name} {noun}"
    before = match["before"] or ""
    if before.endswith("the "):
        start -= len("the ")
    end = match.end("house") if match["house"] else match.end("name")
    edits = [Edit(Span(start, end), said)]
    if house and before[:3].lower() == "on ":
        at = match.start("before")
        edits.insert(0, Edit(Span(at, at + 2), "At" if before[0] == "O" else "at"))
    kind = "street" if match.re is _ABBREVIATED else "street-stop"
    return Verdict(kind, Span(start, end), tuple(edits), Safety.UNSAFE)


def _is_address(article: Article, match: re.Match[str], line: Span) -> bool:
    """Whether what follows “the street.” is a name and no sentence: a number, or no verb."""
    if match["name"].split()[0].lower() in FUNCTION_WORDS:
        return False
    if match["house"]:
        return True
    end = min(line.end, match.end() + _LONGEST_REST)
    rest = article.view[match.end("name") : end]
    if match["after"].strip() in (".", "", ")") and not match["after"].startswith(" "):
        return True
    stop = re.search(r"[.!?]", rest)
    words = (rest[: stop.start()] if stop else rest).split()
    verb = any(is_finite(word.strip(",;").lower()) or word.endswith("ed") for word in words)
    return match["after"] != " " and not verb
