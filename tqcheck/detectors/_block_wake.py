"""Tells in a few passes over a whole text whether a sentence or a line comes a second time."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from operator import eq

from tqcheck.later import later

_STOPS = b".!?"
_TAILS = bytes(range(0x80, 0xC0))
_MARKS = bytes(code for code in range(33, 128) if not chr(code).isalnum() and code not in _STOPS)
"""What no two sentences are told apart by."""
_WORDS = 2
"""Sentences of five words are looked at, where marks may count as words that are none here."""
_LEAST = 8
"""Five words of any sense have so many letters."""
_HEAD_ROWS = 9
"""The title is one of the first eight blocks."""
_WIDEST = 120
"""No row of a hard-wrapped text is longer."""
_STOP = ord(".")


def _one_case() -> bytes:
    """Small letters, one byte for all letters beyond ASCII, as no one's case is known here."""
    return bytes(ord(chr(code).lower()) if code < 128 else min(code, 0xC3) for code in range(256))


_LOWER = _one_case()
_EVEN = bytes(
    _STOP if code in _STOPS else ord(" ") if code in b"\t\xc2\xe2" else min(code, 0xC3)
    for code in range(256)
)
"""Typographic marks begin with C2 and E2 in UTF-8."""
_SILENT = bytes((*_MARKS, *_STOPS, *b" \t\r", *_TAILS, 0xC2, 0xE2))
_UNSAID = bytes((*_MARKS, *_TAILS, ord("\r")))
_NO_LETTERS = b" .\t"
_SENTENCE = later(rb"\. +(?=[A-Z0-9\xc3])")
_BLANK_ROW = later(rb"\n[ \t\r]*\n")


def says_again(view: str) -> bool:
    """Whether two sentences or two rows of five words or more are one but for case and marks.

    Where the text may be hard-wrapped, rows are joined to paragraphs, too. Linear in the text.
    """
    raw = view.encode("utf-8", "surrogatepass")
    if len(raw) != len(view) and "\u2026" in view:
        raw = raw.replace(b"\xe2\x80\xa6", b".")
    return _repeats(raw) or (_may_be_wrapped(view) and _repeats(_unwrapped(raw)))


def says_title_again(view: str) -> bool:
    """Whether one of the first rows (or paragraphs) has the same letters as the next one."""
    raw = view.encode("utf-8", "surrogatepass")
    return _starts_twice(raw) or (_may_be_wrapped(view) and _starts_twice(_unwrapped(raw)))


def _starts_twice(raw: bytes) -> bool:
    rows = list(islice(filter(None, map(bytes.strip, raw.split(b"\n"))), _HEAD_ROWS))
    said = b"\n".join(rows).translate(_LOWER, _SILENT).split(b"\n")
    return any(map(eq, said, said[1:]))


def _may_be_wrapped(view: str) -> bool:
    """Whether the rows are short enough on average."""
    return (view.count("\n") + 1) * (_WIDEST + 1) > len(view)


def _unwrapped(raw: bytes) -> bytes:
    return _BLANK_ROW.sub(b"\1", raw).replace(b"\n", b" ").replace(b"\1", b"\n")


def _repeats(raw: bytes) -> bool:
    even = raw.translate(_EVEN, _UNSAID)
    cut = _SENTENCE.sub(b"\1", even)
    said = cut.translate(_LOWER, _NO_LETTERS)
    return any(
        _has_twins(said.replace(b"\1", ending), cut.replace(b"\1", ending))
        for ending in (b"\n", b"")
    )


def _has_twins(said: bytes, written: bytes) -> bool:
    """Whether two lines of some words have the same letters."""
    lines = said.split(b"\n")
    kept = [line for line in lines if len(line) >= _LEAST]
    seen = set(kept)
    if len(seen) == len(kept):
        return False
    counts = Counter(kept)
    return any(
        counts[line] > 1 and len(row.split()) >= _WORDS
        for line, row in zip(lines, written.split(b"\n"), strict=True)
    )
