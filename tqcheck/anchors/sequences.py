"""A pattern's parse tree as plain sequences: which characters must stand where, per alternative."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product
from typing import Any

from tqcheck.anchors.charsets import ALL, NOT_WORD, WORD, mask_of
from tqcheck.images import EDGE, OTHER
from tqcheck.record import NamedTuple

_MOST = 400
"""More alternatives than this and a part of the pattern is told by its columns only."""
_MOST_WORDS = 2_000
"""A list of so many words is written out where nothing else in the pattern has alternatives."""
_MOST_AROUND = 16
"""More ways than this to look at a match's surroundings and they are not looked at."""
_FEW = 12
"""A repeated class of so few characters (a blank, a quotation mark) is told apart once or more."""
_COLUMNS = 4
_COPIES = 12
"""A repeated class is written out this often at most."""
_EDGE_BIT = 1 << EDGE
_ONE = ("LITERAL", "NOT_LITERAL", "ANY", "IN")
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


class Gap(NamedTuple):
    """``least`` to ``most`` characters (None: any number) out of a mask."""

    least: int
    most: int | None
    mask: int


class Look(NamedTuple):
    """Something of no width: what must stand after (or before) this place, in alternatives."""

    behind: bool
    choices: tuple[tuple[Item, ...], ...]


class Edge(NamedTuple):
    """``\\b``: letters on one side only."""


Item = int | Gap | Look | Edge


class Line(NamedTuple):
    """Items of width only; the match starts before ``items[start]``."""

    items: tuple[int | Gap, ...]
    start: int


class _Reader(NamedTuple):
    """How a parse tree is read: where alternatives get too many, the later ones are kept whole
    or the earlier ones."""

    keep_last: bool
    flags: int


def views(pattern: str, *, keep_last: bool = False) -> list[list[tuple[Line, ...]]] | None:
    """What every match of a pattern shows: for each alternative its views, None if unreadable.

    A match is one of the alternatives; each of an alternative's views is true of it; a view is
    true if one of its lines is. Lines speak of the text in the image alphabet. Where a pattern
    has too many alternatives, ``keep_last`` writes out the last of two lists, not the first.
    """
    from re import _parser as parser  # type: ignore[attr-defined]

    try:
        tree = parser.parse(pattern)
        alternatives = _sequence(list(tree), _Reader(keep_last, tree.state.flags))
    except (re.error, RecursionError, ValueError):
        return None
    return [_views(items) for items in alternatives]


def _sequence(nodes: Sequence[Any], how: _Reader) -> list[tuple[Item, ...]]:
    """The alternatives of nodes that follow each other."""
    made: list[tuple[Item, ...]] = [()]
    for op, value in nodes:
        choices = _node(str(op), value, how)
        if len(made) * len(choices) > (_MOST if len(made) > 1 else _MOST_WORDS):
            if how.keep_last and len(choices) <= _MOST_WORDS:
                made = [_columns(made, backwards=True)]
            else:
                choices = [_columns(choices)]
        made = [before + after for before, after in product(made, choices)]
    return made


def _node(op: str, value: Any, how: _Reader) -> list[tuple[Item, ...]]:
    if op in _ONE:
        return [(mask_of(op, value, how.flags),)]
    if op == "SUBPATTERN":
        _, added, dropped, inner = value
        return _sequence(list(inner), how._replace(flags=(how.flags | added) & ~dropped))
    if op == "BRANCH":
        return [one for branch in value[1] for one in _sequence(list(branch), how)]
    if op in _REPEATS:
        least, most, inner = value
        return _repeat(least, most, inner, how)
    if op == "ATOMIC_GROUP":
        return _sequence(list(value), how)
    if op == "AT":
        return [_at(str(value))]
    if op == "ASSERT":
        direction, inner = value
        return [(Look(direction < 0, tuple(_sequence(list(inner), how))),)]
    if op == "ASSERT_NOT":
        return [_not_followed(value, how.flags)]
    return [(Gap(0, None, ALL),)]  # a back-reference, a condition: anything


def _at(where: str) -> tuple[Item, ...]:
    if where == "AT_BOUNDARY":
        return (Edge(),)
    if where in ("AT_BEGINNING", "AT_BEGINNING_STRING"):
        return (Look(True, ((_EDGE_BIT,),)),)
    if where in ("AT_END", "AT_END_STRING"):
        return (Look(False, ((_EDGE_BIT,),)),)
    return ()


def _not_followed(value: Any, flags: int) -> tuple[Item, ...]:
    """What a negative look-around of one character leaves; of a longer one nothing is said."""
    direction, inner = value
    nodes = list(inner)
    if len(nodes) != 1 or str(nodes[0][0]) not in ("LITERAL", "IN"):
        return ()
    op, taken = str(nodes[0][0]), nodes[0][1]
    if flags & re.IGNORECASE and op == "IN" and str(taken[0][0]) == "NEGATE":
        return ()
    surely = mask_of(op, taken, flags & ~re.IGNORECASE) & ~(1 << OTHER)
    return (Look(direction < 0, ((ALL & ~surely | _EDGE_BIT,),)),)


def _repeat(least: int, most: Any, inner: Any, how: _Reader) -> list[tuple[Item, ...]]:
    choices = _sequence(list(inner), how)
    endless = not isinstance(most, int) or most > 10_000
    rest = None if endless else most - least
    if all(len(one) == 1 and isinstance(one[0], int) for one in choices):
        mask = 0
        for one in choices:
            mask |= one[0] if isinstance(one[0], int) else 0
        copies: tuple[Item, ...] = (mask,) * min(least, _COPIES)
        if least > _COPIES:
            copies += (Gap(least - _COPIES, least - _COPIES, mask),)
        if rest is not None and rest <= 2:
            return [copies + (mask,) * more for more in range(rest + 1)]
        if rest is None and mask.bit_count() <= _FEW:
            return [copies, (*copies, Gap(1, None, mask))]
        if 0 < least <= _COPIES:
            return [(*copies[1:], Gap(1, None if rest is None else rest + 1, mask))]
        return [(*copies, Gap(0, rest, mask))]
    gap = _gap(choices)
    if least == 0 and rest == 1:
        return [(), *choices]
    most_width = None if rest is None or gap.most is None else rest * gap.most
    if least == 0:
        return [(Gap(0, most_width, gap.mask),)]
    more = Gap(gap.least * (least - 1), None, gap.mask)
    if most_width is not None and gap.most is not None:
        more = Gap(gap.least * (least - 1), most_width + gap.most * (least - 1), gap.mask)
    return [(*one, more) for one in choices]


def _columns(choices: Sequence[tuple[Item, ...]], *, backwards: bool = False) -> tuple[Item, ...]:
    """The choices as one: what may stand in each of the first (or last) places, and a gap."""
    step = -1 if backwards else 1
    turned = [one[::step] for one in choices]
    masks: list[int] = []
    for place in range(_COLUMNS):
        column = [one[place] if place < len(one) else None for one in turned]
        known = [mask for mask in column if isinstance(mask, int)]
        if len(known) < len(column):
            break
        masks.append(0)
        for mask in known:
            masks[-1] |= mask
    columns: tuple[Item, ...] = (*masks, _gap([one[len(masks) :] for one in turned]))
    return columns[::step]


def _gap(choices: Sequence[tuple[Item, ...]]) -> Gap:
    """The narrowest gap that holds all the choices."""
    widths = [_width(one) for one in choices]
    endless = any(most is None for _, most, _ in widths)
    mask = 0
    for _, _, one in widths:
        mask |= one
    most = None if endless else max(most or 0 for _, most, _ in widths)
    return Gap(min(least for least, _, _ in widths), most, mask)


def _width(items: Sequence[Item]) -> tuple[int, int | None, int]:
    least, most, mask = 0, 0, 0
    endless = False
    for item in items:
        if isinstance(item, int):
            least, most, mask = least + 1, most + 1, mask | item
        elif isinstance(item, Gap):
            least, mask = least + item.least, mask | item.mask
            endless = endless or item.most is None
            most += item.most or 0
    return least, None if endless else most, mask


def _views(items: tuple[Item, ...]) -> list[tuple[Line, ...]]:
    """The views of one alternative: its own line with what must stand around it."""
    solid = tuple(item for item in items if isinstance(item, int | Gap))
    before: list[tuple[tuple[int | Gap, ...], ...]] = []
    after: list[tuple[tuple[int | Gap, ...], ...]] = []
    found: list[tuple[Line, ...]] = []
    place = 0
    for item in items:
        if isinstance(item, int | Gap):
            place += 1
        elif isinstance(item, Edge):
            if place == 0:
                before += _beside(solid[:1])
            if place == len(solid):
                after += _beside(solid[-1:])
        elif item.behind:
            if place == 0:
                before.append(_solid(item.choices))
        else:
            ahead = _solid(item.choices)
            if place == len(solid):
                after.append(ahead)
            else:
                found.append(tuple(Line(solid[:place] + one, 0) for one in ahead))
    found.append((Line(solid, 0),))
    for ends in after:
        found.append(tuple(Line(solid + one, 0) for one in ends))
    for starts in before:
        fixed = all(isinstance(part, int) for one in starts for part in one)
        for ends in [((),), *after]:
            if fixed and len(starts) * len(ends) <= _MOST_AROUND:
                found.append(
                    tuple(Line(one + solid + end, len(one)) for one in starts for end in ends)
                )
    return found


def _solid(choices: Sequence[tuple[Item, ...]]) -> tuple[tuple[int | Gap, ...], ...]:
    """The choices of a look-around without what they look at themselves, but for an end."""
    made: list[tuple[int | Gap, ...]] = []
    for one in choices:
        solid = tuple(part for part in one if isinstance(part, int | Gap))
        last = one[-1] if one else None
        if isinstance(last, Look) and not last.behind and last.choices == ((_EDGE_BIT,),):
            solid += (_EDGE_BIT,)
        made.append(solid)
    return tuple(made)


def _beside(neighbour: Sequence[int | Gap]) -> list[tuple[tuple[int | Gap, ...], ...]]:
    """What stands on the other side of a ``\\b`` from a character: the other kind, or an edge."""
    if not neighbour or not isinstance(neighbour[0], int):
        return []
    if not neighbour[0] & ~WORD:
        return [((NOT_WORD | _EDGE_BIT,),)]
    return []
