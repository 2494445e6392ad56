"""Inline suppression: comments in the text that hide findings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.article import Article
from tqcheck.card import RuleCard
from tqcheck.document import Document
from tqcheck.later import later
from tqcheck.record import NamedTuple
from tqcheck.source import Span

NOTE = "TQ001"
"""The id of the note on comments that hide nothing (tqcheck.idle)."""

ELSEWHERE = "LT:"
"""How codes of LanguageTool's begin, which nobody here knows all of."""

VERBS = ("disable-next-line", "disable", "enable", "disable-file")

_SAYS = r"""
    [ \t]*tqcheck-
    (?P<verb>[a-z-]{1,30}?)
    (?:[ \t,]+(?P<codes>\w[\w \t,:-]{0,300}?))?  # codes, by blanks or commas
    (?:[ \t]+(?:--|[\u2013\u2014])[ \t][^\n]{0,500}?)?  # the reason, for people; XML takes no "--"
    [ \t]*
    """
_COMMENT = later(f"<!--{_SAYS}-->", re.VERBOSE)
_WORDS = later(_SAYS, re.VERBOSE)


class Mark(NamedTuple):
    """A suppression comment as it stands: its file span, its verb and the codes it names.

    ``beside`` is True where its "next line" is the row that it hangs on; ``said`` is its text
    where that stands elsewhere; ``below`` is the next line where the file's rows don't tell.
    """

    span: Span
    verb: str
    codes: tuple[str, ...]
    beside: bool = False
    said: str = ""
    below: Span | None = None


@dataclass(eq=False)
class Suppression:
    """One code of a comment ("" stands for all rules), its reach, and whether it hid anything."""

    mark: Mark
    code: str
    reach: Span
    used: bool = False

    def covers(self, span: Span) -> bool:
        """True if a finding at a file span stands in the reach, if only in part."""
        return self.reach.overlaps(span) or self.reach.start <= span.start <= self.reach.end


class Suppressions:
    """All suppression comments of one article, in file offsets."""

    def __init__(self, marks: Sequence[Mark], document: Document) -> None:
        self.marks = tuple(marks)
        self._starts = [mark.span.start for mark in marks]
        self._of: dict[Mark, list[Suppression]] = {}
        self._wide: list[Suppression] = []
        self._near: dict[int, list[Suppression]] = {}
        for item in _reaching(marks, document):
            self._of.setdefault(item.mark, []).append(item)
            if item.mark.verb == "disable-next-line" and len(_buckets(item.reach)) < 9:
                for bucket in _buckets(item.reach):
                    self._near.setdefault(bucket, []).append(item)
            else:
                self._wide.append(item)

    def __bool__(self) -> bool:
        """False where the article holds no suppression comment."""
        return bool(self.marks)

    def of(self, mark: Mark) -> Sequence[Suppression]:
        """What one comment suppresses, a code each."""
        return self._of.get(mark, ())

    def hides(self, card: RuleCard, span: Span) -> bool:
        """True if a finding of the rule at a file span is suppressed; that counts as use.

        What stands in a suppression comment is never a finding, and the note on idle comments
        is hidden only where it is named.
        """
        note = card.id == NOTE
        hidden = not note and self._in_comment(span)
        for item in self._candidates(span):
            if item.covers(span) and fits(item.code, card) and (item.code or not note):
                item.used = hidden = True
        return hidden

    def _in_comment(self, span: Span) -> bool:
        at = bisect_right(self._starts, span.start)
        return any(mark.span.overlaps(span) for mark in self.marks[max(0, at - 1) : at + 1])

    def _candidates(self, span: Span) -> Iterator[Suppression]:
        """Each suppression that may cover a span, once."""
        yield from self._wide
        buckets = _buckets(span)
        near = [item for bucket in buckets for item in self._near.get(bucket, ())]
        yield from {id(item): item for item in near}.values()


def _buckets(span: Span) -> range:
    """The stretches of 256 code points that a span, its end included, lies in."""
    return range(span.start >> 8, (span.end >> 8) + 1)


def fits(code: str, card: RuleCard) -> bool:
    """True if a code in a comment means this rule: id, name, family, ids' beginning, "" or ALL."""
    return code in ("", "ALL", card.id, card.name, card.family) or (
        code.startswith("TQ") and card.id.startswith(code)
    )


def read(article: Article) -> Suppressions:
    """The suppressions of an article; ask for them by ``article.memo(KEY, read)``."""
    document = article.document
    return Suppressions(tuple(_marks(document)), document)


def _marks(document: Document) -> Iterator[Mark]:
    """The comments that begin as suppressions do."""
    text = document.source.text
    if document.comments is not None:
        for comment in document.comments:
            match = _WORDS.fullmatch(comment.text.strip()) if "tqcheck-" in comment.text else None
            if match:
                mark = _mark(comment.span, match)
                said = comment.text.strip() if comment.beside else ""
                yield mark._replace(beside=comment.beside, said=said, below=comment.below)
    elif "<!--" in text and "tqcheck-" in text:
        for match in _COMMENT.finditer(text):
            yield _mark(Span(*match.span()), match)


def _mark(span: Span, match: re.Match[str]) -> Mark:
    codes = tuple(code for code in re.split(r"[ \t,]+", match["codes"] or "") if code)
    return Mark(span, match["verb"], codes)


KEY = "suppressions"
"""The memo under which the engine and the note below share one reading."""


def _reaching(marks: Sequence[Mark], document: Document) -> Iterator[Suppression]:
    """The suppressions with their reach; read backwards, so that each "enable" is known."""
    text = document.source.text
    enabled: dict[str, int] = {}
    enabled_all = len(text)
    for mark in reversed(marks):
        if mark.verb == "enable":
            for code in mark.codes:
                enabled[code] = mark.span.start
            if not mark.codes:
                enabled_all = mark.span.start
        for code in mark.codes or ("",):
            if mark.verb == "disable-file":
                yield Suppression(mark, code, Span(0, len(text)))
            elif mark.verb == "disable-next-line":
                reach = _row if mark.beside else _next_line
                yield Suppression(mark, code, mark.below or reach(document, mark.span.end))
            elif mark.verb == "disable":
                end = min(enabled_all, enabled.get(code, len(text)))
                yield Suppression(mark, code, Span(mark.span.end, end))


def _row(document: Document, offset: int) -> Span:
    """The row that an offset stands in."""
    text = document.source.text
    end = text.find("\n", offset)
    return Span(text.rfind("\n", 0, offset) + 1, end if end >= 0 else len(text))


def _next_line(document: Document, offset: int) -> Span:
    """The first row with prose below the row of an offset; an empty span at the end of the file."""
    if document.comments is not None:
        return document.row_below(offset)
    text = document.source.text
    start = text.find("\n", offset) + 1
    while 0 < start < len(text):
        end = text.find("\n", start)
        row = Span(start, end if end >= 0 else len(text))
        if end < 0 or text[row.start : row.end].strip():
            return row
        start = end + 1
    return Span(len(text), len(text))
