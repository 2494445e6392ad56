"""Attributions after a comma, “…, he added.”, and the sentences they close."""

from __future__ import annotations

import re

from tqcheck.detectors._speech_attribution import Attribution, attribution, is_abbreviation
from tqcheck.later import later
from tqcheck.record import NamedTuple

_WINDOW = 220

_BREAK = later(r"[.!?\u2026]+[\"'\u201d\u2019\u00bb)\]]*\s+(?=[^\sa-z])")
_TAIL = later(
    r"""
    (?: ,\s?["\u201d\u201c\u00bb]?             # “go, he said”, “agents,” he said”
      | (?<=[\w)])["\u201d\u00bb],?            # “agents”, he said”
      | [?!\u2026]["\u201d\u00bb]?             # “who? asked the judge”
    )
    [ \u00a0]+(?=\S)
    """,
    re.VERBOSE,
)
_GOES_ON = later(
    r"""
    ,[ ](?: is|are|was|were|will|would|can|could|has|have|had|does|do|must|should
         | (?:and|but|because|so|if|when|where|or|that)[ ]
           (?:I|we|you|it|they|he|she|the|a|an|there|this|that|our|my|your|nobody|no)
         | (?:I|we|you|it|they|there|not|because) )\b
    """,
    re.VERBOSE,
)


class Tail(NamedTuple):
    """An attribution that closes a speech after a comma: “…, he added.”

    ``mark`` is where comma, mark or quotation mark begin; ``goes_on`` that speech seems to
    follow in the same sentence.
    """

    mark: int
    attribution: Attribution
    goes_on: bool


def find_tail(view: str, start: int, end: int) -> Tail | None:
    """The attribution after a comma in the sentence ``view[start:end]``, or None."""
    for match in _TAIL.finditer(view, start + 1, end):
        following = view[match.end()]
        if match.group()[0] in "?!…" and not following.islower():
            continue
        found = attribution(view, match.end(), end, tail=True)
        if found:
            ahead = min(end, found.verb_end + _WINDOW)
            return Tail(match.start(), found, bool(_GOES_ON.search(view, found.verb_end, ahead)))
    return None


def sentences(view: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of a stretch; “prof. Ahn” and initials break none."""
    starts = [start]
    for match in _BREAK.finditer(view, start, end):
        if match.group()[0] != "." or not is_abbreviation(view, match.start()):
            starts.append(match.end())
    ends = [*starts[1:], end]
    return [pair for pair in zip(starts, ends, strict=True) if pair[0] < pair[1]]
