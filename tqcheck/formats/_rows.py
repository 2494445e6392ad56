"""Cuts a text into rows, whatever ends them: LF, CRLF, the CR of old, or CR twice and LF."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.later import later

_END = later(r"\r{1,3}\n|\n|\r|\Z")


def rows(text: str) -> Iterator[tuple[int, int]]:
    """Where each row starts and ends, its line end left out; a byte order mark is in none."""
    at = 1 if text.startswith("\N{ZERO WIDTH NO-BREAK SPACE}") else 0
    if "\r" not in text:
        while at < len(text):
            stop = text.find("\n", at)
            stop = len(text) if stop < 0 else stop
            yield at, stop
            at = stop + 1
        return
    for end in _END.finditer(text, at):
        if at < len(text):
            yield at, end.start()
        at = end.end()
