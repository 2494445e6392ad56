"""Findings as one JSON array, for programs; its shape is a contract."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from tqcheck.finding import Edit, Finding, Fix
from tqcheck.report import FileReport, Manner
from tqcheck.source import Source


def render(reports: Iterable[FileReport], manner: Manner) -> Iterator[str]:
    """The array, one object a line; "[]" where nothing was found."""
    lines = (
        json.dumps(record(source, finding), ensure_ascii=False)
        for source, findings in reports
        for finding in findings
    )
    first = next(lines, None)
    if first is None:
        yield "[]\n"
        return
    yield f"[\n{first}"
    for line in lines:
        yield f",\n{line}"
    yield "\n]\n"


def record(source: Source, finding: Finding) -> dict[str, Any]:
    """A finding as plain data; offsets are 0-based code points, rows and columns 1-based."""
    found: dict[str, Any] = {
        "code": finding.code,
        "name": finding.name,
        "message": finding.message,
        "severity": finding.severity.label,
        "mqm": finding.mqm,
        "filename": source.path,
        "start": finding.span.start,
        "end": finding.span.end,
        "text": finding.text,
        "location": _place(source, finding.span.start),
        "end_location": _place(source, finding.span.end),
        "fix": _fix(source, finding.fix) if finding.fix is not None else None,
    }
    if finding.fix_withheld:
        found["fix_withheld"] = finding.fix_withheld
    found |= {"fingerprint": finding.fingerprint, "url": finding.url, "engine": finding.engine}
    return found


def _fix(source: Source, fix: Fix) -> dict[str, Any]:
    return {
        "applicability": fix.safety.label,
        "message": fix.message,
        "edits": [_edit(source, edit) for edit in fix.edits],
    }


def _edit(source: Source, edit: Edit) -> dict[str, Any]:
    return {
        "start": edit.span.start,
        "end": edit.span.end,
        "content": edit.new,
        "location": _place(source, edit.span.start),
        "end_location": _place(source, edit.span.end),
    }


def _place(source: Source, offset: int) -> dict[str, int]:
    row, column = source.location(offset)
    return {"row": row, "column": column}
