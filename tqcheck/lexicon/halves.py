"""Which letters are a half of a frequent word that a blank cut in two: "gov" and "ernment".

The table, built from the lexicon by ``scripts/build_halves.py``, holds sorted 32-bit numbers: the
CRC-32 of each half in lower case but for its lowest bit, which says whether the half may also be
capitalised before a word that is whole by itself ("Ann ounce").
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from sys import byteorder
from zlib import crc32

from tqcheck.errors import TqcheckError
from tqcheck.lexicon import table

TABLE = Path(__file__).parent / "halves.bin"
LEAST_WORD = 5
"""A frequent word has so many letters; the shorter ones are cut at too many places by chance."""
FREQUENT = 4.2
RARE = 4.0
_LONGEST = 8


def is_odd(token: str) -> bool:
    """True for what is no word and rare, and looks like a part of a word."""
    if not 1 < len(token) <= _LONGEST or table.zipf(token) >= RARE or table.is_word(token):
        return False
    return token.isascii() and (len(token) == 2 or token[1:].islower())


def is_frequent(word: str) -> bool:
    """True for a word in lower case that is looked for in its halves."""
    return len(word) >= LEAST_WORD and table.is_word(word) and table.zipf(word) >= FREQUENT


@lru_cache(maxsize=1 << 16)
def may_be_half(token: str) -> bool:
    """True for an odd token without which no frequent word is cut in two.

    A capitalised one counts where the other half need not be odd itself. Raises TqcheckError
    where the table is damaged.
    """
    if not 1 < len(token) <= _LONGEST or not token.isascii():
        return False
    if len(token) > 2 and not token[1:].islower():
        return False
    numbers = _numbers(TABLE)
    number = _number(token.lower())
    at = bisect_left(numbers, number)
    if at == len(numbers) or numbers[at] | 1 != number | 1:
        return False
    return token.islower() or bool(numbers[at] & 1)


@cache
def _numbers(path: Path) -> array[int]:
    numbers = array("I")
    try:
        numbers.frombytes(path.read_bytes())
    except (OSError, ValueError) as error:
        raise TqcheckError(str(path), f"can't be read ({error})", "install tqcheck again") from None
    if byteorder == "big":
        numbers.byteswap()
    return numbers


def _number(half: str) -> int:
    return crc32(half.encode()) & ~1


def pack(halves: Mapping[str, bool]) -> bytes:
    """The bytes of a table of halves, each with whether it may be capitalised."""
    numbers: dict[int, bool] = {}
    for half, capital in halves.items():
        number = _number(half)
        numbers[number] = capital or numbers.get(number, False)
    packed = array("I", sorted(number | capital for number, capital in numbers.items()))
    if byteorder == "big":
        packed.byteswap()
    return packed.tobytes()
