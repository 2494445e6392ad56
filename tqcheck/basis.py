"""What findings depend on besides the text: tqcheck itself, its rules and the configuration."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tqcheck import __version__, keeping
from tqcheck.config import Config
from tqcheck.mark import blake2, read

_LIST = re.compile(rb"""["']([^"'\n]+\.txt)["']""")
"""A word list that a card names."""


def folder(config: Config) -> Path | None:
    """Where results are kept: as configured, else TQCHECK_CACHE_DIR, else the user's cache.

    None for a user without a home.
    """
    return config.cache_dir if config.cache_dir is not None else keeping.cache_folder()


def digest(config: Config) -> bytes:
    """16 bytes that change when an unchanged text could get other findings.

    Our own files and the installed libraries count by their times, a user's cards and word
    lists by their content.
    """
    parts = (
        __version__,
        sys.version,
        (config.select, config.ignore, config.extend_select, config.preview),
        (config.lang, config.source_lang, config.language_detector, config.per_file_ignores),
        os.path.abspath(config.root) if config.per_file_ignores or config.formats else "",  # noqa: PTH100
        (config.style, config.format, config.formats, config.fields),
        [keeping.stamps(shipped) for shipped in keeping.SHIPPED],
        [os.stat(place).st_mtime_ns for place in sys.path if _is_library(place)],  # noqa: PTH116
        [sorted(_contents(str(own))) for own in config.rules],
    )
    return blake2(repr(parts).encode("utf-8", "surrogatepass"))


def _is_library(place: str) -> bool:
    """True for a folder that packages are installed in; installing one changes its time."""
    return place.endswith("-packages") and os.path.isdir(place)  # noqa: PTH112


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
