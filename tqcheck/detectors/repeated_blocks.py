"""Finds sentences, paragraphs and headlines that an article says twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from tqcheck.article import Article
from tqcheck.detectors._block_wake import says_again, says_title_again
from tqcheck.detectors._echoes import personal, transcribed
from tqcheck.finding import Edit, Hit
from tqcheck.later import later
from tqcheck.record import NamedTuple
from tqcheck.source import Span
from tqcheck.wake import Wake

FIELDS = ("opening",)
PARAMS: Mapping[str, Any] = {"unit": "sentence", "near": False}
"""``unit``: "sentence", "paragraph" or "headline". ``near``: not the same words but nearly."""

_MARKS = str.maketrans(
    dict.fromkeys(".,;:!?\u2026\"'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb()[]*_", "")
)
_FIGURE = later(r"\d+|\b[A-Z][^\W\d_]+")
_PROSE = frozenset(("paragraph", "standfirst", "other"))
_SHORTEST = {"sentence": 5, "paragraph": 8, "headline": 4}
_SHORTEST_SPOKEN = {"sentence": 14, "paragraph": 20, "headline": 4}
_SHORT_SPOKEN = 8
_SPEAKER = frozenset("i im ive ill id you youre we were weve my your our me us".split())
"""In a sentence that people say twice, without its marks."""
_SHORTEST_NEAR = 12
_NEAR = 90.0
"""How alike two texts must be, in percent of rapidfuzz's ratio, to be one text told twice."""
_OPENING = 6
_HEAD = 16


class _Block(NamedTuple):
    """A sentence or a paragraph without its outer blanks, and the number of its region."""

    start: int
    end: int
    region: int


def wake(params: Mapping[str, Any]) -> Wake:
    """Letters of a sentence or a line come again; for what is nearly alike there is no mark."""
    if params["near"]:
        return Wake(check=bool)
    return Wake(check=says_title_again if params["unit"] == "headline" else says_again)


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """The later copies; linear in the text.

    Sentences are compared with the one before, paragraphs with all before (nearly equal ones
    with the two before), the headline with the line after it. Speeches and stories repeat on
    purpose: there only what is long counts. Only blocks whose first letters come again in the
    article are looked at word by word.
    """
    unit = str(params["unit"])
    if unit == "headline":
        yield from _headline(article)
        return
    blocks = _sentences(article) if unit == "sentence" else _paragraphs(article)
    if params["near"]:
        yield from _near(article, blocks)
        return
    again = _again(article, blocks)
    if unit == "sentence":
        yield from _same_again(article, again)
    elif again or len(_again(article, _sentences(article))) > 1:
        yield from _same_anywhere(article, blocks, frozenset(again))


def _shortest(article: Article, unit: str) -> int:
    return (_SHORTEST_SPOKEN if personal(article) else _SHORTEST)[unit]


def _again(article: Article, blocks: Sequence[_Block]) -> list[_Block]:
    """The blocks that begin like another one."""
    heads = [_head(article.view, block.start) for block in blocks]
    counts = Counter(heads)
    return [block for block, head in zip(blocks, heads, strict=True) if counts[head] > 1]


def _head(view: str, start: int) -> str:
    return view[start : start + _HEAD + 2].lstrip("\"'\u2018\u201c\u201e\u00ab")[:_HEAD].lower()


def _same_again(article: Article, blocks: Sequence[_Block]) -> Iterator[Hit]:
    for before, block in pairwise(blocks):
        gap = article.view[before.end : block.start]
        if before.region != block.region or gap.strip():
            continue
        words = _words(article, block)
        if words != _words(article, before) or len(words) < _shortest(article, "sentence"):
            continue
        if len(words) <= _SHORT_SPOKEN and not _SPEAKER.isdisjoint(words):
            continue  # “I'm not saying that. I'm not saying that.”
        first = Span(block.start, block.start + 1)
        if article.quotation_at(first) is None and not transcribed(article):
            yield _hit(article, before.end, block)


def _same_anywhere(
    article: Article, blocks: Sequence[_Block], again: frozenset[_Block]
) -> Iterator[Hit]:
    """A paragraph that stood before, or whose sentences stand in another paragraph."""
    seen: set[tuple[str, ...]] = set()
    quotes = _pull_quotes(article)
    for number, block in enumerate(blocks):
        if block not in again and block.region not in quotes:
            continue
        words = _words(article, block)
        if sum(word.isalpha() for word in words) < _shortest(article, "paragraph"):
            continue
        if (words in seen or block.region in quotes) and not transcribed(article):
            yield _hit(article, blocks[number - 1].end if number else -1, block)
        seen.add(words)


def _pull_quotes(article: Article) -> frozenset[int]:
    """The regions whose sentences all stand in one longer region."""
    sizes = Counter(block.region for block in _sentences(article))
    by_region: dict[int, list[tuple[str, ...]]] = {}
    for block in _again(article, _sentences(article)):
        by_region.setdefault(block.region, []).append(_words(article, block))
    home: dict[tuple[str, ...], int] = {}
    for region, sentences in by_region.items():
        if sizes[region] > 1:
            home.update(dict.fromkeys(sentences, region))
    found: set[int] = set()
    for region, sentences in by_region.items():
        homes = {home.get(words, region) for words in sentences}
        other = homes.pop()
        whole = len(sentences) == sizes[region] < sizes[other]
        if whole and not homes and other != region:
            found.add(region)
    return frozenset(found)


def _near(article: Article, blocks: Sequence[_Block]) -> Iterator[Hit]:
    words = [_words(article, block) for block in blocks]
    for number, block in enumerate(blocks):
        if len(words[number]) < _SHORTEST_NEAR:
            continue
        for other in range(max(0, number - 2), number):
            one, two = words[other], words[number]
            if _alike(one, two) and _same_figures(article, blocks[other], block):
                yield Hit(Span(block.start, block.end), _opening(article, block), fixable=False)
                break


def _alike(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two texts share nearly all words, in order, and differ in more than the last one.

    A pair that differs there alone is a figure of speech.
    """
    if one[:-1] == two[:-1]:
        return False
    first, second = frozenset(one), frozenset(two)
    if len(first & second) < 0.75 * max(len(first), len(second)):
        return False
    from rapidfuzz.fuzz import ratio

    return ratio(one, two, score_cutoff=_NEAR) >= _NEAR


def _same_figures(article: Article, one: _Block, two: _Block) -> bool:
    """Whether two texts hold the same numbers and names (but for their first words)."""
    found = [set(_FIGURE.findall(article.view, it.start + 1, it.end)) for it in (one, two)]
    return found[0] == found[1]


def _headline(article: Article) -> Iterator[Hit]:
    """The line after the title if it says the same, whatever its case and its marks."""
    shown = [(number, one) for number, one in enumerate(article.regions) if not one.aside]
    for (number, title), (behind, after) in pairwise(shown):
        if title.kind == "title":
            block = _Block(*after.span, behind)
            words = _words(article, block)
            same = words == _words(article, _Block(*title.span, number))
            if same and len(words) >= _SHORTEST["headline"]:
                yield _hit(article, title.span.end, block)
            return


def _hit(article: Article, start: int, block: _Block) -> Hit:
    edits = (Edit(Span(start, block.end), ""),) if start >= 0 else None
    opening = _opening(article, block)
    return Hit(Span(block.start, block.end), opening, edits, fixable=edits is not None)


def _opening(article: Article, block: _Block) -> dict[str, str]:
    words = article.view[block.start : block.end].split()
    return {"opening": " ".join(words[:_OPENING]) + ("…" if len(words) > _OPENING else "")}


def _words(article: Article, block: _Block) -> tuple[str, ...]:
    return tuple(article.view[block.start : block.end].translate(_MARKS).lower().split())


def _paragraphs(article: Article) -> list[_Block]:
    return [
        _Block(*region.span, number)
        for number, region in enumerate(article.regions)
        if region.kind in _PROSE and not region.aside
    ]


def _sentences(article: Article) -> tuple[_Block, ...]:
    """All sentences of running text; several rules ask for them."""
    return article.memo("repeated.sentences", lambda it: tuple(_read_sentences(it)))


def _read_sentences(article: Article) -> Iterator[_Block]:
    view, starts = article.view, article.sentence_starts
    at = 0
    for number, region in enumerate(article.regions):
        prose = region.kind in _PROSE and not region.aside
        while at < len(starts) and starts[at] < region.span.end:
            start = starts[at]
            at += 1
            end = min(starts[at] if at < len(starts) else region.span.end, region.span.end)
            if prose:
                yield _Block(start, start + len(view[start:end].rstrip()), number)
