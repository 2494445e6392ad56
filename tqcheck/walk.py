"""Paths to files: what a run looks at, with .gitignore and excludes respected."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tqcheck.errors import SourceError
from tqcheck.formats import SUFFIXES
from tqcheck.record import NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


_HIDDEN = (".", "~$")
"""How the names of hidden entries begin; Word leaves the second kind beside an open document."""


class Target(NamedTuple):
    """A file to look at: its whole path, the name it is reported under, whether it was named."""

    path: str
    name: str
    named: bool


@dataclass(frozen=True)
class Patterns:
    """Lines in the language of .gitignore, read as standing in the folder ``base``."""

    base: str
    lines: tuple[str, ...]

    @cached_property
    def _spec(self) -> GitIgnoreSpec:
        from pathspec import GitIgnoreSpec

        return GitIgnoreSpec.from_lines(self.lines)

    def verdict(self, path: str, *, folder: bool = False) -> bool | None:
        """True if an absolute path is matched, False if it is taken back in, None if neither."""
        if not self.lines:
            return None
        relative = os.path.relpath(path, self.base)
        if relative == os.curdir or relative.startswith(os.pardir):
            return None
        return self._spec.check_file(relative + "/" * folder).include


class Walk(NamedTuple):
    """How paths become files; ``exclude`` holds for named files only with ``force_exclude``.

    In folders, files with the suffix of a format are taken, and those that ``also`` matches.
    """

    exclude: Patterns = Patterns("", ())
    also: Patterns = Patterns("", ())
    gitignore: bool = True
    force_exclude: bool = False


class Found(NamedTuple):
    """The files of a run, without doubles; what could not be found; how many were excluded."""

    targets: tuple[Target, ...]
    problems: tuple[SourceError, ...]
    excluded: int


def find(paths: Sequence[str], walk: Walk) -> Found:
    """The files the paths name or, for folders, hold, in a fixed order.

    In a folder files with a known suffix are taken; hidden entries and links to folders are
    passed over, and so is what git ignores. A path that leads to no file is a problem.
    """
    targets: dict[str, Target] = {}
    problems: list[SourceError] = []
    excluded = 0
    for given in paths:
        name = os.path.normpath(given)
        path = os.path.abspath(given)  # noqa: PTH100 - links are not followed here
        folder = os.path.isdir(path)  # noqa: PTH112 - never raises
        if walk.force_exclude and walk.exclude.verdict(path, folder=folder):
            excluded += 1
        elif folder:
            inside = list(_inside(path, walk, problems))
            if not inside:
                what = f"holds no file to look at (known: {' '.join(SUFFIXES)})"
                problems.append(SourceError(name, what, "name a file, or another folder"))
            real, start = os.path.realpath(path), len(os.path.join(path, ""))  # noqa: PTH118
            shown = "" if name == os.curdir else os.path.join(name, "")  # noqa: PTH118
            for file, link in inside:
                own = file[start:]
                place = os.path.realpath(file) if link else os.path.join(real, own)  # noqa: PTH118
                targets.setdefault(place, Target(file, shown + own, False))
        elif os.path.exists(path):  # noqa: PTH110 - never raises
            targets[os.path.realpath(path)] = Target(path, name, True)
        else:
            problems.append(SourceError(name, "does not exist", "name a file or a folder"))
    return Found(tuple(targets.values()), tuple(problems), excluded)


def _inside(top: str, walk: Walk, problems: list[SourceError]) -> Iterator[tuple[str, bool]]:
    """The files below a folder, sorted within each folder, and whether each is a link."""
    chain = _above(top) if walk.gitignore else []
    if _ignored(chain, top, folder=True):
        chain = []  # the folder was named though git ignores it: only its own lines count
    waiting = [(top, chain)]
    while waiting:
        folder, chain = waiting.pop()
        if walk.gitignore:
            chain = [*chain, *_read(Path(folder, ".gitignore"), folder)]
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            problems.append(SourceError(folder, f"can't be read ({error.strerror})"))
            continue
        folders = []
        for entry in entries:
            if entry.name.startswith(_HIDDEN):
                continue
            is_folder = entry.is_dir(follow_symlinks=False)
            known = is_folder or entry.name.lower().endswith(SUFFIXES)
            if not known and not walk.also.verdict(entry.path):
                continue
            if _ignored(chain, entry.path, folder=is_folder):
                continue
            if walk.exclude.verdict(entry.path, folder=is_folder):
                continue
            if is_folder:
                folders.append((entry.path, chain))
            elif entry.is_file(follow_symlinks=False):
                yield entry.path, False
            elif _is_file(entry.path):
                yield entry.path, True
        waiting.extend(reversed(folders))


def _is_file(path: str) -> bool:
    """True for a link to a file; a link to nowhere is one that can't be read."""
    return os.path.isfile(path) or not os.path.exists(path)  # noqa: PTH110, PTH113


def _ignored(chain: Sequence[Patterns], path: str, *, folder: bool) -> bool:
    """What the nearest .gitignore with a word on the path says."""
    for patterns in reversed(chain):
        verdict = patterns.verdict(path, folder=folder)
        if verdict is not None:
            return verdict
    return False


def _above(folder: str) -> list[Patterns]:
    """The ignore files that hold for a folder from above it, the repository's own first."""
    place = Path(folder)
    above: list[Path] = []
    while not os.path.lexists(place / ".git"):
        if place.parent == place:
            return []  # no repository: only what stands in the folder itself counts
        place = place.parent
        above.append(place)
    chain = list(_read(_exclude_file(place), str(place)))
    for parent in reversed(above):
        chain.extend(_read(parent / ".gitignore", str(parent)))
    return chain


def _exclude_file(top: Path) -> Path:
    """The repository's info/exclude; in a worktree .git is a file that leads to it."""
    git = top / ".git"
    with suppress(OSError, UnicodeDecodeError):
        if git.is_file():
            git = top / git.read_text("utf-8").removeprefix("gitdir:").strip()
            git = git / (git / "commondir").read_text("utf-8").strip()
    return git / "info" / "exclude"


def _read(path: Path, base: str) -> Iterator[Patterns]:
    """The patterns of an ignore file, if it is there and says anything."""
    try:
        text = path.read_text("utf-8", errors="surrogateescape")
    except OSError:
        return
    lines = tuple(line for line in text.split("\n") if line.strip() and line[0] != "#")
    if lines:
        yield Patterns(base, lines)
