"""Finds words that English writes with a capital, left small: weekdays, months, peoples, places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.detectors._names import in_title, of_block
from tqcheck.finding import Hit
from tqcheck.later import alternation, later
from tqcheck.names import names_of
from tqcheck.patterns import compiled
from tqcheck.source import Span
from tqcheck.wake import Trigger, Wake

FIELDS = ()
PARAMS: Mapping[str, Any] = {
    "words": (),
    "dated": (),
    "adjectives": (),
    "nouns": (),
    "not_before": (),
    "not_after": (),
    "deliberate": (),
}
"""``words``: wrong wherever they stand. ``dated``: months that are words too, wrong beside a
day or a year. ``adjectives``: wrong before one of the ``nouns``. ``not_before``: set phrases
that are written small, ``not_after``: such that end with the word. ``deliberate``: words that
some houses write small on purpose; silent where the article does so throughout."""

_PREFIXES = ("pro-", "anti-", "non-", "un-", "ex-")
_TIME_BEFORE = (
    r"(?:\b(?i:on|in|of|since|until|till|by|from|before|after|to|and|early|late|mid)[ -])"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATED_BEFORE = later(rf"{_TIME_BEFORE}{_DAY}(?: of)? \Z")
_DAY_BEFORE = later(rf"(?<![\d.,]){_DAY} \Z")
_TIME_WORD = later(rf"{_TIME_BEFORE}\Z")
_DAY_AFTER = later(rf" {_DAY}(?![\d%]|[.,]\d| (?:people|million|percent|miles|men|km)\b)")
_YEAR_AFTER = later(r",? (?:19|20)\d\d\b")
_ON_DAY = later(rf"\b(?i:on|since|until|till) {_DAY}(?: of)? \Z")
_NEXT_SMALL = later(
    r" (?!(?:the|an?|and|or|at|to|for|from|when|where|he|she|it|we|his|her|their|this|as|by|with"
    r"|but|until|after|before|last|next|near|inclusive)\b)[a-z]"
)
"""Behind “to 14 may” a verb: “pages 8 to 14 may help”."""
_NO_MONTH = later(r" (?:be|have|not|well|also|only|never|in|on|through|past)\b")


def wake(params: Mapping[str, Any]) -> Wake:
    """Where one of the words stands small; the doubtful ones only beside what makes them sure."""
    nouns = frozenset(params["nouns"])
    triggers = (
        _listed(params["dated"], lambda match: _is_month(match.string, Span(*match.span()))),
        _listed(params["adjectives"], lambda m: bool(_next_word(m.string, m.end()) & nouns)),
    )
    words = frozenset(params["words"])
    whole = frozenset(word for word in words if word.isalpha())
    others = _listed(words - whole, None)
    return Wake((*triggers[0], *triggers[1], *others), whole.__contains__ if whole else None)


def _listed(
    words: Iterable[str], confirm: Callable[[re.Match[str]], bool] | None
) -> tuple[Trigger, ...]:
    listed = "|".join(map(re.escape, sorted(words)))
    return (Trigger(rf"(?<![\w@#./\\])(?:{listed})(?![\w@/\\])", confirm),) if listed else ()


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """The small words that should have a capital; linear in the text.

    Only words that the article holds are looked for. A block without any capital is written
    so on purpose or lowered as a whole, which is another mark.
    """
    dated, adjectives = frozenset(params["dated"]), frozenset(params["adjectives"])
    wanted = article.counts.keys() & {*params["words"], *dated, *adjectives}
    wanted -= _on_purpose(article, frozenset(params["deliberate"]))
    if not wanted:
        return
    any_word = alternation(wanted)
    pattern = compiled(rf"(?<![\w@#./\\])(?:{any_word})(?![\w@/\\]|\.\w|-\w+\.\w)")
    nouns, phrases = frozenset(params["nouns"]), tuple(params["not_before"])
    endings = tuple(params["not_after"])
    for match in pattern.finditer(article.view):
        span, word = Span(*match.span()), match.group()
        if not _stands_free(article, span) or article.view.startswith(phrases, span.start):
            continue
        if endings and article.view.endswith(endings, 0, span.end):
            continue
        if word in dated and not _is_month(article.view, span):
            continue
        if word in adjectives and not _next_word(article.view, span.end) & nouns:
            continue
        yield Hit(span)


def _on_purpose(article: Article, words: frozenset[str]) -> frozenset[str]:
    """The words that the article writes small twice and, inside sentences, never large."""
    if sum(article.counts.get(word, 0) for word in words) < 2:
        return frozenset()
    places = names_of(article).places
    large = any(
        index or not mention.opens
        for word in words
        for mention, index in places.get(word.capitalize(), ())
    )
    return frozenset() if large else words


def _stands_free(article: Article, span: Span) -> bool:
    """Whether a word is one of its own, in a block that has capitals, and no title or name."""
    view = article.view
    before = view[max(0, span.start - 5) : span.start]
    if before.endswith("-") and not before.endswith(_PREFIXES):
        return False
    return not of_block(article, span.start, "small", str.islower) and not in_title(article, span)


def _is_month(view: str, span: Span) -> bool:
    """Whether “may”, “march” or “august” stands in a date: “on 5 may”, “in march 2024”."""
    before = view[max(0, span.start - 16) : span.start]
    if _YEAR_AFTER.match(view, span.end):
        return bool(_TIME_WORD.search(before) or _DAY_BEFORE.search(before))
    if _DATED_BEFORE.search(before):
        if _ON_DAY.search(before):
            return _NO_MONTH.match(view, span.end) is None
        return _NEXT_SMALL.match(view, span.end) is None
    return bool(_TIME_WORD.search(before) and _DAY_AFTER.match(view, span.end))


def _next_word(view: str, at: int) -> frozenset[str]:
    """The word behind a blank, as it is and without a plural’s s."""
    match = re.compile(r"[ ]([^\W\d_]+)").match(view, at)
    return frozenset((match.group(1), match.group(1).removesuffix("s"))) if match else frozenset()
