"""Gives a noun stranded behind a full stop back to the number it belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.detectors._stop_phrase import (
    ABOUT,
    AFTER,
    PLACE,
    PLURALS,
    is_head,
    noun_phrase,
    number_start,
    stranded_number,
)
from tqcheck.detectors._stop_text import Stop, Token
from tqcheck.detectors._stop_verdict import Verdict
from tqcheck.detectors._stop_words import is_count, is_finite, is_number, is_verb, is_year
from tqcheck.finding import Edit, Safety
from tqcheck.lexicon.words import FUNCTION_WORDS
from tqcheck.source import Span

_ARTICLES = frozenset("the a an its their his her our this last one every each next".split())
_TOWARD = frozenset("to into toward towards onto".split())
_BE = frozenset("was were is are be been being have has had will would can could must".split())
_ADVERBS = frozenset("also already not now then still recently immediately only".split())
_PARTICIPLES = frozenset(
    """sent taken brought led moved driven flown given sold lent put let thrown drawn shown made
    built found seen held kept left lost hit hurt shot told paid""".split()
)
_TIMES = frozenset("year month week day morning evening night time".split())
_NO_SUBJECT = (FUNCTION_WORDS - _BE - {"do", "did", "does", "may", "might", "should"}) | (
    ABOUT | _TIMES | {"half"}
)
"""What may stand before a number that opens a sentence as its subject; no verb among them."""

_MARKS = ".,;:!?)\"'\u201d\u2019\u2026"


def judge_reorder(stop: Stop) -> Verdict | None:
    """The moved stop itself: “about 3,000 to Russia. soldiers” (deep dive A, A.5).

    A bare number, then nothing but phrases with prepositions up to the stop, then a noun
    that numbers count (with up to two modifiers). None unless all three are there. Where a
    verb follows, the noun may be a subject of its own: then there is a fix only if the words
    before the stop have no verb, so that the two pieces are one sentence.
    """
    number = stranded_number(stop.left) if noun_phrase(stop.right) else None
    if number is None:
        return None
    place = stop.left[number + 1 :]
    count = noun_phrase(stop.right, place)
    phrase = stop.right[:count]
    end = _end(phrase[-1])
    span = Span(stop.left[number_start(stop.left, number)].start, end)
    later = stop.right[count].word if len(stop.right) > count and phrase[-1].bare else ""
    if later and later not in AFTER and not is_year(later):
        return _subject(stop, number, count, span)
    edits = _give_back(stop, number, end)
    listed = later in ("and", "or") or _lists_on(stop.right[count - 1 :])
    closed = not listed and _closed(place) and not _doubtful(stop, number)
    noun = stop.view[phrase[0].start : end]
    safety = Safety.UNSAFE if closed else Safety.DISPLAY
    return Verdict("moved", span, edits, safety, groups={"noun": noun})


def _end(token: Token) -> int:
    """Where a word ends, without the marks behind it."""
    return token.start + len(token.text.rstrip(_MARKS))


def _give_back(stop: Stop, number: int, end: int) -> tuple[Edit, ...]:
    """The noun goes behind its number, the stop goes."""
    at = stop.left[number].end
    noun = stop.view[stop.next : end]
    of = " of " if stop.left[number].word in PLURALS else " "
    return (Edit(Span(at, at), of + noun), Edit(Span(stop.at, end), ""))


def _subject(stop: Stop, number: int, count: int, span: Span) -> Verdict:
    """“Some 40 to the school. people were led”: the number opens the sentence as its subject.

    “About 900 from Kursk. residents were …” keeps its order; a phrase that tells the way
    goes behind the verb: “About 12 people were taken to the hall”.
    """
    noun = stop.view[stop.next : span.end]
    if not _opens_sentence(stop, number):
        return Verdict("moved", span, withheld="the noun may be the subject of what follows")
    tail = stop.right[count:]
    place = stop.left[number + 1 :]
    if place[0].word not in _TOWARD:
        safety = Safety.UNSAFE if is_verb(tail[0].word) else Safety.DISPLAY
        return Verdict(
            "moved", span, _give_back(stop, number, span.end), safety, groups={"noun": noun}
        )
    participle = _participle(tail)
    if participle is None:
        return Verdict("moved", span, withheld="the words must be put in another order")
    start, at = stop.left[number].end, _end(participle)
    way = stop.view[start : stop.at]
    edits = (Edit(Span(start, stop.at + 1), ""), Edit(Span(at, at), way))
    return Verdict("moved", Span(span.start, at), edits, Safety.UNSAFE, groups={"noun": noun})


def _opens_sentence(stop: Stop, number: int) -> bool:
    """Whether nothing before the number can be a verb, so that the left side is no sentence."""
    left = stop.left[: number_start(stop.left, number)]
    for index, token in enumerate(left):
        named = token.capital and index and left[index - 1].word in FUNCTION_WORDS
        if not (named or token.word in _NO_SUBJECT or is_number(token.text)):
            return False
    return True


def _participle(tail: Sequence[Token]) -> Token | None:
    """The participle of “were evacuated”, “will be sent”, if no other way is told behind it."""
    for index, token in enumerate(tail[:5]):
        word = token.word
        if index and (word in _PARTICIPLES or (word.endswith("ed") and len(word) > 4)):
            behind = tail[index + 1].word if index + 1 < len(tail) and token.bare else ""
            return None if behind in _TOWARD | {"out", "off", "away", "back"} else token
        if word not in _BE and word not in _ADVERBS:
            return None
    return None


def _lists_on(tokens: Sequence[Token]) -> bool:
    """Whether more things are listed behind the noun: “troops, tanks and artillery”."""
    return len(tokens) > 1 and tokens[0].text.endswith(",") and is_head(tokens[1].word)


def _closed(tokens: Sequence[Token]) -> bool:
    """Whether the phrase is complete: ends in a name, article and noun, or a plural."""
    last = tokens[-1]
    if last.capital or is_year(last.word) or last.word.endswith("s") or is_count(last.word):
        return True
    if len(tokens) > 1 and tokens[-2].capital:
        return not is_finite(last.word)  # “through Balice airport”
    return any(token.word in _ARTICLES for token in tokens[-4:-1])


def _doubtful(stop: Stop, number: int) -> bool:
    """Whether the noun may be another one: a verb lies between, a people's name, “the 40”."""
    start = number_start(stop.left, number)
    before = stop.left[start - 1].word if start else ""
    passive = stop.left[number + 1].word not in PLACE
    return passive or stop.right[0].capital or before in ("the", "top", "under")
