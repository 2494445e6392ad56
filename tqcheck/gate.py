"""Literals without which a pattern can't match: a text that holds none needs no search."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_WIDEST = 24
"""More alternatives than this cost more to look for than the pattern itself."""


def needs(pattern: str) -> tuple[str, ...]:
    """Texts of which at least one stands in every match of a pattern, () if none is known.

    Read off the pattern's parse tree, and on the safe side: what is optional, negated, repeated
    from zero or regardless of case promises nothing. Lookarounds that must hold count, since
    what they look at stands in the text too.
    """
    from re import _parser as parser  # type: ignore[attr-defined]

    try:
        tree = parser.parse(pattern)
    except (re.error, RecursionError):
        return ()
    if tree.state.flags & re.IGNORECASE:
        return ()
    found = _of_sequence(list(tree))
    return tuple(sorted(found)) if found else ()


def passes(literals: Iterable[str], text: str) -> bool:
    """True if one of the literals stands in the text."""
    return any(literal in text for literal in literals)


def _of_sequence(items: list[Any]) -> frozenset[str] | None:
    """The best promise of the parts of a sequence, runs of plain characters taken together."""
    best: frozenset[str] | None = None
    run = ""
    for op, value in [*items, (None, None)]:
        if str(op) == "LITERAL":
            run += chr(value)
            continue
        promises = [frozenset((run,))] if run else []
        run = ""
        promise = _of_item(str(op), value) if op is not None else None
        if promise:
            promises.append(promise)
        for candidate in promises:
            if best is None or _worth(candidate) > _worth(best):
                best = candidate
    return best


def _worth(promise: frozenset[str]) -> tuple[int, int]:
    """Long literals are rare, and few are quick to look for; a blank is everywhere."""
    return (min(len(text.strip()) for text in promise), -len(promise))


def _of_item(op: str, value: Any) -> frozenset[str] | None:
    if op == "SUBPATTERN":
        _, added, _, inner = value
        return None if added & re.IGNORECASE else _of_sequence(list(inner))
    if op in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, _, inner = value
        return _of_sequence(list(inner)) if least else None
    if op in ("ASSERT", "ATOMIC_GROUP"):
        return _of_sequence(list(value[1] if op == "ASSERT" else value))
    if op == "BRANCH":
        return _united(_of_sequence(list(branch)) for branch in value[1])
    if op == "IN":
        return _united(
            frozenset((chr(item),)) if str(kind) == "LITERAL" else None for kind, item in value
        )
    return None


def _united(promises: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    """What one of several alternatives promises: all of them must promise something."""
    union: set[str] = set()
    for promise in promises:
        if not promise:
            return None
        union |= promise
    return frozenset(union) if 0 < len(union) <= _WIDEST else None
