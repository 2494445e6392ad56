"""Quotation marks against the article's own habit: stops outside, straight or nested marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.article import Article
from tqcheck.detectors._quote_glyphs import Block, swapped
from tqcheck.detectors._quote_wake import MINORITY, STRAIGHT
from tqcheck.detectors._speech import speeches
from tqcheck.detectors._speech_marks import marks_of
from tqcheck.finding import Edit, Hit
from tqcheck.later import later
from tqcheck.source import Span

_OUTSIDE = later(r"(?P<close>[\"\u201d\u2019])(?<=[\w\u2019)].)(?P<stop>[.,])(?=\s|\Z)")
"""A mark comes first, so that the search goes from mark to mark; here and below."""
_SINGLE_CLOSES = later(r"\u2019(?![^\W_])")
_INSIDE = later(
    r"""
    ["\u201c](?<=[^\W\d_][ ].)                   # quoted words in the midst of a sentence
    [a-z][^"\u201c\u201d\n]{0,60}
    [.,]["\u201d](?=\s|\Z)
    """,
    re.VERBOSE,
)


def stops(block: Block) -> Iterator[Hit]:
    """TQ310: a “farce”. → a “farce.” in the American style, where the article has that style."""
    for match in _OUTSIDE.finditer(block.view, *block.region.span):
        pair = block.quotes.by_close.get(match.start())
        if pair is None or block.quotes.guessed:
            continue
        edits = (
            Edit(Span(match.start(), match.start()), match["stop"]),
            Edit(Span(match.start("stop"), match.end()), ""),
        )
        yield Hit(Span(*match.span()), edits=edits)


def stands_inside(article: Article) -> bool:
    """Whether the house and the article have stops inside the marks."""
    return marks_of(article).inside and article.memo("stops inside", _is_american)


def _is_american(article: Article) -> bool:
    """Whether stops are meant to stand inside: the place of one stop alone says nothing.

    Either the article shows the marks of another language (so its stops are that language's),
    or most quoted words of it that end with a stop have it inside, as British copy never does.
    """
    if any(mark in article.view for mark in "„«»") or article.is_translated:
        return True
    outside = sum(1 for _ in _OUTSIDE.finditer(article.view))
    if not outside:
        return False
    inside = sum(1 for _ in _INSIDE.finditer(article.view))
    return inside >= 2 * outside or any(speech.sure for speech in speeches(article))


def mixed(block: Block) -> Iterator[Hit]:
    """TQ306: straight marks where the article's are curly, by pairs and in contractions."""
    view = block.view
    straight, curly = view.count('"'), view.count("“") + view.count("”")
    if 0 < straight <= MINORITY * (straight + curly) and not block.quotes.guessed:
        for pair in block.quotes.pairs:
            if view[pair.open] == view[pair.close] == '"':
                opener, closer = block.glyphs(pair)
                edits = (
                    Edit(Span(pair.open, pair.open + 1), opener),
                    Edit(Span(pair.close, pair.close + 1), closer),
                )
                yield Hit(Span(pair.open, pair.close + 1), edits=edits)
    typed, curved = view.count("'"), view.count("’")
    if 0 < typed <= MINORITY * (typed + curved):
        for match in STRAIGHT.finditer(view, *block.region.span):
            yield Hit(Span(*match.span()), edits=(Edit(Span(*match.span()), "’"),))


def nested(block: Block) -> Iterator[Hit]:
    """TQ312: a quotation within a quotation in marks of the same level."""
    if block.quotes.odd or block.quotes.guessed:
        return
    for pair in block.quotes.pairs:
        outer = block.quotes.around(pair.open)
        if outer is None or pair == outer or pair.depth != 1:
            continue
        if (block.view[outer.open], block.view[outer.close]) != ("\u201c", "\u201d"):
            continue
        if _within_single(block.view, outer.open, pair.open):
            continue
        fragment = block.view[pair.open - 2].isalnum() and block.view[pair.close - 1].isalnum()
        if fragment and block.view[pair.open] == "\u201c" and block.view[pair.close] == "\u201d":
            yield swapped(
                pair.open, 1, pair.close + 1, 1, block.marks.inner_open, block.marks.inner_close
            )


def _within_single(view: str, start: int, end: int) -> bool:
    """Whether a single mark is open there: the third level of quotation is double again."""
    last = view.rfind("\u2018", start, end)
    return last >= 0 and not _SINGLE_CLOSES.search(view, last + 1, end)
