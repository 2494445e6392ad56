"""Tells whether the words at a place attribute speech: “said the mayor”, “the mayor added”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.detectors._speech_words import (
    ADVERBS,
    AFTER_VERB,
    CALENDAR,
    DETERMINERS,
    HEARERS,
    NEED_MORE,
    NO_SUBJECT,
    NOMINATIVE,
    NOT_SUBJECTS,
    NOUNS_TOO,
    OBJECTS,
    PARTICIPLES_TOO,
    PEOPLE,
    PREPOSITIONS,
    SHORT_TITLES,
    SPANS_OF_TIME,
    STRONG,
    TAKES_OBJECT,
    VERBS,
    WEAK,
)
from tqcheck.later import later
from tqcheck.lexicon.words import ABBREVIATIONS, FUNCTION_WORDS
from tqcheck.record import NamedTuple

WINDOW = 220
"""How many code points an attribution is sought in: its cost must not depend on the text."""
_SUBJECT_WORDS = 16

_TOKEN = later(
    r"""
    (?P<word>[^\W_](?:[\w'\u2019.&/-]*[^\W_])?)    # also “69-year-old”, “O’Neill”, “a.m”
    | (?P<dash>(?<=\s)[\u2013\u2014\u2015\u2212-])       # the next dash ends the clause
    | (?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)

_VOWEL = later(r"[aeiouy\u0105\u0119\u00f3\u00e1\u00e9\u00ed\u00fa\u00fd\u00e4\u00f6\u00fc]")
_LAST_WORD = later(r"[^\W_][\w.]*\Z")


class Attribution(NamedTuple):
    """Words that attribute speech: their first offset, the end of the verb, how sure they are.

    ``strong``: the verb says nothing but speech; ``inverted``: it stands before the speaker;
    ``plain``: it can't be a participle or a noun.
    """

    start: int
    verb_end: int
    strong: bool
    inverted: bool
    plain: bool


class _Word(NamedTuple):
    text: str
    low: str
    end: int
    is_mark: bool

    @property
    def verb(self) -> bool:
        return self.text in VERBS

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


def attribution(view: str, at: int, end: int, *, tail: bool = False) -> Attribution | None:
    """The attribution that begins at a view offset, or None (catalogue deep dive B: ATTR).

    ``tail`` is for the place after a comma, where nothing but the words themselves speaks for
    it, so they are read more strictly. Looks at most 220 code points ahead.
    """
    opens = _TOKEN.search(view, at, min(end, at + WINDOW))
    if opens is None or (opens.lastgroup != "word" and opens.group() != "."):
        return None  # a mark, as most dashes of a row of dashes have behind them
    words = list(_clause(view, at, min(end, at + WINDOW)))
    first = 0
    while first < min(2, len(words)) and _is_adverb(words[first]):
        first += 1
    if first >= len(words) or words[first].is_mark:
        return None
    word = words[first]
    if word.verb:
        if not _inverted(words, first, tail):
            return None
        plain = word.text not in PARTICIPLES_TOO and word.text not in NOUNS_TOO
        return Attribution(at, word.end, word.text in STRONG, True, plain)
    place = _straight(words, tail)
    if place is None:
        return None
    return Attribution(at, words[place].end, words[place].text in STRONG, False, True)


def is_abbreviation(view: str, stop: int) -> bool:
    """Whether the full stop at an offset belongs to the word before it."""
    word = _LAST_WORD.search(view, max(0, stop - 12), stop)
    if word is None:
        return False
    text = word.group()
    if text in ABBREVIATIONS or text in SHORT_TITLES or "." in text:
        return True
    short = text.islower() and len(text) < 5 and not _VOWEL.search(text)
    return short or (len(text) == 1 and text.isupper())


def _clause(view: str, at: int, end: int) -> Iterator[_Word]:
    """Words and marks up to the end of the sentence or the next dash."""
    for match in _TOKEN.finditer(view, at, end):
        text = match.group()
        if match.lastgroup == "dash":
            yield _Word("–", "–", match.end(), True)
            return
        if match.lastgroup == "word":
            yield _Word(text, text.lower(), match.end(), False)
        elif text in ".!?…;":
            if text == "." and is_abbreviation(view, match.start()):
                continue
            yield _Word(text, text, match.end(), True)
            return
        else:
            yield _Word(text, text, match.end(), True)


def _is_adverb(word: _Word) -> bool:
    return word.low in ADVERBS or (word.low.endswith("ly") and word.text.islower())


def _inverted(words: list[_Word], at: int, tail: bool) -> bool:
    """Whether the verb at ``at`` is followed by the one who speaks."""
    verb = words[at].text
    strong = verb in STRONG
    after = at + 1
    while after < len(words) and _is_adverb(words[after]):
        after += 1
    if after >= len(words) or (words[after].is_mark and words[after].text not in '“"«„'):
        return strong and not tail and verb not in NOUNS_TOO
    follower = words[after]
    if follower.low in HEARERS and verb in TAKES_OBJECT:
        return after + 1 < len(words) and not words[after + 1].is_mark
    if follower.low in NOT_SUBJECTS or follower.verb:
        return False
    if follower.low in NOMINATIVE or follower.text == "I":
        return True
    beyond = words[after + 1].low if after + 1 < len(words) else ""
    if follower.low in DETERMINERS:
        return beyond not in SPANS_OF_TIME and beyond not in FUNCTION_WORDS - DETERMINERS
    if follower.capital or "-year-old" in follower.low:
        return follower.low not in CALENDAR and follower.low not in FUNCTION_WORDS
    if follower.low in PREPOSITIONS:
        unclear = tail or verb in PARTICIPLES_TOO or verb in NOUNS_TOO or not strong
        return not unclear and beyond not in ("be", "have")
    if not follower.text.isalpha() or follower.low in FUNCTION_WORDS:
        return False
    named = any(word.capital for word in words[after : after + 5])
    if named and follower.low in SHORT_TITLES:
        return True
    known = follower.low in PEOPLE
    return strong and verb not in NOUNS_TOO and (known or named or not tail)


def _straight(words: list[_Word], tail: bool) -> int | None:
    """The place of the verb after its subject, or None."""
    first = words[0]
    if first.text in ("we", "I") and not tail and _is_question(words):
        return 1
    if first.low == "we" and len(words) > 2:
        reads = words[1].low in ("read", "learned", "learn", "hear", "heard")
        return 1 if reads and words[2].low in ("in", "from") else None
    pronoun = first.low in NOMINATIVE or first.low in ("i", "it")
    if pronoun and tail and first.low == "i":
        return None
    if not pronoun and first.low in FUNCTION_WORDS and first.low not in DETERMINERS:
        return None
    bare = not (pronoun or first.capital or first.low in DETERMINERS)
    commas = 0
    limit = 3 if pronoun or bare else _SUBJECT_WORDS
    for place, word in enumerate(words[1 : 1 + limit], 1):
        if word.is_mark:
            commas += word.text == ","
            if word.text not in '“”"«»,()' or commas > (0 if tail or pronoun else 2):
                return None
        elif word.verb:
            if _ends_clause(words, place, first):
                return place if not bare or word.text in STRONG else None
            if word.text not in NOUNS_TOO and word.text not in PARTICIPLES_TOO:
                return None
        elif word.low in NO_SUBJECT or (pronoun and not _is_adverb(word)):
            return None
    return None


def _is_question(words: list[_Word]) -> bool:
    """“we ask.”, “I ask the girl.”: a reporter's words, not a plea (“I ask you to wait”)."""
    if len(words) < 2 or words[1].text not in ("ask", "asked", "inquire", "wonder"):
        return False
    follower = words[2] if len(words) > 2 else None
    if follower is None or follower.is_mark:
        return follower is None or follower.text in ".,:–"
    return words[1].text[:3] == "ask" and follower.low in ("the", "her", "him", "them", "again")


def _ends_clause(words: list[_Word], place: int, subject: _Word) -> bool:
    """Whether nothing follows the verb that it would govern: “said.”, “said on Monday”."""
    verb = words[place].text
    follower = words[place + 1] if place + 1 < len(words) else None
    ended = follower is None or (follower.is_mark and follower.text in ".,:;!?…–—(”")
    if verb in WEAK:
        alone = ended and (follower is None or follower.text in ".,:–")
        return alone and verb not in NEED_MORE and subject.low != "it"
    if ended:
        return verb not in NEED_MORE
    assert follower is not None
    beyond = words[place + 2].low if place + 2 < len(words) else ""
    if follower.is_mark:
        return False
    if verb in TAKES_OBJECT and follower.low in OBJECTS:
        return not beyond or (beyond in AFTER_VERB and beyond != "for") or words[place + 2].is_mark
    if verb in TAKES_OBJECT and follower.low not in ("that", "to", "if", "how", "why", "by"):
        return beyond not in ("that", "to", "if")
    if follower.low == "to" and (beyond in ("be", "have") or not beyond):
        return False
    in_time = follower.low in CALENDAR or _is_adverb(follower) or follower.low in AFTER_VERB
    return in_time and not (verb in NEED_MORE and follower.low not in ("out", "in", "to"))
