"""Where a match stands: from UTF-16 units to code points, and regions to what is sent and back."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from tqcheck.article import Article
from tqcheck.document import OBJECT
from tqcheck.record import NamedTuple
from tqcheck.source import Span

LIMIT = 20_000
"""UTF-16 units in one request at most: what public servers take."""
LEAST = 2_000
"""Units below which a request is not split for the sake of the server's other threads."""
SILENT = frozenset(("furniture", "credit"))
"""Kinds of region that hold no sentences."""
_JOINT = "\n\n"


def code_points(text: str) -> Callable[[int], int]:
    """The map from UTF-16 offsets of a text to code points, at log(characters beyond 0xFFFF).

    It raises ValueError for what is no whole number, lies outside or between two surrogates.
    """
    wide = [at for at, char in enumerate(text) if char > "\uffff"] if not text.isascii() else []
    starts = [at + number for number, at in enumerate(wide)]
    end = len(text) + len(wide)

    def place(offset: int) -> int:
        if type(offset) is not int or not 0 <= offset <= end:
            raise ValueError(offset)
        before = bisect_left(starts, offset)
        if before and starts[before - 1] == offset - 1:
            raise ValueError(offset)
        return offset - before

    return place


def width(text: str) -> int:
    """The UTF-16 units of a text."""
    return len(text) if text.isascii() else len(text) + sum(char > "\uffff" for char in text)


def units(article: Article) -> tuple[Span, ...]:
    """The stretches of the view to send: regions with sentences of the article's language.

    A region that no request takes is divided, at a line's, a sentence's or a word's end.
    """
    found: list[Span] = []
    for region in article.regions:
        if region.kind in SILENT or region.language not in ("", article.lang):
            continue
        if article.text(region.span).strip(OBJECT + " \t\r\n"):
            found.extend(_divided(article.view, region.span))
    return tuple(found)


def _divided(view: str, span: Span) -> Iterator[Span]:
    start, end = span
    while end - start > LIMIT // 2 - 2:  # half: each code point may be two units
        if width(view[start:end]) <= LIMIT - 4:
            break
        stop = start + LIMIT // 2 - 2
        for mark in ("\n", ". ", " "):
            at = view.rfind(mark, start + LIMIT // 4, stop)
            if at > 0:
                stop = at + len(mark)
                break
        yield Span(start, stop)
        start = stop
    yield Span(start, end)


class Batch(NamedTuple):
    """Texts to send as one, each with the place it begins at; sorted."""

    texts: tuple[str, ...]
    starts: tuple[int, ...]

    @property
    def text(self) -> str:
        """What is sent: each text between empty lines, so that its neighbours don't matter."""
        return _JOINT + "".join(text + _JOINT for text in self.texts)


def batches(texts: Sequence[str], threads: int) -> list[Batch]:
    """The texts in few requests, but so many that all of the server's threads have one."""
    sizes = [width(text) + len(_JOINT) for text in texts]
    most = min(LIMIT - len(_JOINT), max(LEAST, -(-sum(sizes) // max(1, threads))))
    found: list[Batch] = []
    group: list[str] = []
    size = 0
    for text, its in zip(texts, sizes, strict=True):
        if group and size + its > most:
            found.append(_batch(group))
            group, size = [], 0
        group.append(text)
        size += its
    if group:
        found.append(_batch(group))
    return found


def _batch(texts: Sequence[str]) -> Batch:
    widths = (len(text) + len(_JOINT) for text in texts)
    return Batch(tuple(texts), tuple(accumulate(widths, initial=len(_JOINT)))[:-1])
