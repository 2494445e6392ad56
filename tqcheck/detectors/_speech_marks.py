"""Writes the quotation marks of a speech: which glyphs, inner ones lowered, how it closes."""

from __future__ import annotations

from tqcheck.article import Article
from tqcheck.detectors._quotes import Scan
from tqcheck.finding import Edit
from tqcheck.later import later
from tqcheck.record import NamedTuple
from tqcheck.source import Span

_CURLY = "“”„«»"
_STOPS = ".,;:"
_KEPT = "?!…"
_BLANKS = " \t\u00a0\u202f"
_DASHES = "–—―‒−-"
_SHORT = later(r"\b(?:[A-Za-z]\.[A-Za-z]|etc|Jr|Sr|Inc|Ltd|Corp|Co)\Z")
"""Words whose full stop is their own and stays before a comma."""
_QUOTES = '"“”„«»″'


class Marks(NamedTuple):
    """The marks a new quotation gets; ``inside``: full stop and comma within an inner mark."""

    open: str
    close: str
    inner_open: str
    inner_close: str
    inside: bool


def marks_of(article: Article) -> Marks:
    """The marks of the house style, straight where the article's own are mostly straight."""
    style = article.style
    straight = article.view.count('"') > sum(article.view.count(mark) for mark in _CURLY)
    outer, inner = style.outer, style.inner
    if straight:
        double, single = ('"', '"'), ("'", "'")
        outer, inner = (double, single) if outer[0] == "“" else (single, double)
    return Marks(*outer, *inner, style.punctuation == "us")


class Speech(NamedTuple):
    """A stretch that dashes mark as speech, and the edits that write it with quotation marks.

    ``kind``: “paragraph” (opens the block), “within”, “orphan” (an attribution dash alone),
    “quoted” (the attribution stands in the quotation), “after” (a dash behind a closing mark),
    “double” (a dash before an opening mark). ``sure``: where it begins and ends is certain.
    ``needs`` names what the rest of the article must show for the speech to count;
    ``closed_by_dash``: a second dash led to the attribution; ``reopens``: its own dash follows
    an attribution.
    """

    kind: str
    span: Span
    edits: tuple[Edit, ...]
    sure: bool = True
    withheld: str = ""
    needs: str = ""
    closed_by_dash: bool = False
    reopens: bool = False


class Place(NamedTuple):
    """A block, its quotations and the marks of the article."""

    view: str
    start: int
    end: int
    quotes: Scan
    marks: Marks


class Opening(NamedTuple):
    """Where a speech begins: its dash, its first word, the edit that opens it, and the proof.

    ``proof``: “start” of the block, “stop” or “colon” before the dash, or “attributed”: an
    attribution has come before.
    """

    kind: str
    at: int
    text: int
    edit: Edit
    proof: str


def lowered(place: Place, start: int, last: int, stop: int) -> list[Edit] | None:
    """Edits that bring the quotations of a speech down one level; None where that can't be.

    The speech's words are ``start`` to ``last``; marks from there to ``stop`` are left to its
    closing. None: a mark without its partner, or three levels.
    """
    edits: list[Edit] = []
    quotes, marks = place.quotes, place.marks
    if quotes.odd_inside(start, last):
        return None
    before = start - 1
    for pair in quotes.inside(start, stop):
        if pair.open < before:
            return None
        before = pair.close
        edits.append(Edit(Span(pair.open, pair.open + 1), marks.inner_open))
        if pair.close < last:
            edits.append(Edit(Span(pair.close, pair.close + 1), marks.inner_close))
    return edits


class Ending(NamedTuple):
    """What stands between the last word of a speech and what follows it."""

    start: int
    text: str
    inner: bool  # a quotation within the speech closes here
    stray: bool  # a closing mark without a partner stands here already


def ending(place: Place, start: int, stop: int) -> Ending:
    """The marks, blanks and dashes before ``stop``, back to the last word after ``start``."""
    view, at = place.view, stop
    while at > start and view[at - 1] in _STOPS + _KEPT + _BLANKS + _DASHES + _QUOTES:
        at -= 1
    if view[at : at + 1] == "." and _SHORT.search(view, max(start, at - 6), at):
        at += 1
    inner = stray = False
    odd = set(place.quotes.odd_inside(at, stop))
    for offset in range(at, stop):
        if view[offset] in _QUOTES:
            inner = inner or offset not in odd
            stray = stray or offset in odd
    return Ending(at, view[at:stop], inner, stray)


def closing(place: Place, end: Ending, start: int, *, cited: bool, more: bool) -> Edit:
    """The edit that closes a speech at its ending.

    ``cited``: an attribution follows, so a comma stands for the full stop; ``more``: words
    follow in the paragraph. A question mark, an exclamation mark and an ellipsis stay alone.
    """
    view, marks = place.view, place.marks
    kept = "".join(char for char in end.text if char in _KEPT)
    dots = "..." if "..." in end.text and not kept else ""
    single = _ends_single(view, start, end.start)
    before_quote = end.text.split(next((c for c in end.text if c in _QUOTES), "\0"))[0]
    if kept or dots:
        stop = kept or dots
        parts = [stop, marks.inner_close] if stop[0] in before_quote else [marks.inner_close, stop]
        if single:
            parts = [stop]
    else:
        own = end.start > start and view[end.start - 1] == "."
        stop = "," if cited else "" if own else "."
        parts = [stop, marks.inner_close] if marks.inside else [marks.inner_close, stop]
        if single:
            parts = [stop, view[end.start - 1]] if marks.inside else [stop]
    inner = "".join(parts) if end.inner or (single and len(parts) > 1) else stop
    whole = inner + marks.close + (" " if more else "")
    if single and len(parts) > 1:
        return smallest(Span(end.start - 1, end.start + len(end.text)), view, whole)
    return smallest(Span(end.start, end.start + len(end.text)), view, whole)


def smallest(span: Span, view: str, new: str) -> Edit:
    """The edit that makes ``new`` of a span without rewriting what stays at its two ends."""
    old = view[span.start : span.end]
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return Edit(Span(span.start + head, span.end - tail), new[head : len(new) - tail])


def _ends_single(view: str, start: int, at: int) -> bool:
    """Whether a quotation in single marks closes just before ``at``."""
    if at <= start or view[at - 1] not in "’'":
        return False
    opener = "‘" if view[at - 1] == "’" else " '"
    return opener in " " + view[max(start, at - 120) : at - 1]
