"""Finds the polite capital of other languages: “We ask You to leave”, “thanks for Your help”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.detectors._names import in_title, of_block
from tqcheck.finding import Hit, Safety
from tqcheck.later import later
from tqcheck.names import words_of
from tqcheck.source import Span
from tqcheck.wake import Trigger, Wake

FIELDS = ()
PARAMS: Mapping[str, Any] = {}

_FORMS = frozenset(("You", "Your", "Yours", "Yourself", "Yourselves"))
_YOU = later(
    r"""
    (?<=[a-z,;][ ])                       # inside a sentence
    (?P<form>You|Your|Yours|Yourself|Yourselves)\b
    (?=(?P<after>[ ]?['’\w(-]?))          # what begins behind it
    """,
    re.VERBOSE,
)
_BEFORE = later(r"([^\W\d_]+)([,;]?) \Z")
_LEADS = words_of(
    """of to for with from by at on in about like than that if when as do does did can could
    will would shall should may might must what how where which who because while before after
    until unless whether since so but though although both between through against without all
    give gives gave ask asks asked thank thanks tell tells let lets help helps helped invite
    invites wish wishes offer offers advise advises remind reminds inform informs show shows
    bring brings send sends call calls allow allows need cost costs save saves provide provides
    make makes take takes took get gets want wants see sees hope believe assure recommend suggest
    prevent protect cure free are were is have had not"""
)
"""What a personal pronoun follows inside a sentence; behind other words a stop may be lost."""

_VERBS_AFTER = later(
    r" (?:can|could|may|might|must|should|will|would|need|have|are|were|do|did|want|get|see|also)\b"
)
_DIVINE = later(
    r"\b(?:God|Lord|Father in [Hh]eaven|Heavenly|Thee|Thou|Thy|Almighty|Allah|Jesus|Christ|Psalm)\b"
)


def wake(params: Mapping[str, Any]) -> Wake:
    """Where a sentence goes on with the capital pronoun: without such a one no other counts."""
    return Wake((Trigger(r"[a-z,;] (?P<form>You(?:rs|r|rself|rselves)?)\b", _goes_on),))


def _goes_on(match: re.Match[str]) -> bool:
    start = match.start("form")
    whole = _YOU.match(match.string, start)
    before = _BEFORE.search(match.string, max(0, start - 24), start)
    return whole is not None and before is not None and _leads(match.string, before, whole)


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """Capital forms of “you” inside sentences; linear in the text.

    Silent in headlines, titles of works, Title Case (a capital beside it), and where a deity
    is spoken to. Polish, German, Russian, Italian and Danish letters address so.
    """
    if not article.counts.keys() & _FORMS:
        return
    loose: list[Hit] = []
    sure = 0
    for match in _YOU.finditer(article.view):
        span = Span(*match.span("form"))
        if not _in_prose(article, span) or match.group("after")[1:].isupper():
            continue
        before = _BEFORE.search(article.view, max(0, span.start - 24), span.start)
        if before is None or before.group(1)[0].isupper():
            continue
        if _leads(article.view, before, match):
            sure += 1
            yield Hit(span)
        elif match.group("after") == " " or match.group("after")[1:].islower():
            loose.append(Hit(span, safety=Safety.UNSAFE))
    if sure:
        yield from loose


def _leads(view: str, before: re.Match[str], match: re.Match[str]) -> bool:
    """Whether the pronoun goes on with the sentence that stands before it."""
    if match.group("form") != "You":
        return match.group("after")[:1] == " "
    if before.group(2) or before.group(1) in ("and", "or"):
        return _VERBS_AFTER.match(view, match.end("form")) is not None
    return before.group(1) in _LEADS


def _in_prose(article: Article, span: Span) -> bool:
    region = article.document.region_at(span.start)
    if region is None or region.kind in ("title", "subhead", "furniture"):
        return False
    divine = of_block(article, span.start, "divine", lambda text: bool(_DIVINE.search(text)))
    return not divine and not in_title(article, span)
