"""Judges a stop behind a magnitude, a unit, a bare number: what the number counts."""

from __future__ import annotations

import re

from tqcheck.detectors._stop_ordinal import judge_ordinal
from tqcheck.detectors._stop_text import Stop
from tqcheck.detectors._stop_verdict import Verdict, goes_on, shown, without_stop
from tqcheck.detectors._stop_words import (
    CURRENCIES,
    MAGNITUDES,
    MONEY,
    SOURCE_MAGNITUDES,
    SYMBOLS,
    is_abbreviation,
    is_count,
    is_finite,
    is_number,
    is_year,
)
from tqcheck.finding import Edit, Safety
from tqcheck.later import later
from tqcheck.lexicon.words import FUNCTION_WORDS
from tqcheck.source import Span

_COUNTED = frozenset(
    """several few some many a one two three four five six seven eight nine ten eleven twelve
    fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred half couple of
    dozen""".split()
)

_MAY_OPEN = frozenset("after before when while if although since because as in at on for".split())
_RANGE = later(r"\d[\d.,]*[-\u2013]\d[\d.,]*")
_CLAUSE = 8
"""Within how many words a new sentence shows its verb."""


def judge_number(stop: Stop) -> Verdict | None:
    """The verdict where the stop stands at a quantity, else None (order of A.3)."""
    for judge in (_repeated, _magnitude, _unit, judge_ordinal, _bare):
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


def _counted(text: str) -> bool:
    return is_number(text) or text.lower() in _COUNTED or text[-1:].isdigit()


def _magnitude(stop: Stop) -> Verdict | None:
    """“5 million. zlotys”: the stop of mln, tys., Mio. is kept behind the English word.

    An abbreviation that was copied with its stop is written out: “2 tys. people”.
    """
    unit = stop.word.lower()
    if unit not in MAGNITUDES or len(stop.left) < 2:
        return None
    if not _counted(stop.left[-2].text) or not goes_on(stop):
        return None
    if unit == "mil" and stop.word != "mil":
        return None
    edits = without_stop(stop)
    if unit in SOURCE_MAGNITUDES:
        start = stop.at - len(unit)
        edits = (Edit(Span(start, edits[0].span.end), SOURCE_MAGNITUDES[unit]),)
    safety = Safety.SAFE if _surely_counted(stop) else Safety.UNSAFE
    return Verdict("magnitude", shown(stop, 2), edits, safety)


def _surely_counted(stop: Stop) -> bool:
    """Whether the words behind a magnitude are what it counts, no sentence of their own."""
    word = stop.follows
    later = stop.right[1].word if len(stop.right) > 1 else ""
    if is_count(word) or word.lower() in CURRENCIES:
        return not is_finite(later) or not any(is_finite(token.word) for token in stop.left)
    if word in _MAY_OPEN:
        return not any(is_finite(token.word) for token in stop.right[1:_CLAUSE])
    return not word or word in FUNCTION_WORDS or not is_finite(later)


def _unit(stop: Stop) -> Verdict | None:
    """“5 km. from the border”, “300 rubles. per month”, “8.5 thousand UAH. (about $300)”."""
    if len(stop.left) < 2 or not goes_on(stop):
        return None
    unit = stop.word.lower()
    before = stop.left[-2].text.lower()
    symbol = unit in SYMBOLS and (is_number(before) or _RANGE.fullmatch(before) is not None)
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
    new = word in _MAY_OPEN and any(is_finite(token.word) for token in stop.right[1:_CLAUSE])
    sure = not word or (word in FUNCTION_WORDS and not new)
    return Verdict("unit", span, edits, Safety.SAFE if sure else Safety.UNSAFE)


def _fragment_word(word: str) -> bool:
    """Whether a sum may go on with this word: a preposition, “and”, “per”."""
    return word in (
        "per a and or of to from for in by with at as than on which a each into between monthly "
        "annually yearly daily more less".split()
    )


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
