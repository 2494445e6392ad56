"""Every example of every shipped card is a test, and every card keeps the contract."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import article
from tqcheck.article import Article
from tqcheck.card import QUOTED, load_card
from tqcheck.engine import check
from tqcheck.examples import check_card
from tqcheck.finding import Finding
from tqcheck.keeping import BUILT_IN
from tqcheck.rule import PASSES, Rule, load_rules

RULES = load_rules()
STABLE = tuple(rule for rule in RULES if rule.card.status == "stable")

FAMILIES = {
    "spacing": (101, 150),
    "fused": (151, 200),
    "punctuation": (201, 250),
    "period": (251, 300),
    "quotes": (301, 350),
    "dialogue": (351, 400),
    "numbers": (401, 450),
    "dates": (451, 500),
    "abbreviations": (501, 550),
    "untranslated": (551, 600),
    "names": (601, 650),
    "casing": (651, 700),
    "grammar": (701, 750),
    "calques": (751, 800),
    "repetition": (801, 850),
    "encoding": (851, 900),
    "furniture": (901, 930),
    "structure": (931, 950),
    "markup": (951, 969),
    "tokenisation": (970, 984),
    "chatter": (985, 999),
}


def named(rule: Rule) -> str:
    return f"{rule.card.id}-{rule.card.name}"


each_rule = pytest.mark.parametrize("rule", RULES, ids=named)


@each_rule
def test_examples_hold(rule: Rule) -> None:
    assert check_card(rule, STABLE) == []


@each_rule
def test_the_number_fits_the_family(rule: Rule) -> None:
    low, high = FAMILIES[rule.card.family]
    assert low <= int(rule.card.id.removeprefix("TQ")) <= high
    assert rule.card.family in PASSES


@each_rule
def test_the_card_gives_a_reference(rule: Rule) -> None:
    assert rule.card.references and all(r.startswith("https://") for r in rule.card.references)


@each_rule
def test_near_misses_are_near(rule: Rule) -> None:
    """A near miss says why it is one, and no example stands twice in a card."""
    assert all(len(good.why.split()) > 1 or len(good.why) > 5 for good in rule.card.good)
    texts = [bad.before for bad in rule.card.bad] + [good.text for good in rule.card.good]
    assert len(set(texts)) == len(texts)


@each_rule
def test_the_head_alone_is_the_same_card(rule: Rule) -> None:
    """A run reads no further than the first example; nothing else may stand below it."""
    head = load_card(Path(rule.card.path), examples=False)
    assert rule.card._replace(bad=(), good=(), known=()) == head


def test_families_are_the_passes() -> None:
    assert set(FAMILIES) == set(PASSES)


def test_names_are_unique() -> None:
    names = [rule.card.name for rule in RULES]
    assert len(set(names)) == len(names)


def test_there_are_cards() -> None:
    assert len(RULES) >= 30


def test_word_list_files_are_used() -> None:
    used = {
        Path(rule.card.path).parent / value
        for rule in RULES
        for table in ("words", "params")
        for value in tomllib.loads(Path(rule.card.path).read_text("utf-8")).get(table, {}).values()
        if isinstance(value, str) and value.endswith(".txt")
    }
    assert set(BUILT_IN.rglob("*.txt")) == used


@each_rule
def test_the_quotation_policy_holds(rule: Rule) -> None:
    """What stands in a quotation is mended, told or passed over, as the card says."""
    for opened in _quoting(rule):
        found = {policy: _quoted_findings(rule, opened, policy) for policy in QUOTED}
        assert found["skip"] == []
        assert [spot.span for spot in found["report"]] == [spot.span for spot in found["fix"]]
        assert all(spot.fix is None for spot in found["report"])


def test_the_quotation_policy_is_tried() -> None:
    """Most rules find their marks in a quotation too; the rest are about lines and the marks."""
    tried = [
        rule
        for rule in RULES
        if any(_quoted_findings(rule, opened, "fix") for opened in _quoting(rule))
    ]
    assert len(tried) > 2 * len(RULES) / 3


def _quoting(rule: Rule) -> Iterator[Article]:
    """The bad examples of a rule, each inside a quotation."""
    for bad in rule.card.bad:
        if not any(mark in bad.before for mark in '"“”„«»\n'):
            yield article(f"She said: “{bad.before}” Then she left.\n")


def _quoted_findings(rule: Rule, opened: Article, policy: str) -> list[Finding]:
    """The findings of a rule with a policy of its own that stand in a quotation."""
    bound = Rule(rule.card._replace(quoted=policy))
    found = check(opened, (bound,)).findings
    return [finding for finding in found if opened.quotation_at(finding.span) is not None]


FILLER = "The council met on Monday and agreed on 12 new homes near the old port, it said. "


@each_rule
def test_cost_grows_with_the_text(rule: Rule) -> None:
    """Eight times the text costs nowhere near sixty-four times as much, as a square would.

    Built of the card's own examples, of clean filler, and of what makes patterns explode:
    long runs of blanks, letters, dots, digits and quotation marks. A busy machine makes one
    reading worthless, so only growth that every one of several readings shows is believed.
    """
    shapes = [
        " ".join(bad.before for bad in rule.card.bad) + "\n\n" + FILLER,
        "a" * 300 + " " * 300 + "." * 50 + "1" * 300 + "“" * 40 + "– " * 60 + "\n",
    ]
    for shape in shapes:
        small, large = (shape * (size // len(shape) + 1) for size in (8_000, 64_000))
        readings = []
        for _ in range(6):
            readings.append((_cost(rule, small), _cost(rule, large)))
            least, most = (min(column) for column in zip(*readings, strict=True))
            if most <= GROWTH * least + 0.05:
                break
        else:
            pytest.fail(f"8,000 and 64,000 characters, in seconds: {readings}")


GROWTH = 24
"""What eight times the text may cost at most: a third of the way from a line to a square."""


def _cost(rule: Rule, text: str) -> float:
    """Seconds of CPU that a rule's hits take on a text, made ready anew."""
    opened = article(text)
    start = time.process_time()
    for _hit in rule.hits(opened):
        pass
    return time.process_time() - start
