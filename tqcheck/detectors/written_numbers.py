"""Finds numbers that other languages write otherwise: magnitudes, ordinals, percentages, units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from tqcheck.article import Article
from tqcheck.detectors._magnitudes import MAGNITUDES
from tqcheck.detectors._number_endings import ENDINGS
from tqcheck.detectors._number_kind import Kind
from tqcheck.finding import Hit
from tqcheck.patterns import compiled
from tqcheck.source import Span
from tqcheck.wake import Trigger, Wake

FIELDS = ("written",)
PARAMS: Mapping[str, Any] = {"kind": "thousands"}
"""``kind``: see KINDS."""

KINDS: Mapping[str, Kind] = {**MAGNITUDES, **ENDINGS}


def wake(params: Mapping[str, Any]) -> Wake:
    """Where the magnitude's word or the ending stands behind a digit."""
    return Wake((Trigger(KINDS[str(params["kind"])].trigger),))


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """Numbers of a ``kind`` with what English writes (catalogue TQ406–TQ420); linear.

    A value never changes: it is worked out exactly, and where that can't be done nothing is
    offered.
    """
    kind = KINDS[str(params["kind"])]
    for match in _compiled(kind.pattern).finditer(article.view):
        if not kind.is_due(match, article):
            continue
        written = kind.write(match)
        yield Hit(Span(*match.span()), {"written": written}, fixable=bool(written))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return compiled(pattern)
