"""Finds words that a line's end once divided, whose hyphen stayed when the lines were joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.finding import Edit, Hit
from tqcheck.later import later
from tqcheck.source import Span
from tqcheck.wake import Trigger, Wake

FIELDS = ("word",)
PARAMS: Mapping[str, Any] = {}

_BREAK = later(r"(?<=[a-z])-(?: |\r?\n)(?=[a-z])")
_LEFT = later(r"(?<![\w'\u2019-])[A-Za-z][a-z]{1,19}\Z")
_RIGHT = later(r"[a-z]{2,20}(?![\w'\u2019-])")
_WIDEST = 21


def wake(params: Mapping[str, Any]) -> Wake:
    """Where the two halves make a word."""
    return Wake((Trigger(r"[a-z]-(?: |\r?\n)[a-z]", _confirm),))


def _confirm(match: re.Match[str]) -> bool:
    return _word(match.string, match.start() + 1, match.end() - 1) is not None


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """Halves with a hyphen and a blank between that make one word; linear in the text.

    The whole is a word and one half is none, so that “mid- to long-term” and “two- or” are
    silent (catalogue TQ116). Group ``word``: the whole.
    """
    view = article.view
    for match in _BREAK.finditer(view):
        found = _word(view, match.start(), match.end())
        if found is not None:
            span, word = found
            edit = Edit(Span(*match.span()), "")
            yield Hit(span, {"word": word}, (edit,))


def _word(view: str, start: int, end: int) -> tuple[Span, str] | None:
    """The place and the whole of the word that a hyphen at ``start`` cuts, None if it cuts none."""
    from tqcheck.lexicon.table import is_word

    left = _LEFT.search(view, max(0, start - _WIDEST), start)
    right = _RIGHT.match(view, end)
    if left is None or right is None:
        return None
    whole = left.group() + right.group()
    if not is_word(whole.lower()):
        return None
    if is_word(left.group().lower()) and is_word(right.group()):
        return None
    return Span(left.start(), right.end()), whole
