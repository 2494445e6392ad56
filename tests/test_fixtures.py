"""Our own articles: clean ones stay silent, labelled ones give what is kept in expected/."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.floors import broken
from benchmarks.product import rules, run
from benchmarks.quality import measure
from benchmarks.samples import FIXTURES, OWN, Sample, load
from benchmarks.scoring import work
from benchmarks.snapshots import EXPECTED, articles, files
from benchmarks.tally import label, shown

CHOSEN = rules()
CLEAN = list(load(FIXTURES / "clean"))
LABELLED = list(articles())
HOW = "python benchmarks/quality.py --update-snapshots, if the change is meant"


@pytest.mark.parametrize("sample", CLEAN, ids=lambda sample: Path(sample.name).stem)
def test_clean_article_is_silent(sample: Sample) -> None:
    outcome = run(sample.text, CHOSEN, name=sample.name)
    said = [f"{label(f)}: {shown(sample.text, *f.span)}" for f in outcome.findings]
    assert said == []
    assert outcome.crashes == ()


@pytest.mark.parametrize("sample", LABELLED, ids=lambda sample: Path(sample.name).stem)
def test_labelled_article_gives_what_is_expected(sample: Sample) -> None:
    outcome = run(sample.text, CHOSEN, fix=True, name=sample.name)
    assert outcome.crashes == ()
    for name, content in files(sample, outcome).items():
        assert (EXPECTED / name).exists(), HOW
        assert content == (EXPECTED / name).read_text("utf-8"), HOW


@pytest.mark.parametrize("sample", LABELLED, ids=lambda sample: Path(sample.name).stem)
def test_a_second_run_has_nothing_to_fix(sample: Sample) -> None:
    fixed = run(sample.text, CHOSEN, fix=True, name=sample.name)
    assert run(fixed.all, CHOSEN, fix=True, name=sample.name).edits == ()
    assert run(fixed.safe, CHOSEN, fix=True, name=sample.name).safe == fixed.safe


@pytest.mark.parametrize("sample", LABELLED, ids=lambda sample: Path(sample.name).stem)
def test_golden_text_stays_golden(sample: Sample) -> None:
    """What an editor leaves is left: the fixes turn it into nothing but an accepted repair."""
    assert sample.whole is not None
    golden = run(sample.whole.golden, CHOSEN, fix=True, name=sample.name)
    assert work(sample.whole, golden.all).after == 0


def test_there_is_enough_to_measure() -> None:
    assert len(LABELLED) >= 12
    assert len(CLEAN) >= 8
    languages = {sample.name[:2] for sample in LABELLED}
    assert languages == set("ar cs de es fr it ja pl pt ru tr uk zh".split())
    assert all(250 <= sample.words <= 550 for sample in LABELLED)


def test_no_snapshot_without_article() -> None:
    names = {name for sample in LABELLED for name in files(sample, run("", CHOSEN))}
    assert {path.name for path in EXPECTED.iterdir()} == names, HOW


def test_floors_hold() -> None:
    tally, _ = measure((sample for folder in OWN for sample in load(folder)), CHOSEN)
    assert broken(tally, FIXTURES / "floors.toml") == []


def test_speech_right_behind_a_deleted_line_is_mended_in_the_same_round() -> None:
    """The two fixes touch; were one to wait, the paragraph's other speech would go first."""
    text = (
        "Nobody had expected the tent.\n\nRead also: Three trades that are gone\n\n"
        "– We waited a year for it, complains Bruno Delmas. – Eleven of us gave up.\n"
    )
    assert run(text, CHOSEN, fix=True).all == (
        "Nobody had expected the tent.\n\n"
        "“We waited a year for it,” complains Bruno Delmas. “Eleven of us gave up.”\n"
    )
