"""Measures what a run costs: by size, in one file and in many, and from a cold start.

    python benchmarks/speed.py [--out benchmarks/RESULTS.md]

All figures are CPU seconds of whole processes (user + system, children waited for), the
smallest of several runs; the corpus is made anew from a seed (benchmarks/corpus.py).
"""

from __future__ import annotations

import argparse
import platform
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.corpus import articles, write_files

MB = 1_000_000
LINT = [sys.executable, "-m", "tqcheck", "lint", "--isolated", "--output-format", "concise", "-q"]


def cpu(command: list[str], runs: int = 3) -> float:
    """CPU seconds of a command, the smallest of several runs."""
    best = float("inf")
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        if done.returncode not in (0, 1):
            raise SystemExit(f"{command}: exit code {done.returncode}")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return best


def start_up(folder: Path) -> list[tuple[str, float]]:
    """Rows of the start-up table: Python alone, ``--version``, one article."""
    one = folder / "one.txt"
    one.write_text(next(articles(1)), "utf-8")
    return [
        ("python -c pass", cpu([sys.executable, "-c", "pass"], 7)),
        ("tqcheck --version", cpu([sys.executable, "-m", "tqcheck", "--version"], 7)),
        ("tqcheck lint one.txt (4.4 KB)", cpu([*LINT, str(one)], 7)),
    ]


def by_size(folder: Path, sizes: list[int]) -> list[tuple[str, int, float]]:
    """Rows of the size table: megabytes in one file and in many, and their CPU seconds."""
    rows: list[tuple[str, int, float]] = []
    for size in sizes:
        one = folder / f"{size}.txt"
        one.write_text("\n".join(articles(size * MB)), "utf-8")
        rows.append(("one file", size, cpu([*LINT, str(one)], 2)))
        many = folder / f"many-{size}"
        files = write_files(many, size * MB)
        rows.append((f"{files} files", size, cpu([*LINT, str(many)], 2)))
    return rows


def table(start: list[tuple[str, float]], sizes: list[tuple[str, int, float]]) -> str:
    """The figures as Markdown."""
    pass_cost = start[0][1]
    out = [
        f"# Speed\n\nPython {platform.python_version()}, {platform.machine()}; CPU seconds, "
        "smallest of several runs; written by `python benchmarks/speed.py`.\n",
        "| start-up | CPU s | × python -c pass |\n|---|--:|--:|",
        *(f"| {name} | {cost:.3f} | {cost / pass_cost:.1f} |" for name, cost in start),
        "",
        "| input | MB | CPU s | MB per CPU s | cost per MB against 1 MB |\n|---|--:|--:|--:|--:|",
    ]
    first: dict[bool, float] = {}
    for name, size, cost in sizes:
        single = name == "one file"
        per_mb = cost / size
        base = first.setdefault(single, per_mb)
        out.append(f"| {name} | {size} | {cost:.2f} | {size / cost:.2f} | {per_mb / base:.2f} |")
    return "\n".join(out) + "\n"


def main() -> None:
    """Measure and print, and write where ``--out`` says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1, 10], metavar="MB")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        text = table(start_up(folder), by_size(folder, options.sizes))
    print(text)
    if options.out:
        options.out.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
