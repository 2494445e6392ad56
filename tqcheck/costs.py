"""What a rule costs: the literals it is found by, and its time on English text."""

from __future__ import annotations

import time

from tqcheck.anchors import plan_of
from tqcheck.anchors.frequency import sample
from tqcheck.engine import examine
from tqcheck.images import decode
from tqcheck.opening import Options, open_article
from tqcheck.record import NamedTuple
from tqcheck.rule import Rule
from tqcheck.source import Source

_ARTICLE = 4_400
_SHOWN = 4
_ROUNDS = 3


class CardCost(NamedTuple):
    """How a rule is looked for (for people), and milliseconds of CPU per MB of English text."""

    anchors: str
    per_mb: float


def cost_of(rule: Rule) -> CardCost:
    """Measure a rule alone on our own English, in articles of some 4 KB, findings included.

    The smallest of three rounds over a text that is known after the first; the figure holds
    what every run has to do anyway, which ``floor`` tells.
    """
    return CardCost(_anchors(rule), _per_mb((rule,)))


def floor() -> float:
    """Milliseconds per MB for opening and screening articles with no rule at all."""
    return _per_mb(())


def _per_mb(rules: tuple[Rule, ...]) -> float:
    text = sample()
    parts = [text[at : at + _ARTICLE] for at in range(0, len(text), _ARTICLE)]
    best = float("inf")
    for _ in range(_ROUNDS):
        started = time.process_time()
        for part in parts:
            examine(open_article(Source("sample", part), Options()), rules)
        best = min(best, time.process_time() - started)
    return best * 1_000 / (len(text.encode()) / 1_000_000)


def _anchors(rule: Rule) -> str:
    outline = rule.outline
    if outline is None:
        return "none: it always runs"
    parts: list[str] = []
    for pattern in outline.patterns:
        literals = [decode(anchor.literal) for anchor in plan_of(pattern).anchors]
        if not literals:
            return "none: its pattern is searched for in the whole text"
        shown = " ".join(map(repr, sorted(literals, key=len, reverse=True)[:_SHOWN]))
        more = len(literals) - _SHOWN
        parts.append(f"{shown} and {more} more" if more > 0 else shown)
    for what, asked in (
        ("words", outline.word or outline.words),
        ("pairs of words", outline.twins),
        ("doubled words", outline.doubled),
        ("a look at the whole text", outline.check),
    ):
        if asked:
            parts.append(what)
    return "; ".join(parts)
