"""``tqcheck rules``: one line a rule."""

from __future__ import annotations

from typing import Any

import click

from tqcheck.cli.options import resolve, selection
from tqcheck.cli.terminal import emit
from tqcheck.run import Ruleset


@click.command(name="rules")
@selection
def command(**given: Any) -> int:
    """List the rules: code, name, status, severity, summary. A “*” marks those that run."""
    ruleset = Ruleset(resolve(given, ()))
    running = {rule.card.id for rule in ruleset.chosen}
    cards = sorted((rule.card for rule in ruleset.all), key=lambda card: card.id)
    width = max(len(card.name) for card in cards)
    emit(
        f"{'*' if card.id in running else ' '} {card.id}  {card.name:<{width}}  "
        f"{card.status:<10}  {card.severity.label:<8}  {card.summary}\n"
        for card in cards
    )
    return 0
