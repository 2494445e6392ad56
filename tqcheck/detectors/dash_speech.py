"""Finds speech that dashes mark as in the source language, and writes it with quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.detectors._speech import speeches
from tqcheck.detectors._speech_wake import TRIGGERS
from tqcheck.finding import Hit, Safety
from tqcheck.wake import Wake

FIELDS = frozenset(("first",))
PARAMS: Mapping[str, Any] = {"kind": "paragraph"}

_SHOWN = 40


def wake(params: Mapping[str, Any]) -> Wake:
    """Where a dash opens a row, follows a sentence, stands before a mark or an attribution."""
    return Wake(TRIGGERS)


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """Speech of one ``kind``: paragraph, within, orphan, quoted, after or double.

    One hit a stretch of speech, with all its edits; what is uncertain is for display only.
    ``first`` is how it begins.
    """
    for speech in speeches(article):
        if speech.kind != params["kind"]:
            continue
        text = article.text(speech.span)
        first = text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " …"
        yield Hit(
            speech.span,
            {"first": first},
            edits=None if speech.withheld else speech.edits,
            safety=None if speech.sure else Safety.DISPLAY,
            fixable=not speech.withheld,
            withheld=speech.withheld,
        )
