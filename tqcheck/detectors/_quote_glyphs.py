"""Repairs the glyphs of quotation marks: foreign ones, wrong direction, mixed pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.article import Article
from tqcheck.detectors._quotes import Pair, Scan
from tqcheck.detectors._speech_attribution import attribution
from tqcheck.detectors._speech_marks import Marks
from tqcheck.document import Region
from tqcheck.finding import Edit, Hit, Safety
from tqcheck.later import later
from tqcheck.record import NamedTuple
from tqcheck.source import Span

_BLANKS = " \t\u00a0\u202f\u2009"
_LATIN = later(r"[A-Za-z\u00c0-\u024f0-9]")
_LOW = "\u201e\u201f"
_ANGLES = "\u00ab\u00bb"
_LONGEST = 400
_TOGETHER = 48
"""A longer quotation has a hit a mark: one over all of it would hide what stands within."""
SUFFIX = later(r"(?:s|es|ed|ing|ish|er|ers|d|like|ly|type|style|ism|ist|t|re|ve|ll)\b")
"""What may touch a closing mark: an ending of the word within."""
_CJK = {"「": "」", "『": "』", "《": "》", "〈": "〉"}
_BRACKETS = later(
    r"""
      \u300c[^\u300c\u300d\n]{1,300}\u300d      # corner brackets
    | \u300e[^\u300e\u300f\n]{1,300}\u300f      # white corner brackets
    | \u300a[^\u300a\u300b\n]{1,300}\u300b      # double angle brackets
    | \u3008[^\u3008\u3009\n]{1,300}\u3009      # angle brackets
    """,
    re.VERBOSE,
)
_COMMAS = later(
    r"""
    (?<![\w,.]),,(?=[^\W\d_])                   # two commas for the low mark
    [^\n,"\u201c\u201d']{1,200}
    (?:''|["\u201c\u201d])
    """,
    re.VERBOSE,
)
_SINGLE = later(
    r"""
      \u2039[^\u2039\u203a\n]{1,120}\u203a      # single angle marks
    | (?<!\w)\u203a(?=\w)[^\u2039\u203a\n]{1,120}\u2039(?!\w)       # and as in German books
    | \u201a(?=\w)[^\u201a\u2018\u2019\n]{1,120}[\u2018\u2019](?!\w)   # low single mark
    | (?<!\S)\u2019\u2019(?=\w)[^\u2018\u2019\n]{1,200}             # two of them
      (?:\u2019(?=\w)[^\u2018\u2019\n]{0,200}){0,3}\u2019\u2019(?!\w)
    | (?<!\S)\u2033(?=[^\W\d_])[^\u2033\n]{1,200}(?<!\d)\u2033         # double primes
    """,
    re.VERBOSE,
)


class Block(NamedTuple):
    """A region, its quotations and the marks of the article."""

    article: Article
    region: Region
    quotes: Scan
    marks: Marks

    @property
    def view(self) -> str:
        """The article's view."""
        return self.article.view

    def glyphs(self, pair: Pair) -> tuple[str, str]:
        """The marks the pair should have: inner ones within another pair."""
        outer = self.quotes.around(pair.open)
        if outer is None or outer == pair:
            return self.marks.open, self.marks.close
        return self.marks.inner_open, self.marks.inner_close


def low(block: Block) -> Iterator[Hit]:
    """TQ301: „…” and „…“ and ,,…''."""
    for pair in block.quotes.pairs:
        if block.view[pair.open] in _LOW and _latin(block, pair):
            yield from _converted(block, pair)
    for at in block.quotes.odd:
        if block.view[at] in _LOW and block.view[at + 1 : at + 2].isalnum():
            edit = Edit(Span(at, at + 1), block.marks.open)
            yield Hit(edit.span, edits=(edit,), safety=Safety.DISPLAY)
    start, end = block.region.span
    if ",," in block.view[start:end]:
        for match in _COMMAS.finditer(block.view, start, end):
            close = 2 if match.group().endswith("''") else 1
            yield swapped(match.start(), 2, match.end(), close, block.marks.open, block.marks.close)


def guillemets(block: Block) -> Iterator[Hit]:
    """TQ302: «…», »…«, and a pair of which one mark is a guillemet."""
    for pair in block.quotes.pairs:
        here = block.view[pair.open], block.view[pair.close]
        if (here[0] in _ANGLES or here[1] in _ANGLES) and _latin(block, pair):
            yield from _converted(block, pair)


def brackets(block: Block) -> Iterator[Hit]:
    """TQ303: corner brackets and the like around Latin letters."""
    start, end = block.region.span
    for match in _BRACKETS.finditer(block.view, start, end):
        inside = match.group()[1:-1]
        if not re.search(r"[A-Za-z]{2}", inside):
            continue
        first, last = match.span()
        closer, stop = _closing(block, first, last - 1, last, block.marks.close)
        lead, rest = _blanks(block, first, last)
        opening = Edit(Span(first, first + 1), lead + block.marks.open)
        yield Hit(Span(first, last), edits=(opening, Edit(Span(last - 1, stop), closer + rest)))


def singles(block: Block) -> Iterator[Hit]:
    """TQ314: ‹…›, ‚…‘ and ″…″."""
    start, end = block.region.span
    for match in _SINGLE.finditer(block.view, start, end):
        if not _LATIN.search(match.group()):
            continue
        twice = match.group().endswith("\u2019\u2019")
        double = twice or match.group()[0] == "\u2033"
        within = block.quotes.around(match.start()) is not None
        if double or within:
            pair = (block.marks.open, block.marks.close)
            pair = pair if double else (block.marks.inner_open, block.marks.inner_close)
        else:
            pair = (block.marks.inner_open, block.marks.inner_close)
        yield swapped(match.start(), 1 + twice, match.end(), 1 + twice, *pair)


def direction(block: Block) -> Iterator[Hit]:
    """TQ304: a curly mark that looks the wrong way, and a pair half straight, half curly."""
    for pair in block.quotes.pairs:
        opener, closer = block.view[pair.open], block.view[pair.close]
        if opener in '"\u201c\u201d' and closer in '"\u201c\u201d':
            yield from _turned(block, pair, opener, closer)
    start, end = block.region.span
    for at in block.quotes.odd[-1:]:
        if block.view[at] == "\u201c" and at == end - 1 and end - start > 20:
            cut = at
            while cut > start and block.view[cut - 1] in _BLANKS:
                cut -= 1
            yield Hit(Span(cut, end), edits=(Edit(Span(cut, end), "\u201d"),))


def _turned(block: Block, pair: Pair, opener: str, closer: str) -> Iterator[Hit]:
    curly = "\u201c" if closer != '"' or opener != '"' else '"'
    if curly == '"' or block.quotes.guessed:
        return
    if opener == '"' or closer == '"':
        straight = block.marks.open == '"'
        wanted = ('"', '"') if straight else ("\u201c", "\u201d")
    else:
        wanted = ("\u201c", "\u201d")
    if (opener, closer) == wanted or pair.close - pair.open < 2:
        return
    edits: list[Edit] = []
    if opener != wanted[0]:
        edits.append(Edit(Span(pair.open, pair.open + 1), wanted[0]))
    if closer != wanted[1]:
        cut = pair.close
        while block.view[cut - 1] in _BLANKS:
            cut -= 1
        edits.append(Edit(Span(cut, pair.close + 1), wanted[1]))
    span = Span(edits[0].span.start, edits[-1].span.end)
    yield Hit(span, edits=tuple(edits), safety=Safety.UNSAFE if block.quotes.odd else None)


def _latin(block: Block, pair: Pair) -> bool:
    inside = block.view[pair.open + 1 : min(pair.close, pair.open + _LONGEST)]
    return bool(_LATIN.search(inside))


def _converted(block: Block, pair: Pair) -> Iterator[Hit]:
    """Both marks of a pair as the house has them, without blanks inside."""
    view = block.view
    opener, closer = block.glyphs(pair)
    if view[pair.open] in '"\u201c' or view[pair.close] in '"\u201d':
        straight = '"' in (view[pair.open], view[pair.close])
        if straight and opener == "\u201c":
            opener = closer = '"'
    after = pair.open + 1
    while after < pair.close and view[after] in _BLANKS:
        after += 1
    before = pair.close
    while before > after and view[before - 1] in _BLANKS:
        before -= 1
    closer, end = _closing(block, pair.open, before, pair.close + 1, closer)
    lead, rest = _blanks(block, pair.open, pair.close + 1)
    opener, closer = lead + opener, closer + rest
    spans = ((Span(pair.open, after), opener), (Span(before, end), closer))
    edits = tuple(Edit(span, new) for span, new in spans if view[span.start : span.end] != new)
    if pair.close - pair.open > _TOGETHER or block.quotes.inside(pair.open + 1, pair.close):
        for edit in edits:
            yield Hit(edit.span, edits=(edit,))
    elif edits:
        yield Hit(Span(pair.open, pair.close + 1), edits=edits)


def _blanks(block: Block, start: int, end: int) -> tuple[str, str]:
    """The blanks that are missing outside a pair’s marks: “reported.«We …»he said”."""
    view = block.view
    before = view[start - 1] if start > block.region.span.start else " "
    after = view[end] if end < block.region.span.end else " "
    lead = " " if before.isalnum() or before in ".,;:!?)" else ""
    return lead, " " if after.isalpha() and not SUFFIX.match(view, end) else ""


def _closing(block: Block, opening: int, before: int, end: int, closer: str) -> tuple[str, int]:
    """The closing mark, with the comma of speech that stands behind it, and the end of both.

    So it is where an attribution follows a quotation that is no part of a sentence before it.
    """
    view = block.view
    ahead = view[max(block.region.span.start, opening - 2) : opening].strip()
    fragment = bool(ahead) and ahead[-1].isalnum()
    if fragment or view[end : end + 2] != ", ":
        return closer, end
    if attribution(view, end + 2, block.region.span.end) is None:
        return closer, end
    return closer if view[before - 1] in "?!,\u2026" else f",{closer}", end + 1


def swapped(start: int, head: int, end: int, tail: int, opener: str, closer: str) -> Hit:
    """A hit from ``start`` to ``end`` whose first and last code points are exchanged."""
    edits = (Edit(Span(start, start + head), opener), Edit(Span(end - tail, end), closer))
    return Hit(Span(start, end), edits=edits)
