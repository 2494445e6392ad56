"""Where things are kept between runs, and how: the folder, the stamps of our files, whole files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_CODE = Path(__file__).parent
_PACKAGED = _CODE / "_rules"
BUILT_IN = _PACKAGED if _PACKAGED.is_dir() else _CODE.parent / "rules"
"""The shipped cards: inside the package when installed, beside it in a checkout."""
_CARDS = f"{BUILT_IN}{os.sep}"
SHIPPED = (_CODE,) if BUILT_IN is _PACKAGED else (_CODE, BUILT_IN)
"""The folders with our code, word tables and cards."""


def is_shipped(path: str) -> bool:
    """Whether a card's file is one of those that come with the package."""
    return path.startswith(_CARDS)


def cache_folder() -> Path | None:
    """Where things are kept: TQCHECK_CACHE_DIR, else the user's cache; None without a home."""
    if named := os.environ.get("TQCHECK_CACHE_DIR"):
        return Path(named)
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111
    return None if home.startswith("~") else Path(home, "tqcheck")


def stamps(folder: str | os.PathLike[str]) -> list[tuple[str, int, int]]:
    """Path, time and size of each file below a folder, sorted; raises OSError."""
    return sorted(_stamps(os.fspath(folder)))


def _stamps(folder: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _stamps(entry.path)
            else:
                status = entry.stat()
                yield entry.path, status.st_mtime_ns, status.st_size


def put(path: str | os.PathLike[str], data: bytes) -> None:
    """Put a file in place in one step, so that no reader sees half of it; raises OSError."""
    temporary = f"{os.fspath(path)}.{os.getpid()}.{os.urandom(4).hex()}"
    try:
        with open(temporary, "wb", buffering=0) as out:  # noqa: PTH123 - Path.open costs more
            out.write(data)
        os.replace(temporary, path)  # noqa: PTH105
    except OSError:
        with suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108
        raise
