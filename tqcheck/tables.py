"""What a screen needs to know of a set of rules, as plain values: made once, kept on disk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from tqcheck.anchors import Anchor, Plan, keep, plan_of
from tqcheck.record import NamedTuple
from tqcheck.rule import Rule

SHIFT = 14
JOB = (1 << SHIFT) - 1
"""A try is one number: its place in the view, and in the lowest bits its job."""
Walk = tuple[int, tuple[str, bytes, int, int, bytes, int, int]]
"""A job and its anchor, which stands at no fixed distance from the match's start."""


class ImageTable(NamedTuple):
    """One image's literals and what each of them asks for.

    ``fixed`` holds for each literal numbers that, taken from a place shifted by ``SHIFT``, give
    the view offset of a try and its job; ``special`` the literals with walks or gates.
    """

    literals: list[bytes]
    fixed: list[list[int]]
    special: dict[int, tuple[list[Walk], list[int]]]


def crowded(
    hits: Sequence[tuple[int, int, int]],
    fixed: Sequence[Sequence[int]],
    special: Mapping[int, tuple[list[Walk], list[int]]],
    length: int,
) -> tuple[set[int], set[int]]:
    """The literals that stand everywhere in a text of that length, and the jobs they ask for.

    One is a letter of another script in a text of nothing else: it says nothing of a place.
    """
    counts = Counter([literal for literal, _, _ in hits])
    literals = {literal for literal, count in counts.items() if count > length // 16}
    jobs: set[int] = set()
    for literal in literals:
        walks, gates = special.get(literal, ((), ()))
        jobs.update([-code & JOB for code in fixed[literal]], [job for job, _ in walks], gates)
    return literals, jobs


class Tables(NamedTuple):
    """The promises and anchors of a set of rules; rules are told by their index.

    ``jobs`` are patterns to try: the rules that ask for one, and which trigger of the first of
    them it is, -1 for its own pattern.
    ``always`` are the rules that nothing keeps asleep. ``listed`` tells which rules a word wakes.
    ``checks``, ``words`` and ``twins`` name for each function of a promise the rule that gives it,
    and those it wakes (``words`` with the quorum of each).
    """

    jobs: list[tuple[list[int], int]]
    gated: list[int]
    words_image: ImageTable
    shapes_image: ImageTable
    always: list[int]
    doubled: list[int]
    checks: list[tuple[int, list[int]]]
    listed: dict[str, list[int]]
    words: list[tuple[int, list[tuple[int, int]]]]
    twins: list[tuple[int, list[int]]]


def plain(tables: Tables) -> tuple[object, ...]:
    """The tables as values that marshal takes."""
    return tuple(tuple(one) if isinstance(one, ImageTable) else one for one in tables)


def from_plain(values: Sequence[object]) -> Tables:
    """The inverse of ``plain``; raises TypeError for anything else."""
    made = Tables(*values)  # type: ignore[arg-type]
    return made._replace(
        words_image=ImageTable(*made.words_image), shapes_image=ImageTable(*made.shapes_image)
    )


def make(rules: Sequence[Rule]) -> Tables:
    """The tables of a set of rules; derives the plans that are not known yet."""
    maker = _Maker()
    for index, rule in enumerate(rules):
        maker.add(index, rule)
    keep()
    return maker.tables()


class _Maker:
    """Collects what the rules of a set ask for."""

    def __init__(self) -> None:
        self._jobs: list[tuple[list[int], int]] = []
        self._shared: dict[tuple[str, str], list[int]] = {}
        self._gated: list[int] = []
        self._images = (ImageTable([], [], {}), ImageTable([], [], {}))
        self._indexes: tuple[dict[bytes, int], dict[bytes, int]] = ({}, {})
        self._always: list[int] = []
        self._doubled: list[int] = []
        self._checks: dict[str, tuple[int, list[int]]] = {}
        self._listed: dict[str, list[int]] = {}
        self._words: dict[str, tuple[int, list[tuple[int, int]]]] = {}
        self._twins: dict[str, tuple[int, list[int]]] = {}

    def tables(self) -> Tables:
        """All that was added."""
        return Tables(
            self._jobs,
            self._gated,
            *self._images,
            self._always,
            self._doubled,
            list(self._checks.values()),
            self._listed,
            list(self._words.values()),
            list(self._twins.values()),
        )

    def add(self, index: int, rule: Rule) -> None:
        """Take in what wakes a rule."""
        outline = rule.outline
        if outline is None:
            self._always.append(index)
            return
        plans = [plan_of(pattern) for pattern in outline.patterns]
        if not all(plan.anchors for plan in plans):
            self._always.append(index)
            return
        for number, plan in enumerate(plans):
            if outline.own:
                self._add_job(plan, ([index], -1))
                continue
            trigger = (outline.patterns[number], outline.confirms[number])
            askers = self._shared.setdefault(trigger, [])
            askers.append(index)
            if len(askers) == 1:
                self._add_job(plan, (askers, number))
        if outline.doubled:
            self._doubled.append(index)
        if outline.check:
            self._checks.setdefault(outline.check, (index, []))[1].append(index)
        for word in outline.words:
            self._listed.setdefault(word, []).append(index)
        if outline.word:
            asked = f"{outline.word} {outline.sure}"
            self._words.setdefault(asked, (index, []))[1].append((index, outline.quorum))
        if outline.twins:
            self._twins.setdefault(outline.twins, (index, []))[1].append(index)

    def _add_job(self, plan: Plan, job: tuple[list[int], int]) -> None:
        number = len(self._jobs)
        self._jobs.append(job)
        for anchor in plan.anchors:
            self._add_anchor(anchor, number)
        if plan.gate:
            self._gated.append(number)
        for image, literal in plan.gate:
            index = self._index(image, literal)
            self._image(image).special.setdefault(index, ([], []))[1].append(number)

    def _add_anchor(self, anchor: Anchor, job: int) -> None:
        index, table = self._index(anchor.image, anchor.literal), self._image(anchor.image)
        if anchor.least == anchor.most:
            table.fixed[index].append((anchor.least + 1 << SHIFT) - job)
        else:
            table.special.setdefault(index, ([], []))[0].append((job, (*anchor,)))

    def _image(self, name: str) -> ImageTable:
        return self._images[name != "words"]

    def _index(self, image: str, literal: bytes) -> int:
        table, indexes = self._image(image), self._indexes[image != "words"]
        index = indexes.setdefault(literal, len(table.literals))
        if index == len(table.literals):
            table.literals.append(literal)
            table.fixed.append([])
        return index
