"""How often a literal is to be expected at a place of English text, from its pairs of letters."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from zlib import decompress

from tqcheck.anchors._pairs import PAIRS
from tqcheck.images import SHAPES, WORDS, decode, encode

_STEP = 4
_ZERO = 35
_TRUSTED = 10.0
_DISCOUNT = 0.35
"""Real words are more frequent than the pairs of their letters let expect."""
_UNKNOWN = 13.0
"""Bits for what the table doesn't hold: once in some eight thousand characters."""


def _table(name: str) -> tuple[dict[int, int], list[list[float]]]:
    alphabet, rows = PAIRS[name]
    places = {code: index for index, code in enumerate(encode(alphabet)[1:-1])}
    return places, [[(ord(char) - _ZERO) / _STEP for char in row] for row in rows]


_TABLES = {name: _table(name) for name in PAIRS}


def rarity(image: str, literal: bytes) -> float:
    """The share of an English text's places at which a literal of an image is expected."""
    places, rows = _TABLES[image]
    bits = unknown = 0.0
    row = len(rows) - 1
    for code in literal:
        place = places.get(code, -1)
        if place >= 0:
            bits += rows[row][place]
        else:
            unknown += _UNKNOWN
        row = place if place >= 0 else len(rows) - 1
    if bits > _TRUSTED:
        bits = _TRUSTED + (bits - _TRUSTED) * _DISCOUNT
    expected: float = 2.0 ** -(bits + unknown)
    return max(expected, _counted(image, literal))


def _written() -> bytes:
    return decompress(Path(__file__).with_name("_sample.bin").read_bytes())


def sample() -> str:
    """Some 100 KB of English of our own, clean and damaged."""
    return decode(_written())


@cache
def _sample() -> dict[str, bytes]:
    written = _written()
    return {"words": written.translate(WORDS), "shapes": written.translate(SHAPES)}


@cache
def _counted(image: str, literal: bytes) -> float:
    sample = _sample()[image]
    return sample.count(literal) / len(sample)
