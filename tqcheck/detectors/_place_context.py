"""Tells by the words around a name whether it is a place's, and which place's."""

from __future__ import annotations

import re

from tqcheck.later import later
from tqcheck.source import Span

_PLACED = later(
    r"\b(?:[Ii]n|[Tt]o|[Ff]rom|[Nn]ear|[Oo]utside|[Vv]ia|(?:[Mm]ayor|city|capital|outskirts) of) \Z"
)
_OTHER_BEFORE = later(
    r"\b(?:New[ ]|[dDlL]['\u2019]|(?:Santa|San|Sant['\u2019]|Basilica)[ ]?\w+[ ](?:in|di|da)[ ])\Z"
)
"""“a New Mexico city”, “La Guerre d’Espagne”, “Santa Croce in Gerusalemme”."""
_SURELY_PLACED = later(
    r"\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Vv]ia|(?:[Mm]ayor|city|capital|outskirts) of"
    r"|(?:fl[ey]w?|flight|flights|trips?|travel\w*|dr[oi]ves?|train|trains|exports?|imports?|arriv\w+"
    r"|road|border|deported|moved|troops) (?:to|from)) \Z"
)
"""A letter to Francie, a gift from Francie: these prepositions stand before people as well."""
_SOMEWHERE_ELSE = later(
    r"""
    ,[ ](?:
      Illinois|Ill\.|Texas|Tex\.|Florida|Fla\.|Ohio|Indiana|Ind\.|Virginia|Va\.|Georgia,|Iowa
      |Maine|Missouri|Mo\.|Kansas|Kan\.|Kentucky|Ky\.|Michigan|Mich\.|Wisconsin|Wis\.|Minnesota
      |Minn\.|Nebraska|Neb\.|New[ ]York|N\.Y\.|Pennsylvania|Pa\.|Tennessee|Tenn\.|Ontario|Alabama
      |Ala\.|Colorado|Colo\.|California|Calif\.|Washington|Wash\.|Oregon|Ore\.|Idaho|Utah|Arizona
      |Ariz\.|Oklahoma|Okla\.|Arkansas|Ark\.|Louisiana|La\.|North[ ]Dakota|N\.D\.|South[ ]Dakota
    )
    """,
    re.VERBOSE,
)
_BREED = later(r"[ ](?:[Dd]ucks?|[Bb]antams?|[Rr]obins?)\b")


def placed(view: str, span: Span) -> bool:
    """Whether a preposition of place stands before a name."""
    return _PLACED.search(view, max(0, span.start - 16), span.start) is not None


def surely_placed(view: str, span: Span) -> bool:
    """Whether a name that people bear, too, is a place: “near Francie”, “a trip to Francie”."""
    before = _SURELY_PLACED.search(view, max(0, span.start - 24), span.start)
    return before is not None and not view.startswith(("'s", "\u2019s"), span.end)


def names_another(view: str, span: Span) -> bool:
    """Whether what stands around tells of a town elsewhere (“, Illinois”), a breed, a church."""
    if _OTHER_BEFORE.search(view, max(0, span.start - 32), span.start):
        return True
    return any(rule.match(view, span.end) for rule in (_SOMEWHERE_ELSE, _BREED))
