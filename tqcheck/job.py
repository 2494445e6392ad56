"""What a run is asked to do with each file, what becomes of it, and the exit code of it all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from tqcheck.config import Config
from tqcheck.errors import TqcheckError
from tqcheck.finding import Finding, Safety, Severity
from tqcheck.mark import Mark
from tqcheck.record import NamedTuple
from tqcheck.source import Source

if TYPE_CHECKING:
    from tqcheck.engine import Also
    from tqcheck.fixer import Dropped
    from tqcheck.opening import Options


class Mode(Enum):
    """What is done with a file: told, written or shown as a diff."""

    CHECK = "check"
    FIX = "fix"
    DIFF = "diff"


@dataclass(frozen=True, eq=False)
class Job:
    """What a run does with every file.

    ``only`` names the fixes to take, () means all; ``also`` is another engine that looks beside
    our rules.
    """

    config: Config = field(default_factory=Config)
    mode: Mode = Mode.CHECK
    unsafe: bool = False
    only: frozenset[str] = frozenset()
    also: Also | None = None

    @property
    def least(self) -> Safety:
        """The safety a fix must have; a proposal for display is taken only where it is named."""
        if not self.unsafe:
            return Safety.SAFE
        return Safety.DISPLAY if self.only else Safety.UNSAFE

    @cached_property
    def options(self) -> Options:
        """How articles are read under the configuration."""
        from tqcheck.opening import Options

        config = self.config
        source_lang = "" if config.source_lang == "auto" else config.source_lang
        return Options(
            config.style,
            config.lang,
            source_lang,
            config.format,
            config.fields,
            config.language_detector,
        )


class Outcome(NamedTuple):
    """What became of one file.

    ``source`` is the text the findings count in, after fixing where it was fixed; ``looked``
    is False where the file was not looked at. ``applied`` counts the fixes made or shown in
    ``diff``; ``known`` are the fingerprints asked for that the file holds.
    ``problems`` make the run incomplete; ``skipped`` says why a file was passed over;
    ``mark`` tells the file from a changed one, None where nobody needs to know.
    """

    name: str
    looked: bool = False
    source: Source | None = None
    findings: tuple[Finding, ...] = ()
    diff: str = ""
    applied: int = 0
    dropped: tuple[Dropped, ...] = ()
    known: frozenset[str] = frozenset()
    problems: tuple[TqcheckError, ...] = ()
    skipped: str = ""
    mark: Mark | None = None


def exit_code(outcomes: Sequence[Outcome], mode: Mode, fail_on: str, problems: int) -> int:
    """0 clean, 1 findings at or above ``fail_on`` (or a diff), 2 anything not looked at."""
    if problems or any(outcome.problems for outcome in outcomes):
        return 2
    if mode is Mode.DIFF:
        return int(any(outcome.diff for outcome in outcomes))
    if fail_on == "never":
        return 0
    least = Severity[fail_on.upper()]
    return int(any(one.severity >= least for outcome in outcomes for one in outcome.findings))
