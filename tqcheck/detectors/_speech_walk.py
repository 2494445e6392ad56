"""The state machine of dash speech: walks over the dashes of one block, speech or narration."""

from __future__ import annotations

from dataclasses import dataclass, field

from tqcheck.detectors import _speech_marks as write
from tqcheck.detectors._speech_alone import quoted, unopened
from tqcheck.detectors._speech_attribution import Attribution, attribution
from tqcheck.detectors._speech_dashes import Dash, attributed_before, ends_sentence, opens_speech
from tqcheck.detectors._speech_marks import Opening, Place, Speech
from tqcheck.detectors._speech_open import after_raya, before_marks, begin, reads_on, resume
from tqcheck.detectors._speech_tail import Tail, find_tail, sentences
from tqcheck.detectors._speech_words import FIRST_PERSON, GESTURE, SIGNATURE
from tqcheck.finding import Edit
from tqcheck.source import Span


@dataclass(eq=False)
class Walk:
    """One block under way."""

    place: Place
    found: list[Speech] = field(default_factory=list)
    opening: Opening | None = None
    attributed: bool = False
    raya: bool = False
    resume_at: int = 0

    def run(self, dashes: list[Dash]) -> list[Speech]:
        """The speeches of the block."""
        for dash in dashes:
            if dash.at < self.resume_at:
                continue
            found = (
                attribution(self.place.view, dash.end, self.place.end) if not dash.stop else None
            )
            if found and not reads_on(self.place.view, dash, self.place.start):
                found = None
            if self.opening is None:
                self._narration(dash, found)
            else:
                self._speech(self.opening, dash, found, last=dash is dashes[-1])
        if self.opening is not None:
            self._finish(self.opening)
        return self.found

    def _speech(
        self, opening: Opening, dash: Dash, found: Attribution | None, *, last: bool
    ) -> None:
        if found:
            self._close(opening, found.start, dash.after)
            self.raya = dash.left and not dash.right
            return
        if last and opening.proof == "start" and GESTURE.match(self.place.view, dash.end):
            self._close(opening, dash.end, dash.after, withheld="no attribution follows the dash")
            return
        if self.place.quotes.around(dash.at):
            return
        if not ends_sentence(self.place.view, dash, self.place.start):
            self._broken(opening, dash)
            return
        if not self.place.view[dash.end : dash.end + 1].isupper():
            return
        parts = sentences(self.place.view, opening.text, dash.start)
        tail = find_tail(self.place.view, *parts[-1]) if parts else None
        if tail:
            self._close_tail(opening, tail, parts[:-1])
            self._narration(dash, None)
        elif opening.proof == "stop":
            self.opening = None
            self._narration(dash, None)
        else:
            self._close(opening, dash.end, dash.after, cited=False)

    def _broken(self, opening: Opening, dash: Dash) -> None:
        """“— We go, he said, — but late”: speech goes on; else the dash is the speaker's own."""
        view = self.place.view
        parts = sentences(view, opening.text, dash.start)
        tail = find_tail(view, *parts[-1]) if parts and view[dash.start - 1] == "," else None
        if tail and not tail.goes_on:
            self._close_tail(opening, tail, parts[:-1])
            self._narration(dash, None)

    def _close(
        self,
        opening: Opening,
        stop: int,
        shown: int,
        *,
        cited: bool = True,
        more: bool = True,
        withheld: str = "",
    ) -> None:
        """Close the speech before ``stop``; its hit ends at ``shown``."""
        end = write.ending(self.place, opening.text, stop)
        edit = write.closing(self.place, end, opening.text, cited=cited, more=more)
        before = len(self.found)
        self._emit(opening, end, edit, shown, sure=cited or not more, withheld=withheld)
        if cited and not withheld and len(self.found) > before:
            self.found[-1] = self.found[-1]._replace(closed_by_dash=True)
        self.attributed = cited
        self.opening = None

    def _emit(
        self,
        opening: Opening,
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
        inner = write.lowered(self.place, opening.text, end.start, stop)
        if inner is None:
            withheld = withheld or "a quotation mark within the speech has no partner"
        edits = tuple(sorted((opening.edit, *(inner or ()), closing, *extra)))
        span = Span(opening.at, max(shown, closing.span.end))
        reopens = opening.proof == "attributed"
        self.found.append(Speech(opening.kind, span, edits, sure, withheld, needs, reopens=reopens))

    def _close_tail(self, opening: Opening, tail: Tail, before: list[tuple[int, int]]) -> None:
        """Close at the comma before a tail attribution; ``before`` are the sentences before."""
        several = any(find_tail(self.place.view, *part) for part in before)
        end = write.ending(self.place, opening.text, tail.attribution.start)
        edit = write.closing(self.place, end, opening.text, cited=True, more=True)
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

    def _finish(self, opening: Opening) -> None:
        """The block ends in speech (deep dive B: R3, R4)."""
        parts = sentences(self.place.view, opening.text, self.place.end)
        tail = find_tail(self.place.view, *parts[-1]) if parts else None
        if tail:
            self._close_tail(opening, tail, parts[:-1])
            return
        tails = [(place, find_tail(self.place.view, *part)) for place, part in enumerate(parts)]
        inner = [(place, one) for place, one in tails if one]
        if inner:
            place, one = inner[0]
            assert one is not None
            self._incise(opening, one, parts[place + 1 :], len(inner) > 1)
        elif opening.proof in ("attributed", "colon"):
            if SIGNATURE.fullmatch(self.place.view, opening.text, self.place.end):
                return
            self._close(opening, self.place.end, self.place.end, cited=False, more=False)
        elif opening.proof == "start":
            self._bare(opening)

    def _incise(
        self, opening: Opening, tail: Tail, rest: list[tuple[int, int]], several: bool
    ) -> None:
        """A tail attribution with sentences after it: narration, or speech that goes on (R9)."""
        end = write.ending(self.place, opening.text, tail.attribution.start)
        edit = write.closing(self.place, end, opening.text, cited=True, more=True)
        words = set(self.place.view[rest[0][0] : self.place.end].lower().split())
        extra: tuple[Edit, ...] = ()
        needs, shown = "reopens", tail.mark + 1
        if words & FIRST_PERSON:
            last = write.ending(self.place, rest[0][0], self.place.end)
            final = write.closing(self.place, last, rest[0][0], cited=False, more=False)
            begin = Edit(Span(rest[0][0], rest[0][0]), self.place.marks.open)
            extra, needs, shown = (begin, final), "incise", self.place.end
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

    def _bare(self, opening: Opening) -> None:
        """Speech without an attribution: only where the article's other dashes are speech."""
        if not self.place.view[opening.text].isupper():
            return
        end = write.ending(self.place, opening.text, self.place.end)
        if not any(mark in end.text for mark in ".?!…"):
            return
        edit = write.closing(self.place, end, opening.text, cited=False, more=False)
        self._emit(opening, end, edit, self.place.end, sure=False, needs="dialogue")

    def _narration(self, dash: Dash, found: Attribution | None) -> None:
        place = self.place
        if self.raya and not dash.left and (dash.right or dash.stop or dash.end >= place.end):
            self._closing_raya(dash)
            return
        if found and dash.at != place.start:
            self._alone(dash, found)
            return
        if place.quotes.around(dash.at):
            return
        reason = opens_speech(place.view, dash, place.start, place.end)
        if reason == "stop" and not self.attributed:
            self.attributed = attributed_before(place.view, place.start, dash.start)
        double = before_marks(place, dash, self.attributed)
        if double is not None:
            self.found.append(double)
            self.resume_at = dash.end + 1
            return
        if reason == "stop" and self.attributed:
            reason = "attributed"
        if reason:
            self.opening = begin(place, dash, reason)
        elif self.attributed:
            self.opening = resume(place, dash)

    def _closing_raya(self, dash: Dash) -> None:
        """The dash that ends a Spanish comment: “—said Ana—. The water …” (B11, B12)."""
        self.raya = False
        opener = self.found.pop() if self.found else None
        if opener is None:
            return
        self.opening = after_raya(self.place, dash, opener.kind == "paragraph")
        if self.opening is None:
            edit = Edit(Span(dash.at, dash.after), "")
            span = Span(opener.span.start, max(opener.span.end, edit.span.end))
            opener = opener._replace(span=span, edits=tuple(sorted((*opener.edits, edit))))
        self.found.append(opener)

    def _alone(self, dash: Dash, found: Attribution) -> None:
        """An attribution behind a dash, though no dash opened the speech."""
        pair = self.place.quotes.around(dash.at)
        if pair is not None:
            self.found += quoted(self.place, pair, dash)
            self.resume_at = pair.close
            return
        speech = unopened(self.place, dash, found)
        if speech is not None:
            self.found.append(speech)
            self.attributed = True
