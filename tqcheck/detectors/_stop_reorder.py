"""Gives a noun stranded behind a full stop back to the number it belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.detectors._stop_number import Verdict
from tqcheck.detectors._stop_text import (
    MAGNITUDES,
    Stop,
    Token,
    is_count,
    is_finite,
    is_number,
    is_year,
)
from tqcheck.finding import Edit, Safety
from tqcheck.lexicon.words import FUNCTION_WORDS, MONTHS, NATIONALITIES
from tqcheck.source import Span

_PLACE = frozenset(
    """to from in into at for across near of on through via over under with during after before
    since within around between against along behind outside inside throughout beyond among
    by towards toward off out""".split()
)
_INNER = _PLACE | frozenset(
    "the a an its their his her our this that these those and all each every last".split()
)
_ABOUT = frozenset(
    """about some around nearly almost over approximately least to than roughly only another
    additional further estimated total""".split()
)
_NUMBER_WORDS = frozenset(
    """two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty
    sixty seventy eighty ninety hundred""".split()
)
_NAMED = frozenset(
    """no number chapter article page section paragraph room gate platform route flight channel
    age aged grade level version figure table part line act scene volume""".split()
)
_PLURALS = frozenset("dozens scores hundreds thousands millions billions tens".split())
_PASSIVE = frozenset("was were have has had are is been be being will already".split())
_VERB_WORDS = 4
_MONTHS = frozenset(month.lower() for month in MONTHS)
_AFTER = _PLACE | frozenset(
    """and or who which whose a this last next every each per yesterday today tomorrow daily yearly
    annually already alone as if when while than because monthly weekly""".split()
)
"""What may go on behind a noun that is no subject; any other word may be its verb."""
_LONGEST_PLACE = 8
_MOVED_WORDS = 5


def judge_reorder(stop: Stop) -> Verdict | None:
    """The moved stop itself: “about 3,000 to Russia. soldiers” (deep dive A, A.5).

    A bare number, then nothing but phrases with prepositions up to the stop, then a noun
    that numbers count (with up to two modifiers). None unless all three are there; without
    a fix where a finite verb follows the noun: then the noun may be a subject of its own.
    """
    count = _noun_phrase(stop.right)
    if not count:
        return None
    number = _stranded_number(stop.left)
    if number is None:
        return None
    phrase = stop.right[:count]
    end = phrase[-1].start + len(phrase[-1].text.rstrip(".,;:!?)\"'\u201d\u2019\u2026"))
    span = Span(_number_start(stop.left, number), end)
    later = stop.right[count].word if len(stop.right) > count and phrase[-1].bare else ""
    if later and later not in _AFTER and not is_year(later):
        return Verdict("moved", span, withheld="the noun may be the subject of what follows")
    noun = stop.view[phrase[0].start : end]
    at = stop.left[number].end
    of = " of " if stop.left[number].word in _PLURALS else " "
    edits = (Edit(Span(at, at), of + noun), Edit(Span(stop.at, end), ""))
    joined = later in ("and", "or")  # more may have to move
    closed = not joined and _closed(stop.left[number + 1 :]) and not _doubtful(stop, number)
    return Verdict(
        "moved", span, edits, Safety.UNSAFE if closed else Safety.DISPLAY, groups={"noun": noun}
    )


def _noun_phrase(right: Sequence[Token]) -> int:
    """How many words of the right side are the stranded noun with its modifiers, 0 if none."""
    head = -1
    for index, token in enumerate(right[:3]):
        word = token.word
        if _is_head(word):
            head = index
            break
        function = word in FUNCTION_WORDS and (index or word != "such")
        if not token.bare or function or is_finite(word) or not word.isalpha():
            return 0
        if token.capital and (index or token.text not in NATIONALITIES):
            return 0
    if head < 0:
        return 0
    end = head + 1
    while end < len(right) and right[end - 1].bare and is_count(right[end].word):
        end += 1
    if end + 1 < len(right) and right[end - 1].bare and right[end].text == "of":
        article = right[end + 1].text in ("the", "a", "this") and end + 2 < len(right)
        end += article
        thing = right[end + 1]
        plain = thing.word not in FUNCTION_WORDS and not thing.capital
        if not thing.word.isalpha() or not plain:
            return 0
        end += 2
        if end < len(right) and thing.bare and is_count(right[end].word):
            end += 1
    return end if end <= _MOVED_WORDS else 0


def _is_head(word: str) -> bool:
    """Whether a number may count this: a noun we know, or what looks like a plural."""
    if is_count(word):
        return True
    plural = len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return plural and word.isalpha() and not is_finite(word) and word not in FUNCTION_WORDS


def _stranded_number(left: Sequence[Token]) -> int | None:
    """Index of the last word of a number that only phrases of place part from the stop."""
    lowest = max(0, len(left) - _LONGEST_PLACE - 1)
    for index in range(len(left) - 1, lowest - 1, -1):
        token = left[index]
        quantity = is_number(token.text) or (token.word in _NUMBER_WORDS and token.bare)
        magnitude = token.text.lower() in MAGNITUDES or token.word in _PLURALS
        if is_year(token.text) and index and left[index - 1].word in _PLACE:
            continue  # “1 million in 2015”
        if quantity and _counts_inside(left, index):
            continue  # “1,000 in 24 hours”
        if quantity or magnitude:
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
    if not index or index + 1 >= len(left) or left[index - 1].word not in _PLACE:
        return False
    return _is_head(left[index + 1].word)


def _passive(tokens: Sequence[Token]) -> int:
    """How many words “were sent”, “have been moved” take at the start; 0 without them."""
    if tokens[0].word not in _PASSIVE:
        return 0
    for index, token in enumerate(tokens[:_VERB_WORDS]):
        if token.word in _PLACE:
            return index
    return 0


def _number_start(left: Sequence[Token], index: int) -> int:
    if left[index].text.lower() in MAGNITUDES and index and is_number(left[index - 1].text):
        index -= 1
    return left[index].start


def _is_bare(left: Sequence[Token], index: int) -> bool:
    """Whether the number counts something not said: no sum, year, date, time or label."""
    token = left[index]
    digits = token.text
    before = left[index - 1].word if index else ""
    if token.word in _PLURALS:
        return left[index + 1].word != "of"
    if digits.lower() in MAGNITUDES:
        if not index or not (is_number(left[index - 1].text) or before in _NUMBER_WORDS):
            return False
        digits = left[index - 1].text
        before = left[index - 2].word if index > 1 else ""
    if not digits[:1].isalnum():
        return False  # a sum has its noun: $3,000
    if before in _MONTHS or before in _NAMED or left[index + 1].word in _MONTHS:
        return False
    if is_year(digits) and before not in _ABOUT:
        return False
    if before in ("at", "by", "until", "since") and digits.isdigit() and int(digits) <= 24:
        return False
    after = left[index + 1].word
    if after not in ("to", "of", "in", "for") or index + 2 >= len(left):
        return True
    other = left[index + 2]  # “3 to 2”, “two of ten”; not “3 million in 2015”, “40 in 24 hours”
    if (is_year(other.text) and after == "in") or _counts_inside(left, index + 2):
        return True
    return not (is_number(other.text) or other.word in _NUMBER_WORDS)


def _is_place(tokens: Sequence[Token]) -> bool:
    """Whether the words are phrases with prepositions and nothing else, no verb, no comma."""
    if len(tokens) < 2 or tokens[0].word not in _PLACE:
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


def _closed(tokens: Sequence[Token]) -> bool:
    """Whether the phrase is complete: ends in a name, article and noun, or a plural."""
    last = tokens[-1]
    if last.capital or is_year(last.word) or last.word.endswith("s") or is_count(last.word):
        return True
    articles = ("the", "a", "an", "its", "their", "his", "her", "our", "this", "last")
    return any(token.word in articles for token in tokens[-4:-1])


def _doubtful(stop: Stop, number: int) -> bool:
    """Whether the noun may be another one: a verb lies between, a people's name, “the 40”."""
    before = stop.left[number - 1].word if number else ""
    passive = stop.left[number + 1].word in _PASSIVE
    return passive or stop.right[0].capital or before in ("the", "top", "under")
