"""The source language is guessed from what the translation left, or left undecided."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.notation import parse
from tests.box import Box
from tests.conftest import article
from tqcheck.cli.learned import learned
from tqcheck.opening import Options
from tqcheck.profile import guess
from tqcheck.source import Source

FIXTURES = Path(__file__).parent.parent / "fixtures"


@pytest.mark.parametrize(
    "path", sorted((FIXTURES / "articles").glob("*.txt")), ids=lambda path: path.stem
)
def test_our_articles_are_never_taken_for_another_source(path: Path) -> None:
    found = guess(article(parse(path.read_text("utf-8")).text))
    assert found.language in ("", path.stem.split("-")[0]), found


def test_most_of_our_articles_are_told() -> None:
    paths = sorted((FIXTURES / "articles").glob("*.txt"))
    told = [path for path in paths if guess(article(parse(path.read_text("utf-8")).text)).language]
    assert len(told) >= 0.8 * len(paths)


def test_an_english_article_has_no_source() -> None:
    assert guess(article("The council met on Monday. Nobody spoke.")) == ("", 0, ())


def test_a_tie_is_undecided() -> None:
    assert guess(article("He paid 300 hryvnias and then 40 rubles for it.")).language == ""


def test_verbose_tells_origin_names_and_style() -> None:
    text = "He paid 40 zlotys to Anna Wilk. Anna Wilk, the mayor’s aide, said “thanks”."
    lines = list(learned(Source("a.txt", text), Options()))
    assert lines[0] == "  source language: pl (score 3: zlotys)"
    assert "Anna Wilk" in lines[1]
    assert (
        lines[2]
        == "  house style seen: curly double quotes 1 of 1; stops outside quotes (uk) 1 of 1"
    )
    assert next(learned(Source("a.txt", text), Options(source_lang="cs"))) == (
        "  source language: cs (as configured)"
    )


def test_verbose_tells_the_same_as_data(box: Box) -> None:
    text = "He paid 40 zlotys to Anna Wilk on May 5, and it is 5% of all.\n"
    (box.folder / "a.txt").write_text(text, "utf-8")
    (box.folder / "b.md").write_text("---\nsource_lang: uk\n---\nHe paid 40 zlotys.\n", "utf-8")
    run = box("lint", "-v", "--output-format", "jsonl", "a.txt", "b.md")
    first, second = (json.loads(row) for row in run.err.splitlines() if row.startswith("{"))
    assert first == {
        "filename": "a.txt",
        "source_lang": {"language": "pl", "by": "cues", "score": 3, "evidence": ["zlotys"]},
        "names": {"Anna Wilk": 1},
        "style": {"percent": {"%": 1}, "date": {"month before day (mdy)": 1}},
    }
    assert second["source_lang"]["language"] == "uk"
    assert second["source_lang"]["by"] == "file"
