"""Finds academic titles stacked the way the source stacks them: “prof. dr hab. inż.”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tqcheck.article import Article
from tqcheck.detectors._stop_lines import matches
from tqcheck.detectors._stop_verdict import Verdict
from tqcheck.finding import Edit
from tqcheck.later import later
from tqcheck.lexicon.words import FUNCTION_WORDS
from tqcheck.source import Span

_DEGREE = r"""
    (?:
        [Pp]rof|[Dd]r|[Dd]oc                                  # kept in English
      | (?<=[Pp]rof\.[ ])univ|(?<=[Pp]rof[ ])univ            # Romanian
      | (?<=Dr\.[ ])h\.[ ]?c|(?<=Dr\.)h\.[ ]?c               # German, of honour
      | hab|in\u017c|[Mm]gr|lic|lek|med|Ing|Bc|Dipl\.-Ing     # Polish, Czech, German
      | (?:MU|JU|Ph|RN|Paed|MV|Th|Pharm)Dr                   # Czech and Slovak
    )\b\.?
"""
_STACK = later(
    rf"""
    (?<![\w.@/-])
    (?P<titles>{_DEGREE}(?:(?:[ \u00a0]|(?<=\.)){_DEGREE}){{0,4}})
    [ \u00a0]
    (?P<name>[^\W\d_a-z][\w'\u2019-]*\.?)
    (?=[ ][^\W\d_a-z]|[ ][a-z(\u2013]|[.,;:)\u201d]|$)
    """,
    re.VERBOSE | re.MULTILINE,
)
_TITLE = later(_DEGREE, re.VERBOSE)
_ALONE = frozenset(("prof", "dr", "in\u017c"))
"""Titles that others mend where they stand alone (TQ501, TQ502)."""

_DOCTORS = later(r"\w+Dr$|dr$|doc$", re.IGNORECASE)
_WITH_STOP = frozenset(("ing", "bc", "lic", "lek", "med", "hab", "doc"))
"""Degrees that are words of their own where no stop follows."""


def degrees(article: Article, rows: Iterable[Span]) -> Iterator[Verdict]:
    """Two titles before a name, or one that English has not: the highest one stays (TQ503)."""
    for match in matches(_STACK, article, rows):
        titles = [title.group() for title in _TITLE.finditer(match["titles"])]
        name = match["name"]
        if not name[0].isupper() or name.lower() in FUNCTION_WORDS or name.isupper():
            continue
        plain = [title.rstrip(".").lower() for title in titles]
        if len(titles) == 1 and (plain[0] in _ALONE or _is_word(titles[0])):
            continue
        new = _highest(plain, article.style.punctuation == "us")
        start = match.start("titles")
        end = match.end("titles") if new else match.start("name")
        edit = Edit(Span(start, end), new)
        yield Verdict("degrees", Span(start, match.end("name")), (edit,))


def _is_word(title: str) -> bool:
    return not title.endswith(".") and title.lower() in _WITH_STOP


def _highest(plain: list[str], us: bool) -> str:
    if "prof" in plain:
        return "Prof." if us else "Prof"
    if any(_DOCTORS.match(title) for title in plain):
        return "Dr." if us else "Dr"
    return ""
