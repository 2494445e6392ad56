"""Holds a measurement against floors: figures that must not fall, alarms that must not rise."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.tally import Row, Tally

_CEILINGS = ("alarms",)
_TABLES = ("recall", "right")


def broken(tally: Tally, path: Path) -> list[str]:
    """A sentence for every floor in the TOML file that the measurement breaks.

    ``[totals]`` names figures of ``Tally.totals``; "alarms" is a ceiling. ``[recall]`` and
    ``[right]`` name categories of marks. Raises ValueError for a key that nothing is known of.
    """
    floors = tomllib.loads(path.read_text("utf-8"))
    unknown = set(floors) - {"totals", *_TABLES}
    if unknown:
        known = ", ".join(("totals", *_TABLES))
        raise ValueError(f"{path}: unknown table {sorted(unknown)}; known: {known}")
    found = [*_broken_totals(tally.totals(), floors.get("totals", {}))]
    for table in _TABLES:
        for category, floor in floors.get(table, {}).items():
            value = _value(table, tally.must.get(category, Row()))
            if value < floor:
                found.append(f"{table} of {category} is {value:.3f}, the floor is {floor}")
    return found


def _broken_totals(totals: Mapping[str, float], floors: Mapping[str, Any]) -> list[str]:
    found = []
    for name, floor in floors.items():
        if name not in totals:
            found.append(f"{name} was not measured; measured: {', '.join(totals)}")
        elif name in _CEILINGS and totals[name] > floor:
            found.append(f"{name} is {totals[name]:.3f}, the ceiling is {floor}")
        elif name not in _CEILINGS and totals[name] < floor:
            found.append(f"{name} is {totals[name]:.3f}, the floor is {floor}")
    return found


def _value(table: str, row: Row) -> float:
    if table == "recall":
        return row.found / row.marks if row.marks else 0.0
    return row.right / row.mendable if row.mendable else 0.0
