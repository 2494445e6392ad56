"""Finds where a word or a run of words is said again at once, and how the article speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.article import Article
from tqcheck.later import later
from tqcheck.record import NamedTuple
from tqcheck.source import Span

MAX_SIZE = 12
"""The longest run of words that is looked for, in words."""

_TOKEN = later(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_BREAK = later(r"[.!?;:\u2026()\[\]{}\"\u201c\u201d\u201e\u00ab\u00bb/|\ufffc]|\n[ \t\r]*\n")
_PERSONAL = later(r"\b(?:I|[Yy]ou|[Ww]e|[Mm]y|[Yy]our|[Oo]ur|me|us)\b")
_FILLER = later(
    r"""
    \b(?:[Uu]h|[Uu]m|[Uu]hm|[Hh]mm|[Yy]eah|[Oo]kay|gonna|wanna|gotta|cuz)\b
    | \b(?P<again>the|an?|is|are|was|and|or|in|of|on|at|to|for|that|it|I|he|she|we|they|so|has)
      (?:,[ ]|[ ]?(?:--|\u2013|\u2014)[ ]?)(?P=again)\b  # “the -- the”
    """,
    re.VERBOSE,
)


class Echo(NamedTuple):
    """A run of ``size`` words said ``copies`` times (two or more) in a row.

    ``span`` covers all copies, ``first`` the first one; ``words`` are one copy's words as
    written; ``gap`` is what stands between the first two copies.
    """

    span: Span
    first: Span
    size: int
    copies: int
    words: tuple[str, ...]
    gap: str


def echoes_of(article: Article) -> tuple[Echo, ...]:
    """All echoes of an article in order of their ends, worked out once; linear in the text."""
    return article.memo("echoes", lambda it: tuple(_echoes(it)))


def personal(article: Article) -> bool:
    """Whether the article speaks in the first or second person: a speech, a story, a letter."""

    def measure(it: Article) -> bool:
        count = sum(1 for _ in _PERSONAL.finditer(it.view))
        return count > 3 and count > 0.025 * sum(it.counts.values())

    return article.memo("echoes.personal", measure)


def transcribed(article: Article) -> bool:
    """Whether the article is spoken word as it fell, with fillers and false starts."""

    def measure(it: Article) -> bool:
        count = sum(1 for _ in _FILLER.finditer(it.view))
        return count > 1 and count > 0.0008 * sum(it.counts.values())

    return article.memo("echoes.transcribed", measure)


def _echoes(article: Article) -> Iterator[Echo]:
    """Candidates are the lags to a word's last place; a lag's run is followed only once."""
    view = article.view
    lower = view.lower()
    words = _TOKEN.findall(lower if len(lower) == len(view) else view)
    spans: list[tuple[int, int]] = []
    last: dict[str, int] = {}
    seen = [-1] * (MAX_SIZE + 1)
    for at, word in enumerate(words):
        before = last.get(word, -MAX_SIZE - 1)
        last[word] = at
        lag = at - before
        if lag > MAX_SIZE or seen[lag] >= at:
            continue
        start, end = _run(words, before, at, lag)
        seen[lag] = end
        if end - start >= 2 * lag - 1:
            spans = spans or [match.span() for match in _TOKEN.finditer(view)]
            echo = _echo(view, spans, start, end, lag)
            if echo is not None:
                yield echo


def _run(words: list[str], before: int, at: int, lag: int) -> tuple[int, int]:
    """First and last index of the stretch in which every word comes again ``lag`` words on."""
    start, end = before, at
    while start > max(0, before - lag) and words[start - 1] == words[start - 1 + lag]:
        start -= 1
    while end + 1 < len(words) and words[end + 1] == words[end + 1 - lag]:
        end += 1
    return start, end


def _echo(view: str, spans: list[tuple[int, int]], start: int, end: int, lag: int) -> Echo | None:
    """The whole copies of a run; of several ways to cut it, the one that commas divide."""
    copies = (end - start + 1) // lag
    for shift in range(start, end - copies * lag + 2):
        if "," in view[spans[shift + lag - 1][1] : spans[shift + lag][0]]:
            start = shift
            break
    span = Span(spans[start][0], spans[start + copies * lag - 1][1])
    if _BREAK.search(view, *span):
        return None
    first = Span(spans[start][0], spans[start + lag - 1][1])
    words = tuple(view[slice(*spans[index])] for index in range(start, start + lag))
    return Echo(span, first, lag, copies, words, view[first.end : spans[start + lag][0]])
