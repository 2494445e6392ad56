"""A finding's line for the terminal: windowed, with the marks under the right columns."""

from __future__ import annotations

from tqcheck.record import NamedTuple
from tqcheck.source import Source, Span

_TAB = 4
_BEFORE = 0.4
"""How much of the window may stand before a finding that is cut out of a long line."""


class Excerpt(NamedTuple):
    """A row of the file as shown: what stands before, in and after the span, and the marks."""

    row: int
    before: str
    marked: str
    after: str
    carets: str


def shown(text: str) -> str:
    """Text safe for a terminal: controls and direction marks made visible, line ends as ⏎."""
    if text.isprintable():
        return text
    return "".join(_cell(char)[0] for char in text.replace("\r\n", "\n"))


def _cell(char: str) -> tuple[str, int]:
    """How a character is shown and how many terminal cells it takes."""
    if char.isascii():
        if char.isprintable():
            return char, 1
        if char == "\t":
            return " " * _TAB, _TAB
        if char == "\n":
            return "\N{RETURN SYMBOL}", 1
        return ("\N{SYMBOL FOR DELETE}" if char == "\x7f" else chr(0x2400 + ord(char))), 1
    from unicodedata import category, east_asian_width

    kind = category(char)
    if kind in ("Mn", "Me") or char == "\N{ZERO WIDTH JOINER}":
        return char, 0
    if kind in ("Cc", "Cf", "Zl", "Zp", "Cs"):
        visible = f"<{ord(char):04X}>"
        return visible, len(visible)
    return char, 2 if east_asian_width(char) in "WF" else 1


def excerpt(source: Source, span: Span, columns: int) -> Excerpt:
    """The row on which a span begins, at most ``columns`` cells of it, with carets under it.

    Only the row's part near the span is touched, so the cost does not grow with the row.
    """
    row = source.location(span.start).row
    row_start = source.line_starts[row - 1]
    row_end = source.line_starts[row] - 1 if row < len(source.line_starts) else len(source.text)
    if row_end > row_start and source.text[row_end - 1] == "\r":
        row_end -= 1
    low, high = max(row_start, span.start - 2 * columns), min(row_end, span.start + 2 * columns)
    line = source.text[low : max(low, high)]
    start = min(span.start - low, len(line))
    end = max(start, min(max(span.end - low, start + 1), len(line)))
    first, last = _window(line, start, end, columns)
    end = min(end, last)
    lead = "…" if low + first > row_start else ""
    tail = "…" if low + last < row_end else ""
    before, marked = line[first:start], line[start:end]
    carets = " " * (len(lead) + _width(before)) + "^" * max(1, _width(marked))
    after = shown_row(line[end:last])
    return Excerpt(row, lead + shown_row(before), shown_row(marked), after + tail, carets)


def shown_row(text: str) -> str:
    """Like ``shown``, with tabs as blanks."""
    return text if text.isprintable() else "".join(_cell(char)[0] for char in text)


def _width(text: str) -> int:
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(_cell(char)[1] for char in text)


def _window(line: str, start: int, end: int, columns: int) -> tuple[int, int]:
    """The stretch of a line to show around ``[start, end)``, at most ``columns`` cells wide."""
    near = line[max(0, start - columns) : start + columns + 1]
    if len(line) <= columns and _width(near) <= columns:
        return 0, len(line)
    first, room = start, int(columns * _BEFORE)
    if len(line) - start < columns:  # near the line's end: what is not needed there goes before
        room = max(room, columns - _width(line[start:]))
    while first > 0 and _cell(line[first - 1])[1] <= room:
        first -= 1
        room -= _cell(line[first])[1]
    while first < start and _cell(line[first])[1] == 0:
        first += 1  # a combining mark whose letter is cut off
    last, room = start, columns - _width(line[first:start])
    while last < len(line) and (_cell(line[last])[1] <= room):
        room -= _cell(line[last])[1]
        last += 1
    return first, max(last, min(start + 1, len(line)))
