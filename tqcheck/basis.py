"""What findings depend on besides the text: tqcheck itself, its rules and the configuration."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tqcheck import __version__
from tqcheck.config import Config
from tqcheck.mark import blake2, read

_CODE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120
SHIPPED = tuple(
    folder
    for folder in (_CODE, os.path.join(os.path.dirname(_CODE), "rules"))  # noqa: PTH118, PTH120
    if folder == _CODE or not os.path.isdir(os.path.join(_CODE, "_rules"))  # noqa: PTH112, PTH118
)
"""The folders with our code, word tables and cards, which stand beside it in a checkout."""

_LIST = re.compile(rb"""["']([^"'\n]+\.txt)["']""")
"""A word list that a card names."""


def folder(config: Config) -> Path | None:
    """Where results are kept: as configured, else TQCHECK_CACHE_DIR, else the user's cache.

    None for a user without a home.
    """
    if config.cache_dir is not None:
        return config.cache_dir
    if named := os.environ.get("TQCHECK_CACHE_DIR"):
        return Path(named)
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111
    return None if home.startswith("~") else Path(home, "tqcheck")


def digest(config: Config) -> bytes:
    """16 bytes that change when an unchanged text could get other findings.

    Our own files and the installed libraries count by their times, a user's cards and word
    lists by their content.
    """
    parts = (
        __version__,
        sys.version,
        (config.select, config.ignore, config.extend_select, config.preview),
        (config.lang, config.source_lang, config.per_file_ignores),
        os.path.abspath(config.root) if config.per_file_ignores else "",  # noqa: PTH100
        config.style,
        [sorted(_stamps(shipped)) for shipped in SHIPPED],
        [os.stat(place).st_mtime_ns for place in sys.path if _is_library(place)],  # noqa: PTH116
        [sorted(_contents(str(own))) for own in config.rules],
    )
    return blake2(repr(parts).encode("utf-8", "surrogatepass"))


def _is_library(place: str) -> bool:
    """True for a folder that packages are installed in; installing one changes its time."""
    return place.endswith("-packages") and os.path.isdir(place)  # noqa: PTH112


def _stamps(folder: str) -> Iterator[tuple[str, int, int]]:
    """Path, time and size of each file below a folder."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _stamps(entry.path)
            else:
                status = entry.stat()
                yield entry.path, status.st_mtime_ns, status.st_size


def _contents(folder: str) -> Iterator[tuple[str, bytes]]:
    """The cards below a folder of the user's, and the word lists they name."""
    for place, _, names in os.walk(folder):
        for name in names:
            if name.endswith(".toml"):
                path = os.path.join(place, name)  # noqa: PTH118
                card = _read(path)
                yield os.path.abspath(path), blake2(card)  # noqa: PTH100
                for match in _LIST.finditer(card):
                    listed = os.path.join(place, os.fsdecode(match.group(1)))  # noqa: PTH118
                    yield listed, blake2(_read(listed))


def _read(path: str) -> bytes:
    try:
        return read(path)
    except OSError as error:  # what it means for the rules is said when they are loaded
        return repr(error.errno).encode()
