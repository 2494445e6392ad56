"""What ``lint --show-regions`` prints: the prose of each file as its reader sees it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tqcheck.cli.terminal import complain, emit, visible
from tqcheck.document import OBJECT
from tqcheck.errors import SourceError, TqcheckError
from tqcheck.formats import decode
from tqcheck.job import Job
from tqcheck.mark import read
from tqcheck.opening import open_article
from tqcheck.run import Ruleset
from tqcheck.walk import Found, Target

_ROW_END = "\N{DOWNWARDS ARROW WITH CORNER LEFTWARDS}"


def show_regions(found: Found, ruleset: Ruleset, job: Job) -> int:
    """Print the regions of all files; the exit code: 2 where one could not be read."""
    problems: list[TqcheckError] = list(found.problems)
    emit(_regions(found.targets, ruleset, job, problems))
    for problem in problems:
        complain(problem)
    return 2 if problems else 0


def _regions(
    targets: Sequence[Target], ruleset: Ruleset, job: Job, problems: list[TqcheckError]
) -> Iterator[str]:
    """A line a region: where it begins, its zone, its language if told, and its text.

    What can't be read is added to ``problems``.
    """
    for target in targets:
        try:
            yield from _of_file(target, ruleset, job)
        except OSError as error:
            problems.append(SourceError(target.name, f"can't be read ({error.strerror})"))
        except TqcheckError as error:
            problems.append(error)


def _of_file(target: Target, ruleset: Ruleset, job: Job) -> Iterator[str]:
    format_ = ruleset.format_of(Path(target.path))
    source = decode(target.name, read(target.path), format_)
    document = open_article(source, job.options._replace(format=format_)).document
    starts = {part.start for part in document.parts[1:]}
    for region in document.regions:
        if region.span.start in starts:
            yield "\n"  # another article of the same file
        row, column = source.location(document.place(region.span.start))
        language = f" ({region.language})" if region.language else ""
        text = document.view[region.span.start : region.span.end].replace("\n", _ROW_END)
        shown = visible(text.replace(OBJECT, "[…]"))
        yield f"{visible(target.name)}:{row}:{column}: {region.kind}{language}: {shown}\n"
