"""The shipped rules as blobs in the user's cache folder, so that a run starts sooner.

One blob holds the heads of the cards, checked once, with what wakes each rule; others what a
screen knows of a set of them. A blob is believed only if it was written for exactly these files
by this version of tqcheck and of Python; whatever is wrong with it, it is made anew.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

from tqcheck import __version__
from tqcheck.anchors import remember
from tqcheck.card import RuleCard
from tqcheck.finding import Safety, Severity
from tqcheck.keeping import BUILT_IN, SHIPPED, cache_folder, put, stamps
from tqcheck.rule import Rule
from tqcheck.rule import load_rules as load_plain
from tqcheck.screen import Screen
from tqcheck.suppress import NOTE
from tqcheck.tables import from_plain, make, plain
from tqcheck.wake import Outline

_FIELDS = RuleCard._fields[:-3]
"""All but the examples, which come last."""
_SEVERITY, _SAFETY = _FIELDS.index("severity"), _FIELDS.index("safety")


def load_rules(folders: Sequence[Path]) -> tuple[Rule, ...]:
    """The shipped rules without their examples, and those of the user's folders, by id.

    A user's cards are read and checked in full; raises CardError where one is wrong.
    """
    shipped = _shipped()
    if not folders:
        return shipped
    if plans := _file("plans"):
        remember(plans)
    own = [rule for rule in load_plain(folders) if not rule.shipped]
    return tuple(sorted((*shipped, *own), key=lambda rule: rule.card.id))


def _file(name: str) -> Path | None:
    """Where a blob is kept; None for a user without a home."""
    folder = cache_folder()
    return folder and folder / f"{name}-{crc32(str(BUILT_IN).encode()):08x}.marshal"


@cache
def _present() -> tuple[Any, ...]:
    """What a blob must have been written for: versions, and each file's time and size."""
    return (__version__, sys.version, [stamps(folder) for folder in SHIPPED])


def _read(path: Path | None) -> Any:
    """What a blob holds, if it was written for the files as they are; raises _NO_GOOD."""
    if path is None:
        raise FileNotFoundError
    written_for, held = marshal.loads(path.read_bytes())
    if written_for != _present():
        raise ValueError("written for other files")
    return held


_NO_GOOD = (OSError, ValueError, TypeError, EOFError, KeyError)
"""No blob yet, or a broken one, or one of other files: it is made anew."""


def _shipped() -> tuple[Rule, ...]:
    path = _file("rules")
    try:
        return tuple([_rule(row) for row in _read(path)])
    except _NO_GOOD:
        rules = load_plain((), examples=False)
        _write(path, [_row(rule) for rule in rules])
        return rules


def _row(rule: Rule) -> tuple[Any, ...]:
    """A rule as plain values that marshal takes, in the order of the card's fields."""
    values: list[Any] = list(rule.card[: len(_FIELDS)])
    values[_SEVERITY], values[_SAFETY] = int(rule.card.severity), int(rule.card.safety or 0)
    return (rule.outline and tuple(rule.outline), *values)


def _rule(row: tuple[Any, ...]) -> Rule:
    outline, *values = row
    values[_SEVERITY] = Severity(values[_SEVERITY])
    values[_SAFETY] = Safety(values[_SAFETY]) if values[_SAFETY] else None
    return Rule(RuleCard._make((*values, (), (), ())), outline and Outline(*outline))


def screen_of(rules: Sequence[Rule]) -> Screen:
    """The screen of a set of rules; that of shipped ones is made once and kept."""
    if not all(rule.shipped or rule.card.id == NOTE for rule in rules):
        return Screen(rules)
    ids = [rule.card.id for rule in rules]
    path = _file(f"screen-{crc32(' '.join(ids).encode()):08x}")
    try:
        known, values = _read(path)
        if known == ids:
            return Screen(rules, from_plain(values))
    except _NO_GOOD:
        pass
    tables = make(rules)
    _write(path, (ids, plain(tables)))
    return Screen(rules, tables)


def _write(path: Path | None, held: Any) -> None:
    """Put a blob in place; a folder that can't be written is no matter."""
    if path is None:
        return
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        put(path, marshal.dumps((_present(), held)))
