"""The law of the screen: what it keeps asleep would have found nothing, and anchors lose no match."""

from __future__ import annotations

import json
import os
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import MakeRule
from tqcheck.engine import examine
from tqcheck.opening import Options, open_article
from tqcheck.rule import Rule, load_rules
from tqcheck.screen import Screen
from tqcheck.source import Source
from tqcheck.wake import wakes

RULES = load_rules()
ROOT = Path(__file__).resolve().parent.parent
EVAL = ROOT.parent / "shared" / "eval"
FUZZED = int(os.environ.get("TQCHECK_FUZZED", "1500"))
"""How many texts are made up; continuous integration asks for 50,000."""
_INSERTED = (
    " .,-–—“”„\"'’\n\n0123456789abcTheIRZżłüйв\u00a0«»;:!?()*%$€\u2003\u0663\u2581\u0130\u212a\r\t"
)


def _same(text: str) -> None:
    """Assert that a text has the same findings and crashes with the screen and without."""
    article = open_article(Source("a.txt", text), Options())
    quick = examine(article, RULES)
    article = open_article(Source("a.txt", text), Options())
    slow = examine(article, RULES, screened=False)
    assert quick.crashes == slow.crashes == ()
    assert [one.finding for one in quick.candidates] == [one.finding for one in slow.candidates]


def _examples() -> list[str]:
    cards = [rule.card for rule in RULES]
    bad = [example.before for card in cards for example in card.bad]
    return bad + [example.text for card in cards for example in card.good]


def _mutated(rng: random.Random, text: str) -> str:
    chars = list(text)
    for _ in range(rng.randint(0, 5)):
        if not chars:
            break
        at = rng.randrange(len(chars))
        kind = rng.randrange(5)
        if kind == 0:
            del chars[at]
        elif kind == 1:
            chars.insert(at, rng.choice(_INSERTED))
        elif kind == 2:
            chars[at] = chars[at].swapcase()
        elif kind == 3:
            other = rng.randrange(len(chars))
            chars[at], chars[other] = chars[other], chars[at]
        else:
            chars[at:at] = chars[at : at + rng.randint(1, 30)]
    return "".join(chars)


def _fuzzed(count: int, seed: int) -> Iterator[str]:
    """Examples of the cards, run together and damaged."""
    rng = random.Random(seed)
    examples = _examples()
    for _ in range(count):
        parts = [rng.choice(examples) for _ in range(rng.randint(1, 3))]
        yield _mutated(rng, rng.choice(("\n", "\n\n", " ", "")).join(parts))


@pytest.mark.parametrize(
    "path", sorted((ROOT / "fixtures").rglob("*.txt")), ids=lambda path: path.stem
)
def test_an_article_has_the_same_findings_without_the_screen(path: Path) -> None:
    _same(path.read_text("utf-8"))


@pytest.mark.parametrize("seed", range(10))
def test_a_made_up_text_has_the_same_findings_without_the_screen(seed: int) -> None:
    for text in _fuzzed(FUZZED // 10, seed):
        try:
            _same(text)
        except AssertionError:
            print(repr(text))
            raise


@pytest.mark.skipif(not EVAL.is_dir(), reason="the evaluation sets are not part of the project")
def test_real_articles_have_the_same_findings_without_the_screen() -> None:
    for path in sorted(EVAL.rglob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines()[:60]:
            values = json.loads(line).values()
            _same("\n\n".join(one for one in values if isinstance(one, str) and len(one) > 20))


def test_no_rule_is_searched_for_everywhere() -> None:
    """A rule without anchors works and is slow: it is named here, with its reason."""
    slow = {rule.card.id for rule in RULES if _always(rule)}
    assert slow == set()


def _always(rule: Rule) -> bool:
    return Screen([rule]).look("") != {}


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.wake], ids=lambda rule: rule.card.id)
def test_a_promise_reads_the_same_in_the_screen(rule: Rule) -> None:
    """What the plain reading of a promise wakes, ``wake.wakes``, the engine's quick one wakes."""
    assert rule.wake is not None
    screen = Screen([rule])
    for text in _fuzzed(150, 77):
        assert 0 in screen.look(text) or not wakes(rule.wake, text), text


def test_a_pattern_without_anchors_still_works() -> None:
    from tqcheck.anchors import NO_PLAN, plan_of

    assert plan_of(r"[a-z ]+") == NO_PLAN


@pytest.mark.parametrize(
    "pattern",
    [
        r"\bthe\b the",
        r"(?i)Straße|kilo",
        r"(?<=\d)[ ]?%(?!\w)",
        r"x{2,}y*z",
        r"(?m)^- \w+ -$",
        r"(?P<a>[a-c])(?P=a)!",
        r"[^\W\d_]+\(",
        r"(?:foo|ba[rz]){2,3}\?",
        r"\d+(?:[.,]\d+)*\s*(?:mln|mld)\b",
        r"“[^”\n]{0,9}„",
        r"(?s)a.{0,3}\n.b",
        r"(?<!\n)\n(?!\n)-",
        r"[\u0400-\u04ff]{2}",
        r"(?=fo)\w{4}\.",
        r"\A“|”\Z",
    ],
)
def test_matches_at_anchors_are_all_matches(pattern: str, make_rule: MakeRule) -> None:
    """``re.finditer`` over strings made of the pattern's own characters and a few others."""
    rule = make_rule("T101", f"pattern = '''{pattern}'''")
    screen, compiled = Screen([rule]), re.compile(pattern)
    rng = random.Random(pattern)
    chars = [*"the straßeſkıKio.,%xyz-! 0123 mlnd\n\n“”„abcfor\u0436?()", "foo", "bar", "the "]
    for _ in range(400):
        text = "".join(rng.choice(chars) for _ in range(rng.randint(0, 40)))
        found = screen.look(text).get(0, ())
        expected = [match.span() for match in compiled.finditer(text)]
        assert found is None or [match.span() for match in found] == expected, repr(text)
