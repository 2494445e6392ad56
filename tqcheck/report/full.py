"""Findings for people: the place, the line with the mark under it, the repair, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tqcheck.finding import Finding
from tqcheck.report import FileReport, Manner
from tqcheck.report.concise import said
from tqcheck.report.excerpt import excerpt, shown
from tqcheck.source import Source


def render(reports: Iterable[FileReport], manner: Manner) -> Iterator[str]:
    """A paragraph a finding; why a rule matters is told once, at its first finding."""
    told: set[str] = set()
    for source, findings in reports:
        for finding in findings:
            row, column = source.location(finding.span.start)
            place = manner.paint(shown(source.path), "path")
            yield f"{place}:{row}:{column}: {said(finding, manner)}\n"
            yield from _picture(source, finding, manner)
            why = "" if finding.code in told else manner.whys.get(finding.code, "")
            if why:
                told.add(finding.code)
                yield f"  {manner.paint('why:', 'dim')} {shown(why)}\n"
            yield "\n"


def _picture(source: Source, finding: Finding, manner: Manner) -> Iterator[str]:
    """The excerpt with carets, and what is proposed."""
    row = excerpt(source, finding.span, manner.columns)
    margin = len(str(row.row))
    bar = manner.paint("|", "dim")
    number = manner.paint(str(row.row), "dim")
    marked = manner.paint(row.marked, "mark") if row.marked else ""
    yield f"  {number} {bar} {row.before}{marked}{row.after}\n"
    role = finding.severity.label
    spaces = len(row.carets) - len(row.carets.lstrip())
    carets = " " * spaces + manner.paint(row.carets[spaces:], role)
    yield f"  {' ' * margin} {bar} {carets}\n"
    if finding.fix is not None:
        label = manner.paint(f"fix ({finding.fix.safety.label}):", "fix")
        yield f"  {label} {shown(finding.fix.message)}\n"
    elif finding.fix_withheld:
        yield f"  {manner.paint('no fix:', 'dim')} {shown(finding.fix_withheld)}\n"
