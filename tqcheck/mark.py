"""Reads a file together with what tells a later run whether it is still the same."""

from __future__ import annotations

import os
import time
from stat import S_ISREG

from tqcheck.record import NamedTuple

_SETTLED = 2_000_000_000
"""Nanoseconds after which a file's times tell a new change from an old one (FAT keeps 2 s)."""


class Mark(NamedTuple):
    """A file as it was when it was read: its times in ns, its size and a hash of its bytes.

    The times are 0, which fits no file, where the file was so young that it could have changed
    again without a new time.
    """

    modified: int
    changed: int
    size: int
    content: bytes


def blake2(data: bytes, key: bytes = b"", person: bytes = b"", size: int = 16) -> bytes:
    """``size`` bytes of BLAKE2b, from the extension module: hashlib costs 3 ms to import."""
    try:
        from _blake2 import blake2b
    except ImportError:  # a Python built without it has its own in hashlib
        from hashlib import blake2b

    digest: bytes = blake2b(data, digest_size=size, key=key, person=person).digest()
    return digest


def read(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a file; raises OSError."""
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - Path.open costs more
        return file.readall()


def read_marked(path: str | os.PathLike[str]) -> tuple[bytes, Mark | None]:
    """The bytes of a file with its mark, None for what is no regular file; raises OSError.

    The times are taken before the bytes, so a change in between makes the mark too old, never
    too young.
    """
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123
        now = time.time_ns()
        status = os.fstat(file.fileno())
        data = file.readall()
    if not S_ISREG(status.st_mode):
        return data, None
    times = (status.st_mtime_ns, status.st_ctime_ns)
    settled = max(times) < now - _SETTLED
    return data, Mark(*(times if settled else (0, 0)), len(data), blake2(data))
