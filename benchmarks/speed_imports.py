"""Tells which modules a look at one article imports, and what each of them costs."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from benchmarks.clock import Job, output_of
from benchmarks.speed_product import Product
from benchmarks.speed_tables import table

RUNS, SHOWN = 3, 10

_ROW = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|\s*(\S+)")


def imports(product: Product, article: Path) -> str:
    """The dearest top-level modules of ``python -X importtime``, of the quickest of some runs.

    Times are those of the module's own code and of its submodules', in milliseconds; what it
    imports from others stands with the others.
    """
    lint = product.lint(article).words
    words = lint[lint.index("lint") :]
    job = Job((sys.executable, "-X", "importtime", "-m", "tqcheck", *words), failures=(2,))
    counts = min((_by_module(output_of(job)[1]) for _ in range(RUNS)), key=Counter.total)
    total = counts.total()
    rows = [
        (f"`{name}`", f"{spent / 1000:.1f}", f"{spent / total:.0%}")
        for name, spent in counts.most_common(SHOWN)
    ]
    rows.append(("all", f"{total / 1000:.1f}", "100%"))
    return "## Imports for one article\n\n" + table("module | ms | share", rows)


def _by_module(report: str) -> Counter[str]:
    """Microseconds by top-level module."""
    counts: Counter[str] = Counter()
    for spent, name in _ROW.findall(report):
        counts[name.partition(".")[0]] += int(spent)
    return counts
