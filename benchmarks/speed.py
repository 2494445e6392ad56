"""Measures what a run costs, beside the linters people use, and writes the tables.

    sh benchmarks/peers.sh /tmp/peers
    python benchmarks/speed.py --peers /tmp/peers [--out benchmarks/RESULTS.md]

All figures are CPU seconds of whole processes (user + system, children waited for). Commands
that are compared take turns, and of several rounds the smallest figure counts, so that ratios
hold under load. The corpus is made anew from a seed (benchmarks/corpus.py).
"""

from __future__ import annotations

import argparse
import platform
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.clock import rounds
from benchmarks.corpus import articles, write_files

MB = 1_000_000
BARE = [sys.executable, "-m", "tqcheck", "lint", "--isolated", "--output-format", "concise", "-q"]
LINT = [*BARE, "--no-cache", "--jobs", "1"]
SLOW = ("proselint", "write-good")
"""Linters that get a tenth of the corpus; their figures are taken times ten."""


def peers(folder: Path | None) -> dict[str, list[str]]:
    """The commands of the linters that are installed in a folder (benchmarks/peers.sh)."""
    if folder is None:
        return {}
    found = {
        "typos": [str(folder / "venv/bin/typos"), "--isolated"],
        "codespell": [str(folder / "venv/bin/codespell")],
        "proselint": [str(folder / "venv/bin/proselint"), "check"],
        "write-good": [str(folder / "node/node_modules/.bin/write-good")],
    }
    return {name: command for name, command in found.items() if Path(command[0]).exists()}


def start_up(folder: Path, others: dict[str, list[str]]) -> list[str]:
    """The table of one article from a cold start."""
    one = folder / "one.txt"
    one.write_text(next(articles(1)), "utf-8")
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "tqcheck --version": [sys.executable, "-m", "tqcheck", "--version"],
        "tqcheck lint one.txt (4.4 KB)": [*LINT, str(one)],
        "the same, unchanged since the last run": [*BARE, str(one)],
        **{f"{name} one.txt": [*command, str(one)] for name, command in others.items()},
    }
    costs = rounds(commands, 9)
    base = costs["python -c pass"].cpu
    return [
        "| start-up | CPU s | × python -c pass |\n|---|--:|--:|",
        *(f"| {name} | {cost.cpu:.3f} | {cost.cpu / base:.1f} |" for name, cost in costs.items()),
    ]


def against(folder: Path, others: dict[str, list[str]]) -> list[str]:
    """The table of 10 MB in many files, beside the other linters."""
    many, few = folder / "many", folder / "few"
    files = write_files(many, 10 * MB)
    write_files(few, MB)
    paths = [str(path) for path in sorted(few.iterdir())]
    commands = {f"tqcheck, {files} files": [*LINT, str(many)]}
    for name, command in others.items():
        commands[name] = [*command, *(paths if name in SLOW else [str(many)])]
    costs = rounds(commands, 3)
    own = next(iter(costs.values())).cpu
    lines = ["| 10 MB | CPU s | MB per CPU s | × tqcheck | peak MB |\n|---|--:|--:|--:|--:|"]
    for name, cost in costs.items():
        spent = cost.cpu * (10 if name in SLOW else 1)
        shown = f"{name} (1 MB × 10)" if name in SLOW else name
        lines.append(
            f"| {shown} | {spent:.2f} | {10 / spent:.2f} | {spent / own:.2f} | {cost.peak:.0f} |"
        )
    return lines


def by_size(folder: Path, sizes: Sequence[int]) -> list[str]:
    """The table of megabytes in one file and in many."""
    lines = ["| input | MB | CPU s | MB per CPU s | cost per MB against the first | peak MB |"]
    lines.append("|---|--:|--:|--:|--:|--:|")
    first: dict[bool, float] = {}
    for size in sizes:
        one, many = folder / f"{size}.txt", folder / f"many-{size}"
        one.write_text("\n".join(articles(size * MB)), "utf-8")
        files = write_files(many, size * MB)
        for single, name, path in ((True, "one file", one), (False, f"{files} files", many)):
            cost = rounds({name: [*LINT, str(path)]}, 2)[name]
            base = first.setdefault(single, cost.cpu / size)
            ratio = cost.cpu / size / base
            lines.append(
                f"| {name} | {size} | {cost.cpu:.2f} | {size / cost.cpu:.2f} | {ratio:.2f} "
                f"| {cost.peak:.0f} |"
            )
    return lines


def repeated(folder: Path) -> list[str]:
    """The table of a second run, of two processes and of twice the rules, on one corpus."""
    many, rules, cache = folder / "again", folder / "rules", folder / "cache"
    files = write_files(many, 10 * MB)
    doubled(rules)
    kept = [*BARE, "--jobs", "1", "--cache-dir", str(cache), str(many)]
    rounds({"first": kept}, 1)
    commands = {
        "one process, no cache": [*LINT, str(many)],
        "twice the rules": [*LINT, "--rules", str(rules), str(many)],
        "two processes": [*BARE, "--no-cache", "--jobs", "2", str(many)],
        "second run": kept,
    }
    costs = rounds(commands, 2)
    base = costs["one process, no cache"]
    lines = [f"| {files} files | CPU s | wall s | CPU × the first |\n|---|--:|--:|--:|"]
    lines += [
        f"| {name} | {cost.cpu:.2f} | {cost.wall:.2f} | {cost.cpu / base.cpu:.2f} |"
        for name, cost in costs.items()
    ]
    return lines


def doubled(folder: Path) -> None:
    """Copies of all shipped cards under other ids and names."""
    root = Path(__file__).resolve().parent.parent / "rules"
    for path in [*sorted(root.rglob("*.toml")), *sorted(root.rglob("*.txt"))]:
        text = path.read_text("utf-8")
        if path.suffix == ".toml":
            text = re.sub(r'(?m)^(id\s*=\s*)"TQ', r'\1"DB', text, count=1)
            text = re.sub(r'(?m)^(name\s*=\s*)"', r'\1"copied-', text, count=1)
        place = folder / path.relative_to(root).with_name(
            f"copied-{path.name}" if path.suffix == ".toml" else path.name
        )
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")


def main() -> None:
    """Measure and print, and write where ``--out`` says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--peers", type=Path, help="where benchmarks/peers.sh installed")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1, 10], metavar="MB")
    parser.add_argument("--quick", action="store_true", help="start-up only")
    options = parser.parse_args()
    others = peers(options.peers)
    head = (
        f"# Speed\n\nPython {platform.python_version()}, {platform.machine()}; CPU seconds, "
        "smallest of several rounds; written by `python benchmarks/speed.py`."
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tables = [start_up(folder, others)]
        if not options.quick:
            tables += [against(folder, others), repeated(folder), by_size(folder, options.sizes)]
    text = "\n\n".join((head, *("\n".join(lines) for lines in tables))) + "\n"
    print(text)
    if options.out:
        options.out.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
