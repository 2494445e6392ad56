"""Cuts a capitalised token that no dictionary knows into a name and the words behind it."""

from __future__ import annotations

import re

from tqcheck.detectors._split import (
    ENDINGS,
    SUFFIXES,
    TAILS,
    Around,
    Split,
    cuts,
)
from tqcheck.detectors._split_fits import fits, is_past
from tqcheck.later import later
from tqcheck.lexicon import table
from tqcheck.lexicon.words import FINITE_VERBS, FUNCTION_WORDS, NATIONALITIES, SPEECH_STRONG

VERBS = frozenset(word for word in FINITE_VERBS | SPEECH_STRONG if len(word) > 3)
_TOLD = frozenset(
    "said says told wrote".split() + [word for word in SPEECH_STRONG if word.endswith("ed")]
)
"""Verbs that no name ends in, as Gall-argues and Mul-rose do."""

_OBJECTS = frozenset("that the he she it they we there this his her its their a an no".split())
"""What is said: none of them stands behind a subject, “Bensaid that”."""
_PREDICATES = frozenset("a an not the also already still now no one".split())
"""What may stand behind “is”, and not behind a name in -is."""
_NEVER_ENDINGS = frozenset(
    "from which because since until when while where before during against".split()
)
"""Words that no name ends in."""
_NO_ENDING = later(r"[bdfgjkmpqvwxz](?=th)")
"""Letters before “th” that no name has: “Terekhovthe”."""
_SHORTEST_NOUN = 4
_FREQUENT = 3.6
_WELL_KNOWN = 3.0
_COMMON = 5.0
_COUNTRIES = frozenset(("China", "Turkey", "Jordan"))
"""Frequent words that are names all the same."""
_KNOWN = 4.2
"""So frequent a place is no beginning of a rarer name."""
_SLAVIC = later(
    r"""
    (?: enko | [sc]k(?:yy|yi|iy|yj|y|i|a) | ch[uy]k | (?:ov|ev|y)[iy]ch | yuk
      | (?:ov|ev|[iy]n)(?:a|y) | [aeghklnr]iv | [iy]vka
      | ianka | yanka | grad | hrad | horod | polsk | slav | cz[ya]k | [ao]w?icz | [khlnrt][oe]v
    )$
    """,
    re.VERBOSE,
)
"""How Slavic surnames and towns end, and what no function word makes longer into another."""


def name_first(token: str, around: Around) -> Split | None:
    """A name and what followed its link: "Russiato", "Rutteand", "Kovalenkosaid".

    Longest tail first, as in the catalogue's deep dive C: a name that stands elsewhere in the
    article is sure (tier 1), a name of the gazetteer, or one with a Slavic ending, needs the
    next word to fit (tier 2).
    """
    for cut in range(3, len(token) - 1):
        name, tail = token[:cut], token[cut:]
        if tail in TAILS:
            split = _name_and_tail(name, tail, around)
        elif tail in VERBS:
            split = _name_and_verb(name, tail, around)
        else:
            split = _name_and_more(name, tail, around)
        if split:
            return split
    return None


def acronym_first(token: str, around: Around) -> Split | None:
    """Capitals, or a name with a capital inside, and a function word: "NASAand", "YouTubeis"."""
    for cut in range(2, len(token) - 1):
        name, tail = token[:cut], token[cut:]
        if not (tail in TAILS and fits(tail, around.after) and name[-1].isalpha()):
            continue
        if name in around.seen and len(name) > 2:
            return Split((name, tail), "name", 3)
        if tail in ENDINGS and len(tail) < 4:
            continue
        if name.isupper() and len(name) > 2 and table.zipf(name) >= 2.0:
            return Split((name, tail), "name", 1)
    return None


def _name_and_tail(name: str, tail: str, around: Around) -> Split | None:
    if not fits(tail, around.after):
        return None
    if name in around.seen and (around.opens or not _is_common(name)):
        return Split((name, tail), "name", 3 if len(name) > 3 else 1)
    if len(name) < 4 or tail in ENDINGS or (tail == "and" and name[-1] == "l"):
        return None  # -land makes names
    next_closed = around.after.lower() in FUNCTION_WORDS
    if len(name) > 5 and _SLAVIC.search(name) and (len(tail) > 2 or next_closed):
        return Split((name, tail), "name", 2 if len(tail) > 2 else 1)
    if len(tail) == 2 and _listed(name, 1.0) and _tied(name, tail, around):
        return Split((name, tail), "name", 1)
    if not _listed(name, 1.9 if len(tail) > 2 else 3.4):
        return _unlisted(name, tail, around)
    if len(tail) == 2:
        # "Rigato Farm" is a name; "Rigato the" is not
        place = table.is_place(name) and not table.is_word(name)
        place = place and (next_closed or (around.after.islower() and table.zipf(name) >= _KNOWN))
        return Split((name, tail), "name", 1) if place else None
    after = around.after
    known = around.after_name and table.zipf(name) >= _WELL_KNOWN
    sure = after in FINITE_VERBS or is_past(after) or known
    return Split((name, tail), "name", 2 if sure else 1)


def _tied(name: str, tail: str, around: Around) -> bool:
    """Whether the words around want a small word there: “from Lvivto Kyiv”, “Odesato see it”."""
    after, place = around.after, table.is_place(name) and not table.is_word(name)
    if tail == "to":
        across = around.before == "from" and after[:1].isupper()
        stems = (after, after.removesuffix("e"))
        does = after.islower() and any(table.is_word(f"{stem}ing") for stem in stems)
        return place and (across or does)
    if tail == "in":
        return table.is_place(after) and not table.is_word(after) and around.after_name
    return tail == "is" and after in _PREDICATES


def _unlisted(name: str, tail: str, around: Around) -> Split | None:
    """A surname that no list holds, behind a first name and before a verb: "Jerzy Malecand
    called". Names in -and that are whole have other letters before it: Weygand, Durand, Briand.
    """
    if tail in ("said", "says") and around.after in _OBJECTS and around.after_name:
        return Split((name, tail), "name", 2)
    odd = tail in _NEVER_ENDINGS or _NO_ENDING.search(name[-1] + tail)
    if odd and around.after_name:
        return Split((name, tail), "name", 1)
    verb_follows = around.after in FINITE_VERBS or is_past(around.after)
    if tail in ("and", "who") and name[-1] in "aeouyckzw" and around.after_name and verb_follows:
        return Split((name, tail), "name", 1)
    return None


def _name_and_verb(name: str, verb: str, around: Around) -> Split | None:
    if not around.after and verb not in SPEECH_STRONG:
        return None  # “the fort of Fredrikshall, …”: a verb goes on
    if name in around.seen:
        return Split((name, verb), "name", 2)
    if verb not in _TOLD:
        return None
    told = len(verb) > 5 and len(name) > 3 and around.after_name
    if told or _listed(name, 2.0) or (len(name) > 5 and _SLAVIC.search(name)):
        return Split((name, verb), "name", 1)
    return None


def _name_and_more(name: str, tail: str, around: Around) -> Split | None:
    """A name and a common word ("Lvivoncological"), or a verb and "that" ("Bukosaidthat")."""
    seen = name in around.seen
    if is_people(name, tail):
        return Split((name, tail), "name", 2 if seen else 1)
    common = len(tail) > 5 and tail not in SUFFIXES and table.is_word(tail)
    # within a sentence, “Newburger” is no “New” that the article happens to have
    common = common and (around.opens or not table.is_word(name))
    if seen and common and table.zipf(tail) >= 1.5 and not name.endswith(("s", "i")):
        return Split((name, tail), "name", 1)
    slavic = len(name) > 5 and bool(_SLAVIC.search(name))
    listed = len(name) > 3 and not table.is_word(name) and _listed(name, 1.0)
    if len(tail) > 6 and (seen or listed or slavic):
        pair = next(((v, f) for v, f in cuts(tail) if v in VERBS and f in FUNCTION_WORDS), None)
        if pair:
            return Split((name, *pair), "name", 1)
    return None


def is_people(name: str, tail: str) -> bool:
    """Whether a nationality and a frequent noun ran together: "Ukrainianarmy"."""
    if name not in NATIONALITIES or len(tail) < _SHORTEST_NOUN or tail in SUFFIXES:
        return False
    return table.is_word(tail) and table.zipf(tail) >= _FREQUENT


def _is_common(name: str) -> bool:
    """Whether it is a frequent word: within a sentence “Group” is part of a longer name."""
    return table.is_word(name) and table.zipf(name) >= _COMMON and name not in _COUNTRIES


def _listed(name: str, frequency: float) -> bool:
    own = table.is_place(name) or table.is_name(name) or not table.is_word(name)
    return own and table.zipf(name) >= frequency
