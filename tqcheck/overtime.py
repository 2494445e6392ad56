"""The note TQ003: a rule of one's own that takes too long on a text is stopped, and named."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import TypeVar

from tqcheck.card import Bad, Good, RuleCard
from tqcheck.finding import Severity

T = TypeVar("T")

LIMIT = 2.0
"""Seconds of CPU that a rule of one's own may take on one article."""

CARD = RuleCard(
    path=Path("notes/rule-too-slow.toml"),
    id="TQ003",
    name="rule-too-slow",
    summary="A rule of your own took too long on this article and was stopped.",
    why="Some patterns take time that doubles with every further letter of a text they almost "
    "match, such as (a+)+$ on a row of letters. Without a limit one article would hold up the "
    "whole run; with it the other rules go on, and this one is told apart from a rule that "
    "found nothing.",
    message="{match} gave up after {seconds} seconds here: its pattern takes too long on this text",
    mqm="design-and-markup/markup",
    severity=Severity.MAJOR,
    status="stable",
    since="0.2.0",
    target=("en",),
    sources=(),
    scope=(),
    quoted="fix",
    references=("https://docs.python.org/3/library/re.html",),
    pattern=None,
    detector=None,
    params={},
    words={},
    fix=None,
    safety=None,
    bad=(Bad("(a+)+$ on a long row of a and a full stop", ("T101",)),),
    good=(Good("The bridge opened on Monday.", "A rule in time."),),
    known=(),
)


class OvertimeError(Exception):
    """A rule used up its time on an article."""


class Clock:
    """The time that rules of one's own have left on one article.

    Only CPU time of this process counts. Where the system has no timer for it (Windows), or
    outside of the main thread, rules run without a limit.
    """

    def __init__(self) -> None:
        self._left: dict[int, float] = {}

    def limited(self, rule: int, run: Callable[[], T]) -> T:
        """What ``run`` gives; raises OvertimeError when the rule's time is up."""
        left = self._left.get(rule, LIMIT)
        if left <= 0:
            raise OvertimeError
        started = time.process_time()
        try:
            return _stopped_after(left, run)
        except OvertimeError:
            self._left[rule] = 0
            raise
        finally:
            self._left[rule] = left - (time.process_time() - started)


def _stopped_after(seconds: float, run: Callable[[], T]) -> T:
    """``re`` looks for signals as it searches, so a handler that raises ends a search."""
    try:
        before = signal.signal(signal.SIGVTALRM, _stop)
    except (AttributeError, ValueError):
        return run()
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        return run()
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise OvertimeError
