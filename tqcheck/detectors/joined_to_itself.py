"""Finds a word that “and” or “or” joins to itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.finding import Hit
from tqcheck.later import later
from tqcheck.source import Span

FIELDS = ("word",)
PARAMS: Mapping[str, Any] = {"lawful": ()}
"""``lawful``: words that have such an ending and are nouns or verbs (“family”, “variable”)."""

_LINK = later(r"(?<=[a-z])[ ](?:and|or)[ ](?=[a-z])")
_BEFORE = later(r"(?<![\w-])[a-z]{4,}\Z")
_AFTER = later(r"[a-z]+(?![\w'\u2019-])")
_ADVERB_OR_ADJECTIVE = ("ly", "ical", "ous", "ful", "able", "ible", "tive")
_ABSTRACT = ("tion", "ment", "ity", "ness", "ance", "ence", "ship")
_CLAUSE_END = later(r"[.,;:!?)\u201d\"\n]|\Z")


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """“suddenly and suddenly”; an abstract noun only where the clause ends behind it.

    English joins a word to itself to say that something goes on (“on and on”, “years and
    years”, “louder and louder”), hardly ever adverbs, adjectives of these endings and abstract
    nouns; and the second noun may belong to the next one (“education and education policy”).
    """
    view = article.view
    lawful = frozenset(params["lawful"])
    for link in _LINK.finditer(view):
        after = _AFTER.match(view, link.end())
        if after is None or not view.endswith(after.group(), 0, link.start()):
            continue
        before = _BEFORE.search(view, max(0, link.start() - 40), link.start())
        word = after.group()
        if before is None or before.group() != word or word in lawful:
            continue
        if word.endswith(_ADVERB_OR_ADJECTIVE) or (
            word.endswith(_ABSTRACT) and _CLAUSE_END.match(view, after.end())
        ):
            yield Hit(Span(before.start(), after.end()), {"word": word})
