"""Finds Roman numerals that the source counts with: centuries, quarters, halves, World Wars."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tqcheck.article import Article
from tqcheck.detectors._stop_lines import matches
from tqcheck.detectors._stop_verdict import Verdict, ordinal
from tqcheck.finding import Edit
from tqcheck.later import later
from tqcheck.source import Span

_ROMAN = later(
    r"""
    (?<![\w.-])
    (?:(?P<first>[IVX]{1,5})\.?(?P<join>[ ](?:and|or|to)[ ]|[ ]?[-\u2013/][ ]?))?
    (?P<roman>[IVX]{1,5})
    (?P<stop>\.|(?:-?(?:th|st|nd|rd)|e|-?\u0433\u043e|-?\u0439)(?=[ ]))?[ \u00a0]   # an ending
    (?P<noun>century\b|centuries\b|c(?:ent)?\.(?![ ]?\d))
    """,
    re.VERBOSE,
)
_VALUES = {"I": 1, "V": 5, "X": 10}
_PAIRS = (("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))
_LATEST = 25


def roman_value(text: str) -> int:
    """The number a Roman numeral of I, V and X stands for; 0 if it isn't well formed."""
    total = 0
    for here, there in zip(text, text[1:] + " ", strict=True):
        value = _VALUES[here]
        total += -value if _VALUES.get(there, 0) > value else value
    rest, written = total, ""
    for sign, value in _PAIRS:
        while rest >= value:
            written += sign
            rest -= value
    return total if written == text and total <= _LATEST else 0


def centuries(article: Article, rows: Iterable[Span]) -> Iterator[Verdict]:
    """“XX. century”, “XIX–XX centuries”: English counts centuries in Arabic ordinals."""
    for match in matches(_ROMAN, article, rows):
        numbers = [(name, roman_value(match[name])) for name in ("first", "roman") if match[name]]
        if any(not value for _, value in numbers):
            continue
        if match["roman"] == "I" and not match["stop"] and not match["first"]:
            continue  # “I century” may be a slip of another kind
        edits: list[Edit] = []
        for name, value in numbers:
            start, end = match.span(name)
            if name == "roman":
                end += len(match["stop"] or "")
            else:
                end += article.view.startswith(".", end)
            edits.append(Edit(Span(start, end), f"{value}{ordinal(value)}"))
        span = Span(*match.span())
        if match["noun"].endswith("."):
            last = not article.view[span.end : span.end + 2].strip()
            span = Span(span.start, span.end - last)  # a sentence's own stop stays
            edits.append(Edit(Span(match.start("noun"), span.end), "century"))
        yield Verdict("roman", span, tuple(edits))


_WORDS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
).split()
_COUNTED = later(
    r"""
    (?P<front>\b(?:[Tt]he|[Ii]n|[Oo]f|[Ff]or|[Dd]uring|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Ii]ts|[Tt]heir
        |[Tt]o|and|a|[Ee]ach|[Ii]n[ ]the|[Oo]f[ ]the)[ ])
    (?P<roman>[IVX]{1,4})(?P<stop>\.|st|nd|rd|th)?[ \u00a0]
    (?P<noun>quarter|half|round|stage|semester|edition|instance|reading|degree|category|grade
        |league|division|place|convocation|millennium|set|term|phase
        |World[ ]War|world[ ]war)\b
    (?P<next>[ ]*[.,;:)\n]|[ ]*$|[ ](?:of|in|and|or|was|is|has|to|on|for|from|with|at|by|will
        |\d{4})\b)?
    """,
    re.VERBOSE | re.MULTILINE,
)
_ANY_COUNTED = later(
    r"[ ][IVX]{1,4}(?:\.|st|nd|rd|th)?[ \u00a0]"
    r"(?:qu|ha|ro|st|se|ed|in|re|de|ca|gr|le|di|pl|co|mi|te|ph|[Ww]o)"
)
"""A quick look whether a Roman numeral stands before a noun at all."""

_FIRST_OF_TWO = later(r"(?P<the>\b[Tt]he[ ])?\b(?P<roman>[IV]{1,3})[ ]and[ ]\Z")
"""“the I and II degree”: one noun for two numerals."""
_WAR = later(r"[Ww]orld[ ][Ww]ar")
_PRONOUN = frozenset("half quarter place stage grade set term phase".split())
"""Nouns that are verbs or adverbs too: “I half expected”, so “I” needs an article."""


def counted(article: Article, rows: Iterable[Span]) -> Iterator[Verdict]:
    """“the I quarter of 2012” → “the first quarter”, “the II World War” → “the Second …”."""
    some = (row for row in rows if _ANY_COUNTED.search(article.view, row.start, row.end))
    for match in matches(_COUNTED, article, some):
        value = roman_value(match["roman"])
        if not 0 < value < len(_WORDS):
            continue
        sure = len(match["roman"]) > 1 and match["front"].endswith("the ")
        if match["next"] is None and not sure:
            continue
        if match["roman"] == "X":
            continue  # “the X stage”: a name as often as a number
        bare = not match["front"].lower().endswith(("the ", "its ", "their ", "a ", "each "))
        if len(match["roman"]) == 1 and match["noun"] in _PRONOUN and bare:
            behind = (match["next"] or "").strip()
            early = match["noun"] in ("half", "quarter") and match["front"] not in ("and ", "to ")
            if not early or not (behind == "of" or behind.isdigit()):
                continue
        yield _counted(match, value, bare)


def _counted(match: re.Match[str], value: int, bare: bool) -> Verdict:
    start, end = match.start("roman"), match.end("stop" if match["stop"] else "roman")
    span = Span(start, match.end("noun"))
    if _WAR.match(match["noun"]):
        if bare:
            edits = (Edit(span, f"World War {match['roman']}"),)
        else:
            edits = (Edit(span, f"{_WORDS[value].capitalize()} World War"),)
        return Verdict("counted", span, edits)
    own = Edit(Span(start, end), _WORDS[value])
    if match["front"] == "and " and (
        pair := _FIRST_OF_TWO.search(match.string, max(0, start - 20), start)
    ):
        first = Span(*pair.span("roman"))
        the = "" if pair["the"] else "the "
        other = Edit(first, the + _WORDS[roman_value(pair["roman"])])
        return Verdict("counted", Span(first.start, span.end), (other, own))
    return Verdict("counted", span, (own._replace(new="the " + own.new) if bare else own,))
