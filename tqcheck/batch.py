"""Files to outcomes: what is known from an earlier run, the rest in as many processes as pay."""

from __future__ import annotations

import os
from collections.abc import Generator, Mapping, Sequence
from contextlib import closing, suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tqcheck import basis, errors, patterns
from tqcheck.config import Config
from tqcheck.errors import TqcheckError
from tqcheck.job import Job, Mode, Outcome
from tqcheck.mark import Mark
from tqcheck.results import Results
from tqcheck.rows import Said, cards_of, pack, unpack
from tqcheck.source import Source
from tqcheck.walk import Target

if TYPE_CHECKING:
    from tqcheck.run import Ruleset

MANY_FILES = 400
MANY_BYTES = 2_000_000
"""From so many files, or so much text, on processes pay."""


class Rules:
    """The rules of a run, read when a file must be looked at, and what earlier runs found.

    Wrong settings are refused here: results are there only if a run with the same settings and
    cards read them and found them in order. ``kept`` is False where results are of no use.
    """

    def __init__(self, config: Config, *, kept: bool) -> None:
        self._config = config
        self.results: Results | None = None
        folder = basis.folder(config) if kept and config.cache else None
        if folder is not None:
            with suppress(OSError):  # our own files can't be listed, in an archive for example
                self.results = Results(folder, basis.digest(config))
        if self.results is None or self.results.cards is None:
            self.read()

    @cached_property
    def _ruleset(self) -> Ruleset:
        from tqcheck.run import Ruleset

        return Ruleset(self._config)

    def read(self) -> Ruleset:
        """The rules, read once; raises TqcheckError where cards or settings are wrong."""
        if self.results is not None and self.results.cards is None:
            self.results.prove(cards_of(self._ruleset.all))
        return self._ruleset

    @property
    def cards(self) -> Mapping[str, Said]:
        """What the cards say, by code."""
        return (self.results and self.results.cards) or cards_of(self._ruleset.all)

    def save(self) -> None:
        """Keep what was found for the next run, if rules and settings are still what they were."""
        patterns.save()
        if self.results is not None and self.results.pending:
            with suppress(OSError):
                if basis.digest(self._config) == self.results.digest:
                    self.results.save()


def look_at_all(
    targets: Sequence[Target],
    job: Job,
    rules: Rules,
    jobs: int | None = None,
) -> Generator[tuple[int, Outcome], None, None]:
    """Each file's number with its outcome, as they come.

    The rules are read only if some file must be looked at. ``jobs`` is how many processes
    look, None as many as pay. Fixes are made and shown by one process.
    """
    results = rules.results
    missed: list[int] = []
    for number, target in enumerate(targets):
        known = results.recall(target) if results else None
        if known is None:
            missed.append(number)
        else:
            yield number, known
    if not missed:
        return
    todo = [targets[number] for number in missed]
    ruleset = rules.read()
    if job.mode is not Mode.CHECK or job.also is not None:
        jobs = 1  # one server is asked by one process
    elif jobs is None:
        jobs = _paying(todo)
    with closing(_looked(todo, job, ruleset, jobs, results is not None)) as looked:
        for index, outcome in looked:
            if results:
                results.keep(todo[index], outcome)
            yield missed[index], outcome


def _paying(targets: Sequence[Target]) -> int:
    """How many processes pay for these files."""
    processors = (
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    )
    if processors == 1:
        return 1
    size = 0
    for target in targets:
        try:
            size += os.stat(target.path).st_size  # noqa: PTH116
        except OSError:
            continue  # told when it is looked at
    share = max(len(targets) / MANY_FILES, size / MANY_BYTES)
    return 1 if share < 1 else min(processors, 1 + int(share))


def _looked(
    targets: Sequence[Target], job: Job, ruleset: Ruleset, jobs: int, marked: bool
) -> Generator[tuple[int, Outcome], None, None]:
    """Look at the files, in this process or in several."""
    from tqcheck.run import look

    def do(index: int) -> Outcome:
        return look(targets[index], ruleset, job, marked=marked)

    jobs = min(jobs, len(targets)) if job.mode is Mode.CHECK else 1
    if jobs > 1:
        from tqcheck.workers import Lost, can_fork, spread
    if jobs < 2 or not can_fork():
        for index in range(len(targets)):
            yield index, do(index)
        return
    cards = cards_of(ruleset.all)
    with closing(spread(len(targets), jobs, do, lambda one: _plain(one, cards))) as answers:
        for index, answer in answers:
            name = targets[index].name
            if isinstance(answer, Outcome):
                yield index, answer
            elif isinstance(answer, Lost):
                yield index, Outcome(name, problems=(_lost(name, answer.reason),))
            else:
                yield index, _outcome(name, answer, cards)


def _lost(name: str, reason: str) -> TqcheckError:
    what = f"could not be looked at (the process that tried {reason})"
    return TqcheckError(name, what, "the other files were; leave it out, or try --jobs 1")


def _plain(outcome: Outcome, cards: Mapping[str, Said]) -> tuple[Any, ...]:
    """A check's outcome as data that marshal takes."""
    problems = [(type(one).__name__, one.where, one.what, one.todo) for one in outcome.problems]
    text = outcome.source.text if outcome.source else None
    mark = tuple(outcome.mark) if outcome.mark else None
    rows = pack(outcome.findings, cards)
    return outcome.looked, text, rows, problems, outcome.skipped, mark


def _outcome(name: str, plain: tuple[Any, ...], cards: Mapping[str, Said]) -> Outcome:
    """The outcome that a process handed over."""
    looked, text, rows, problems, skipped, mark = plain
    return Outcome(
        name,
        looked,
        None if text is None else Source(name, text),
        unpack(rows, cards),
        problems=tuple(getattr(errors, kind)(*words) for kind, *words in problems),
        skipped=skipped,
        mark=Mark(*mark) if mark else None,
    )
