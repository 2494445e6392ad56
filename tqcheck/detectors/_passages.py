"""Finds what an article has in another language: paragraphs, sentences, clauses."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tqcheck.article import Article
from tqcheck.detectors._loan_phrases import taken
from tqcheck.detectors._weighing import OTHER_SCRIPT, Token, language_of, tokens_in
from tqcheck.document import Region
from tqcheck.language import ENGLISH, ONLY_ENGLISH, evidence, own_words, small_words
from tqcheck.later import alternation, later
from tqcheck.lexicon.table import is_word
from tqcheck.record import NamedTuple
from tqcheck.source import Span

_ZONES = frozenset(
    ("paragraph", "standfirst", "other", "list", "blockquote", "caption", "title", "subhead")
)
_LEAST_LENGTH = 25
_ENGLISH_INSIDE = later(
    rf"\b(?:{'|'.join(sorted(ONLY_ENGLISH | {'you', 'she', 'was', 'to', 'is'}))})\b", re.IGNORECASE
)
_ODD_WORD = later(r"(?<![^\W_])[a-z]*[\u00df-\u024f][a-z\u00df-\u024f]*")


class Passage(NamedTuple):
    """A stretch in another language; ``unit`` is "paragraph", "sentence" or "phrase"."""

    span: Span
    unit: str
    language: str


def passages_of(article: Article) -> tuple[Passage, ...]:
    """The foreign passages in order, worked out once; linear in the text.

    Gate: sentences that hold a small word no English text has, or another script; and regions
    of some length without any small English word. Then the small words are weighed, the rest
    is looked up in the table of English words, and langdetect has the last word.
    """
    return article.memo("passages", lambda it: tuple(_passages(it)))


def _passages(article: Article) -> Iterator[Passage]:
    by_region: dict[int, list[Span]] = {}
    for start in sorted(_suspects(article)):
        region = article.document.region_at(start)
        if region is not None and _is_prose(region):
            by_region.setdefault(region.span.start, []).append(article.sentence(start))
    for start, sentences in by_region.items():
        region = article.document.region_at(start)
        if region is not None:
            yield from _in_region(article, region, sentences)


def _is_prose(region: Region) -> bool:
    """Whether it is written in sentences: descriptions of images are often mere keywords."""
    return region.kind in _ZONES and not (region.aside and region.kind in ("caption", "other"))


def _suspects(article: Article) -> set[int]:
    """The starts of the sentences that something foreign stands in."""
    view, starts = article.view, article.sentence_starts
    found: set[int] = set()
    if not starts:
        return found

    def add(at: int) -> None:
        found.add(starts[max(0, bisect_right(starts, at) - 1)])

    hints = article.counts.keys() & own_words()
    if hints:
        words = alternation(hints)
        for match in re.finditer(rf"(?<!\w)(?:{words})(?!\w)", view):
            add(match.start())
    if not view.isascii():
        for match in OTHER_SCRIPT.finditer(view):
            add(match.start())
        for match in _ODD_WORD.finditer(view):  # capitals begin names: they say nothing
            if not match.group()[0].isupper() and not is_word(match.group()):
                add(match.start())
    for region in article.regions:
        start, end = region.span
        if end - start < _LEAST_LENGTH or not _is_prose(region):
            continue
        if not english_inside(view, start, min(end, start + 200)):
            add(start)
    return found


def english_inside(text: str, start: int, end: int) -> bool:
    """Whether a small English word stands in a stretch of text."""
    return _ENGLISH_INSIDE.search(text, start, end) is not None


def _in_region(article: Article, region: Region, sentences: Sequence[Span]) -> Iterator[Passage]:
    """The region as a whole if all of it is foreign, else its foreign sentences and clauses."""
    whole = language_of(article, region.span)
    if whole and article.view.startswith("(", region.span.end + 2):
        return  # its translation follows
    if whole and not any(_is_english(article, one) for one in _all_sentences(article, region)):
        yield Passage(region.span, "paragraph", whole)
        return
    for span in sentences:
        text = article.text(span).rstrip()
        span = Span(span.start, span.start + len(text))
        language = language_of(article, span)
        if language:
            yield Passage(span, "sentence", language)
        else:
            yield from _phrases(article, span)


def _is_english(article: Article, span: Span) -> bool:
    """Whether a sentence of a region that seems foreign is an English one."""
    tokens = tokens_in(article, span)
    english = sum(token.word in ONLY_ENGLISH for token in tokens)
    rest = [token for token in tokens if token.small and token.word not in ENGLISH]
    strange = sum(not is_word(token.word) for token in rest)
    return english > 0 and 6 * english >= len(tokens) and 2 * strange <= len(rest)


def _all_sentences(article: Article, region: Region) -> Iterator[Span]:
    at = region.span.start
    while at < region.span.end:
        span = article.sentence(at)
        yield span
        at = max(span.end, at + 1)


def _phrases(article: Article, span: Span) -> Iterator[Passage]:
    """Runs of three foreign words or more in an English sentence, two of them small words."""
    tokens = tokens_in(article, span)
    best = evidence([token.word for token in tokens])
    if not best.own:
        return
    own, shared = small_words(best.language)
    foreign = [
        token.small
        and (
            token.word in own
            or token.word in shared
            or not token.word.isascii()
            or (token.word not in ENGLISH and not is_word(token.word))
        )
        for token in tokens
    ]
    for at in range(1, len(tokens) - 1):  # one English word between two foreign ones: a cognate
        if foreign[at - 1] and foreign[at + 1] and tokens[at].word not in ENGLISH:
            foreign[at] = foreign[at] or tokens[at].small
    foreign = [one and not loan for one, loan in zip(foreign, taken(tokens), strict=True)]
    start = 0
    while start < len(tokens):
        end = start
        while end < len(tokens) and foreign[end] and _joined(tokens, start, end):
            end += 1
        before = tokens[start - 1].word if start else ""
        if end > start and (not before or before in ENGLISH or is_word(before)):
            yield from _phrase(tokens[start:end], own, best.language, shared)
        start = max(end, start + 1)


def _joined(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether only a blank or a comma stands before the token, unless it is the run's first."""
    return end == start or tokens[end].span.start - tokens[end - 1].span.end <= 2


def _phrase(
    run: list[Token],
    own: frozenset[str],
    language: str,
    shared: frozenset[str],
) -> Iterator[Passage]:
    while run and run[0].word in ENGLISH:
        run = run[1:]
    while run and run[-1].word in ENGLISH:
        run = run[:-1]
    sure = sum(token.word in own for token in run)
    small = sure + sum(token.word in shared for token in run)
    content = sum(token.word not in own and token.word not in shared for token in run)
    if len(run) >= 3 and sure >= 1 and small >= 2 and content >= 1:
        yield Passage(Span(run[0].span.start, run[-1].span.end), "phrase", language)
