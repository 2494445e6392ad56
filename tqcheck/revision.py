"""Edits over several rounds, composed into edits against the text one began with."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.finding import Edit
from tqcheck.record import NamedTuple
from tqcheck.source import Span


class _Segment(NamedTuple):
    """A stretch of the present text: kept from the original (``new`` is None) or written."""

    span: Span
    new: str | None

    @property
    def length(self) -> int:
        return self.span.end - self.span.start if self.new is None else len(self.new)

    def cut(self, start: int, end: int) -> _Segment:
        if self.new is None:
            return _Segment(Span(self.span.start + start, self.span.start + end), None)
        return _Segment(self.span, self.new[start:end])


class Revision:
    """The present text as segments of the original and of what was written."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._segments = [_Segment(Span(0, len(text)), None)] if text else []

    def apply(self, edits: Sequence[Edit]) -> None:
        """Apply sorted, disjoint edits whose spans count in the present text."""
        out: list[_Segment] = []
        rest = list(reversed(self._segments))
        at = 0
        for edit in edits:
            at = _move(rest, out, at, edit.span.start)
            if edit.new:
                out.append(_Segment(Span(0, 0), edit.new))
            at = _move(rest, None, at, edit.span.end)
        out.extend(reversed(rest))
        self._segments = out

    def edits(self) -> tuple[Edit, ...]:
        """The edits against the original, sorted and disjoint, none without effect."""
        found: list[Edit] = []
        at = 0
        written: list[str] = []
        for segment in (*self._segments, _Segment(Span(len(self._text), len(self._text)), None)):
            if segment.new is not None:
                written.append(segment.new)
                continue
            edit = Edit(Span(at, segment.span.start), "".join(written))
            if edit.new != self._text[at : segment.span.start]:
                found.append(edit)
            at, written = segment.span.end, []
        return tuple(found)


def _move(rest: list[_Segment], out: list[_Segment] | None, at: int, until: int) -> int:
    """Take segments off ``rest`` (reversed) up to the offset ``until``, into ``out`` if given."""
    while at < until:
        segment = rest.pop()
        take = min(segment.length, until - at)
        if take < segment.length:
            rest.append(segment.cut(take, segment.length))
            segment = segment.cut(0, take)
        if out is not None:
            out.append(segment)
        at += take
    return at
