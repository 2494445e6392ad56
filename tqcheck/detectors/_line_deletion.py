"""Which stretch of the text goes with each of several lines that are deleted whole."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.finding import Edit
from tqcheck.source import Span


def deletions(text: str, lines: Sequence[Span], doomed: Sequence[bool]) -> dict[int, Edit]:
    """The deletion of each doomed line, by its index among ``lines``.

    ``lines`` are all lines that aren't blank, without their outer blanks, in order. The
    stretches of neighbouring lines touch and never overlap. Once all are gone, one blank row
    is left between what stands before and after (none if no blank row was there), nothing at
    the start of the text, and at its end the line end that was there.
    """
    found: dict[int, Edit] = {}
    at = 0
    while at < len(lines):
        if not doomed[at]:
            at += 1
            continue
        end = at
        while end < len(lines) and doomed[end]:
            end += 1
        found.update(_run(text, lines, at, end))
        at = end
    return found


def _run(text: str, lines: Sequence[Span], first: int, end: int) -> dict[int, Edit]:
    """Deletions for the doomed lines ``first`` to ``end`` (exclusive), all in one row."""
    if end == len(lines):
        return _at_the_end(text, lines, first)
    starts = [lines[index].start for index in range(first, end + 1)]
    keeps = [0] * (end - first)
    if first == 0:
        starts[0] = _begin(text)
    else:
        gap = Span(lines[first - 1].end, lines[first].start)
        breaks = _breaks(text, gap)
        if len(breaks) >= 2:
            starts[0] = breaks[1]
        else:
            _keep_a_blank_row(text, lines, first, keeps)
    return {
        first + number: Edit(
            Span(starts[number], _kept_from(text, lines[first + number].end, start, keep)), ""
        )
        for number, (start, keep) in enumerate(zip(starts[1:], keeps, strict=True))
    }


def _keep_a_blank_row(text: str, lines: Sequence[Span], first: int, keeps: list[int]) -> None:
    """No blank row stands before the run: let the first one inside or after it stay."""
    for number in range(len(keeps)):
        line = first + number
        if len(_breaks(text, Span(lines[line].end, lines[line + 1].start))) >= 2:
            keeps[number] = 1
            return


def _kept_from(text: str, gap_start: int, gap_end: int, keep: int) -> int:
    """Where a deletion ends that leaves the last ``keep`` line ends of the gap after it."""
    if not keep:
        return gap_end
    end = text.rfind("\n", gap_start, gap_end)
    return end - 1 if text.startswith("\r\n", end - 1) else end


def _at_the_end(text: str, lines: Sequence[Span], first: int) -> dict[int, Edit]:
    """The last lines of the text: each goes with the gap before it; the final line end stays."""
    found: dict[int, Edit] = {}
    for index in range(first, len(lines)):
        start = lines[index - 1].end if index else _begin(text)
        found[index] = Edit(Span(start, lines[index].end), "")
    return found


def _begin(text: str) -> int:
    return 1 if text.startswith("\N{ZERO WIDTH NO-BREAK SPACE}") else 0


def _breaks(text: str, gap: Span) -> list[int]:
    """Offsets just after each line end of a gap."""
    found: list[int] = []
    at = text.find("\n", gap.start, gap.end)
    while at >= 0:
        found.append(at + 1)
        at = text.find("\n", at + 1, gap.end)
    return found
