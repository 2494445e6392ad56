"""Finds quotation marks that open what nothing closes, or close what nothing opened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.detectors._quote_wake import is_untidy
from tqcheck.detectors._quotes import of_region
from tqcheck.finding import Hit
from tqcheck.record import NamedTuple
from tqcheck.source import Span
from tqcheck.wake import Wake

FIELDS = frozenset(("side",))
PARAMS: Mapping[str, Any] = {"reach": 10, "stray": False}

_OPENING = "\u201c\u201e\u00ab"
_CLOSING = "\u201d\u00bb"


class _Odd(NamedTuple):
    """A mark without a partner in its block: which block, and whether it opens, closes or may."""

    at: int
    block: int
    first: bool
    role: str


def wake(params: Mapping[str, Any]) -> Wake:
    """Where quotations aren't in order."""
    return Wake(check=is_untidy)


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """Marks without a partner in their block or in the ``reach`` blocks after it.

    A quotation that goes on over blocks opens each of them and closes the last, so a mark
    that begins a block continues an open quotation and is none that is missing. There is no
    fix: where the quotation ends is for the editor to say. Group ``side``: opens or closes.
    With ``stray``, only marks with a blank on either side within a block, that neither open
    nor close anything.
    """
    if params["stray"]:
        yield from _stray(article)
        return
    pending: _Odd | None = None
    for mark in _odd(article):
        if pending is not None and _goes_on(article, pending):
            pending = None
        if pending is not None and mark.block - pending.block > params["reach"]:
            yield _hit(pending)
            pending = None
        if mark.role == "close" or (mark.role == "" and pending is not None):
            if pending is None:
                yield _hit(mark)
            pending = None
        elif pending is not None and mark.first:
            pending = mark
        else:
            if pending is not None:
                yield _hit(pending)
            pending = mark
    if pending is not None and not _goes_on(article, pending):
        yield _hit(pending)


def _goes_on(article: Article, mark: _Odd) -> bool:
    """Whether the next block opens with a mark: the quotation goes on over paragraphs."""
    if mark.block + 1 >= len(article.regions):
        return False
    following = article.view[article.regions[mark.block + 1].span.start]
    return following in _OPENING + '"'


def _odd(article: Article) -> Iterator[_Odd]:
    view = article.view
    for block, region in enumerate(article.regions):
        if region.kind in ("furniture", "credit"):
            continue
        for at in of_region(article, region).odd:
            before = view[at - 1 : at] if at > region.span.start else " "
            after = view[at + 1 : at + 2] if at + 1 < region.span.end else " "
            role = "open" if view[at] in _OPENING else "close" if view[at] in _CLOSING else ""
            if not role and before.isspace() != after.isspace():
                role = "open" if before.isspace() else "close"
            yield _Odd(at, block, at == region.span.start, role)


def _stray(article: Article) -> Iterator[Hit]:
    view = article.view
    for region in article.regions:
        odd = of_region(article, region).odd
        at = odd[0] if len(odd) == 1 else -1
        if not region.span.start + 1 < at < region.span.end - 2 or view[at] not in '"\u201c\u201d':
            continue
        words = view[at - 2].isalnum() and view[at + 2].islower()
        if words and view[at - 1] == view[at + 1] == " ":
            yield Hit(Span(at, at + 1), {"side": "opens"}, fixable=False)


def _hit(mark: _Odd) -> Hit:
    side = "closes" if mark.role == "close" else "opens"
    return Hit(Span(mark.at, mark.at + 1), {"side": side}, fixable=False)
