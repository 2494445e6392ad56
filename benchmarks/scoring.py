"""Judges findings and fixes against marks: found, rightly mended, share of the work; pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from benchmarks.notation import Labelled, Mark, apply
from tqcheck.finding import Edit, Finding
from tqcheck.source import Span

_AROUND = 40
"""How many code points beside a mark are compared with it."""

_STRAIGHT = str.maketrans("“”„«»‘’‚", '"""""\'\'\'')


class Judgement(NamedTuple):
    """What came of one mark."""

    mark: Mark
    found: bool  # a finding lies on it or mends it
    offered: bool  # one of these findings has a fix
    right: bool  # their fixes leave there what an editor leaves


class Work(NamedTuple):
    """Changed words: what the editor has to do at first, and what is left after the fixes."""

    before: int
    after: int

    @property
    def share(self) -> float:
        """The share of the editor's work done; negative if the fixes made more of it."""
        return 1 - self.after / self.before if self.before else 0.0


def judge(text: str, mark: Mark, findings: Sequence[Finding], final: Sequence[Edit]) -> Judgement:
    """Whether a mark was found and rightly mended.

    ``final`` are the edits of all rounds of fixing against ``text``. A mark is right if one
    finding's fix, all of them together or the final edits make of its neighbourhood what one of
    the accepted repairs makes of it, quotation marks' shape and the width of blanks apart.
    """
    on_it = [finding for finding in findings if lies_on(finding, mark)]
    fixes = [finding.fix.edits for finding in on_it if finding.fix is not None]
    if not mark.mended:
        return Judgement(mark, bool(on_it), bool(fixes), False)
    tries = [list(edits) for edits in fixes]
    tries.append(_disjoint(edit for edits in fixes for edit in edits))
    tries.append(list(final))
    right = bool(on_it) and any(_mends(text, mark, edits) for edits in tries)
    return Judgement(mark, bool(on_it), bool(fixes), right)


def lies_on(finding: Finding, mark: Mark) -> bool:
    """True if the finding or one of its edits meets a place of the mark."""
    edits = finding.fix.edits if finding.fix else ()
    spans = (finding.span, *(edit.span for edit in edits))
    return any(_meet(span, piece.span) for span in spans for piece in mark.pieces)


def work(article: Labelled, fixed: str) -> Work:
    """The editor's work on the article and on the fixed text, in words to be changed.

    Distance is Levenshtein's over words. Of several accepted repairs of a mark the one nearest
    to the text counts, so a text that nothing was done to has a share of 0.
    """
    return Work(_to_golden(article, article.text), _to_golden(article, fixed))


def _to_golden(article: Labelled, text: str) -> int:
    """The distance to the nearest golden text; repairs are chosen one mark after the other."""
    from rapidfuzz.distance import Levenshtein

    words = text.split()
    choices = [0] * len(article.marks)
    best = Levenshtein.distance(words, article.golden.split())
    for number, mark in enumerate(article.marks):
        for choice in range(1, mark.choices):
            tried = [*choices[:number], choice, *choices[number + 1 :]]
            left = Levenshtein.distance(words, article.mended(tried).split())
            if left < best:
                best, choices = left, tried
    return best


def _meet(one: Span, other: Span) -> bool:
    if one.start < one.end and other.start < other.end:
        return one.overlaps(other)
    return one.touches(other)


def _disjoint(edits: Iterator[Edit]) -> list[Edit]:
    kept: list[Edit] = []
    for edit in edits:
        if not any(_meet(edit.span, other.span) for other in kept):
            kept.append(edit)
    return sorted(kept)


def _mends(text: str, mark: Mark, edits: Sequence[Edit]) -> bool:
    places = [_with_blanks(text, piece.span) for piece in mark.pieces]
    touching = [e for e in edits if any(_meet(e.span, place) for place in places)]
    goldens = [
        [_eager(text, *edit) for edit in mark.edits(choice)] for choice in range(mark.choices)
    ]
    for tried in (touching, [part for e in touching for part in _parts(text, e, places)]):
        if not tried:
            continue
        low = max(0, min(mark.span.start, *(e.span.start for e in tried)) - _AROUND)
        high = max(mark.span.end, *(e.span.end for e in tried)) + _AROUND
        made = _window(text, low, high, tried)
        if any(made == _window(text, low, high, golden) for golden in goldens):
            return True
    return False


def _window(text: str, low: int, high: int, edits: Sequence[tuple[Span, str]]) -> str:
    """The text from ``low`` to ``high`` with edits applied, in one shape of marks and blanks."""
    moved = [(Span(span.start - low, span.end - low), new) for span, new in edits]
    return " ".join(apply(text[low:high], moved).translate(_STRAIGHT).split())


def _parts(text: str, edit: Edit, places: Sequence[Span]) -> Iterator[Edit]:
    """An edit that reaches beyond the mark, taken apart; the parts that meet the mark."""
    if any(edit.span.inside(place) for place in places):
        yield edit
        return
    from rapidfuzz.distance import Indel

    old = text[edit.span.start : edit.span.end]
    for step in Indel.opcodes(old, edit.new):
        span = Span(edit.span.start + step.src_start, edit.span.start + step.src_end)
        if step.tag != "equal" and any(_meet(span, place) for place in places):
            yield Edit(span, edit.new[step.dest_start : step.dest_end])


def _eager(text: str, span: Span, new: str) -> tuple[Span, str]:
    """A repair that takes away a blank takes its neighbours too: labels often hold but one."""
    start, end = span
    wide = _with_blanks(text, span)
    if text[start:end][:1].isspace() and not new[:1].isspace():
        start = wide.start
    if text[start:end][-1:].isspace() and not new[-1:].isspace():
        end = wide.end
    return Span(start, end), new


def _with_blanks(text: str, span: Span) -> Span:
    start, end = span
    while start > 0 and text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace():
        end += 1
    return Span(start, end)
