"""Finds the comma between a verb of saying or knowing and its that-clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tqcheck.article import Article
from tqcheck.finding import Hit
from tqcheck.later import later
from tqcheck.lexicon.words import FINITE_VERBS
from tqcheck.source import Span
from tqcheck.wake import Trigger, Wake

FIELDS = ("verb",)
PARAMS: Mapping[str, Any] = {"verbs": (), "nouns": ()}
"""``verbs``: the words a that-clause follows; ``nouns``: those that may be nouns as well."""

_COMMA = r"(?<=[a-z]), that(?= )"
_MARK = later(_COMMA)
_CLAUSE = later(
    r"""
    (?: [ ](?:the|a|an|this|these|those|he|she|it|they|we|I|you|his|her|its|their|our|there|no|all
        |some|many|most|two|three|four|[A-Z]\w+)[ ](?!is,)\w
      | [ ]["\u201c][a-z]
      | [ ][a-z]{3,}s[ ](?:are|were|will|have|had|would|should|must|can|could|may)\b )
    """,
    re.VERBOSE,
)
_NO_CLAUSE = later(
    " (?:(?:the|this|it|he|she|they)(?:\u2019s)?,|day|night|evening|morning|year|same|very)"
)
_NEAR = 160
_BREAK = later(r"[.!?;:\n(\u2013\u2014\ufffc]")
_WORD = later(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_JOINS = frozenset("and but or so yet while where when which who because since although if".split())
_FRONTS = frozenset(
    """in on at after before during since until from near under despite with without for by to as
    when if while although though because according today yesterday tomorrow earlier later now then
    however meanwhile also moreover first second further finally thus therefore furthermore late
    nevertheless throughout""".split()
)
_NO_SUBJECTS = frozenset("has had have is are was were will would".split())
_PUT_IN = 4
"""Of so few words is a clause that is put in: “I believe”, “the old man said”."""
_SUBJECTS = frozenset("he she it who which that nobody everyone everybody".split())
_DETERMINERS = frozenset("the this that a an his her its their our my".split())


def wake(params: Mapping[str, Any]) -> Wake:
    """The comma and “that”, where a verb stands before them and a clause behind."""
    verbs, nouns = frozenset(params["verbs"]), frozenset(params["nouns"])
    return Wake((Trigger(_COMMA, lambda match: bool(_verb(match, verbs, nouns))),))


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """“He said, that the talks go on”, but not “Suppose, he said, that the talks go on”.

    What is put in between two commas (a subject and its verb) leaves its that-clause to an
    earlier word. Such an insertion and a clause of its own have one shape; what stands before
    the first comma tells them apart: a phrase that opens a sentence (“In May, he said, that”)
    can't take a that-clause, all else might.
    """
    verbs, nouns = frozenset(params["verbs"]), frozenset(params["nouns"])
    for match in _MARK.finditer(article.view):
        verb = _verb(match, verbs, nouns)
        if verb:
            yield Hit(Span(*match.span()), {"verb": verb})


def _verb(match: re.Match[str], verbs: frozenset[str], nouns: frozenset[str]) -> str:
    """The verb whose clause the comma parts from it, "" if there is none."""
    view = match.string
    if not _CLAUSE.match(view, match.end()) or _NO_CLAUSE.match(view, match.end()):
        return ""
    near = _BREAK.split(view[max(0, match.start() - _NEAR) : match.start()])[-1]
    earlier, _, chunk = near.rpartition(",")
    words = _WORD.findall(chunk)
    verb = words[-1] if words else ""
    if verb not in verbs or _is_phrase(words) or words[0].lower() == "as":
        return ""
    if verb in nouns and not _has_subject(words):
        return ""
    return "" if _is_put_in(words, _WORD.findall(earlier), verbs) else verb


def _is_phrase(words: Sequence[str]) -> bool:
    """Whether no clause depends on the words: “as soon as possible”, “that said”, “the way out”."""
    before = words[-2].lower() if len(words) > 1 else ""
    if words[-1] == "out":
        return before != "pointed"
    return before == "as" or (words[-1] == "said" and before in ("have", "that"))


def _has_subject(words: Sequence[str]) -> bool:
    """Whether “reports”, “hopes” have a subject, as a verb does: the agency reports."""
    if len(words) < 2:
        return False
    if words[-2].lower() in _SUBJECTS or words[-2][0].isupper():
        return True
    if words[-2].lower() in _JOINS:
        return True
    head = words[:-3]
    determiner = words[-3].lower() if len(words) > 2 else ""
    determined = determiner in _DETERMINERS or determiner.endswith(("'s", "\u2019s"))
    return determined and (not head or head[-1].lower() in _JOINS | _DETERMINERS)


def _is_put_in(words: Sequence[str], earlier: Sequence[str], verbs: frozenset[str]) -> bool:
    """Whether subject and verb behind a comma are put in, or say the same verb once more."""
    if not earlier or len(words) == 1:
        return False
    opens = words[0].lower()
    if opens in _NO_SUBJECTS or (opens == "it" and words[1].lower() in ("is", "was")):
        return False  # “the owner, a Pole, has said, that”, “if he pays, it is clear, that”
    if opens in _JOINS:  # “we know, and all the world knows, that …”
        last = earlier[-1].lower()
        return len(words) > 2 and (last in verbs or last + "s" in verbs or last in _PRESUMED)
    if len(words) > _PUT_IN or (len(earlier) == 1 and earlier[0].endswith("ly")):
        return False
    first = earlier[0].lower()
    return first not in _FRONTS or (first not in _JOINS and _has_finite(earlier))


def _has_finite(words: Sequence[str]) -> bool:
    return any(word in FINITE_VERBS for word in words)


_PRESUMED = frozenset("presumed expected assumed supposed feared thought hoped told felt".split())
"""More verbs that a that-clause follows, which “and it is hoped” may second."""
