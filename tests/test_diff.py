"""The diff: exact for git and patch, whatever the rows look like."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.diff import unified
from tqcheck.finding import Edit
from tqcheck.revision import Revision
from tqcheck.source import Span, apply_edits

TEXT = st.text("ab\n\r é\N{LINE SEPARATOR}\f", max_size=80)


@st.composite
def edited(draw: st.DrawFn, text: st.SearchStrategy[str] = TEXT) -> tuple[str, list[Edit]]:
    """A text with sorted edits that don't touch."""
    old = draw(text)
    cuts = sorted(draw(st.sets(st.integers(0, len(old)), max_size=8)))
    edits = [
        Edit(Span(low, high), draw(st.text("xy\n", max_size=4)))
        for low, high in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    return old, edits


@given(edited())
def test_a_diff_holds_both_texts(case: tuple[str, list[Edit]]) -> None:
    old, edits = case
    new = apply_edits(old, edits)
    diff = unified("a.txt", old, edits)
    assert (diff == "") == (old == new)
    assert patched(old, diff) == new


def patched(old: str, diff: str) -> str:
    """Apply a unified diff by its line numbers, checking every context and removed row."""
    rows = [row + "\n" for row in old.split("\n")]
    rows[-1] = rows[-1][:-1]
    out: list[str] = []
    at = 0
    lines = diff.split("\n")[2:-1]
    for index, line in enumerate(lines):
        ends = index + 1 < len(lines) and lines[index + 1].startswith("\\")
        body = line[1:] + ("" if ends else "\n")
        if line.startswith("@@"):
            first, _, count = line.split()[1][1:].partition(",")
            start = int(first) - (0 if count == "0" else 1)
            out += rows[at:start]
            at = start
        elif line.startswith("+"):
            out.append(body)
        elif line.startswith((" ", "-")):
            assert rows[at] == body
            out += [body] if line[0] == " " else []
            at += 1
    return "".join(out + rows[at:])


NAMES = ["a.txt", "with space.txt", 'quo"te.txt', "żółć.txt", "tab\tname.txt"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("tool", ["git apply", "patch -p1"])
def test_real_tools_take_it(tmp_path: Path, name: str, tool: str) -> None:
    old = "one\r\ntwo\N{LINE SEPARATOR}still two\nthree\nfour\nfive\nsix\nseven\n\neight, no end"
    edits = [Edit(Span(0, 3), "1"), Edit(Span(len(old) - 3, len(old)), "END\n")]
    path = tmp_path / name
    path.write_bytes(old.encode())
    diff = unified(name, old, edits).encode()
    done = subprocess.run(tool.split(), cwd=tmp_path, input=diff, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert path.read_bytes().decode() == apply_edits(old, edits)


@settings(max_examples=25, deadline=None)
@given(case=edited(st.text("ab\n é\N{LINE SEPARATOR}", min_size=1, max_size=120)))
def test_git_applies_any_of_them(tmp_path_factory: pytest.TempPathFactory, case: tuple[str, list[Edit]]) -> None:
    old, edits = case
    diff = unified("a.txt", old, edits)
    if not diff:
        return
    folder = tmp_path_factory.mktemp("diff")
    (folder / "a.txt").write_bytes(old.encode())
    done = subprocess.run(
        ["git", "apply", "--whitespace=nowarn"], cwd=folder, input=diff.encode(), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    new = apply_edits(old, edits)
    left = (folder / "a.txt").read_bytes().decode() if (folder / "a.txt").exists() else ""
    assert left == new


@given(TEXT, st.data())
def test_rounds_compose(text: str, data: st.DataObject) -> None:
    revision, present = Revision(text), text
    for _ in range(data.draw(st.integers(0, 4))):
        now, edits = data.draw(edited(st.just(present)))
        revision.apply(edits)
        present = apply_edits(now, edits)
    assert apply_edits(text, revision.edits()) == present
