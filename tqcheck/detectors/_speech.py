"""Finds dash dialogue in a region and writes its marks as edits: catalogue deep dive B.

A region is cut at its dashes. Speech opens at a dash that begins the region, or that follows
a full stop where an attribution comes later; it closes at a dash before an attribution, before
a tail attribution at a sentence's end (", he added."), or at the region's end. Dashes that do
neither are the writer's own and stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from tqcheck.article import Article
from tqcheck.detectors._attribution import attribution
from tqcheck.detectors._marks import Marks, inner_edits, marks_of
from tqcheck.finding import Edit
from tqcheck.source import Span

DASH = "\u2013\u2014\u2015\u2012-"
_BLANK = r"[ \t\u00a0\u202f]"
_OPENING = re.compile(rf"[{DASH}]{{1,2}}{_BLANK}*(?=[^\W_a-z]|[\u201c\"\u201e\u00ab\u2018\u00bf\u00a1])")
_INNER = re.compile(
    rf"""
      {_BLANK}+[{DASH}]{{1,2}},?{_BLANK}+                    # spaced; ", " after it is Italian
    | {_BLANK}+[\u2014\u2013](?=[^\W\d_])                     # raya before a comment
    | (?<=[\w?!\u2026])[\u2014\u2013][.,;:]?(?={_BLANK}|$){_BLANK}*   # raya after a comment
    """,
    re.VERBOSE,
)
_STOPPED = re.compile(r"""[.!?\u2026]["\u201d\u2019\u00bb]?$""")
_CAPITAL = re.compile(r"""["\u201c\u201e\u00ab\u2018\u00bf\u00a1]?[^\W_a-z]""")
_LOWER = re.compile(r"[^\W\d_A-Z]")
_TAIL_COMMA = re.compile(r"""[,?!][ ]?["\u201d\u00bb]?,?[ \t\u00a0]+|["\u201d\u00bb],[ \t\u00a0]+""")


class Trust(IntEnum):
    """How sure the speech's end is: a guess, or an attribution beside it."""

    GUESS = 1
    SURE = 2


class Dash(NamedTuple):
    """A dash with the blanks around it; ``mark`` is the punctuation a raya carries after it."""

    span: Span
    mark: str


class Speech(NamedTuple):
    """One stretch of speech: from its dash to its closing, with every edit that converts it.

    ``where`` is "paragraph" (it opens its region), "middle", or "quoted" (marks stand there
    already, and only the dash is too much); ``closed`` tells that something in the text ends it.
    """

    span: Span
    edits: tuple[Edit, ...]
    trust: Trust
    where: str
    balanced: bool
    closed: bool


class _End(NamedTuple):
    """Where a speech ends: its last code point, the edits there, and the dash walked up to."""

    at: int
    shown: int
    edits: tuple[Edit, ...]
    trust: Trust
    attributed: bool
    dash: int


def speeches(article: Article) -> tuple[Speech, ...]:
    """All dash speech of an article, in order; asked for by ``article.memo``."""
    marks = article.memo("marks", marks_of)
    spoken: dict[int, list[Speech]] = {}
    for index, region in enumerate(article.regions):
        if region.kind not in ("title", "credit", "furniture", "subhead"):
            walk = _Walk(article, region.span, marks)
            if walk.dashes:
                spoken[index] = list(walk.speeches())
    sure = {index for index, those in spoken.items() if any(s.trust is Trust.SURE for s in those)}
    found = [speech for index in sure for speech in spoken[index]]
    for index, those in spoken.items():
        if index in sure or not those or _in_list(article, index, sure):
            continue
        # without an attribution, only dialogue elsewhere or a closing of its own tells speech
        # from a list item
        found.extend(speech for speech in those if sure or speech.closed)
    return tuple(sorted(found, key=lambda speech: speech.span))


def _in_list(article: Article, index: int, sure: set[int]) -> bool:
    """True if a neighbour opens with a dash too and is no speech: items rather than lines."""
    near = (at for at in (index - 1, index + 1) if 0 <= at < len(article.regions))
    return any(
        at not in sure and _OPENING.match(article.view, article.regions[at].span.start)
        for at in near
    )


class _Walk:
    """The dashes of one region, and the way over them."""

    def __init__(self, article: Article, region: Span, marks: Marks) -> None:
        self.article = article
        self.text = article.view
        self.region = region
        self.marks = marks
        self.dashes = list(self._dashes())

    def _dashes(self) -> Iterator[Dash]:
        first = _OPENING.match(self.text, self.region.start, self.region.end)
        start = self.region.start
        if first:
            yield Dash(Span(*first.span()), "")
            start = first.end()
        for match in _INNER.finditer(self.text, start, self.region.end):
            mark = match.group().strip().strip(DASH)
            yield Dash(Span(*match.span()), mark)

    def speeches(self) -> Iterator[Speech]:
        """Walk the dashes from left to right."""
        index, attributed = 0, False
        if self.dashes[0].span.start != self.region.start and not self._may_open():
            return
        while index < len(self.dashes):
            opened = self._open(index, attributed)
            if opened is None:
                index += 1
                continue
            start, edit = opened
            end = self._end(index, start)
            initial = self.dashes[index].span.start == self.region.start
            if end is None or (end.trust is Trust.GUESS and not (initial or attributed)):
                index += 1
                continue
            if attributed and end.at == self.region.end:
                end = end._replace(trust=Trust.SURE)
            yield self._speech(index, start, edit, end, initial)
            attributed = attributed or end.attributed
            index = max(end.dash, index + 1)

    def _may_open(self) -> bool:
        """True if some dash follows a sentence's end: the gate for regions of narration."""
        return any(
            _STOPPED.search(self.text, max(self.region.start, dash.span.start - 2), dash.span.start)
            for dash in self.dashes
        )

    def _open(self, index: int, attributed: bool) -> tuple[int, Edit] | None:
        """Where speech begins at a dash, and the edit that opens it; None for other dashes."""
        dash = self.dashes[index].span
        outer = self.marks.outer[0]
        if dash.start == self.region.start:
            return dash.end, Edit(dash, outer)
        if self.article.quotation_at(dash):
            return None
        before = self.text[max(self.region.start, dash.start - 2) : dash.start]
        mark = self.dashes[index].mark
        if (_STOPPED.search(before) or mark == ".") and _CAPITAL.match(self.text, dash.end):
            if mark == "." and not _STOPPED.search(before):
                return dash.end, Edit(dash, f". {outer}")
            return dash.end, Edit(dash, f" {outer}")
        resumes = attributed and _LOWER.match(self.text, dash.end)
        if resumes and not attribution(self.text, dash.end, self.region.end):
            comma = "" if before.endswith(",") else mark or ","
            return dash.end, Edit(dash, f"{comma} {outer}")
        return None

    def _end(self, index: int, start: int) -> _End | None:
        """The end of the speech that begins at ``start``, after the dash ``index``."""
        for at in range(index + 1, len(self.dashes)):
            dash = self.dashes[at].span
            if attribution(self.text, dash.end, self.region.end):
                return self._at_dash(at, start)
            if _STOPPED.search(self.text, dash.start - 2, dash.start) and _CAPITAL.match(
                self.text, dash.end
            ):
                tail = self._tail(start, dash.start, at)
                return tail or self._at_beat(at)
        return self._tail(start, self.region.end, len(self.dashes)) or self._at_region_end(self.region.end)

    def _at_dash(self, at: int, start: int) -> _End:
        """Closing at a dash before an attribution."""
        dash = self.dashes[at].span
        edits = self._closing(start, dash, " ")
        shown = dash.start + len(self.text[dash.start : dash.end].rstrip())
        return _End(dash.start, shown, edits, Trust.SURE, True, at + 1)

    def _at_beat(self, at: int) -> _End:
        """". – The colonel closed the map.": the narrator goes on, probably."""
        dash = self.dashes[at].span
        edit = Edit(dash, f"{self.marks.outer[1]} ")
        return _End(dash.start, dash.end - 1, (edit,), Trust.GUESS, False, at + 1)

    def _at_region_end(self, end: int) -> _End:
        stop = "" if self.text[end - 1] in ".!?…”\"’»:" else "."
        blanks = end - len(self.text[:end].rstrip())
        edit = Edit(Span(end - blanks, end), f"{stop}{self.marks.outer[1]}" + " " * bool(blanks))
        return _End(end, end, (edit,), Trust.GUESS, False, len(self.dashes))

    def _tail(self, start: int, end: int, dash: int) -> _End | None:
        """A closing before ", he added." in a sentence of the speech.

        Sentences after it are speech again, as French prints it; sure only where an
        attribution of their own says so.
        """
        bounds = [s for s in self.article.sentence_starts if start < s < end]
        for low, high in pairwise([start, *bounds, end]):
            # the last comma that fits: a long apposition before it is the speaker's own
            for comma in reversed(list(_TAIL_COMMA.finditer(self.text, low, high))):
                if comma.group()[0] in "?!" and not _LOWER.match(self.text, comma.end()):
                    continue
                if attribution(self.text, comma.end(), high):
                    return self._at_tail(start, comma.span(), high, end, dash)
        return None

    def _at_tail(
        self, start: int, comma: tuple[int, int], high: int, end: int, dash: int
    ) -> _End:
        edits = self._closing(start, Span(*comma), " ")
        shown = comma[0] + len(self.text[comma[0] : comma[1]].rstrip())
        if high == end:
            return _End(comma[0], shown, edits, Trust.SURE, True, dash)
        rest = self._tail(high, end, dash) or self._at_region_end(end)
        plain = not any(mark in self.text[high:end] for mark in "“”„«»\"")
        opening = Edit(Span(high, high), self.marks.outer[0])
        more = (opening, *rest.edits) if plain else ()
        trust = Trust.GUESS if rest.trust is Trust.GUESS or not plain else Trust.SURE
        return _End(comma[0], rest.shown, (*edits, *more), trust, True, dash)

    def _closing(self, start: int, gap: Span, blank: str) -> tuple[Edit, ...]:
        """The edit that closes speech before an attribution.

        ``gap`` is what stands between it and the attribution; punctuation already there is
        kept in its place, and an inner quotation that touches the end is lowered with it.
        """
        close, inner = self.marks.outer[1], self.marks.inner[1]
        cut = gap.start
        while cut > start and self.text[cut - 1] in "\"”»“.,!?… \u00a0":
            cut -= 1
        tail = self.text[cut : gap.end].replace("\u00a0", " ").strip()
        words = re.sub(rf"[\s{DASH}]+", "", tail)
        stop = next((mark for mark in ("...", "…", "?!", "?", "!") if mark in words), ",")
        quoted = any(mark in words for mark in "\"”»“")
        if not quoted:
            new = f"{stop}{close}{blank}"
        elif self.marks.logical:
            new = f"{inner}{stop}{close}{blank}" if stop == "," else f"{stop}{inner}{close}{blank}"
        else:
            new = f"{stop}{inner}{close}{blank}"
        return (Edit(Span(cut, gap.end), new),)

    def _speech(self, index: int, start: int, edit: Edit, end: _End, initial: bool) -> Speech:
        where = "paragraph" if initial else "middle"
        dash = self.text[edit.span.start : edit.span.end]
        lead = len(dash) - len(dash.lstrip())
        span = Span(edit.span.start + lead, max(end.shown, start))
        closed = end.at < self.region.end
        quotation = self.article.quotation_at(Span(start + 1, start + 1))
        if quotation and quotation.span.start == start and quotation.span.end >= end.at - 1:
            keep = Edit(edit.span, edit.new.removesuffix(self.marks.outer[0]))
            return Speech(Span(span.start, start), (keep,), end.trust, "quoted", True, closed)
        closing = end.edits[0]
        inner, balanced = inner_edits(self.text, start, closing.span, closing.new, self.marks)
        if inner and inner[0].span.start == edit.span.end:
            # an inner mark right after the dash: one edit, not two that touch
            edit = Edit(Span(edit.span.start, inner[0].span.end), edit.new + inner[0].new)
            inner = inner[1:]
        return Speech(span, (edit, *inner, *end.edits), end.trust, where, balanced, closed)
