"""What the words of a text wake; each kind of word is asked about once in a process."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Any

from tqcheck import images
from tqcheck.record import NamedTuple
from tqcheck.rule import Rule
from tqcheck.wake import WORD

_MANY_KINDS = 300_000
"""So many kinds of words are remembered before all are forgotten."""
_Kind = bytes | str
"""A word in the image alphabet, or as it is where the alphabet lacks a letter of its text."""


class _Told(NamedTuple):
    """What a kind of word tells: the predicates that heed it, the rules it wakes, its keys."""

    numbers: Sequence[int]
    listed: Sequence[int]
    keys: tuple[str, ...]


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
        self._dull: set[_Kind] = set()
        """Known kinds that no promise heeds: most of a text's words go by at C speed."""
        self._telling: dict[_Kind, _Told] = {}

    def wakes(self, view: str, written: bytes, whole: bool) -> set[int]:
        """The rules that a text's words wake; ``whole`` as ``images.is_whole`` has it."""
        if not (self._listed or self._words or self._twins):
            return set()
        kinds: set[Any]
        kinds = set(written.translate(images.SPELLED).split() if whole else WORD.findall(view))
        if len(self._dull) + len(self._telling) > _MANY_KINDS:
            self._dull.clear()
            self._telling.clear()
        kinds -= self._dull
        awake: set[int] = set()
        counts: Counter[int] = Counter()
        rows: list[tuple[str, ...]] = []
        for kind in kinds:
            told = self._telling.get(kind) or self._learned(kind)
            if told is None:
                continue
            awake.update(told.listed)
            if told.keys:
                rows.append(told.keys)
            for number in told.numbers:
                sure = self._sures[number]
                if sure is None or sure(_spelled(kind), view):
                    counts[number] += 1
        for number, count in counts.items():
            awake.update(index for index, quorum in self._words[number][1] if count >= quorum)
        for column, (_, indexes) in zip(zip(*rows, strict=True), self._twins, strict=False):
            named = list(filter(None, column))
            if len(set(named)) < len(named):
                awake.update(indexes)
        return awake

    def _learned(self, kind: _Kind) -> _Told | None:
        """What a kind of word tells, asked once; None and ``_dull`` where that is nothing."""
        word = _spelled(kind)
        numbers = [number for number, heeds in enumerate(self._predicates) if heeds(word)]
        keys = tuple([key(word) for key in self._keys])
        told = _Told(numbers, self._listed.get(word, ()), keys if any(keys) else ())
        if any(told):
            self._telling[kind] = told
            return told
        self._dull.add(kind)
        return None

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


def _spelled(kind: _Kind) -> str:
    return images.decode(kind) if isinstance(kind, bytes) else kind
