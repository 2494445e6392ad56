"""Cuts a token that no dictionary knows into the words that ran together in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tqcheck.lexicon import table
from tqcheck.lexicon.words import FINITE_VERBS, FUNCTION_WORDS, SPEECH_STRONG

TAILS = frozenset(
    """to and of in on for with by from at is was are has had who which that as or the after before
    during said says will but because where when while into about against under over were
    have would could since until between""".split()
)
"""Words that follow a link: what is found fused behind a name."""

_VERBS = frozenset(word for word in FINITE_VERBS | SPEECH_STRONG if len(word) > 3)

_PREFIXES = frozenset(
    """after all anti auto back be bi bio by co con counter cross cyber de dis down electro em en
    euro ever ex extra fore geo half hand head hetero home homo house hydro hyper il im in
    infra inter intra ir land life macro mega meta micro mid mini mis mono multi neo neuro
    non off on out over pan para photo poly post pre pro proto pseudo psycho quasi re school
    self semi side sub super tele thermo trans tri turbo ultra un under up vice water web
    well work""".split()
)
_SUFFIXES = frozenset(
    """able age al an ance ans ant ar ary ate based bear bed berg berry board bone book borough
    bound box boy brook bury cast craft dale day dom ed en ence ent er ers ery es est eth
    ette ever eye fall ful field fields fire fish fly fold folk foot ford free friendly
    fully gate girl grad guard ham hand head hill holder hood house ian ians ible ic ical
    ies in ing ings ion ise ish ism ist ists ite ity ive ize keeper land lands less let like
    line ling lings log logy long look love ly maker making man master mate men ment ments
    mill more mouth ness nik off old on one or ory ous over owner park piece place pool port
    post power proof red rich ridge right rock room root run sea seat set ship shire side
    sight skin sky smith son sons speak spot stan stead stein stock stone store storm stown
    strip style th time ton tone tool top town tree tri under up ville ward wards ware wash
    water way ways week well wide wife wise woman women wood woods work worker works world
    worm worth writer yard year""".split()
)
"""Parts that make lawful words and names: -land, -ton, -ship; no evidence of a fusion."""


_AUXILIARIES = frozenset("is are was were has had have will would the".split())

_FORMING = frozenset(
    "like about over under off out up down through will can may must past round just most".split()
)
"""Function words that also form nouns and adjectives: stirabout, whalelike, illwill."""

_ADVERBS = frozenset(
    """often always never still already almost also even only very quite rather again today
    yesterday tomorrow soon later once twice perhaps maybe however therefore meanwhile""".split()
)


class Split(NamedTuple):
    """The words a token is made of, and how good the evidence is: 3 best, 1 worst."""

    parts: tuple[str, ...]
    kind: str
    evidence: int


def cuts(token: str) -> Iterator[tuple[str, str]]:
    """Every way to cut a token in two parts of at least two letters."""
    for cut in range(2, len(token) - 1):
        yield token[:cut], token[cut:]


def function_pair(token: str, following: str) -> Split | None:
    """Two function words: "ofthe", "thatthe", "Thereare"; a capital wants a fitting next word."""
    lower = token.lower()
    for first, second in cuts(lower):
        if first not in FUNCTION_WORDS or second not in FUNCTION_WORDS:
            continue
        plain = second in _AUXILIARIES and len(first) > 2 and table.known(following)
        fits = second in TAILS and _fits(second, following)
        if token == lower or (len(token) > 4 and (plain or fits)):
            return Split((token[: len(first)], second), "function", 3)
    return None


def common_start(token: str, seen: frozenset[str], following: str) -> Split | None:
    """A capitalised common word that stands elsewhere in the article, and its tail."""
    for cut in range(5, len(token) - 1):
        word, tail = token[:cut], token[cut:]
        long = len(tail) > 2 or tail == "of"
        there = word in seen or word.lower() in seen
        common = tail in TAILS and table.is_word(word) and _fits(tail, following)
        if long and there and common:
            return Split((word, tail), "words", 3)
    return None


def common_pair(token: str, seen: frozenset[str], following: str) -> Split | None:
    """Two common words in lower case: "absolutelysafe", "soldierswho", "intoforce".

    Every cut is scored by the frequencies of its halves; word-forming parts are no halves, and
    two content words only after an adverb, since English writes new compounds every day.
    The bar is lower for a half that stands alone elsewhere in the article (``seen``).
    """
    best: tuple[float, tuple[str, str], int] | None = None
    for first, second in cuts(token):
        bar = _bar(first, second)
        if bar is None or (second in TAILS and len(second) == 2 and not _fits(second, following)):
            continue
        there = (first in seen) + (second in seen)
        score = table.zipf(first) + table.zipf(second) - 9.0
        if score >= bar - 0.3 * there and (best is None or score > best[0]):
            best = (score, (first, second), there)
    if best is None:
        return None
    _, parts, there = best
    return Split(parts, "words", 3 if there == 2 else 1 + (there > 0))


def _bar(first: str, second: str) -> float | None:
    """What the halves' joint frequency must reach, None where they can't be a fusion."""
    function_first, function_second = first in FUNCTION_WORDS, second in FUNCTION_WORDS
    if function_first and function_second:
        return -9.0
    if function_second:
        if not table.is_word(first) or len(first) < 3 or second in _FORMING:
            return None
        return (1.3 if len(second) == 2 else -0.7) + (1.5 if len(first) == 3 else 0.0)
    if function_first:
        if len(second) < 4 or second in _SUFFIXES or not table.is_word(second):
            return None
        if first in _PREFIXES and table.zipf(second) < 5.2:
            return None
        return 1.3 if len(first) == 2 else -0.7
    if min(len(first), len(second)) < 3 or second in _SUFFIXES or first in _PREFIXES:
        return None
    if not (table.is_word(first) and table.is_word(second)):
        return None
    if first not in _ADVERBS and not (first.endswith("ly") and len(first) > 4):
        return None
    return 1.2 if min(len(first), len(second)) == 3 else -0.7


def name_first(token: str, seen: frozenset[str], following: str, after_name: bool) -> Split | None:
    """A name and what followed its link: "Russiato", "Rutteand", "Kovalenkosaid".

    ``seen`` are the article's other words, ``following`` the next word, ``after_name`` tells
    that the word before is capitalised (a first name). Longest tail first, as in the
    catalogue's deep dive C: a name that stands elsewhere is sure (tier 1), a name of the
    gazetteer needs the next word to fit (tier 2).
    """
    for cut in range(3, len(token) - 1):
        name, tail = token[:cut], token[cut:]
        if tail in TAILS and _fits(tail, following):
            split = _name_and_tail(name, tail, seen, following, after_name)
            if split:
                return split
        elif tail in _VERBS and (name in seen or _listed(name, 2.0)):
            return Split((name, tail), "name", 2 if name in seen else 1)
        elif len(tail) > 5 and name in seen and table.is_word(tail) and tail not in _SUFFIXES:
            if table.zipf(tail) >= 1.5 and not name.endswith(("s", "i")):
                return Split((name, tail), "name", 1)
        elif len(tail) > 6 and (name in seen or _listed(name, 1.0)):
            pair = next(
                ((v, f) for v, f in cuts(tail) if v in _VERBS and f in FUNCTION_WORDS), None
            )
            if pair:
                return Split((name, *pair), "name", 1)
    return None


def _name_and_tail(
    name: str, tail: str, seen: frozenset[str], following: str, after_name: bool
) -> Split | None:
    if name in seen and len(name) > 2:
        return Split((name, tail), "name", 3)
    if len(name) < 4 or not _listed(name, 1.9 if len(tail) > 2 else 3.4):
        return None
    if len(tail) == 2:
        # "Rigato Farm" is a name; "Rigato the" is not
        place = (
            table.is_place(name) and not table.is_word(name) and following.lower() in FUNCTION_WORDS
        )
        return Split((name, tail), "name", 1) if place else None
    sure = following in FINITE_VERBS or _past(following) or after_name
    return Split((name, tail), "name", 2 if sure else 1)


def _listed(name: str, frequency: float) -> bool:
    return (table.is_place(name) or table.is_name(name) or not table.is_word(name)) and (
        table.zipf(name) >= frequency
    )


def _past(word: str) -> bool:
    return word.endswith("ed") and len(word) > 4 and table.is_word(word)


def _fits(tail: str, following: str) -> bool:
    """True if the next word can follow the tail: what a name's own ending seldom meets."""
    if not following:
        return False
    lower = following.lower()
    opens_noun = following[0].isupper() or lower in FUNCTION_WORDS or following[0].isdigit()
    if tail in ("to",):
        return opens_noun or table.is_word(lower)
    if tail in ("in", "on", "at", "by", "of", "for", "with", "from", "into", "against", "under"):
        return opens_noun or (table.is_word(lower) and lower not in FINITE_VERBS)
    if tail in ("as", "or"):
        return lower in FUNCTION_WORDS or _past(lower) or lower.endswith("ing")
    if tail == "is":
        return lower not in FINITE_VERBS and (lower in FUNCTION_WORDS or table.is_word(lower))
    return table.known(lower)
