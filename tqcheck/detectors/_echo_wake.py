"""Tells in a few passes over a whole text whether a run of words is said twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import eq

from tqcheck.later import later

MOST = 16
"""The longest run looked for, in parts of words (“well-known” has two)."""
_SURE = 4
"""From so many words on, equal first letters alone are rare."""
_TRIES = 8
"""So many runs are looked at more closely before the text is taken to hold one."""
_ZEROS = tuple(bytes(size) for size in range(2 * MOST + 1))
_BREAKS = b'.!?;:()[]{}"/|'
_LETTERS = (0xC3, 0xC4, 0xC5)


def _folded() -> bytes:
    """UTF-8 bytes without case: letters and digits to small letters, breaks as they are."""
    table = bytearray(b" " * 256)
    for code in range(128):
        if chr(code).isalpha():
            table[code] = ord(chr(code).lower())
        elif chr(code).isdigit():
            table[code] = ord("a") + code - ord("0")
    for lead in _LETTERS:
        table[lead] = ord("x")
    for mark in _BREAKS:
        table[mark] = ord(".")
    table[ord(",")] = ord(",")
    table[0xE2] = ord("~")
    return bytes(table)


_FOLDED = _folded()
_TAILS = bytes(range(0x80, 0xC0))
_KNOWN = bytes((*range(128), *_TAILS, *_LETTERS, 0xC2, 0xE2))
"""Bytes of the Latin letters of Europe and of typographic marks; marks begin with C2 and E2."""
_PAUSES = (b", ", b". ", b"\xe2\x80\x93", b"\xe2\x80\x94")
_PAIRS = (b"--", b"-'", b"'-", b"''")
"""Between letters one of these marks joins, two divide."""
_UNSAID = bytes((*b"'-", *_TAILS))
_OPEN = bytes(ord(" ") if chr(code) in ".,~" else code for code in range(256))
_SMALL = bytes(sorted(set(range(256)) - set(range(ord("A"), ord("Z") + 1))))
_RARE = later(r"[\u00d7\u00f7\u0180-\u1fff\u2070-\U0010ffff]")
_CASELESS = bytes(
    ord(" ")
    if code in (0xC2, 0xE2) or (code > 32 and code < 128 and not chr(code).isalnum())
    else ord(chr(code).lower())
    if code < 128
    else min(code, 0xC3)
    for code in range(256)
)
_QUOTE = later(rb"\xe2\x80[\x9c-\x9e]|\n[ \t\r]*\n")


def says_twice(view: str) -> bool:
    """Whether two or more words (parts of compounds count) stand twice in a row, case aside.

    A blank or a comma stands between the copies, no break inside. Words become their first and
    their last letters, a byte each, and these strings two long integers, which are compared
    with themselves moved by two to 16 words; only where letters agree are the words themselves
    looked at. Linear in the text.
    """
    raw = view.encode("utf-8", "surrogatepass")
    if len(raw) != len(view) and (
        raw.translate(None, _KNOWN)
        or "\u00d7" in view
        or "\u00f7" in view
        or raw.count(b"\xe2") != raw.count(b"\xe2\x80")  # a letter such as the Kelvin sign
    ):
        view = _RARE.sub(lambda match: "x" if match.group().isalnum() else " ", view)
        raw = view.encode("utf-8")
    broken = raw.translate(_FOLDED, _TAILS)
    folded = broken.translate(_OPEN)
    lags = list(_likely(folded))
    if not lags:
        return False
    parts = folded.split()
    runs = {run for lag in lags for run in _runs(parts, lag)}
    if not runs:
        return False
    if len(runs) > _TRIES:
        return True
    raw = _QUOTE.sub(b".", raw.replace(b"\xe2\x80\x99", b"'"))
    broken = raw.translate(_FOLDED, _TAILS)
    return any(_is_joined(broken, run) for run in runs)


def doubles(view: str) -> bool:
    """Whether a word may stand twice with only blanks between; linear in the text."""
    raw = view.encode("utf-8", "surrogatepass")
    for mark in _PAUSES:
        raw = raw.replace(mark, b" \1 ")
    raw = raw.replace(b"\xe2\x80\x99", b"'")
    for mark in _PAIRS:
        raw = raw.replace(mark, b" ")
    words = raw.translate(_CASELESS, _UNSAID).split()
    return any(map(eq, words, words[1:]))


def _is_joined(broken: bytes, run: Sequence[bytes]) -> bool:
    """Whether a run is said twice with a blank or a comma between, and no break inside."""
    copy = rb"[ ,~]+".join(run)
    return re.search(rb"\b%b *,? *%b\b" % (copy, copy), broken) is not None


def _likely(folded: bytes) -> Iterator[int]:
    """The lags at which letters of the words agree for a whole run."""
    firsts = folded.title().translate(None, _SMALL)
    count = len(firsts)
    number = int.from_bytes(firsts, "little")
    for lag in range(_SURE, min(MOST, count // 2) + 1):
        moved = (number ^ (number >> 8 * lag)).to_bytes(count, "little")
        if moved.find(_ZEROS[lag], 0, count - lag) >= 0:
            yield lag
    both = bytearray(2 * count)
    both[::2] = firsts
    both[1::2] = folded[::-1].title().translate(None, _SMALL)[::-1]
    number = int.from_bytes(both, "little")
    for lag in range(2, min(_SURE - 1, count // 2) + 1):
        moved = (number ^ (number >> 16 * lag)).to_bytes(2 * count, "little")
        if moved.find(_ZEROS[2 * lag], 0, 2 * (count - lag)) >= 0:
            yield lag


def _runs(words: list[bytes], lag: int) -> Iterator[tuple[bytes, ...]]:
    """Runs of ``lag`` words that stand twice in a row and aren't one word again and again."""
    same = bytes(map(eq, words, words[lag:]))
    run = b"\1" * lag
    at = same.find(run)
    while at >= 0:
        if any(word != words[at] for word in words[at + 1 : at + lag]):
            yield tuple(words[at : at + lag])
        at = same.find(run, at + 1)
