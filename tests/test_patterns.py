from __future__ import annotations

import re
from pathlib import Path

import pytest

from tqcheck import patterns
from tqcheck.keeping import BUILT_IN
from tqcheck.patterns import compiled
from tqcheck.rule import load_cards

TEXT = "On 5 May 2024 Anna Nowak sent about 3,000 to Kyiv. soldiers, – said the general –, 12,5 %!"
SHIPPED = [
    card.pattern for card in load_cards([BUILT_IN]) if card.pattern and "{{" not in card.pattern
]


@pytest.fixture(autouse=True)
def _own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TQCHECK_CACHE_DIR", str(tmp_path / "cache"))
    next_run(monkeypatch)


def next_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget what this process knows, as a new one does."""
    monkeypatch.setattr(patterns, "_KEPT", patterns._Kept())


def forbid(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be compiled from here on."""

    def refuse(*_: object) -> None:
        raise AssertionError("compiled anew")

    monkeypatch.setattr(re, "compile", refuse)


def test_a_second_run_compiles_none_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(SHIPPED) > 50
    real = {pattern: compiled(pattern) for pattern in SHIPPED}
    patterns.save()
    next_run(monkeypatch)
    forbid(monkeypatch)
    for pattern, first in real.items():
        again = compiled(pattern)
        assert again is not first
        assert again == first
        assert again.groupindex == first.groupindex
        assert [one.groupdict() for one in again.finditer(TEXT)] == [
            one.groupdict() for one in first.finditer(TEXT)
        ]


@pytest.mark.parametrize(
    ("pattern", "flags", "text"),
    [
        ("(?P<a>x)|(?P<b>y)(z)?", 0, "yz x"),
        ("STRASSE|straße", re.IGNORECASE, "Straße strasse"),
        (rb"[\xc0-\xff]+", 0, b"a\xc3\xa9"),
        ("^ a # comment", re.VERBOSE | re.MULTILINE, "b\na"),
        (r"(?i:k)\d{2,4}?(?<!x)\b", re.ASCII, "K123"),
        ("[\U0001f600-\U0001f64f]", 0, "a\U0001f601"),
    ],
)
def test_kept_patterns_are_the_same(
    pattern: str | bytes, flags: int, text: str | bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = re.compile(pattern, flags)
    assert compiled(pattern, flags) == real
    patterns.save()
    next_run(monkeypatch)
    forbid(monkeypatch)
    kept = compiled(pattern, flags)
    assert kept == real
    assert kept.flags == real.flags
    assert kept.findall(text) == real.findall(text) != []


def test_a_broken_pattern_is_told_as_ever() -> None:
    with pytest.raises(re.error, match="unterminated"):
        compiled("(a")


def test_a_damaged_file_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled("(a)b")
    patterns.save()
    (path,) = (tmp_path / "cache").iterdir()
    whole = path.read_bytes()
    for damaged in (b"", b"abc", whole[:-1], whole[:30] + b"\x00" + whole[31:], whole[::-1]):
        path.write_bytes(damaged)
        next_run(monkeypatch)
        assert compiled("(a)b") == re.compile("(a)b")
        patterns.save()
        assert path.read_bytes() == whole, "it is made anew"


def test_numbers_that_make_no_pattern_are_compiled_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    real = compiled("(a)b+")
    ((key, parts),) = patterns._KEPT.fresh.items()
    patterns._KEPT.fresh[key] = (parts[0], b"\xff" * len(parts[1]), *parts[2:])
    patterns.save()
    next_run(monkeypatch)
    assert compiled("(a)b+") == real


def test_a_folder_that_can_not_be_written_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").write_text("a file")
    assert compiled("(a)b").match("ab")
    patterns.save()
    next_run(monkeypatch)
    assert compiled("(a)b").match("ab")


def test_patterns_of_users_do_not_fill_the_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_MOST", 3)
    for letter in "abcd":
        compiled(f"({letter})")
    patterns.save()
    compiled("(e)")
    patterns.save()
    next_run(monkeypatch)
    assert {key[0] for key in patterns._KEPT.known()} == {"(e)"}
