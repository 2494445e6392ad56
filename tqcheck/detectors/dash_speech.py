"""Speech marked by dashes, as most of Europe prints it, where English has quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.detectors._speech import Speech, Trust, speeches
from tqcheck.finding import Hit, Safety

FIELDS = frozenset[str]()
PARAMS: Mapping[str, Any] = {"where": "paragraph"}

_LITERARY = re.compile(r"(?m)^[\u2014\u2015](?=[^\W_a-z])")
_CLOSED = re.compile(r"(?<=[\w,.!?])[ \u00a0]*[\u2014\u2015\u2013][ \u00a0]*[a-z]+\b")


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """Speech that opens a region (``where`` = "paragraph"), stands in its midst ("middle"), or
    bears quotation marks already ("quoted").

    One hit a stretch of speech, from its dash to its closing, all its edits together. A text
    whose speech opens with a dash that touches the word and never closes with one is English
    fiction of the old school (Joyce), and stays as it is.
    """
    if not any(dash in article.view for dash in "\u2013\u2014\u2015\u2012-"):
        return
    for speech in article.memo("dash_speech", _of_article):
        if speech.where == params["where"]:
            yield _hit(speech)


def _of_article(article: Article) -> tuple[Speech, ...]:
    opening = len(_LITERARY.findall(article.view))
    if opening >= 3 and len(_CLOSED.findall(article.view)) < opening / 4:
        return ()
    return speeches(article)


def _hit(speech: Speech) -> Hit:
    if not speech.balanced:
        return Hit(speech.span, fixable=False, withheld="its inner quotation marks don't pair up")
    safety = Safety.UNSAFE if speech.trust is Trust.SURE else Safety.DISPLAY
    return Hit(speech.span, edits=speech.edits, safety=safety)
