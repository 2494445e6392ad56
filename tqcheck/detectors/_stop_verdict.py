"""What the judges of a full stop hand back, and the edits they share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tqcheck.detectors._stop_text import Stop
from tqcheck.finding import Edit, Safety
from tqcheck.later import later
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
    according meanwhile but also so then now yesterday today nobody no most""".split()
)
"""Words that would open a sentence rather than go on behind a number."""

_PER = frozenset("month year week day night hour head person piece kilogram liter ton".split())
_AMOUNT = later(
    r"\((?:about|around|approximately|or|over|almost|nearly|more|less|some|roughly|up|i\.e|[$\u20ac\u00a3~\u2248\d])"
)
_CLOSES = later(r"\([^()\n]{1,60}\)(?! [A-Z])[,.;:]?(?: [a-z]|$|[,;.])?")


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


def goes_on(stop: Stop) -> bool:
    """Whether what follows a number can't be a sentence: a comma, a sum, no new subject."""
    first = stop.view[stop.next]
    if first in ",;":
        return True
    if first == "(":
        head = _AMOUNT.match(stop.view, stop.next)
        return bool(head and _CLOSES.match(stop.view, stop.next))
    if stop.follows == "a":
        return len(stop.right) > 1 and stop.right[1].word in _PER
    return stop.follows.lower() not in NEW_SENTENCE
