"""Quotation marks: how they pair, which damage is mended, which near misses stay."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import article
from tqcheck.detectors import quote_marks
from tqcheck.detectors._quotes import scan
from tqcheck.engine import check
from tqcheck.finding import Safety
from tqcheck.fixer import fix
from tqcheck.keeping import BUILT_IN
from tqcheck.opening import Options
from tqcheck.rule import Rule, load_cards
from tqcheck.source import Source, apply_edits

STABLE = tuple(Rule(card) for card in load_cards([BUILT_IN / "quotes"]) if card.status == "stable")


def pairs(text: str) -> list[str]:
    return [text[pair.open : pair.close + 1] for pair in scan(text, 0, len(text)).pairs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ('He is 6\'2" tall and said "yes".', ['"yes"']),
        ('A 12" gun and the "old" one.', ['"old"']),
        ('A 12 " gun and the "old" one.', ['"old"']),
        ("„Leopard” and „Puma“ rolled", ["„Leopard”", "„Puma“"]),
        ("»Leopard« and «Puma» rolled", ["»Leopard«", "«Puma»"]),
        (
            "“He spoke of “liberation” again,” she said",
            ["“He spoke of “liberation” again,”", "“liberation”"],
        ),
        ('"He said "no" again," she said', ['"He said "no" again,"', '"no"']),
        ('on the"Aurora"and the"Vega"', ['"Aurora"', '"Vega"']),
        ('of" The Lamp" and" The Ferry"', ['" The Lamp"', '" The Ferry"']),
        ('the plant «Vega" closed', ['«Vega"']),
        ('one could "risk more «.', ['"risk more «']),
        ("Home » News » World", []),
        ('Nobody knows Orlov"s house and Petrov"s yard', []),
        ("the “Leopard”s and ”Puma” rolled", ["“Leopard”", "”Puma”"]),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert sorted(pairs(text)) == sorted(expected)


def test_marks_that_belong_to_other_blocks_stay_odd() -> None:
    text = 'It went to bed early." After the match he said, "We were tired.'
    found = scan(text, 0, len(text))
    assert found.pairs == () and len(found.odd) == 2


MENDED = [
    ("„Nobody asked us”, said the baker.", "“Nobody asked us,” said the baker."),
    (
        "The minister spoke of « an act of war » here.",
        "The minister spoke of “an act of war” here.",
    ),
    ("He spoke of «the «new» order» again.", "He spoke of “the ‘new’ order” again."),
    (
        "«It rained for a week, and we covered all the grain with films», she said.",
        "“It rained for a week, and we covered all the grain with films,” she said.",
    ),
    ("The word »Heimat« has no plural, he says.", "The word “Heimat” has no plural, he says."),
    ("Shai Aslan said: “ We are pleased with it.”", "Shai Aslan said: “We are pleased with it.”"),
    ('It was cold at the start of the week. "', 'It was cold at the start of the week."'),
    (
        'It was below the average there, " he admitted later.',
        'It was below the average there," he admitted later.',
    ),
    ('They speak of"Amabie", a sea spirit.', 'They speak of "Amabie", a sea spirit.'),
    (
        'The army gave a medal for"his part in the battle.',
        'The army gave a medal for "his part in the battle.',
    ),
    ('The song "The Lamp "was sung twice.', 'The song "The Lamp" was sung twice.'),
    ('We read about" The Lamp"and" The Ferry".', 'We read about "The Lamp" and "The Ferry".'),
    (
        "the principle of“slow restart and key planning” was kept",
        "the principle of “slow restart and key planning” was kept",
    ),
    ("the “rust belt“ of the north", "the “rust belt” of the north"),
    ("the ”rust belt” of the north", "the “rust belt” of the north"),
    ('"Have I the time? " " asked the mayor.', '"Have I the time?" asked the mayor.'),
    ("We saw the 《Red Lamp》 in town.", "We saw the “Red Lamp” in town."),
    (
        "The daily «Kurier» and the agency „Fakt” reported it.",
        "The daily Kurier and the agency Fakt reported it.",
    ),
    ('The site "Gorod 24" wrote about it.', "The site Gorod 24 wrote about it."),
    ('The bakery of LLC "Lipno bread" burned.', "The bakery of LLC Lipno bread burned."),
]

SILENT = [
    "“Yes,” he said. “No,” she said.",
    "The ‘90s and the ’90s’ fashion: rock ’n’ roll, 6′2″ and 40° 26′ 46″ N.",
    'The set is 6\'2" high and 12" wide.',
    "The “Leopard”s, non-“aligned” states and “A”-listers (“yes”).",
    'class="lead" and {"key": "value"} stay.',
    "\"'You are late,' he said,\" she told us.",
    "“‘You are late,’ he said,” she told us.",
    "“First paragraph of a long quotation.\n\n“Second paragraph of it.”",
    "The film “Oppenheimer” and the ship “Vega” are known.",
    "According to “several sources,” he fled.",
    "The word “company” and the company’s “best” plan.",
    "In Russian the paper is «Правда» to this day.",
    "“Are you coming?” “No.” “Why not?”",
]


@pytest.mark.parametrize(("before", "after"), MENDED, ids=[row[0][:30] for row in MENDED])
def test_mended(before: str, after: str) -> None:
    fixed = fix(Source("a.txt", before), STABLE, Safety.UNSAFE, Options())
    assert fixed.source.text == after


@pytest.mark.parametrize("text", SILENT, ids=[text[:30] for text in SILENT])
def test_silent(text: str) -> None:
    assert [finding.code for finding in check(article(text), STABLE).findings] == []


TEXTS = st.text(alphabet=' \naB.,"“”„«»’5-–', max_size=120)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_scan_is_sound(text: str) -> None:
    """Each mark is in at most one place, pairs point forward, outer pairs don't meet."""
    found = scan(text, 0, len(text))
    used = [at for pair in found.pairs for at in (pair.open, pair.close)] + list(found.odd)
    assert len(used) == len(set(used))
    assert all(pair.open < pair.close for pair in found.pairs)
    assert all(a.close < b.open for a, b in pairwise(found.outer))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_repairs_touch_only_marks_and_blanks(text: str) -> None:
    opened = article(text)
    for kind in quote_marks.KINDS:
        hits = sorted(quote_marks.find(opened, {"kind": kind}), key=lambda hit: hit.span)
        for one, other in pairwise(hits):
            assert not one.span.overlaps(other.span), kind
        for hit in hits:
            after = apply_edits(opened.view, sorted(hit.edits or ()))
            assert [c for c in after if c.isalnum()] == [c for c in opened.view if c.isalnum()]
