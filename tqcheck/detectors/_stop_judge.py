"""Gives each full stop that something small follows its one verdict."""

from __future__ import annotations

from functools import lru_cache

from tqcheck.detectors._stop_clause import judge_clause
from tqcheck.detectors._stop_number import judge_number
from tqcheck.detectors._stop_reorder import judge_reorder
from tqcheck.detectors._stop_short import is_short_form
from tqcheck.detectors._stop_text import Stop, is_money_code
from tqcheck.detectors._stop_verdict import Verdict
from tqcheck.detectors._stop_words import is_abbreviation


@lru_cache(maxsize=32)
def judge(stop: Stop) -> Verdict | None:
    """The verdict by the words around a stop: number and unit, moved noun, all else.

    The last ones are kept: whoever looks whether to wake asks of the same stop as ``find``.
    """
    if stop.follows[:1].isupper() and not is_money_code(stop):
        return None if is_abbreviation(stop.word) else judge_reorder(stop)
    if stop.follows == "years" and _is_decade(stop):
        return None
    verdict = judge_number(stop)
    if verdict is None and not is_abbreviation(stop.word) and not is_short_form(stop):
        verdict = judge_reorder(stop) or judge_clause(stop)
    return verdict


def _is_decade(stop: Stop) -> bool:
    """“in the 80. years”: the eighties, which TQ463 writes."""
    the = len(stop.left) > 1 and stop.left[-2].word == "the"
    return the and stop.word in ("30", "40", "50", "60", "70", "80", "90")
