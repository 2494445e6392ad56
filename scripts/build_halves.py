"""Builds tqcheck/lexicon/halves.bin, the halves of frequent words, from the lexicon's table.

The table holds no words that could be listed, so they come from where it has them from:

    pip install wordfreq
    python scripts/build_halves.py

To be run after ``build_lexicon.py``.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tqcheck.lexicon.halves import TABLE, is_frequent, is_odd, pack
from tqcheck.lexicon.table import fold

_LETTERS = re.compile(r"[^\W\d_]+")


def words() -> Iterator[str]:
    """The frequent words of the lexicon."""
    from wordfreq import get_frequency_dict

    found = {
        fold(run)
        for word in get_frequency_dict("en", wordlist="large")
        for run in _LETTERS.findall(word)
    }
    yield from sorted(word for word in found if word.isascii() and is_frequent(word))


def halves() -> dict[str, bool]:
    """Each odd half, and whether it may stand capitalised before one that is not odd."""
    found: dict[str, bool] = {}
    for word in words():
        for cut in range(1, len(word)):
            first, second = word[:cut], word[cut:]
            if is_odd(first):
                found[first] = found.get(first, False) or not is_odd(second)
            if is_odd(second):
                found.setdefault(second, False)
    return found


def main() -> None:
    """Build the table and say how large it is."""
    found = halves()
    TABLE.write_bytes(pack(found))
    print(f"{len(found)} halves, {TABLE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
