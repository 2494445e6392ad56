"""Judges a stop behind a number, a magnitude, a unit, a year: what the number belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from tqcheck.detectors._stop_text import (
    CURRENCIES,
    MAGNITUDES,
    MONEY,
    SYMBOLS,
    Stop,
    is_abbreviation,
    is_count,
    is_finite,
    is_number,
    is_year,
)
from tqcheck.finding import Edit, Safety
from tqcheck.lexicon.words import FUNCTION_WORDS
from tqcheck.source import Span


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a stop is, the span to show and the edits that mend it, () where none is sure."""

    kind: str
    span: Span
    edits: tuple[Edit, ...] = ()
    safety: Safety | None = None
    withheld: str = ""
    groups: Mapping[str, str] = field(default_factory=dict)


NEW_SENTENCE = frozenset(
    """the a an he she it we they you this these those there his her its their our my however
    according meanwhile but also""".split()
)
"""Words that would open a sentence rather than go on behind a number."""

_ARTICLES = frozenset("the his her its their this every our my your".split())
_FRONTS = frozenset(
    """in since from between until till by during before after around about of for at on through
    and to as back early late only already""".split()
)
_COUNTED = frozenset(
    """several few some many a one two three four five six seven eight nine ten eleven twelve
    fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred half couple of
    dozen""".split()
)
_PER = frozenset("month year week day night hour head person piece kilogram liter ton".split())
_AMOUNT = re.compile(
    r"\((?:about|around|approximately|or|over|almost|nearly|more|less|some|roughly|up|i\.e|[$\u20ac\u00a3~\u2248\d])"
)
_CLOSES = re.compile(r"\([^()\n]{1,60}\)(?! [A-Z])[,.;:]?(?: [a-z]|$|[,;.])?")
_CENTURY = re.compile(r"(?:\d{1,2}(?:st|nd|rd|th)|[IVX]{1,5})$")


def without_stop(stop: Stop) -> tuple[Edit, ...]:
    """Delete the stop; before a comma the blank goes with it."""
    end = stop.next if stop.view[stop.next] in ",;" else stop.at + 1
    return (Edit(Span(stop.at, end), ""),)


def shown(stop: Stop, words: int = 1) -> Span:
    """From the given number of words before the stop to the word behind it."""
    start = stop.left[-min(words, len(stop.left))].start
    return Span(start, stop.next + max(1, len(stop.follows)))


def ordinal(number: int) -> str:
    """The number's English ordinal ending: st, nd, rd, th."""
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def judge_number(stop: Stop) -> Verdict | None:
    """The verdict where the stop stands at a quantity, else None (order of A.3)."""
    for judge in (_repeated, _magnitude, _unit, _year, _ordinal, _bare):
        verdict = judge(stop)
        if verdict is not None:
            return verdict
    return None


def _repeated(stop: Stop) -> Verdict | None:
    """“square meters. meters”: the abbreviated unit was both copied out and translated."""
    word = stop.follows
    if (
        len(word) < 3
        or is_abbreviation(word)
        or word.lower() != stop.word.lower()
        or not word.islower()
    ):
        return None
    span = Span(stop.left[-1].start, stop.next + len(word))
    edit = Edit(Span(stop.at, span.end), "")
    sure = is_count(word) or word in ("century", "centuries", "year", "street", "percent")
    return Verdict("repeated", span, (edit,), Safety.SAFE if sure else Safety.UNSAFE)


def _goes_on(stop: Stop) -> bool:
    """Whether what follows can't be a sentence: a comma, a sum in brackets, no new subject."""
    first = stop.view[stop.next]
    if first in ",;":
        return True
    if first == "(":
        head = _AMOUNT.match(stop.view, stop.next)
        return bool(head and _CLOSES.match(stop.view, stop.next))
    if stop.follows == "a":
        return len(stop.right) > 1 and stop.right[1].word in _PER
    return stop.follows.lower() not in NEW_SENTENCE


def _counted(text: str) -> bool:
    return is_number(text) or text.lower() in _COUNTED or text[-1:].isdigit()


def _magnitude(stop: Stop) -> Verdict | None:
    """“5 million. zlotys”: the stop of mln, tys., Mio. is kept behind the English word."""
    if stop.word.lower() not in MAGNITUDES or len(stop.left) < 2:
        return None
    if not _counted(stop.left[-2].text) or not _goes_on(stop):
        return None
    if stop.word.lower() == "mil" and stop.word != "mil":
        return None
    span = shown(stop, 2)
    count = is_count(stop.follows) or stop.follows.lower() in CURRENCIES
    later = stop.right[1].word if len(stop.right) > 1 else ""
    sure = count or not stop.follows or stop.follows in FUNCTION_WORDS or not is_finite(later)
    return Verdict("magnitude", span, without_stop(stop), Safety.SAFE if sure else Safety.UNSAFE)


def _unit(stop: Stop) -> Verdict | None:
    """“5 km. from the border”, “300 rubles. per month”, “8.5 thousand UAH. (about $300)”."""
    if len(stop.left) < 2 or not _goes_on(stop):
        return None
    unit = stop.word.lower()
    before = stop.left[-2].text.lower()
    symbol = unit in SYMBOLS and is_number(before)
    code = unit in CURRENCIES and (is_number(before) or before in MAGNITUDES)
    money = unit in MONEY and (is_number(before) or before in MAGNITUDES)
    if not (symbol or code or money):
        glued = re.fullmatch(r"\d[\d.,]*(km|kg|cm|mm|ha|kW|MW|GW|kms|kgs)", stop.word)
        if glued is None:
            return None
    elif is_abbreviation(stop.word) and not symbol:
        return None
    if stop.follows and (money or code) and not _fragment_word(stop.follows):
        return None
    span = shown(stop, 2)
    edits = without_stop(stop)
    if unit in ("kms", "kgs"):
        edits = (Edit(Span(stop.at - 1, stop.at + 1), ""),)
    word = stop.follows
    sure = not word or word in FUNCTION_WORDS or word == "and"
    return Verdict("unit", span, edits, Safety.SAFE if sure else Safety.UNSAFE)


def _fragment_word(word: str) -> bool:
    """Whether a sum may go on with this word: a preposition, “and”, “per”."""
    return word in (
        "per a and or of to from for in by with at as than on which a each into between monthly "
        "annually yearly daily more less".split()
    )


def _year(stop: Stop) -> Verdict | None:
    """“In 1998. he moved”: the letter for “year” is gone, its stop is not."""
    if not is_year(stop.word):
        return None
    span = shown(stop, 2)
    left = stop.left
    fronted = left[0].word in _FRONTS and len(left) <= 6 and left[0].capital
    if fronted and not any(is_finite(token.word) and not token.capital for token in left):
        return Verdict("year", span, without_stop(stop), Safety.SAFE)
    word = stop.follows
    if not word:
        return Verdict("year", span, without_stop(stop), Safety.SAFE) if _goes_on(stop) else None
    if word in FUNCTION_WORDS and word not in NEW_SENTENCE:
        return Verdict("year", span, without_stop(stop), Safety.UNSAFE)
    return None


def _ordinal(stop: Stop) -> Verdict | None:
    """“the 3. division” → 3rd; “of the 27. members” is no ordinal, its stop just goes."""
    left = stop.left
    word = stop.follows.lower()
    if len(left) < 2 or not stop.word.isdigit() or len(stop.word) > 3:
        return None
    if left[-2].word not in _ARTICLES or not left[-2].bare:
        return None
    if len(word) < 3 or word in FUNCTION_WORDS or is_finite(word):
        return None
    span = shown(stop, 2)
    if is_count(word):
        return Verdict("ordinal", span, without_stop(stop), Safety.UNSAFE)
    edit = Edit(Span(stop.at, stop.at + 1), ordinal(int(stop.word)))
    return Verdict("ordinal", span, (edit,), Safety.SAFE)


def _bare(stop: Stop) -> Verdict | None:
    """“about 3,000. soldiers”: the number stands right before the noun it counts."""
    left = stop.left
    word = stop.follows
    if len(left) < 2 or not is_number(stop.word) or is_year(stop.word) or not is_count(word):
        return None
    if left[-2].word in ("no", "number", "chapter", "article", "page", "section", "paragraph"):
        return None
    if len(left) > 2 and left[-2].word in ("to", "and", "or") and is_number(left[-3].text):
        return None  # a score, a list of numbers
    later = stop.right[1].word if len(stop.right) > 1 else ""
    small = len(stop.word) == 1
    safety = Safety.UNSAFE if small or is_finite(later) else Safety.SAFE
    return Verdict("magnitude", shown(stop, 1), without_stop(stop), safety)
