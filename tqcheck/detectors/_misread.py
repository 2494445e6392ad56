"""Tells whether a text holds letters that may have been read in a wrong encoding."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from tqcheck.later import later

CODECS = ("cp1252", "cp1250", "cp1251", "cp1254", "mac_roman")
UTF8 = later(rb"(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+")
RUSSIAN_SIGN = later(r"[\u00c0-\u00ff]{4}")
_REST_OF_RUN = later(r"(?:[^\x00-\x7f]|(?<=[\u00c2\u00c3])[ ])+")
_PAIR = later(r"[^\x00-\x7f](?=[^\x00-\x7f])|[\u00c2\u00c3](?=[ ])")
_BEYOND = bytes(code if code > 127 else 32 for code in range(256))
_PARTED = ("\u00c2".encode(), "\u00c3".encode())
"""Behind these a blank may be a byte of what was misread."""


@cache
def _table(codec: str) -> Mapping[int, str]:
    """Each character of a one-byte encoding to its byte; bytes without one stand for C1."""
    table = {code: chr(code) for code in range(0x80, 0xA0)}
    chars = bytes(range(0x80, 0x100)).decode(codec, "replace")
    table.update((ord(char), chr(byte)) for byte, char in enumerate(chars, 0x80))
    table.pop(0xFFFD, None)
    if codec != "mac_roman":
        table[0x20] = "\u00a0"
    return table


def read_back(run: str, codec: str) -> bytes:
    """One byte a character; "?" for what the encoding has not."""
    return run.translate(_table(codec)).encode("latin-1", "replace")


def has_long_run(view: str) -> bool:
    """Whether four letters of Western Europe stand in a row, as Cyrillic is misread."""
    return any(RUSSIAN_SIGN.search(run.decode()) for run in _runs(view) if len(run) >= 8)


def has_sequence(view: str) -> bool:
    """Whether in some encoding a few characters are one character of UTF-8."""
    runs = _runs(view)
    if any(run.endswith(_PARTED) for run in runs):
        return _is_misread(view)
    return any(map(_is_misread_run, runs))


@lru_cache(maxsize=1)
def _runs(view: str) -> frozenset[bytes]:
    """The stretches of characters beyond ASCII, in UTF-8, but for most single ones."""
    if view.isascii():
        return frozenset()
    runs = view.encode("utf-8", "replace").translate(_BEYOND).split()
    return frozenset([run for run in runs if len(run) > 3 or run in _PARTED])


@lru_cache(maxsize=10_000)
def _is_misread_run(run: bytes) -> bool:
    return _is_misread(run.decode())


def _is_misread(text: str) -> bool:
    return any(map(_is_sequence, _PAIR.finditer(text)))


def _is_sequence(match: re.Match[str]) -> bool:
    run = _REST_OF_RUN.match(match.string, match.start(), match.start() + 4)
    return run is not None and any(UTF8.match(read_back(run.group(), one)) for one in CODECS)
