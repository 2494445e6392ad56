"""Builds the commands that the speed benchmark runs: tqcheck's, and those of other linters."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from benchmarks.clock import Job, output_of

RULES = Path(__file__).resolve().parent.parent / "rules"
"""The shipped cards."""


class Product:
    """tqcheck as installed; options that it lacks are left out of its commands."""

    def __init__(self) -> None:
        script = Path(sys.executable).with_name("tqcheck")
        self._start = (str(script),) if script.exists() else (sys.executable, "-m", "tqcheck")
        self._help = output_of(self.run("lint", "--help"))[0]

    def run(self, *words: str) -> Job:
        """A command; exit code 2 says that something was not looked at."""
        return Job((*self._start, *words), failures=(2,))

    def has(self, option: str) -> bool:
        """Whether ``tqcheck lint`` knows an option."""
        return re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", self._help) is not None

    def lint(self, path: Path, *words: str, cache: Path | None = None, jobs: int = 1) -> Job:
        """A look at a path without configuration; results are kept in ``cache``, if given."""
        options = ["--isolated", "--output-format", "concise", "-q"]
        if cache is None:
            options += ["--no-cache"] if self.has("--no-cache") else []
        elif self.has("--cache-dir"):
            options += ["--cache-dir", str(cache)]
        if self.has("--jobs"):
            options += ["--jobs", str(jobs)]
        return self.run("lint", *options, *words, str(path))


class Peer(NamedTuple):
    """Another linter: its name, its command, and whether it walks folders by itself.

    ``folder`` are the words that it wants before a folder.
    """

    name: str
    words: tuple[str, ...]
    walks: bool
    folder: tuple[str, ...] = ()

    def lint(self, path: Path) -> Job:
        """A look at a file, or at all files of a folder."""
        if path.is_file():
            return Job((*self.words, str(path)))
        if self.walks:
            return Job((*self.words, *self.folder, str(path)))
        return Job((*self.words, *(str(file) for file in sorted(path.iterdir()))))


def peers(folder: Path | None) -> list[Peer]:
    """The linters installed in a folder (benchmarks/peers.sh); none without a folder."""
    if folder is None:
        return []
    scripts = folder.resolve() / "venv" / "bin"
    node = folder.resolve() / "node" / "node_modules" / ".bin"
    known = (
        Peer("typos", (str(scripts / "typos"), "--isolated"), walks=True),
        Peer("codespell", (str(scripts / "codespell"),), walks=True),
        Peer("proselint", (str(scripts / "proselint"), "check"), walks=True),
        Peer("write-good", (str(node / "write-good"),), walks=False),
        Peer("harper", (str(scripts / "harper"), "lint"), walks=False),
    )
    found = [peer for peer in known if Path(peer.words[0]).exists()]
    jars, java = folder.resolve() / "languagetool" / "jars", shutil.which("java")
    if jars.is_dir() and java is not None:
        command = (java, "-cp", f"{jars}/*", "org.languagetool.commandline.Main", "-l", "en-US")
        found.append(Peer("LanguageTool", command, walks=True, folder=("-r",)))
    if not found:
        raise SystemExit(f"{folder}: holds none of {', '.join(peer.name for peer in known)}")
    return found


def double(folder: Path) -> None:
    """Write copies of all shipped cards into a folder, under ids and names of their own."""
    for path in sorted(RULES.rglob("*")):
        if path.suffix not in (".toml", ".txt"):
            continue
        place, text = folder / path.relative_to(RULES), path.read_text("utf-8")
        if path.suffix == ".toml":
            place = place.with_name(f"copied-{path.name}")
            text = _with(text, "id", lambda value: value.replace("TQ", "DB"))
            text = _with(text, "name", lambda value: f"copied-{value}")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")


def _with(card: str, key: str, change: Callable[[str], str]) -> str:
    """The card with the first value of a key changed."""
    return re.sub(rf'(?m)^({key}\s*=\s*")([^"]+)', lambda m: m[1] + change(m[2]), card, count=1)
