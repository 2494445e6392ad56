"""Makes news-like articles of any amount from our own sentence parts, the same for a seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus_cast import Cast
from benchmarks.corpus_damage import damage
from benchmarks.corpus_sentences import QUOTATIONS, SENTENCES, TITLES, lines

LENGTH = 3_750
"""At how many characters an article ends; that makes 2,500 articles of 10 MB."""

_TITLES, _SENTENCES, _QUOTATIONS = lines(TITLES), lines(SENTENCES), lines(QUOTATIONS)


def article(rng: random.Random, *, damaged: bool) -> str:
    """One article of about 4 KB: a headline and paragraphs, every third of them with speech."""
    cast = Cast(rng)
    rows = [cast.sentence(_TITLES), ""]
    length = 0
    while length < LENGTH:
        sentences = [cast.sentence(_SENTENCES) for _ in range(rng.randint(1, 4))]
        if rng.random() < 0.35:
            sentences.append(cast.sentence(_QUOTATIONS))
        rows += [" ".join(sentences), ""]
        length += len(rows[-2]) + 2
    text = "\n".join(rows)
    return damage(rng, text) if damaged else text


def articles(size: int, seed: int = 1) -> Iterator[str]:
    """Articles of together at least ``size`` bytes, one in five of them damaged."""
    rng = random.Random(seed)
    made = 0
    while made < size:
        text = article(rng, damaged=rng.random() < 0.2)
        made += len(text.encode())
        yield text


def write_files(folder: Path, size: int, seed: int = 1) -> int:
    """Write the articles into files of a folder; returns how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for count, text in enumerate(articles(size, seed), 1):
        (folder / f"article-{count:05}.txt").write_text(text, "utf-8")
    return count
