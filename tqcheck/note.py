"""The cards of the engine's own notes, which no file holds."""

from __future__ import annotations

from tqcheck.card import Bad, Good, RuleCard
from tqcheck.finding import Safety, Severity


def note_card(
    *,
    code: str,
    name: str,
    summary: str,
    why: str,
    message: str,
    severity: Severity,
    since: str,
    bad: tuple[Bad, ...],
    good: tuple[Good, ...],
    references: tuple[str, ...] = (),
    fix: str | None = None,
    safety: Safety | None = None,
) -> RuleCard:
    """A stable card without a pattern and a detector: the engine raises its findings."""
    return RuleCard(
        path=f"notes/{name}.toml",
        id=code,
        name=name,
        summary=summary,
        why=why,
        message=message,
        mqm="design-and-markup/markup",
        severity=severity,
        status="stable",
        since=since,
        target=("en",),
        sources=(),
        scope=(),
        quoted="fix",
        references=references,
        pattern=None,
        detector=None,
        params={},
        words={},
        fix=fix,
        safety=safety,
        bad=bad,
        good=good,
        known=(),
    )
