"""Writes the speed benchmark's corpora into its folder, each once, without holding them."""

from __future__ import annotations

from pathlib import Path

from benchmarks.corpus import articles, write_files

MB = 1_000_000


class Corpora:
    """The inputs of one run of the benchmark, in a folder that goes with it; sizes in MB."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files: dict[Path, int] = {}

    def article(self) -> Path:
        """One article of about 4 KB."""
        path = self.folder / "one.txt"
        if not path.exists():
            path.write_text(next(articles(1)), "utf-8")
        return path

    def single(self, size: float) -> Path:
        """So many megabytes in one file."""
        path = self.folder / f"{size:g}.txt"
        if not path.exists():
            with path.open("w", encoding="utf-8") as file:
                for text in articles(int(size * MB)):
                    file.write(text + "\n")
        return path

    def many(self, size: float) -> Path:
        """So many megabytes in files of one article each."""
        path = self.folder / f"many-{size:g}"
        if not path.exists():
            self._files[path] = write_files(path, int(size * MB))
        return path

    def count(self, path: Path) -> int:
        """How many files a path is or holds."""
        return self._files.get(path, 1)
