"""Finds the texts to measure on: labelled articles, labelled rows, clean and other texts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.notation import OPEN, Labelled, Mark, Piece, parse
from tqcheck.source import Span

FIXTURES = Path(__file__).parent.parent / "fixtures"
"""Our own articles."""

OWN = (FIXTURES / "articles", FIXTURES / "clean")
"""What is measured when no folder is named."""

_LEFT_OUT = ("no", "bilingual")
"""What a row's ``rule`` says of a span that no rule of this kind can find."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One text to measure on.

    ``kind`` is "labelled" (marks tell what is to be found), "clean" (nothing is) or "other"
    (nobody knows); ``group`` is the file it came from; ``whole`` is the labelled article where
    a golden text can be made, else None.
    """

    name: str
    group: str
    kind: str
    text: str
    marks: tuple[Mark, ...] = ()
    whole: Labelled | None = None

    @property
    def words(self) -> int:
        """How many words the text has, as divided by blanks."""
        return len(self.text.split())


def load(folder: Path) -> Iterator[Sample]:
    """All texts in a folder (or of one file), files in order of their names.

    ``*.txt`` with marks is a labelled article, ``*.jsonl`` holds rows with ``id``, ``text`` and
    ``spans``. A text without marks is clean if “clean” is part of its path. Raises
    NotationError for a broken article and ValueError for a row that is not as it should be.
    """
    files = [folder] if folder.is_file() else sorted(folder.rglob("*"))
    for path in files:
        name = path.name if folder.is_file() else str(path.relative_to(folder))
        clean = any("clean" in part for part in path.resolve().parts)
        if path.suffix == ".txt":
            yield _article(path, name, clean)
        elif path.suffix == ".jsonl":
            for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
                if line.strip():
                    yield _row(json.loads(line), name, f"{path}:{number}", clean)


def _article(path: Path, name: str, clean: bool) -> Sample:
    text = path.read_text("utf-8")
    if OPEN not in text:
        return Sample(name, name, "clean" if clean else "other", text)
    whole = parse(text, str(path))
    return Sample(name, "articles", "labelled", whole.text, whole.marks, whole)


def _row(row: Mapping[str, Any], group: str, where: str, clean: bool) -> Sample:
    for key in ("id", "text"):
        if not isinstance(row.get(key), str):
            raise ValueError(f"{where}: a row needs “{key}”")
    text = row["text"]
    spans = row.get("spans") or []
    if not spans:
        return Sample(row["id"], group, "clean" if clean else "other", text)
    marks = []
    for span in spans:
        if not 0 <= span["start"] <= span["end"] <= len(text):
            raise ValueError(f"{where}: span {span['start']}–{span['end']} leaves the text")
        if span.get("rule") not in _LEFT_OUT:
            marks.append(_mark(span))
    return Sample(row["id"], group, "labelled", text, tuple(marks))


def _mark(span: Mapping[str, Any]) -> Mark:
    fix = span.get("fix")
    repairs = () if fix is None else (fix,) if isinstance(fix, str) else tuple(fix)
    piece = Piece(Span(span["start"], span["end"]), repairs)
    return Mark(span["category"], (piece,), span.get("rule") == "maybe", bool(repairs))
