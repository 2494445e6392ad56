"""Where the dashes of a text may be those of speech."""

from __future__ import annotations

import re

from tqcheck.detectors._speech_attribution import attribution
from tqcheck.later import later
from tqcheck.wake import Trigger

_DASH = r"(?:--|[\u2012-\u2015-])"
_WHOLE = later(r"(?:--|[\u2012-\u2015-])[.,;:]?[ \u00a0]{0,3}")


def is_attributed(match: re.Match[str]) -> bool:
    """Whether an attribution follows a dash in its row."""
    view = match.string
    dash = _WHOLE.match(view, match.start())
    if dash is None:
        return False
    end = view.find("\n\n", match.end())
    return attribution(view, dash.end(), len(view) if end < 0 else end) is not None


TRIGGERS = (
    Trigger(rf"(?m)^[ \t\u00a0]*{_DASH}"),
    Trigger(rf"[.!?\u2026:][\"\u201c\u201d\u00bb\u2019)\]]{{0,2}}[ \u00a0]{{0,3}}{_DASH}"),
    Trigger(rf"{_DASH}[.,;:]?[ \u00a0]{{0,3}}[\"\u201c\u201e\u00ab\u00bf\u00a1\u2018']"),
    Trigger(
        r"--|[\u2012-\u2015]|(?<=[ \u00a0,.!?\u2026:\"\u201c\u201d\u00bb])-|-(?=[ \u00a0])",
        is_attributed,
    ),
)
