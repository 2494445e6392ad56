"""Measures what a run costs, beside the linters people use, and writes the tables.

    sh benchmarks/peers.sh /tmp/peers
    python benchmarks/speed.py --peers /tmp/peers [--out benchmarks/RESULTS.md]

All figures are those of whole processes: CPU seconds (user + system, children waited for), wall
seconds, peak memory. Commands that are compared take turns, and of several rounds the smallest
figure counts, so that ratios hold under load. The corpus is made anew from a seed
(benchmarks/corpus.py).
"""

from __future__ import annotations

import argparse
import platform
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.speed_corpora import Corpora
from benchmarks.speed_imports import imports
from benchmarks.speed_product import Product, peers
from benchmarks.speed_tables import Bench, Plan, against, by_size, repeated, start_up
from benchmarks.speed_targets import targets

QUICK = Plan(size=1, sizes=(1,), rounds=2, patience=2)
"""Takes less than a minute; only its ratios within one table mean something."""

TABLES: tuple[Callable[[Bench], str], ...] = (start_up, against, repeated, by_size)


def main() -> None:
    """Measure and print, and write where ``--out`` says."""
    options = _options()
    plan = QUICK if options.quick else Plan(sizes=tuple(options.sizes), processes=options.jobs)
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Product(), peers(options.peers), Corpora(Path(name)), plan)
        measured = []
        for number, measure in enumerate(TABLES, 1):
            print(f"{number} of {len(TABLES)}: {measure.__name__}", file=sys.stderr)
            measured.append(measure(bench))
        measured.append(imports(bench.product, bench.corpora.article()))
    facts = bench.facts
    if options.quick:  # start-up has too great a part in one megabyte
        facts = {name: value for name, value in facts.items() if name.startswith("start")}
    kind = " A quick run: 1 MB, so that most targets can't be told." if options.quick else ""
    head = (
        f"# Speed\n\nPython {platform.python_version()}, {platform.machine()}; smallest figures of "
        f"several rounds, of peaks the largest (none is lower than the benchmark's own memory); "
        f"written by `python benchmarks/speed.py`.{kind}"
    )
    text = "\n\n".join((head, targets(facts), *measured)) + "\n"
    print(text)
    if options.out:
        options.out.write_text(text, "utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the tables here, too")
    parser.add_argument("--peers", type=Path, metavar="FOLDER", help="where peers.sh installed")
    parser.add_argument(
        "--sizes",
        type=_sizes,
        default=(1.0, 10.0),
        metavar="MB,MB",
        help="1,10,100 for all targets (default: 1,10)",
    )
    parser.add_argument(
        "--jobs",
        type=_counts,
        default=(1, 2),
        metavar="N,N",
        help="numbers of processes (default: 1,2)",
    )
    parser.add_argument("--quick", action="store_true", help="1 MB, two rounds: under a minute")
    return parser.parse_args()


def _sizes(text: str) -> tuple[float, ...]:
    return tuple(float(part) for part in text.split(","))


def _counts(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(","))


if __name__ == "__main__":
    main()
