"""The quotation marks an article's repairs are written with, and inner marks lowered a level."""

from __future__ import annotations

from typing import NamedTuple

from tqcheck.article import Article
from tqcheck.finding import Edit
from tqcheck.source import Span

_DOUBLE = "“”„«»\""
_SHAPES = {"“": "”", "„": "”“", "«": "»", '"': '"', "»": "«"}


class Marks(NamedTuple):
    """Outer and inner pair, and whether punctuation follows the quotation's logic (UK)."""

    outer: tuple[str, str]
    inner: tuple[str, str]
    logical: bool


def marks_of(article: Article) -> Marks:
    """The house's marks; straight ones where the article uses straight double marks only."""
    style = article.style
    logical = style.punctuation == "uk"
    straight = article.view.count('"')
    curly = sum(article.view.count(mark) for mark in "“”")
    if straight > curly and straight > 1 and style.quotes == "double":
        return Marks(('"', '"'), ("'", "'"), logical)
    return Marks(style.outer, style.inner, logical)


def inner_edits(
    text: str, start: int, closing: Span, closed: str, marks: Marks
) -> tuple[list[Edit], bool]:
    """Edits that lower the double marks from ``start`` to the closing edit one level.

    Returns them with whether the marks pair up; a mark that the closing edit replaces counts
    as the last one's partner. Where the house's inner marks are double, nothing changes.
    """
    edits: list[Edit] = []
    opener = ""
    for at in range(start, closing.start):
        char = text[at]
        if char not in _DOUBLE or _is_measure(text, at):
            continue
        opens = not opener
        new = marks.inner[0 if opens else 1]
        if opens and char in "”":
            return edits, False
        if not opens and char not in _SHAPES.get(opener, '"') and char in "“„«":
            return edits, False
        opener = char if opens else ""
        if char != new:
            edits.append(Edit(Span(at, at + 1), new))
    if opener:
        return edits, marks.inner[1] in closed[: -len(marks.outer[1])]
    return edits, True


def _is_measure(text: str, at: int) -> bool:
    """True for the inch mark in 6'2" or 12"."""
    return text[at] == '"' and at > 0 and text[at - 1].isdigit() and text.count('"', 0, at) % 2 == 0
