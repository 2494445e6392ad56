"""Tells whether the words of a cut can be neighbours where the token stands."""

from __future__ import annotations

from tqcheck.lexicon import table
from tqcheck.lexicon.words import FINITE_VERBS, FUNCTION_WORDS

_VERBS_ONLY = frozenset(
    "is are was were am be has had have do does did will would can could shall should must".split()
)
_ARTICLES = frozenset("a an the".split())
_BEHIND_ARTICLE = frozenset(
    "above all any both each few how just like more most much no once one only other over own same"
    " some such that then this under up very what why".split()
)
"""Function words that can stand behind an article: “the most”, “the few”, “the above”."""
_NEVER_BEHIND_ARTICLE = FUNCTION_WORDS - _BEHIND_ARTICLE - _ARTICLES
_BEFORE_VERB = frozenset("he she we they".split())


def clash(first: str, second: str, before: str) -> bool:
    """Whether two function words can't be neighbours: “the are”, “she we”, “a would be”."""
    return (
        (first in _ARTICLES and second in _NEVER_BEHIND_ARTICLE)
        or (first in _BEFORE_VERB and second in _BEFORE_VERB and first != second)
        or (first in _VERBS_ONLY and before in _ARTICLES)  # a would-be, a has-been
    )


def is_past(word: str) -> bool:
    """True for a regular past form."""
    return word.endswith("ed") and len(word) > 4 and table.is_word(word)


def fits(tail: str, following: str) -> bool:
    """True if the next word can follow the tail: what a name's own ending seldom meets."""
    if not following:
        return False
    lower = following.lower()
    opens_noun = following[0].isupper() or lower in FUNCTION_WORDS or following[0].isdigit()
    if tail == "to":
        return opens_noun or table.is_word(lower)
    if tail in ("in", "on", "at", "by", "of", "for", "with", "from", "into", "against", "under"):
        return opens_noun or (table.is_word(lower) and lower not in FINITE_VERBS)
    if tail in ("as", "or"):
        return lower in FUNCTION_WORDS or is_past(lower) or lower.endswith("ing")
    if tail == "the":
        if lower in FUNCTION_WORDS:
            return lower in _BEHIND_ARTICLE
        return lower not in FINITE_VERBS and table.known(lower)
    if tail in _VERBS_ONLY and lower in _VERBS_ONLY:
        return lower in ("be", "have", "had", "do")  # “could have”, not “could are”
    if tail == "is":
        return lower not in FINITE_VERBS and (lower in FUNCTION_WORDS or table.is_word(lower))
    return table.known(lower) or len(lower) == 1 or (tail == "and" and following[0].isupper())
