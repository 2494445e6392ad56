"""Keeps what LanguageTool said of a text for the next run, in one database in the cache folder."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tqcheck.languagetool.answer import Raw
from tqcheck.mark import blake2

if TYPE_CHECKING:
    import sqlite3

MOST = 200_000
"""Answers kept at most, about 60 MB; those that no run has used for longest go first."""
_NAME = "languagetool-1.sqlite"
_DAY = 86_400
_MANY = 500
"""Keys asked for at once: databases take 999 parameters at least."""
_TABLE = "CREATE TABLE IF NOT EXISTS reply (key BLOB PRIMARY KEY, day INT, raws TEXT) WITHOUT ROWID"


def key(text: str, basis: bytes) -> bytes:
    """16 bytes for a text and all that its answer depends on."""
    return blake2(text.encode("utf-8", "surrogatepass"), key=basis)


def basis(version: str, parameters: Mapping[str, str]) -> bytes:
    """What an answer depends on besides the text: the server's version and what is asked."""
    return blake2(repr((version, sorted(parameters.items()))).encode())


class Replies:
    """Answers by key; what can't be read is as if it were not there, and made anew.

    ``folder`` None keeps nothing. One thread only.
    """

    def __init__(self, folder: Path | None) -> None:
        self._path = None if folder is None else folder / _NAME
        self._open: sqlite3.Connection | None = None
        self._added = False

    def get(self, keys: Iterable[bytes]) -> dict[bytes, list[Raw]]:
        """The answers that are known."""
        wanted = list(dict.fromkeys(keys))
        found: dict[bytes, list[Raw]] = {}
        stale: list[bytes] = []
        today = int(time.time()) // _DAY
        for at in range(0, len(wanted), _MANY):
            some = wanted[at : at + _MANY]
            marks = ",".join("?" * len(some))
            rows = self._run(f"SELECT key, day, raws FROM reply WHERE key IN ({marks})", [some])
            for one, day, text in rows:
                with suppress(ValueError, TypeError, KeyError):
                    found[one] = _raws(text)
                    if day != today:
                        stale.append(one)
        if stale:
            self._run("UPDATE reply SET day = ? WHERE key = ?", [(today, one) for one in stale])
        return found

    def put(self, answers: Mapping[bytes, Sequence[Raw]]) -> None:
        """Keep answers."""
        today = int(time.time()) // _DAY
        rows = [(one, today, json.dumps(raws)) for one, raws in answers.items()]
        if rows:
            self._run("INSERT OR REPLACE INTO reply VALUES (?, ?, ?)", rows)
            self._added = True

    def close(self) -> None:
        """Put away; what is too much goes."""
        if self._added:
            (count,) = next(iter(self._run("SELECT count(*) FROM reply", [()])), (0,))
            if isinstance(count, int) and count > MOST:
                oldest = "SELECT key FROM reply ORDER BY day LIMIT ?"
                self._run(f"DELETE FROM reply WHERE key IN ({oldest})", [(count - MOST * 9 // 10,)])
        if self._open is not None:
            self._open.close()
            self._open = None

    def _run(self, statement: str, rows: Sequence[Sequence[Any]]) -> list[Any]:
        """What a statement gives for each row of parameters; [] where the database is of no use."""
        if self._path is None:
            return []
        try:
            import sqlite3
        except ImportError:  # a Python built without it
            self._path = None
            return []
        try:
            base = self._open or self._connected(self._path)
            with base:
                return [one for row in rows for one in base.execute(statement, row).fetchall()]
        except sqlite3.OperationalError:  # locked, full, read-only: of no use now
            self._path = None
        except (sqlite3.Error, OSError, ValueError):  # not a database any more
            self._remove()
        return []

    def _connected(self, path: Path) -> sqlite3.Connection:
        import sqlite3

        path.parent.mkdir(parents=True, exist_ok=True)
        base = sqlite3.connect(path, timeout=2)
        base.execute("PRAGMA synchronous = OFF")  # it can be made anew
        base.execute(_TABLE)
        self._open = base
        return base

    def _remove(self) -> None:
        """Do away with a broken database; the next run makes a new one."""
        path, self._path = self._path, None
        if self._open is not None:
            self._open.close()
            self._open = None
        if path is not None:
            for name in (path, f"{path}-journal"):
                with suppress(OSError):
                    os.unlink(name)  # noqa: PTH108


def _raws(text: str) -> list[Raw]:
    """The matches of a row; raises ValueError or TypeError where they are none."""
    raws = []
    for start, end, rule, category, issue, message, replacements, url in json.loads(text):
        words = (rule, category, issue, message, url, *replacements)
        if not all(type(one) is int for one in (start, end)) or not 0 <= start <= end:
            raise ValueError(text)
        if not all(isinstance(one, str) for one in words):
            raise ValueError(text)
        shown = tuple(replacements)
        raws.append(Raw(start, end, rule, category, issue, message, shown, url))
    return raws
