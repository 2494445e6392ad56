"""The proof of fixes in files of many articles: what fails it is found quickly and alone."""

from __future__ import annotations

import json

import pytest

from tests.conftest import MakeRule
from tqcheck import fixer
from tqcheck.finding import Safety
from tqcheck.fixer import fix
from tqcheck.opening import Options
from tqcheck.rule import load_rules
from tqcheck.source import Source

WIDGETS = tuple(rule for rule in load_rules() if rule.card.id in ("TQ152", "TQ903"))


def test_an_article_may_be_emptied() -> None:
    records = ["Share on Facebook\n\nShare on Twitter", "Most ofthe men went home.", "Share on Facebook"]
    text = "".join(json.dumps({"text": one}) + "\n" for one in records)
    fixed = fix(Source("a.jsonl", text), WIDGETS, Safety.UNSAFE, Options())
    assert [json.loads(row)["text"].strip() for row in fixed.source.text.splitlines()] == [
        "", "Most of the men went home.", "",
    ]  # fmt: skip
    assert (fixed.applied, fixed.dropped, fixed.findings) == (4, (), ())


@pytest.mark.parametrize("bad", [0, 1, 7, 200])
def test_fixes_that_fail_are_found_in_few_readings(
    make_rule: MakeRule, bad: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A blank beside a blank is none in HTML: such a fix says more than it does."""
    rules = (
        make_rule("T101", "pattern = 'ofthe'\nfix = 'of the'\nsafety = 'safe'"),
        make_rule("T102", "pattern = 'so far'\nfix = 'so  far'\nsafety = 'safe'"),
    )
    text = "<p>Most ofthe men.</p>\n" * 200 + "<p>It went so far.</p>\n" * bad
    readings = 0
    real = fixer.open_article

    def counted(source: Source, options: Options) -> fixer.Article:
        nonlocal readings
        readings += 1
        return real(source, options)

    monkeypatch.setattr(fixer, "open_article", counted)
    fixed = fix(Source("a.html", text), rules, Safety.SAFE, Options())
    assert fixed.source.text == text.replace("ofthe", "of the")
    assert (fixed.applied, len(fixed.dropped)) == (200, bad)
    assert readings < 10 + 40 * bad
