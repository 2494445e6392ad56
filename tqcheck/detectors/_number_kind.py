"""A kind of number that is written otherwise in English."""

from __future__ import annotations

import re
from collections.abc import Callable

from tqcheck.article import Article
from tqcheck.record import NamedTuple


def always(_match: re.Match[str], _article: Article) -> bool:
    """What is wrong in any article."""
    return True


class Kind(NamedTuple):
    """Where it shows, as a trigger and as a whole, and what English writes ("" if unknown).

    ``is_due`` tells whether a match is a mark in its article; a matter of style is one only
    where the article shows the other style.
    """

    trigger: str
    pattern: str
    write: Callable[[re.Match[str]], str]
    is_due: Callable[[re.Match[str], Article], bool] = always
