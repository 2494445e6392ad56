"""Writes docs/rules/ anew from the cards and what was measured of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from tqcheck import measured
from tqcheck.card import RuleCard
from tqcheck.rule import PASSES, load_rules

PAGES = Path(__file__).parent.parent / "docs" / "rules"

_ESCAPED = re.compile(r"([\\`*_\[\]<>|])")


def pages() -> dict[str, str]:
    """The text of each page by its file's name."""
    cards = sorted((rule.card for rule in load_rules()), key=lambda card: card.id)
    cards.sort(key=lambda card: PASSES.index(card.family))
    families = [(name, list(group)) for name, group in groupby(cards, lambda card: card.family)]
    found = {f"{name}.md": "\n".join(_family(name, group)) for name, group in families}
    found["README.md"] = "\n".join(_index(families))
    return found


def _index(families: list[tuple[str, list[RuleCard]]]) -> Iterator[str]:
    yield "# The rules\n"
    yield "Made by `python scripts/make_rule_pages.py` from the cards in `rules/` and from"
    yield "`rules/measured.json`, which `python benchmarks/quality.py … --record` writes."
    yield "“Clean” are findings per 10,000 words of clean English, real damage in it included;"
    yield "“on marks” are the findings on labelled texts that lie on a mark (labels are never"
    yield "complete); “fixes right” are the marks that the fix leaves as an editor would.\n"
    for name, cards in families:
        yield f"## [{name}]({name}.md)\n"
        yield "| rule | | status | severity | fix | clean | on marks | fixes right |"
        yield "|---|---|---|---|---|---|---|---|"
        for card in cards:
            told = measured.of(card.id)
            safety = card.safety.label if card.safety is not None else "–"
            yield (
                f"| [{card.id}]({name}.md#{_anchor(card)}) {card.name} | {_plain(card.summary)} "
                f"| {card.status} | {card.severity.label} | {safety} | {told.clean_rate:.2f} "
                f"| {_share(told.marked, told.marked + told.beside)} "
                f"| {_share(told.mended, told.tried)} |"
            )
        yield ""


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole}" if whole else "–"


def _anchor(card: RuleCard) -> str:
    return f"{card.id}-{card.name}".lower()


def _family(name: str, cards: list[RuleCard]) -> Iterator[str]:
    yield f"# Rules: {name}\n"
    for card in cards:
        yield from _card(card)


def _card(card: RuleCard) -> Iterator[str]:
    safety = f"fix: {card.safety.label}" if card.safety is not None else "no fix"
    yield f"## {card.id} {card.name}\n"
    yield f"**{_plain(card.summary)}**\n"
    facts = [card.status, card.severity.label, safety, f"MQM: {card.mqm}", f"since {card.since}"]
    if card.sources:
        facts.append(f"shown by translations from {', '.join(card.sources)}")
    if card.scope:
        facts.append(f"looks at: {', '.join(card.scope)}")
    yield f"{'; '.join(facts)}.\n"
    yield f"Measured: {measured.of(card.id).told()}.\n"
    yield f"{_plain(card.why.strip())}\n"
    for bad in card.bad:
        yield "```diff"
        yield from (f"-{row}" for row in bad.before.removesuffix("\n").split("\n"))
        if bad.after is not None:
            yield from (f"+{row}" for row in bad.after.removesuffix("\n").split("\n"))
        yield "```\n"
    yield "Left alone:\n"
    for good in card.good:
        yield f"- {_row(good.text)}\n  ({_plain(good.why)})"
    yield ""
    if card.known:
        yield "Known failures:\n"
        for known in card.known:
            yield f"- {_row(known.text)}\n  ({known.wrong}: {_plain(known.note)})"
        yield ""
    if card.references:
        yield f"See {', '.join(f'<{url}>' for url in card.references)}.\n"


def _plain(text: str) -> str:
    """Text that Markdown leaves as it is."""
    return _ESCAPED.sub(r"\\\1", text)


def _row(text: str) -> str:
    """An example as code, on one row."""
    shown = text.removesuffix("\n").replace("\n", "⏎")
    ticks = "``" if "`" in shown else "`"
    return f"{ticks}{shown}{ticks}"


def main() -> None:
    """Write the pages and take away those of families that are no more."""
    PAGES.mkdir(parents=True, exist_ok=True)
    made = pages()
    for path in PAGES.glob("*.md"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (PAGES / name).write_text(text.rstrip("\n") + "\n", "utf-8")


if __name__ == "__main__":
    main()
