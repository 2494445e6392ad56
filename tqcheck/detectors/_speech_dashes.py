"""Finds the dashes of a block that can open or close speech, with what stands around them."""

from __future__ import annotations

import re

from tqcheck.detectors._speech_attribution import attribution, is_abbreviation
from tqcheck.detectors._speech_tail import find_tail, sentences
from tqcheck.detectors._speech_words import VERBS
from tqcheck.later import later
from tqcheck.record import NamedTuple

_DASH = later(
    r"(?P<dash>--|[\u2013\u2014\u2015\u2012\u2212-])(?P<stop>[.,;:]?)(?P<right>[ \u00a0]{0,3})"
)
_BLANKS = " \u00a0"
_MARKS = ',.!?\u2026:"\u201d\u201c\u00bb'
_FINAL = later(r"(?:[.!?\u2026]|\.\.\.)[\"\u201d\u201c\u00bb\u2019)\]]{0,2}\Z")
_DATELINE = later(
    r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.' -]{2,}(?:,[\w .]{1,30})?(?:\([\w /]{2,30}\))?[ ]?\Z"
)
_CREDIT = later(r"(?:Photo|Source|Image|Picture|Video|Read|See|Also|Author|Editor)\b[ \w]{0,20}:?")
_SAYS_BEFORE_COLON = 90


class Dash(NamedTuple):
    """A dash that stands as a word: offsets of the blanks before it, itself and what follows.

    ``stop`` is a comma or full stop glued to it (Spanish “—.”); ``left`` and ``right`` say
    whether a blank stands on that side.
    """

    start: int
    at: int
    after: int
    end: int
    stop: str
    left: bool
    right: bool
    glyph: str

    @property
    def glued(self) -> bool:
        """Whether it is a hyphen stuck to the word before and to none behind."""
        return self.glyph == "-" and not self.left and self.right


def dashes(view: str, start: int, end: int) -> list[Dash]:
    """The dashes of ``view[start:end]`` that are no hyphens, ranges or closed-up dashes."""
    found: list[Dash] = []
    for match in _DASH.finditer(view, start, end):
        at = match.start()
        left = at
        while left > max(start, at - 3) and view[left - 1] in _BLANKS:
            left -= 1
        dash = Dash(
            left,
            at,
            match.end("dash"),
            match.end(),
            match["stop"],
            left < at or at == start,
            match.end("right") > match.start("right"),
            match["dash"],
        )
        if _stands_alone(view, dash, start, end):
            found.append(dash)
    return found


def _stands_alone(view: str, dash: Dash, start: int, end: int) -> bool:
    if dash.end >= end:
        return bool(dash.stop) and not dash.left and dash.glyph != "-"
    following = view[dash.end]
    before = view[dash.at - 1] if dash.at > start else " "
    if dash.left and dash.right:
        return True
    if dash.glyph == "-":
        after_mark = dash.left or before in _MARKS
        glued = not dash.right and not dash.stop and following.isalpha()
        if before in _MARKS:
            return dash.right or glued
        opens = dash.at == start or (dash.left and view[dash.start - 1] in ".!?")
        return glued and opens and after_mark and following.isupper()
    if dash.left:
        return following.isalpha() or following in "\u00bf\u00a1\u00ab\u201c\"\u2018'"
    return dash.right or bool(dash.stop) or before in _MARKS


def without_items(view: str, found: list[Dash], start: int) -> list[Dash]:
    """The dashes but for those of a list whose rows were joined: “… dams. -Hired two men. -Sold …”.

    Several hyphens that stick to a capital behind a full stop; where an attribution follows a
    dash of the block, they open speech.
    """
    items = [
        dash
        for dash in found
        if dash.glyph == "-"
        and dash.left
        and not dash.right
        and view[dash.start - 1] in ".:;"
        and dash.at > start
    ]
    spoken = any(
        not ends_sentence(view, dash, start) and attribution(view, dash.end, len(view))
        for dash in found
    )
    if len(items) < 2 or spoken:
        return found
    return [dash for dash in found if dash not in items]


def opens_speech(view: str, dash: Dash, start: int, end: int) -> str:
    """Why speech may begin at a dash: "start" of the block, "stop" or "colon" before it, or "".

    Not after a dateline, an abbreviation or a number, and not before a credit.
    """
    following = view[dash.end : dash.end + 1]
    if dash.stop or not following:
        return ""
    if dash.at == start:
        return (
            "start"
            if following.isalnum() or following in '\u00bf\u00a1"\u201c\u201e\u00ab\u2026'
            else ""
        )
    opener = following in '\u00bf\u00a1"\u201c\u201e\u00ab'
    if not (following.isupper() or following.isdigit() or opener) or not (dash.left or dash.right):
        return ""
    if _CREDIT.match(view, dash.end, end) and view[dash.end : dash.end + 30].find(":") > 0:
        return ""
    before = view[max(start, dash.start - _SAYS_BEFORE_COLON) : dash.start]
    if before.endswith(":"):
        words = re.findall(r"[a-z]+", before)
        return "colon" if any(word in VERBS for word in words) else ""
    if not _FINAL.search(before):
        return ""
    if before.endswith(".") and before[:-1].strip().isdigit() and dash.start - start < 6:
        return ""  # the number of an item
    if before.endswith(".") and (dash.glued or is_abbreviation(view, dash.start - 1)):
        return ""
    if dash.start - start < 60 and _DATELINE.match(view[start : dash.start]):
        return ""
    return "stop"


def ends_sentence(view: str, dash: Dash, start: int) -> bool:
    """Whether a final mark stands before a dash."""
    return bool(_FINAL.search(view, max(start, dash.start - 4), dash.start))


def attributed_before(view: str, start: int, end: int) -> bool:
    """Whether the sentence that ends at ``end`` attributes a quotation: “…,” he said."""
    low = max(start, end - 300)
    parts = sentences(view, low, end)
    if not parts:
        return False
    first, last = parts[-1]
    found = find_tail(view, first, last)
    return found is not None and any(mark in view[low : found.attribution.start] for mark in '"”»“')
