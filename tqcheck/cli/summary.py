"""What a run says on stderr besides errors: progress, the summary, and statistics."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from tqcheck.cli.terminal import say, visible
from tqcheck.finding import Finding, Safety
from tqcheck.job import Job, Mode, Outcome
from tqcheck.walk import Found

T = TypeVar("T")

_PATIENCE = 2.0
"""Seconds after which a run shows on a terminal how far it has come."""
_PACE = 0.2


def progress(items: Iterable[T], number: int, quiet: bool) -> Iterator[T]:
    """The items, so many, with a counter on stderr if it is a terminal and the run is long."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield from items
        return
    due = time.monotonic() + _PATIENCE
    shown = False
    for done, item in enumerate(items):
        if time.monotonic() >= due:
            say(f"\r{done} of {number} files", end="")
            due, shown = time.monotonic() + _PACE, True
        yield item
    if shown:
        say("\r" + " " * 40 + "\r", end="")


def summarise(
    outcomes: Sequence[Outcome], found: Found, job: Job, *, quiet: bool, statistics: bool
) -> None:
    """Tell what was looked at and what came of it."""
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    if not quiet:
        for line in (*_notes(outcomes, job), _result(outcomes, findings, job)):
            say(visible(line))
        for line in _left_out(outcomes, found):
            say(visible(line))
    if statistics and job.mode is not Mode.DIFF:
        for line in _statistics(findings):
            say(line)


def _count(number: int, noun: str, ending: str = "s") -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}{ending}"


def _notes(outcomes: Sequence[Outcome], job: Job) -> Iterator[str]:
    """The fixes that were asked for and not made, and why."""
    for outcome in outcomes:
        for finding, reason in outcome.dropped:
            yield f"{outcome.name}: the fix of {finding.code} was not applied: {reason}"
        for finding in outcome.findings if job.only else ():
            if finding.fingerprint not in job.only:
                continue
            if finding.fix is None:
                reason = finding.fix_withheld or "there is no fix"
                yield f"{outcome.name}: {finding.fingerprint} can't be fixed: {reason}"
            elif finding.fix.safety < job.least:
                safety = finding.fix.safety.label
                needs = "it needs --unsafe-fixes"
                yield f"{outcome.name}: the fix of {finding.fingerprint} is {safety}; {needs}"


def _result(outcomes: Sequence[Outcome], findings: Sequence[Finding], job: Job) -> str:
    """One sentence: how many files, what was mended, what was found, what could be mended."""
    looked = sum(outcome.looked for outcome in outcomes)
    parts = [f"Looked at {_count(looked, 'file')}"]
    if job.mode is not Mode.CHECK:
        changed = sum(outcome.applied > 0 for outcome in outcomes)
        applied = sum(outcome.applied for outcome in outcomes)
        verb = "would apply" if job.mode is Mode.DIFF else "applied"
        where = f" in {_count(changed, 'file')}" if applied else ""
        parts.append(f"{verb} {_count(applied, 'fix', 'es')}{where}")
    if job.mode is not Mode.DIFF:
        left = " left" if job.mode is Mode.FIX and findings else ""
        parts.append(_count(len(findings), "finding") + left + _fixable(findings))
    return f"{parts[0]}: {', '.join(parts[1:])}."


def _fixable(findings: Sequence[Finding]) -> str:
    safe = sum(one.fix is not None and one.fix.safety is Safety.SAFE for one in findings)
    both = sum(one.fix is not None and one.fix.safety >= Safety.UNSAFE for one in findings)
    told = [f"{safe} fixable with --fix"] if safe else []
    if both > safe:
        told.append(
            f"{both} with --unsafe-fixes" if safe else f"{both} fixable with --unsafe-fixes"
        )
    return f" ({', '.join(told)})" if told else ""


def _left_out(outcomes: Sequence[Outcome], found: Found) -> Iterator[str]:
    """What was passed over on purpose: excluded paths, what in a folder holds no article."""
    if found.excluded:
        yield f"Left out {_count(found.excluded, 'path')} by “exclude”."
    for reason, one, many in _SKIPPED:
        names = sorted(outcome.name for outcome in outcomes if outcome.skipped == reason)
        if names:
            more = f" and {len(names) - 3} more" if len(names) > 3 else ""
            noun = one if len(names) == 1 else many
            yield f"Skipped {len(names)} {noun}: {', '.join(names[:3])}{more}."


_SKIPPED = (
    ("binary", "binary file", "binary files"),
    ("no prose", "file without prose to look at", "files without prose to look at"),
)


def _statistics(findings: Sequence[Finding]) -> Iterator[str]:
    """A line a rule: findings, of these with a fix, code, name; most frequent first."""
    count = Counter((finding.code, finding.name) for finding in findings)
    fixable = Counter(finding.code for finding in findings if finding.fix is not None)
    for (code, name), number in sorted(count.items(), key=lambda item: (-item[1], item[0])):
        yield f"{number:>6}  {code}  {name}  ({fixable[code]} with a fix)"
