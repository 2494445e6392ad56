"""Reporters: findings to text, one module an output format.

A reporter module ``tqcheck/report/NAME.py`` offers ``render(reports, manner)``, which yields
the report in pieces. ``reports`` come sorted by file name, findings sorted by position.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType

from tqcheck.finding import Finding
from tqcheck.record import NamedTuple
from tqcheck.source import Source

NAMES = ("full", "concise", "grouped", "json", "jsonl", "github")


class FileReport(NamedTuple):
    """What was found in one file; spans count in ``source``."""

    source: Source
    findings: Sequence[Finding]


def _unpainted(text: str, _role: str) -> str:
    return text


class Manner(NamedTuple):
    """How a report is to look.

    ``paint(text, role)`` colours a piece; roles are path, code, minor, major, critical, mark,
    fix and dim. ``whys`` maps codes to the sentence that explains them. ``columns`` is the
    width of an excerpt in terminal cells.
    """

    paint: Callable[[str, str], str] = _unpainted
    whys: Mapping[str, str] = MappingProxyType({})
    columns: int = 100


Render = Callable[[Iterable[FileReport], Manner], Iterator[str]]


def load(name: str) -> Render:
    """The render function of an output format, one of NAMES; imported only now."""
    render: Render = import_module(f"tqcheck.report.{name}").render
    return render
