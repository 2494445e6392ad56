"""Which bytes of the image alphabet a regex's character class takes, as a 256-bit mask."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from tqcheck.images import ALPHABET, OTHER

ALL = (1 << 256) - 1
_OTHER_BIT = 1 << OTHER
_IN_ALPHABET = frozenset(ALPHABET)
_WIDE = 2_000
"""A range of more characters than this surely holds one that has no byte of its own."""
_CATEGORIES = {
    "CATEGORY_DIGIT": (str.isdecimal, False),
    "CATEGORY_NOT_DIGIT": (lambda char: not char.isdecimal(), True),
    "CATEGORY_SPACE": (str.isspace, False),
    "CATEGORY_NOT_SPACE": (lambda char: not char.isspace(), True),
    "CATEGORY_WORD": (lambda char: char.isalnum() or char == "_", True),
    "CATEGORY_NOT_WORD": (lambda char: not (char.isalnum() or char == "_"), True),
}
"""Each category's test, and whether characters without a byte may be of it. Digits and blanks
without a byte are so rare that a text with one is not screened at all (see ``screen``)."""
_EXTRA_CASES = {"s": "\u017f", "k": "\u212a", "i": "\u0130\u0131"}


def mask_of(op: str, value: Any, flags: int) -> int:
    """The bytes whose characters a one-character node of ``re``'s parse tree may take.

    On the safe side: a byte too many costs time, a byte too few would lose a match.
    """
    if op == "ANY":
        return ALL if flags & re.DOTALL else ALL & ~(1 << ord("\n"))
    if op == "LITERAL":
        return _char(value, flags)
    if op == "NOT_LITERAL":
        return _without(_char(value, 0))
    return _class(tuple((str(kind), item) for kind, item in value), flags)


@cache
def _class(items: tuple[tuple[str, Any], ...], flags: int) -> int:
    negated = bool(items) and items[0][0] == "NEGATE"
    mask = 0
    for kind, item in items[negated:]:
        if kind == "LITERAL":
            mask |= _char(item, 0 if negated else flags)
        elif kind == "RANGE":
            mask |= _range(item, 0 if negated else flags)
        elif kind == "CATEGORY":
            mask |= _category(str(item))
        else:
            raise ValueError(f"unknown part of a class: {kind}")
    return _without(mask) if negated else mask


def _without(mask: int) -> int:
    """All but the bytes of a mask; some character without a byte always remains.

    A class is negated as if case counted: under ``re.IGNORECASE`` it takes less than that.
    """
    return (ALL & ~mask) | _OTHER_BIT


@cache
def _char(code: int, flags: int) -> int:
    char = chr(code)
    if not flags & re.IGNORECASE:
        return _bits((char,))
    variants = {char, char.lower(), char.upper(), char.swapcase(), char.casefold()}
    variants.update(_EXTRA_CASES.get(char.lower(), ""))
    more = 0 if char.isascii() else _OTHER_BIT
    return _bits(variant for variant in variants if len(variant) == 1) | more


def _bits(chars: Iterable[str]) -> int:
    mask = 0
    for char in chars:
        mask |= 1 << ALPHABET.index(char) if char in _IN_ALPHABET else _OTHER_BIT
    return mask


@cache
def _range(ends: tuple[int, int], flags: int) -> int:
    low, high = ends
    if high - low > _WIDE:
        inside = (char for char in ALPHABET if low <= ord(char) <= high)
        return _bits(inside) | _OTHER_BIT | (ALL if flags & re.IGNORECASE else 0)
    mask = 0
    for code in range(low, high + 1):
        mask |= _char(code, flags)
    return mask


@cache
def _category(name: str) -> int:
    short = name.removeprefix("UNI_")
    test, may_be_other = _CATEGORIES[short]
    mask = sum(1 << code for code, char in enumerate(ALPHABET) if test(char))
    return mask | _OTHER_BIT if may_be_other else mask


WORD = _category("CATEGORY_WORD")
NOT_WORD = _category("CATEGORY_NOT_WORD")
