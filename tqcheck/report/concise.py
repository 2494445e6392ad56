"""One line a finding: path, row, column, rule, severity, message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tqcheck.finding import Finding
from tqcheck.report import FileReport, Manner
from tqcheck.report.excerpt import shown


def render(reports: Iterable[FileReport], manner: Manner) -> Iterator[str]:
    """The lines ``path:row:col: CODE name [severity] message``."""
    for source, findings in reports:
        for finding in findings:
            row, column = source.location(finding.span.start)
            place = manner.paint(shown(source.path), "path")
            yield f"{place}:{row}:{column}: {said(finding, manner)}\n"


def said(finding: Finding, manner: Manner) -> str:
    """``CODE name [severity] message``, on one line whatever the message holds."""
    code = manner.paint(finding.code, "code")
    severity = manner.paint(f"[{finding.severity.label}]", finding.severity.label)
    return f"{code} {finding.name} {severity} {shown(finding.message)}"
