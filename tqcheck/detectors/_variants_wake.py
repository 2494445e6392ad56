"""Tells whether an article may spell a name in two ways, from its words alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Any

from tqcheck.detectors._names import CALENDAR, fold
from tqcheck.detectors._variants import classes, rows_of, skeleton
from tqcheck.images import ALPHABET
from tqcheck.later import later
from tqcheck.names import TITLES, UPPER
from tqcheck.wake import WORD, Trigger, Wake

_SHORTEST_SOUND = 5
_SHORTEST_GIVEN = 3
_LETTERS_BEFORE = later(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*\Z")
_LEFT = later(r"[^\W\d_]+\Z")
_SECOND = later(r"[^\W\d_]+(?:(?:['\u2019](?!s\b)|-)[^\W\d_]+)*")
_NAME = later(rf"(?<![\w@#/])[{UPPER}][^\W\d_]*(?:(?:['\u2019](?!s\b)|-)[^\W\d_]+)*")
_NO_APOSTROPHE = str.maketrans("", "", "'\u2019")
_LONGEST = 60
_LONG_VIEW = 50_000
_JOINED = r"(?<=[^\W\d_])(?:-|['\u2019](?!(?:s|t|re|ve|ll|d|m)\b))(?=[^\W\d_])"
"""A hyphen or an apostrophe inside a word, but for those of contractions."""


def wake(params: Mapping[str, Any]) -> Wake:
    """Two different words with one key, by what makes two words one name for the card."""
    made: Wake = _WAKES[params["by"]](params)
    return made


def _by_table(params: Mapping[str, Any]) -> Wake:
    """Two forms of one row; rows that share a form count as one."""
    return Wake(twins=_components([forms for _, forms in rows_of(tuple(params["table"]))]))


def _components(rows: list[tuple[str, ...]]) -> Callable[[str], str]:
    """For each word the name of its row, one for rows that share a word."""
    found: dict[str, str] = {}
    for number, row in enumerate(rows):
        keys = {found[word] for word in row if word in found}
        key = min(keys, default=str(number))
        for word, old in found.items():
            if old in keys:
                found[word] = key
        found.update(dict.fromkeys(row, key))
    return lambda word: found.get(word, "")


def _by_sound(_params: Mapping[str, Any]) -> Wake:
    return Wake((_COMPOSITE,), word=is_loud, sure=sounds_like_another, twins=sound_key)


def _by_marks(_params: Mapping[str, Any]) -> Wake:
    return Wake((_COMPOSITE,), twins=marks_key)


def _by_given(params: Mapping[str, Any]) -> Wake:
    """Words of one sound, or of one row of given names; what is one with one of them, is, too."""
    listed = classes(tuple(params["given"]))
    composite = _COMPOSITE if all(map(str.isalpha, listed)) else Trigger(_JOINED)
    rows: dict[int, list[str]] = {}
    for name, number in listed.items():
        rows.setdefault(number, []).append(name)
    of_sound = _components([tuple(map(skeleton, row)) for row in rows.values()])

    def key(word: str) -> str:
        if len(word) < _SHORTEST_GIVEN or not word[0].isupper() or word.isupper():
            return ""
        sound = skeleton(word)
        return of_sound(sound) or f"sound {sound}"

    return Wake((composite,), twins=key)


def sound_key(word: str) -> str:
    """The sounds of a capitalised word that may be a name; ``is_loud`` has those in capitals."""
    if len(word) < _SHORTEST_SOUND or not word[0].isupper() or word.isupper() or word in _NO_NAMES:
        return ""
    return skeleton(word)


def is_loud(word: str) -> bool:
    """Whether a word in capitals may be a name; its twin is most often itself, written small."""
    return len(word) >= _SHORTEST_SOUND and word.isupper()


def sounds_like_another(word: str, view: str) -> bool:
    """Whether a name of the view has the sounds of a word, but other letters."""
    return len(_sounds(view).get(skeleton(word), ())) > 1


def marks_key(word: str) -> str:
    """The letters of a capitalised word without their marks."""
    if not word[0].isupper() or (word.isascii() and (len(word) < 4 or word.isupper())):
        return ""
    return fold(word)


_NO_NAMES = CALENDAR | TITLES


def may_vary(match: re.Match[str]) -> bool:
    """Whether a word with an apostrophe or a hyphen may be another spelling of a name.

    With an apostrophe it may be one of any name, so all of the view's are asked; with hyphens
    only of another one with them, which was asked about before.
    """
    view, at = match.string, match.start()
    if _opens_small(view, at):
        return False
    head = _LETTERS_BEFORE.search(view, max(0, at - _LONGEST), at)
    token = _SECOND.match(view, head.start() if head else at, at + _LONGEST)
    word = token.group() if token and at < token.end() < at + _LONGEST else ""
    if view[at] != "-" or not word[:1].isupper():
        return _composite_varies(view)
    return _composites(view).setdefault(skeleton(word), word) != word


@lru_cache(maxsize=4)
def _sounds(view: str) -> dict[str, set[str]]:
    """For each sound the names of a view that have it, without case and apostrophes."""
    found: dict[str, set[str]] = {}
    for word in set(_NAME.findall(view)):
        found.setdefault(skeleton(word), set()).add(word.lower().translate(_NO_APOSTROPHE))
    return found


@lru_cache(maxsize=4)
def _composite_varies(view: str) -> bool:
    """Whether a name of the view with an apostrophe or a hyphen sounds like another of its names.

    Names that differ in nothing but case and apostrophes are one.
    """
    return any(
        sounds_like_another(name, view) for name in set(_NAME.findall(view)) if not name.isalpha()
    )


def _opens_small(view: str, at: int) -> bool:
    """Whether there is no capital between a place and the blank before it, if one is near."""
    blank = view.rfind(" ", max(0, at - _LONGEST), at)
    return blank >= 0 and view[blank + 1 : at].islower()


@lru_cache(maxsize=4)
def _composites(_view: str) -> dict[str, str]:
    """For each sound the word with hyphens that has it, as far as a view was looked at."""
    return {}


_COMPOSITE = Trigger(_JOINED, may_vary)


def _by_hyphen(_params: Mapping[str, Any]) -> Wake:
    return Wake((Trigger(r"(?<=[^\W\d_])-(?=[^\W\d_])", stands_apart),))


def stands_apart(match: re.Match[str]) -> bool:
    """Whether the two words at a hyphen also stand with a blank between them."""
    view, at = match.string, match.start()
    if _opens_small(view, at):
        return False  # no name begins so
    left = _LEFT.search(view, max(0, at - _LONGEST), at)
    right = WORD.match(view, at + 1)
    if left is None or right is None:
        return False
    pair = f"{left.group()} {right.group()}".lower()
    return pair in (_lowered(view) if len(view) < _LONG_VIEW else _neighbours(view))


@lru_cache(maxsize=4)
def _lowered(view: str) -> str:
    return view.lower()


@lru_cache(maxsize=4)
def _neighbours(view: str) -> frozenset[str]:
    """The small letters of all words with one blank between them: one look at a long view."""
    words = pairwise(WORD.finditer(view))
    return frozenset(
        f"{one.group()} {two.group()}".lower()
        for one, two in words
        if two.start() - one.end() == 1 and view[one.end()] == " "
    )


def _by_order(_params: Mapping[str, Any]) -> Wake:
    """Two capitalised words: each length of the first is a literal of its own to the engine.

    Letters that its images don't tell apart wake by themselves.
    """
    capital = "".join(char for char in ALPHABET if char.isupper())
    small = "".join(char for char in ALPHABET if char.isalpha() and not char.isupper())
    rest = "".join(char for char in map(chr, range(0xC0, 0x250)) if char not in ALPHABET)
    longest = 14
    words = [f"[{capital}]{f'[{small}]' * length}" for length in range(longest)]
    words += [rf"['\u2019-]{f'[{small}]' * length}" for length in range(1, longest)]
    words.append(f"[{small}]" * longest)
    pairs = [Trigger(rf"{word} (?=[{capital}])", turns_round) for word in words]
    return Wake((*pairs, Trigger(rf"[{rest}\u0250-\u1fff\u2c00-\ud7ff]", turns_round_behind)))


def turns_round_behind(match: re.Match[str]) -> bool:
    """Whether the word that goes on behind a match and the next one also stand turned round."""
    at = match.string.find(" ", match.end(), match.end() + _LONGEST)
    return at >= 0 and match.string[at + 1 : at + 2].isupper() and _is_turned(match.string, at)


def turns_round(match: re.Match[str]) -> bool:
    """Whether the capitalised words around a match's end also stand the other way round."""
    return _is_turned(match.string, match.end() - 1)


def _is_turned(view: str, at: int) -> bool:
    start = max(view.rfind(" ", max(0, at - _LONGEST), at) + 1, at - _LONGEST)
    first = view[start:at]
    if not first.isalpha():
        head = _LETTERS_BEFORE.search(view, start, at)
        first = head.group() if head else ""
    if not first[:1].isupper():
        return False
    second = _SECOND.match(view, at + 1)
    if second is None:
        return False
    pairs, after = _pairs(view), second.group()
    pairs.add(f"{first} {after}")
    return f"{after} {first}" in pairs


@lru_cache(maxsize=4)
def _pairs(_view: str) -> set[str]:
    """The pairs of capitalised words of a view, as far as it was looked at."""
    return set()


_WAKES: Mapping[str, Callable[[Mapping[str, Any]], Wake]] = {
    "table": _by_table,
    "given": _by_given,
    "sound": _by_sound,
    "marks": _by_marks,
    "hyphen": _by_hyphen,
    "order": _by_order,
}
