"""When a detector must look at an article: the marks without which it can't find anything."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from itertools import pairwise
from typing import Any

from tqcheck.later import later
from tqcheck.record import NamedTuple

WORD = later(r"[^\W\d_]+")
"""A word, as ``Wake.word`` and ``Wake.twins`` are asked about it: a run of letters, case kept."""


class Trigger(NamedTuple):
    """A pattern and, where it alone says too little, a closer look at its match."""

    pattern: str
    confirm: Callable[[re.Match[str]], bool] | None = None


def trigger(
    pattern: re.Pattern[str], confirm: Callable[[re.Match[str]], bool] | None = None
) -> Trigger:
    """A compiled pattern as a trigger, its flags written out."""
    flags = "".join(letter for letter, flag in _FLAGS.items() if pattern.flags & flag)
    return Trigger(f"(?{flags}){pattern.pattern}" if flags else pattern.pattern, confirm)


_FLAGS = {"i": re.IGNORECASE, "m": re.MULTILINE, "s": re.DOTALL, "x": re.VERBOSE}


class Wake(NamedTuple):
    """A detector's promise: where none of this holds of a view, ``find`` yields nothing.

    ``triggers``: one of them matches somewhere. ``word``: the predicate holds for ``quorum``
    different words; ``sure`` looks closer at such a word in its view. ``twins``: two different
    words have one key ("" is no key). ``doubled``: a word stands twice in a row with nothing but
    blanks between, case aside. ``check``: a last way out, asked of the whole view on every
    article: it must cost next to nothing. Functions see nothing but what they are given, so their
    answers are kept from article to article.
    """

    triggers: tuple[Trigger, ...] = ()
    word: Callable[[str], bool] | None = None
    quorum: int = 1
    sure: Callable[[str, str], bool] | None = None
    twins: Callable[[str], str] | None = None
    doubled: bool = False
    check: Callable[[str], bool] | None = None


class Outline(NamedTuple):
    """A promise without its functions, which are named: what can be kept on disk.

    ``own`` says that ``patterns`` is a rule's own pattern and no trigger. ``words`` are those for
    which ``Wake.word`` holds, where it only looks a word up in a set. ``confirms``, ``word``,
    ``sure``, ``twins`` and ``check`` name the functions, "" for none: rules with one name share
    one function.
    """

    patterns: tuple[str, ...]
    own: bool = False
    confirms: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    word: str = ""
    quorum: int = 1
    sure: str = ""
    twins: str = ""
    doubled: bool = False
    check: str = ""


_NAMED: dict[int, tuple[Callable[..., object], str]] = {}
"""Closures and methods by their identity, with what the first rule that has one calls it."""


def outline_of(wake: Wake, owner: str) -> Outline:
    """The outline of a promise; ``owner`` tells its functions from others where they can't."""

    def named(function: Callable[..., object] | None, what: str) -> str:
        if function is None:
            return ""
        module, name = getattr(function, "__module__", ""), getattr(function, "__qualname__", "")
        if module and getattr(sys.modules.get(module), name, None) is function:
            return f"{module}.{name}"
        first = _NAMED.setdefault(id(function), (function, f"{what} of {owner}"))
        return first[1]

    listed = _listed(wake)
    return Outline(
        tuple(one.pattern for one in wake.triggers),
        False,
        tuple(named(one.confirm, f"trigger {at}") for at, one in enumerate(wake.triggers)),
        listed,
        "" if listed else named(wake.word, "word"),
        wake.quorum,
        named(wake.sure, "sure"),
        named(wake.twins, "twins"),
        wake.doubled,
        named(wake.check, "check"),
    )


def function(name: str) -> Callable[..., Any] | None:
    """The function that an outline names; None where only the rule's own promise has it."""
    if " " in name:
        return None
    module, _, attribute = name.rpartition(".")
    found: Callable[..., Any] = getattr(import_module(module), attribute)
    return found


def _listed(wake: Wake) -> tuple[str, ...]:
    """The words of a promise that looks them up in a set, so that its module can stay unread."""
    words = getattr(wake.word, "__self__", None)
    if not isinstance(words, set | frozenset) or wake.quorum > 1 or wake.sure is not None:
        return ()
    return tuple(sorted(words))


def wakes(wake: Wake, view: str) -> bool:
    """Whether a detector must look at a view: the plain reading of its promise.

    The reference for the engine's quicker one (a test holds them equal).
    """
    for pattern, confirm in wake.triggers:
        for match in re.finditer(pattern, view):
            if confirm is None or confirm(match):
                return True
    if wake.check is not None and wake.check(view):
        return True
    if wake.word is None and wake.twins is None and not wake.doubled:
        return False
    words = list(WORD.finditer(view))
    if wake.doubled and any(
        one.group().lower() == two.group().lower() and view[one.end() : two.start()].isspace()
        for one, two in pairwise(words)
    ):
        return True
    kinds = {word.group() for word in words}
    waking = [] if wake.word is None else [kind for kind in kinds if wake.word(kind)]
    if wake.sure is not None:
        waking = [kind for kind in waking if wake.sure(kind, view)]
    if wake.word is not None and len(waking) >= wake.quorum:
        return True
    return wake.twins is not None and _repeats(map(wake.twins, kinds))


def _repeats(texts: Iterable[str]) -> bool:
    """Whether a text that isn't empty stands twice among texts."""
    seen: set[str] = set()
    for text in texts:
        if text and text in seen:
            return True
        seen.add(text)
    return False
