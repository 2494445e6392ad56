"""Puts down what was measured of each rule, for its page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.tally import Tally

RECORD = Path(__file__).parent.parent / "rules" / "measured.json"


def figures(tally: Tally) -> dict[str, Any]:
    """The counts by rule as plain data; see tqcheck.measured for what they say.

    Only rules with a finding somewhere are listed: one that isn't has been silent.
    """
    labels = {*tally.on, *tally.off, *tally.alarms, *tally.unknown}
    rules = {}
    for name in sorted(labels):
        alarms = {group: tally.alarms[name][group] for group in sorted(tally.alarms.get(name, ()))}
        rules[name.split()[0]] = {
            "marked": tally.on[name],
            "beside": tally.off[name],
            "tried": tally.tried[name],
            "mended": tally.mended[name],
            "unlabelled": tally.unknown[name],
            "clean": sum(alarms.values()),
        }
    marks = sum(row.marks for row in (*tally.must.values(), *tally.may.values()))
    return {"words": tally.words.total(), "marks": marks, "rules": rules}


def write(tally: Tally, path: Path = RECORD) -> None:
    """Write the figures, a rule a row, so that a change shows in a diff."""
    plain = figures(tally)
    rows = [f' "{code}": {json.dumps(row)}' for code, row in plain.pop("rules").items()]
    head = json.dumps(plain)[:-1]
    path.write_text(f'{head}, "rules": {{\n' + ",\n".join(rows) + "\n}}\n", "utf-8")
