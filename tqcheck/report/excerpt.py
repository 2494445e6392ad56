"""A finding's line for the terminal: windowed, with the marks under the right columns."""

from __future__ import annotations

from typing import NamedTuple

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
    """The row on which a span begins, at most ``columns`` cells of it, with carets under it."""
    place = source.location(span.start)
    line = source.line(place.row)
    start = min(place.column - 1, len(line))
    end = min(max(span.end - span.start + start, start + 1), len(line))
    end = max(end, start)
    first, last = _window(line, start, end, columns)
    before = shown_row(line[first:start])
    marked = shown_row(line[start : min(end, last)])
    after = shown_row(line[max(start, min(end, last)) : last])
    lead = "…" if first else ""
    tail = "…" if last < len(line) else ""
    carets = " " * (len(lead) + _width(line[first:start]))
    carets += "^" * max(1, _width(line[start : min(end, last)]))
    return Excerpt(place.row, lead + before, marked, after + tail, carets)


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
