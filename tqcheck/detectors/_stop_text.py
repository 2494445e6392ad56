"""Finds the full stops that a lower-case word follows, with the words on both sides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tqcheck.article import Article
from tqcheck.lexicon.words import (
    ABBREVIATIONS,
    COUNT_NOUNS,
    FINITE_VERBS,
    LOWERCASE_STARTERS,
    NATIONALITIES,
)
from tqcheck.source import Span

REACH = 260
"""How many characters on either side of a stop are looked at; keeps the cost linear."""

MAGNITUDES = frozenset(
    "hundred thousand million billion trillion mln mil bln bn thous tys mld mio mrd".split()
)
CURRENCIES = frozenset(
    """uah usd eur pln rub rur czk huf chf gbp ron bgn byn kzt try hrk rsd sek nok dkk sek gel
    euro dollar rouble ruble hryvnia zloty""".split()
)
MONEY = frozenset(
    """euros dollars pounds zlotys zloty hryvnias hryvnia rubles roubles rouble ruble crowns
    korunas koruna forints yuan yen won liras lira lire francs pesos reais rupees dinars dirhams
    leva lei tenge drams shekels kroner kronor krona cents kopecks groszy""".split()
)
SYMBOLS = frozenset(
    """km kms kg kgs cm mm m g t ha kw mw gw kwh mwh gwh km/h kmh hrs hr ml l kcal cwt pcs
    percent pct km² m² m2 km2 m³ m3 °c""".split()
)
"""Unit symbols, lower case; English writes them without a stop."""

_STOP = re.compile(
    r"""
    (?<=[\w%\u20ac$\u00b2\u00b3])   # a word, a number or a unit
    \.
    [ \u00a0]+                      # a blank
    (?=[^\W\d_]|[(,;])              # what goes on
    """,
    re.VERBOSE,
)
_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"[^\W_]+(?:[-'\u2019][^\W_]+)*")
_VOWEL = re.compile(r"[aeiouy\u00c0-\u024f\u0430-\u044f]", re.IGNORECASE)
_MORE_ABBREVIATIONS = frozenset(
    """itd itp tzw tzn np ecc usw bzw sog tzv např atd apod mj prof dr gen col lt maj capt sgt sen
    rep gov rev hon adm mr mrs ms st ul vul al pl os nám spp sp subsp var nov ssp cca ok nr num
    calif mass penn wis minn mich conn wash colo ariz tenn ill ind kan okla ore ala ark fla ga ky
    md mo neb nev va vt wyo ont que cal tex del lond edin cf fn chap sect para fol ser obs abbr
    pron adj adv lat gr fr eng ger sing plur masc fem ch sec cl lit trans repr rev col cols nos
    bldg apt ste avg intl natl mfg mgr asst attn cont ed eds et viz vid pop alt elev est fam
    min hab mlle mme mons comp voc""".split()
)
_KNOWN = frozenset(word.lower() for word in ABBREVIATIONS) | _MORE_ABBREVIATIONS
_NAME_WORDS = frozenset("du des af av zu zum zur y e i ter ibn ben".split())
_PARTICLES = ("al-", "el-", "d'", "d\u2019", "ash-", "as-", "an-")


class Token(NamedTuple):
    """A run without blanks; ``word`` is its text without the marks around, lower case."""

    text: str
    start: int
    end: int

    @property
    def word(self) -> str:
        """The text without marks on either side, in lower case."""
        return self.text.strip(",.;:!?()[]\"'\u201c\u201d\u2018\u2019\u00ab\u00bb\u2026").lower()

    @property
    def bare(self) -> bool:
        """Whether no mark stands behind the word."""
        return self.text[-1:].isalnum()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()


@dataclass(frozen=True)
class Stop:
    """A full stop with a blank and a small letter (or bracket, comma) behind it.

    ``at`` is the stop's offset, ``next`` that of what follows, ``line`` the line's span.
    """

    view: str
    at: int
    next: int
    line: Span

    @cached_property
    def left(self) -> Sequence[Token]:
        """The words of the sentence up to the stop, the nearest last."""
        start = max(self.line.start, self.at - REACH)
        tokens = list(_tokens(self.view, start, self.at))
        cut = 0
        for index in range(len(tokens) - 1):
            text = tokens[index].text.rstrip("\"'\u201d\u2019)")
            ends = text.endswith((".", "!", "?", ":", ";"))
            if ends and len(text) > 2 and not is_abbreviation(text[:-1]):
                cut = index + 1
        return tokens[cut:]

    @cached_property
    def right(self) -> Sequence[Token]:
        """The words behind the stop up to the end of that sentence."""
        end = min(self.line.end, self.next + REACH)
        tokens: list[Token] = []
        for token in _tokens(self.view, self.next, end):
            tokens.append(token)
            text = token.text.rstrip("\"'\u201d\u2019)")
            if text.endswith((".", "!", "?")) and not is_abbreviation(text[:-1]):
                break
        return tokens

    @property
    def word(self) -> str:
        """The word before the stop, as written."""
        return self.left[-1].text.lstrip("(\"'\u201c\u2018") if self.left else ""

    @property
    def follows(self) -> str:
        """The word behind the stop, as written, "" before a bracket or a comma."""
        match = _WORD.match(self.view, self.next)
        return match.group() if match else ""


def _tokens(view: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(view, start, end):
        yield Token(match.group(), match.start(), match.end())


def is_abbreviation(word: str) -> bool:
    """Whether a word before a stop is one that English (or the source) writes with a stop."""
    bare = word.lstrip("(\"'\u201c\u2018[")
    inner = bare.rstrip(".")
    if "." in inner and not inner.replace(".", "").replace(",", "").isdigit():
        return True
    if len(inner) == 1 and inner.isalpha():
        return True
    if inner.lower() in _KNOWN or inner in ABBREVIATIONS:
        return True
    letters = inner.isalpha()
    return letters and len(inner) <= 5 and not inner.isupper() and not _VOWEL.search(inner)


def is_starter(word: str) -> bool:
    """Whether a word in lower case may open a sentence: a brand, a particle of a name."""
    return (
        word in LOWERCASE_STARTERS
        or word in _NAME_WORDS
        or any(char.isupper() for char in word)
        or any(char.isdigit() for char in word)
        or word.startswith(_PARTICLES)
    )


def is_number(text: str) -> bool:
    """Whether a token is a number in digits: 3,000, 2.5, $40."""
    bare = text.lstrip("$\u20ac\u00a3(~")
    return bool(bare) and bare[0].isdigit() and bare.replace(",", "").replace(".", "").isdigit()


def is_year(text: str) -> bool:
    """Whether a token may be a year: four digits from 1000 to 2099, no comma."""
    return len(text) == 4 and text.isdigit() and "1000" <= text <= "2099"


def is_finite(word: str) -> bool:
    """Whether a word is a finite verb we know."""
    return word in FINITE_VERBS or word.endswith(("n't", "n\u2019t"))


def is_count(word: str) -> bool:
    """Whether a word is a noun that a bare number counts."""
    return word in COUNT_NOUNS


def lines(article: Article) -> Iterator[Span]:
    """The lines of all regions that aren't empty."""
    view = article.view
    for region in article.regions:
        start = region.span.start
        while start < region.span.end:
            end = view.find("\n", start, region.span.end)
            end = region.span.end if end < 0 else end
            if end > start:
                yield Span(start, end)
            start = end + 1


def stops(article: Article) -> Iterator[Stop]:
    """All candidates: a stop, a blank, a small letter, bracket or comma (deep dive A, A.2).

    Left out: abbreviations with an inner stop, initials, ellipses, numbers that open a line
    (lists), addresses and file names, words that may open a sentence in lower case.
    """
    view = article.view
    for line in lines(article):
        for match in _STOP.finditer(view, line.start, line.end):
            stop = Stop(view, match.start(), match.end(), line)
            if _is_candidate(stop):
                yield stop


def _is_nationals(stop: Stop) -> bool:
    """“Russian soldiers, and …”: a people's name and a noun that stand alone, no sentence."""
    if stop.follows not in NATIONALITIES:
        return False
    right = stop.right
    return len(right) > 1 and is_count(right[1].word) and not right[1].bare


def _is_candidate(stop: Stop) -> bool:
    view = stop.view
    following = view[stop.next]
    if following.isalpha() and (not following.islower() or ord(following) > 0x24F):
        # A capital: only a code of money, or “Russian soldiers” and no more.
        money = stop.follows.isupper() and stop.follows.lower() in CURRENCIES
        if not money and not _is_nationals(stop):
            return False
    elif following.isalpha() and is_starter(stop.follows):
        return False
    unit = stop.word.lower() in SYMBOLS
    if not stop.left or (not unit and any(char in stop.left[-1].text for char in "@/\\_=\ufffc")):
        return False
    if following.isalpha():
        after = view[stop.next + len(stop.follows) : stop.next + len(stop.follows) + 2]
        if after[:1] in (")", ":"):
            return False  # an item of a list, an address
        if after[:1] in (".", "@", "/", "_", "=", "\\") and after[1:2].isalnum():
            return False
    return not (len(stop.left) == 1 and stop.word.isdigit() and not is_year(stop.word))
