"""The note TQ003: a rule of one's own that takes too long on a text is stopped, and named."""

from __future__ import annotations

import signal
from collections.abc import Callable
from types import FrameType
from typing import Any, TypeVar

from tqcheck.card import Bad, Good
from tqcheck.finding import Severity
from tqcheck.note import note_card

T = TypeVar("T")

LIMIT = 2.0
"""Seconds of CPU that a rule of one's own may take on one article."""

CARD = note_card(
    code="TQ003",
    name="rule-too-slow",
    summary="A rule of your own took too long on this article and was stopped.",
    why="Some patterns take time that doubles with every further letter of a text they almost "
    "match, such as (a+)+$ on a row of letters. Without a limit one article would hold up the "
    "whole run; with it the other rules go on, and this one is told apart from a rule that "
    "found nothing.",
    message="{match} gave up after {seconds} seconds here: its pattern takes too long on this text",
    severity=Severity.MAJOR,
    since="0.1.0",
    references=("https://docs.python.org/3/library/re.html",),
    bad=(Bad("(a+)+$ on a long row of a and a full stop", ("T101",)),),
    good=(Good("The bridge opened on Monday.", "A rule in time."),),
)


class OvertimeError(Exception):
    """A rule used up its time on an article."""


_TICKS = 4
"""How often the timer ticks before a rule's time is up."""


class Clock:
    """The time that rules of one's own may take on one article; to be used with ``with``.

    Only CPU time of this process counts. Where the system has no timer for it (Windows), or
    outside of the main thread, rules run without a limit. ``re`` looks for signals as it
    searches, so a handler that raises ends a search.
    """

    def __init__(self) -> None:
        self._spent: dict[int, int] = {}
        self._running: int | None = None
        self._ticks = 0
        self._before: Any = None
        self._armed = False

    def __enter__(self) -> Clock:
        """Start the timer."""
        try:
            self._before = signal.signal(signal.SIGVTALRM, self._tick)
        except (AttributeError, ValueError):
            return self
        self._armed = True
        signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT / _TICKS, LIMIT / _TICKS)
        return self

    def __exit__(self, *_exception: object) -> None:
        """Stop it and put back what handled its signal before."""
        if self._armed:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            signal.signal(signal.SIGVTALRM, self._before)
            self._armed = False

    def limited(self, rule: int, run: Callable[[], T]) -> T:
        """What ``run`` gives; raises OvertimeError when the rule's time is up."""
        if self._spent.get(rule, 0) >= _TICKS:
            raise OvertimeError
        self._ticks, self._running = 0, rule
        try:
            return run()
        finally:
            self._running = None
            if self._ticks:
                self._spent[rule] = self._spent.get(rule, 0) + self._ticks

    def _tick(self, _number: int, _frame: FrameType | None) -> None:
        self._ticks += 1
        rule = self._running
        if rule is not None and self._spent.get(rule, 0) + self._ticks >= _TICKS:
            raise OvertimeError
