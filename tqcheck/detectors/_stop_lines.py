"""Cuts an article into the lines that moved stops and copied abbreviations are sought in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from tqcheck.article import Article
from tqcheck.source import Span


def lines(article: Article) -> tuple[Span, ...]:
    """The lines of all regions that aren't empty."""
    return article.memo("moved_stop lines", lambda it: tuple(span for span, _ in it.lines))


def lines_of(article: Article, places: Iterable[int]) -> tuple[Span, ...]:
    """The lines that hold some offsets, which are sorted."""
    wanted = list(places)
    if not wanted:
        return ()
    found = (lines(article)[_line_at(lines(article), place)] for place in wanted)
    return tuple(dict.fromkeys(found))


def _line_at(rows: Sequence[Span], place: int) -> int:
    return max(0, bisect_right(rows, place, key=itemgetter(0)) - 1)


def matches(
    pattern: re.Pattern[str], article: Article, rows: Iterable[Span]
) -> Iterator[re.Match[str]]:
    """The matches of a pattern in some lines."""
    for row in rows:
        yield from pattern.finditer(article.view, row.start, row.end)
