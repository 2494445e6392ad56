"""Finds sentences, paragraphs and headlines that an article says twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from tqcheck.article import Article
from tqcheck.detectors._echoes import personal, transcribed
from tqcheck.document import Region
from tqcheck.finding import Edit, Hit
from tqcheck.source import Span

FIELDS = ("opening",)
PARAMS: Mapping[str, Any] = {"unit": "sentence", "near": False}
"""``unit``: "sentence", "paragraph" or "headline". ``near``: not the same words but nearly."""

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?")
_FIGURE = re.compile(r"\d+|\b[A-Z][^\W\d_]+")
_PROSE = frozenset(("paragraph", "standfirst", "other"))
_SHORTEST = {"sentence": 5, "paragraph": 8, "headline": 4}
_SHORTEST_SPOKEN = {"sentence": 14, "paragraph": 20, "headline": 4}
_SHORTEST_NEAR = 12
_NEAR = 90.0
"""How alike two texts must be, in percent of rapidfuzz's ratio, to be one text told twice."""
_OPENING = 6


class _Block(NamedTuple):
    """A sentence or a paragraph without its outer blanks, and its words in lower case."""

    span: Span
    region: Region
    words: tuple[str, ...]


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """The later copies; linear in the text.

    Sentences are compared with the one before, paragraphs with all before (nearly equal ones
    with the two before), the headline with the line after it. Speeches and stories repeat on
    purpose: there only what is long counts.
    """
    if transcribed(article):
        return
    unit = str(params["unit"])
    if unit == "headline":
        yield from _headline(article)
        return
    shortest = (_SHORTEST_SPOKEN if personal(article) else _SHORTEST)[unit]
    blocks = _sentences(article) if unit == "sentence" else _paragraphs(article)
    if params["near"]:
        yield from _near(article, blocks, max(shortest, _SHORTEST_NEAR))
    elif unit == "sentence":
        yield from _same_again(article, blocks, shortest)
    else:
        yield from _same_anywhere(article, blocks, shortest)


def _same_again(article: Article, blocks: Sequence[_Block], shortest: int) -> Iterator[Hit]:
    for before, block in pairwise(blocks):
        if len(block.words) < shortest or before.words != block.words:
            continue
        first = Span(block.span.start, block.span.start + 1)
        if before.region == block.region and article.quotation_at(first) is None:
            yield _hit(article, before.span.end, block)


def _same_anywhere(article: Article, blocks: Sequence[_Block], shortest: int) -> Iterator[Hit]:
    """A paragraph that stood before, or whose sentences stand in another paragraph."""
    seen: set[tuple[str, ...]] = set()
    homes = _homes(article)
    for number, block in enumerate(blocks):
        if sum(word.isalpha() for word in block.words) < shortest:
            continue
        if block.words in seen or block.region.span.start in homes:
            yield _hit(article, blocks[number - 1].region.span.end if number else -1, block)
        seen.add(block.words)


def _homes(article: Article) -> frozenset[int]:
    """The starts of the regions whose sentences all stand in one longer region: pull quotes."""
    by_region: dict[int, list[tuple[str, ...]]] = {}
    for sentence in _sentences(article):
        by_region.setdefault(sentence.region.span.start, []).append(sentence.words)
    home: dict[tuple[str, ...], int] = {}
    for start, sentences in by_region.items():
        if len(sentences) > 1:
            home.update(dict.fromkeys(sentences, start))
    found: set[int] = set()
    for start, sentences in by_region.items():
        homes = {home.get(words, start) for words in sentences}
        other = homes.pop()
        if not homes and other != start and len(by_region[other]) > len(sentences):
            found.add(start)
    return frozenset(found)


def _near(article: Article, blocks: Sequence[_Block], shortest: int) -> Iterator[Hit]:
    for number, block in enumerate(blocks):
        if len(block.words) < shortest:
            continue
        for other in blocks[max(0, number - 2) : number]:
            if block.words != other.words and _alike(article, other, block):
                yield Hit(block.span, _opening(article, block.span), fixable=False)
                break


def _alike(article: Article, first: _Block, second: _Block) -> bool:
    """Whether two texts share nearly all words in order, and every number and name."""
    one, two = frozenset(first.words), frozenset(second.words)
    if len(one & two) < 0.75 * max(len(one), len(two)):
        return False
    figures = [set(_FIGURE.findall(article.text(it.span), 1)) for it in (first, second)]
    if figures[0] != figures[1]:
        return False
    from rapidfuzz.fuzz import ratio

    return ratio(first.words, second.words, score_cutoff=_NEAR) >= _NEAR


def _headline(article: Article) -> Iterator[Hit]:
    """The line after the title if it says the same, whatever its case and its marks."""
    title: Region | None = None
    for region in article.regions:
        if title is not None:
            words = _words(article, region.span)
            if len(words) >= _SHORTEST["headline"] and words == _words(article, title.span):
                yield _hit(article, title.span.end, _Block(region.span, region, words))
            return
        if region.kind == "title":
            title = region


def _hit(article: Article, start: int, block: _Block) -> Hit:
    edits = (Edit(Span(start, block.span.end), ""),) if start >= 0 else None
    return Hit(block.span, _opening(article, block.span), edits, fixable=edits is not None)


def _opening(article: Article, span: Span) -> dict[str, str]:
    words = article.text(span).split()
    return {"opening": " ".join(words[:_OPENING]) + ("…" if len(words) > _OPENING else "")}


def _words(article: Article, span: Span) -> tuple[str, ...]:
    return tuple(_WORD.findall(article.text(span).lower()))


def _paragraphs(article: Article) -> list[_Block]:
    return [
        _Block(region.span, region, _words(article, region.span))
        for region in article.regions
        if region.kind in _PROSE
    ]


def _sentences(article: Article) -> tuple[_Block, ...]:
    """All sentences of running text; two rules ask for them."""
    return article.memo("repeated.sentences", lambda it: tuple(_read_sentences(it)))


def _read_sentences(article: Article) -> Iterator[_Block]:
    starts = article.sentence_starts
    view = article.view
    for number, start in enumerate(starts):
        region = article.document.region_at(start)
        if region is None or region.kind not in _PROSE:
            continue
        end = starts[number + 1] if number + 1 < len(starts) else region.span.end
        end = min(end, region.span.end)
        span = Span(start, start + len(view[start:end].rstrip()))
        yield _Block(span, region, _words(article, span))
