"""Pairs the double quotation marks of a block, whatever language they come from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from typing import NamedTuple

from tqcheck.article import Article
from tqcheck.document import Region

_MARK = re.compile(r'["\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033]')
_HEIGHT = re.compile(r"\d\s?['\u2019\u2032]\s?\d{1,2}\Z")
_OPENS_AFTER = "([{\u2013\u2014\u2015-/\u00bf\u00a1\u2018'"
_CLOSES_BEFORE = ".,;:!?)]}\u2026\u2013\u2014-'\u2019/"
OPENING = '\u201c\u201e\u201f\u00ab"'
CLOSING = '\u201d\u00bb\u201c"'


class Pair(NamedTuple):
    """Offsets of an opening mark and its closing mark; ``depth`` 0 is outermost."""

    open: int
    close: int
    depth: int


class Scan(NamedTuple):
    """The pairs of a block by opening mark, the marks without a partner, the outermost pairs."""

    pairs: tuple[Pair, ...]
    odd: tuple[int, ...]
    outer: tuple[Pair, ...]
    by_close: Mapping[int, Pair]

    def inside(self, start: int, end: int) -> tuple[Pair, ...]:
        """The pairs with both marks in a stretch."""
        first = bisect_left(self.pairs, (start,))
        last = bisect_left(self.pairs, (end,))
        return tuple(pair for pair in self.pairs[first:last] if pair.close < end)

    def odd_inside(self, start: int, end: int) -> tuple[int, ...]:
        """The marks without a partner in a stretch, and those whose partner lies outside."""
        first, last = bisect_left(self.odd, start), bisect_left(self.odd, end)
        return self.odd[first:last]

    def around(self, at: int) -> Pair | None:
        """The outermost pair that holds an offset."""
        last = bisect_left(self.outer, (at,)) - 1
        if last < 0 or self.outer[last].close <= at:
            return None
        return self.outer[last]

    def opened_by(self, at: int) -> Pair | None:
        """The pair whose opening mark stands at an offset."""
        place = bisect_left(self.pairs, (at,))
        if place < len(self.pairs) and self.pairs[place].open == at:
            return self.pairs[place]
        return None


def scan(view: str, start: int, end: int) -> Scan:
    """Pair the double marks of ``view[start:end]`` by glyph, by what stands beside, by parity.

    An opening mark within an open quotation begins one within it; a closing mark takes the
    last open one. A mark with words (or blanks) on both sides closes what is open and opens
    otherwise. Inches and feet are no marks. One pass.
    """
    pairs: list[Pair] = []
    odd: list[int] = []
    stack: list[int] = []
    for match in _MARK.finditer(view, start, end):
        at = match.start()
        role = _role(view, at, start, end, view[stack[-1]] if stack else "")
        if role == "open":
            stack.append(at)
        elif role == "close":
            if stack:
                pairs.append(Pair(stack.pop(), at, len(stack)))
            else:
                odd.append(at)
    pairs.sort()
    outer: list[Pair] = []
    for pair in pairs:
        if not outer or pair.open > outer[-1].close:
            outer.append(pair)
    by_close = {pair.close: pair for pair in pairs}
    return Scan(tuple(pairs), tuple(sorted([*odd, *stack])), tuple(outer), by_close)


def of_region(article: Article, region: Region) -> Scan:
    """The scan of a region, worked out once an article."""
    known = article.memo("quotes.scans", lambda _: dict[int, Scan]())
    if region.span.start not in known:
        known[region.span.start] = scan(article.view, region.span.start, region.span.end)
    return known[region.span.start]


def _role(view: str, at: int, start: int, end: int, opener: str) -> str:
    """ "open", "close" or "" for a mark, given the glyph that is open before it."""
    char = view[at]
    before = view[at - 1] if at > start else " "
    after = view[at + 1] if at + 1 < end else " "
    free_left = before.isspace() or before in _OPENS_AFTER
    free_right = after.isspace() or after in _CLOSES_BEFORE
    if char in '"\u2033':
        if _HEIGHT.search(view, max(start, at - 6), at):
            return ""
        if before.isdigit() and not opener and free_right:
            return ""  # inches, or the end of a quotation that began elsewhere
        if free_left != free_right:
            return "open" if free_left else "close"
        return "close" if opener else "open"
    if char in "\u201e\u201f":
        return "open"
    if char == "\u201c":
        closes = opener == "\u201e" or (bool(opener) and not free_left and free_right)
        return "close" if closes else "open"
    if char == "\u201d":
        return "open" if not opener and free_left and not free_right else "close"
    if char == "\u00ab":
        return "close" if opener == "\u00bb" else "open"
    return "open" if not opener and free_left and not free_right else "close"
