"""Finds brackets that open what nothing closes, or close what nothing opened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.document import Region
from tqcheck.finding import Hit
from tqcheck.later import later
from tqcheck.source import Span
from tqcheck.wake import Wake

FIELDS: tuple[str, ...] = ()
PARAMS: Mapping[str, Any] = {}

_PARTNER = {")": "(", "]": "["}
_CLOSES = {opening: closing for closing, opening in _PARTNER.items()}
_REACH = 10
"""So many blocks further on a bracket may be closed."""
_PAIR = later(r"\([^()\[\]\n]*\)|\[[^()\[\]\n]*\]")
_BRACKET = later(r"[()\[\]]")
_NO_PAIR = later(
    r"(?:(?<=[\s(])|(?<![\s\S]))(?:[0-9]{1,3}|[A-Za-z]{1,2}|[ivx]{1,4})[.]?\)"  # a) 1) iv)
    r"|[:;=8xX][-']?[()\[\]]+|[()\[\]][-']?[:;](?![^\s])"  # :-) and (:
    r"|\)\)+|\\[()\[\]]"  # laughter, escapes
)
_PROSE = frozenset(("paragraph", "standfirst", "list", "blockquote", "caption"))


def wake(params: Mapping[str, Any]) -> Wake:
    """Where some row has a bracket without a partner in it."""
    return Wake(check=is_unbalanced)


def is_unbalanced(view: str) -> bool:
    """Whether a row holds a bracket that is left when pairs, and pairs of pairs, are taken out."""
    if not any(bracket in view for bracket in "()[]"):
        return False
    return _BRACKET.search(_PAIR.sub("", _PAIR.sub("", view))) is not None


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """The first bracket of a block that has no partner in it; linear in the text.

    What numbers the items of a list, smileys and escaped brackets need none, and a bracket may
    be closed some blocks further on. There is no fix: where the other bracket belongs is for
    the editor to say.
    """
    view = article.view
    pending: tuple[int, int] | None = None
    for number, region in enumerate(article.regions):
        at = _alone(view, region) if region.kind in _PROSE else -1
        if pending is not None and number - pending[0] > _REACH:
            yield Hit(Span(pending[1], pending[1] + 1))
            pending = None
        if at < 0:
            continue
        if pending is not None and view[at] == _CLOSES[view[pending[1]]]:
            pending = None
            continue
        if pending is not None:
            yield Hit(Span(pending[1], pending[1] + 1))
            pending = None
        if view[at] in _CLOSES:
            pending = number, at
        else:
            yield Hit(Span(at, at + 1))
    if pending is not None:
        yield Hit(Span(pending[1], pending[1] + 1))


def _alone(view: str, region: Region) -> int:
    """The view offset of a bracket without a partner, -1 if all have one."""
    start, end = region.span
    free = {at for match in _NO_PAIR.finditer(view, start, end) for at in range(*match.span())}
    waiting: list[int] = []
    stray = -1
    for match in _BRACKET.finditer(view, start, end):
        at, glyph = match.start(), match.group()
        if glyph not in _PARTNER:
            waiting.append(at)
        elif waiting and view[waiting[-1]] == _PARTNER[glyph]:
            waiting.pop()
        elif at not in free:
            stray = at if stray < 0 else stray
    left = [at for at in (*waiting, stray) if at >= 0 and at not in free]
    return min(left, default=-1)
