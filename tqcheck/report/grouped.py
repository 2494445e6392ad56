"""Findings under their file's name, one line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tqcheck.report import FileReport, Manner
from tqcheck.report.concise import said
from tqcheck.report.excerpt import shown


def render(reports: Iterable[FileReport], manner: Manner) -> Iterator[str]:
    """A heading a file, then ``row:col  CODE name [severity] message``."""
    for source, findings in reports:
        if not findings:
            continue
        yield f"{manner.paint(shown(source.path), 'path')}:\n"
        for finding in findings:
            row, column = source.location(finding.span.start)
            yield f"  {row}:{column}".ljust(10) + f" {said(finding, manner)}\n"
        yield "\n"
