"""Keeps what tqcheck makes of our own articles as files, so that a change is seen in review."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from benchmarks.product import Outcome
from benchmarks.samples import FIXTURES, Sample, load
from tqcheck.diff import unified
from tqcheck.finding import Finding

EXPECTED = FIXTURES / "expected"
"""The snapshots of fixtures/articles: ``<name>.findings.json`` and ``<name>.diff``."""


def articles() -> Iterator[Sample]:
    """The labelled articles of fixtures, by name."""
    yield from load(FIXTURES / "articles")


def files(sample: Sample, outcome: Outcome) -> dict[str, str]:
    """The snapshot files of an article, name to content; the diff holds all fixes."""
    name = Path(sample.name).stem
    findings = [_plain(finding) for finding in outcome.findings]
    return {
        f"{name}.findings.json": json.dumps(findings, ensure_ascii=False, indent=1) + "\n",
        f"{name}.diff": unified(sample.name, sample.text, outcome.edits),
    }


def _plain(finding: Finding) -> dict[str, object]:
    """A finding without what may change freely: its message and its fingerprint."""
    fix = finding.fix
    edits = [[*edit.span, edit.new] for edit in fix.edits] if fix else None
    return {
        "code": finding.code,
        "name": finding.name,
        "text": finding.text,
        "span": [*finding.span],
        "safety": fix.safety.label if fix else None,
        "edits": edits,
    }
