"""Finds a word that “and” or “or” joins to itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.finding import Hit
from tqcheck.later import later
from tqcheck.source import Span
from tqcheck.wake import Trigger, Wake

FIELDS = ("word",)
PARAMS: Mapping[str, Any] = {"lawful": ()}
"""``lawful``: words that have such an ending and are nouns or verbs (“family”, “variable”)."""

_ADVERB_OR_ADJECTIVE = ("ly", "ical", "ous", "ful", "able", "ible", "tive")
_ABSTRACT = ("tion", "ment", "ity", "ness", "ance", "ence", "ship")
_LINKED = rf"(?:{'|'.join(_ADVERB_OR_ADJECTIVE + _ABSTRACT)})[ ](?:and|or)[ ][a-z]"
_LINK = later(_LINKED)
_BEFORE = later(r"(?<![\w-])[a-z]{4,}\Z")
_AFTER = later(r"[a-z]+(?![\w'\u2019-])")
_CLAUSE_END = later(r"[.,;:!?)\u201d\"\n]|\Z")


def wake(params: Mapping[str, Any]) -> Wake:
    """One of the endings, a joining word, and the word again."""
    lawful = frozenset(params["lawful"])
    return Wake((Trigger(_LINKED, lambda match: _doubled(match, lawful) is not None),))


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """“suddenly and suddenly”; an abstract noun only where the clause ends behind it.

    English joins a word to itself to say that something goes on (“on and on”, “years and
    years”, “louder and louder”), hardly ever adverbs, adjectives of these endings and abstract
    nouns; and the second noun may belong to the next one (“education and education policy”).
    """
    lawful = frozenset(params["lawful"])
    for link in _LINK.finditer(article.view):
        span = _doubled(link, lawful)
        if span is not None:
            word = article.view[link.end() - 1 : span.end]
            yield Hit(span, {"word": word})


def _doubled(link: re.Match[str], lawful: frozenset[str]) -> Span | None:
    """Both copies and what joins them."""
    view = link.string
    after = _AFTER.match(view, link.end() - 1)
    if after is None:
        return None
    word = after.group()
    end = link.start() + link.group().index(" ")
    if word in lawful or not view.endswith(word, 0, end):
        return None
    before = _BEFORE.search(view, max(0, end - 40), end)
    if before is None or before.group() != word:
        return None
    if word.endswith(_ADVERB_OR_ADJECTIVE) or (
        word.endswith(_ABSTRACT) and _CLAUSE_END.match(view, after.end())
    ):
        return Span(before.start(), after.end())
    return None
