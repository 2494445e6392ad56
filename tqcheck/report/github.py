"""Findings as GitHub Actions annotations (workflow commands of actions/toolkit)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tqcheck.finding import Finding, Severity
from tqcheck.report import FileReport, Manner
from tqcheck.source import Source

_LEVELS = {Severity.MINOR: "notice", Severity.MAJOR: "warning", Severity.CRITICAL: "error"}


def render(reports: Iterable[FileReport], manner: Manner) -> Iterator[str]:
    """One command a finding, most severe first: GitHub shows ten of a level in a step."""
    found = [(report.source, finding) for report in reports for finding in report.findings]
    found.sort(key=lambda pair: -pair[1].severity)
    for source, finding in found:
        yield _command(source, finding)


def _command(source: Source, finding: Finding) -> str:
    start = source.location(finding.span.start)
    end = source.location(finding.span.end)
    places = {"file": source.path, "line": str(start.row)}
    if start.row == end.row:  # columns count only where an annotation stays on one line
        places |= {"col": str(start.column), "endLine": str(end.row), "endColumn": str(end.column)}
    else:
        places |= {"endLine": str(end.row)}
    places["title"] = f"{finding.code} {finding.name}"
    properties = ",".join(f"{key}={_property(value)}" for key, value in places.items())
    message = finding.message
    if finding.fix is not None:
        message += f" (fix: {finding.fix.message})"
    return f"::{_LEVELS[finding.severity]} {properties}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
