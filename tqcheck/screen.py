"""Asks all rules at once which of them an article concerns, in one pass over its images."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from operator import eq
from typing import Any, NamedTuple

from tqcheck import images
from tqcheck.anchors import Anchor, Plan, keep, plan_of
from tqcheck.later import later
from tqcheck.rule import Rule
from tqcheck.wake import WORD, Wake

_ODD = later(r"(?![0-9])\d|(?![ \t\n\r\u00a0\u2009\u202f])\s")
"""Digits and blanks without a byte of their own, which anchors don't reckon with."""
_MANY_KINDS = 300_000
"""So many kinds of words are remembered before all are forgotten."""
_STEP = 256
"""After so many texts the automaton that is slower to build has paid."""
_REACH = 512
"""How far back from an anchor a match's start is sought."""
_SHIFT = 14
_JOB = (1 << _SHIFT) - 1
"""A try is one number: its place in the view, and in the lowest bits its job."""
Matches = Sequence[re.Match[str]]


class _Job(NamedTuple):
    """A pattern to try where one of its anchors stands, for a rule's hits or to wake it."""

    rule: int
    match: Callable[[str, int], re.Match[str] | None]
    confirm: Callable[[re.Match[str]], bool] | None
    hits: bool


class _Walk(NamedTuple):
    """An anchor at no fixed distance from the match's start."""

    job: int
    anchor: Anchor


class _Image:
    """One image's automaton and what each of its literals asks for.

    ``fixed`` holds for each literal numbers that, taken from a place shifted by ``_SHIFT``, give
    the view offset of a try and its job; ``special`` the literals with walks or gates.
    """

    def __init__(self, table: bytes) -> None:
        self.table = table
        self.literals: dict[bytes, int] = {}
        self.fixed: list[list[int]] = []
        self.special: dict[int, tuple[list[_Walk], list[int]]] = {}
        self._find: Callable[..., list[tuple[int, int, int]]] | None = None
        self._uses = 0

    def _index(self, literal: bytes) -> int:
        index = self.literals.setdefault(literal, len(self.fixed))
        if index == len(self.fixed):
            self.fixed.append([])
        return index

    def add_gate(self, literal: bytes, job: int) -> None:
        """Register a literal of a job's gate."""
        self.special.setdefault(self._index(literal), ([], []))[1].append(job)

    def add(self, anchor: Anchor, job: int) -> None:
        """Register an anchor of a job."""
        index = self._index(anchor.literal)
        if anchor.least == anchor.most:
            self.fixed[index].append((anchor.least + 1 << _SHIFT) - job)
        else:
            self.special.setdefault(index, ([], []))[0].append(_Walk(job, anchor))

    def hits(self, written: bytes) -> list[tuple[int, int, int]]:
        """Literal, start and end of each literal that stands in the image."""
        if not self.literals:
            return []
        self._uses += 1
        if self._find is None or self._uses == _STEP:
            self._find = self._automaton()
        return self._find(written.translate(self.table), overlapping=True)

    def _automaton(self) -> Callable[..., list[tuple[int, int, int]]]:
        """Quick to build for a few texts; for many, one that is quicker to run."""
        from ahocorasick_rs import BytesAhoCorasick, Implementation

        kind = Implementation.DFA if self._uses >= _STEP else Implementation.ContiguousNFA
        automaton = BytesAhoCorasick(list(self.literals), implementation=kind)
        find: Callable[..., list[tuple[int, int, int]]] = automaton.find_matches_as_indexes
        return find


class Screen:
    """Which rules of a set can find something in a text; exact: it never leaves one out.

    A pattern with anchors is tried where they stand and its matches are kept; a detector runs
    if its promise (``Wake``) says so; a rule with neither always runs.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._jobs: list[_Job] = []
        self._images = [_Image(images.WORDS), _Image(images.SHAPES)]
        self._always: set[int] = set()
        self._gated: set[int] = set()
        self._doubled: list[int] = []
        self._rows: list[int] = []
        self._checks: dict[Callable[[str], bool], list[int]] = {}
        self._words: list[tuple[int, Callable[[str], bool], int]] = []
        self._twins: list[tuple[int, Callable[[str], str]]] = []
        for index, rule in enumerate(rules):
            self._watch(index, rule)
        self._vocabulary = _Vocabulary(self._words, self._twins)
        keep()

    def _watch(self, index: int, rule: Rule) -> None:
        if rule.card.pattern is not None:
            plan = plan_of(rule.expanded)
            if plan.anchors:
                self._add_job(plan, _Job(index, later(rule.expanded).match, None, True))
            else:
                self._always.add(index)
            return
        wake = rule.wake
        if wake is None:
            self._always.add(index)
            return
        for trigger in wake.triggers:
            plan = plan_of(trigger.pattern)
            if not plan.anchors:
                self._always.add(index)
                return
            job = _Job(index, later(trigger.pattern).match, trigger.confirm, False)
            self._add_job(plan, job)
        self._watch_words(index, wake)

    def _watch_words(self, index: int, wake: Wake) -> None:
        if wake.doubled:
            self._doubled.append(index)
        if wake.rows:
            self._rows.append(index)
        if wake.check is not None:
            self._checks.setdefault(wake.check, []).append(index)
        if wake.word is not None:
            self._words.append((index, wake.word, wake.quorum))
        if wake.twins is not None:
            self._twins.append((index, wake.twins))

    def _add_job(self, plan: Plan, job: _Job) -> None:
        number = len(self._jobs)
        self._jobs.append(job)
        for anchor in plan.anchors:
            self._images[anchor.image != "words"].add(anchor, number)
        if plan.gate:
            self._gated.add(number)
        for image, literal in plan.gate:
            self._images[image != "words"].add_gate(literal, number)

    def look(self, view: str) -> dict[int, Matches | None]:
        """The rules that concern a text, by index: its pattern's matches, None for "run it"."""
        written = images.encode(view)
        whole = images.is_whole(view, written)
        if not whole and _ODD.search(view):
            return dict.fromkeys(range(len(self._rules)))
        found: dict[int, Any] = dict.fromkeys(self._always)
        self._try(view, self._places(written, found), found)
        for check, indexes in self._checks.items():
            if check(view):
                found.update(dict.fromkeys(indexes))
        if self._rows and _has_equal_rows(view):
            found.update(dict.fromkeys(self._rows))
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
        walking: list[tuple[int, _Walk]] = []
        for image in self._images:
            hits, fixed, special = image.hits(written), image.fixed, image.special
            places.update([(at << _SHIFT) - code for lit, at, _ in hits for code in fixed[lit]])
            for literal, at, _ in [hit for hit in hits if hit[0] in special]:
                walks, gates = special[literal]
                walking += [(at, walk) for walk in walks]
                shut.difference_update(gates)
        for at, walk in walking:
            if walk.job not in shut:
                starts = _starts(written, at, walk.anchor)
                if starts is None:
                    found[self._jobs[walk.job].rule] = None
                else:
                    places.update([(start << _SHIFT) + walk.job for start in starts])
        return sorted([place for place in places if place & _JOB not in shut])

    def _try(self, view: str, places: Sequence[int], found: dict[int, Any]) -> None:
        """Try the jobs in order of place, as ``re.finditer`` would: no match inside another."""
        jobs = self._jobs
        ends: dict[int, int] = {}
        for place in places:
            rule, match, confirm, hits = jobs[place & _JOB]
            start = place >> _SHIFT
            got = match(view, start)
            if got is None or start < ends.get(rule, 0):
                continue
            if confirm is not None and not confirm(got):
                continue
            if not hits:
                found[rule] = None
            elif found.setdefault(rule, []) is not None:
                ends[rule] = max(got.end(), start + 1)
                found[rule].append(got)


def _starts(written: bytes, at: int, anchor: Anchor) -> range | None:
    """The view offsets at which a match may start whose anchor stands at a place of an image.

    None where that is too many: the pattern is then better searched for in the whole text.
    """
    end = at - anchor.tail
    reach = (
        _REACH
        if anchor.most < 0
        else min(anchor.most - anchor.head - anchor.tail, _REACH)
    )
    low = max(1, end - reach)
    earliest = low + len(written[low:end].rstrip(anchor.through))
    if earliest == low and low > 1 and reach == _REACH:
        return None
    return range(max(0, earliest - 1 - anchor.head), at - anchor.least)


def _has_equal_rows(view: str) -> bool:
    rows = list(filter(None, map(str.strip, view.split("\n"))))
    return len(set(rows)) < len(rows)


def _has_doubled(view: str, written: bytes, whole: bool) -> bool:
    words: Sequence[Any]
    if whole:
        words = written.translate(images.WORDS).split()
    else:
        words = [word.lower() for word in WORD.findall(view)]
    return any(map(eq, words, words[1:]))


class _Vocabulary:
    """What the kinds of words of a text wake; each kind is asked about once in a process."""

    def __init__(
        self,
        words: Sequence[tuple[int, Callable[[str], bool], int]],
        twins: Sequence[tuple[int, Callable[[str], str]]],
    ) -> None:
        self._words = words
        self._keys: dict[Callable[[str], str], list[int]] = {}
        for index, key in twins:
            self._keys.setdefault(key, []).append(index)
        self._known: set[bytes | str] = set()
        self._waking: dict[bytes | str, tuple[int, ...]] = {}
        self._keyed: list[dict[bytes | str, str]] = [{} for _ in self._keys]

    def wakes(self, view: str, written: bytes, whole: bool) -> set[int]:
        """The rules that a text's words wake."""
        if not self._words and not self._keys:
            return set()
        kinds: set[Any]
        kinds = set(
            written.translate(images.SPELLED).split() if whole else WORD.findall(view)
        )
        if len(self._known) > _MANY_KINDS:
            self._known.clear()
            self._waking.clear()
            for keyed in self._keyed:
                keyed.clear()
        new = kinds - self._known
        if new:
            self._learn(new)
        awake = self._awake(kinds & self._waking.keys())
        for keyed, indexes in zip(self._keyed, self._keys.values(), strict=True):
            keys = [keyed[kind] for kind in kinds & keyed.keys()]
            if len(set(keys)) < len(keys):
                awake.update(indexes)
        return awake

    def _awake(self, kinds: set[bytes | str]) -> set[int]:
        counts: dict[int, int] = {}
        for kind in kinds:
            for number in self._waking[kind]:
                counts[number] = counts.get(number, 0) + 1
        return {
            self._words[number][0]
            for number, count in counts.items()
            if count >= self._words[number][2]
        }

    def _learn(self, kinds: set[bytes | str]) -> None:
        predicates = {predicate: [] for _, predicate, _ in self._words}  # type: ignore[var-annotated]
        for number, (_, predicate, _) in enumerate(self._words):
            predicates[predicate].append(number)
        for kind in kinds:
            word = images.decode(kind) if isinstance(kind, bytes) else kind
            waking: list[int] = []
            for predicate, numbers in predicates.items():
                if predicate(word):
                    waking += numbers
            if waking:
                self._waking[kind] = tuple(waking)
            for key, keyed in zip(self._keys, self._keyed, strict=True):
                found = key(word)
                if found:
                    keyed[kind] = found
        self._known |= kinds
