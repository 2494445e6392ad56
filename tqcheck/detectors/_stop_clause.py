"""Decides by the word behind a stop: the clause goes on, a sentence begins, or nobody knows."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.detectors._stop_number import Verdict, shown, without_stop
from tqcheck.detectors._stop_text import Stop, Token, is_count, is_finite, is_number
from tqcheck.finding import Edit, Safety
from tqcheck.lexicon.words import FUNCTION_WORDS
from tqcheck.source import Span

_NEVER_OPENS = frozenset("of than per nor".split())
_LINKS = frozenset(
    """to from in with by for at on as into onto over under between through against via during
    because since until while where when""".split()
)
_JOINS = frozenset("and or but".split())
_RELATIVE = frozenset("which who whom whose that".split())
_AUXILIARIES = frozenset(
    "is are was were has have had will would can could do does did should may must".split()
)
_PRONOUNS = frozenset("he she they we i you".split())
_OPENERS = _PRONOUNS | frozenset("however according meanwhile nevertheless moreover".split())
_DETERMINERS = frozenset(
    """the this these those there it a an his her its their our my your after when if although
    some many most all both each every no not another such one""".split()
)
_SUBJECTS = _PRONOUNS | _DETERMINERS | frozenset("there what how why".split())
_CLAUSE = 8
"""Within how many words a new sentence shows its verb."""


def judge_clause(stop: Stop) -> Verdict | None:
    """Table A.4 of deep dive A: delete the stop, capitalise the word, or only report."""
    word = stop.follows
    if not word or not word.islower() or len(stop.left) < 2:
        return None
    if stop.word.isdigit() and len(stop.word) < 3:
        return None  # an item of a list in the line
    later = stop.right[1].word if len(stop.right) > 1 and stop.right[0].bare else ""
    if word in _JOINS:
        return _capital(stop, Safety.UNSAFE) if later in _SUBJECTS else _delete(stop)
    if word in _AUXILIARIES:
        inverted = later in _SUBJECTS or stop.right[-1].text.endswith("?")
        return _capital(stop, Safety.UNSAFE) if inverted else _delete(stop)
    if word in _RELATIVE:
        return _relative(stop, later)
    if word in _NEVER_OPENS or word in _LINKS:
        return _link(stop)
    if word in _OPENERS:
        return _capital(stop, Safety.SAFE)
    if word in _DETERMINERS:
        return _determiner(stop)
    return _other(stop, later)


def _delete(stop: Stop, safety: Safety = Safety.SAFE) -> Verdict:
    if len(stop.right) < 2:
        safety = min(safety, Safety.UNSAFE)  # one word alone may be the rest of anything
    return Verdict("clause", shown(stop), without_stop(stop), safety)


def _capital(stop: Stop, safety: Safety) -> Verdict:
    at = stop.next
    edit = Edit(Span(at, at + 1), stop.view[at].upper())
    return Verdict("capital", Span(at, at + len(stop.follows)), (edit,), safety)


def _report(stop: Stop, reason: str) -> Verdict:
    return Verdict("clause", shown(stop), withheld=reason)


def _relative(stop: Stop, later: str) -> Verdict:
    word = stop.follows
    question = stop.right[-1].text.endswith("?")
    if question or (word == "that" and (later in _AUXILIARIES or later in FUNCTION_WORDS)):
        return _capital(stop, Safety.UNSAFE)
    return _delete(stop, Safety.UNSAFE if word == "that" else Safety.SAFE)


def _link(stop: Stop) -> Verdict:
    """A preposition goes on with the clause unless its own clause has a comma and a verb."""
    if stop.follows in _NEVER_OPENS:
        return _delete(stop)
    if not _has_verb(stop.right):
        return _delete(stop)
    early_comma = any(token.text.endswith(",") for token in stop.right[:_CLAUSE])
    if early_comma or _has_verb(stop.right[:_CLAUSE]):
        return _capital(stop, Safety.DISPLAY)
    return _delete(stop, Safety.DISPLAY)


def _determiner(stop: Stop) -> Verdict:
    word = stop.follows
    if _has_verb(stop.right[1:_CLAUSE]) or word in ("there", "it", "when", "if", "after"):
        sure = word in ("the", "this", "these", "there", "it") and _has_verb(stop.right[1:_CLAUSE])
        return _capital(stop, Safety.SAFE if sure else Safety.UNSAFE)
    if _has_verb(stop.right):
        return _capital(stop, Safety.UNSAFE)
    return _report(stop, "the words behind the stop are no sentence")


def _other(stop: Stop, later: str) -> Verdict | None:
    word = stop.follows
    if word.endswith(("ed", "ing")) and not _has_verb(stop.right):
        return _delete(stop, Safety.UNSAFE)
    bare = any(is_number(token.text) for token in stop.left[-8:])
    if not bare and is_count(word) and (is_finite(later) or later.endswith("ed")):
        return _capital(stop, Safety.UNSAFE)
    if stop.left[-1].capital and len(stop.word) < 6:
        return None  # an abbreviation we don't know
    if not bare and _has_verb(stop.right[1:_CLAUSE]):
        return _capital(stop, Safety.DISPLAY)
    return _report(stop, "whether the stop or the small letter is wrong is for a reader to say")


def _has_verb(tokens: Sequence[Token]) -> bool:
    return any(is_finite(token.word) and not token.capital for token in tokens)
