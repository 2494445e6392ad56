"""Inline suppression: what a comment hides, where it ends, and when it is idle."""

from __future__ import annotations

import time

import pytest

from tests.conftest import MakeRule, article
from tqcheck.engine import check
from tqcheck.examples import check_card
from tqcheck.finding import Safety
from tqcheck.fixer import fix
from tqcheck.idle import CARD, UnusedSuppression
from tqcheck.opening import Options
from tqcheck.rule import Rule
from tqcheck.source import Source


@pytest.fixture
def rules(make_rule: MakeRule) -> tuple[Rule, ...]:
    fixed = 'fix = "good"\nsafety = "safe"'
    found = (
        make_rule("TQ101", f"pattern = 'bad'\n{fixed}", name="bad-word"),
        make_rule("TQ102", "pattern = 'ugly'", name="ugly-word"),
        make_rule("TQ201", "pattern = '--'", name="dashes", family="punctuation"),
    )
    return with_note(found)


def with_note(rules: tuple[Rule, ...], known: tuple[Rule, ...] = ()) -> tuple[Rule, ...]:
    cards = [rule.card for rule in rules]
    return (*rules, UnusedSuppression([rule.card for rule in known] or cards, cards))


def _found(text: str, rules: tuple[Rule, ...]) -> list[str]:
    checked = check(article(text), rules)
    assert checked.crashes == ()
    rows = Source("a", text)
    return [f"{rows.location(one.span.start).row}:{one.code}" for one in checked.findings]


HIDDEN = {
    "the next line alone": (
        "bad\n<!-- tqcheck-disable-next-line TQ101 -->\nbad bad\nbad\n",
        ["1:TQ101", "4:TQ101"],
    ),
    "the next line over blank rows": (
        "<!-- tqcheck-disable-next-line TQ101 -->\n\n  \nbad\n\nbad\n",
        ["6:TQ101"],
    ),
    "a rule by name, with a reason": (
        "<!-- tqcheck-disable-next-line bad-word -- bad, they said -- twice -->\nbad ugly\n",
        ["2:TQ102"],
    ),
    "a family's beginning": ("<!-- tqcheck-disable-next-line TQ1 -->\nbad ugly --\n", ["2:TQ201"]),
    "a family's name": ("<!-- tqcheck-disable-next-line fused -->\nbad ugly --\n", ["2:TQ201"]),
    "all rules": ("<!-- tqcheck-disable-next-line -->\nbad ugly --\n", []),
    "all rules by word": ("<!-- tqcheck-disable-next-line ALL -->\nbad ugly --\n", []),
    "all rules with a reason": ("<!-- tqcheck-disable-next-line -- his style -->\nbad --\n", []),
    "several codes": (
        "<!-- tqcheck-disable-next-line TQ101, TQ201 -->\nbad ugly --\n",
        ["2:TQ102"],
    ),
    "a stretch": (
        "bad\n<!-- tqcheck-disable TQ101 -->\nbad\nugly\nbad\n<!-- tqcheck-enable -->\nbad\n",
        ["1:TQ101", "4:TQ102", "7:TQ101"],
    ),
    "a stretch of one of two codes": (
        "<!-- tqcheck-disable TQ101 TQ102 -->\nbad ugly\n<!-- tqcheck-enable TQ101 -->\nbad ugly\n",
        ["4:TQ101"],
    ),
    "a stretch to the end": ("bad\n<!-- tqcheck-disable TQ101 -->\nbad\n", ["1:TQ101"]),
    "a stretch on one row": (
        "bad <!-- tqcheck-disable TQ101 -->bad<!-- tqcheck-enable --> bad",
        ["1:TQ101", "1:TQ101"],
    ),
    "the file, from anywhere": ("bad\n<!-- tqcheck-disable-file TQ101 -->\nbad\n", []),
    "the last row": ("<!-- tqcheck-disable-next-line TQ101 -->\nbad", []),
    "Windows rows": ("<!-- tqcheck-disable-next-line TQ101 -->\r\nbad\r\nbad\r\n", ["3:TQ101"]),
    "nothing in the comment itself": (
        "<!-- tqcheck-disable-next-line TQ101 -- a bad -- ugly -- one -->\nbad\n",
        [],
    ),
}


@pytest.mark.parametrize("case", HIDDEN)
def test_a_comment_hides(case: str, rules: tuple[Rule, ...]) -> None:
    text, left = HIDDEN[case]
    assert _found(text, rules) == left


NO_SUPPRESSION = {
    "an open comment": "<!-- tqcheck-disable-next-line TQ101\nbad\n",
    "the words alone": "tqcheck-disable-next-line TQ101\nbad\n",
    "another tool's": "<!-- other-disable-next-line TQ101 -->\nbad\n",
}


@pytest.mark.parametrize("case", NO_SUPPRESSION)
def test_what_is_no_suppression_hides_nothing(case: str, rules: tuple[Rule, ...]) -> None:
    assert "2:TQ101" in _found(NO_SUPPRESSION[case], rules)


IDLE = {
    "hides nothing": "<!-- tqcheck-disable-next-line TQ101 -->\nFine.\n",
    "hides nothing of TQ102": "<!-- tqcheck-disable-next-line TQ101, TQ102 -->\nbad\n",
    "names no rule with “TQ777”": "<!-- tqcheck-disable-next-line TQ777 -->\nFine.\n",
    "is unknown (known: tqcheck-disable-next-line,": "<!-- tqcheck-disabel TQ101 -->\nFine.\n",
}


@pytest.mark.parametrize("problem", IDLE)
def test_an_idle_comment_is_a_finding(problem: str, rules: tuple[Rule, ...]) -> None:
    (found,) = check(article(IDLE[problem]), rules).findings
    assert (found.code, found.name) == ("TQ001", "unused-suppression")
    assert found.message.startswith(f"This suppression {problem}")
    assert found.text.startswith("<!-- tqcheck-disab")


def test_a_comment_is_idle_only_if_all_it_means_has_run(
    rules: tuple[Rule, ...], make_rule: MakeRule
) -> None:
    other = make_rule("TQ103", "pattern = 'vile'", name="vile-word")
    ran = with_note(rules[:1], known=(*rules[:3], other))
    for codes in ("TQ102", "TQ1", "fused", "", "ALL"):
        assert _found(f"<!-- tqcheck-disable {codes} -->\nFine.\n", ran) == []
    assert _found("<!-- tqcheck-disable TQ101 -->\nFine.\n", ran) == ["1:TQ001"]


def test_the_note_is_hidden_only_where_it_is_named(rules: tuple[Rule, ...]) -> None:
    idle = "<!-- tqcheck-disable-next-line TQ101 -->\nFine.\n"
    assert _found("<!-- tqcheck-disable-file TQ001 -->\n" + idle, rules) == []
    assert _found("bad <!-- tqcheck-disable-file -->\n" + idle, rules) == ["2:TQ001"]


def test_fixes_leave_what_is_hidden_and_take_idle_comments_away(rules: tuple[Rule, ...]) -> None:
    text = (
        "bad\n<!-- tqcheck-disable-next-line TQ101 -- a quotation -->\nbad\n"
        "<!-- tqcheck-disable TQ102 -->\n<!-- tqcheck-enable -->\nbad <!-- tqcheck-disable TQ201 -->\n"
    )
    fixed = fix(Source("a", text), rules, Safety.SAFE, Options())
    assert fixed.source.text == (
        "good\n<!-- tqcheck-disable-next-line TQ101 -- a quotation -->\nbad\n"
        "<!-- tqcheck-enable -->\ngood \n"
    )
    assert fixed.findings == ()


def test_the_notes_card_holds(rules: tuple[Rule, ...]) -> None:
    words = with_note(rules[:2])
    assert words[-1].card is CARD
    assert check_card(words[-1], words) == []


@pytest.mark.parametrize(
    "unit",
    [
        "<!-- tqcheck-disable TQ101 -->\nbad\n",
        "<!-- tqcheck-",
        "<!-- tqcheck-disable a, ",
        "<!-- tqcheck-a -- ",
        "<!-- tqcheck-disable TQ101 -->",
    ],
)
def test_the_cost_is_linear(unit: str) -> None:
    from tqcheck.suppress import read

    def cost(size: int) -> float:
        best = 9.0
        for _ in range(3):
            opened = article(unit * (size // len(unit)))
            start = time.process_time()
            read(opened)
            best = min(best, time.process_time() - start)
        return best

    assert cost(160_000) < 8 * 2.5 * cost(20_000) + 0.05
