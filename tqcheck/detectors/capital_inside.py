"""Finds small words with a capital behind a comma, where a cut sentence was joined again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.finding import Hit
from tqcheck.later import later
from tqcheck.patterns import compiled
from tqcheck.source import Span
from tqcheck.wake import Trigger, Wake

FIELDS = ()
PARAMS: Mapping[str, Any] = {"words": (), "after": ",;"}
"""``words``: the words with their capitals. ``after``: the marks behind which they are wrong."""

_VERSE = later(
    r"""
    (?<=[a-z,;:\u2014][ ])
    (?: (?:And|But|Or|Of|To|With|For|From|That|Who|Whose|Which|When|Where|While|As|By|On|Nor|Till
        |Then|So|Yet)\b(?=[ ]\w)                                    # no name begins so
      | (?:The|In|At|Like|Is|Was|He|She|His|Her|My|Thy|O|Now)\b(?=[ ][a-z]) )
    """,
    re.VERBOSE,
)


_NEAR = 60
_ENTITY = later(r"&[a-z]{2,6}; \Z")
_TITLES = later(
    r"[:,](?: [A-Z][\w'\u2019]*){2,4}, [A-Z][\w'\u2019]*(?: [A-Z][\w'\u2019]*){1,3}, \Z"
)
"""Two titles of a list: “: Paper Moon, Ginger Root, This is the Best”."""
_CLAUSE = later(r"[^,.;:!?\u201c\u201d\"]*\Z")
_SAID = later(
    r"\b(?:sa(?:y|ys|id|ying)|writ(?:e|es|ten|ing)|wrote|ask(?:s|ed|ing)?|reads?|repl(?:y|ies|ied)"
    r"|answer(?:s|ed)?|think|thought|cr(?:y|ied)|declared?|whisper(?:s|ed)?|shout(?:s|ed)?|sing|sang"
    r"|tells?|told|words?|question|namely|resolved|whereas)\b(?:[ ][^\W\d]+){0,3}\Z",
    re.IGNORECASE,
)
_TELLS = later(r"[ ](?!and\b|but\b|then\b|who\b|to\b)(?:[^\W\d_]+[ ]){1,3}[a-z]+\Z")


def wake(params: Mapping[str, Any]) -> Wake:
    """Where one of the words stands between a mark and a small word."""
    words, marks = "|".join(sorted(params["words"])), re.escape(params["after"])
    return Wake((Trigger(rf"[a-z][{marks}] (?:{words}) [a-z]"),)) if words else Wake()


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """The words behind a mark and before a small word, outside of verse; linear in the text.

    A block with more such capitals than those behind its commas is verse printed as prose; so
    is one that says the same again (a refrain).
    """
    words = article.counts.keys() & frozenset(params["words"])
    if not words:
        return
    marks = re.escape(params["after"])
    pattern = compiled(rf"(?<=[a-z][{marks}][ ])(?:{'|'.join(sorted(words))})(?=[ ][a-z])")
    for match in pattern.finditer(article.view):
        span = Span(*match.span())
        region = article.document.region_at(span.start)
        if region is None or region.kind in ("title", "subhead", "furniture"):
            continue
        sentence = article.sentence(span.start)
        if article.view[max(0, sentence.end - 4) : sentence.end].rstrip(" \n\"'”’").endswith("?"):
            continue
        if _ENTITY.search(article.view, max(0, span.start - 10), span.start):
            continue
        if _TITLES.search(article.view, max(0, span.start - _NEAR), span.start):
            continue
        if not _is_speech(article, span.start) and not _is_verse(article, region.span, pattern):
            yield Hit(span)


def _is_speech(article: Article, at: int) -> bool:
    """Whether speech without marks begins here: “as it is written, There is …”.

    “he said” between two commas only tells whose words the sentence is.
    """
    before = article.view[max(0, at - _NEAR) : at - 2]
    clause = _CLAUSE.search(before)
    if clause is None or _SAID.search(clause.group()) is None:
        return False
    aside = clause.start() > 0 and before[clause.start() - 1] == ","
    return not (aside and _TELLS.match(clause.group()))


def _is_verse(article: Article, span: Span, pattern: re.Pattern[str]) -> bool:
    def make(_article: Article) -> bool:
        capitals = sum(1 for _ in _VERSE.finditer(article.view, *span))
        behind = {match.start() for match in pattern.finditer(article.view, *span)}
        return capitals > len(behind)

    return article.memo(f"verse {span.start} {pattern.pattern}", make)
