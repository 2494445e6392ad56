"""Sentences that touch at their full stop: "ended.Both", "modems.Intertelecom provided"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.finding import Hit, Safety
from tqcheck.later import later
from tqcheck.lexicon import table
from tqcheck.lexicon.words import ABBREVIATIONS
from tqcheck.source import Span

FIELDS = frozenset(("word", "next"))
PARAMS: Mapping[str, Any] = {"starters": ()}

_JOINT = later(
    r"""
    (?<=[a-z\d)\u201d\u2019])\.           # a stop behind a word, a number, a closing mark
    (?P<next>[A-Z][a-z]*)                 # and a capitalised word
    (?=[ ,\u2019])                        # that is not a part of a longer name or address
    """,
    re.VERBOSE,
)
_LEFT = later(
    r"""
    (?<![@/.\w]) (?:                      # no address, no abbreviation with several stops
        [a-z]{2,}[)\u201d\u2019]?         # a word, perhaps the last one in brackets or quotes
      | [A-Z][a-z]{3,}                    # a name; shorter ones are abbreviations (St.John)
      | \d{1,3}[a-z]?                     # a number, as of a house
    )$
    """,
    re.VERBOSE,
)
_LONGEST = 30
_ENDINGS = frozenset("Com Net Org Info Gov Edu Biz Ru Ua Pl De Fr Eu Io Tv Js Html Pdf".split())
"""What follows the stop in a domain or a file, where each word of it has its capital."""


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """Full stops without a blank before a sentence (catalogue TQ104).

    Before a word of ``starters`` the stop is sure. Before another capitalised word it is one
    behind a common word in lower case only; a word that the article also has elsewhere makes
    the fix safe.
    """
    starters = frozenset(params["starters"])
    for match in _JOINT.finditer(article.view):
        left = _LEFT.search(article.view, max(0, match.start() - _LONGEST), match.start())
        if not left:
            continue
        following = match["next"]
        safety = Safety.SAFE if following in starters else _name(article, left.group(), following)
        if safety:
            span = Span(left.start(), match.end())
            yield Hit(span, {"word": left.group() + ".", "next": following}, None, safety)


def _name(article: Article, word: str, following: str) -> Safety | None:
    """How sure it is that a sentence opens with a word that is no starter; None where it isn't."""
    word = word.rstrip(")\u201d\u2019")
    if word in ABBREVIATIONS or following in _ENDINGS or len(following) < 3 or len(word) < 3:
        return None
    if not word.islower() or not table.is_word(word) or table.zipf(word) < 2.0:
        return None
    if article.counts[following] > 1:
        return Safety.SAFE
    return Safety.UNSAFE if table.zipf(following) >= 3.0 else None
