"""What the words of a text wake; each kind of word is asked about once in a process."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Any

from tqcheck import images
from tqcheck.rule import Rule
from tqcheck.wake import WORD

_MANY_KINDS = 300_000
"""So many kinds of words are remembered before all are forgotten."""
_Kind = bytes | str
"""A word in the image alphabet, or as it is where the alphabet lacks a letter of its text."""


class Vocabulary:
    """The promises of a set of rules about words (``Wake.word``, ``Wake.twins``).

    ``listed``, ``words`` and ``twins`` are those of ``Tables``.
    """

    def __init__(
        self,
        rules: Sequence[Rule],
        listed: Mapping[str, Sequence[int]],
        words: Sequence[tuple[int, list[tuple[int, int]]]],
        twins: Sequence[tuple[int, list[int]]],
    ) -> None:
        self._rules = rules
        self._listed = listed
        self._words = words
        self._twins = twins
        self._known: set[_Kind] = set()
        self._waking: dict[_Kind, tuple[tuple[int, ...], Sequence[int]]] = {}
        self._keyed: dict[_Kind, tuple[str, ...]] = {}
        # sets beside their tables: two sets meet at C speed, a set and a view of keys do not
        self._are_waking: set[_Kind] = set()
        self._are_keyed: set[_Kind] = set()

    def wakes(self, view: str, written: bytes, whole: bool) -> set[int]:
        """The rules that a text's words wake; ``whole`` as ``images.is_whole`` has it."""
        if not (self._listed or self._words or self._twins):
            return set()
        kinds: set[Any]
        kinds = set(written.translate(images.SPELLED).split() if whole else WORD.findall(view))
        if len(self._known) > _MANY_KINDS:
            self._forget()
        new = kinds - self._known
        if new:
            self._learn(new)
        awake = self._awake(kinds & self._are_waking, view)
        keys = [self._keyed[kind] for kind in kinds & self._are_keyed]
        for column, (_, indexes) in zip(zip(*keys, strict=True), self._twins, strict=False):
            named = list(filter(None, column))
            if len(set(named)) < len(named):
                awake.update(indexes)
        return awake

    def _forget(self) -> None:
        for kept in (self._known, self._are_waking, self._are_keyed):
            kept.clear()
        self._waking.clear()
        self._keyed.clear()

    def _awake(self, kinds: set[_Kind], view: str) -> set[int]:
        counts: dict[int, int] = {}
        awake: set[int] = set()
        for kind in kinds:
            numbers, listed = self._waking[kind]
            awake.update(listed)
            for number in numbers:
                sure = self._sures[number]
                if sure is None or sure(_spelled(kind), view):
                    counts[number] = counts.get(number, 0) + 1
        for number, count in counts.items():
            awake.update(index for index, quorum in self._words[number][1] if count >= quorum)
        return awake

    @cached_property
    def _predicates(self) -> list[Callable[[str], bool]]:
        return [self._promised(giver, "word") for giver, _ in self._words]

    @cached_property
    def _sures(self) -> list[Callable[[str, str], bool] | None]:
        return [self._promised(giver, "sure") for giver, _ in self._words]

    @cached_property
    def _keys(self) -> list[Callable[[str], str]]:
        return [self._promised(giver, "twins") for giver, _ in self._twins]

    def _promised(self, giver: int, field: str) -> Any:
        """A function of a rule's promise by its field, None where the promise has none."""
        rule = self._rules[giver]
        name = getattr(rule.outline, field)
        return rule.promised(name, attrgetter(field)) if name else None

    def _learn(self, kinds: set[_Kind]) -> None:
        predicates = list(enumerate(self._predicates))
        for kind in kinds:
            word = _spelled(kind)
            waking = tuple([number for number, predicate in predicates if predicate(word)])
            listed = self._listed.get(word, ())
            if waking or listed:
                self._waking[kind] = waking, listed
                self._are_waking.add(kind)
            keys = tuple([key(word) for key in self._keys])
            if any(keys):
                self._keyed[kind] = keys
                self._are_keyed.add(kind)
        self._known |= kinds


def _spelled(kind: _Kind) -> str:
    return images.decode(kind) if isinstance(kind, bytes) else kind
