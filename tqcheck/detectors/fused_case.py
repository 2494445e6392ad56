"""Words that ran together at a capital: "the open letterThe embassy", "in RussiaUkraine said"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.finding import Hit
from tqcheck.lexicon import table
from tqcheck.source import Span

FIELDS = frozenset(("first", "second", "join"))
PARAMS: Mapping[str, Any] = {"starters": ()}

_TOKEN = re.compile(
    r"(?<![\w.@#/&'\u2019-])([A-Za-z][a-z]{2,})([A-Z][a-z]+)(?![\w@/&'\u2019-]|\.\w)"
)


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """Tokens with a capital inside that are two words, told from brands by their halves.

    A lower-case word before a sentence starter (``starters``) ended a sentence; two names of
    places, or two capitalised words that both stand elsewhere in the article, lost a blank.
    A token that stands twice is a name (catalogue TQ153).
    """
    starters = frozenset(params["starters"])
    for match in _TOKEN.finditer(article.view):
        first, second = match.groups()
        if article.counts[match.group()] > 1 or table.known(match.group()):
            continue
        if first[0].islower():
            if second in starters and table.is_word(first) and table.zipf(first) >= 3:
                yield Hit(Span(*match.span()), {"first": first, "second": second, "join": ". "})
        elif _is_own(article, first) and _is_own(article, second):
            yield Hit(Span(*match.span()), {"first": first, "second": second, "join": " "})


def _is_own(article: Article, word: str) -> bool:
    """True for a name by the gazetteer or by this article, and never for a common word."""
    place = table.is_place(word) and table.zipf(word) >= 3 and not table.is_word(word)
    return place or (article.counts[word] > 0 and not table.is_word(word) and len(word) > 3)
