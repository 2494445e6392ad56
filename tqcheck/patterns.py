"""Compiled patterns kept between runs: to compile them is a third of what a short run does.

Python compiles a pattern to a list of numbers and makes an object of these in next to no time.
The numbers are kept in the user's cache folder, each set proved equal to what ``re.compile``
gives, and believed only by the same version of Python; whatever is wrong, ``re.compile`` does it.
"""

from __future__ import annotations

import marshal
import re
import sys
from array import array
from contextlib import suppress
from importlib import import_module
from typing import Any, AnyStr, cast
from zlib import crc32

from tqcheck.keeping import cache_folder, put

_MOST = 2_000
"""So many patterns are kept; ours are some 600, a user's cards come and go."""
_NO_GOOD = (OSError, ValueError, TypeError, EOFError, AttributeError, ImportError, RuntimeError)

Key = tuple[str | bytes, int]
Parts = tuple[int, bytes, int, tuple[tuple[str, int], ...], tuple[str | None, ...]]
"""Flags, numbers, how many groups, the groups' numbers by name, their names by number."""


class _Kept:
    """What is kept, read when first asked; ``fresh`` is what this run had to compile."""

    def __init__(self) -> None:
        self.fresh: dict[Key, Parts] = {}
        self._known: dict[Key, Parts] | None = None

    def known(self) -> dict[Key, Parts]:
        if self._known is None:
            self._known = {}
            with suppress(*_NO_GOOD):
                self._known = _read(_path())
        return self._known

    def save(self) -> None:
        if not self.fresh:
            return
        known = self.known()
        held = {**known, **self.fresh} if len(known) < _MOST else self.fresh
        data = marshal.dumps(held)
        with suppress(*_NO_GOOD):
            path = _path()
            path.parent.mkdir(parents=True, exist_ok=True)
            put(path, crc32(data).to_bytes(4, "big") + data)
        self._known, self.fresh = held, {}


_KEPT = _Kept()


def compiled(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The same as ``re.compile(pattern, flags)``, sooner where an earlier run compiled it."""
    key = (pattern, int(flags))
    parts = _KEPT.known().get(key)
    if parts is not None:
        with suppress(*_NO_GOOD):
            return cast("re.Pattern[AnyStr]", _made(pattern, parts))
    made = re.compile(pattern, flags)
    with suppress(*_NO_GOOD):
        parts = _parts(pattern, int(flags))
        if _made(pattern, parts) == made:
            _KEPT.fresh[key] = parts
    return made


def save() -> None:
    """Keep what this run compiled for the next one; failing to is no matter."""
    _KEPT.save()


def _path() -> Any:
    """Where the patterns of this version of Python are kept; raises OSError without a home."""
    folder = cache_folder()
    if folder is None:
        raise FileNotFoundError
    magic = import_module("_sre").MAGIC
    return folder / f"patterns-{magic}-{crc32(sys.version.encode()):08x}.marshal"


def _read(path: Any) -> dict[Key, Parts]:
    data = path.read_bytes()
    if crc32(data[4:]).to_bytes(4, "big") != data[:4]:
        raise ValueError("damaged")
    return cast("dict[Key, Parts]", marshal.loads(data[4:]))


def _made(pattern: str | bytes, parts: Parts) -> Any:
    """The pattern's object from its parts; raises RuntimeError for numbers that are none."""
    flags, numbers, groups, by_name, names = parts
    code = memoryview(numbers).cast("I").tolist()
    return import_module("_sre").compile(pattern, flags, code, groups, dict(by_name), names)


def _parts(pattern: str | bytes, flags: int) -> Parts:
    """What ``re.compile`` makes a pattern's object of, by the steps of re._compiler.compile."""
    parser, compiler = import_module("re._parser"), import_module("re._compiler")
    tree = parser.parse(pattern, flags)
    numbers = array("I", compiler._code(tree, flags)).tobytes()
    by_name: dict[str, int] = tree.state.groupdict
    names: list[str | None] = [None] * tree.state.groups
    for name, number in by_name.items():
        names[number] = name
    groups = tree.state.groups - 1
    return flags | tree.state.flags, numbers, groups, tuple(by_name.items()), tuple(names)
