"""A finding on its way to the report, and which of several on one place stays."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.finding import Edit, Finding
from tqcheck.record import NamedTuple
from tqcheck.source import Span, apply_edits

_UNTRANSLATED = "accuracy/untranslated"


class Candidate(NamedTuple):
    """A finding with what the fixer must know: its fix in view offsets and its rule's order."""

    finding: Finding
    view_span: Span
    view_edits: tuple[Edit, ...]
    order: tuple[int, str]

    def shifted(self, by: int) -> Candidate:
        """The candidate in a view in which its article begins that many code points further on."""
        edits = tuple(edit._replace(span=edit.span.shifted(by)) for edit in self.view_edits)
        return self._replace(view_span=self.view_span.shifted(by), view_edits=edits)


def reach(span: Span, edits: Sequence[Edit]) -> Span:
    """The view span from the first to the last code point that a finding or its fix touches."""
    start = min([span.start, *(edit.span.start for edit in edits)])
    end = max([span.end, *(edit.span.end for edit in edits)])
    return Span(start, end)


def without_overlaps(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Drop what another finding already says of the same place.

    A finding whose fix deletes its whole text swallows all inside it, and so does one of words
    that are still to be translated: they will be written anew. Of two findings of one
    family that overlap, of two findings on exactly one span, and of two that begin at one place
    and make the same of it, the one with a fix stays, else the one that comes first in the order
    of application. One sweep by position.
    """
    placed = sorted(
        candidates,
        key=lambda item: (
            not _swallows(item),
            item.finding.fix is None,
            item.order,
            item.view_span.start,
        ),
    )
    kept: list[Candidate] = []
    index = _Occupied()
    for item in placed:
        if not index.taken(item):
            index.add(item)
            kept.append(item)
    return kept


def _swallows(item: Candidate) -> bool:
    finding = item.finding
    if finding.fix is None:
        return finding.mqm == _UNTRANSLATED and " " in finding.text
    return (
        len(item.view_edits) == 1
        and not item.view_edits[0].new
        and item.view_span.inside(item.view_edits[0].span)
        and item.view_span.end - item.view_span.start > 1
    )


class _Occupied:
    """The view spans of kept findings, looked up by buckets of 256 code points."""

    def __init__(self) -> None:
        self._buckets: dict[int, list[Candidate]] = {}

    def _near(self, span: Span) -> range:
        return range(span.start >> 8, (max(span.end - 1, span.start) >> 8) + 1)

    def add(self, item: Candidate) -> None:
        for bucket in self._near(item.view_span):
            self._buckets.setdefault(bucket, []).append(item)

    def taken(self, item: Candidate) -> bool:
        for bucket in self._near(item.view_span):
            for other in self._buckets.get(bucket, ()):
                if not item.view_span.overlaps(other.view_span):
                    continue
                same_family = item.order[0] == other.order[0]
                same_span = item.view_span == other.view_span
                swallowed = _swallows(other) and item.view_span.inside(other.view_span)
                if same_family or same_span or swallowed or _mends_too(item, other):
                    return True
        return False


def _mends_too(item: Candidate, other: Candidate) -> bool:
    """Whether two findings that begin at one place make the same of it: “2 tys.”, “2 tys. men”."""
    if item.view_span.start != other.view_span.start:
        return False
    one, two = _mended(item), _mended(other)
    return bool(one and two) and (one.startswith(two) or two.startswith(one))


def _mended(item: Candidate) -> str:
    """What a finding's fix makes of its text; "" where it has none or reaches further."""
    span, edits = item.view_span, item.view_edits
    if not edits or reach(span, edits) != span:
        return ""
    return apply_edits(item.finding.text, edits, span.start)
