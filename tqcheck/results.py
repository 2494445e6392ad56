"""What was found in files that have not changed since, kept in the user's cache folder.

A set of files stands for one digest (tqcheck.basis): ``cards`` with what the cards say, and
shards of entries by path, so that a run over one article reads a sixteenth of an archive's. A
file that is not whole, of another digest or under another name is not believed but made anew.
"""

from __future__ import annotations

import marshal
import os
import time
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG
from typing import Any
from zlib import crc32

from tqcheck.errors import SourceError
from tqcheck.formats import decode, format_of
from tqcheck.job import Outcome
from tqcheck.keeping import put
from tqcheck.mark import blake2, read, read_marked
from tqcheck.record import NamedTuple
from tqcheck.rows import Said, pack, unpack
from tqcheck.walk import Target

SHARDS = 16
MOST_ENTRIES = 8000
MOST_BYTES = 4_000_000
"""What a shard holds at most; the entries that no run has used for longest go first."""
MOST_SETS = 4
"""How many digests are kept, so that changing to and fro between settings costs nothing."""

_MAGIC = b"tqcheck results\n"
_FOLDER = "results-"
_DAY = 86_400
_CARDS = "cards"
_OVERHEAD = 100
_GAVE_UP = "TQ003"
"""The note that a rule took too long, which may be so on a busy machine and not on the next run."""
_TYPES = (int, int, int, bytes, int, bytes)


class _Entry(NamedTuple):
    """A file's mark, the day it was last asked for, and its findings as marshalled rows."""

    modified: int
    changed: int
    size: int
    content: bytes
    day: int
    rows: bytes


def _entry(plain: Any) -> _Entry:
    """The entry of a tuple; raises TypeError where it is none."""
    if tuple(map(type, plain)) != _TYPES:
        raise TypeError(plain)
    return _Entry(*plain)


class _Shard:
    """Entries by path as they were read from ``file``, and those this run adds or renews."""

    def __init__(self, file: str, entries: dict[str, tuple[Any, ...]]) -> None:
        self.file = file
        self.entries = entries
        self.news: dict[str, _Entry] = {}


class Results:
    """The kept results of one digest; ``cards`` is None until a run has proved its rules."""

    def __init__(self, folder: Path, digest: bytes) -> None:
        self._top = str(folder)
        self.digest = digest
        self._folder = os.path.join(self._top, _FOLDER + digest.hex())  # noqa: PTH118
        self._today = int(time.time()) // _DAY
        self._shards: dict[int, _Shard] = {}
        cards = self._load(_CARDS)
        self.cards: dict[str, Said] | None = cards or None
        self._told = bool(cards)

    def prove(self, cards: dict[str, Said]) -> None:
        """Tell what the rules' cards say, now that they have been read and are in order."""
        if self.cards is None:
            self.cards = cards

    def recall(self, target: Target) -> Outcome | None:
        """What was found in a file, None where it is not known or the file has changed.

        The times and the size prove a clean file unchanged; a file with findings is read and
        proved by its content, since reports show its text.
        """
        if self.cards is None:
            return None
        path = target.path
        shard = self._shard(path)
        try:
            entry = _entry(shard.entries[path])
            status = os.stat(path)  # noqa: PTH116
            if status.st_size != entry.size or not S_ISREG(status.st_mode):
                return None
            timely = (status.st_mtime_ns, status.st_ctime_ns) == entry[:2]
            outcome = Outcome(target.name, True)
            if entry.rows or not timely:
                data, mark = read_marked(path)
                if mark is None or mark.content != entry.content:
                    return None
                timely = timely or not mark.modified  # too young to gain by being kept anew
                entry = entry._replace(modified=mark.modified, changed=mark.changed)
                if entry.rows:
                    findings = unpack(marshal.loads(entry.rows), self.cards)
                    source = decode(target.name, data, format_of(target.name))
                    outcome = Outcome(target.name, True, source, findings)
        except (OSError, SourceError, ValueError, TypeError, KeyError, EOFError):
            return None
        if not timely or entry.day != self._today:
            shard.news[path] = entry._replace(day=self._today)
        return outcome

    def keep(self, target: Target, outcome: Outcome) -> None:
        """Remember what was found in a file; what was not looked at in full is not kept."""
        mark = outcome.mark
        if self.cards is None or mark is None or not outcome.looked or outcome.problems:
            return
        if any(finding.code == _GAVE_UP for finding in outcome.findings):
            return
        found = pack(outcome.findings, self.cards)
        rows = marshal.dumps(found) if found else b""
        if len(rows) <= MOST_BYTES // 4:
            path = target.path
            self._shard(path).news[path] = _Entry(*mark, self._today, rows)

    @property
    def pending(self) -> bool:
        """True if there is something to save."""
        changed = any(shard.news for shard in self._shards.values())
        return self.cards is not None and (changed or not self._told)

    def save(self) -> None:
        """Write what is new beside what other runs wrote meanwhile; failing to is no matter."""
        if self.cards is None or not self.pending:
            return
        with suppress(OSError):
            if not os.path.isdir(self._folder):  # noqa: PTH112
                os.makedirs(self._folder, exist_ok=True)  # noqa: PTH103
                self._drop_old_sets()
            if not self._told:
                self._store(_CARDS, self.cards)
                self._told = True
            for shard in self._shards.values():
                if not shard.news:
                    continue
                entries = {**self._load(shard.file), **shard.news}
                self._store(shard.file, _bounded(entries))
                shard.entries, shard.news = entries, {}

    def _shard(self, path: str) -> _Shard:
        number = crc32(path.encode("utf-8", "surrogatepass")) % SHARDS
        if number not in self._shards:
            file = f"{number:02}"
            self._shards[number] = _Shard(file, self._load(file))
        return self._shards[number]

    def _seal(self, file: str, body: bytes) -> bytes:
        return _MAGIC + blake2(body, self.digest, file.encode())

    def _load(self, file: str) -> dict[Any, Any]:
        """The table in a file of the set; {} where there is none or it isn't whole."""
        try:
            data = read(os.path.join(self._folder, file))  # noqa: PTH118
            body = data[len(_MAGIC) + 16 :]
            if data[: len(_MAGIC) + 16] != self._seal(file, body):
                return {}
            table = marshal.loads(body)
        except (OSError, ValueError, TypeError, EOFError):
            return {}
        return table if isinstance(table, dict) else {}

    def _store(self, file: str, table: dict[str, Any]) -> None:
        """Write a table under its seal; raises OSError."""
        body = marshal.dumps(table)
        put(os.path.join(self._folder, file), self._seal(file, body) + body)  # noqa: PTH118

    def _drop_old_sets(self) -> None:
        """Delete the sets of other digests that were written to longest ago."""
        with os.scandir(self._top) as found:
            sets = [one for one in found if one.name.startswith(_FOLDER) and one.is_dir()]
        sets.sort(key=lambda one: one.stat().st_mtime_ns, reverse=True)
        for one in sets[MOST_SETS:]:
            with suppress(OSError):
                for file in Path(one.path).iterdir():
                    file.unlink()
                Path(one.path).rmdir()


def _bounded(entries: dict[Any, Any]) -> dict[str, tuple[Any, ...]]:
    """The entries as plain tuples, those used last where they are too many."""
    kept: dict[str, tuple[Any, ...]] = {}
    room = MOST_BYTES
    whole = []
    for path, plain in reversed(entries.items()):
        with suppress(TypeError):
            whole.append((path, _entry(plain)))
    for path, entry in sorted(whole, key=lambda item: -item[1].day)[:MOST_ENTRIES]:
        room -= len(path) + len(entry.rows) + _OVERHEAD
        if room < 0:
            break
        kept[path] = tuple(entry)
    return dict(reversed(kept.items()))
