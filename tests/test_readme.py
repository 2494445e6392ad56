"""The README is true: its commands, its sample and its diff are what the project does."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.notation import parse
from tqcheck.cli.main import run
from tqcheck.config import load
from tqcheck.diff import unified
from tqcheck.finding import Safety
from tqcheck.fixer import fix
from tqcheck.formats import SUFFIXES
from tqcheck.opening import Options
from tqcheck.rule import load_rules, select
from tqcheck.source import Source

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
SAMPLE = ROOT / "fixtures/sample/bridge.txt"


def test_the_sample_is_the_labelled_article_as_published() -> None:
    labelled = (ROOT / "fixtures/articles/pl-bridge.txt").read_text("utf-8")
    assert SAMPLE.read_text("utf-8") == parse(labelled).text


def test_every_row_of_the_shown_diff_is_in_the_real_diff() -> None:
    shown = re.search(r"```diff\n(.*?)```", README, re.DOTALL)
    assert shown is not None
    source = Source("bridge.txt", SAMPLE.read_text("utf-8"))
    fixed = fix(source, select(load_rules()), Safety.UNSAFE, Options())
    real = unified("bridge.txt", source.text, fixed.edits).split("\n")
    rows = [row for row in shown.group(1).split("\n") if row and row != " …"]
    assert rows and [row for row in rows if row not in real] == []


def test_the_files_and_commands_it_names_exist() -> None:
    for name in re.findall(r"\]\(([\w./-]+)\)", README):
        assert (ROOT / name).exists(), name
    assert "fixtures/sample/bridge.txt" in README
    assert re.search(r"<!-- test command -->\n```\npython3 .*pytest", README)


def test_the_hooks_it_names_exist() -> None:
    hooks = re.findall(r"id: ([\w-]+)", (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hooks and all(hook in README for hook in hooks)


def test_the_card_that_is_shown_passes_as_it_stands(tmp_path: Path) -> None:
    cards = (ROOT / "rules/README.md").read_text("utf-8")
    shown = re.search(r"```toml\n(.*?)```", cards, re.DOTALL)
    assert shown is not None
    (tmp_path / "fused-words.toml").write_text(shown.group(1), "utf-8")
    assert run(["test", str(tmp_path)]) == 0


def test_the_configuration_that_is_shown_is_one(tmp_path: Path) -> None:
    for text in (README, *(path.read_text("utf-8") for path in (ROOT / "docs").glob("*.md"))):
        for number, shown in enumerate(re.findall(r"```toml\n(.*?)```", text, re.DOTALL)):
            path = tmp_path / ("pyproject.toml" if "[tool.tqcheck" in shown else f"{number}.toml")
            path.write_text(shown, "utf-8")
            load(path)


def test_the_table_of_formats_names_all_suffixes() -> None:
    start = README.index("| format | what is linted")
    table = README[start : README.index("\n\n", start)]
    first = [row.split("|")[1] for row in table.splitlines()]
    assert sorted(re.findall(r"`(\.\w+)`", " ".join(first))) == sorted(SUFFIXES)
