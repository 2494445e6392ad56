"""Repairs the blanks around quotation marks, and marks that were doubled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.detectors._quote_glyphs import SUFFIX, Block
from tqcheck.detectors._speech_attribution import attribution
from tqcheck.finding import Edit, Hit, Safety
from tqcheck.later import later
from tqcheck.lexicon.words import FUNCTION_WORDS
from tqcheck.source import Span

_BLANKS = " \t\u00a0\u202f\u2009"
_WORD_BEFORE = later(r"[^\W_]+[,;:.!?)]?\Z")
_WORD_AFTER = later(r"[^\W_]+")
_LONE = later(r"(?<=[,.!?\u2026])[ \u00a0]+\"(?=\s|\Z)")
_DOUBLED = later(r"[\"\u201c\u201d][ \u00a0]?[\"\u201c\u201d]")
_ANY = later(r"[\"\u201c\u201d]")
_APOSTROPHE = later(r"(?<=[^\W\d_]{2})[\"\u201c\u201d](?=(?:s|t|re|ve|ll)\b)")
_CODE = later(r"[=\\{<]\"|\":")


def inner_blanks(block: Block) -> Iterator[Hit]:
    """“ They → “They: blanks between a mark and what it encloses."""
    for at, opener, odd in _roles(block):
        found = _gaps(block, at, opener, odd)
        if found is None or found[0] or _twice(block, at):
            continue
        _, inner = found
        if inner is not None and not _doubtful(block, at, opener, odd):
            edit = Edit(inner, "")
            safe = not odd and not block.quotes.guessed
            span = Span(min(at, inner.start), max(at + 1, inner.end))
            yield Hit(span, edits=(edit,), safety=None if safe else Safety.UNSAFE)
    yield from _lone(block)


def outer_gap(block: Block) -> Iterator[Hit]:
    """Of“comprehensive → of “comprehensive: no blank between a mark and the word outside."""
    last = block.region.span.start
    for at, opener, odd in _roles(block):
        found = _gaps(block, at, opener, odd)
        if found is None or not found[0] or _doubtful(block, at, opener, odd):
            continue
        if _beside(block, at):
            continue
        place = at if opener else at + 1
        edits = [Edit(Span(place, place), " ")]
        if found[1] is not None:
            edits.append(Edit(found[1], ""))
        span = _with_words(block, at)
        inner_end = found[1].end if found[1] is not None else span.end
        span = Span(max(last, span.start), max(span.end, inner_end))
        last = span.end
        sure = not odd and not block.quotes.guessed
        yield Hit(span, edits=tuple(sorted(edits)), safety=None if sure else Safety.UNSAFE)


def apostrophes(block: Block) -> Iterator[Hit]:
    """TQ308: Putin"s → Putin’s, unless the mark closes a quotation."""
    for match in _APOSTROPHE.finditer(block.view, *block.region.span):
        if match.start() not in block.quotes.by_close:
            straight = block.marks.open == '"' or "’" not in block.view
            yield Hit(Span(*match.span()), edits=(Edit(Span(*match.span()), "'’"[not straight]),))


def doubled(block: Block) -> Iterator[Hit]:
    """Time?" " asked → time?" asked: a mark typed twice.

    In “said "yes ""no" loudly” one quotation ends and another begins: only the blank is wrong.
    """
    view = block.view
    start, end = block.region.span
    odd = set(block.quotes.odd)
    for match in _DOUBLED.finditer(view, start, end):
        first, second = match.start(), match.end() - 1
        before = view[first - 1] if first > start else " "
        after = view[match.end()] if match.end() < end else " "
        if _opens_twice(block, first, second) and before.isspace() and after.isalnum():
            yield Hit(Span(*match.span()), edits=(Edit(Span(second, second + 1), ""),))
            continue
        if first not in odd and second not in odd:
            continue
        if second - first == 1:
            if before.isalnum() and after.isalnum():
                continue
            if before.isspace() and after.isspace():
                continue
            if before.isspace() and len(_ANY.findall(view, start, first)) % 2:
                edits = (Edit(Span(first - 1, first), ""), Edit(Span(second, second), " "))
                yield Hit(Span(*match.span()), edits=edits, safety=Safety.UNSAFE)
                continue
            yield Hit(Span(*match.span()), edits=(Edit(Span(second, second + 1), ""),))
        elif before.isspace() and after.isspace():
            cut = first - 1
            keep = view[first]
            yield Hit(Span(*match.span()), edits=(Edit(Span(cut, match.end()), keep),))
        elif not before.isspace() and after.isspace():
            yield Hit(Span(*match.span()), edits=(Edit(Span(first + 1, match.end()), ""),))


def _opens_twice(block: Block, first: int, second: int) -> bool:
    """Whether an opening mark is followed by a closing one, and another one closes later: “”No.”"""
    view = block.view
    if view[first : second + 1] != "\u201c\u201d" or not _beside(block, second):
        return False
    following = next((at for at in block.quotes.odd if at > second), None)
    opened = any(pair.open > second for pair in block.quotes.pairs if pair.open < (following or 0))
    return following is not None and view[following] == "\u201d" and not opened


def _beside(block: Block, at: int) -> bool:
    """Whether a mark touches another one of its quotation, with nothing between them: TQ317's."""
    partner = block.quotes.by_close.get(at)
    return partner is not None and partner.open == at - 1


def _twice(block: Block, at: int) -> bool:
    """Whether another mark stands beside this one: TQ317's."""
    row = block.view[max(block.region.span.start, at - 2) : min(block.region.span.end, at + 3)]
    return bool(block.quotes.odd) and _DOUBLED.search(row) is not None


def _roles(block: Block) -> Iterator[tuple[int, bool, bool]]:
    """Each double mark: its offset, whether it opens, whether it lacks its partner."""
    if _CODE.search(block.view, block.region.span.start, block.region.span.end):
        return
    found = [
        entry
        for pair in block.quotes.pairs
        for entry in ((pair.open, True, False), (pair.close, False, False))
    ]
    for at in block.quotes.odd:
        if block.view[at] == '"':
            found.append((at, _opens_alone(block, at), True))
        else:
            found.append((at, block.view[at] != "\u201d", True))
    yield from sorted(found)


def _opens_alone(block: Block, at: int) -> bool:
    before = block.view[at - 1 : at]
    return not before or before.isspace() or before.isalpha()


def _gaps(block: Block, at: int, opener: bool, odd: bool) -> tuple[bool, Span | None] | None:
    """Whether the blank outside a mark is missing, and the blanks inside; None if all is well."""
    view = block.view
    start, end = block.region.span
    if view[at] not in '"\u201c\u201d':
        return None
    left = at
    while left > start and view[left - 1] in _BLANKS:
        left -= 1
    right = at + 1
    while right < end and view[right] in _BLANKS:
        right += 1
    before = view[at - 1] if at > start else " "
    after = view[at + 1] if at + 1 < end else " "
    if opener:
        missing = before.isalpha() or before in ",;:"
        if before in ".!?" and not odd and not block.quotes.guessed:
            missing = after.isalpha() and view[at - 2 : at - 1].isalnum()
        inner = Span(at + 1, right) if at + 1 < right < end else None
    else:
        missing = after.isalpha() and not SUFFIX.match(view, at + 1, end)
        if view[at] == '"' and before.isalpha() and after.isupper():
            missing = False  # it may as well open what follows
        inner = Span(left, at) if start < left < at else None
    if inner is not None and (view[at] in "“”") and not _fits(block, at, opener):
        return None
    return (missing, inner) if missing or inner is not None else None


def _fits(block: Block, at: int, opener: bool) -> bool:
    """Whether a curly mark looks the way of its role: one that does not is TQ304's."""
    return (block.view[at] == "\u201c") == opener


def _doubtful(block: Block, at: int, opener: bool, odd: bool) -> bool:
    """Whether a mark without a partner may as well have the other role."""
    view = block.view
    start, end = block.region.span
    before = view[at - 1] if at > start else " "
    after = view[at + 1] if at + 1 < end else " "
    if not odd:
        return False
    if view[at] == '"':
        word = re.search(r"[a-z]+\Z", view[max(start, at - 12) : at])
        leading = word is not None and word.group() in FUNCTION_WORDS
        return not (opener and leading and after.isalpha())
    if opener:
        return not after.isalpha() and not (before.isspace() and at == start)
    word = re.search(r"[a-z]+\Z", view[max(start, at - 12) : at])
    return not after.isalpha() or (word is not None and word.group() in FUNCTION_WORDS)


def _lone(block: Block) -> Iterator[Hit]:
    """A straight mark with a blank before it that closes what began in another block."""
    start, end = block.region.span
    odd = set(block.quotes.odd)
    for match in _LONE.finditer(block.view, start, end):
        at = match.end() - 1
        said = attribution(block.view, at + 2, end) if at + 2 < end else None
        if at in odd and (at == end - 1 or said is not None):
            gap = Span(match.start(), at)
            yield Hit(Span(gap.start, at + 1), edits=(Edit(gap, ""),))


def _with_words(block: Block, at: int) -> Span:
    start, end = block.region.span
    before = _WORD_BEFORE.search(block.view, max(start, at - 30), at)
    after = _WORD_AFTER.match(block.view, at + 1, min(end, at + 31))
    return Span(before.start() if before else at, after.end() if after else at + 1)
