"""Attributions behind a dash that no dash opened: after a mark, in a quotation, alone."""

from __future__ import annotations

from tqcheck.detectors import _speech_marks as write
from tqcheck.detectors._quotes import CLOSING, Pair
from tqcheck.detectors._speech_attribution import Attribution, attribution
from tqcheck.detectors._speech_dashes import Dash, dashes, ends_sentence
from tqcheck.detectors._speech_marks import Marks, Place, Speech
from tqcheck.detectors._speech_tail import sentences
from tqcheck.finding import Edit
from tqcheck.later import later
from tqcheck.source import Span

_BEFORE = " .,:\u00a0"
_SPEAKERS = frozenset("i we our my me us you your i'm we're i’m we’re".split())
_TAKEN_UP = later(r"[^.!?\n\u2014]{0,120}(?<=\w)\u2014[\"\u201c]")
_SHORTEST = 3
"""Words a speech without an opening has at least."""
_LONGEST = 600
"""Code points it has at most, so that the cost does not depend on the block."""


def unopened(place: Place, dash: Dash, found: Attribution) -> Speech | None:
    """An attribution behind a dash, though no dash opened the speech."""
    if _is_interrupted(place, dash, found):
        return None
    return after_mark(place, dash, found) or orphan(place, dash, found)


def after_mark(place: Place, dash: Dash, found: Attribution) -> Speech | None:
    """TQ311: “We are ready”, – he said. The dash goes and the comma comes inside."""
    view = place.view
    at = dash.at
    while at > place.start and view[at - 1] in _BEFORE:
        at -= 1
    if at <= place.start or view[at - 1] not in CLOSING or not (found.strong or found.plain):
        return None
    mark = at - 1
    if _is_fragment(place, mark):
        return None
    inner = mark
    while inner > place.start and view[inner - 1] in ".,\u00a0 ":
        inner -= 1
    before, behind = view[inner:mark], view[at : dash.at]
    kept = view[inner - 1 : inner] in ("?", "!", "…") or before.startswith("..")
    stop = before.strip() if kept else ","
    edits = [write.smallest(Span(inner, mark), view, stop)] if before != stop else []
    if view[mark] == "\u201c":
        edits.append(Edit(Span(mark, mark + 1), place.marks.close))
    if behind.strip() or dash.right or dash.left:
        blank = "" if dash.right else " "
        edits.append(Edit(Span(at, dash.after), blank))
    else:
        edits.append(Edit(Span(at, dash.end), " "))
    return Speech("after", Span(inner if before else mark, dash.after), tuple(edits))


def _is_interrupted(place: Place, dash: Dash, found: Attribution) -> bool:
    """Whether one quotation is broken off and taken up, as English writes it: “I”—he said—“am”."""
    if place.view[dash.at - 1] not in CLOSING or dash.left or dash.right:
        return False
    return _TAKEN_UP.match(place.view, found.verb_end, place.end) is not None


def _is_fragment(place: Place, mark: int) -> bool:
    """Whether the mark closes some quoted words of a sentence, not what was said."""
    pair = place.quotes.by_close.get(mark)
    if pair is None:
        return False
    before = place.view[max(place.start, pair.open - 3) : pair.open].rstrip(" \u00a0")
    return bool(before) and before[-1] not in '.!?:,…–—-)"”»'


def quoted(place: Place, pair: Pair, first: Dash) -> list[Speech]:
    """TQ362: the attribution between dashes within one pair of marks, set free.

    “We are ready, – he said. – We wait.” Each attribution is one hit: the quotation closes
    before it and opens again behind it; where it does not, the last mark goes.
    """
    view = place.view
    found: list[Speech] = []
    closing: tuple[Edit, Dash] | None = None
    own = place._replace(marks=_own(place, pair))
    stands = dashes(view, first.start, pair.close)
    for number, dash in enumerate(stands):
        said = attribution(view, dash.end, pair.close)
        follows = stands[number + 1 : number + 2]
        resumes = any(ends_sentence(view, one, pair.open) for one in follows)
        comma = view[dash.start - 1] in ",?!…"
        if closing is None and said and said.strong and (said.plain or comma or resumes):
            if view[dash.end].isupper() and ends_sentence(view, dash, pair.open):
                continue
            end = write.ending(place, pair.open + 1, said.start)
            if end.inner or end.stray:
                return found
            edit = write.closing(own, end, pair.open + 1, cited=True, more=True)
            closing = (edit, dash)
        elif closing is not None and view[dash.end : dash.end + 1].isalnum():
            opener = own.marks.open
            ended = dash.stop or view[dash.start - 1] in ",.!?…"
            new = f"{dash.stop} {opener}" if dash.stop else opener if ended else f", {opener}"
            start = dash.at if ended else dash.start
            edits = (closing[0], Edit(Span(start, dash.end), new))
            found.append(Speech("quoted", Span(closing[1].at, dash.after), edits))
            closing = None
    if closing is not None and view[pair.close - 1] in ".!?…":
        edits = (closing[0], Edit(Span(pair.close, pair.close + 1), ""))
        found.append(Speech("quoted", Span(closing[1].at, pair.close + 1), edits))
    return found


def _own(place: Place, pair: Pair) -> Marks:
    """The marks of a quotation that stays: the article's, or the pair's own glyphs."""
    return place.marks._replace(open=place.view[pair.open], close=place.view[pair.close])


def orphan(place: Place, dash: Dash, found: Attribution) -> Speech | None:
    """TQ353: “We will not give up – said the captain.” Nothing shows where the speech began."""
    view = place.view
    capital = view[dash.end].isupper()
    if not found.strong or (capital and ends_sentence(view, dash, place.start)):
        return None
    low = max(place.start, dash.start - _LONGEST)
    parts = sentences(view, low, dash.start)
    first = parts[-1][0] if parts else low
    if first == low > place.start:
        return None
    words = view[first : dash.start].lower().split()
    comma = view[dash.start - 1 : dash.start] in (",", "!", "?", "…")
    if dash.glyph == "--" or len(words) < _SHORTEST or place.quotes.odd_inside(first, dash.start):
        return None
    following = view.find(" ", found.verb_end)
    ahead = dashes(view, found.verb_end, min(place.end, found.verb_end + 160))
    if any(not ends_sentence(view, one, place.start) for one in ahead) and not comma:
        return None  # a parenthesis between two dashes
    if not comma and not (found.plain and (_SPEAKERS & set(words)) and following):
        return None
    end = write.ending(place, first, found.start)
    closing = write.closing(place, end, first, cited=True, more=True)
    inner = write.lowered(place, first, end.start, found.start)
    if inner is None:
        return None
    opening = Edit(Span(first, first), place.marks.open)
    sure = comma and first == place.start
    return Speech("orphan", Span(first, dash.after), (opening, *inner, closing), sure)
