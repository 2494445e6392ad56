"""Several processes: what one process finds, in its order, whatever becomes of the others."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.box import FUSED, Box
from tqcheck import batch, report, run, workers
from tqcheck.walk import Target
from tqcheck.workers import Lost, can_fork, spread

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")

FIXTURES = Path(__file__).parent.parent / "fixtures"


@pytest.fixture
def forks(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The processes that were forked."""
    pids: list[int] = []
    fork = os.fork

    def telling() -> int:
        pid = fork()
        pids.append(pid)
        return pid

    monkeypatch.setattr(os, "fork", telling)
    yield pids
    for pid in pids:
        with pytest.raises(ChildProcessError):
            os.waitpid(pid, 0)  # each was taken leave of


# --- the law ----------------------------------------------------------------------------------


def test_any_number_of_processes_reports_what_one_does(box: Box, forks: list[int]) -> None:
    for path in [*FIXTURES.glob("articles/[ru]*.txt"), *FIXTURES.glob("clean/[st]*.txt")]:
        box.write(f"n/{path.name}", path.read_bytes())
    box.write("n/bom.txt", b"\xef\xbb\xbfHe went Russiato fight \xf0\x9f\x98\x80.\r\nNow!!")
    box.write("n/wrong.txt", b"caf\xe9")
    box.write("n/binary.txt", b"\0\1")
    lint = ("lint", "n", "gone.txt", "--isolated", "--preview", "--rules", "cards")
    for name in report.NAMES:
        asked = (*lint, "--output-format", name, "--statistics", "--no-cache")
        one = box.plain(*asked, "--jobs", "1")
        assert (one.code, forks) == (2, [])
        for jobs in ("2", "5"):
            assert box.plain(*asked, "--jobs", jobs) == one
            assert len(forks) == int(jobs) - 1
            forks.clear()


def test_what_processes_find_is_kept(box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(30):
        box.write(f"n/{number}.txt", FUSED if number % 3 else "All is well.\n")
    first = box("n", "--jobs", "3", "--cache-dir", "kept")
    monkeypatch.setattr(run, "Ruleset", None)
    assert box("n", "--jobs", "3", "--cache-dir", "kept") == first


def test_a_crash_in_a_rule_is_told_from_every_process(
    box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(article, rules, also):
        raise RecursionError("deep")

    monkeypatch.setattr(run, "check", failing)
    for number in range(30):
        box.write(f"n/{number:02}.txt", FUSED)
    one = box("n", "--jobs", "1", "--no-cache")
    assert one.err.count("could not be looked at (RecursionError: deep)") == 30
    assert box("n", "--jobs", "3", "--no-cache") == one


# --- when and how many ------------------------------------------------------------------------


def _targets(folder: Path, number: int, size: int) -> list[Target]:
    path = folder / "a.txt"
    path.write_bytes(b"x" * size)
    return [Target(str(path), "a.txt", True)] * number


@pytest.mark.parametrize(
    ("number", "size", "processors", "jobs"),
    [
        (1, 10, 8, 1),
        (399, 10, 8, 1),
        (400, 10, 8, 2),
        (2000, 10, 8, 6),
        (9000, 10, 8, 8),
        (9000, 10, 1, 1),
        (10, 199_000, 8, 1),
        (10, 200_000, 8, 2),
    ],
)
def test_as_many_processes_as_pay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number, size, processors, jobs
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(processors)), raising=False)
    assert batch._paying(_targets(tmp_path, number, size)) == jobs


def test_one_article_is_looked_at_by_one_process(box: Box, forks: list[int]) -> None:
    box.write("a.txt", FUSED)
    assert box("a.txt", "--jobs", "4", "--no-cache").code == 1
    assert forks == []


def test_fixes_are_made_by_one_process(box: Box, forks: list[int]) -> None:
    for number in range(9):
        box.write(f"n/{number}.txt", FUSED)
    assert box("n", "--jobs", "3", "--diff").code == 1
    assert box("n", "--jobs", "3", "--fix").code == 0
    assert forks == []


@pytest.mark.parametrize("wrong", ["0", "-1", "two", "", "1.5", "²"])
def test_a_number_of_processes_that_makes_no_sense_is_refused(box: Box, wrong: str) -> None:
    box.write("a.txt", FUSED)
    ended = box("a.txt", "--jobs", wrong)
    assert (ended.code, ended.out) == (2, "")
    assert "must be a number from 1 up, or auto" in ended.err


def test_no_process_is_forked_while_threads_run(box: Box, forks: list[int]) -> None:
    for number in range(9):
        box.write(f"n/{number}.txt", FUSED)
    go = threading.Event()
    thread = threading.Thread(target=go.wait)
    thread.start()
    try:
        assert not can_fork()
        assert box("n", "--jobs", "3", "--no-cache").code == 1
    finally:
        go.set()
        thread.join()
    assert forks == []


def test_a_system_without_fork_has_one_process(box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(9):
        box.write(f"n/{number}.txt", FUSED)
    one = box("n", "--jobs", "1", "--no-cache")
    monkeypatch.delattr(os, "fork")
    assert box("n", "--jobs", "3", "--no-cache") == one


def test_a_system_that_gives_no_more_processes(box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(9):
        box.write(f"n/{number}.txt", FUSED)
    one = box("n", "--jobs", "1", "--no-cache")
    monkeypatch.setattr(os, "fork", lambda: os.open("/no/such/file", os.O_RDONLY))
    assert box("n", "--jobs", "3", "--no-cache") == one


# --- pieces of work ---------------------------------------------------------------------------


@pytest.mark.parametrize("number", [1, 2, 7, 100, 2500])
def test_each_piece_is_done_once(number: int) -> None:
    def do(index: int) -> tuple[int, int]:
        time.sleep(0.001 if number < 1000 else 0)
        return index * index, os.getpid()

    found = list(spread(number, 3, do, lambda one: one))
    assert sorted(index for index, _ in found) == list(range(number))
    assert all(answer[0] == index * index for index, answer in found)
    if number == 100:
        assert len({answer[1] for _, answer in found}) == 3, "all take part"


def test_an_answer_larger_than_a_pipe_comes_whole() -> None:
    found = dict(spread(9, 3, lambda index: "ż" * 300_000 + str(index), lambda one: one))
    assert found == {index: "ż" * 300_000 + str(index) for index in range(9)}


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (lambda: os.kill(os.getpid(), signal.SIGKILL), "was killed by SIGKILL"),
        (lambda: os.kill(os.getpid(), signal.SIGTERM), "was killed by SIGTERM"),
        (lambda: os._exit(3), "ended with 3"),
        (lambda: sys.exit(0), "ended with 1"),
    ],
)
def test_a_piece_that_a_worker_dies_of_is_told_and_the_others_are_done(end, said: str) -> None:
    here = os.getpid()

    def do(index: int) -> int:
        if os.getpid() != here:
            end()
        time.sleep(0.05)
        return index

    found = dict(spread(40, 3, do, lambda one: one))
    assert sorted(found) == list(range(40))
    lost = {index: answer for index, answer in found.items() if isinstance(answer, Lost)}
    assert [answer.reason for answer in lost.values()] == [said, said]
    assert all(found[index] == index for index in set(found) - set(lost))


def test_a_crashed_worker_is_told_with_its_file(box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    here = os.getpid()
    check = run.check

    def killed(article, rules, also):
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.05)
        return check(article, rules, also)

    monkeypatch.setattr(run, "check", killed)
    names = [f"n/{number:02}.txt" for number in range(20)]
    for name in names:
        box.write(name, FUSED)
    ended = box("n", "--jobs", "2", "--output-format", "concise", "--cache-dir", "kept")
    assert ended.code == 2
    (said,) = (line for line in ended.err.splitlines() if line.startswith("error: "))
    name = said.split(": ")[1]
    assert said == (
        f"error: {name}: could not be looked at (the process that tried was killed by SIGKILL); "
        "the other files were; leave it out, or try --jobs 1"
    )
    reported = [line.split(":")[0] for line in ended.out.splitlines()]
    assert reported == [one for one in names if one != name]
    monkeypatch.setattr(run, "check", check)
    ended = box("n", "--jobs", "1", "--output-format", "concise", "--cache-dir", "kept")
    assert ended.code == 1, "what was lost is not kept"
    assert [line.split(":")[0] for line in ended.out.splitlines()] == names


def test_closing_ends_the_workers(forks: list[int]) -> None:
    here = os.getpid()

    def do(index: int) -> int:
        if os.getpid() != here:
            time.sleep(60)
        return index

    began = time.monotonic()
    with closing(spread(100, 3, do, lambda one: one)) as answers:
        next(answers)
        for _ in range(workers.WARM):
            next(answers)
    assert time.monotonic() - began < 20
    assert len(forks) == 2


# --- how a run ends ---------------------------------------------------------------------------

_SLOW = """
import os, sys, time
from tqcheck import run
from tqcheck.cli.main import main

look, here = run.look, os.getpid()

def slow(*given, **more):
    if os.getpid() != here:
        with open(f"pid-{os.getpid()}", "w"):
            pass
    time.sleep(0.2)
    return look(*given, **more)

run.look = slow
main()
"""


@pytest.fixture
def slow(box: Box) -> Iterator[tuple[subprocess.Popen[bytes], list[int]]]:
    """A run that would take a minute, and its workers."""
    for number in range(300):
        box.write(f"n/{number}.txt", FUSED)
    process = subprocess.Popen(
        [sys.executable, "-c", _SLOW, "lint", "n", "--jobs", "3", "--rules", "cards",
         "--select", "ZZ101", "--cache-dir", "kept", "--isolated"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    pids: list[int] = []
    until = time.monotonic() + 60
    while len(pids) < 2 and time.monotonic() < until:
        time.sleep(0.05)
        pids = [int(path.name[4:]) for path in box.folder.glob("pid-*")]
    assert len(pids) == 2
    yield process, pids
    process.kill()
    process.communicate()


def _gone(pids: list[int]) -> bool:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        if not any(_lives(pid) for pid in pids):
            return True
        time.sleep(0.05)
    return False


def _lives(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc here")


@needs_proc
@pytest.mark.parametrize("to", ["the group", "the run"])
def test_an_interrupt_ends_all_processes_quietly_with_130(box: Box, slow, to: str) -> None:
    process, pids = slow
    if to == "the group":  # as a terminal does
        os.killpg(process.pid, signal.SIGINT)
    else:
        process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err.strip()) == (130, b"", b"")
    assert _gone(pids)
    assert list((box.folder / "kept").glob("results-*/*")), "what was found so far is kept"


@needs_proc
def test_workers_do_not_outlive_a_run_that_was_killed(slow) -> None:
    process, pids = slow
    process.kill()
    process.communicate()
    assert _gone(pids)
