"""Inline suppression: comments in the text that hide findings, and the note on idle ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from tqcheck.article import Article
from tqcheck.card import Bad, Good, RuleCard
from tqcheck.finding import Edit, Hit, Safety, Severity
from tqcheck.rule import Rule
from tqcheck.source import Span

VERBS = ("disable-next-line", "disable", "enable", "disable-file")

_COMMENT = re.compile(
    r"""
    <!--[ \t]*tqcheck-
    (?P<verb>[a-z-]{1,30}?)
    (?:[ \t,]+(?P<codes>\w[\w \t,-]{0,300}?))?  # codes, by blanks or commas
    (?:[ \t]+--[ \t][^\n]{0,500}?)?            # the reason, for people
    [ \t]*-->
    """,
    re.VERBOSE,
)

CARD = RuleCard(
    path=Path("notes/unused-suppression.toml"),
    id="TQ001",
    name="unused-suppression",
    summary="A suppression comment hides nothing.",
    why="A suppression outlives its reason when the text it stood for is mended or moved, and "
    "from then on it would hide the next mark that comes up there. A misspelled one hides "
    "nothing at all.",
    message="This suppression {problem}: “{match}”",
    mqm="design-and-markup/markup",
    severity=Severity.MINOR,
    status="stable",
    since="0.1.0",
    target=("en",),
    sources=(),
    scope=(),
    quoted="fix",
    references=(),
    pattern=None,
    detector=None,
    params={},
    words={},
    fix="{edits}",
    safety=Safety.SAFE,
    bad=(
        Bad(
            "<!-- tqcheck-disable-next-line -->\nThe bridge opened on Monday.",
            ("<!-- tqcheck-disable-next-line -->",),
            "The bridge opened on Monday.",
        ),
        Bad(
            "<!-- tqcheck-disable TQ9999 -->\nThe bridge opened on Monday.",
            ("<!-- tqcheck-disable TQ9999 -->",),
        ),
    ),
    good=(
        Good("<!-- A note for the desk. -->", "A comment that is no suppression."),
        Good("Write tqcheck-disable in a comment.", "The word alone, outside a comment."),
    ),
    known=(),
)


class _Mark(NamedTuple):
    """A suppression comment as it stands: its file span, its verb and the codes it names."""

    span: Span
    verb: str
    codes: tuple[str, ...]


@dataclass(slots=True)
class _Suppression:
    """One code of a comment ("" stands for all rules), its reach, and whether it hid anything."""

    mark: _Mark
    code: str
    reach: Span
    used: bool = False

    def covers(self, span: Span) -> bool:
        """True if a finding at a file span stands in the reach, if only in part."""
        return self.reach.overlaps(span) or self.reach.start <= span.start <= self.reach.end


class Suppressions:
    """All suppression comments of one article, in file offsets."""

    def __init__(self, marks: Sequence[_Mark], text: str) -> None:
        self.marks = tuple(marks)
        self.items = tuple(_reaching(marks, text))

        self._of: dict[Span, list[_Suppression]] = {}
        for item in self.items:
            self._of.setdefault(item.mark.span, []).append(item)

    def __bool__(self) -> bool:
        """False where the article holds no suppression comment."""
        return bool(self.marks)

    def of(self, mark: _Mark) -> Sequence[_Suppression]:
        """What one comment suppresses, a code each."""
        return self._of.get(mark.span, ())

    def hides(self, card: RuleCard, span: Span) -> bool:
        """True if a finding of the rule at a file span is suppressed; that counts as use.

        What stands in a suppression comment is never a finding, and the note on idle comments
        is hidden only where it is named.
        """
        note = card.id == CARD.id
        hidden = not note and any(span.overlaps(mark.span) for mark in self.marks)
        for item in self.items:
            if fits(item.code, card) and (item.code or not note) and item.covers(span):
                item.used = hidden = True
        return hidden


def fits(code: str, card: RuleCard) -> bool:
    """True if a code in a comment means this rule: id, name, family, ids' beginning, "" or ALL."""
    return code in ("", "ALL", card.id, card.name, card.family) or (
        code.startswith("TQ") and card.id.startswith(code)
    )


def read(article: Article) -> Suppressions:
    """The suppressions of an article; ask for them by ``article.memo(KEY, read)``."""
    text = article.document.source.text
    marks = []
    if "<!--" in text and "tqcheck-" in text:
        for match in _COMMENT.finditer(text):
            codes = tuple(code for code in re.split(r"[ \t,]+", match["codes"] or "") if code)
            marks.append(_Mark(Span(*match.span()), match["verb"], codes))
    return Suppressions(marks, text)


KEY = "suppressions"
"""The memo under which the engine and the note below share one reading."""


def _reaching(marks: Sequence[_Mark], text: str) -> Iterator[_Suppression]:
    """The suppressions with their reach; read backwards, so that each "enable" is known."""
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
                yield _Suppression(mark, code, Span(0, len(text)))
            elif mark.verb == "disable-next-line":
                yield _Suppression(mark, code, _next_line(text, mark.span.end))
            elif mark.verb == "disable":
                end = min(enabled_all, enabled.get(code, len(text)))
                yield _Suppression(mark, code, Span(mark.span.end, end))


def _next_line(text: str, offset: int) -> Span:
    """The first row with text below the row of an offset; an empty span at the end of the file."""
    start = text.find("\n", offset) + 1
    while start > 0:
        end = text.find("\n", start)
        row = Span(start, end if end >= 0 else len(text))
        if end < 0 or text[row.start : row.end].strip():
            return row
        start = end + 1
    return Span(len(text), len(text))


class UnusedSuppression(Rule):
    """The note TQ001: suppression comments that hid nothing in this run, or can't.

    It must run after all other rules. ``known`` are the cards of all rules there are, ``ran``
    those of the rules that ran: a comment is idle only if every rule it means has run.
    """

    def __init__(self, known: Sequence[RuleCard] = (), ran: Sequence[RuleCard] = ()) -> None:
        super().__init__(CARD)
        self._known = (*known, CARD)
        self._ran = {card.id for card in ran}

    @cached_property
    def run(self) -> Callable[[Article], Iterator[Hit]]:
        """The finder of idle comments."""
        return self._find

    def _find(self, article: Article) -> Iterator[Hit]:
        suppressions = article.memo(KEY, read)
        if article.view != article.document.source.text:
            return  # comments stand outside the prose there: no view offsets to report at
        for mark in suppressions.marks:
            problem, idle = self._problem(mark, suppressions)
            if problem:
                edits = _deletion(article.view, mark.span) if idle else None
                groups = {"problem": problem}
                yield Hit(mark.span, groups, edits, fixable=edits is not None)

    def _problem(self, mark: _Mark, suppressions: Suppressions) -> tuple[str, bool]:
        """What is wrong with a comment ("" if nothing), and whether all of it is idle."""
        if mark.verb not in VERBS:
            return f"is unknown (known: {', '.join('tqcheck-' + verb for verb in VERBS)})", False
        for code in mark.codes:
            if not any(fits(code, card) for card in self._known):
                return f"names no rule with “{code}”", False
        own = suppressions.of(mark)
        idle = [item.code for item in own if self._idle(item)]
        if not idle:
            return "", False
        if len(idle) == len(own):
            return "hides nothing", True
        return f"hides nothing of {', '.join(idle)}", False

    def _idle(self, item: _Suppression) -> bool:
        meant = {card.id for card in self._known if fits(item.code, card)} - {CARD.id}
        return bool(meant) and not item.used and meant <= self._ran


def _deletion(text: str, span: Span) -> tuple[Edit, ...]:
    """The edit that takes a comment away, with its row where it stands alone."""
    start, end = span
    row_start = text.rfind("\n", 0, start) + 1
    row_end = text.find("\n", end)
    after = text[end:row_end] if row_end >= 0 else text[end:]
    if not text[row_start:start].strip() and not after.strip() and row_end >= 0:
        return (Edit(Span(row_start, row_end + 1), ""),)
    return (Edit(span, ""),)
