"""A rule of the user's that explodes is stopped and named, and the others go on."""

from __future__ import annotations

import time

import pytest

from tests.conftest import MakeRule, article
from tqcheck import overtime
from tqcheck.engine import check
from tqcheck.idle import UnusedSuppression
from tqcheck.rule import load_rules

EXPLODING = r"pattern = '(?:a+)+[.]'"
ALONG = "a" * 60


def test_a_pattern_that_explodes_is_stopped_and_named(
    make_rule: MakeRule, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overtime, "LIMIT", 0.2)
    slow = make_rule("T101", EXPLODING)
    good = make_rule("T102", "pattern = 'bad'")
    started = time.process_time()
    checked = check(article(f"A bad {ALONG}! And {ALONG}. bad"), [slow, good])
    assert [one.code for one in checked.findings] == ["TQ003", "T102", "T102"]
    assert checked.findings[0].message.startswith("T101 gave up after 0.2 seconds")
    assert checked.crashes == ()
    assert time.process_time() - started < 5


def test_a_search_through_the_whole_text_is_stopped_too(
    make_rule: MakeRule, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overtime, "LIMIT", 0.2)
    slow = make_rule("T101", r"pattern = '(?:[a-z]+)+[^a-z ]{2}'")
    (finding,) = check(article(f"An {ALONG} end"), [slow]).findings
    assert (finding.code, finding.span) == ("TQ003", (0, 0))


def test_a_rule_in_time_is_not_noticed(make_rule: MakeRule) -> None:
    rule = make_rule("T101", "pattern = 'bad'")
    assert [one.code for one in check(article("A bad day."), [rule]).findings] == ["T101"]


def test_shipped_rules_and_notes_run_without_a_clock() -> None:
    assert not any(rule.own for rule in (*load_rules(examples=False), UnusedSuppression()))


def test_a_clock_gives_each_rule_its_own_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overtime, "LIMIT", 0.1)

    def endless() -> None:
        while True:
            pass

    with overtime.Clock() as clock:
        with pytest.raises(overtime.OvertimeError):
            clock.limited(1, endless)
        with pytest.raises(overtime.OvertimeError):
            clock.limited(1, lambda: None)
        assert clock.limited(2, lambda: "done") == "done"
