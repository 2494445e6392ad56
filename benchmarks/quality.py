"""Measures how good the findings and fixes are: ``python benchmarks/quality.py [FOLDER…]``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

if not __package__:  # run as a file
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import record
from benchmarks.floors import broken
from benchmarks.product import Outcome, rules, run
from benchmarks.samples import OWN, Sample, load
from benchmarks.snapshots import EXPECTED, articles, files
from benchmarks.tables import markdown, plain
from benchmarks.tally import Tally, label, shown
from tqcheck.rule import Rule


def measure(
    samples: Iterator[Sample], chosen: Sequence[Rule], show: Sequence[str] = ()
) -> tuple[Tally, list[str]]:
    """Run the rules over all texts; the counts, and a line for each hit of a shown rule.

    ``show`` holds codes, names or "ALL" of rules.
    """
    tally = Tally()
    lines: list[str] = []
    for sample in samples:
        outcome = run(sample.text, chosen, fix=sample.kind == "labelled", name=sample.name)
        tally.add(sample, outcome)
        if show:
            lines += _shown(sample, outcome, show)
    return tally, lines


def _shown(sample: Sample, outcome: Outcome, show: Sequence[str]) -> Iterator[str]:
    for finding in outcome.findings:
        if "ALL" in show or finding.code in show or finding.name in show:
            place = shown(sample.text, *finding.span, around=60)
            yield f"{sample.kind} {sample.name} {label(finding)}: {place}"


def update_snapshots() -> int:
    """Write the expected findings and diffs of our own articles anew; how many files."""
    EXPECTED.mkdir(exist_ok=True)
    stale = set(EXPECTED.iterdir())
    chosen = rules()
    for sample in articles():
        for name, content in files(sample, run(sample.text, chosen, True, sample.name)).items():
            path = EXPECTED / name
            path.write_text(content, "utf-8")
            stale.discard(path)
    for path in stale:
        path.unlink()
    return len(list(EXPECTED.iterdir()))


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse arguments, measure, print; 1 if a floor is broken or a rule crashed, else 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    add(
        "folders",
        nargs="*",
        type=Path,
        metavar="FOLDER",
        help="texts; default: fixtures/",
    )
    add("--json", type=Path, metavar="OUT", help="write the counts there as JSON")
    add("--show", action="append", default=[], metavar="RULE", help="each hit (code, name, ALL)")
    add("--missed", action="store_true", help="list missed marks and findings beside the marks")
    add("--select", action="append", default=[], metavar="CODE", help="only these rules")
    add("--rules", action="append", default=[], type=Path, metavar="DIR", help="more cards")
    add("--preview", action="store_true", help="run the rules on trial too")
    add("--floors", type=Path, metavar="FILE", help="TOML with floors to hold")
    add("--record", action="store_true", help="write the figures of the rules' pages anew")
    add("--update-snapshots", action="store_true", help="write fixtures/expected anew and end")
    options = parser.parse_args(arguments)
    if options.update_snapshots:
        print(f"{update_snapshots()} files in {EXPECTED}")
        return 0
    samples = (sample for folder in options.folders or OWN for sample in load(folder))
    chosen = rules(options.preview, options.select, options.rules)
    tally, lines = measure(samples, chosen, options.show)
    if options.missed:
        lines += [*tally.missed, *(f"beside: {place}" for place in tally.beside)]
    print("\n".join([*lines, markdown(tally)]))
    if options.json:
        options.json.write_text(json.dumps(plain(tally), ensure_ascii=False, indent=1), "utf-8")
    if options.record:
        record.write(tally)
    faults = broken(tally, options.floors) if options.floors else []
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults or tally.crashes else 0


if __name__ == "__main__":
    sys.exit(main())
