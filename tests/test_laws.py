"""Laws: what must hold for every text, tried on random ones made of the cards' own examples."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tqcheck.diff import unified
from tqcheck.engine import check
from tqcheck.errors import SourceError
from tqcheck.finding import Safety
from tqcheck.fixer import fix
from tqcheck.opening import Options, open_article
from tqcheck.rule import load_rules
from tqcheck.source import Source, apply_edits

RULES = tuple(rule for rule in load_rules() if rule.card.status != "deprecated")
STABLE = tuple(rule for rule in RULES if rule.card.status == "stable")
TEXTS = sorted(
    {bad.before for rule in RULES for bad in rule.card.bad}
    | {good.text for rule in RULES for good in rule.card.good}
    | {"The bridge opened on Monday.", "😀 “Yes,” she said.", "Zażółć gęślą jaźń – 日本."}
)
JOINTS = (" ", "\n", "\n\n", "\r\n", "\r\n\r\n", "\N{LINE SEPARATOR}", "\t", "")

articles = st.builds(
    lambda parts, bom, end: "\ufeff" * bom + "".join(t + j for t, j in parts) + end,
    st.lists(st.tuples(st.sampled_from(TEXTS), st.sampled_from(JOINTS)), min_size=1, max_size=8),
    st.booleans(),
    st.sampled_from(("", "\n", "\r\n")),
)
slowly = settings(
    deadline=None, max_examples=60, suppress_health_check=list(HealthCheck), derandomize=True
)


@given(st.binary(max_size=60))
@example(b"\xef\xbb\xbfa\r\nb")
@example(b"\xed\xa0\x80")
@example(b"\xff\xfea\x00")
def test_bytes_are_read_without_loss_or_refused(data: bytes) -> None:
    try:
        source = Source.decode("a.txt", data)
    except SourceError as error:
        assert str(error).startswith("a.txt: is ")
    else:
        assert source.encode() == data


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60))
@example("\ufeffa\r\n\rb\N{LINE SEPARATOR}")
def test_text_goes_through_bytes_and_back(text: str) -> None:
    source = Source("a.txt", text)
    assert Source.decode("a.txt", source.encode()) == source
    for offset in range(len(text) + 1):
        row, column = source.location(offset)
        assert text[:offset].count("\n") == row - 1
        assert offset - (text.rfind("\n", 0, offset) + 1) == column - 1


@given(articles)
@slowly
def test_findings_are_sorted_and_their_spans_exact(text: str) -> None:
    checked = check(open_article(Source("a.txt", text), Options()), RULES)
    assert checked.crashes == ()
    assert list(checked.findings) == sorted(checked.findings, key=lambda one: one.span)
    assert len({one.fingerprint for one in checked.findings}) == len(checked.findings)
    for one in checked.findings:
        assert text[one.span.start : one.span.end] == one.text
        assert one.fix is None or not one.fix_withheld
        edits = one.fix.edits if one.fix else ()
        assert list(edits) == sorted(edits)
        assert all(0 <= edit.span.start <= edit.span.end <= len(text) for edit in edits)
        assert one.fix is None or apply_edits(text, edits) != text


@pytest.mark.parametrize("least", list(Safety), ids=lambda safety: safety.label)
@given(articles)
@slowly
def test_fixes_come_to_rest_and_the_edits_tell_all(least: Safety, text: str) -> None:
    fixed = fix(Source("a.txt", text), STABLE, least, Options())
    assert fixed.crashes == ()
    assert apply_edits(text, fixed.edits) == fixed.source.text
    assert bool(fixed.edits) == (fixed.source.text != text)
    if not fixed.dropped:
        again = fix(fixed.source, STABLE, least, Options())
        assert again.source.text == fixed.source.text


NAMES = (
    "a.txt",
    "with blank.txt",
    " leading.txt",
    'quote"back\\slash.txt',
    "tab\there.txt",
    "naïve – 日本.txt",
    "sub dir/a.txt",
    "-dash.txt",
)


@given(articles, st.sampled_from(NAMES))
@settings(slowly, max_examples=25)
def test_the_diff_applies_with_git_and_patch_and_gives_the_fixed_text(text: str, name: str) -> None:
    fixed = fix(Source(name, text), RULES, Safety.DISPLAY, Options())
    diff = unified(name, text, fixed.edits)
    assert bool(diff) == (fixed.source.text != text)
    if not diff:
        return
    for tool in (["git", "apply", "--whitespace=nowarn"], ["patch", "-p1", "-s", "--binary"]):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, name)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode())
            subprocess.run(tool, input=diff.encode(), check=True, cwd=folder)
            assert path.read_bytes() == fixed.source.encode()
