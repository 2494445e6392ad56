"""Decides by the word behind a stop: the clause goes on, a sentence begins, or nobody knows."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.detectors._stop_ordinal import is_roman
from tqcheck.detectors._stop_text import Stop, Token
from tqcheck.detectors._stop_verdict import Verdict, shown, without_stop
from tqcheck.detectors._stop_words import NUMBER_WORDS, is_count, is_finite, is_number, is_verb
from tqcheck.finding import Edit, Safety
from tqcheck.later import later
from tqcheck.lexicon.table import is_word
from tqcheck.lexicon.words import FUNCTION_WORDS, MONTHS, SPEECH_STRONG
from tqcheck.source import Span

_NEVER_OPENS = frozenset("of than per nor".split())
_LINKS = frozenset(
    """to from in with by for at on as into onto over under between through against via during
    because since until while where when""".split()
)
_JOINS = frozenset("and or but".split())
_RELATIVE = frozenset("which who whom whose that".split())
_ASKING = frozenset("what why how when where".split())
_AUXILIARIES = frozenset(
    "is are was were has have had will would can could do does did should may must".split()
)
_PRONOUNS = frozenset("he she they we i you".split())
_OPENERS = _PRONOUNS | frozenset("however meanwhile nevertheless moreover".split())
_ADVERBS = frozenset(
    """so then now yesterday today tomorrow here still yet perhaps maybe also even only thus hence
    therefore later soon earlier instead furthermore nonetheless finally eventually recently
    currently previously""".split()
)
_DETERMINERS = (
    frozenset(
        """the this these those there it a an his her its their our my your after when if although
    some many most all both each every no not another such one several few""".split()
    )
    | NUMBER_WORDS
)
_INDEFINITE = frozenset(
    "nobody everybody everyone someone somebody anyone nothing everything none others".split()
)
_SUBJECTS = _PRONOUNS | _DETERMINERS | _INDEFINITE | _ASKING
_OPENS_CLAUSE = _PRONOUNS | frozenset("it there nobody everyone nothing".split())
_APPOSED = frozenset("a an one another".split())
_MAY_END = frozenset("it him her them us me this that so all one these those there here".split())
"""Function words that a sentence may well end in, so that the stop may be meant."""

_FRONTS = frozenset("in on at after before during since until from near under despite".split())
_DAY_MONTH = later(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])")
_BEFORE_DAYS = frozenset("on from since until till to the and".split())
_CLAUSE = 8
"""Within how many words a new sentence shows its verb."""

_SHORT = 6


def judge_clause(stop: Stop) -> Verdict | None:
    """Table A.4 of deep dive A: delete the stop, capitalise the word, or only report."""
    word = stop.follows
    if not word or not word.islower() or len(stop.left) < 2:
        return None
    day = stop.left[-2].word.capitalize() in MONTHS
    if (stop.word.isdigit() and len(stop.word) < 3 and not day) or is_roman(stop.word.upper()):
        return None  # an item of a list in the line, a pope
    if _DAY_MONTH.fullmatch(stop.word) and stop.left[-2].word in _BEFORE_DAYS:
        return None  # “on 5.6. the pool”: a date (TQ456)
    if len(stop.right) < 2:
        return _report(stop, "one word alone may be the rest of anything")
    if word in SPEECH_STRONG and not _may_be_short(stop):
        return _report(stop, "the words before the stop may be speech")
    later = stop.right[1].word if stop.right[0].bare else ""
    if word in _JOINS:
        return _join(stop, later)
    if word in _AUXILIARIES:
        inverted = _asks(stop) or (later in _SUBJECTS and _has_verb(stop.left))
        return _capital(stop, Safety.UNSAFE) if inverted else _delete(stop)
    if word in _RELATIVE:
        return _relative(stop, later)
    if word in _ASKING and _asks(stop):
        return _capital(stop, Safety.UNSAFE)
    if word in _NEVER_OPENS or word in _LINKS:
        return _link(stop)
    if _fronted(stop):
        return _delete(stop, Safety.UNSAFE)
    return _opener(stop) or _other(stop, later)


def _opener(stop: Stop) -> Verdict | None:
    """The verdict where the word behind the stop is one that opens sentences."""
    word = stop.follows
    if word == "according":
        clause = _has_verb(stop.right) or any(token.text.endswith(",") for token in stop.right)
        return _capital(stop, Safety.SAFE) if clause else _delete(stop, Safety.UNSAFE)
    if word in _OPENERS:
        return _capital(stop, Safety.SAFE)
    if word in _ADVERBS and any(is_verb(token.word) for token in stop.right[1:]):
        return _capital(stop, Safety.UNSAFE)
    return _determiner(stop) if word in _DETERMINERS else None


def _delete(stop: Stop, safety: Safety = Safety.SAFE) -> Verdict:
    before = stop.left[-1].word
    strange = before.isalpha() and not stop.left[-1].capital and not is_word(before)
    if strange or (before in FUNCTION_WORDS and before not in _MAY_END):
        safety = min(safety, Safety.UNSAFE)  # an abbreviation, or one that looks like a word
    return Verdict("clause", shown(stop), without_stop(stop), safety)


def _capital(stop: Stop, safety: Safety) -> Verdict:
    at = stop.next
    edit = Edit(Span(at, at + 1), stop.view[at].upper())
    return Verdict("capital", Span(at, at + len(stop.follows)), (edit,), safety)


def _may_be_short(stop: Stop) -> bool:
    """Whether the word before the stop may be an abbreviation we don't know: “Oyj.”."""
    return stop.left[-1].capital and len(stop.word) < _SHORT


def _report(stop: Stop, reason: str) -> Verdict:
    return Verdict("clause", shown(stop), withheld=reason)


def _asks(stop: Stop) -> bool:
    return stop.right[-1].text.endswith("?")


def _join(stop: Stop, later: str) -> Verdict:
    """“and”, “or”, “but”: a new clause has a subject and a verb of its own."""
    if _has_verb(stop.left):
        if later in _OPENS_CLAUSE:
            return _capital(stop, Safety.UNSAFE)
        if later in _SUBJECTS and any(is_verb(token.word) for token in stop.right[2:]):
            return _capital(stop, Safety.UNSAFE)
        third = stop.right[2].word if len(stop.right) > 2 and stop.right[1].bare else ""
        if later not in FUNCTION_WORDS and not is_verb(later) and is_finite(third):
            return _capital(stop, Safety.UNSAFE)
    return _delete(stop)


def _relative(stop: Stop, later: str) -> Verdict:
    word = stop.follows
    demonstrative = word == "that" and (later in _AUXILIARIES or later in FUNCTION_WORDS)
    if _asks(stop) or demonstrative:
        return _capital(stop, Safety.UNSAFE)
    return _delete(stop, Safety.UNSAFE if word == "that" else Safety.SAFE)


def _link(stop: Stop) -> Verdict:
    """A preposition goes on with the clause unless its own clause has a comma and a verb."""
    if stop.follows in _NEVER_OPENS:
        return _delete(stop)
    if _has_clause(stop.right):
        return _capital(stop, Safety.UNSAFE)
    if not _has_verb(stop.right):
        participle = any(is_verb(token.word) for token in stop.right)
        return _delete(stop, Safety.UNSAFE if participle else Safety.SAFE)
    early_comma = any(token.text.endswith(",") for token in stop.right[:_CLAUSE])
    if early_comma or _has_verb(stop.right[:_CLAUSE]):
        return _capital(stop, Safety.DISPLAY)
    return _delete(stop, Safety.DISPLAY)


def _has_clause(tokens: Sequence[Token]) -> bool:
    """“at night the port burned”: a subject right behind a noun, and a verb behind it."""
    for index in range(2, len(tokens) - 1):
        before = tokens[index - 1]
        noun = before.bare and before.word not in FUNCTION_WORDS and not is_verb(before.word)
        if noun and tokens[index].word in _SUBJECTS and not before.word.endswith("ing"):
            return any(is_verb(token.word) for token in tokens[index + 1 : index + _SHORT])
    return False


def _fronted(stop: Stop) -> bool:
    """Whether all there is before the stop is one phrase: “In the city of Lviv. he was …”."""
    left = _after_source(stop.left)
    opens = left[0].capital or left[0].start == stop.line.start or left is not stop.left
    if not opens or left[0].word not in _FRONTS or len(left) > _SHORT:
        return False
    return all(token.bare and (token.capital or not is_verb(token.word)) for token in left)


def _after_source(left: Sequence[Token]) -> Sequence[Token]:
    """The words behind “As reported by Ukrinform,”, which only say who says so."""
    if left[0].word not in ("as", "according"):
        return left
    commas = [at for at, token in enumerate(left) if token.text.endswith(",")]
    return left[commas[-1] + 1 :] if commas and commas[-1] + 1 < len(left) else left


def _determiner(stop: Stop) -> Verdict:
    word = stop.follows
    if _has_verb(stop.right[1:_CLAUSE]) or word in ("there", "it", "when", "if", "after"):
        sure = word in ("the", "this", "these", "there", "it") and _has_verb(stop.right[1:_CLAUSE])
        return _capital(stop, Safety.SAFE if sure else Safety.UNSAFE)
    if any(is_verb(token.word) for token in stop.right):
        return _capital(stop, Safety.UNSAFE)
    whole = stop.right[-1].text.endswith((".", "!"))
    if word in _APPOSED and whole and _has_verb(stop.left):
        comma = Edit(Span(stop.at, stop.at + 1), ",")
        return Verdict("clause", shown(stop), (comma,), Safety.UNSAFE)
    return _report(stop, "the words behind the stop are no sentence")


def _other(stop: Stop, later: str) -> Verdict | None:
    word = stop.follows
    if word.endswith(("ed", "ing")) and not _has_verb(stop.right):
        return _delete(stop, Safety.UNSAFE)
    if word.endswith("ing") and _has_verb(stop.left) and _has_verb(stop.right[1:_CLAUSE]):
        return _capital(stop, Safety.UNSAFE)
    bare = any(is_number(token.text) for token in stop.left[-8:])
    if not bare and is_count(word) and (is_finite(later) or later.endswith("ed")):
        return _capital(stop, Safety.UNSAFE)
    if _may_be_short(stop):
        return None
    if not bare and _has_verb(stop.right[1:_CLAUSE]):
        return _capital(stop, Safety.DISPLAY)
    return _report(stop, "whether the stop or the small letter is wrong is for a reader to say")


def _has_verb(tokens: Sequence[Token]) -> bool:
    return any(is_finite(token.word) and not token.capital for token in tokens)
