"""Tells of a word alone whether it may be two that ran together."""

from __future__ import annotations

from tqcheck.detectors._split import TAILS, Around, common_pair, cuts, function_pair
from tqcheck.detectors._split_names import VERBS, is_people
from tqcheck.lexicon import table
from tqcheck.lexicon.words import FUNCTION_WORDS, NATIONALITIES

LENGTHS = range(4, 29)
_LONG = 5
"""Behind a name only longer words than this are looked for, besides the usual tails."""
_BEHIND_NAME = TAILS | VERBS


def may_be_fused(token: str) -> bool:
    """Whether a token that no table knows has an end that follows a link, or two halves."""
    if len(token) not in LENGTHS or not (token.isascii() or token[0].isupper()):
        return False
    if not (token[0].isupper() or token.islower()) or table.known(token):
        return False
    if token.endswith("in") and table.is_word(token + "g"):
        return False  # “thinkin”, “doin”: how people speak, its apostrophe lost
    return _has_end(token)


def _has_end(token: str) -> bool:
    if not token[1:].islower():
        return any(tail in TAILS for _, tail in cuts(token))
    if token[0].isupper():
        return _has_tail(token)
    return function_pair(token, _ANY) is not None or common_pair(token, _ANY) is not None


def _has_tail(token: str) -> bool:
    """Whether a capitalised token ends with what follows a name, or is two function words."""
    for cut in range(2, len(token) - 1):
        tail = token[cut:]
        if tail in _BEHIND_NAME or (len(tail) > _LONG and table.is_word(tail)):
            return True
        if token[:cut] in NATIONALITIES and is_people(token[:cut], tail):
            return True
        if tail in FUNCTION_WORDS and token[:cut].lower() in FUNCTION_WORDS:
            return True
    return False


class _All(frozenset[str]):
    """Holds every word: what stands elsewhere in an article isn't known here."""

    def __contains__(self, _word: object) -> bool:
        return True


_ANY = Around(_All(), (), ("the",), True, True)
"""What may stand around a token at best: “the” fits behind every tail."""
