"""Finds offices in the other case than the house wants: before a name large, without one small."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.finding import Hit
from tqcheck.later import alternation, later
from tqcheck.names import UPPER, names_of
from tqcheck.patterns import compiled
from tqcheck.source import Span
from tqcheck.wake import Trigger, Wake

FIELDS = ("capital", "small")
PARAMS: Mapping[str, Any] = {"want": "capital", "offices": ()}
"""``want``: "capital" finds small offices directly before a name, "small" capital ones behind
“the” without a name. ``offices``: as they would be found."""

_OF_ANOTHER = later(
    r"""
    \b(?:the|a|an|former|ex|vice|deputy|acting|then|outgoing|company|club|city|his|her|their|its
      |our|every|of|as|[a-z]+ly)[ -]\Z
    """,
    re.VERBOSE,
)
_NAME = later(rf" ([{UPPER}][^\W\d_]+)")


def wake(params: Mapping[str, Any]) -> Wake:
    """Where an office stands in the other case; small ones only before a capital."""
    listed = _listed(params)
    if params["want"] == "capital":
        return Wake((Trigger(rf"(?<=[a-z,] )(?:{listed}) [{UPPER}]"),)) if listed else Wake()
    behind = rf"(?<=[a-z,] the )(?:{listed})\b"
    return Wake((Trigger(behind, lambda m: _alone(m.string, m.end())),)) if listed else Wake()


def _listed(params: Mapping[str, Any]) -> str:
    return alternation(params["offices"])


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """The offices whose case is not the wanted one; linear in the text."""
    before = r"(?<=[a-z,] )" if params["want"] == "capital" else r"(?<=[a-z,] the )"
    pattern = compiled(rf"{before}(?:{_listed(params)})\b")
    for match in pattern.finditer(article.view):
        span = Span(*match.span())
        if (
            _before_name(article, span)
            if params["want"] == "capital"
            else _alone(article.view, span.end)
        ):
            yield Hit(span, {"capital": match.group().title(), "small": match.group().lower()})


def _before_name(article: Article, span: Span) -> bool:
    """Whether a person’s name follows at once, and no article or adjective makes it a noun."""
    if _OF_ANOTHER.search(article.view, max(0, span.start - 16), span.start):
        return False
    name = _NAME.match(article.view, span.end)
    return name is not None and name.group(1) in names_of(article) and not _is_people(name.group(1))


def _is_people(word: str) -> bool:
    """Whether a capitalised word is an adjective of a people more likely than a surname."""
    return word.endswith(("ish", "ese", "ian", "can", "ean", "lic"))


def _alone(view: str, end: int) -> bool:
    """Whether nothing follows an office’s end that makes it a part of a name."""
    after = view[end : end + 5]
    if after.startswith((" of ", "’s ", "'s ", "-")):
        return False
    return not (after[:1] == " " and after[1:2].isupper())
