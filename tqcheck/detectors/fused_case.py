"""Words that ran together at a capital: "the open letterThe embassy", "inWarsaw"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.finding import Hit, Safety
from tqcheck.later import later
from tqcheck.lexicon import table
from tqcheck.lexicon.words import FUNCTION_WORDS, MONTHS, NATIONALITIES, WEEKDAYS
from tqcheck.source import Span
from tqcheck.wake import Trigger, Wake

FIELDS = frozenset(("first", "second", "join"))
PARAMS: Mapping[str, Any] = {"starters": ()}

_JOINT = later(r"[a-z](?=[A-Z][a-z])")
_FIRST = later(r"(?<![\w.@\#/&'\u2019-])[A-Za-z][a-z]+$")
_SECOND = later(r"([A-Z][a-z]+)(?!\w|[@/&(-]|['\u2019](?!s\b)|\.\w)")
_WINDOW = 30
_BEFORE_NAMES = frozenset(("the", "of", "from", "with"))
_NAME_AFTER = later(r"[A-Z][a-z]{2,}[ ][A-Z][a-z]+")
"""A name of two words: “theUnited States”; a brand (“theScore”) stands alone."""
_PLAIN = frozenset(MONTHS) | frozenset(WEEKDAYS) | NATIONALITIES
"""Capitalised words that no brand ends in: "onFriday", "theUkrainian"."""
_BRANDING = frozenset("a all be do for go i in it just me my no on one our up we you your".split())
"""Function words that open brand names ("onStar", "myRozhlas", "inDesign")."""


def wake(params: Mapping[str, Any]) -> Wake:
    """Where a capital inside a token parts it into halves that may be words."""
    return Wake((Trigger("[a-z][A-Z][a-z]", _parts),))


def _parts(joint: re.Match[str]) -> bool:
    halves = _halves(joint.string, joint.start() + 1)
    if halves is None or table.known("".join(halves)):
        return False
    first, second = halves
    if first in FUNCTION_WORDS:
        if second in _PLAIN:
            return True
        return first not in _BRANDING or first == "in" or not table.is_word(second)
    if len(first) < 3:
        return False
    return not first.islower() or _is_common(first)


def _halves(view: str, at: int) -> tuple[str, str] | None:
    """The two halves of the token whose second half begins at a place."""
    left = _FIRST.search(view, max(0, at - _WINDOW), at)
    right = _SECOND.match(view, at)
    return (left.group(), right.group(1)) if left and right else None


def _is_common(word: str) -> bool:
    return table.is_word(word) and table.zipf(word) >= 3


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """Tokens with a capital inside that are two words, told from brands by their halves.

    A lower-case word before a sentence starter (``starters``) ended a sentence; a function
    word before a name, and two names of places or two words that both stand elsewhere in the
    article, lost a blank. A token that stands twice is a name (catalogue TQ153).
    """
    starters = frozenset(params["starters"])
    view = article.view
    for joint in _JOINT.finditer(view):
        left = _FIRST.search(view, max(0, joint.end() - _WINDOW), joint.end())
        right = _SECOND.match(view, joint.end())
        if not (left and right):
            continue
        first, second = left.group(), right.group()
        if article.counts[first + second] > 1 or table.known(first + second):
            continue
        join, safety = _join(article, first, second, starters)
        if first in _BEFORE_NAMES and not join and _NAME_AFTER.match(view, joint.end()):
            join, safety = " ", Safety.SAFE
        if join:
            groups = {"first": first, "second": second, "join": join}
            yield Hit(Span(left.start(), right.end()), groups, None, safety)


def _join(
    article: Article, first: str, second: str, starters: frozenset[str]
) -> tuple[str, Safety | None]:
    """What was lost between the halves, "" if nothing; and how sure that is."""
    if first in FUNCTION_WORDS:
        if second in _PLAIN:
            return " ", Safety.SAFE
        own = first not in _BRANDING or not table.is_word(second)
        if own and article.counts[second]:
            return " ", Safety.SAFE
        fits = first not in _BRANDING or first == "in"
        return (" ", Safety.UNSAFE) if fits and _is_place(second) else ("", None)
    if len(first) < 3:
        return "", None
    if first.islower():
        common = _is_common(first)
        if common and second in starters:
            return ". ", Safety.UNSAFE
        if common and second in _PLAIN:
            return " ", Safety.UNSAFE
        if common and len(second) > 3 and article.counts[second] and not table.is_word(second):
            return " ", Safety.UNSAFE
        return "", None
    both = _is_own(article, first) and _is_own(article, second)
    return (" ", Safety.UNSAFE) if both else ("", None)


def _is_place(word: str) -> bool:
    return table.is_place(word) and table.zipf(word) >= 3 and not table.is_word(word)


def _is_own(article: Article, word: str) -> bool:
    """True for a name by the gazetteer or by this article, and never for a common word."""
    there = article.counts[word] > 0 and not table.is_word(word) and len(word) > 3
    return there or _is_place(word)
