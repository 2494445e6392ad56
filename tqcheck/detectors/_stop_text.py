"""Finds the full stops that a lower-case word follows, with the words on both sides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tqcheck.article import Article
from tqcheck.detectors._stop_words import (
    CURRENCIES,
    SYMBOLS,
    is_abbreviation,
    is_count,
    is_starter,
    is_year,
)
from tqcheck.later import later
from tqcheck.lexicon.words import FUNCTION_WORDS, NATIONALITIES
from tqcheck.record import NamedTuple
from tqcheck.source import Span

REACH = 260
"""How many characters on either side of a stop are looked at; keeps the cost linear."""

SMALL = "a-z" + "".join(
    char for char in map(chr, range(0xAA, 0x250)) if char.islower() or char.isnumeric()
)
"""Small letters of Latin scripts, and the numerals that are letters to a pattern: “½”."""

_STOP = later(
    rf"""
    \.(?<=[\w%\u20ac$\u00b2\u00b3]\.)   # behind a word, a number or a unit
    [ \u00a0]+                        # a blank
    (?=
        [{SMALL}(,;]                   # what goes on; letters of other scripts never do
      | [A-Z]+\b                       # a sum's “UAH”
      | [A-Z][^\W_]*(?:[-'\u2019][^\W_]+)*[ \u00a0]+[a-z]+(?:-[a-z]+)*[^\w\s](?!\w)
    )                                  # “Leopard tanks.”: all others begin a sentence
    """,
    re.VERBOSE,
)
_TOKEN = later(r"\S+")
_CLOSING = frozenset(".!?:;\"'\u201d\u2019)")
_WORD = later(r"[^\W_]+(?:[-'\u2019][^\W_]+)*")
_OPENERS = FUNCTION_WORDS | frozenset(
    "many several two three four five ten hundreds dozens".split()
)
_NAMED_THING = later(r"[ \u00a0]+(?P<noun>[a-z]+(?:-[a-z]+)*)(?P<mark>[^\w\s])(?!\w)")
NAMED_NOUNS = frozenset(
    """tanks missiles rockets drones jets fighters helicopters aircraft airplanes planes vehicles
    systems howitzers launchers mortars rifles pistols guns shells bombs grenades mines submarines
    vessels trucks lorries smartphones laptops soldiers troops mercenaries militants terrorists
    rebels insurgents partisans volunteers fans supporters employees pilgrims""".split()
)
"""Arms, machines and people that a name often stands before: their make, their side."""


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

    ``at`` is the stop's offset, ``next`` that of what follows, ``line`` the span of its line as
    far as REACH.
    """

    view: str
    at: int
    next: int
    line: Span

    @cached_property
    def left(self) -> Sequence[Token]:
        """The words of the sentence up to the stop, the nearest last."""
        start = max(self.line.start, self.at - REACH)
        tokens: list[Token] = []
        for match in reversed(list(_TOKEN.finditer(self.view, start, self.at))):
            text = match.group()
            if tokens and text[-1] in _CLOSING:
                bare = text.rstrip("\"'\u201d\u2019)")
                ends = bare.endswith((".", "!", "?", ":", ";"))
                if ends and len(bare) > 2 and not is_abbreviation(bare[:-1]):
                    break
            tokens.append(Token(text, *match.span()))
        tokens.reverse()
        return tokens

    @cached_property
    def right(self) -> Sequence[Token]:
        """The words behind the stop up to the end of that sentence."""
        end = min(self.line.end, self.next + REACH)
        tokens: list[Token] = []
        for match in _TOKEN.finditer(self.view, self.next, end):
            text = match.group()
            tokens.append(Token(text, *match.span()))
            if text[-1] in _CLOSING:
                bare = text.rstrip("\"'\u201d\u2019)")
                if bare.endswith((".", "!", "?")) and not is_abbreviation(bare[:-1]):
                    break
        return tokens

    @cached_property
    def word(self) -> str:
        """The word before the stop, as written."""
        return self.left[-1].text.lstrip("(\"'\u201c\u2018") if self.left else ""

    @cached_property
    def follows(self) -> str:
        """The word behind the stop, as written, "" before a bracket or a comma."""
        match = _WORD.match(self.view, self.next)
        return match.group() if match else ""


def stops(article: Article) -> Iterator[Stop]:
    """All candidates: a stop, a blank, a small letter, bracket or comma (deep dive A, A.2).

    Left out: abbreviations with an inner stop, initials, ellipses, numbers that open a line
    (lists), addresses and file names, words that may open a sentence in lower case.
    """
    view = article.view
    for match in _STOP.finditer(view):
        region = article.document.region_at(match.start())
        if region is not None and match.end() < region.span.end:
            stop = _stop(match, region.span)
            if _is_candidate(stop):
                yield stop


_kept = lru_cache(maxsize=32)(Stop)
"""The last stops: whoever looks whether to wake reads the same words as ``find``."""


def _stop(match: re.Match[str], block: Span) -> Stop:
    """The stop with as much of its line as may ever be looked at."""
    view = match.string
    first = max(block.start, match.start() - REACH - 1)
    last = min(block.end, match.end() + REACH)
    start = max(first, view.rfind("\n", first, match.start()) + 1)
    end = view.find("\n", match.end(), last)
    return _kept(view, match.start(), match.end(), Span(start, last if end < 0 else end))


def stops_at(view: str, at: int) -> Iterator[Stop]:
    """The candidate that a full stop at an offset may be, as far as the text alone tells.

    A line of the view may begin with blanks that are not of its region, so there can be two.
    """
    match = _STOP.match(view, at)
    if match is None:
        return
    start, end = _stop(match, Span(0, len(view))).line
    end = at + len(view[at:end].rstrip())
    bare = at - len(view[start:at].lstrip().lstrip("\ufeff").lstrip())
    for begin in {start, bare}:
        stop = _kept(view, at, match.end(), Span(begin, end))
        if _is_candidate(stop):
            yield stop


def _is_named_thing(stop: Stop) -> bool:
    """“Russian soldiers, and …”, “Leopard tanks.”: a name and a noun alone, no sentence."""
    follows = stop.follows
    match = _NAMED_THING.match(stop.view, stop.next + len(follows))
    if match is None:
        return False
    if follows in NATIONALITIES:
        return is_count(match["noun"])
    named = match["noun"] in NAMED_NOUNS and match["mark"] in ".;"
    return named and follows.lower() not in _OPENERS


def is_money_code(stop: Stop) -> bool:
    """Whether “UAH”, “EUR” stand behind the stop."""
    return stop.follows.isupper() and stop.follows.lower() in CURRENCIES


def _is_candidate(stop: Stop) -> bool:
    view = stop.view
    following = view[stop.next]
    if following.isalpha() and (not following.islower() or ord(following) > 0x24F):
        if not following.isascii() or not (is_money_code(stop) or _is_named_thing(stop)):
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
