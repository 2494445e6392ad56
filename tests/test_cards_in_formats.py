"""Every example of every card holds in the other formats as it does in plain text."""

from __future__ import annotations

import re

import pytest

from tests.wrapping import WRITERS
from tqcheck.engine import check
from tqcheck.finding import Safety
from tqcheck.fixer import fix
from tqcheck.formats import FORMATS
from tqcheck.opening import Options, open_article
from tqcheck.rule import Rule, load_rules
from tqcheck.source import Source

RULES = load_rules()
STABLE = tuple(rule for rule in RULES if rule.card.status == "stable")

each_format = pytest.mark.parametrize("name", sorted(WRITERS))
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.card.id)


def opened(name: str, text: str, options: Options):
    return open_article(Source("example", WRITERS[name](text)), options)


def _can_hold(name: str, text: str, options: Options) -> bool:
    """Whether the format shows the text as it is: HTML knows no doubled blanks, for example."""
    rows = [row.strip(" \t\r\ufeff") for row in re.split(r"\n\n?", text.strip("\n"))]
    return rows == opened(name, text, options).view.split("\n\n")


def options_of(rule: Rule, name: str) -> Options:
    return Options(lang=rule.card.target[0], format=name)


@each_format
@each_rule
def test_what_is_bad_is_found_and_mended(rule: Rule, name: str) -> None:
    options = options_of(rule, name)
    for bad in rule.card.bad:
        spans_rows = any("\n" in flag for flag in bad.flags)  # rows become blocks of their own
        if spans_rows or not _can_hold(name, bad.before, options):
            continue
        findings = check(opened(name, bad.before, options), (rule,)).findings
        assert [one.text for one in findings] == list(bad.flags), bad.before
        if bad.after is None or not _can_hold(name, bad.after, options):
            continue
        source = Source("example", WRITERS[name](bad.before))
        fixed = fix(source, (rule,), Safety.DISPLAY, options)
        after = open_article(fixed.source, options).view
        assert after == opened(name, bad.after, options).view, bad.before
        assert [one.fix for one in fixed.findings] == [None] * len(fixed.findings)


@each_format
@each_rule
def test_what_is_good_is_silent(rule: Rule, name: str) -> None:
    options = options_of(rule, name)
    rules = [one for one in STABLE if options.lang in one.card.target]
    for good in rule.card.good:
        if _can_hold(name, good.text, options):
            findings = check(opened(name, good.text, options), (*rules, rule)).findings
            assert [(one.code, one.text) for one in findings] == [], good.text


HELD = {"html": 0.9, "markdown": 0.9, "json": 0.95}
"""The share of the examples that each format can hold, at least."""


@each_format
def test_nearly_all_examples_can_be_written_in_the_format(name: str) -> None:
    texts = [
        (rule, text)
        for rule in RULES
        for text in (
            *(bad.before for bad in rule.card.bad),
            *(good.text for good in rule.card.good),
        )
    ]
    held = sum(_can_hold(name, text, options_of(rule, name)) for rule, text in texts)
    assert held >= HELD[name] * len(texts), f"{held} of {len(texts)}"


def test_the_writers_write_known_formats() -> None:
    assert set(WRITERS) <= set(FORMATS)
