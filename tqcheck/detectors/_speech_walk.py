"""The state machine of dash speech: walks over the dashes of one block, speech or narration."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from tqcheck.detectors import _speech_marks as write
from tqcheck.detectors._quotes import Scan
from tqcheck.detectors._speech_alone import Place, after_mark, orphan, quoted
from tqcheck.detectors._speech_attribution import (
    Attribution,
    Tail,
    attribution,
    find_tail,
    sentences,
)
from tqcheck.detectors._speech_dashes import Dash, attributed_before, ends_sentence, opens_speech
from tqcheck.detectors._speech_marks import Marks, Speech
from tqcheck.finding import Edit
from tqcheck.lexicon.words import FUNCTION_WORDS
from tqcheck.source import Span

_FIRST_PERSON = frozenset(
    "i we our us my me you your mine ours i'm we're i've we've i’m we’re".split()
)


_ARTICLES = ("the", "a", "an")


class _Opening(NamedTuple):
    """Where the speech under way began: the edit that opens it and its first word."""

    kind: str
    at: int
    text: int
    edit: Edit
    proof: str  # "start", "stop", "colon", "attributed"


@dataclass(slots=True)
class Walk:
    """One block under way."""

    view: str
    start: int
    end: int
    quotes: Scan
    marks: Marks
    found: list[Speech] = field(default_factory=list)
    opening: _Opening | None = None
    attributed: bool = False
    raya: bool = False
    resume_at: int = 0

    def run(self, dashes: list[Dash]) -> list[Speech]:
        """The speeches of the block."""
        for dash in dashes:
            if dash.at < self.resume_at:
                continue
            found = attribution(self.view, dash.end, self.end) if not dash.stop else None
            if found and not self._reads_on(dash, found):
                found = None
            if self.opening is None:
                self._narration(dash, found)
            else:
                self._speech(self.opening, dash, found)
        if self.opening is not None:
            self._finish(self.opening)
        return self.found

    def _reads_on(self, dash: Dash, found: Attribution) -> bool:
        """An attribution in lower case or by a name; a new sentence is a narrator's action."""
        first = self.view[dash.end]
        if first.islower() or not ends_sentence(self.view, dash, self.start):
            return True
        before = self.view[max(self.start, dash.start - 2) : dash.start]
        return any(mark in before for mark in '?!…"”»')

    # --- in speech

    def _speech(self, opening: _Opening, dash: Dash, found: Attribution | None) -> None:
        if found:
            self._close(opening, found.start, dash.after)
            self.raya = dash.left and not dash.right
            return
        if self.quotes.around(dash.at) or not ends_sentence(self.view, dash, self.start):
            return  # the speaker's own dash
        if not self.view[dash.end : dash.end + 1].isupper():
            return
        parts = sentences(self.view, opening.text, dash.start)
        tail = find_tail(self.view, *parts[-1]) if parts else None
        if tail:
            self._close_tail(opening, tail, parts[:-1])
            self._narration(dash, None)
        elif opening.proof == "stop":
            self.opening = None
            self._narration(dash, None)
        else:
            self._close(opening, dash.end, dash.after, cited=False)

    def _close(
        self, opening: _Opening, stop: int, shown: int, *, cited: bool = True, more: bool = True
    ) -> None:
        """Close the speech before ``stop``; its hit ends at ``shown``."""
        end = write.ending(self.view, self.quotes, opening.text, stop)
        edit = write.closing(self.view, end, self.marks, opening.text, cited=cited, more=more)
        self._emit(opening, end, edit, shown, sure=cited or not more)
        if cited and self.found:
            self.found[-1] = replace(self.found[-1], closed_by_dash=True)
        self.attributed = cited
        self.opening = None

    def _emit(
        self,
        opening: _Opening,
        end: write.Ending,
        closing: Edit,
        shown: int,
        *,
        sure: bool,
        needs: str = "",
        withheld: str = "",
        extra: tuple[Edit, ...] = (),
    ) -> None:
        if end.start <= opening.text:
            return
        stop = end.start + len(end.text)
        inner = write.lowered(self.quotes, self.marks, opening.text, end.start, stop)
        if inner is None:
            withheld = withheld or "a quotation mark within the speech has no partner"
        edits = tuple(sorted((opening.edit, *(inner or ()), closing, *extra)))
        span = Span(opening.at, max(shown, closing.span.end))
        reopens = opening.proof == "attributed"
        self.found.append(Speech(opening.kind, span, edits, sure, withheld, needs, reopens=reopens))

    def _close_tail(self, opening: _Opening, tail: Tail, before: list[tuple[int, int]]) -> None:
        """Close at the comma before a tail attribution; ``before`` are the sentences before."""
        several = any(find_tail(self.view, *part) for part in before)
        end = write.ending(self.view, self.quotes, opening.text, tail.attribution.start)
        edit = write.closing(self.view, end, self.marks, opening.text, cited=True, more=True)
        self._emit(
            opening,
            end,
            edit,
            tail.mark + 1,
            sure=not tail.goes_on,
            withheld="it holds several attributions" if several else "",
        )
        self.attributed = True
        self.opening = None

    def _finish(self, opening: _Opening) -> None:
        """The block ends in speech (deep dive B: R3, R4)."""
        parts = sentences(self.view, opening.text, self.end)
        tail = find_tail(self.view, *parts[-1]) if parts else None
        if tail:
            self._close_tail(opening, tail, parts[:-1])
            return
        tails = [(place, find_tail(self.view, *part)) for place, part in enumerate(parts)]
        inner = [(place, one) for place, one in tails if one]
        if inner:
            place, one = inner[0]
            assert one is not None
            self._incise(opening, one, parts[place + 1 :], len(inner) > 1)
        elif opening.proof in ("attributed", "colon"):
            self._close(opening, self.end, self.end, cited=False, more=False)
        elif opening.proof == "start":
            self._bare(opening)

    def _incise(
        self, opening: _Opening, tail: Tail, rest: list[tuple[int, int]], several: bool
    ) -> None:
        """A tail attribution with sentences after it: narration, or speech that goes on (R9)."""
        end = write.ending(self.view, self.quotes, opening.text, tail.attribution.start)
        edit = write.closing(self.view, end, self.marks, opening.text, cited=True, more=True)
        words = set(self.view[rest[0][0] : self.end].lower().split())
        extra: tuple[Edit, ...] = ()
        needs, shown = "reopens", tail.mark + 1
        if words & _FIRST_PERSON:
            last = write.ending(self.view, self.quotes, rest[0][0], self.end)
            final = write.closing(self.view, last, self.marks, rest[0][0], cited=False, more=False)
            begin = Edit(Span(rest[0][0], rest[0][0]), self.marks.open)
            extra, needs, shown = (begin, final), "incise", self.end
        self._emit(
            opening,
            end,
            edit,
            shown,
            sure=not tail.goes_on,
            needs=needs,
            withheld="it holds several attributions" if several else "",
            extra=extra,
        )

    def _bare(self, opening: _Opening) -> None:
        """Speech without an attribution: only where the article's other dashes are speech."""
        if not self.view[opening.text].isupper():
            return
        end = write.ending(self.view, self.quotes, opening.text, self.end)
        if not any(mark in end.text for mark in ".?!…"):
            return
        edit = write.closing(self.view, end, self.marks, opening.text, cited=False, more=False)
        self._emit(opening, end, edit, self.end, sure=False, needs="dialogue")

    # --- in narration

    def _narration(self, dash: Dash, found: Attribution | None) -> None:
        if self.raya and not dash.left and (dash.right or dash.stop or dash.end >= self.end):
            self._closing_raya(dash)
            return
        if found and dash.at != self.start:
            self._alone(dash, found)
            return
        if self.quotes.around(dash.at):
            return
        reason = opens_speech(self.view, dash, self.start, self.end)
        if reason and self._is_double(dash):
            return
        if reason:
            self._open(dash, reason)
        elif self.attributed:
            self._resume(dash)

    def _open(self, dash: Dash, reason: str) -> None:
        kind = "paragraph" if reason == "start" else "within"
        if reason == "stop":
            self.attributed = self.attributed or attributed_before(
                self.view, self.start, dash.start
            )
            if self.attributed:
                reason = "attributed"
        blank = " " if kind == "within" and not dash.left else ""
        edit = Edit(Span(dash.at, dash.end), blank + self.marks.open)
        self.opening = _Opening(kind, dash.at, dash.end, edit, reason)

    def _resume(self, dash: Dash) -> None:
        """Speech goes on after an attribution, within the sentence (B06, B10)."""
        before = self.view[dash.start - 1]
        following = self.view[dash.end : dash.end + 1]
        if dash.stop or not following.isalpha() or before in ".!?…:;":
            return
        word = self.view[dash.end : dash.end + 12].split(" ")[0].strip(",.!?")
        mark = ", "
        if following.isupper() and word not in ("I", "I’m", "I'm"):
            if word.lower() not in FUNCTION_WORDS or before == ",":
                return
            mark = ". "
        elif before != "," and (word in _ARTICLES or word.lower() not in FUNCTION_WORDS):
            return  # more about the speaker: “– the head of the union”
        edit = Edit(Span(dash.start, dash.end), mark + self.marks.open)
        if before == ",":
            edit = Edit(Span(dash.at, dash.end), self.marks.open)
        self.opening = _Opening("within", dash.at, dash.end, edit, "attributed")

    def _closing_raya(self, dash: Dash) -> None:
        """The dash that ends a Spanish comment: “—said Ana—. The water …” (B11, B12)."""
        self.raya = False
        opener = self.found[-1] if self.found else None
        if opener is None:
            return
        following = self.view[dash.end : dash.end + 1]
        resumes = opener.kind == "paragraph" or dash.stop in (",", ":", ";") or following.islower()
        if (dash.stop == "." and not (resumes and following)) or not following:
            self.found[-1] = _with(opener, Edit(Span(dash.at, dash.after), ""))
            return
        stop = dash.stop or ("," if following.islower() else ".")
        edit = write.smallest(Span(dash.at, dash.end), self.view, f"{stop} {self.marks.open}")
        self.opening = _Opening("within", dash.at, dash.end, edit, "attributed")

    def _is_double(self, dash: Dash) -> bool:
        """A dash before a quotation that has its attribution: the dash goes (TQ361)."""
        pair = self.quotes.opened_by(dash.end)
        if pair is None:
            return False
        at = pair.close + 1
        while at < self.end and self.view[at] in " ,.–—-\u00a0" and at < pair.close + 6:
            at += 1
        found = attribution(self.view, at, self.end) if at < self.end else None
        if found is None or (at == pair.close + 1):
            return False
        self.found.append(
            Speech("double", Span(dash.at, dash.end + 1), (Edit(Span(dash.at, dash.end), ""),))
        )
        self.resume_at = pair.close
        return True

    def _alone(self, dash: Dash, found: Attribution) -> None:
        """An attribution behind a dash, though no dash opened the speech."""
        place = Place(self.view, self.start, self.end, self.quotes, self.marks)
        pair = self.quotes.around(dash.at)
        if pair is not None:
            self.found += quoted(place, pair, dash)
            self.resume_at = pair.close
            return
        speech = after_mark(place, dash, found) or orphan(place, dash, found)
        if speech is not None:
            self.found.append(speech)
            self.attributed = True


def _with(speech: Speech, edit: Edit) -> Speech:
    span = Span(speech.span.start, max(speech.span.end, edit.span.end))
    return replace(speech, span=span, edits=tuple(sorted((*speech.edits, edit))))
