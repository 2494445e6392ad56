"""Which fixes can be made together in one round."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from tqcheck.candidate import Candidate
from tqcheck.finding import Edit


def disjoint(wanted: Iterable[Candidate]) -> list[Candidate]:
    """The fixes that can go together: earlier families first, one of any two that meet.

    A deletion may touch what is deleted or replaced beside it: their order does not matter.
    """
    taken: list[Edit] = []
    chosen: list[Candidate] = []
    for item in sorted(wanted, key=lambda item: (item.order, item.finding.span)):
        edits = item.finding.fix.edits if item.finding.fix else ()
        if not any(_meet(edit, other) for edit in edits for other in _near(taken, edit)):
            chosen.append(item)
            for edit in edits:
                insort(taken, edit)
    return sorted(chosen, key=lambda item: item.finding.span)


def _near(taken: Sequence[Edit], edit: Edit) -> Sequence[Edit]:
    """The edits of a sorted, disjoint list that can meet ``edit``."""
    low = bisect_left(taken, edit.span.start, key=lambda other: other.span.end)
    high = low
    while high < len(taken) and taken[high].span.start <= edit.span.end:
        high += 1
    return taken[low:high]


def _meet(one: Edit, other: Edit) -> bool:
    inserts = one.span.start == one.span.end or other.span.start == other.span.end
    if inserts or (one.new and other.new):
        return one.span.touches(other.span)
    return one.span.overlaps(other.span)
