"""Words cut in two by a blank where a tag stood inside them: "th e president", "gov ernment"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from tqcheck.article import WORD, Article
from tqcheck.detectors._tokens import places
from tqcheck.finding import Hit, Safety
from tqcheck.later import later
from tqcheck.lexicon import table
from tqcheck.lexicon.halves import RARE, is_frequent, is_odd, may_be_half
from tqcheck.patterns import compiled
from tqcheck.source import Span
from tqcheck.wake import Trigger, Wake

FIELDS = frozenset(("word",))
PARAMS: Mapping[str, Any] = {"pairs": ()}

_FREE = r"(?<![\w'\u2019@\#/&.-])"
_END = r"(?![\w'\u2019@/&-])(?!\.\w)"
_ALONE = later(_END)
_TIES = frozenset("0123456789_'\u2019@#/&.-")
_BEFORE = later(_FREE + r"([A-Za-z][a-z]*)[ ]$")
_AFTER = later(r"[ ]([a-z]+)" + _END)
_WINDOW = 24
_LONG = 10_000


def wake(params: Mapping[str, Any]) -> Wake:
    """Where a pair of halves stands, or a token that is no word makes one with a neighbour."""
    pairs = "|".join(map(re.escape, params["pairs"]))
    listed = (Trigger(f"{_FREE}(?:{pairs}){_END}"),) if pairs else ()
    return Wake(listed, may_be_half, sure=is_half)


def is_half(token: str, view: str) -> bool:
    """Whether a token makes a word with a neighbour in a view; long ones are read but once."""
    if len(view) > _LONG:
        return token in _halves(view)
    return any(any(_around(view, start, end)) for start, end in places(view, (token,)))


@lru_cache(maxsize=1)
def _halves(view: str) -> frozenset[str]:
    halves = frozenset(filter(may_be_half, WORD.findall(view)))
    found = ((start, end) for start, end in places(view, halves) if any(_around(view, start, end)))
    return frozenset(view[start:end] for start, end in found)


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """Two neighbours that together are a frequent word (catalogue TQ155).

    One of them has to be no word and rare; if the other one is no word either, the fix is
    safe. ``pairs`` are the halves of the shortest words, which the table can't tell: "th e".
    Only tokens that stand in the article once or twice are looked at.
    """
    found: dict[Span, Safety] = {}
    for span in _listed(article, tuple(params["pairs"])):
        found[span] = Safety.SAFE
    odd = {token for token, count in article.counts.items() if count < 3 and is_odd(token)}
    for start, end in places(article.view, odd):
        for span, safety in _around(article.view, start, end):
            found.setdefault(span, safety)
    last = -1
    for span, safety in sorted(found.items()):
        if span.start > last:
            word = article.text(span).replace(" ", "")
            yield Hit(span, {"word": word}, None, safety)
            last = span.end


def _listed(article: Article, pairs: tuple[str, ...]) -> Iterator[Span]:
    if pairs:
        pattern = compiled(_FREE + "(?:" + "|".join(map(re.escape, pairs)) + ")" + _END)
        for match in pattern.finditer(article.view):
            yield Span(*match.span())


def _around(view: str, start: int, end: int) -> Iterator[tuple[Span, Safety]]:
    """The pairs that an odd token and one of its neighbours make a word with."""
    token = view[start:end]
    if view[start - 1 : start] in _TIES or not _ALONE.match(view, end):
        return
    before = _BEFORE.search(view, max(0, start - _WINDOW), start)
    after = _AFTER.match(view, end)
    if after and _is_split(token, after.group(1)):
        yield Span(start, after.end()), _safety(after.group(1))
    elif before and token.islower() and _is_split(before.group(1), token):
        yield Span(before.start(1), end), _safety(before.group(1))


def _is_split(first: str, second: str) -> bool:
    whole = (first + second).lower()
    return is_frequent(whole) and (first.islower() or table.zipf(first) < RARE)


def _safety(other: str) -> Safety:
    return Safety.UNSAFE if table.is_word(other) else Safety.SAFE
