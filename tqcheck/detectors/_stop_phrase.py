"""Reads the words around a moved stop: the number left bare, its phrases, the stranded noun."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.detectors._stop_text import Token
from tqcheck.detectors._stop_words import (
    CURRENCIES,
    MAGNITUDES,
    NUMBER_WORDS,
    SYMBOLS,
    is_count,
    is_finite,
    is_number,
    is_verb,
    is_year,
)
from tqcheck.lexicon.words import FUNCTION_WORDS, MONTHS

PLACE = frozenset(
    """to from in into at for across near of on through via over under with during after before
    since within around between against along behind outside inside throughout beyond among
    by towards toward off out without despite until till""".split()
)
"""Prepositions that open the phrases between a number and its noun."""

ABOUT = frozenset(
    """about some around nearly almost over approximately least to than roughly only another
    additional further estimated total as many up more less fewer another at""".split()
)
PLURALS = frozenset("dozens scores hundreds thousands millions billions tens".split())
AFTER = PLACE | frozenset(
    """and or who which whose a this last next every each per yesterday today tomorrow daily yearly
    annually already alone as if when while than because monthly weekly""".split()
)
"""What may go on behind a noun that is no subject; any other word may be its verb."""

_INNER = PLACE | frozenset(
    """the a an its their his her our this that these those and all each every last one other any
    such same next""".split()
)
_NAMED = frozenset(
    """no number chapter article page section paragraph room gate platform route flight channel
    age aged grade level version figure table part line act scene volume""".split()
)
_BEFORE_MAGNITUDE = NUMBER_WORDS | frozenset("a half several few couple one".split())
_PASSIVE = frozenset("was were have has had are is been be being will already".split())
_VERB_WORDS = 4
_MONTHS = frozenset(month.lower() for month in MONTHS)
_LONGEST_PLACE = 10
_IN_FORM = frozenset("aid cash loans damages bonds grants taxes debt funding donations".split())
_MOVED_WORDS = 5


def noun_phrase(right: Sequence[Token], place: Sequence[Token] = ()) -> int:
    """How many words of the right side are the stranded noun with its modifiers, 0 if none.

    ``place`` is what the noun is to be moved across: “from Ukraine” goes with the noun unless
    the number has a “from” of its own.
    """
    end = _head(right) + 1
    if not end:
        return 0
    while end < len(right) and right[end - 1].bare and is_head(right[end].word):
        end += 1
    whole = _with_of(right, end)
    if not whole:
        return 0
    whole = _with_from(right, _with_and(right, whole), place)
    return whole if whole <= _MOVED_WORDS else 0


def _head(right: Sequence[Token]) -> int:
    """Index of the noun behind at most two modifiers, -1 where there is none."""
    for index, token in enumerate(right[:3]):
        word = token.word
        if is_head(word) and not (token.capital and index == 0):
            return index
        function = word in FUNCTION_WORDS and (index or word != "such")
        if not token.bare or function or is_finite(word) or not word.isalpha():
            return -1
        if token.capital and index:
            return -1
    return -1


def _with_of(right: Sequence[Token], end: int) -> int:
    """The end with “of forest”, “of the army” behind the noun; 0 where that can't be read."""
    if end + 1 >= len(right) or not right[end - 1].bare or right[end].text != "of":
        return end
    article = right[end + 1].text in ("the", "a", "this") and end + 2 < len(right)
    thing = right[end + 1 + article]
    if not thing.word.isalpha() or thing.word in FUNCTION_WORDS or thing.capital:
        return 0
    end += 2 + article
    return end + (end < len(right) and thing.bare and is_head(right[end].word))


def _with_and(right: Sequence[Token], end: int) -> int:
    """The end with “and officers”, “and equipment”, where no more than that follows."""
    if end + 1 >= len(right) or not right[end - 1].bare or right[end].text not in ("and", "or"):
        return end
    thing = right[end + 1]
    plain = thing.word.isalpha() and thing.word not in FUNCTION_WORDS and not thing.capital
    last = not thing.bare or end + 2 == len(right) or right[end + 2].word in PLACE
    return end + 2 if plain and last and not is_verb(thing.word) else end


def _with_from(right: Sequence[Token], end: int, place: Sequence[Token]) -> int:
    """The end with “from Ukraine”, “in aid”, “with food”."""
    if end + 1 >= len(right) or not right[end - 1].bare:
        return end
    if right[end].text == "in" and right[end + 1].word in _IN_FORM:
        return end + 2
    if right[end].text == "with" and right[end + 1].word not in FUNCTION_WORDS:
        return end + 2 if not right[end + 1].bare else end
    if right[end].text != "from":
        return end
    if not right[end + 1].capital or any(token.text == "from" for token in place):
        return end
    return end + 2


def is_head(word: str) -> bool:
    """Whether a number may count this: a noun we know, a unit, or what looks like a plural."""
    if is_count(word) or word in CURRENCIES or (word in SYMBOLS and len(word) > 1):
        return True
    plural = len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return plural and word.isalpha() and not is_finite(word) and word not in FUNCTION_WORDS


def stranded_number(left: Sequence[Token]) -> int | None:
    """Index of the last word of a number that only phrases of place part from the stop."""
    lowest = max(0, len(left) - _LONGEST_PLACE - 1)
    for index in range(len(left) - 1, lowest - 1, -1):
        token = left[index]
        quantity = is_number(token.text) or (token.word in NUMBER_WORDS and token.bare)
        magnitude = token.text.lower() in MAGNITUDES or token.word in PLURALS
        if is_year(token.text) and index and left[index - 1].word in PLACE:
            continue  # “1 million in 2015”
        if quantity and _counts_inside(left, index):
            continue  # “1,000 in 24 hours”
        if quantity or magnitude or token.text == "dozen":
            behind = left[index + 1 :]
            if not behind:
                return None
            place = _is_place(behind) or _is_place(behind[_passive(behind) :])
            return index if place and _is_bare(left, index) else None
        if not token.bare and index < len(left) - 1:
            return None
    return None


def _counts_inside(left: Sequence[Token], index: int) -> bool:
    """Whether a number within a phrase of place or time has its own noun behind it."""
    if not index or index + 1 >= len(left) or left[index - 1].word not in PLACE:
        return False
    return is_head(left[index + 1].word)


def _passive(tokens: Sequence[Token]) -> int:
    """How many words “were sent”, “have been moved” take at the start; 0 without them."""
    if tokens[0].word not in _PASSIVE:
        return 0
    for index, token in enumerate(tokens[:_VERB_WORDS]):
        if token.word in PLACE:
            return index
    return 0


def number_start(left: Sequence[Token], index: int) -> int:
    """Index of the first word of the number that ends at an index: 3 million, half a million."""
    if left[index].text.lower() in MAGNITUDES or left[index].text == "dozen":
        while index and (
            is_number(left[index - 1].text) or left[index - 1].word in _BEFORE_MAGNITUDE
        ):
            index -= 1
    return index


def _is_bare(left: Sequence[Token], index: int) -> bool:
    """Whether the number counts something not said: no sum, year, date, time or label."""
    if left[index].word in PLURALS:
        return left[index + 1].word != "of"
    start = number_start(left, index)
    if start == index and left[index].text.lower() in MAGNITUDES | {"dozen"}:
        return False
    digits = left[start].text
    before = left[start - 1].word if start else ""
    if not digits[:1].isalnum():
        return False  # a sum has its noun: $3,000
    if before in _MONTHS or before in _NAMED or left[index + 1].word in _MONTHS:
        return False
    if is_year(digits) and before not in ABOUT:
        return False
    if before in ("at", "by", "until", "since") and digits.isdigit() and int(digits) <= 24:
        return False
    after = left[index + 1].word
    if after not in ("to", "of", "in", "for") or index + 2 >= len(left):
        return True
    other = left[index + 2]  # “3 to 2”, “two of ten”; not “3 million in 2015”, “40 in 24 hours”
    if (is_year(other.text) and after == "in") or _counts_inside(left, index + 2):
        return True
    return not (is_number(other.text) or other.word in NUMBER_WORDS)


def _is_place(tokens: Sequence[Token]) -> bool:
    """Whether the words are phrases with prepositions and nothing else, no verb, no comma."""
    if len(tokens) < 2 or tokens[0].word not in PLACE:
        return False
    for token in tokens[:-1]:
        if not token.bare:
            return False
    for token in tokens:
        word = token.word
        if is_finite(word) or (word in FUNCTION_WORDS and word not in _INNER):
            return False
        if is_count(word) and token is not tokens[-1] and tokens[0].word == "of":
            return False
    return tokens[-1].word not in _INNER
