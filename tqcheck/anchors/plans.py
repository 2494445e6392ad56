"""The plans of patterns: those of the shipped rules come with the package, others are kept.

A plan takes milliseconds to derive. It is looked up by the pattern's whole text, so a table can
be out of date but never wrong; what it lacks is derived.
"""

from __future__ import annotations

import marshal
from functools import cache
from pathlib import Path
from typing import Any

from tqcheck.anchors.plan import Anchor, Plan
from tqcheck.keeping import put

SHIPPED = Path(__file__).with_name("_shipped.bin")
"""Written by ``scripts/make_plans.py``."""
VERSION = 1
"""To be raised when the images, the compiler or the form of a plan change."""
_MOST_KEPT = 4_000
_Fields = tuple[str, bytes, int, int, bytes, int, int]
_Row = tuple[tuple[_Fields, ...], tuple[tuple[str, bytes], ...]]

_own: dict[str, _Row] = {}
_file: list[Path] = []
_new: list[str] = []


def plan_of(pattern: str) -> Plan:
    """The plan of a pattern; ``NO_PLAN`` where no literal is worth a look."""
    row = _shipped().get(pattern) or _own.get(pattern)
    if row is None:
        row = _own[pattern] = _derived(pattern)
        _new.append(pattern)
    anchors, gate = row
    return Plan(tuple([Anchor(*one) for one in anchors]), gate)


def _derived(pattern: str) -> _Row:
    from tqcheck.anchors.choose import derive  # seldom needed: most plans are known

    return row_of(derive(pattern))


def row_of(plan: Plan) -> _Row:
    """A plan as plain values that marshal takes."""
    anchors: list[_Fields] = [(*one,) for one in plan.anchors]
    return tuple(anchors), tuple(plan.gate)


@cache
def _shipped() -> dict[str, _Row]:
    return read(SHIPPED)


def read(path: Path) -> dict[str, _Row]:
    """The table of a file; empty where it is missing, broken or of another version."""
    try:
        version, table = marshal.loads(path.read_bytes())
        if version != VERSION or not isinstance(table, dict):
            return {}
        for anchors, gate in table.values():
            if not (isinstance(anchors, tuple) and isinstance(gate, tuple)):
                return {}
    except (OSError, ValueError, TypeError, EOFError):
        return {}
    found: dict[str, _Row] = table
    return found


def write(path: Path, table: dict[str, _Row]) -> None:
    """Put a table in place in one step; raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data: Any = (VERSION, table)
    put(path, marshal.dumps(data, 2))


def remember(path: Path) -> None:
    """Take the plans kept in a file, and keep new ones there (``keep``)."""
    _own.update(read(path))
    _file[:] = [path]


def keep() -> None:
    """Write the plans derived since; a folder that can't be written is no matter."""
    if not _new or not _file:
        return
    try:
        kept = {**read(_file[0]), **{pattern: _own[pattern] for pattern in _new}}
        if len(kept) > _MOST_KEPT:
            kept = {pattern: _own[pattern] for pattern in _new}
        write(_file[0], kept)
    except OSError:
        pass
    _new.clear()
