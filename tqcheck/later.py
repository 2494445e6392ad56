"""Patterns that are made when they are first used: a run over one article needs few."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, AnyStr, cast

from tqcheck.patterns import compiled


class _Later:
    """Stands for a compiled pattern until something is asked of it, and hands it on from then."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self._pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        made = compiled(cast("Any", self._pattern), self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            self.__dict__[method] = getattr(made, method)
        return getattr(made, name)


def later(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Like ``re.compile``, but the work waits for the first use of the pattern's methods.

    For module constants; what passes a pattern to ``re``'s own functions needs a real one.
    """
    return cast("re.Pattern[AnyStr]", _Later(pattern, flags))


def alternation(words: Iterable[str]) -> str:
    """Any of these words as a pattern's text without a group, the longest that fits first.

    Words of one length stand in the alphabet's order: a set has another order in each process,
    and the patterns' plans are kept.
    """
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
