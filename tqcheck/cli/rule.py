"""``tqcheck rule``: a card as a page, or as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from tqcheck import measured
from tqcheck.card import RuleCard, load_card
from tqcheck.cli.options import resolve, selection
from tqcheck.cli.terminal import emit, painter
from tqcheck.keeping import is_shipped
from tqcheck.languagetool.notice import CARD as UNAVAILABLE
from tqcheck.overtime import CARD as TOO_SLOW
from tqcheck.report.excerpt import shown
from tqcheck.run import Ruleset


@click.command(name="rule")
@click.argument("code", required=False)
@click.option("--all", "everything", is_flag=True, help="Show all cards.")
@click.option("--output-format", type=click.Choice(("text", "json")), default="text")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto")
@selection
def command(
    code: str | None, everything: bool, output_format: str, color: str, **given: Any
) -> int:
    """Explain a rule: what it finds, why it matters, examples and near misses."""
    if everything == (code is not None):
        raise click.UsageError("Name a rule, such as TQ101 or fused-words, or give --all.")
    ruleset = Ruleset(resolve(given, ()))
    cards = sorted(
        (*(rule.card for rule in ruleset.all), TOO_SLOW, UNAVAILABLE), key=lambda card: card.id
    )
    if code is not None:
        cards = [card for card in cards if code in (card.id, card.name)] or [_unknown(code, cards)]
    cards = [_whole(card) for card in cards]
    if output_format == "json":
        emit((_json(cards, everything),))
    else:
        page = _Page(color)
        emit("\n".join("".join(page.lines(card)) for card in cards))
    return 0


def _whole(card: RuleCard) -> RuleCard:
    """The card with its examples, which a run over articles leaves out of shipped ones."""
    return load_card(Path(card.path)) if is_shipped(card.path) else card


def _unknown(code: str, cards: Sequence[RuleCard]) -> RuleCard:
    from difflib import get_close_matches

    known = [word for card in cards for word in (card.id, card.name)]
    close = get_close_matches(code, known, 1, 0.6)
    hint = f"Did you mean “{close[0]}”?" if close else "`tqcheck rules` lists them."
    if code.startswith("LT:"):
        page = f"https://community.languagetool.org/rule/show/{code[3:]}?lang=en"
        hint = f"LanguageTool's own page is {page}"
    raise click.UsageError(f"No rule is called “{code}”. {hint}")


class _Page:
    """A card laid out for the terminal."""

    def __init__(self, color: str) -> None:
        self._paint = painter(color)

    def lines(self, card: RuleCard) -> Iterator[str]:
        """The page, line by line."""
        paint = self._paint
        yield f"{paint(card.id, 'code')} {paint(card.name, 'path')}\n\n{card.summary}\n\n"
        severity = paint(card.severity.label, card.severity.label)
        safety = f", fix: {card.safety.label}" if card.safety is not None else ", no fix"
        yield f"{card.status}, {severity}{safety}, since {card.since}\nMQM: {card.mqm}\n"
        if card.sources:
            yield f"shown by translations from: {', '.join(card.sources)}\n"
        if card.scope:
            yield f"looks at: {', '.join(card.scope)}\n"
        if is_shipped(card.path):
            yield f"measured: {measured.of(card.id).told()}\n"
        yield f"\n{paint('Why', 'path')}\n{card.why}\n\n{paint('Examples', 'path')}\n"
        for bad in card.bad:
            yield self._rows("-", bad.before, "removed")
            if bad.after is not None:
                yield self._rows("+", bad.after, "added")
            yield f"  flags {', '.join(f'“{shown(flag)}”' for flag in bad.flags)}\n\n"
        yield f"{paint('Near misses, left alone', 'path')}\n"
        for good in card.good:
            yield self._rows(" ", good.text, "dim") + f"  {good.why}\n\n"
        if card.known:
            yield f"{paint('Known failures', 'path')}\n"
        for known in card.known:
            yield self._rows(" ", known.text, "dim") + f"  {known.wrong}: {known.note}\n\n"
        if card.references:
            yield f"{paint('References', 'path')}\n"
        yield from (f"{url}\n" for url in card.references)

    def _rows(self, sign: str, text: str, role: str) -> str:
        rows = text.removesuffix("\n").split("\n")
        return "".join(self._paint(f"  {sign} {shown(row)}", role) + "\n" for row in rows)


def _json(cards: Sequence[RuleCard], everything: bool) -> str:
    import json

    plain = [_plain(card) for card in cards]
    return json.dumps(plain if everything else plain[0], ensure_ascii=False, indent=2) + "\n"


def _figures(card: RuleCard) -> dict[str, int] | None:
    """What was measured of a shipped rule."""
    return measured.of(card.id)._asdict() if is_shipped(card.path) else None


def _plain(card: RuleCard) -> dict[str, Any]:
    """A card as the keys and values of its file, with its family."""
    bad = [
        {"before": one.before, "flags": list(one.flags)}
        | ({"after": one.after} if one.after is not None else {})
        for one in card.bad
    ]
    return {
        "id": card.id,
        "name": card.name,
        "family": card.family,
        "summary": card.summary,
        "why": card.why,
        "message": card.message,
        "mqm": card.mqm,
        "severity": card.severity.label,
        "status": card.status,
        "since": card.since,
        "target": list(card.target),
        "sources": list(card.sources),
        "scope": list(card.scope),
        "quoted": card.quoted,
        "references": list(card.references),
        "pattern": card.pattern,
        "detector": card.detector,
        "fix": card.fix,
        "safety": card.safety.label if card.safety is not None else None,
        "bad": bad,
        "good": [{"text": one.text, "why": one.why} for one in card.good],
        "measured": _figures(card),
        "known": [{"text": one.text, "wrong": one.wrong, "note": one.note} for one in card.known],
    }
