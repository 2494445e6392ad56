"""LanguageTool through the command line: beside our findings, and never in their way."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time

import pytest

from tests.box import FUSED, Box
from tests.fake_languagetool import address, running

TEXT = "He ate a apple in Russiato fight.\n"


@pytest.fixture
def dead() -> str:
    """An address at which nothing listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}"


def test_its_findings_stand_beside_ours(box: Box) -> None:
    box.write("a.txt", TEXT)
    with running() as server:
        ended = box("a.txt", "--languagetool", address(server), "--output-format", "json")
    assert ended.code == 1
    ours, theirs = sorted(json.loads(ended.out), key=lambda one: one["engine"] == "languagetool")
    assert (ours["engine"], ours["code"]) == ("tqcheck", "ZZ101")
    assert (theirs["engine"], theirs["code"], theirs["text"]) == (
        "languagetool", "LT:EN_A_VS_AN", "a",
    )  # fmt: skip
    assert theirs["fix"]["applicability"] == "unsafe"


def test_a_single_proposal_is_taken_among_the_unsafe_fixes(box: Box) -> None:
    box.write("a.txt", TEXT)
    with running() as server:
        asked = ("a.txt", "--languagetool", address(server), "--fix")
        assert box(*asked).code == 1
        assert box.read("a.txt") == "He ate a apple in Russia to fight.\n"
        assert box(*asked, "--unsafe-fixes").code == 0
    assert box.read("a.txt") == "He ate an apple in Russia to fight.\n"


def test_a_comment_hides_its_finding(box: Box) -> None:
    box.write("a.txt", f"<!-- tqcheck-disable-next-line LT:EN_A_VS_AN -->\n{TEXT}")
    with running() as server:
        ended = box("a.txt", "--languagetool", address(server), "--output-format", "concise")
    assert "ZZ101" in ended.out
    assert "LT:" not in ended.out


@pytest.mark.parametrize("way", ["dead", "none"])
def test_without_a_server_our_findings_stand_and_one_note_says_so(
    box: Box, dead: str, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.setenv("LTP_PATH", str(box.folder / "nothing"))
    monkeypatch.delenv("TQCHECK_LANGUAGETOOL_JARS", raising=False)
    for name in ("a.txt", "b.txt"):
        box.write(name, FUSED)
    server = dead if way == "dead" else "auto"
    plain = box("a.txt", "b.txt", "--no-cache")
    ended = box("a.txt", "b.txt", "--languagetool", server)
    assert (ended.code, ended.out) == (plain.code, plain.out)
    assert ended.err.count("TQ002 engine-unavailable: LanguageTool ") == 1
    required = box("a.txt", "b.txt", "--languagetool", server, "--require-languagetool")
    assert (required.code, required.out) == (2, plain.out)
    assert required.err.count("error: LanguageTool: ") == 1


def test_a_server_that_dies_midway_changes_nothing_of_ours(box: Box) -> None:
    names = [f"{number}.txt" for number in range(5)]
    for number, name in enumerate(names):
        box.write(name, f"{number} {FUSED}")
    plain = box(*names, "--no-cache")
    with running(fault="dies", after=2) as server:
        ended = box(*names, "--languagetool", address(server), "--no-cache")
    assert ended.code == plain.code
    assert ended.out == plain.out
    assert ended.err.count("TQ002") == 1


def test_the_configuration_names_the_server_and_the_command_line_wins(box: Box, dead: str) -> None:
    box.write("a.txt", "Fine.\n")
    box.write("tqcheck.toml", f'[languagetool]\nserver = "{dead}"\nrequire = true\n')
    assert box("a.txt").code == 2
    assert box("a.txt", "--languagetool", "off").code == 0
    wrong = box("a.txt", "--languagetool", "here")
    assert wrong.code == 2
    assert "known: off, auto, http://HOST:PORT" in wrong.err


def test_a_run_without_it_imports_nothing_of_it(box: Box) -> None:
    box.write("a.txt", FUSED)
    program = (
        "import sys; from tqcheck.cli.main import run; run(['lint', 'a.txt', '--isolated']);"
        "print(sorted(one for one in sys.modules if 'languagetool' in one or one == 'http.client'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=box.folder, capture_output=True, check=True
    )
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_status_says_what_is_there(box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LTP_PATH", str(box.folder / "nothing"))
    monkeypatch.delenv("TQCHECK_LANGUAGETOOL_JARS", raising=False)
    ended = box.plain("languagetool", "status")
    assert ended.code == 2
    assert "LanguageTool is not installed in " in ended.out
    home = box.folder / "home" / "LanguageTool-6.8"
    home.mkdir(parents=True)
    (home / "languagetool-server.jar").write_bytes(b"")
    monkeypatch.setenv("LTP_PATH", str(box.folder / "home"))
    assert f"LanguageTool: 6.8 in {home}\n" in box.plain("languagetool", "status").out
    (home / "languagetool-server.jar").unlink()
    assert f"LanguageTool is not whole in {home}" in box.plain("languagetool", "status").out
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    assert "LanguageTool needs Java, and there is none" in box.plain("languagetool", "status").out


def test_another_language_than_the_articles_is_refused(box: Box, dead: str) -> None:
    box.write("a.txt", FUSED)
    box.write("tqcheck.toml", f'[languagetool]\nserver = "{dead}"\nlanguage = "de-DE"\n')
    ended = box("a.txt")
    assert (ended.code, ended.out) == (2, "")
    assert "“language” in [languagetool]: is “de-DE”, and the articles are in “en”" in ended.err


def test_the_configuration_tells_how_many_requests_run_at_once(box: Box) -> None:
    box.write("a.txt", "\n\n".join(f"Number {n} is {'long ' * 600}enough." for n in range(6)))
    with running("a little slow") as server:
        box.write("tqcheck.toml", f'[languagetool]\nserver = "{address(server)}"\nthreads = 4\n')
        assert box("a.txt").code == 0
    assert server.most_at_once == 4


def test_a_rule_of_its_own_is_pointed_to(box: Box) -> None:
    box.write("a.txt", FUSED)
    assert "“disable” in [languagetool]" in box("a.txt", "--ignore", "LT:EN_A_VS_AN").err
    assert "/rule/show/EN_A_VS_AN?lang=en" in box.plain("rule", "LT:EN_A_VS_AN").err


def test_what_says_nothing_of_a_server_is_refused(box: Box) -> None:
    box.write("a.txt", FUSED)
    for given, said in (
        (("--languagetool", ""), "--languagetool: must be a text that is not empty"),
        (("--languagetool", "AUTO"), "--languagetool: can't be “AUTO”; known: off, auto"),
        (("--languagetool", "http://a..b"), "--languagetool: “http://a..b” is no address"),
        (("--require-languagetool",), "--require-languagetool needs --languagetool auto or"),
        (("--require-languagetool", "--languagetool", "off"), "--require-languagetool needs"),
    ):
        ended = box("a.txt", *given)
        assert (ended.code, ended.out) == (2, "")
        assert said in ended.err


def test_a_slow_server_is_not_waited_for(box: Box) -> None:
    box.write("a.txt", FUSED)
    with running(fault="slow") as server:
        box.write("tqcheck.toml", f'[languagetool]\nserver = "{address(server)}"\ntimeout = 0.2\n')
        started = time.monotonic()
        ended = box("a.txt")
    assert time.monotonic() - started < 20
    assert ended.code == 1
    assert "TQ002" in ended.err
