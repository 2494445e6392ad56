"""The pages of the rules are those of the cards and of what was measured."""

from __future__ import annotations

import json

import pytest

from scripts.make_rule_pages import PAGES, pages
from tqcheck.keeping import BUILT_IN
from tqcheck.measured import of
from tqcheck.rule import load_rules

MADE = pages()


@pytest.mark.parametrize("name", sorted(MADE))
def test_a_page_is_up_to_date(name: str) -> None:
    """If this fails: python scripts/make_rule_pages.py."""
    assert (PAGES / name).read_text("utf-8") == MADE[name].rstrip("\n") + "\n"


def test_no_page_is_left_over() -> None:
    assert {path.name for path in PAGES.iterdir()} == set(MADE)


def test_figures_are_of_rules_that_are_there() -> None:
    codes = {rule.card.id for rule in load_rules(examples=False)}
    assert set(json.loads((BUILT_IN / "measured.json").read_text("utf-8"))["rules"]) <= codes


def test_a_stable_rule_is_quiet_on_clean_text() -> None:
    """Real damage in it counts here, so the bar is above the one for false alarms."""
    stable = [rule.card.id for rule in load_rules(examples=False) if rule.card.status == "stable"]
    assert [code for code in stable if of(code).clean_rate > 0.2] == []
