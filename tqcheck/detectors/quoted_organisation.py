"""Finds names of media, companies and parties in quotation marks, as Slavic writing has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.finding import Edit, Hit, Safety
from tqcheck.later import later
from tqcheck.lexicon.table import is_word
from tqcheck.names import UPPER
from tqcheck.source import Span
from tqcheck.wake import Trigger, Wake

FIELDS = frozenset(("name",))
PARAMS: Mapping[str, Any] = {}

_MEDIA = frozenset(
    """newspaper newspapers daily dailies weekly monthly biweekly fortnightly tabloid magazine
    magazines portal website site agency agencies channel channels broadcaster radio outlet station
    publication edition newswire journal gazette""".split()
)
_FIRMS = frozenset(
    """company companies firm firms corporation concern holding conglomerate bank insurer carrier
    airline airlines operator retailer chain brewery publisher developer contractor manufacturer
    producer supplier enterprise cooperative shipyard distributor subsidiary startup
    LLC JSC PJSC CJSC OJSC OOO PAO AO ZAO TOV LLP OAO""".split()
)
_BODIES = frozenset("party parties movement coalition bloc foundation association".split())
_LIKELY = frozenset(
    """club clubs factory plant mine refinery farm hotel restaurant supermarket cinema theater
    theatre stadium sanatorium hospital clinic union institute blog""".split()
)
"""What names also are set off for other reasons: the fix is not for unseen use."""
_AFTER = frozenset(
    """newspaper daily weekly magazine agency channel correspondent reporter journalist portal
    company corporation group holding party faction plant factory shipyard airline
    bank""".split()
)
_PERIODIC = frozenset("daily weekly monthly biweekly fortnightly".split())
"""Adjectives as well: “a monthly “Ask the Doctor”” is the title of a series."""
_PAPER = later(r"(?:\b[Tt]he|\b[A-Z][^\W\d_]+)[ \u00a0][a-z]+[ \u00a0]\Z")
_SERIES_OF = later(
    r"\b(?:[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y|[Yy]our)[ ](?:[a-z]+[ ]){1,3}\Z"
)
_TOLD = later(
    r"""
    (?: [Aa]ccording[ ]to(?:[ ]the)? | [Cc]iting | [Qq]uoting
      | (?:reported|quoted|cited|informed|published)[ ]by
      | ,[ ](?:reports|reported|writes|wrote|informs|informed|notes|noted)
      | interview[ ](?:with|for|to) )
    [ ]\Z
    """,
    re.VERBOSE,
)
_QUOTED = later(
    r"""
    (?P<open>["\u201c\u201e\u00ab])
    (?P<gap>[ \u00a0])?
    (?P<name>[^\W_][^"\u201c\u201d\u201e\u00ab\u00bb\n]{0,58}[^\W_+])
    (?P<stop>[,.]?)
    (?(gap)[ \u00a0])
    (?P<close>["\u201d\u201c\u00bb])
    (?![^\W_])
    """,
    re.VERBOSE,
)
_FEATURE = later(r"\b[Aa]n?[ ](?:\w+[ ])?(?:daily|weekly|biweekly|fortnightly|monthly)[ \u00a0]\Z")
"""“a regular monthly “Forum””: a feature of a paper; a paper is “the monthly”."""
_LAST_WORD = later(r"([^\W\d_]+)[ \u00a0]\Z")
_NEXT_WORD = later(r"[ \u00a0]([a-z]+)\b")
_SMALL = frozenset("of the and for de la le a in on & und i y e et der das die el los".split())
_CLAUSE = frozenset(
    """I We You He She They It This That These There No Not Yes What How Why When Where Who Do Don't
    Don’t Is Are Let Let's Let’s It's It’s If Never""".split()
)
_WORDS = 6
_DISTANCED = later(r"(?:so-called|called|nicknamed|dubbed|known[ ]as|titled)[ ](?:\w+[ ]){0,3}\Z")


def wake(params: Mapping[str, Any]) -> Wake:
    """Where a mark opens a name behind a word that says what it is."""
    return Wake(
        (
            Trigger(
                rf"(?<=[^\W\d_])[ \u00a0](?=[\"\u201c\u201e\u00ab][ \u00a0]?[{UPPER}])", _is_named
            ),
        )
    )


def _is_named(match: re.Match[str]) -> bool:
    quoted = _QUOTED.match(match.string, match.end())
    return quoted is not None and _evidence(match.string, quoted) is not None


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """Names of organisations in marks; the fix takes the marks away (catalogue TQ307).

    A noun before or behind the name must say what it is (“the newspaper “X””), or words that
    lead to a source (“According to “X”,”); each word of the name has a capital. Sentences,
    titles of works and words spoken of are left alone. Group ``name`` is the name.
    """
    view = article.view
    for match in _QUOTED.finditer(view):
        safety = _evidence(view, match)
        if safety is None:
            continue
        edits = (
            Edit(Span(match.start(), match.start("name")), ""),
            Edit(Span(match.end("stop"), match.end()), ""),
        )
        yield Hit(Span(*match.span()), {"name": match["name"]}, edits=edits, safety=safety)


def _evidence(view: str, match: re.Match[str]) -> Safety | None:
    """How surely a quotation is an organisation's name; None if it is not."""
    start = match.start()
    before = view[max(0, start - 60) : start]
    last = _LAST_WORD.search(before)
    head = last.group(1) if last else ""
    if _FEATURE.search(before):
        return None
    legal = head.isupper() and head in _FIRMS
    if not _is_name(match["name"], legal) or _DISTANCED.search(before):
        return None
    if legal or head in _MEDIA or head in _FIRMS or head in _BODIES:
        return _of_paper(before) if head in _PERIODIC else Safety.SAFE
    if head in _LIKELY:
        return Safety.UNSAFE
    follower = _NEXT_WORD.match(view, match.end())
    if follower and follower.group(1) in _AFTER and head in ("the", "The", "a"):
        return None if follower.group(1) == "group" and _describes(match["name"]) else Safety.UNSAFE
    if _TOLD.search(before) and (
        match["stop"] or view[match.end() : match.end() + 1] in (",", ".")
    ):
        return Safety.UNSAFE
    return None


def _of_paper(before: str) -> Safety | None:
    """How surely “daily” or “monthly” is a noun: “the daily”, “the Polish weekly” are papers."""
    if _PAPER.search(before):
        return Safety.SAFE
    return None if _SERIES_OF.search(before) else Safety.UNSAFE


def _describes(name: str) -> bool:
    """Whether a name is made of several common words: “the “Narrow Vessel” group” of poems."""
    words = name.split()
    return len(words) > 1 and all(is_word(word.lower()) for word in words)


def _is_name(name: str, legal: bool) -> bool:
    """Whether every word but the smallest has a capital or is a number."""
    words = name.split()
    if len(words) > _WORDS or words[0] in _CLAUSE or not (words[0][0].isupper()):
        return False
    if any(mark in name for mark in ".!?;:,") and not re.fullmatch(r"[\w.&’' -]+", name):
        return False
    if legal:
        return True
    return all(
        word in _SMALL or word[0].isupper() or word[0].isdigit() or word in ("-", "–", "|", "/")
        for word in words
    )
