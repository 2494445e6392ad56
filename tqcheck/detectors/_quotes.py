"""Pairs the double quotation marks of a block, whatever language they come from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from tqcheck.article import Article
from tqcheck.document import Region
from tqcheck.later import later
from tqcheck.record import NamedTuple

_MARK = later(r'["\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033]')
_HEIGHT = later(r"\d\s?['\u2019\u2032]\s?\d{1,2}\Z")
_GUILLEMET = later(r"[\u00ab\u00bb]")
_APOSTROPHE = later(r"[\"\u201c](?:s|t|re|ve|ll)\b")
_OPENS_AFTER = "([{\u2013\u2014\u2015-/\u00bf\u00a1\u2018'"
_CLOSES_BEFORE = ".,;:!?)]}\u2026\u2013\u2014-'\u2019/"
_DOUBLE = '"\u201c\u201d'
_REACH = 300
"""How far ahead of a “»” its partner is looked for."""
CLOSING = '\u201d\u00bb\u201c"'


class Pair(NamedTuple):
    """Offsets of an opening mark and its closing mark; ``depth`` 0 is outermost."""

    open: int
    close: int
    depth: int


class Mark(NamedTuple):
    """A mark with what stands beside it: blank (or bracket, or stop) on the left or right."""

    at: int
    char: str
    left: bool
    right: bool


class Scan(NamedTuple):
    """The pairs of a block by opening mark, the marks without a partner, the outermost pairs.

    ``guessed``: the marks stood too oddly to be read one by one, and were paired by counting.
    """

    pairs: tuple[Pair, ...]
    odd: tuple[int, ...]
    outer: tuple[Pair, ...]
    by_close: Mapping[int, Pair]
    guessed: bool = False

    def inside(self, start: int, end: int) -> tuple[Pair, ...]:
        """The pairs with both marks in a stretch."""
        first = bisect_left(self.pairs, (start,))
        last = bisect_left(self.pairs, (end,))
        return tuple(pair for pair in self.pairs[first:last] if pair.close < end)

    def odd_inside(self, start: int, end: int) -> tuple[int, ...]:
        """The marks without a partner in a stretch."""
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


def of_region(article: Article, region: Region) -> Scan:
    """The scan of a region, worked out once an article."""
    known = article.memo("quotes.scans", lambda _: dict[int, Scan]())
    if region.span.start not in known:
        known[region.span.start] = scan(article.view, region.span.start, region.span.end)
    return known[region.span.start]


def scan(view: str, start: int, end: int) -> Scan:
    """Pair the double marks of ``view[start:end]`` by glyph, by what stands beside, by parity.

    An opening mark within an open quotation begins one within it; a closing mark takes the
    last open one. A mark with words (or blanks) on both sides closes what is open and opens
    otherwise. Where that leaves straight marks over and their number is even, they are paired
    by counting alone. Inches, feet and marks typed for apostrophes are none. Linear.
    """
    found = marks(view, start, end)
    pairs, odd = _by_sides(view, found, end)
    counted = _by_counting(view, found) if odd else []
    if counted:
        pairs, odd = counted, []
    pairs.sort()
    outer: list[Pair] = []
    for pair in pairs:
        if not outer or pair.open > outer[-1].close:
            outer.append(pair)
    by_close = {pair.close: pair for pair in pairs}
    return Scan(tuple(pairs), tuple(sorted(odd)), tuple(outer), by_close, bool(counted))


def marks(view: str, start: int, end: int) -> list[Mark]:
    """The double marks of a stretch that are neither inches nor apostrophes."""
    found: list[Mark] = []
    for match in _MARK.finditer(view, start, end):
        at = match.start()
        before, after = _beside(view, at, start, end)
        left = before.isspace() or before in _OPENS_AFTER
        right = after.isspace() or after in _CLOSES_BEFORE
        even = len(found) % 2 == 0
        if match.group() in '"\u2033':
            if _HEIGHT.search(view, max(start, at - 6), at):
                continue
            number = before.isdigit() or (before == " " and view[at - 2 : at - 1].isdigit())
            if number and right and even:
                continue  # inches, or the end of a quotation that began elsewhere
        if even and before.isalpha() and _APOSTROPHE.match(view, at, end):
            continue
        found.append(Mark(at, match.group(), left, right))
    return found


def _beside(view: str, at: int, start: int, end: int) -> tuple[str, str]:
    """The code points beside a mark, past another mark that touches it."""
    left, right = at - 1, at + 1
    while left >= max(start, at - 2) and view[left] in _DOUBLE:
        left -= 1
    while right < min(end, at + 3) and view[right] in _DOUBLE:
        right += 1
    return (view[left] if left >= start else " ", view[right] if right < end else " ")


def _by_counting(view: str, found: Sequence[Mark]) -> list[Pair]:
    """Straight marks taken two by two; [] where a pair's marks both look the other way."""
    if len(found) % 2 or any(mark.char != '"' for mark in found):
        return []
    pairs: list[Pair] = []
    for first, second in zip(found[::2], found[1::2], strict=True):
        closes = not first.left and first.right
        opens_ = second.left and not second.right
        if (closes and opens_) or (closes and view[first.at - 1] in ".!?\u2026"):
            return []
        if opens_ and not view[second.at + 1].islower():
            return []  # “"City "as there” lost its blank; “"A … says "The Poet” opens again
        pairs.append(Pair(first.at, second.at, 0))
    return pairs


def _by_sides(view: str, found: Sequence[Mark], end: int) -> tuple[list[Pair], list[int]]:
    pairs: list[Pair] = []
    odd: list[int] = []
    stack: list[Mark] = []
    for mark in found:
        if opens(view, mark, stack[-1].char if stack else "", end):
            stack.append(mark)
        elif stack:
            pairs.append(Pair(stack.pop().at, mark.at, len(stack)))
        else:
            odd.append(mark.at)
    return pairs, [*odd, *(mark.at for mark in stack)]


def opens(view: str, mark: Mark, opener: str, end: int) -> bool:
    """Whether a mark opens a quotation, given the glyph that is open before it, "" if none."""
    if mark.char in '"\u2033':
        return mark.left if mark.left != mark.right else not opener
    if mark.char in "\u201e\u201f":
        return True
    if mark.char == "\u201c":
        return opener != "\u201e" and not (opener and mark.right)
    if mark.char == "\u201d":
        return not opener and mark.left and not mark.right
    if mark.char == "\u00ab":
        closes = opener == "\u00bb" or (bool(opener) and mark.right)
        return not closes
    if opener or not mark.left:
        return False
    return not mark.right or _reversed(view, mark.at, end)


def _reversed(view: str, at: int, end: int) -> bool:
    """Whether “»” stands for the opening mark: the next of its kind is “«”."""
    following = _GUILLEMET.search(view, at + 1, min(end, at + _REACH))
    return following is not None and following.group() == "\u00ab"
