"""Rows, words and runs of signs without end take no more than their share of time and memory."""

from __future__ import annotations

import random
import time
import tracemalloc

import pytest

from tqcheck.article import Article
from tqcheck.engine import check
from tqcheck.formats import read
from tqcheck.formats.reading import Reading
from tqcheck.rule import load_rules
from tqcheck.source import Source

RULES = tuple(rule for rule in load_rules() if rule.card.status != "deprecated")
RANDOM = random.Random(7)
LENGTH = 60_000
RUNS = {
    "a word": "a",
    "a word of any letters": "".join(RANDOM.choices("abcdefghijklmnopqrstuvwxyz", k=LENGTH)),
    "capitals": "AB",
    "humps": "aB",
    "blanks": " ",
    "no-break blanks": "\u00a0",
    "both": " \u00a0",
    "blanks of no width": "\u200b",
    "hyphens": "ab-",
    "dashes": "-",
    "long dashes": "–",
    "full stops": ".",
    "quotes that open": "“a",
    "straight quotes": '"',
    "brackets": "(a",
    "figures": "1,",
    "Cyrillic": "".join(RANDOM.choices("абвгдежзиклмнопрст    ,.", k=LENGTH)),
    "Chinese": "中",
    "signs": "😀",
    "what is protected": "\ufffc",
}


@pytest.mark.parametrize("name", RUNS)
def test_a_run_without_end(name: str) -> None:
    run = (RUNS[name] * LENGTH)[:LENGTH]
    text = f"The men went home to the old market and {run} to the town. It was late.\n"
    article = Article(read(Source("a.txt", text), Reading()))
    begun = time.process_time()
    check(article, RULES)
    assert time.process_time() - begun < 20  # square time takes minutes


@pytest.mark.parametrize("name", ["a word", "Cyrillic", "Chinese", "what is protected"])
def test_memory(name: str) -> None:
    run = (RUNS[name] * LENGTH)[:LENGTH]
    article = Article(read(Source("a.txt", f"The men went home. {run} They came back.\n"), Reading()))
    check(article, RULES)  # what is kept of the rules
    tracemalloc.start()
    check(Article(article.document), RULES)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 600 * LENGTH
