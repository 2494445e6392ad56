"""Measures for the speed benchmark: start-up, other linters, second runs, rules, sizes."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.clock import Cost, Job, cost_of, rounds
from benchmarks.speed_corpora import Corpora
from benchmarks.speed_product import Peer, Product, double


@dataclass(frozen=True, slots=True)
class Plan:
    """What is measured: megabytes in many files, sizes, processes, rounds, a slow peer's limit.

    ``patience`` is in CPU seconds: a peer that would take longer gets a smaller sample.
    """

    size: float = 10
    sizes: tuple[float, ...] = (1, 10)
    processes: tuple[int, ...] = (1, 2)
    rounds: int = 3
    patience: float = 30


@dataclass(frozen=True, slots=True)
class Bench:
    """Everything a measurement needs; ``facts`` gathers the figures that have a target."""

    product: Product
    peers: Sequence[Peer]
    corpora: Corpora
    plan: Plan
    facts: dict[str, float] = field(default_factory=dict)


def table(head: str, rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; all columns but the first hold numbers."""
    columns = head.split(" | ")
    lines = [f"| {head} |", "|---|" + "--:|" * (len(columns) - 1)]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def start_up(bench: Bench) -> str:
    """One article from a cold start, and what starting alone costs."""
    product, one = bench.product, bench.corpora.article()
    jobs = {
        "python -c pass": Job((sys.executable, "-c", "pass")),
        "tqcheck --version": product.run("--version"),
        "tqcheck lint, one article": product.lint(one),
    }
    if product.has("--cache-dir"):
        cache = bench.corpora.folder / "cache-one"
        jobs["the same, unchanged since the last run"] = product.lint(one, cache=cache)
    jobs |= {f"{peer.name}, one article": peer.lint(one) for peer in bench.peers}
    costs = rounds(jobs, 2 * bench.plan.rounds)
    base, own = costs["python -c pass"].cpu, costs["tqcheck lint, one article"].cpu
    bench.facts["start"] = own / base
    if "codespell, one article" in costs:
        bench.facts["start/codespell"] = own / costs["codespell, one article"].cpu
    size = one.stat().st_size / 1000
    rows = (
        (name, f"{cost.cpu:.3f}", f"{cost.wall:.3f}", f"{cost.cpu / base:.1f}", f"{cost.peak:.0f}")
        for name, cost in costs.items()
    )
    head = "command | CPU s | wall s | CPU, python -c pass = 1 | peak MB"
    return f"## One article of {size:.1f} KB\n\n" + table(head, rows)


def against(bench: Bench) -> str:
    """Many files, beside the other linters; slow ones get a sample."""
    size, corpora = bench.plan.size, bench.corpora
    whole = corpora.many(size)
    samples = {peer.name: _sample(bench, peer) for peer in bench.peers}
    jobs = {"tqcheck": bench.product.lint(whole)}
    jobs |= {peer.name: peer.lint(corpora.many(samples[peer.name])) for peer in bench.peers}
    costs = rounds(jobs, bench.plan.rounds)
    starts = {peer.name: cost_of(peer.lint(corpora.article())) for peer in bench.peers}
    rates: dict[str, float] = {}
    rows = []
    for name, cost in costs.items():
        sample = samples.get(name, size)
        spent = _scaled(cost.cpu, starts[name].cpu, size / sample) if sample != size else cost.cpu
        rates[name] = size / spent
        shown = name if sample == size else f"{name} ({sample:g} MB, scaled)"
        ratio = rates["tqcheck"] / rates[name]
        cells = f"{spent:.2f}", f"{rates[name]:.2f}", f"{ratio:.2f}", f"{cost.peak:.0f}"
        rows.append((shown, *cells))
        if name != "tqcheck":
            bench.facts[f"rate/{name}"] = ratio
    bench.facts.update(rate=rates["tqcheck"], peak=costs["tqcheck"].peak)
    head = "command | CPU s | MB per CPU s | tqcheck is so many times as fast | peak MB"
    files = corpora.count(whole)
    note = "\n\nA scaled figure is the start-up once, and the rest times the share of the sample."
    title = f"## {size:g} MB in {files:,} files, one process, no cache\n\n"
    return title + table(head, rows) + (note if set(samples.values()) - {size} else "")


def _sample(bench: Bench, peer: Peer) -> float:
    """How many megabytes a peer gets: all, a tenth or a hundredth, as its patience allows."""
    size, corpora = bench.plan.size, bench.corpora
    start = cost_of(peer.lint(corpora.article())).cpu
    probe = cost_of(peer.lint(corpora.many(size / 100))).cpu
    for part in (1, 10):
        if _scaled(probe, start, 100 / part) <= bench.plan.patience:
            return size / part
    return size / 100


def _scaled(spent: float, start: float, factor: float) -> float:
    """CPU seconds for ``factor`` times the sample; the start-up is paid once."""
    start = min(start, spent)
    return start + (spent - start) * factor


def repeated(bench: Bench) -> str:
    """A second run, several processes and twice the rules, on the same files."""
    product, corpora, plan = bench.product, bench.corpora, bench.plan
    many = corpora.many(plan.size)
    rules = corpora.folder / "rules"
    double(rules)
    jobs = {
        "one process, no cache": product.lint(many),
        "twice the rules": product.lint(many, "--rules", str(rules)),
    }
    if product.has("--jobs"):
        for count in plan.processes:
            if count > 1:
                jobs[f"{count} processes, no cache"] = product.lint(many, jobs=count)
    if product.has("--cache-dir"):  # the round that isn't counted fills the cache
        jobs["second run, nothing changed"] = product.lint(many, cache=corpora.folder / "cache")
    costs = rounds(jobs, plan.rounds)
    base = costs["one process, no cache"]
    bench.facts["rules"] = costs["twice the rules"].cpu / base.cpu
    if "second run, nothing changed" in costs:
        bench.facts["second"] = costs["second run, nothing changed"].wall
    rows = ((name, *_compared(cost, base)) for name, cost in costs.items())
    head = "run | CPU s | wall s | CPU, the first = 1 | wall, the first = 1 | peak MB"
    files = corpora.count(many)
    return f"## The same {files:,} files: rules, processes, second run\n\n" + table(head, rows)


def _compared(cost: Cost, base: Cost) -> tuple[str, ...]:
    ratios = cost.cpu / base.cpu, cost.wall / base.wall
    return f"{cost.cpu:.2f}", f"{cost.wall:.2f}", *(f"{r:.2f}" for r in ratios), f"{cost.peak:.0f}"


def by_size(bench: Bench) -> str:
    """Megabytes in one file and in many: what one of them costs."""
    paths: dict[tuple[float, bool], Path] = {}
    for size in bench.plan.sizes:
        paths[size, True] = bench.corpora.single(size)
        paths[size, False] = bench.corpora.many(size)
    names = {str(key): key for key in paths}
    jobs = {name: bench.product.lint(paths[key]) for name, key in names.items()}
    costs = {names[name]: cost for name, cost in rounds(jobs, bench.plan.rounds - 1).items()}
    _growth(bench, costs)
    rows = []
    for (size, single), cost in costs.items():
        count = bench.corpora.count(paths[size, single])
        first = costs[bench.plan.sizes[0], single].cpu / bench.plan.sizes[0]
        figures = f"{cost.cpu:.2f}", f"{size / cost.cpu:.2f}", f"{cost.cpu / size / first:.2f}"
        shown = "one file" if single else f"{count:,} files"
        rows.append((shown, f"{size:g}", *figures, f"{cost.peak:.0f}"))
    head = "input | MB | CPU s | MB per CPU s | CPU per MB, the first size = 1 | peak MB"
    return "## By size\n\n" + table(head, rows)


def _growth(bench: Bench, costs: Mapping[tuple[float, bool], Cost]) -> None:
    """Note how the cost of a megabyte grows from 10 to 100 MB, in one file and in many."""
    for single, name in ((True, "growth/one"), (False, "growth/many")):
        if (10, single) in costs and (100, single) in costs:
            bench.facts[name] = costs[100, single].cpu / costs[10, single].cpu / 10
