"""Adds up what tqcheck made of the texts: by category, by rule, by file, and in all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from benchmarks.product import Outcome
from benchmarks.samples import Sample
from benchmarks.scoring import Judgement, Work, judge, lies_on, work
from tqcheck.finding import Finding

PER = 10_000
"""False alarms are counted per so many words."""


@dataclass(slots=True)
class Row:
    """Marks of one category: how many, found, with a repair to be had, and rightly mended."""

    marks: int = 0
    found: int = 0
    mendable: int = 0
    offered: int = 0
    right: int = 0

    def add(self, judgement: Judgement) -> None:
        """Count one mark."""
        self.marks += 1
        self.found += judgement.found
        if judgement.mark.mended:
            self.mendable += 1
            self.offered += judgement.offered
            self.right += judgement.right


class Effort(NamedTuple):
    """The editor's work on one article after the safe fixes and after all."""

    name: str
    safe: Work
    all: Work


@dataclass(slots=True)
class Tally:
    """All counts of one measurement; ``add`` takes one text after the other.

    ``must`` and ``may`` hold the marks by category, ``on`` and ``off`` the findings on labelled
    texts by rule, on a mark and beside all marks; ``alarms`` the findings on clean texts by
    rule and file; ``unknown`` those on texts of which nobody knows; ``missed`` and ``beside``
    tell which marks were missed and which findings lie beside the marks. ``tried`` and
    ``mended`` count, by rule, the marks for which its finding has a fix, and those that come out
    right.
    """

    must: dict[str, Row] = field(default_factory=lambda: defaultdict(Row))
    may: dict[str, Row] = field(default_factory=lambda: defaultdict(Row))
    on: Counter[str] = field(default_factory=Counter)
    off: Counter[str] = field(default_factory=Counter)
    tried: Counter[str] = field(default_factory=Counter)
    mended: Counter[str] = field(default_factory=Counter)
    alarms: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    unknown: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    efforts: list[Effort] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    crashes: list[str] = field(default_factory=list)

    def add(self, sample: Sample, outcome: Outcome) -> None:
        """Count one text and what tqcheck made of it."""
        self.crashes += [f"{sample.name}: {c.code}: {c.error}" for c in outcome.crashes]
        if sample.kind == "clean":
            self.words[sample.group] += sample.words
            for finding in outcome.findings:
                self.alarms[label(finding)][sample.group] += 1
        elif sample.kind == "other":
            self.unknown.update(label(finding) for finding in outcome.findings)
        else:
            self._add_labelled(sample, outcome)

    def _add_labelled(self, sample: Sample, outcome: Outcome) -> None:
        for mark in sample.marks:
            judgement = judge(sample.text, mark, outcome.findings, outcome.edits)
            rows = self.may if mark.optional else self.must
            rows[mark.category].add(judgement)
            for finding in outcome.findings if judgement.offered and mark.mended else ():
                if finding.fix is not None and lies_on(finding, mark):
                    self.tried[label(finding)] += 1
                    self.mended[label(finding)] += judgement.right
            wrong = mark.mended and judgement.found and not judgement.right
            if not mark.optional and (wrong or not judgement.found):
                what = "not mended" if wrong else "missed"
                place = shown(sample.text, mark.span.start, mark.span.end)
                self.missed.append(f"{sample.name}: {what} {mark.category}: {place}")
        for finding in outcome.findings:
            on = any(lies_on(finding, mark) for mark in sample.marks)
            (self.on if on else self.off)[label(finding)] += 1
            if not on:
                place = shown(sample.text, *finding.span)
                self.beside.append(f"{sample.name}: {label(finding)}: {place}")
        if sample.whole is not None:
            effort = work(sample.whole, outcome.safe), work(sample.whole, outcome.all)
            self.efforts.append(Effort(sample.name, *effort))

    def totals(self) -> dict[str, float]:
        """The figures floors are set for; one whose texts are not there is left out."""
        rows = self.must.values()
        found: dict[str, float] = {}
        _ratio(found, "recall", sum(r.found for r in rows), sum(r.marks for r in rows))
        _ratio(found, "right", sum(r.right for r in rows), sum(r.mendable for r in rows))
        _ratio(found, "right_of_offered", sum(r.right for r in rows), sum(r.offered for r in rows))
        on, off = self.on.total(), self.off.total()
        _ratio(found, "precision", on, on + off)
        for name, works in (
            ("share_safe", [effort.safe for effort in self.efforts]),
            ("share_all", [effort.all for effort in self.efforts]),
        ):
            if works:
                found[name] = total(works).share
        alarms = sum(counts.total() for counts in self.alarms.values())
        _ratio(found, "alarms", alarms * PER, self.words.total())
        return found


def total(works: Sequence[Work]) -> Work:
    """The work on several articles together."""
    return Work(sum(w.before for w in works), sum(w.after for w in works))


def label(finding: Finding) -> str:
    """A rule as tables name it."""
    return f"{finding.code} {finding.name}"


def shown(text: str, start: int, end: int, around: int = 40) -> str:
    """A place with its context on one line, the place in brackets."""
    parts = (text[max(0, start - around) : start], text[start:end], text[end : end + around])
    before, place, after = (part.replace("\n", "⏎") for part in parts)
    return f"{before}[{place}]{after}"


def _ratio(into: dict[str, float], name: str, part: float, whole: float) -> None:
    if whole:
        into[name] = part / whole
