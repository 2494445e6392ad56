"""The note TQ001: suppression comments that hide nothing, or can't."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from tqcheck.article import Article
from tqcheck.card import Bad, Good, RuleCard
from tqcheck.finding import Edit, Hit, Safety, Severity
from tqcheck.note import note_card
from tqcheck.rule import Rule
from tqcheck.source import Span
from tqcheck.suppress import (
    ELSEWHERE,
    KEY,
    NOTE,
    VERBS,
    Mark,
    Suppression,
    Suppressions,
    fits,
    read,
)
from tqcheck.wake import Trigger, Wake

CARD = note_card(
    code=NOTE,
    name="unused-suppression",
    summary="A suppression comment hides nothing.",
    why="A suppression outlives its reason when the text it stood for is mended or moved, and "
    "from then on it would hide the next mark that comes up there. A misspelled one hides "
    "nothing at all.",
    message="This suppression {problem}: “{said}”",
    severity=Severity.MINOR,
    since="0.1.0",
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
)


_NOWHERE = Span(0, 0)
"""The place in the view of a comment that stands outside of it."""
_OUTSIDE = "the comment is not part of the prose"


class UnusedSuppression(Rule):
    """The note TQ001: suppression comments that hid nothing in this run, or can't.

    It must run after all other rules. ``known`` are the cards of all rules there are, ``ran``
    those of the rules that ran: a comment is idle only if every rule it means has run.
    """

    last = True

    def __init__(self, known: Sequence[RuleCard] = (), ran: Sequence[RuleCard] = ()) -> None:
        super().__init__(CARD)
        self._known = (*known, CARD)
        self._ran = {card.id for card in ran}

    @cached_property
    def run(self) -> Callable[[Article], Iterator[Hit]]:
        """The finder of idle comments."""
        return self._find

    @cached_property
    def wake(self) -> Wake | None:
        """Only where something like a suppression stands, if that is in the view."""
        return Wake((Trigger("tqcheck-"),))

    def _find(self, article: Article) -> Iterator[Hit]:
        suppressions = article.memo(KEY, read)
        in_prose = article.document.comments is None
        for mark in suppressions.marks:
            problem, idle = self._problem(mark, suppressions)
            source = article.document.source
            groups = {"problem": problem, "said": mark.said or source.cut(mark.span)}
            if problem and in_prose:
                edits = _deletion(article.view, mark.span) if idle else None
                yield Hit(mark.span, groups, edits, fixable=edits is not None)
            elif problem:
                yield Hit(_NOWHERE, groups, fixable=False, withheld=_OUTSIDE, placed=mark.span)

    def _problem(self, mark: Mark, suppressions: Suppressions) -> tuple[str, bool]:
        """What is wrong with a comment ("" if nothing), and whether all of it is idle."""
        if mark.verb not in VERBS:
            return f"is unknown (known: {', '.join('tqcheck-' + verb for verb in VERBS)})", False
        for code in mark.codes:
            if not (code.startswith(ELSEWHERE) or any(fits(code, one) for one in self._known)):
                return f"names no rule with “{code}”", False
        own = suppressions.of(mark)
        idle = [item.code for item in own if self._idle(item)]
        if not idle:
            return "", False
        if len(idle) == len(own):
            return "hides nothing", True
        return f"hides nothing of {', '.join(idle)}", False

    def _idle(self, item: Suppression) -> bool:
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
