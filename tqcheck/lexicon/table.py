"""The table of English words, places and names: mapped from disk, never loaded whole.

An open-addressing hash of 4-byte entries behind a 16-byte head. The slot is the word's CRC-32,
low bits; an entry holds its high 22 bits, three flags and the word's frequency in sixteenths of
a Zipf step. One in about ten thousand unknown words is taken for a known one.
"""

from __future__ import annotations

import mmap
import struct
from array import array
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from sys import byteorder
from zlib import crc32

from tqcheck.errors import TqcheckError

TABLE = Path(__file__).parent / "en.bin"
WORD, PLACE, NAME = 1, 2, 4
"""Flags: a common word in lower case; a part of a place's name; a person's name."""

_HEAD = struct.Struct("<8sII")
_MAGIC = b"TQLEX\0\0\1"
_ENTRY_SIZE = 4
_FLAG_SHIFT, _ZIPF_MASK, _PRINT_SHIFT = 7, 0x7F, 10
_INFO = (1 << _PRINT_SHIFT) - 1
_STEPS = 16
_KEPT = 1 << 14
_ODD = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ı": "i",
        "ð": "d",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
    }
)


def fold(word: str) -> str:
    """A word in lower case and without diacritics: the form under which it is looked up."""
    if word.isascii():
        return word.lower()
    from unicodedata import combining, normalize

    plain = normalize("NFKD", word.lower().translate(_ODD))
    return "".join(char for char in plain if not combining(char))


def zipf(word: str) -> float:
    """How frequent a word is: log10 of its count in 10^9 words, 0.0 where it is unknown."""
    return (_entry(word) & _ZIPF_MASK) / _STEPS


def known(word: str) -> bool:
    """True if the word stands in any of the sources."""
    return _entry(word) != 0


def is_word(word: str) -> bool:
    """True for a common English word that is written in lower case."""
    return bool(_entry(word) >> _FLAG_SHIFT & WORD)


def is_place(word: str) -> bool:
    """True for a word of a country's or a city's name."""
    return bool(_entry(word) >> _FLAG_SHIFT & PLACE)


def is_name(word: str) -> bool:
    """True for a first or last name, or another proper name."""
    return bool(_entry(word) >> _FLAG_SHIFT & NAME)


@cache
def _cells(path: Path) -> memoryview | array[int]:
    """The entries of the mapped table by slot; raises TqcheckError where it is no table."""
    try:
        with path.open("rb") as file:
            table = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        raise TqcheckError(str(path), f"can't be read ({error})", "install tqcheck again") from None
    if len(table) < _HEAD.size:
        raise TqcheckError(str(path), "is damaged", "install tqcheck again")
    magic, slots, _ = _HEAD.unpack_from(table)
    if magic != _MAGIC or len(table) != _HEAD.size + slots * _ENTRY_SIZE:
        raise TqcheckError(str(path), "is damaged", "install tqcheck again")
    cells = memoryview(table)[_HEAD.size :].cast("I")
    if byteorder == "little":
        return cells
    swapped = array("I", cells)
    swapped.byteswap()
    return swapped


@lru_cache(maxsize=_KEPT)
def _entry(word: str) -> int:
    """The entry's flags and frequency, 0 for an unknown word; the last ones asked are kept."""
    cells = _cells(TABLE)
    last = len(cells) - 1
    crc = crc32(fold(word).encode())
    slot = crc & last
    own = crc >> _PRINT_SHIFT
    while entry := cells[slot]:
        if entry >> _PRINT_SHIFT == own:
            return entry & _INFO
        slot = (slot + 1) & last
    return 0


def pack(words: Mapping[str, tuple[int, float]]) -> bytes:
    """The bytes of a table of folded words with their flags and frequencies."""
    slots = 1 << (len(words) * 3 // 2).bit_length()
    entries = [0] * slots
    for word in sorted(words):
        flags, frequency = words[word]
        info = flags << _FLAG_SHIFT | min(_ZIPF_MASK, max(1, round(frequency * _STEPS)))
        crc = crc32(word.encode())
        entry = crc >> _PRINT_SHIFT << _PRINT_SHIFT | info
        slot = crc & (slots - 1)
        while entries[slot] and entries[slot] >> _PRINT_SHIFT != crc >> _PRINT_SHIFT:
            slot = (slot + 1) & (slots - 1)
        if not entries[slot]:  # else two words of one print: the first one speaks for both
            entries[slot] = entry
    return _HEAD.pack(_MAGIC, slots, len(words)) + struct.pack(f"<{slots}I", *entries)
