"""Measures what LanguageTool adds: ``python benchmarks/languagetool.py URL FOLDER… [--show]``.

FOLDER holds texts (see benchmarks.samples). Told per 10,000 words, by file and by category: what
the server finds as it comes, what the profile lets through, and what is left beside our own
findings. Answers are kept in the cache folder; ``--show`` tells each finding that is left.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

if not __package__:  # run as a file
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.product import rules
from benchmarks.samples import Sample, load
from benchmarks.tally import shown
from tqcheck import keeping
from tqcheck.article import Article
from tqcheck.engine import examine
from tqcheck.languagetool.answer import Raw
from tqcheck.languagetool.matches import candidates
from tqcheck.languagetool.positions import units
from tqcheck.languagetool.profile import Profile
from tqcheck.languagetool.session import Session, Settings
from tqcheck.opening import Options, open_article
from tqcheck.rule import Rule
from tqcheck.source import Source


class _Bare(Profile):
    """The server as it comes."""

    @property
    def off(self) -> frozenset[str]:
        """Nothing."""
        return frozenset()


class Count:
    """Findings by category: as it comes, allowed, told and told where ours mark already."""

    def __init__(self) -> None:
        self.words = 0
        self.bare: Counter[str] = Counter()
        self.allowed: Counter[str] = Counter()
        self.told: Counter[str] = Counter()
        self.ours_too = 0

    def add(self, other: Count) -> None:
        """Take another's counts in."""
        self.words += other.words
        self.ours_too += other.ours_too
        for name in ("bare", "allowed", "told"):
            getattr(self, name).update(getattr(other, name))


def measured(
    sample: Sample, chosen: Sequence[Rule], bare: Session, house: Session
) -> tuple[Count, list[str]]:
    """The counts of one text, and a line for each finding that is told."""
    count, profile = Count(), Profile()
    count.words = sample.words
    article = open_article(Source(sample.name, sample.text), Options())
    count.bare.update(raw.category for raw in _raws(article, bare))
    raws = [one for one in _raws(article, house) if profile.allows(one.rule, one.category)]
    count.allowed.update(one.category for one in raws)
    own = examine(article, chosen).candidates
    categories = {one.rule: one.category for one in raws}
    told = candidates(article, raws, own, profile)
    alone = candidates(article, raws, (), profile)
    count.ours_too = len(alone) - len(told)
    lines = []
    for item in told:
        finding = item.finding
        count.told[categories[finding.code.removeprefix("LT:")]] += 1
        fix = finding.fix.message if finding.fix else ""
        place = shown(sample.text, *finding.span, around=60)
        lines.append(f"{sample.group} {sample.name} {finding.code} {place} {fix}")
    return count, lines


def _raws(article: Article, session: Session) -> Iterator[Raw]:
    spans = units(article)
    answers = session.answers([article.text(span) for span in spans])
    if session.failure is not None:
        raise SystemExit(f"LanguageTool {session.failure.what}")
    for span, answer in zip(spans, answers, strict=True):
        for raw in answer:
            yield raw._replace(start=raw.start + span.start, end=raw.end + span.start)


def tables(groups: dict[str, Count]) -> Iterator[str]:
    """Two tables: by file, and by category over all files."""
    whole = Count()
    for count in groups.values():
        whole.add(count)
    yield "| set | words | as it comes | with the profile | findings |"
    yield "|---|---:|---:|---:|---:|"
    for name, count in (*groups.items(), ("all", whole)):
        told = count.told.total()
        bare, left = (_rate(number, count.words) for number in (count.bare.total(), told))
        yield f"| {name} | {count.words:,} | {bare:.1f} | {left:.1f} | {told} |"
    yield f"\nAt places that our own rules mark already: {whole.ours_too}.\n"
    yield "| category | as it comes | allowed | told | findings |"
    yield "|---|---:|---:|---:|---:|"
    for name, number in whole.bare.most_common():
        rates = [_rate(one, whole.words) for one in (number, whole.allowed[name], whole.told[name])]
        row = " | ".join(f"{rate:.2f}" for rate in rates)
        yield f"| {name} | {row} | {whole.told[name]} |"


def _rate(number: int, words: int) -> float:
    return 10_000 * number / max(1, words)


def main(arguments: Sequence[str]) -> int:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("url", help="of a server")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--show", action="store_true", help="tell each finding that is left")
    given = parser.parse_args(arguments)
    chosen, groups = rules(), dict[str, Count]()
    kept = keeping.cache_folder()
    with (
        Session(Settings(given.url, _Bare(), kept)) as bare,
        Session(Settings(given.url, Profile(), kept)) as house,
    ):
        for folder in given.folders:
            for sample in load(folder):
                count, lines = measured(sample, chosen, bare, house)
                groups.setdefault(sample.group, Count()).add(count)
                if given.show:
                    print(*lines, sep="\n", end="\n" if lines else "", flush=True)
    print(*tables(groups), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
