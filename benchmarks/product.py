"""Runs tqcheck over a text: its findings, and the text after the fixes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tqcheck import fixer
from tqcheck.engine import Crash, check
from tqcheck.finding import Edit, Finding, Safety
from tqcheck.opening import Options, open_article
from tqcheck.rule import Rule, load_rules, select
from tqcheck.source import Source


@dataclass(frozen=True, slots=True)
class Outcome:
    """What tqcheck makes of a text.

    ``safe`` and ``all`` are the text after the safe fixes and after the safe and unsafe ones;
    ``edits`` lead from the text to ``all``. Without fixing both are the text itself.
    """

    findings: tuple[Finding, ...]
    safe: str
    all: str
    edits: tuple[Edit, ...]
    crashes: tuple[Crash, ...]


def rules(
    preview: bool = False, codes: Sequence[str] = (), folders: Sequence[Path] = ()
) -> tuple[Rule, ...]:
    """The rules that run by default, with ``preview`` those on trial too.

    ``codes`` selects some of them, ``folders`` adds cards to the shipped ones.
    """
    return select(load_rules(folders), select=codes, preview=preview)


def run(text: str, chosen: Sequence[Rule], fix: bool = False, name: str = "a.txt") -> Outcome:
    """Findings in a text and, with ``fix``, the text after fixing."""
    source = Source(name, text)
    options = Options()
    checked = check(open_article(source, options), chosen)
    if not fix:
        return Outcome(checked.findings, text, text, (), checked.crashes)
    safe = fixer.fix(source, chosen, Safety.SAFE, options)
    unsafe = fixer.fix(source, chosen, Safety.UNSAFE, options)
    return Outcome(
        checked.findings, safe.source.text, unsafe.source.text, unsafe.edits, checked.crashes
    )
