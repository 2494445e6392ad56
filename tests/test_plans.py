"""The shipped plans are those of the shipped patterns, and a broken table is never believed."""

from __future__ import annotations

import marshal
from pathlib import Path

import pytest

from tqcheck.anchors import NO_PLAN, keep, plan_of, plans, remember
from tqcheck.rule import load_rules


def test_the_plans_of_all_shipped_patterns_are_shipped() -> None:
    """Else each run derives them: ``python scripts/make_plans.py`` writes them."""
    shipped = plans.read(plans.SHIPPED)
    outlines = [rule.outline for rule in load_rules(examples=False)]
    patterns = {one for outline in outlines if outline for one in outline.patterns}
    assert patterns == set(shipped)


@pytest.mark.parametrize(
    "data",
    [b"", b"nonsense", marshal.dumps((0, {})), marshal.dumps((plans.VERSION, {"a": 3})), marshal.dumps(7)],
)
def test_a_broken_table_is_not_believed(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "plans"
    path.write_bytes(data)
    assert plans.read(path) == {}


def test_new_plans_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "plans"
    pattern = "some rare words of a user's card"
    remember(path)
    assert plan_of(pattern) != NO_PLAN
    keep()
    assert pattern in plans.read(path)
