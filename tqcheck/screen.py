"""Asks all rules at once which of them an article concerns, in one pass over its images."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from itertools import compress
from operator import eq
from typing import Any

from tqcheck import images
from tqcheck.anchors import Anchor
from tqcheck.later import later
from tqcheck.overtime import Clock, OvertimeError
from tqcheck.patterns import compiled
from tqcheck.rule import Rule
from tqcheck.tables import JOB, SHIFT, ImageTable, Tables, Walk, crowded, make
from tqcheck.vocabulary import Vocabulary
from tqcheck.wake import WORD

_ODD = later(r"(?![0-9])\d|(?![ \t\n\r\u00a0\u2009\u202f])\s")
"""Digits and blanks without a byte of their own, which anchors don't reckon with."""
_LONG = 2_000
"""In texts of so many characters literals may stand too often to be tried one by one."""
_REACH = 512
"""How far back from an anchor a match's start is sought."""
Matches = Sequence[re.Match[str]]
_Match = Callable[[str, int], re.Match[str] | None]
_Confirm = Callable[[re.Match[str]], bool]


class _Image:
    """One image of texts with the automaton that finds its literals."""

    def __init__(self, translation: bytes, table: ImageTable) -> None:
        self._translation = translation
        self._literals = table.literals
        self.fixed = table.fixed
        self.special = table.special

    def hits(self, written: bytes) -> list[tuple[int, int, int]]:
        """Literal, start and end of each literal that stands in the image of a text."""
        if not self._literals:
            return []
        return self._find(written.translate(self._translation), overlapping=True)

    @cached_property
    def _find(self) -> Callable[..., list[tuple[int, int, int]]]:
        """The automaton's search; as a DFA it would take ten times as long to build."""
        from ahocorasick_rs import BytesAhoCorasick, Implementation

        automaton = BytesAhoCorasick(self._literals, implementation=Implementation.ContiguousNFA)
        find: Callable[..., list[tuple[int, int, int]]] = automaton.find_matches_as_indexes
        return find


class _Job:
    """A pattern to try where one of its anchors stands, for a rule's hits or to wake it."""

    def __init__(self, indexes: Sequence[int], rule: Rule, trigger: int) -> None:
        self.index = indexes[0]
        self.woken: dict[int, None] = dict.fromkeys(indexes)
        self._rule = rule
        self._trigger = trigger
        self.hits = trigger < 0
        self.limited = rule.own

    @cached_property
    def match(self) -> _Match:
        """The pattern's ``match``; it is compiled when the job is first tried."""
        if self.hits:
            return compiled(self._rule.expanded).match
        assert self._rule.outline is not None
        return compiled(self._rule.outline.patterns[self._trigger]).match

    @cached_property
    def confirm(self) -> _Confirm | None:
        """The trigger's closer look at a match."""
        outline, number = self._rule.outline, self._trigger
        if self.hits or outline is None or not outline.confirms[number]:
            return None
        found: _Confirm | None = self._rule.promised(
            outline.confirms[number], lambda wake: wake.triggers[number].confirm
        )
        return found


class Screen:
    """Which rules of a set can find something in a text; exact: it never leaves one out.

    A pattern with anchors is tried where they stand and its matches are kept; a detector runs
    if its promise (``Wake``) says so; a rule with neither always runs.
    """

    def __init__(self, rules: Sequence[Rule], tables: Tables | None = None) -> None:
        tables = tables or make(rules)
        self._rules = rules
        self._jobs = [_Job(askers, rules[askers[0]], trigger) for askers, trigger in tables.jobs]
        self._matchers = [self._matcher(number) for number in range(len(self._jobs))]
        self._limited = any(job.limited for job in self._jobs)
        self._clock = Clock()
        self._late: dict[int, OvertimeError] = {}
        self._images = (
            _Image(images.WORDS, tables.words_image),
            _Image(images.SHAPES, tables.shapes_image),
        )
        self._gated = frozenset(tables.gated)
        self._always = tables.always
        self._doubled = tables.doubled
        self._checks = [(_check(rules[giver]), indexes) for giver, indexes in tables.checks]
        self._vocabulary = Vocabulary(rules, tables.listed, tables.words, tables.twins)

    def look(self, view: str) -> dict[int, Matches | OvertimeError | None]:
        """The rules that concern a text, by index: its pattern's matches, None for "run it".

        OvertimeError stands for a rule of the user's that was stopped.
        """
        written = images.encode(view)
        whole = images.is_whole(view, written)
        if not whole and _ODD.search(view):
            return dict.fromkeys(range(len(self._rules)))
        found: dict[int, Any] = dict.fromkeys(self._always)
        places = self._places(written, found)
        if self._limited:
            self._late = {}
            with Clock() as self._clock:
                self._try(view, places, found)
        else:
            self._try(view, places, found)
        for check, indexes in self._checks:
            if check(view):
                found.update(dict.fromkeys(indexes))
        if self._doubled and _has_doubled(view, written, whole):
            found.update(dict.fromkeys(self._doubled))
        found.update(dict.fromkeys(self._vocabulary.wakes(view, written, whole)))
        return found

    def _places(self, written: bytes, found: dict[int, Any]) -> list[int]:
        """Where each job is to be tried: view offset and job in one number, sorted.

        A place that is too wide wakes its rule.
        """
        places: set[int] = set()
        shut = set(self._gated)
        walking: list[tuple[int, Walk]] = []
        for image in self._images:
            hits, fixed, special = image.hits(written), image.fixed, image.special
            if len(hits) > len(written) // 2 > _LONG:
                literals, jobs = crowded(hits, fixed, special, len(written))
                hits = [hit for hit in hits if hit[0] not in literals]
                for job in jobs:
                    found.update(self._jobs[job].woken)
            places.update([(at << SHIFT) - code for lit, at, _ in hits for code in fixed[lit]])
            for literal, at, _ in [hit for hit in hits if hit[0] in special]:
                walks, gates = special[literal]
                walking += [(at, walk) for walk in walks]
                shut.difference_update(gates)
        for at, (job, anchor) in walking:
            if job not in shut:
                starts = _starts(written, at, Anchor(*anchor))
                if starts is None:
                    found.update(self._jobs[job].woken)
                else:
                    places.update([(start << SHIFT) + job for start in starts])
        return sorted([place for place in places if place & JOB not in shut])

    def _try(self, view: str, places: Iterable[int], found: dict[int, Any]) -> None:
        """Try the jobs in order of place, as ``re.finditer`` would: no match inside another."""
        matchers = self._matchers
        ends: dict[int, int] = {}
        for place in places:
            start = place >> SHIFT
            got = matchers[place & JOB](view, start)
            if got is None:
                continue
            job = self._jobs[place & JOB]
            if not job.hits:
                if job.confirm is None or job.confirm(got):
                    found.update(job.woken)
            elif start >= ends.get(job.index, 0) and found.setdefault(job.index, []) is not None:
                ends[job.index] = max(got.end(), start + 1)
                found[job.index].append(got)
        found.update(self._late)

    def _matcher(self, number: int) -> _Match:
        """A job's ``match`` that puts itself in place when it is first called."""

        def first(view: str, start: int) -> re.Match[str] | None:
            job = self._jobs[number]
            self._matchers[number] = partial(self._in_time, job) if job.limited else job.match
            return self._matchers[number](view, start)

        return first

    def _in_time(self, job: _Job, view: str, start: int) -> re.Match[str] | None:
        """Try the pattern of a user's rule, as long as it has time left."""
        try:
            return self._clock.limited(job.index, lambda: job.match(view, start))
        except OvertimeError as overtime:
            self._late[job.index] = overtime
            return None


def _check(rule: Rule) -> Callable[[str], bool]:
    """A promise's look at the whole view, sought out when first asked."""
    known: list[Callable[[str], bool]] = []

    def check(view: str) -> bool:
        if not known:
            assert rule.outline is not None
            known.append(rule.promised(rule.outline.check, lambda wake: wake.check))
        return known[0](view)

    return check


def _starts(written: bytes, at: int, anchor: Anchor) -> range | None:
    """The view offsets at which a match may start whose anchor stands at a place of an image.

    None where that is too many: the pattern is then better searched for in the whole text.
    """
    end = at - anchor.tail
    reach = _REACH if anchor.most < 0 else min(anchor.most - anchor.head - anchor.tail, _REACH)
    low = max(1, end - reach)
    earliest = low + len(written[low:end].rstrip(anchor.through))
    if earliest == low and low > 1 and reach == _REACH:
        return None
    return range(max(0, earliest - 1 - anchor.head), at - anchor.least)


def _has_doubled(view: str, written: bytes, whole: bool) -> bool:
    """Whether a word stands twice with blanks between; most equal neighbours have more there."""
    if not whole:
        words = [word.lower() for word in WORD.findall(view)]
        return any(map(eq, words, words[1:]))
    kinds = written.translate(images.WORDS).split()
    twice = set(compress(kinds, map(eq, kinds, kinds[1:])))
    if not twice:
        return False
    folded = written.translate(images.FOLDED)
    return any(
        re.search(b"%b[%b]+%b" % (re.escape(word), images.BLANKS, re.escape(word)), folded)
        for word in twice
    )
