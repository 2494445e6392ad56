"""Findings as JSON, one object a line, in the shape of the JSON array's items."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from tqcheck.report import FileReport, Manner
from tqcheck.report.json import record


def render(reports: Iterable[FileReport], manner: Manner) -> Iterator[str]:
    """One line a finding; nothing where nothing was found."""
    for source, findings in reports:
        for finding in findings:
            yield json.dumps(record(source, finding), ensure_ascii=False) + "\n"
