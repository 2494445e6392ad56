"""The shipped rules as one blob in the user's cache folder, so that a run starts sooner.

The blob holds the heads of the cards, checked once.
It is believed only if it was written for exactly these files by this version of tqcheck and of
Python; whatever is wrong with it, the cards are read instead.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any
from zlib import crc32

from tqcheck import __version__
from tqcheck.anchors import remember
from tqcheck.card import RuleCard
from tqcheck.finding import Safety, Severity
from tqcheck.rule import BUILT_IN, Rule
from tqcheck.rule import load_rules as load_plain

_FIELDS = tuple(
    field.name for field in fields(RuleCard) if field.name not in ("bad", "good", "known")
)


def load_rules(folders: Sequence[Path]) -> tuple[Rule, ...]:
    """The shipped rules without their examples, and those of the user's folders, by id.

    A user's cards are read and checked in full; raises CardError where one is wrong.
    """
    shipped = _shipped()
    if not folders:
        return shipped
    remember(_file().with_name("plans.marshal"))
    own = [rule for rule in load_plain(folders) if not rule.card.path.is_relative_to(BUILT_IN)]
    return tuple(sorted((*shipped, *own), key=lambda rule: rule.card.id))


def key(folder: Path) -> tuple[Any, ...]:
    """What the blob must have been written for: versions, and each file's time and size."""
    return (__version__, sys.version, tuple(sorted(_stamps(str(folder)))))


def _stamps(folder: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _stamps(entry.path)
            elif entry.name.endswith((".toml", ".txt")):
                status = entry.stat()
                yield entry.path, status.st_mtime_ns, status.st_size


def _file() -> Path:
    named = os.environ.get("TQCHECK_CACHE_DIR")
    home = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")  # noqa: PTH111, PTH118
    folder = Path(named) if named else Path(home) / "tqcheck"
    return folder / f"rules-{crc32(str(BUILT_IN).encode()):08x}.marshal"


def _shipped() -> tuple[Rule, ...]:
    path = _file()
    try:
        present = key(BUILT_IN)
        written_for, rows = marshal.loads(path.read_bytes())
        if written_for == present:
            return tuple(_rule(row) for row in rows)
    except (OSError, ValueError, TypeError, EOFError, KeyError):
        pass  # no blob yet, or no good one: it is made anew below
    rules = load_plain((), examples=False)
    _write(path, marshal.dumps((key(BUILT_IN), [_row(rule) for rule in rules])))
    return rules


def _row(rule: Rule) -> list[Any]:
    """A rule as plain values that marshal takes."""
    values = {name: getattr(rule.card, name) for name in _FIELDS}
    values["path"] = str(rule.card.path)
    values["severity"] = int(rule.card.severity)
    values["safety"] = int(rule.card.safety) if rule.card.safety else 0
    return [values[name] for name in _FIELDS]


def _rule(row: list[Any]) -> Rule:
    values = dict(zip(_FIELDS, row, strict=True))
    values["path"] = Path(values["path"])
    values["severity"] = Severity(values["severity"])
    values["safety"] = Safety(values["safety"]) if values["safety"] else None
    return Rule(RuleCard(**values, bad=(), good=(), known=()))


def _write(path: Path, data: bytes) -> None:
    """Put the blob in place in one step; a folder that can't be written is no matter."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError:
        return
