"""Finds German noun capitals: the Government wants to lower the Taxes for Families."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.finding import Hit
from tqcheck.later import later
from tqcheck.source import Span
from tqcheck.wake import Wake

FIELDS = ()
PARAMS: Mapping[str, Any] = {"nouns": (), "least": 3}
"""``nouns``: common nouns in lower case. ``least``: how many of them make a sentence suspect."""

_CAPITAL_NOUN = later(
    r"""
    (?<![\w-]) (?!of[ ])[a-z]+,?[ ]          # behind a small word that joins no name
    (?P<noun>[A-Z][a-z]+)(?![\w-])
    (?![ ][A-Z]|[ ](?:of|and|for|in)[ ](?:the[ ])?[A-Z][a-z]+[ ][A-Z])
    """,
    re.VERBOSE,
)


def wake(params: Mapping[str, Any]) -> Wake:
    """Where enough of the nouns have a capital inside a sentence."""
    nouns = frozenset(params["nouns"])
    return Wake(
        word=lambda w: w.istitle() and bool(_singular(w) & nouns),
        quorum=params["least"],
        sure=_stands_inside,
    )


def _stands_inside(noun: str, view: str) -> bool:
    """Whether a noun stands somewhere behind a small word and before no capital."""
    wanted = f" {noun}"
    at = view.find(wanted)
    while at >= 0:
        before, end = view[max(0, at - 3) : at], at + len(wanted)
        after = view[end : end + 2]
        small = before.removesuffix(",")[-1:].islower() and before != " of"
        named = after[:1] == " " and "A" <= after[1:] <= "Z"
        if small and not named and not after[:1].isalpha():
            return True
        at = view.find(wanted, end)
    return False


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """The nouns of sentences in which several stand with a capital; linear in the text.

    A noun beside another capitalised word may be a part of a name, and headlines in title case
    are no sentences. Where all stand in quotations, an author of old is quoted.
    """
    nouns = frozenset(params["nouns"])
    capitals = {word for word in article.counts if word.istitle() and _singular(word) & nouns}
    if len(capitals) < params["least"]:
        return
    sentences: dict[Span, list[Hit]] = defaultdict(list)
    for match in _CAPITAL_NOUN.finditer(article.view):
        if match.group("noun") in capitals:
            region = article.document.region_at(match.start())
            if region is not None and region.kind in ("paragraph", "list", "blockquote"):
                span = Span(*match.span("noun"))
                sentences[article.sentence(span.start)].append(Hit(span))
    found = [
        hit
        for hits in sentences.values()
        if len({article.text(hit.span) for hit in hits}) >= params["least"]
        for hit in hits
    ]
    if any(article.quotation_at(hit.span) is None for hit in found):
        yield from found


def _singular(word: str) -> frozenset[str]:
    lower = word.lower()
    forms = {lower, lower.removesuffix("s"), lower.removesuffix("es")}
    if lower.endswith("ies"):
        forms.add(lower[:-3] + "y")
    return frozenset(forms)
