"""A file to its outcome: reads, checks, fixes and writes; prints nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from os import path as os_path
from pathlib import Path

from tqcheck.article import Article
from tqcheck.config import Config
from tqcheck.engine import Also, Crash, check, prepare
from tqcheck.errors import ConfigError, NoProseError, SourceError, TqcheckError
from tqcheck.formats import decode, format_of, is_binary
from tqcheck.idle import UnusedSuppression
from tqcheck.job import Job, Mode, Outcome
from tqcheck.mark import read, read_marked
from tqcheck.opening import Options, admit, open_article
from tqcheck.rule import Rule, select
from tqcheck.store import load_rules, screen_of
from tqcheck.walk import Patterns, Target


class Ruleset:
    """The rules of a configuration, less what it ignores in a given file."""

    def __init__(self, config: Config) -> None:
        self._config = config
        loaded = load_rules(config.rules)
        self.all = (*loaded, UnusedSuppression())
        self.chosen = self._select(config.ignore)
        self._known = [rule.card for rule in loaded]
        self._ready: dict[tuple[str, ...], tuple[Rule, ...]] = {}
        if not self.chosen:
            raise ConfigError("the selection", "leaves no rule to run", self._reason())
        for pattern, codes in config.per_file_ignores:
            try:
                select(self.all, ignore=codes)  # an unknown code is refused now, not at its file
            except ConfigError as error:
                where = f"{config.path}: “per-file-ignores” of “{pattern}”: {error.where}"
                raise ConfigError(where, error.what, error.todo) from None

    def _select(self, ignore: Sequence[str]) -> tuple[Rule, ...]:
        config = self._config
        return select(
            self.all,
            select=config.select,
            ignore=ignore,
            extend_select=config.extend_select,
            preview=config.preview,
            lang=config.lang,
        )

    def _reason(self) -> str:
        languages = sorted({lang for rule in self.all for lang in rule.card.target})
        if self._config.lang not in languages:
            return f"no rule is for “{self._config.lang}”; known: {', '.join(languages)}"
        return "the chosen rules are ignored or in preview; see `tqcheck rules` and --preview"

    @cached_property
    def _per_file(self) -> list[tuple[Patterns, tuple[str, ...]]]:
        base = os_path.abspath(self._config.root)  # noqa: PTH100 - links are not followed
        return [
            (Patterns(base, (pattern,)), codes) for pattern, codes in self._config.per_file_ignores
        ]

    @cached_property
    def _formats(self) -> list[tuple[Patterns, str]]:
        base = os_path.abspath(self._config.root)  # noqa: PTH100
        return [(Patterns(base, (pattern,)), name) for pattern, name in self._config.formats]

    def format_of(self, path: Path) -> str:
        """The format of a file: as given for all, as configured, else as its suffix tells."""
        if self._config.format:
            return self._config.format
        if self._formats:
            place = os_path.abspath(path)  # noqa: PTH100
            for patterns, name in self._formats:
                if patterns.verdict(place):
                    return name
        return format_of(str(path))

    def for_file(self, path: Path) -> tuple[Rule, ...]:
        """The rules that run on a file, the note on idle suppressions last."""
        place = os_path.abspath(path)  # noqa: PTH100
        ignored = tuple(
            code for patterns, codes in self._per_file if patterns.verdict(place) for code in codes
        )
        if ignored not in self._ready:
            rules = self._select((*self._config.ignore, *ignored)) if ignored else self.chosen
            proper = tuple(rule for rule in rules if not isinstance(rule, UnusedSuppression))
            if len(proper) < len(rules):
                ran = [rule.card for rule in proper]
                proper = (*proper, UnusedSuppression(self._known, ran))
            prepare(proper, screen_of(proper))
            self._ready[ignored] = proper
        return self._ready[ignored]


def look(target: Target, ruleset: Ruleset, job: Job, *, marked: bool = False) -> Outcome:
    """Read a file and do the job; whatever goes wrong is a problem of this file alone.

    ``marked`` asks for the mark that tells the file from a changed one.
    """
    try:
        data, mark = read_marked(target.path) if marked else (read(target.path), None)
    except OSError as error:
        what = f"can't be read ({error.strerror})"
        return Outcome(target.name, problems=(SourceError(target.name, what),))
    path = Path(target.path)
    if not target.named and _is_binary(data) and not is_binary(ruleset.format_of(path)):
        return Outcome(target.name, skipped="binary")
    outcome = look_at(target.name, path, data, ruleset, job, named=target.named)
    if job.mode is Mode.FIX and outcome.applied and outcome.source is not None:
        from tqcheck.write import write_atomic

        try:
            write_atomic(path, outcome.source.encode())
        except TqcheckError as error:
            return Outcome(target.name, problems=(error,))
    source = outcome.source if outcome.findings else None  # texts take memory
    return outcome._replace(source=source, mark=mark)


def look_at(
    name: str, path: Path, data: bytes, ruleset: Ruleset, job: Job, *, named: bool = True
) -> Outcome:
    """Do the job on a file's bytes without writing; ``path`` decides on format and rules.

    A file that holds no article is a problem only if it was ``named``: a folder's data files
    need not be any.
    """
    try:
        format_ = ruleset.format_of(path)
        source = decode(name, data, format_)
        options = job.options._replace(format=format_)
        rules = ruleset.for_file(path)
        article = open_article(source, options)
        admit(article, options)
        if job.mode is Mode.CHECK:
            return _checked(article, rules, job.also)
        return _fixed(article, rules, job, options)
    except NoProseError as error:
        return Outcome(name, problems=(error,)) if named else Outcome(name, skipped="no prose")
    except TqcheckError as error:
        return Outcome(name, problems=(error,))
    except Exception as error:  # a defect of ours must not stop the other files
        return Outcome(name, problems=(_broken(name, error),))


def _checked(article: Article, rules: Sequence[Rule], also: Also | None) -> Outcome:
    source = article.document.source
    checked = check(article, rules, also)
    problems = tuple(_crashed(crash) for crash in checked.crashes)
    return Outcome(source.path, True, source, checked.findings, problems=problems)


def _fixed(article: Article, rules: Sequence[Rule], job: Job, options: Options) -> Outcome:
    source = article.document.source
    known: frozenset[str] = frozenset()
    if job.only:
        before = _checked(article, rules, job.also)
        known = job.only & {finding.fingerprint for finding in before.findings}
        if not known:
            return before
    from tqcheck.fixer import fix  # most runs mend nothing

    fixed = fix(source, rules, job.least, options, job.only, job.also)
    if fixed.crashes:
        return _checked(article, rules, job.also)  # a half-checked file is not touched
    diff = ""
    if job.mode is Mode.DIFF:
        from tqcheck.diff import unified

        diff = unified(_patch_path(source.path), source.text, fixed.edits)
    return Outcome(
        name=source.path,
        looked=True,
        source=fixed.source,
        findings=fixed.findings,
        diff=diff,
        applied=fixed.applied,
        dropped=fixed.dropped,
        known=known,
    )


def _patch_path(name: str) -> str:
    """A file's name in a patch: from the working folder, else from the root."""
    relative = os_path.relpath(name)
    if relative.startswith(".." + os_path.sep):
        return os_path.abspath(name).lstrip(os_path.sep)  # noqa: PTH100
    return relative


def _is_binary(data: bytes) -> bool:
    """True for data that is no text in any encoding; UTF-16 is text that can't be read."""
    return b"\x00" in data[:8192] and data[:2] not in (b"\xff\xfe", b"\xfe\xff")


def _crashed(crash: Crash) -> TqcheckError:
    what = f"{crash.code} failed ({crash.error})"
    return TqcheckError(crash.path, what, "the other rules went on; please report it")


def _broken(name: str, error: BaseException) -> TqcheckError:
    what = f"could not be looked at ({type(error).__name__}: {error})"
    return TqcheckError(name, what, "please report it")
