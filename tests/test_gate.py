"""Gates and the stored rule set change what a run costs, never what it finds."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.notation import parse
from tests.conftest import article
from tqcheck import store
from tqcheck.engine import check
from tqcheck.gate import needs, passes
from tqcheck.rule import BUILT_IN, Rule, load_rules, select

RULES = load_rules()
PATTERNS = [rule for rule in RULES if rule.card.pattern is not None]
FIXTURES = Path(__file__).parent.parent / "fixtures"


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        pytest.param("abc", ("abc",), id="plain"),
        pytest.param("a+b?", ("a",), id="repeated from one"),
        pytest.param("(?:cat|dog)s", ("cat", "dog"), id="alternatives"),
        pytest.param("(?:cat|d?)x", ("x",), id="an alternative may be empty"),
        pytest.param(r"\d*[.,]", (",", "."), id="a small class"),
        pytest.param(r"\w+", (), id="nothing promised"),
        pytest.param("(?i)abc", (), id="regardless of case"),
        pytest.param("(?i:abc)d", ("d",), id="partly regardless of case"),
        pytest.param("(?=€)x?", ("€",), id="what a lookahead sees"),
        pytest.param("(?!€)x", ("x",), id="what must not be there promises nothing"),
        pytest.param("[^a]", (), id="a negated class"),
        pytest.param("[a-z]", (), id="a range"),
        pytest.param("a(", (), id="no pattern at all"),
    ],
)
def test_what_is_read_off_a_pattern(pattern: str, literals: tuple[str, ...]) -> None:
    assert needs(pattern) == literals


def gated(rule: Rule, text: str) -> bool:
    return not rule.needs or passes(rule.needs, text)


@pytest.mark.parametrize("rule", PATTERNS, ids=lambda rule: rule.card.id)
def test_no_example_is_kept_out(rule: Rule) -> None:
    assert all(gated(rule, bad.before) for bad in rule.card.bad)


PIECES = sorted(
    {
        piece
        for rule in RULES
        for bad in rule.card.bad
        for piece in re.findall(r"\S+\s?", bad.before)
    }
)


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_a_gate_never_keeps_a_match_out(pieces: list[str]) -> None:
    opened = article("".join(pieces))
    for rule in PATTERNS:
        if not gated(rule, opened.view):
            assert list(rule.run(opened)) == []


def outcome(rules: tuple[Rule, ...]) -> list[object]:
    texts = [
        parse(p.read_text("utf-8")).text for p in sorted((FIXTURES / "articles").glob("*.txt"))
    ]
    return [check(article(text), select(rules)) for text in texts]


def test_the_store_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = outcome(load_rules(examples=False))
    folder = tmp_path / "cache"
    monkeypatch.setenv("TQCHECK_CACHE_DIR", str(folder))
    assert outcome(store.load_rules(())) == plain, "cold"
    (stored,) = folder.iterdir()
    assert outcome(store.load_rules(())) == plain, "warm"
    stored.write_bytes(stored.read_bytes()[:200])
    assert outcome(store.load_rules(())) == plain, "cut short"
    stored.write_bytes(b"no marshal at all")
    assert outcome(store.load_rules(())) == plain, "damaged"
    assert outcome(store.load_rules(())) == plain, "built anew"


def test_without_a_folder_to_write_it_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    monkeypatch.setenv("TQCHECK_CACHE_DIR", str(blocked / "cache"))
    assert [rule.card for rule in store.load_rules(())] == [
        rule.card for rule in load_rules(examples=False)
    ]


def test_a_changed_card_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TQCHECK_CACHE_DIR", str(tmp_path))
    before = store.key(BUILT_IN)
    path = next(BUILT_IN.rglob("*.toml"))
    status = path.stat()
    try:
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 1))
        assert store.key(BUILT_IN) != before
    finally:
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert store.key(BUILT_IN) == before
