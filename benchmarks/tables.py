"""Writes a measurement as Markdown tables and as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from benchmarks.tally import PER, Row, Tally, total


def markdown(tally: Tally) -> str:
    """All tables that have something to say, the totals first."""
    sections = [
        section("Totals", ("figure", "value"), _totals(tally)),
        section("Marks by category", _CATEGORY, _categories(tally.must)),
        section("May be marked, no penalty", _CATEGORY, _categories(tally.may)),
        section("Findings on labelled texts by rule", _ON, _on_marks(tally)),
        section("Share of the editor's work done", _EFFORT, _efforts(tally)),
        *_alarms(tally),
        section("Findings on texts without labels", ("rule", "findings"), _unknown(tally)),
        section("Crashes", ("where",), ((crash,) for crash in tally.crashes)),
    ]
    return "\n".join(section for section in sections if section)


def plain(tally: Tally) -> dict[str, Any]:
    """The measurement for ``--json``: totals, and counts by category, rule and file."""
    return {
        "totals": tally.totals(),
        "must": {name: asdict(row) for name, row in sorted(tally.must.items())},
        "may": {name: asdict(row) for name, row in sorted(tally.may.items())},
        "on_marks": dict(sorted(tally.on.items())),
        "beside_marks": dict(sorted(tally.off.items())),
        "alarms": {rule: dict(counts) for rule, counts in sorted(tally.alarms.items())},
        "words": dict(tally.words),
        "unknown": dict(sorted(tally.unknown.items())),
        "efforts": [
            {"name": e.name, "safe": e.safe._asdict(), "all": e.all._asdict()}
            for e in tally.efforts
        ],
        "missed": tally.missed,
        "beside": tally.beside,
        "crashes": tally.crashes,
    }


_CATEGORY = ("category", "marks", "found", "recall", "right", "right of those mendable")
_ON = ("rule", "on a mark", "beside", "precision")
_EFFORT = ("article", "words to change", "after safe fixes", "share", "after all fixes", "share")


def _totals(tally: Tally) -> Iterator[Sequence[str]]:
    for name, value in tally.totals().items():
        if name == "alarms":
            yield f"false alarms per {PER:,} words", f"{value:.2f}"
        else:
            yield name.replace("_", " "), f"{value:.3f}"


def _categories(rows: Mapping[str, Row]) -> Iterator[Sequence[str]]:
    for name, row in sorted(rows.items()):
        recall, right = _share(row.found, row.marks), _share(row.right, row.mendable)
        yield name, str(row.marks), str(row.found), recall, str(row.right), right


def _on_marks(tally: Tally) -> Iterator[Sequence[str]]:
    for rule in sorted(tally.on.keys() | tally.off.keys()):
        on, off = tally.on[rule], tally.off[rule]
        yield rule, str(on), str(off), _share(on, on + off)


def _efforts(tally: Tally) -> Iterator[Sequence[str]]:
    works = [(effort.name, effort.safe, effort.all) for effort in tally.efforts]
    if works:
        works.append(("**all**", total([w[1] for w in works]), total([w[2] for w in works])))
    for name, safe, full in works:
        safes = str(safe.after), f"{safe.share:.2f}"
        yield name, str(safe.before), *safes, str(full.after), f"{full.share:.2f}"


def _alarms(tally: Tally) -> Iterator[str]:
    """One table: rules down, clean files across, alarms and their rate per 10,000 words."""
    files = sorted(tally.words)
    if len(files) > 8:  # many small files: one column for all
        words = {"all files": tally.words.total()}
        counts = {rule: {"all files": c.total()} for rule, c in tally.alarms.items()}
    else:
        words = {name: tally.words[name] for name in files}
        counts = {rule: dict(c) for rule, c in tally.alarms.items()}
    head = ("rule", *(f"{name} ({count:,} words)" for name, count in words.items()), "per 10,000")
    rows: list[Sequence[str]] = []
    for rule, found in sorted(counts.items()):
        cells = (_rate(found.get(name, 0), count) for name, count in words.items())
        rows.append((rule, *cells, f"{_per(sum(found.values()), tally.words.total()):.2f}"))
    if words and not rows:
        yield f"## False alarms\n\nNone in {tally.words.total():,} words.\n"
    else:
        yield section("False alarms by rule: number (per 10,000 words)", head, rows)


def _unknown(tally: Tally) -> Iterator[Sequence[str]]:
    for rule, count in tally.unknown.most_common():
        yield rule, str(count)


def _rate(count: int, words: int) -> str:
    return f"{count} ({_per(count, words):.2f})" if count else "–"


def _per(count: int, words: int) -> float:
    return count * PER / words if words else 0.0


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "–"


def section(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A heading and a table, "" without rows."""
    lines = [_line(row) for row in rows]
    if not lines:
        return ""
    rule = "|".join(["---"] * len(head))
    return "\n".join([f"## {title}\n", _line(head), f"|{rule}|", *lines, ""])


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
