"""Words that ran together where a link or a tag ended: "Russiato", "ofthe", "soldierswho"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import WORD, Article
from tqcheck.detectors._split import (
    Split,
    common_pair,
    common_start,
    function_pair,
    name_first,
)
from tqcheck.finding import Edit, Hit, Safety
from tqcheck.lexicon import table
from tqcheck.source import Span

FIELDS = frozenset(("first", "second"))
PARAMS: Mapping[str, Any] = {"kind": "name"}

_LENGTHS = range(4, 29)
_TIED = re.compile(r"[\w'\u2019@#/\\&+-]|\.(?=\w)|(?<=\w)\.")
_BEFORE = re.compile(r"([^\W\d_]+)[^\w\n]{1,3}$")
_AFTER = re.compile(r"[ \u00a0]+([^\W_]+)")
_SAFETIES = {3: Safety.SAFE, 2: Safety.SAFE, 1: Safety.UNSAFE}


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """Fused tokens of one ``kind``: "name", "function" or "words".

    Only tokens that the table does not know are looked at, each once; a capitalised one that
    stands in the article twice is a name. The tiers of evidence are those of catalogue deep
    dive C: a half that stands elsewhere in the article makes the fix safe.
    """
    for span, split in article.memo("fused_words", _of_article):
        if split.kind != params["kind"]:
            continue
        at = span.start
        edits: list[Edit] = []
        for part in split.parts[:-1]:
            at += len(part)
            edits.append(Edit(Span(at, at), " "))
        groups = {"first": split.parts[0], "second": " ".join(split.parts[1:])}
        yield Hit(span, groups, tuple(edits), _SAFETIES[split.evidence])


def _of_article(article: Article) -> tuple[tuple[Span, Split], ...]:
    found: list[tuple[Span, Split]] = []
    seen = frozenset(article.counts)
    for token, count in article.counts.items():
        if len(token) not in _LENGTHS or not token.isascii():
            continue
        if count > (2 if token[0].islower() else 1):
            continue
        if not (token[1:].islower() and token[0].isalpha()) or table.known(token):
            continue
        if token.endswith("s") and not token.endswith("is") and table.known(token[:-1]):
            continue
        found.extend(_places(article, token, seen))
    return tuple(sorted(found))


def _places(article: Article, token: str, seen: frozenset[str]) -> Iterator[tuple[Span, Split]]:
    """The places of an unknown token with its split, where it stands free among English words."""
    view = article.view
    at = view.find(token)
    while at >= 0:
        end = at + len(token)
        if _stands_free(view, at, end):
            before = _BEFORE.search(view, max(0, at - 40), at)
            after = _AFTER.match(view, end)
            split = _split(
                token,
                seen,
                before.group(1) if before else "",
                after.group(1) if after else "",
            )
            if split:
                yield Span(at, end), split
        at = view.find(token, end)


def _stands_free(view: str, start: int, end: int) -> bool:
    """True if nothing ties the token to a neighbour: a hyphen, an apostrophe, an address."""
    return not (
        (start and _TIED.match(view[start - 1 : start]))
        or WORD.match(view, end)
        or _TIED.match(view, end)
        or (start > 1 and view[start - 1] == "." and view[start - 2].isalnum())
    )


def _split(token: str, seen: frozenset[str], before: str, after: str) -> Split | None:
    if not _english(before, after):
        return None  # foreign words stand among foreign words
    if token[0].isupper():
        named = before[:1].isupper() and len(before) > 1
        return (
            name_first(token, seen, after, named)
            or function_pair(token, after)
            or common_start(token, seen, after)
        )
    return function_pair(token, after) or common_pair(token, seen, after)


def _english(before: str, after: str) -> bool:
    """True if a neighbour is a frequent English word and none is a foreign one."""
    near = [word for word in (before, after) if word]
    frequent = [word for word in near if len(word) == 1 or table.zipf(word) >= 3.5]
    odd = [w for w in near if w[0].islower() and len(w) > 1 and table.zipf(w) < 2.0]
    return bool(frequent) and not odd
