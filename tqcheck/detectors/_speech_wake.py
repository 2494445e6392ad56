"""Where the dashes of a text may be those of speech."""

from __future__ import annotations

import re

from tqcheck.detectors._speech_attribution import WINDOW, attribution
from tqcheck.later import later
from tqcheck.wake import Trigger

_DASH = r"(?:--|[\u2012-\u2015\u2212-])"
_WHOLE = later(r"(?:--|[\u2012-\u2015\u2212-])[.,;:]?[ \u00a0]{0,3}")


def is_attributed(match: re.Match[str]) -> bool:
    """Whether an attribution follows a dash in its row."""
    view = match.string
    dash = _WHOLE.match(view, match.start())
    if dash is None:
        return False
    end = view.find("\n\n", match.end(), dash.end() + WINDOW)
    return attribution(view, dash.end(), len(view) if end < 0 else end) is not None


_GLYPH = later(r"[\u2012-\u2015\u2212-]")
_BEFORE = r"[.!?\u2026:][\"\u201c\u201d\u00bb\u2019)\]]{0,2}[ \u00a0]{0,3}"
_BEHIND = r"[.,;:]?[ \u00a0]{0,3}[\"\u201c\u201e\u00ab\u00bf\u00a1\u2018']"
_STOPPED = later(rf"{_BEFORE}\Z")
_QUOTED = later(rf"{_DASH}{_BEHIND}")
_LOOKED_BACK = 6

TRIGGERS = (
    Trigger(rf"(?m)^[ \t\u00a0]*{_DASH}"),
    Trigger(rf"{_BEFORE}{_DASH}"),
    Trigger(rf"{_DASH}{_BEHIND}"),
    Trigger(
        r"--|[\u2012-\u2015\u2212]|(?<=[ \u00a0,.!?\u2026:\"\u201c\u201d\u00bb])-|-(?=[ \u00a0])",
        is_attributed,
    ),
)


def may_speak(view: str) -> bool:
    """Whether one of the triggers holds, asked dash by dash: few texts with dashes have speech."""
    for match in _GLYPH.finditer(view):
        at = match.start()
        if view[at - 1 : at].isalnum() and view[at + 1 : at + 2].isalnum() and view[at] == "-":
            continue  # a hyphen
        row = at
        while row and view[row - 1] in " \t\u00a0":
            row -= 1
        if row == 0 or view[row - 1] == "\n":
            return True
        if _STOPPED.search(view, max(0, at - _LOOKED_BACK), at) or _QUOTED.match(view, at):
            return True
        if is_attributed(match):
            return True
    return False
