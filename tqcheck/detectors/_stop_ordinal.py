"""Judges a stop behind a year, an ordinal, a monarch's number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tqcheck.article import Article
from tqcheck.detectors._stop_text import Stop
from tqcheck.detectors._stop_verdict import (
    NEW_SENTENCE,
    Verdict,
    goes_on,
    ordinal,
    shown,
    without_stop,
)
from tqcheck.detectors._stop_words import is_count, is_finite, is_years
from tqcheck.finding import Edit, Safety
from tqcheck.later import later
from tqcheck.lexicon.words import FUNCTION_WORDS
from tqcheck.source import Span

_ARTICLES = frozenset("the his her its their this every our my your".split())
_FRONTS = frozenset(
    """in since from between until till by during before after around about of for at on through
    and to as back early late only already""".split()
)
_ORDINAL_NOUNS = frozenset(
    """century centuries place floor grade class round half quarter league division minute time
    anniversary birthday edition stage category session congress millennium""".split()
)
"""Nouns that a bare number with a stop stands before as an ordinal, with no article too."""

_RANKED = frozenset(
    """largest biggest highest longest best oldest tallest deepest fastest richest smallest busiest
    strongest heaviest worst youngest""".split()
)
"""What a rank stands before: “the 3rd largest”."""
_IS = frozenset("is was are were became becomes be been remains as".split())
_AT = frozenset("in on to for from until by of since after before".split())
_MONARCH = frozenset("of and was had is has who from in at on also with by".split())
_ROMAN = later(r"[IVX]{2,5}")
_SHORT = 6
_PAIR = later(
    r"""
    (?<![\w.,])
    (?P<one>\d{1,3})\.
    (?:[ ](?:and|or|to|until)[ ](?:the[ ])?|[ ]?[-\u2013][ ]?)
    (?P<other>\d{1,3})\.[ ]
    (?P<noun>[a-z]{3,})
    """,
    re.VERBOSE,
)


def judge_ordinal(stop: Stop) -> Verdict | None:
    """The verdict where a year, a day's or a monarch's number stands before the stop."""
    return _year(stop) or _ordinal(stop) or _monarch(stop)


def is_roman(word: str) -> bool:
    """Whether a word is a Roman numeral of two letters or more, as monarchs have."""
    return _ROMAN.fullmatch(word) is not None


def _year(stop: Stop) -> Verdict | None:
    """“In 1998. he moved”: the letter for “year” is gone, its stop is not."""
    if not is_years(stop.word):
        return None
    span = shown(stop, 2)
    left = stop.left
    opens = left[0].capital or left[0].start == stop.line.start
    fronted = left[0].word in _FRONTS and len(left) <= _SHORT and opens
    if fronted and not any(is_finite(token.word) and not token.capital for token in left):
        return Verdict("year", span, without_stop(stop), Safety.SAFE)
    word = stop.follows
    if not word:
        return Verdict("year", span, without_stop(stop), Safety.SAFE) if goes_on(stop) else None
    if word in FUNCTION_WORDS and word not in NEW_SENTENCE:
        return Verdict("year", span, without_stop(stop), Safety.UNSAFE)
    return None


def _ordinal(stop: Stop) -> Verdict | None:
    """“the 3. division” → 3rd; “of the 27. members” is no ordinal, its stop just goes."""
    left = stop.left
    word = stop.follows.lower()
    if len(left) < 2 or not stop.word.isdigit() or len(stop.word) > 3:
        return None
    before = left[-2]
    article = before.word in _ARTICLES and before.bare
    named = word in _ORDINAL_NOUNS and (before.word in _AT or word == "century")
    ranked = word in _RANKED and before.text in _IS and int(stop.word) > 1
    put_in = left[-1].text.startswith("(") and word in _ORDINAL_NOUNS
    if not article and not named and not ranked and not put_in:
        return None
    if len(word) < 3 or word in FUNCTION_WORDS or is_finite(word):
        return None
    span = shown(stop, 2)
    if is_count(word) and word not in _ORDINAL_NOUNS:
        return Verdict("ordinal", span, without_stop(stop), Safety.UNSAFE)
    safety = Safety.SAFE if article or word == "century" else Safety.UNSAFE
    if ranked:
        start = left[-1].start
        edits = (Edit(Span(start, start), "the "), _ending(stop.word, Span(stop.at, stop.at + 1)))
        return Verdict("ordinal", span, edits, Safety.UNSAFE)
    return Verdict("ordinal", span, (_ending(stop.word, Span(stop.at, stop.at + 1)),), safety)


def _ending(digits: str, span: Span) -> Edit:
    return Edit(span, ordinal(int(digits)))


def _monarch(stop: Stop) -> Verdict | None:
    """“Ludwig II. of Bavaria”: the ordinal of a king or a pope has no stop in English."""
    left = stop.left
    if not is_roman(stop.word) or len(left) < 2 or not left[-2].capital:
        return None
    if stop.follows not in _MONARCH and not is_finite(stop.follows):
        return None
    return Verdict("roman", shown(stop, 2), without_stop(stop), Safety.SAFE)


def pairs(article: Article, rows: Iterable[Span]) -> Iterator[Verdict]:
    """“the 19. and 20. centuries”, “the 2.–3. grade”: both numbers are ordinals."""
    for line in rows:
        for match in _PAIR.finditer(article.view, line.start, line.end):
            noun = match["noun"]
            ordinals = noun in _ORDINAL_NOUNS or noun.removesuffix("s") in _ORDINAL_NOUNS
            if match.start() == line.start or not ordinals:
                continue
            one, other = match.end("one"), match.end("other")
            edits = (
                _ending(match["one"], Span(one, one + 1)),
                _ending(match["other"], Span(other, other + 1)),
            )
            yield Verdict("ordinal", Span(*match.span()), edits)
