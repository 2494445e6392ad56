"""Finds times of day that are written as another language writes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.detectors._calendar import hits
from tqcheck.detectors._clock_kinds import TIMES
from tqcheck.finding import Hit
from tqcheck.wake import Trigger, Wake

FIELDS = ("written",)
PARAMS: Mapping[str, Any] = {"kind": "dotted"}
"""``kind``: a key of TIMES."""


def wake(params: Mapping[str, Any]) -> Wake:
    """Where the kind's mark stands beside a digit."""
    return Wake((Trigger(TIMES[str(params["kind"])].trigger),))


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """Times of a ``kind`` with what the house's style writes (catalogue deep dive D.5); linear.

    A time never changes; where its half of the day is open, only the colon is set.
    """
    return hits(TIMES[str(params["kind"])], article)
