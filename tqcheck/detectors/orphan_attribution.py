"""A dash that was left between speech and its attribution: "paperless office", - said the aide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.detectors._attribution import attribution
from tqcheck.detectors.dash_speech import find as find_speech
from tqcheck.finding import Hit
from tqcheck.source import Span

FIELDS = frozenset(("stop", "close"))
PARAMS: Mapping[str, Any] = {"quoted": True}

_AFTER_QUOTE = re.compile(
    r"""
    (?P<stop>[.,!?\u2026]{0,3})
    (?P<quote>["\u201d\u201c\u00bb])
    (?P<after>[.,]{0,3})
    [ \t\u00a0]*[\u2013\u2014\u2015-][ \t\u00a0]+
    """,
    re.VERBOSE,
)
_AFTER_COMMA = re.compile(r"(?<=[\w)])[,?!\u2026][ \t\u00a0]+[\u2013\u2014\u2015-][ \t\u00a0]+")


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """Attributions behind a dash where the speech's end is marked already.

    Ukrainian and Russian set «…», – said; the marks are translated and the dash stays. With
    ``quoted``, the closing mark stands before the dash and the repair is known: the comma goes
    inside and the dash away. Without, a comma and a dash stand alone, and where the speech
    began is for the editor (catalogue TQ311, TQ353).
    """
    pattern = _AFTER_QUOTE if params["quoted"] else _AFTER_COMMA
    taken = _speech_spans(article)
    for match in pattern.finditer(article.view):
        region = article.document.region_at(match.start())
        span = Span(match.start(), match.end())
        if region is None or match.end() >= region.span.end or any(map(span.touches, taken)):
            continue
        if not attribution(article.view, match.end(), region.span.end):
            continue
        if not params["quoted"]:
            yield Hit(Span(match.start(), match.end() - 1), fixable=False)
        elif _closes(article, match.start("quote")):
            stop = match["stop"] if match["stop"][:1] in ("!", "?", "…") else ","
            stop = "..." if match["stop"] == "..." else stop
            close = "”" if match["quote"] == "“" else match["quote"]
            yield Hit(span, {"stop": stop, "close": close})


def _speech_spans(article: Article) -> list[Span]:
    """What dash speech is already made of, its closing dashes above all."""
    return [
        hit.span
        for where in ("paragraph", "middle", "quoted")
        for hit in find_speech(article, {"where": where})
    ]


def _closes(article: Article, at: int) -> bool:
    """True if a mark closes something: another stands before it in its sentence or region."""
    region = article.document.region_at(at)
    start = region.span.start if region else 0
    return bool(article.view[at - 1 : at].strip()) and any(
        mark in article.view[start:at] for mark in '“„«"”'
    )
