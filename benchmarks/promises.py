"""Applies every fix to texts and tells what broke a promise: ``python benchmarks/promises.py``.

For each text: the second run must have nothing to fix, digits and learned names must be the same
unless the rule is about them, and each fix must stay in the sentence of its finding.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

if not __package__:  # run as a file
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.product import rules
from benchmarks.samples import OWN, Sample, load
from benchmarks.tables import section
from tqcheck import fixer
from tqcheck.article import Article
from tqcheck.engine import check
from tqcheck.finding import Edit, Finding, Safety
from tqcheck.names import names_of
from tqcheck.opening import Options, open_article
from tqcheck.rule import Rule
from tqcheck.source import Source, apply_edits

_OPTIONS = Options()
_NAME = "names"
_COLUMNS = ("rule", "fixes", "digits", "names", "beyond the sentence", "beyond the line")


class Ledger:
    """What the fixes did, counted by rule, with a line for each that did more than mend."""

    def __init__(self) -> None:
        self.counts: dict[str, Counter[str]] = defaultdict(Counter)
        self.lines: list[str] = []
        self.texts = self.restless = self.dropped = 0

    def add(self, sample: Sample, chosen: Sequence[Rule]) -> None:
        """Look at each fix of a text alone, then at what all of them leave."""
        source = Source("a.txt", sample.text)
        article = open_article(source, _OPTIONS)
        for finding in check(article, chosen).findings:
            if finding.fix is not None and finding.fix.safety >= Safety.UNSAFE:
                self._one(sample.name, article, finding, finding.fix.edits)
        self.texts += 1
        for least in (Safety.SAFE, Safety.UNSAFE):
            fixed = fixer.fix(source, chosen, least, _OPTIONS)
            again = fixer.fix(fixed.source, chosen, least, _OPTIONS)
            self.dropped += len(fixed.dropped)
            if again.applied or again.source.text != fixed.source.text:
                self.restless += 1
                self.lines.append(f"{sample.name}: a second run fixes {again.applied} more")

    def _one(self, name: str, article: Article, finding: Finding, edits: Sequence[Edit]) -> None:
        rule = f"{finding.code} {finding.name}"
        self.counts[rule]["fixes"] += 1
        for what in _done(article, finding, edits):
            self.counts[rule][what] += 1
            said = "; ".join(f"{article.text(one.span)!r} → {one.new!r}" for one in edits)
            self.lines.append(f"{name}: {rule}: {what}: {said}")

    def table(self) -> str:
        """The counts of the rules that did more than mend."""
        rows = [
            (rule, *(str(counts[column]) for column in _COLUMNS[1:]))
            for rule, counts in sorted(self.counts.items())
            if len(counts) > 1
        ]
        return section("Fixes that do more than mend", _COLUMNS, rows)


def _done(article: Article, finding: Finding, edits: Sequence[Edit]) -> Iterator[str]:
    """Which of the columns holds for a fix; a plain text's offsets are those of its view."""
    view = article.view
    first, last = edits[0].span.start, edits[-1].span.end
    start, end = view.rfind("\n", 0, first) + 1, view.find("\n", last)
    end = len(view) if end < 0 else end
    shifted = [Edit(one.span.shifted(-start), one.new) for one in edits]
    before, after = view[start:end], apply_edits(view[start:end], shifted)
    if _digits(before) != _digits(after):
        yield "digits"
    known = names_of(article).known
    lost = _words(before, known) - _words(after, known)
    if lost:
        yield _NAME
    opens = article.sentence(finding.span.start).start
    closes = article.sentence(max(finding.span.start, finding.span.end - 1)).end
    if first < opens or last > closes:
        yield "beyond the sentence"
    if "\n" in view[min(first, finding.span.start) : max(last, finding.span.end)].strip("\n"):
        yield "beyond the line"


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def _words(text: str, known: frozenset[str]) -> set[str]:
    letters = "".join(sign if sign.isalpha() or sign in "-'’" else " " for sign in text)
    return {word for word in letters.split() if word in known}


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse arguments, apply, print; 1 if a second run had something to fix, else 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", default=list(OWN))
    parser.add_argument("--show", action="store_true", help="each fix that is counted")
    parser.add_argument("--preview", action="store_true", help="run the rules on trial too")
    given = parser.parse_args(arguments)
    ledger, chosen = Ledger(), rules(given.preview)
    for folder in given.folders:
        for sample in load(folder):
            ledger.add(sample, chosen)
    if given.show:
        print("\n".join(ledger.lines))
    fixes = sum(counts["fixes"] for counts in ledger.counts.values())
    print(ledger.table())
    print(
        f"{ledger.texts:,} texts, {fixes:,} fixes; {ledger.dropped} given up by the proof, "
        f"{ledger.restless} second runs with something to fix"
    )
    return int(bool(ledger.restless))


if __name__ == "__main__":
    sys.exit(main())
