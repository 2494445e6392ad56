"""Finds dates that are written as another language writes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.detectors._calendar import hits
from tqcheck.detectors._date_kinds import DATES
from tqcheck.finding import Hit
from tqcheck.wake import Trigger, Wake

FIELDS = ("written",)
PARAMS: Mapping[str, Any] = {"kind": "dotted"}
"""``kind``: a key of DATES."""


def wake(params: Mapping[str, Any]) -> Wake:
    """Where the kind's figures stand together."""
    return Wake((Trigger(DATES[str(params["kind"])].trigger),))


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """Dates of a ``kind`` as the house writes them (catalogue deep dive D.6); linear.

    A date that two readers may take for two days is told without a fix.
    """
    return hits(DATES[str(params["kind"])], article)
