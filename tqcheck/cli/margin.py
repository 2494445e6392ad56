"""What ``lint --docx-comments DIR`` writes: Word documents with the findings in the margin."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from tqcheck.cli.terminal import say
from tqcheck.errors import ConfigError, TqcheckError
from tqcheck.finding import Finding
from tqcheck.formats.docx import DocxSource, Note, commented
from tqcheck.job import Outcome
from tqcheck.write import write_atomic


def write_comments(outcomes: Sequence[Outcome], folder: Path, *, quiet: bool) -> list[TqcheckError]:
    """Write a copy of each DOCX that has findings; what could not be written is returned."""
    problems: list[TqcheckError] = []
    written = comments = elsewhere = 0
    for outcome in outcomes:
        source = outcome.source
        if not isinstance(source, DocxSource) or not outcome.findings:
            continue
        try:
            data, count = commented(source, _notes(outcome.findings))
            write_atomic(_place(folder, outcome.name), data)
        except TqcheckError as error:
            problems.append(error)
            continue
        written, comments = written + 1, comments + count
        elsewhere += len(outcome.findings) - count
    if not quiet:
        beside = f" ({elsewhere} in notes, headers or footers have none)" if elsewhere else ""
        files = "file" if written == 1 else "files"
        said = "comment" if comments == 1 else "comments"
        say(f"Wrote {written} {files} with {comments} {said} to {folder}{beside}.")
    return problems


def _place(folder: Path, name: str) -> Path:
    """Where the copy goes: as the file stands below the working folder, else by its name."""
    relative = Path(os.path.relpath(name))
    place = folder / (relative.name if os.pardir in relative.parts else relative)
    if place.resolve() == Path(name).resolve():
        todo = "name a folder for the copies"
        raise ConfigError(f"--docx-comments {folder}", f"would write over {name}", todo)
    return place


def _notes(findings: Iterable[Finding]) -> Iterable[Note]:
    for one in findings:
        fix = f" \N{EN DASH} {one.fix.message}" if one.fix else ""
        yield Note(one.span, f"{one.code} {one.name}: {one.message}{fix}")
