"""Which literals to look for: for each alternative of a pattern the window that hits least."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import product

from tqcheck.anchors.frequency import rarity
from tqcheck.anchors.plan import NO_PLAN, Anchor, Plan
from tqcheck.anchors.sequences import Gap, Line, views
from tqcheck.images import SHAPES, WORDS
from tqcheck.record import NamedTuple

IMAGES = {"words": WORDS, "shapes": SHAPES}
_MOST_LITERALS = 48
"""A window that needs more literals than this is cut short."""
_DEAR = 0.001
"""Anchors tried more often than this want a gate, if it hits ``_WORTH`` times less often."""
_WORTH = 3
_LONGEST = 12
_FAR = 30
"""No more than so many places are reckoned for a walk back."""
_EACH = 2e-6
"""What a literal costs by itself: the automaton grows with it."""
_TOO_DEAR = 0.3
"""Anchors that together would be tried at more than every third character are none."""


class _Place(NamedTuple):
    """The last fields of an ``Anchor``."""

    least: int
    most: int
    through: bytes = b""
    head: int = 0
    tail: int = 0


class _Choice(NamedTuple):
    cost: float
    anchors: frozenset[Anchor]


def derive(pattern: str) -> Plan:
    """Literals of which one stands in every match of a pattern, none if none is worth a look.

    For each alternative the cheapest of its views, for each line of a view the cheapest
    window: by the hits its literals are expected to have in English text, times the places
    where the pattern then has to be tried. The gate is chosen by the hits alone.
    """
    anchored = _best(pattern, walking=True)
    if anchored is None or anchored.cost > _TOO_DEAR:
        return NO_PLAN
    anchors = tuple(sorted(anchored.anchors))
    gate = _best(pattern, walking=False) if anchored.cost > _DEAR else None
    if gate is None or gate.cost * _WORTH > anchored.cost:
        return Plan(anchors)
    return Plan(anchors, tuple(sorted({(one.image, one.literal) for one in gate.anchors})))


def _best(pattern: str, *, walking: bool) -> _Choice | None:
    both = (_read(pattern, keep_last, walking) for keep_last in (False, True))
    return min((one for one in both if one), key=lambda one: one.cost, default=None)


def _read(pattern: str, keep_last: bool, walking: bool) -> _Choice | None:
    found: set[Anchor] = set()
    seen: dict[Line, _Choice | None] = {}
    for one in views(pattern, keep_last=keep_last) or ():
        best: _Choice | None = None
        for lines in one:
            choice = _of_lines(lines, seen, walking)
            if choice and (best is None or choice.cost < best.cost):
                best = choice
        if best is None:
            return None
        found |= best.anchors
    return _Choice(sum(_cost_of(one, walking) for one in found), frozenset(found))


def _of_lines(
    lines: Iterable[Line], seen: dict[Line, _Choice | None], walking: bool
) -> _Choice | None:
    anchors: set[Anchor] = set()
    for line in lines:
        if line not in seen:
            seen[line] = _of_line(line, walking)
        choice = seen[line]
        if choice is None:
            return None
        anchors |= choice.anchors
    if not anchors:
        return None
    return _Choice(sum(_cost_of(one, walking) for one in anchors), frozenset(anchors))


def _of_line(line: Line, walking: bool) -> _Choice | None:
    best: _Choice | None = None
    for run in _runs(line):
        for start, (_, place) in enumerate(run):
            masks = [mask for mask, _ in run[start : start + _LONGEST]]
            for image in IMAGES:
                for literals in _windows(masks, image):
                    anchors = [Anchor(image, literal, *place) for literal in literals]
                    cost = sum(_cost_of(anchor, walking) for anchor in anchors)
                    if best is None or cost < best.cost:
                        best = _Choice(cost, frozenset(anchors))
    return best


@cache
def _cost_of(anchor: Anchor, walking: bool) -> float:
    """Tries per character of English text; a little for the literal itself."""
    tries = 1.0
    if walking and anchor.least != anchor.most:
        far = _FAR if anchor.most < 0 else anchor.most - anchor.least + 1
        through = anchor.through
        whole = b" " in through and b"e" in through  # then words do not stop the walk
        tries = min(far, _FAR if whole else len(through) / 8 + 2)
    return rarity(anchor.image, anchor.literal) * tries + _EACH


def _runs(line: Line) -> Iterator[list[tuple[int, _Place]]]:
    """Stretches of characters that follow each other, each with its place.

    A gap that isn't empty ends the stretch before it with its first character, and begins the
    one after it with its last.
    """
    run: list[tuple[int, _Place]] = []
    for index, item in enumerate(line.items):
        if isinstance(item, int):
            run.append((item, _place(line, index)))
            continue
        if run:
            yield [*run, (item.mask, _place(line, index))] if item.least else run
        run = []
        if item.least:
            place = _place(line, index + 1)
            most = place.most - 1 if place.most > 0 else place.most
            run.append((item.mask, place._replace(least=place.least - 1, most=most, tail=-1)))
    if run:
        yield run


def _place(line: Line, index: int) -> _Place:
    """Where a match starts whose item at ``index`` stands at a known place."""
    before = line.items[line.start : index]
    gaps = [at for at, item in enumerate(before) if isinstance(item, Gap)]
    if not gaps:
        return _Place(index - line.start, index - line.start)
    least, most, mask = len(before) - len(gaps), len(before) - len(gaps), 0
    endless = False
    for at, item in enumerate(before):
        if isinstance(item, Gap):
            least, mask = least + item.least, mask | item.mask
            endless = endless or item.most is None
            most += item.most or 0
        elif gaps[0] < at < gaps[-1]:
            mask |= item
    tail = len(before) - gaps[-1] - 1
    return _Place(least, -1 if endless else most, _bytes(mask), gaps[0], tail)


@cache
def _bytes(mask: int) -> bytes:
    return bytes(code for code in range(256) if mask >> code & 1)


def _windows(masks: Sequence[int], image: str) -> Iterator[list[bytes]]:
    """The literals of the windows from the first character on that need but few."""
    parts: list[bytes] = []
    count = 1
    for mask in masks:
        shown = _shown(mask, image)
        if not shown or count * len(shown) > _MOST_LITERALS:
            break
        if len(shown) > 1 and parts:
            yield [bytes(one) for one in product(*parts)]
        count *= len(shown)
        parts.append(shown)
    if parts:
        yield [bytes(one) for one in product(*parts)]


@cache
def _shown(mask: int, image: str) -> bytes:
    """The bytes of an image that a mask's characters become."""
    return bytes(sorted(set(_bytes(mask).translate(IMAGES[image]))))
