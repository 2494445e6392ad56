"""Holds what the speed benchmark measured against the targets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from benchmarks.speed_tables import table


class Target(NamedTuple):
    """A figure's name in the facts, what it says, its bound and whether more is better."""

    fact: str
    text: str
    bound: float
    more: bool
    unit: str


TARGETS = (
    Target("rate", "10 MB in many files, one process, no cache", 15, True, "MB per CPU s"),
    Target("rate/typos", "the same, against typos", 1.0, True, "× as fast"),
    Target("rate/codespell", "the same, against codespell", 1.3, True, "× as fast"),
    Target("rate/proselint", "the same, against proselint", 40, True, "× as fast"),
    Target("peak", "the same, peak memory", 80, False, "MB"),
    Target("start", "one article, against python -c pass", 6, False, "× its CPU"),
    Target("start/codespell", "one article, against codespell", 1, False, "× its CPU"),
    Target("second", "second run over unchanged files", 0.2, False, "s wall"),
    Target("growth/one", "cost per MB, one file of 100 MB against 10 MB", 1.1, False, "×"),
    Target("growth/many", "cost per MB, 100 MB in many files against 10 MB", 1.1, False, "×"),
    Target("rules", "twice the rules", 1.3, False, "× the CPU"),
)


def targets(facts: Mapping[str, float]) -> str:
    """The table of targets; what was not measured is said so."""
    rows = []
    for target in TARGETS:
        wanted = f"{'≥' if target.more else '≤'} {target.bound:g} {target.unit}"
        value = facts.get(target.fact)
        if value is None:
            rows.append((target.text, wanted, "not measured", "–"))
            continue
        met = value >= target.bound if target.more else value <= target.bound
        rows.append((target.text, wanted, f"{value:.2f}", "yes" if met else "**no**"))
    return "## Targets\n\n" + table("figure | target | reached | met", rows)
