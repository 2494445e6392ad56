"""Tells whether words beside a dash or a comma attribute speech: "said the mayor", "he added"."""

from __future__ import annotations

import re
from typing import NamedTuple

from tqcheck.lexicon.words import SPEECH_STRONG, SPEECH_WEAK

_REACH = 260
"""How many code points an attribution may take before its verb has come."""

_TOKEN = re.compile(r"[^\W_]+(?:['\u2019.-][^\W_]+)*|[.,;:!?()\u201c\u201d\"\u2013\u2014\u2026]")
_PRONOUNS = frozenset("he she they it we i you one everyone somebody someone".split())
_DETERMINERS = frozenset(
    "the a an his her its their our my this that another one two both some several many".split()
)
_TITLES = frozenset(
    "prof dr gen col lt maj capt sgt mr mrs ms sen rep gov rev fr adm cmdr insp st".split()
)
_PARTICLES = frozenset("de van von der al el bin ibn da di la du dos".split())
_ADVERBS = frozenset("also then later too again however now still yesterday today".split())
_FOLLOWERS = frozenset(
    """in on to at during after when as and while yesterday today later for from with about before
    earlier who recently again through via by""".split()
)
_NOUNS_TOO = frozenset(
    """reports claims calls notes states answers comments thought read reads ends fears hopes
    promises estimates regrets demands cries smiles appeals points quotes thinks warns judges report
    state answer asks begins""".split()
)
"""Speech verbs that are nouns as well: a speaker must stand right beside them."""


class Attribution(NamedTuple):
    """Where an attribution's words begin, and where its verb and speaker's first word end."""

    start: int
    core_end: int


def attribution(text: str, start: int, end: int) -> Attribution | None:
    """The attribution that begins at ``start``, or None; looks at no more than ``end``.

    Verb first ("said the mayor", "quietly asked Anna") or speaker first ("he added", "the
    head of the office said"); a verb that is also a noun ("reports") needs its speaker.
    Catalogue deep dive B.3 (ATTR).
    """
    tokens = list(_TOKEN.finditer(text, start, min(end, start + _REACH)))
    if not tokens or tokens[0].start() > start + 1:
        return None
    at = 0
    while at < len(tokens) - 1 and _is_adverb(tokens[at].group()):
        at += 1
    first = tokens[at].group()
    if first[0].islower() and first in SPEECH_STRONG | SPEECH_WEAK:
        core = _verb_first(tokens, at)
    elif first == "according" and at + 1 < len(tokens) and tokens[at + 1].group() == "to":
        core = tokens[at + 1].end()
    else:
        core = _speaker_first(tokens, at)
    return Attribution(start, core) if core else None


def _is_adverb(word: str) -> bool:
    return word in _ADVERBS or (word.endswith("ly") and word[0].islower() and len(word) > 4)


def _opens_speaker(word: str) -> bool:
    lower = word.lower()
    return (
        lower in _PRONOUNS
        or lower in _DETERMINERS
        or lower in _TITLES
        or word[0].isupper()
        or word[0].isdigit()
    )


def _verb_first(tokens: list[re.Match[str]], at: int) -> int:
    verb = tokens[at].group()
    if at + 1 == len(tokens):
        return 0 if verb in _NOUNS_TOO else tokens[at].end()
    following = tokens[at + 1].group()
    if _opens_speaker(following):
        return 0 if following == "that" else tokens[at + 1].end()
    if verb in _NOUNS_TOO:
        return 0
    if following == "to" and at + 2 < len(tokens) and tokens[at + 2].group() in ("be", "have"):
        return 0
    if following in _FOLLOWERS or following in ".,:":
        return tokens[at].end()
    if verb in SPEECH_STRONG and following[0].islower():
        # "said police spokesman Jan Wilk", "added local residents": a name or an end is near
        for token in tokens[at + 2 : at + 8]:
            if token.group()[0].isupper() or token.group() in ".,":
                return tokens[at + 1].end()
    return 0


def _speaker_first(tokens: list[re.Match[str]], at: int) -> int:
    first = tokens[at].group()
    if not _opens_speaker(first):
        return 0
    simple = first.lower() in _PRONOUNS and first.lower() != "one"
    named = first[0].isupper()
    for index in range(at + 1, min(len(tokens), at + (4 if simple else 16))):
        word = tokens[index].group()
        if word in '.;:!?()"“”–—…' and not _is_abbreviation(tokens, index):
            return 0
        if word in ("that", "which", "whom"):
            return 0
        if word in SPEECH_STRONG or ((simple or named) and word in SPEECH_WEAK):
            if tokens[index - 1].group() in ("to", "not", "be", "been", "was", "were", "who"):
                return 0
            if word in _NOUNS_TOO and not simple:
                continue
            return tokens[index].end() if simple or _closes(tokens, index) else 0
        named = named and (word[0].isupper() or word in _PARTICLES)
        if simple and not _is_adverb(word) and word not in ("has", "had"):
            return 0
    return 0


def _is_abbreviation(tokens: list[re.Match[str]], index: int) -> bool:
    before = tokens[index - 1].group()
    return tokens[index].group() == "." and (before.lower() in _TITLES or len(before) == 1)


def _closes(tokens: list[re.Match[str]], index: int) -> bool:
    """True if nothing that could be the verb's object follows it."""
    if index + 1 == len(tokens):
        return True
    following = tokens[index + 1].group()
    return following in _FOLLOWERS or following in '.,:–—"“' or _is_adverb(following)
