"""Words that ran together where a link or a tag ended: "Russiato", "ofthe", "soldierswho"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Any

from tqcheck import images
from tqcheck.article import WORD, Article
from tqcheck.detectors._split import Around, Split, common_pair, common_start, function_pair
from tqcheck.detectors._split_names import acronym_first, name_first
from tqcheck.detectors._split_wake import may_be_fused
from tqcheck.detectors._tokens import places
from tqcheck.finding import Edit, Hit, Safety
from tqcheck.later import later
from tqcheck.lexicon import table
from tqcheck.source import Span
from tqcheck.wake import Wake

FIELDS = frozenset(("first", "second"))
PARAMS: Mapping[str, Any] = {"kind": "name"}

_TIED = later(r"[\w'\u2019@#/\\&+-]|\.(?=\w)|(?<=\w)\.")
_NEAR = 40
_MOST = 4
_LONG = 10_000
_FEW = 4
"""Of so few tokens the words around are sought one by one, of more all at once."""
_TERM = later(r"[^\W_]+")
_OPENS = later(
    r"""
    (?: ^ | \n | [.!?:\u2026]["\u201d\u2019)]?[ ] )   # after a sentence, or at a line's start
    ["\u201c\u2018(]?$                             # with the mark that opens the sentence
    """,
    re.VERBOSE,
)
_LONGEST = 60
"""Letters: what is longer is no two or three words, and is not taken apart."""
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
        groups = {"first": split.parts[0], "second": " ".join(split.parts[1:])}
        yield Hit(span, groups, tuple(_edits(span, split)), _SAFETIES[split.evidence])


def wake(params: Mapping[str, Any]) -> Wake:
    """Where an unknown token can be cut in the place where it stands."""
    return Wake(word=may_be_fused, sure=is_fused)


def is_fused(token: str, view: str) -> bool:
    """Whether a token is cut somewhere in a view; long ones are looked through but once."""
    if len(view) > _LONG:
        return token in _fused(view)
    return next(_cuts(view, list(places(view, (token,))), _Seen(view)), None) is not None


@lru_cache(maxsize=1)
def _fused(view: str) -> frozenset[str]:
    return frozenset(view[span.start : span.end] for span, _ in _of_view(view))


class _Seen:
    """The words of a view, sought when asked for."""

    def __init__(self, view: str) -> None:
        self._view = view

    def __contains__(self, word: object) -> bool:
        return next(places(self._view, (str(word),)), None) is not None


def _edits(span: Span, split: Split) -> Iterator[Edit]:
    """A blank between the parts; a part that only repeats the one before goes."""
    at = span.start
    for part, following in pairwise(split.parts):
        at += len(part)
        if part.lower() == following.lower():
            yield Edit(Span(at, at + len(following)), "")
        else:
            yield Edit(Span(at, at), " ")


def _of_article(article: Article) -> tuple[tuple[Span, Split], ...]:
    return _of_view(article.view)


def _of_view(view: str) -> tuple[tuple[Span, Split], ...]:
    """Each unknown token that stands free among English words, with its split."""
    odd = _odd(view)
    seen = frozenset(WORD.findall(view)) if len(odd) > _FEW else _Seen(view)
    stands: dict[str, list[tuple[int, int]]] = {}
    for start, end in places(view, frozenset(odd)):
        stands.setdefault(view[start:end], []).append((start, end))
    return tuple(sorted(cut for stand in stands.values() for cut in _cuts(view, stand, seen)))


def _odd(view: str) -> list[str]:
    """The words that may be fused, each once."""
    written = images.encode(view)
    if not images.is_whole(view, written):
        return list(filter(may_be_fused, set(WORD.findall(view))))
    kinds = set(written.translate(images.SPELLED).split())
    return [images.decode(kind) for kind in kinds if _is_odd(kind)]


@lru_cache(maxsize=1 << 16)
def _is_odd(kind: bytes) -> bool:
    return may_be_fused(images.decode(kind))


def _cuts(
    view: str, stand: list[tuple[int, int]], seen: Container[str]
) -> Iterator[tuple[Span, Split]]:
    """The splits of a token in the places where it stands; none of one that stands often."""
    if len(stand) > _MOST:
        return
    for start, end in stand:
        if end - start <= _LONGEST and _stands_free(view, start, end):
            around = _around(view, start, end, seen)
            split = _split(view[start:end], around, len(stand) > 1)
            if split:
                yield Span(start, end), split


def _around(view: str, start: int, end: int, seen: Container[str]) -> Around:
    """What stands around a token on its line."""
    before = view[max(0, start - _NEAR) : start].rpartition("\n")[2]
    after = view[end : end + _NEAR].partition("\n")[0]
    return Around(
        seen,
        tuple(WORD.findall(before)[-2:]),
        tuple(_TERM.findall(after)[:3]),
        after[:1] in (" ", "\u00a0"),
        not start or bool(_OPENS.search(view, max(0, start - 3), start)),
    )


def _stands_free(view: str, start: int, end: int) -> bool:
    """True if nothing ties the token to a neighbour: a hyphen, an apostrophe, an address."""
    return not (
        (start and _TIED.match(view[start - 1 : start]))
        or WORD.match(view, end)
        or _TIED.match(view, end)
        or (start > 1 and view[start - 1] == "." and view[start - 2].isalnum())
    )


def _split(token: str, around: Around, often: bool) -> Split | None:
    if not _english(around):
        return None  # foreign words stand among foreign words
    if not token[1:].islower():
        return acronym_first(token, around) if token[0].isupper() and not often else None
    pair = function_pair(token, around)
    if pair or token[0].islower():
        plural = token.endswith("s") and table.known(token[:-1])
        return pair or (None if plural else common_pair(token, around))
    plural = token.endswith("s") and not token.endswith("is") and table.known(token[:-1])
    if often:
        return None
    named = None if plural else name_first(token, around)
    return named or common_start(token, around)


def _english(around: Around) -> bool:
    """True if most words near are English and no neighbour is a foreign one.

    Foreign texts hold English look-alikes too ("die", "per", "a"); three in four do not.
    """
    near = (*around.words_before, *around.words_after)
    beside = (*around.words_before[-1:], *around.words_after[:1])
    if any(word[0].islower() and len(word) > 1 and table.zipf(word) < 2.0 for word in beside):
        return False
    if not any(len(word) == 1 or table.zipf(word) >= 3.5 for word in near):
        return False
    lower = [word for word in near if word[0].islower() and len(word) > 1]
    return 4 * sum(map(table.is_word, lower)) >= 3 * len(lower)
