"""Findings as plain rows and back: what a cache keeps and a process hands to another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tqcheck.finding import Edit, Finding, Fix, Safety, Severity
from tqcheck.source import Span

if TYPE_CHECKING:
    from tqcheck.rule import Rule

Said = tuple[str, int, str, str, str]
"""What a card says of all its findings: name, severity, MQM type, address and summary."""

_ENGINE = "tqcheck"
_SEVERITIES = {int(severity): severity for severity in Severity}
_SAFETIES = {int(safety): safety for safety in Safety}


def cards_of(rules: Iterable[Rule]) -> dict[str, Said]:
    """What the cards of these rules say, by code."""
    return {
        card.id: (
            card.name,
            int(card.severity),
            card.mqm,
            card.references[0] if card.references else "",
            card.summary,
        )
        for card in (rule.card for rule in rules)
    }


def pack(findings: Sequence[Finding], cards: Mapping[str, Said]) -> list[tuple[Any, ...]]:
    """Rows of text, numbers and tuples; what a finding shares with its card is left out."""
    rows: list[tuple[Any, ...]] = []
    for one in findings:
        own: tuple[Any, ...] = (one.name, int(one.severity), one.mqm, one.url)
        if one.engine == _ENGINE and one.code in cards and cards[one.code][:4] == own:
            own = ()
        else:
            own = (*own, one.engine)
        fix: tuple[Any, ...] = ()
        if one.fix is not None:
            edits = tuple((*edit.span, edit.new) for edit in one.fix.edits)
            fix = (int(one.fix.safety), one.fix.message, edits)
        rows.append(
            (
                *one.span,
                one.code,
                one.message,
                one.text,
                fix,
                one.fingerprint,
                one.fix_withheld,
                own,
            )
        )
    return rows


def unpack(rows: Iterable[Sequence[Any]], cards: Mapping[str, Said]) -> tuple[Finding, ...]:
    """The findings of rows; raises ValueError, TypeError or KeyError where they are none."""
    findings: list[Finding] = []
    for start, end, code, message, text, fix, fingerprint, withheld, own in rows:
        name, severity, mqm, url, engine = own or (*cards[code][:4], _ENGINE)
        findings.append(
            Finding(
                Span(start, end),
                code,
                name,
                message,
                _SEVERITIES[severity],
                mqm,
                text,
                _fix(*fix) if fix else None,
                fingerprint,
                withheld,
                url,
                engine,
            )
        )
    return tuple(findings)


def _fix(safety: int, message: str, edits: Iterable[tuple[int, int, str]]) -> Fix:
    listed = tuple([Edit(Span(start, end), new) for start, end, new in edits])
    return Fix(listed, _SAFETIES[safety], message)
