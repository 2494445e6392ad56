"""How speech opens at a dash: anew, again behind an attribution, or with its marks already."""

from __future__ import annotations

from tqcheck.detectors import _speech_marks as write
from tqcheck.detectors._speech_attribution import attribution
from tqcheck.detectors._speech_dashes import Dash, ends_sentence
from tqcheck.detectors._speech_marks import Opening, Place, Speech
from tqcheck.finding import Edit
from tqcheck.lexicon.words import FUNCTION_WORDS
from tqcheck.source import Span

_ARTICLES = ("the", "a", "an")
_BETWEEN = " ,.–—−-\u00a0"
_FINAL = ".!?,…"


def begin(place: Place, dash: Dash, proof: str) -> Opening:
    """Speech that begins a block or a sentence."""
    kind = "paragraph" if proof == "start" else "within"
    blank = " " if kind == "within" and not dash.left else ""
    edit = Edit(Span(dash.at, dash.end), blank + place.marks.open)
    return Opening(kind, dash.at, dash.end, edit, proof)


def reads_on(view: str, dash: Dash, start: int) -> bool:
    """An attribution in lower case or by a name; a new sentence is a narrator's action."""
    if view[dash.end].islower() or not ends_sentence(view, dash, start):
        return True
    before = view[max(start, dash.start - 2) : dash.start]
    return any(mark in before for mark in '?!…"”»')


def resume(place: Place, dash: Dash) -> Opening | None:
    """Speech that goes on after an attribution, within the sentence (B06, B10)."""
    before = place.view[dash.start - 1]
    following = place.view[dash.end : dash.end + 1]
    if dash.stop or not following.isalpha() or before in ".!?…:;":
        return None
    if not (dash.left or dash.right):
        return None  # “go”—His eyes fell: the speech breaks off
    word = place.view[dash.end : dash.end + 12].split(" ")[0].strip(",.!?")
    mark = ", "
    if following.isupper() and word not in ("I", "I’m", "I'm"):
        if word.lower() not in FUNCTION_WORDS or before == ",":
            return None
        mark = ". "
    elif before != "," and (word in _ARTICLES or word.lower() not in FUNCTION_WORDS):
        return None  # more about the speaker: “– the head of the union”
    edit = Edit(Span(dash.start, dash.end), mark + place.marks.open)
    if before == ",":
        edit = Edit(Span(dash.at, dash.end), place.marks.open)
    return Opening("within", dash.at, dash.end, edit, "attributed")


def after_raya(place: Place, dash: Dash, paragraph: bool) -> Opening | None:
    """Speech behind the dash that ends a Spanish comment; None where the narrator goes on.

    ``paragraph``: the block began with speech, so what follows a full stop is speech too.
    """
    following = place.view[dash.end : dash.end + 1]
    resumes = paragraph or dash.stop in (",", ":", ";") or following.islower()
    if not following.strip() or dash.end >= place.end or (dash.stop == "." and not resumes):
        return None
    stop = dash.stop or ("," if following.islower() else ".")
    edit = write.smallest(Span(dash.at, dash.end), place.view, f"{stop} {place.marks.open}")
    return Opening("within", dash.at, dash.end, edit, "attributed")


def before_marks(place: Place, dash: Dash, attributed: bool) -> Speech | None:
    """TQ361: a dash before speech that has its marks, and an attribution before or behind it."""
    view = place.view
    pair = place.quotes.opened_by(dash.end)
    if pair is None or dash.stop:
        return None
    at = pair.close + 1
    while at < min(place.end, pair.close + 6) and view[at] in _BETWEEN:
        at += 1
    said = at > pair.close + 1 and attribution(view, at, place.end) is not None
    whole = view[pair.close - 1] in _FINAL or view[pair.close + 1 : pair.close + 2] in (".", ",")
    if not said and not (attributed and whole):
        return None
    span, new = Span(dash.at, dash.end), ""
    if dash.at > place.start and view[dash.start - 1] not in ".!?…:,":
        if not attributed or (dash.glyph == "—" and not dash.left):
            return None  # “she knew— “Quick,” …”: a thought breaks off
        span, new = Span(dash.start, dash.end), ", "
    return Speech("double", Span(span.start, dash.end + 1), (Edit(span, new),))
