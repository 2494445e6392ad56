"""A unified diff written straight from the edits, as ``git apply`` and ``patch -p1`` take it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tqcheck.finding import Edit
from tqcheck.record import NamedTuple

_CONTEXT = 3
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}


class _Change(NamedTuple):
    """Rows ``[first, last)`` of the old text, 0-based, and the rows that replace them."""

    first: int
    last: int
    new: list[str]


def unified(path: str, text: str, edits: Sequence[Edit]) -> str:
    """The diff that turns ``text`` into ``text`` with sorted, disjoint edits applied.

    Rows end at LF only, as git counts them; "" where the edits change nothing.
    """
    rows = _rows(text)
    trimmed = (_trimmed(rows, change) for change in _changes(text, rows, edits))
    changes = [change for change in trimmed if change.first < change.last or change.new]
    if not changes:
        return ""
    out = [f"--- {_quoted('a/' + path)}\n", f"+++ {_quoted('b/' + path)}\n"]
    shift = 0
    for hunk in _hunks(changes):
        shift = _write_hunk(out, rows, hunk, shift)
    return "".join(out)


def _rows(text: str) -> list[str]:
    """The rows of a text with their LF; splitlines would also cut at U+2028 and form feeds."""
    rows = [row + "\n" for row in text.split("\n")]
    rows[-1] = rows[-1][:-1]
    return rows if rows[-1] else rows[:-1]


def _changes(text: str, rows: Sequence[str], edits: Sequence[Edit]) -> Iterator[_Change]:
    """Edits gathered into disjoint stretches of whole rows."""
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(row))
    group: list[Edit] = []
    first = last = 0
    for edit in edits:
        begin = max(0, min(bisect_right(starts, edit.span.start) - 1, len(rows) - 1))
        end = min(bisect_right(starts, max(edit.span.start, edit.span.end - 1)), len(rows))
        if edit.span.end == starts[end] and not edit.new.endswith("\n") and end < len(rows):
            end += 1  # the row's LF goes: the next row is joined to what is left of this one
        if group and begin < last:
            last = max(last, end)
        else:
            if group:
                yield _change(text, starts, group, first, last)
                group = []
            first, last = begin, max(end, begin)
        group.append(edit)
    if group:
        yield _change(text, starts, group, first, last)


def _change(
    text: str, starts: Sequence[int], edits: Sequence[Edit], first: int, last: int
) -> _Change:
    parts: list[str] = []
    at = starts[first]
    for edit in edits:
        parts += (text[at : edit.span.start], edit.new)
        at = edit.span.end
    parts.append(text[at : starts[last]])
    return _Change(first, last, _rows("".join(parts)))


def _trimmed(rows: Sequence[str], change: _Change) -> _Change:
    """The change without the rows at its ends that stay what they were."""
    first, last, new = change
    while first < last and new and rows[first] == new[0]:
        first, new = first + 1, new[1:]
    while first < last and new and rows[last - 1] == new[-1]:
        last, new = last - 1, new[:-1]
    return _Change(first, last, new)


def _hunks(changes: Sequence[_Change]) -> Iterator[list[_Change]]:
    """Changes whose contexts meet share a hunk."""
    hunk: list[_Change] = []
    for change in changes:
        if hunk and change.first - hunk[-1].last > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    yield hunk


def _write_hunk(out: list[str], rows: Sequence[str], hunk: Sequence[_Change], shift: int) -> int:
    """Append a hunk; ``shift`` is how many rows earlier hunks have added, returned anew."""
    low = max(0, hunk[0].first - _CONTEXT)
    high = min(len(rows), hunk[-1].last + _CONTEXT)
    added = sum(len(change.new) - (change.last - change.first) for change in hunk)
    old, new = high - low, high - low + added
    out.append(f"@@ -{_range(low, old)} +{_range(low + shift, new)} @@\n")
    at = low
    for change in hunk:
        out.extend(_marked(" ", rows[at : change.first]))
        out.extend(_marked("-", rows[change.first : change.last]))
        out.extend(_marked("+", change.new))
        at = change.last
    out.extend(_marked(" ", rows[at:high]))
    return shift + added


def _range(first: int, count: int) -> str:
    """A hunk's place: an empty range names the row before it, as diff does."""
    start = first + 1 if count else first
    return str(start) if count == 1 else f"{start},{count}"


def _marked(sign: str, rows: Sequence[str]) -> Iterator[str]:
    for row in rows:
        yield sign + row
        if not row.endswith("\n"):
            yield "\n\\ No newline at end of file\n"


def _quoted(path: str) -> str:
    """A path as git writes it in a diff: C-quoted where it holds quotes, controls or UTF-8."""
    if path.isascii() and path.isprintable() and not set(path) & set(_ESCAPES):
        return path if " " not in path else path + "\t"
    out = []
    for char in path:
        if char in _ESCAPES:
            out.append(_ESCAPES[char])
        elif char.isascii() and char.isprintable():
            out.append(char)
        else:
            out.extend(f"\\{byte:03o}" for byte in char.encode("utf-8", "surrogateescape"))
    return '"' + "".join(out) + '"'
