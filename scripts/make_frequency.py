"""Writes what tqcheck.anchors knows of English: _pairs.py and _sample.bin, from our own texts.

    python scripts/make_frequency.py

Counted in the project's own articles and the texts of the rule cards.
"""

from __future__ import annotations

import math
import sys
import tomllib
from collections import Counter
from pathlib import Path
from zlib import compress

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tqcheck.images import SHAPES, WORDS, encode, is_whole

ROOT = Path(__file__).resolve().parent.parent
LETTERS = " abcdefghijklmnopqrstuvwxyz"
SHOWN = " aA0\n.,-'“”–?!:;()%/"
STEP = 4
"""Quarters of a bit: what a figure of the table counts."""


def sample() -> str:
    """Our own English: the clean articles, and what the cards say and call good."""
    texts = [
        path.read_text("utf-8")
        for path in sorted((ROOT / "fixtures/clean").glob("*.txt"))
    ]
    texts *= 4  # prose weighs more than the short and odd texts of the cards
    for path in sorted((ROOT / "rules").rglob("*.toml")):
        card = tomllib.loads(path.read_text("utf-8"))
        texts.append(card["why"])
    return "\n".join(texts)


def prose() -> str:
    """A wider sample, in which literals are counted: damaged articles and short texts too."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "fixtures").glob("*/*.txt"))]
    for path in sorted((ROOT / "rules").rglob("*.toml")):
        card = tomllib.loads(path.read_text("utf-8"))
        texts += [card["why"], *(good["text"] for good in card["good"])]
    return "\n".join(text for text in texts if is_whole(text, encode(text)))


def table(image: bytes, alphabet: str) -> list[str]:
    """For each character of the alphabet, and for none, what follows it, in quarter bits."""
    text = "".join(chr(code) for code in image)
    codes = [chr(code) for code in (encode(alphabet)[1:-1])]
    rows = []
    for first in [*codes, ""]:
        pairs = Counter(
            text[at + 1]
            for at in range(len(text) - 1)
            if not first or text[at] == first
        )
        total = sum(pairs.values()) + len(codes)
        bits = [-math.log2((pairs[one] + 0.5) / total) * STEP for one in codes]
        rows.append("".join(chr(35 + min(90, round(one))) for one in bits))
    return rows


def main() -> None:
    """Write the module."""
    written = encode(sample())
    lines = [
        '"""How rarely one character of an image follows another; made by a script."""\n',
        "PAIRS = {",
    ]
    for name, image, alphabet in (("words", WORDS, LETTERS), ("shapes", SHAPES, SHOWN)):
        rows = table(written.translate(image), alphabet)
        lines += [f'    "{name}": (', f"        {alphabet!r},", "        ("]
        lines += [f"            {row!r}," for row in rows]
        lines += ["        ),", "    ),"]
    lines += ["}", ""]
    (ROOT / "tqcheck/anchors/_pairs.py").write_text("\n".join(lines), "utf-8")
    (ROOT / "tqcheck/anchors/_sample.bin").write_bytes(compress(encode(prose()), 9))


if __name__ == "__main__":
    main()
