"""Recognises stops that are an author's own way of writing, all through an article."""

from __future__ import annotations

from tqcheck.article import Article
from tqcheck.detectors._stop_verdict import Verdict
from tqcheck.later import alternation, later

_METRIC = "km kms kg kgs cm mm ml kw mw gw kwh mwh gwh hrs hr".split()
_UNIT = later(rf"\d[ \u00a0-](?i:{alternation(_METRIC)})\b(?P<stop>\.(?=[ \u00a0][^\W_A-Z]))?")
_LEAST = 4


def is_unit_style(article: Article, verdict: Verdict) -> bool:
    """Whether a stop behind a unit is like all of the article: “a 60 mm. or an 81 mm. mortar”."""
    if verdict.kind != "unit" or not _UNIT.search(article.view, *verdict.span):
        return False
    return article.memo("moved_stop units", _has_unit_style)


def _has_unit_style(article: Article) -> bool:
    """So many units with a stop within a sentence, and none without, that it is no accident."""
    stopped = 0
    for match in _UNIT.finditer(article.view):
        if match["stop"]:
            stopped += 1
        elif not article.view.startswith(".", match.end()):
            return False
    return stopped >= _LEAST


def is_typed_small(article: Article, verdict: Verdict) -> bool:
    """Whether a message is quoted that its author typed in small letters: “so proud. unreal.”."""
    if verdict.kind not in ("clause", "capital"):
        return False
    quotation = article.quotation_at(verdict.span)
    if quotation is None:
        return False
    start = quotation.span.start
    opened = article.view[max(0, start - 2) : start] in (": ", ":\n")
    return opened and article.view[start + 1 : start + 2].islower()
