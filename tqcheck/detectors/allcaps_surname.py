"""Finds surnames in capitals: “President Emmanuel MACRON”, “Taro YAMADA”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.finding import Hit
from tqcheck.later import later
from tqcheck.lexicon.table import is_word
from tqcheck.names import TITLES, UPPER, names_of, words_of
from tqcheck.source import Span
from tqcheck.wake import Trigger, Wake

FIELDS = ("name",)
PARAMS: Mapping[str, Any] = {"given": ()}
"""``given``: given names before which a word in capitals is a surname."""

_PAIR = later(
    rf"""
    (?<![\w.-])(?P<first>[{UPPER}][a-z\u00df-\u024f]+(?:-[A-Za-z][a-z\u00df-\u024f]+)?)[ ]
    (?P<name>[{UPPER}]{{3,}}(?:-[{UPPER}]{{2,}})?)(?![\w-])
    """,
    re.VERBOSE,
)
_VOWEL = later(r"[AEIOUYÀ-ÖØ-Ý]")
_NO_GIVEN = words_of(
    "Senator Senators Congressman Congresswoman Representative Mr Mrs Ms Saint St Pope"
)
_ROMAN = frozenset("IVXLCDM")
_PEOPLES = ("ish", "ese", "ian", "can", "ean")
_SHORTEST = 4
_LAST_WORD = later(rf"(?<![\w.-])[{UPPER}][\w-]*\Z")
_FAR = 60


def wake(params: Mapping[str, Any]) -> Wake:
    """Where a word in capitals stands behind a name."""
    given = frozenset(params["given"])

    def is_name(match: re.Match[str]) -> bool:
        space = match.start() + 1
        word = _LAST_WORD.search(match.string, max(0, space - _FAR), space)
        pair = _PAIR.match(match.string, word.start()) if word else None
        return pair is not None and _may_be_name(pair, given)

    return Wake((Trigger(rf"[a-z\u00df-\u024f] [{UPPER}]{{3}}", is_name),))


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """Words in capitals that are surnames; linear in the text.

    Evidence is one of: a listed given name before it, a title and a given name before it, or
    the same name in ordinary letters elsewhere in the article; where one is sure, others
    behind a name are, too. Titles directly before capitals (“Senator HARRIS”) are the custom of
    verbatim records.
    """
    if not any(word.isupper() and len(word) >= _SHORTEST for word in article.counts):
        return
    given = frozenset(params["given"])
    pairs = [match for match in _PAIR.finditer(article.view) if _may_be_name(match, given)]
    sure = {
        match.group("name")
        for match in pairs
        if match.group("first") in given
        or _titled(article, match.start())
        or _known(article, match)
    }
    names = names_of(article)
    for match in pairs:
        name, first = match.group("name"), match.group("first")
        if name in sure or (sure and len(name) > _SHORTEST and first in names):
            yield Hit(Span(*match.span("name")), {"name": _written(name)})


def _may_be_name(match: re.Match[str], given: frozenset[str]) -> bool:
    name, first = match.group("name"), match.group("first")
    return (
        len(name) >= _SHORTEST
        and _VOWEL.search(name) is not None
        and not set(name) <= _ROMAN
        and first not in TITLES | _NO_GIVEN
        and (first in given or not (first.endswith(_PEOPLES) or is_word(first.lower())))
    )


def _titled(article: Article, at: int) -> bool:
    """Whether a title stands before the given name: “President Emmanuel MACRON”."""
    before = re.search(rf"([{UPPER}][a-z]+)\.? \Z", article.view[max(0, at - 16) : at])
    return before is not None and before.group(1) in TITLES


def _known(article: Article, match: re.Match[str]) -> bool:
    """Whether the article also has the name in ordinary letters, as a name."""
    return _written(match.group("name")) in names_of(article)


def _written(name: str) -> str:
    return "-".join(part.capitalize() for part in name.split("-"))
