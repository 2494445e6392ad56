"""Numbers that ran together with a word: "3,000soldiers", "since2014", "10mln"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from tqcheck.article import Article
from tqcheck.finding import Hit, Safety
from tqcheck.later import alternation, later
from tqcheck.lexicon.words import COUNT_NOUNS, MONTHS
from tqcheck.patterns import compiled
from tqcheck.source import Span
from tqcheck.wake import Trigger, Wake

FIELDS = frozenset(("first", "second"))
PARAMS: Mapping[str, Any] = {"kind": "word", "abbreviations": ()}

_NUMBER = later(r"\d[\d.,]*")
_WORD_BEFORE = later(r"(?<![\w@\#/&+\u00b0'\u2019-])(?<!\w[.,])[^\W\d_]+$")
_WORD_AFTER = later(r"[^\W\d_]+(?![\w@/&+-]|['\u2019]\w|\.\w)")
_FREE = later(r"[\w@\#/&+\u00b0'\u2019.,-]")
_TIED = later(r"[\w@/&+-]|['\u2019]\w|\.\w")
_WINDOW = 16
_LONGEST = 64
_DIGITS = later(r"[\d.,]+\Z")
_YEAR = later(r"(?:1[5-9]|20)\d\d")
_AFTER = frozenset(
    """and the of who from was were with that which has had after before during until when where
    percent million billion trillion thousand hundred square""".split()
)
_AFTER_YEAR = frozenset("in to by at on is as or but for".split())
_BEFORE = frozenset(
    """in since of about around from until on by at to than over and nearly almost between after
    before with for the only some least most under or was were is are year early late summer winter
    spring autumn""".split()
)
_PLACES = frozenset(
    """Street Avenue Alley Road Lane Square Boulevard Highway Building House Apartment Block Room
    Floor Article Section Chapter Paragraph Page Appendix""".split()
)


def wake(params: Mapping[str, Any]) -> Wake:
    """A digit beside a letter, and number and word are of the kinds; or a source's short form."""
    if params["kind"] == "source":
        shorts = "|".join(map(re.escape, _pairs(tuple(params["abbreviations"]))))
        return Wake((Trigger(rf"\d(?:{shorts})(?!\w)"), Trigger(rf"\d[ \u00a0](?:{shorts})(?!\w)")))
    before = (r"\d", r"\d[.,]", r"\d[.,][.,]+")
    ahead = (Trigger(rf"{digits}[^\W\d_]", _is_counting) for digits in before)
    return Wake((*ahead, Trigger(r"[^\W\d_]\d", _is_behind)))


def _is_counting(match: re.Match[str]) -> bool:
    """Whether the number that ends before a match's last letter counts what the letter begins."""
    end = match.end() - 1
    digits = _DIGITS.search(match.string, max(0, match.start() - _LONGEST), end)
    number = digits and _NUMBER.search(match.string, digits.start(), end)
    if number is None or number.start() < match.start() - _LONGEST // 2:
        return True  # too long to be looked at
    return _hit(number) is not None


def _is_behind(match: re.Match[str]) -> bool:
    number = _NUMBER.match(match.string, match.start() + 1)
    return number is not None and _hit(number) is not None


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """Fused numbers of one ``kind`` (catalogue TQ154, TQ157).

    "word": a number with what it counts, a month or a function word at either side; a street
    or a part of a text before a number is unsafe, since a row may have ended between them.
    "source": a number and an abbreviation of the source language; ``abbreviations`` are
    "abbreviation = English" pairs.
    """
    if params["kind"] == "source":
        yield from _source(article, _pairs(tuple(params["abbreviations"])))
        return
    for match in _NUMBER.finditer(article.view):
        hit = _hit(match)
        if hit is not None:
            yield hit


def _hit(match: re.Match[str]) -> Hit | None:
    """The hit where a number and a word beside it make one."""
    view = match.string
    start, end = match.span()
    if view[end : end + 1].isalpha() and not _FREE.match(view[start - 1 : start]):
        noun = _WORD_AFTER.match(view, end)
        if noun and _counts(match.group(), noun.group()):
            groups = {"first": match.group(), "second": noun.group()}
            return Hit(Span(start, noun.end()), groups, None, Safety.SAFE)
    elif view[start - 1 : start].isalpha() and not _TIED.match(view, end):
        word = _WORD_BEFORE.search(view, max(0, start - _WINDOW), start)
        figure = match.group().rstrip(".,")
        safety = _ahead(word.group(), figure) if word else None
        if word and safety:
            groups = {"first": word.group(), "second": figure}
            return Hit(Span(word.start(), start + len(figure)), groups, None, safety)
    return None


def _counts(number: str, noun: str) -> bool:
    if len(noun) > 2 and (noun in COUNT_NOUNS or noun in _AFTER):
        return True
    return noun in MONTHS or (noun in _AFTER_YEAR and bool(_YEAR.fullmatch(number)))


def _ahead(word: str, figure: str) -> Safety | None:
    year = bool(_YEAR.fullmatch(figure))
    if (word in _BEFORE and len(figure) > 1) or (word in MONTHS and (year or len(word) > 3)):
        return Safety.SAFE
    if word.lower() in _BEFORE and word.istitle() and year:
        return Safety.SAFE
    return Safety.UNSAFE if word in _PLACES and len(figure) < 5 else None


@cache
def _pairs(lines: tuple[str, ...]) -> Mapping[str, str]:
    return {short: plain for short, _, plain in (line.partition(" = ") for line in lines)}


def _source(article: Article, pairs: Mapping[str, str]) -> Iterator[Hit]:
    """Numbers with a source abbreviation, its own stop included unless it ends the sentence."""
    shorts = alternation(pairs)
    pattern = compiled(
        rf"(\d(?<![\w.,-]\d)(?<!\w[.,]\d)[\d.,]*)[ \u00a0]?({shorts})(?!\w)"
        r"(\.(?= ?(?:[a-z\d(,$€£₴₽]|Euro)))?"
    )
    for match in pattern.finditer(article.view):
        number, short = match.group(1), match.group(2)
        if number[-1].isdigit():
            yield Hit(Span(*match.span()), {"first": number, "second": pairs[short]})
