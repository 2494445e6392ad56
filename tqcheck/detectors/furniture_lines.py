"""Finds the lines a page puts around an article: ads, links, buttons, credits, weather."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tqcheck.article import Article
from tqcheck.detectors._furniture_phrases import LONGEST, Line, Match, normal, phrases_of
from tqcheck.detectors._furniture_shapes import is_date, is_place, is_temperature, kind_by_shape
from tqcheck.detectors._furniture_wake import check_of
from tqcheck.detectors._line_deletion import deletions
from tqcheck.finding import Hit
from tqcheck.later import later
from tqcheck.source import Span
from tqcheck.wake import Wake

FIELDS: tuple[str, ...] = ()
PARAMS: Mapping[str, Any] = {"phrases": (), "kind": ""}

THEME = "weather-date-header"
"""The kind of lines that stand above the title: temperature, city, date."""

_HEAD_ROWS = 8
_PROSE_WORDS = 8
_LONG_WORDS = 26
_MAY_BE_A_SUBHEAD = (
    "navigation-widget",
    "subscribe-paywall",
    "cookie-consent",
    "copyright-footer",
    "source-author-line",
    "video-player-text",
)
_SUBHEAD_WORDS = 3
_OPENS_NO_TAIL = ("ad-marker", "photo-credit", THEME)
_TAIL_SHARE = 0.6
_TITLE_LABEL = later(
    r"(?:videos?|photos?|images?|pictures?|graphics?|infographics?|map|watch|exclusive|text"
    r"|recommended|views|comments)"
)


def wake(params: Mapping[str, Any]) -> Wake:
    """A line that may be furniture of whatever kind: the lines beside it tell what it is."""
    return Wake(check=check_of(tuple(params["phrases"])))


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """Whole lines of the kind ``params["kind"]`` (all kinds if ""), each with its deletion.

    A line is furniture if all of it is a known phrase, begins with one the way labels do, is
    told by its shape, or if it is a common word among such lines or outside the article's
    body (catalogue deep dive G). Prose that holds the same words is never touched. All cards
    of one list share one analysis. Linear in the text.
    """
    phrases = tuple(params["phrases"])
    kind = params["kind"]
    found = article.memo(f"furniture_lines {hash(phrases)}", lambda it: _all_hits(it, phrases))
    for line_kind, hit in found:
        if kind in ("", line_kind):
            yield hit


@dataclass(eq=False)
class _Row:
    """A line of the article and what is known of it; ``kind`` is set once it is furniture."""

    span: Span
    line: Line
    zone: str
    whole: bool
    match: Match | None = None
    kind: str = ""

    @property
    def prose(self) -> bool:
        """Whether it reads as running text rather than as a label."""
        if self.match is not None and not self.match.weak:
            return False
        said = self.line.terminal and not self.line.raw.endswith("?")
        return self.line.words >= (_PROSE_WORDS if said else _LONG_WORDS)


def _all_hits(article: Article, phrases: tuple[str, ...]) -> tuple[tuple[str, Hit], ...]:
    rows = _rows(article)
    title = _recognise(rows, phrases)
    _mark_theme(rows, title)
    _mark_sure(rows, title)
    _mark_weak(rows, title)
    _mark_tail(rows)
    if not any(row.kind for row in rows):
        return ()
    spans = [row.span for row in rows]
    cuts = deletions(article.view, spans, [bool(row.kind) for row in rows])
    return tuple(
        (row.kind, Hit(row.span, edits=(cuts[index],)))
        for index, row in enumerate(rows)
        if row.kind
    )


def _rows(article: Article) -> list[_Row]:
    """The lines that aren't blank, with the zone of their region."""
    rows: list[_Row] = []
    for line, region in article.lines:
        if region.aside:
            continue
        raw = article.text(line)
        left = line.start + len(raw) - len(raw.lstrip())
        text = raw.strip()
        if text:
            span = Span(left, left + len(text))
            rows.append(_Row(span, _line(text), region.kind, span == region.span))
    return rows


def _line(text: str) -> Line:
    if len(text) <= LONGEST:
        return normal(text)
    return Line(text, "", text.count(" ") + 1, False, True, False)


def _recognise(rows: Sequence[_Row], phrases: tuple[str, ...]) -> int:
    """Set each row's match; the index of the title's row, -1 if there is none."""
    known = phrases_of(phrases)
    for row in rows:
        if not row.line.norm or row.zone in ("cell", "caption"):
            continue
        row.match = known.match(row.line, near=row.whole and not row.line.terminal)
        if row.match is None or row.match.weak:
            row.match = _by_shape(row.line.raw) or row.match
        if row.match is not None and not row.whole and (row.match.weak or row.match.labelled):
            row.match = None
    for index, row in enumerate(rows[:_HEAD_ROWS]):
        sure = row.match is not None and not row.match.weak and not _titular(row)
        if sure or _theme(row.line.raw):
            continue
        if row.zone == "title" or (row.line.words >= 3 and not row.prose):
            return index
        if row.prose:
            break
    return -1


def _by_shape(text: str) -> Match | None:
    kind = kind_by_shape(text)
    return Match(kind, labelled=True) if kind else None


def _titular(row: _Row) -> bool:
    """Whether a label may open a title: “Video: Bear climbs tree”."""
    label, colon, rest = row.line.norm.partition(":")
    return bool(colon and _TITLE_LABEL.fullmatch(label)) and rest.count(" ") >= 3


def _theme(text: str) -> bool:
    return is_temperature(text) or is_date(text)


def _mark_theme(rows: Sequence[_Row], title: int) -> None:
    """Temperature, city and date above the title; a city only beside a temperature."""
    head = rows[: title if title > 0 else 3]
    weather = any(is_temperature(row.line.raw) for row in head)
    if not weather and title <= 0:
        return
    for row in head:
        text = row.line.raw
        city = weather and row.match is None and is_place(text)
        if (city and not row.prose) or _theme(text):
            row.kind = THEME


def _mark_sure(rows: Sequence[_Row], title: int) -> None:
    for index, row in enumerate(rows):
        if row.match is None or row.match.weak or row.kind:
            continue
        if index == title and (row.match.near or _titular(row)):
            continue
        if not (index > title and _subhead(rows, index)):
            row.kind = row.match.kind


def _subhead(rows: Sequence[_Row], index: int) -> bool:
    """Whether a phrase may be a heading of what follows: “Terms of use”, then prose."""
    row = rows[index]
    if row.match is None or row.match.labelled or row.match.kind not in _MAY_BE_A_SUBHEAD:
        return False
    if row.line.terminal or row.line.words > _SUBHEAD_WORDS or not 0 < index < len(rows) - 1:
        return False
    return rows[index - 1].match is None and rows[index + 1].prose


def _mark_weak(rows: Sequence[_Row], title: int) -> None:
    """Common words: above the title, below the last prose, or among other furniture."""
    last = max((index for index, row in enumerate(rows) if row.prose), default=-1)
    for index, row in enumerate(rows):
        if row.match is None or not row.match.weak or index == title:
            continue
        above = index < title
        below = 0 <= last < index
        outside = (above or below) and _has_company(rows, index)
        if outside or (not above and _is_followed(rows, index)):
            row.kind = row.match.kind
    for index in range(max(title, 0) + 1, len(rows)):
        row, before = rows[index], rows[index - 1]
        if row.match and row.match.weak and before.match and before.match.weak:
            row.kind = row.kind or (before.kind if before.kind == row.match.kind else "")


def _has_company(rows: Sequence[_Row], index: int) -> bool:
    """A neighbour that matches too, or no neighbour but prose on one side."""
    near = [rows[at].match for at in (index - 1, index + 1) if 0 <= at < len(rows)]
    return any(near) or index in (0, len(rows) - 1)


def _is_followed(rows: Sequence[_Row], index: int) -> bool:
    """Whether the next row is furniture for sure, or of the same kind as this one."""
    if index + 1 >= len(rows):
        return False
    row, after = rows[index], rows[index + 1]
    if row.match is None or after.match is None:
        return False
    return not after.match.weak or (
        after.match.kind == row.match.kind and row.match.kind == "share-follow-widget"
    )


def _mark_tail(rows: Sequence[_Row]) -> None:
    """From the first sure line below the article on, all goes if most of it is furniture."""
    last = max((index for index, row in enumerate(rows) if row.prose), default=-1)
    if last < 0:
        return
    for start in range(last + 1, len(rows)):
        row = rows[start]
        if row.kind and row.kind not in _OPENS_NO_TAIL and row.match and not row.match.weak:
            rest = rows[start:]
            small = sum(1 for other in rest if other.kind or other.line.words <= 4)
            if small >= _TAIL_SHARE * len(rest):
                for other in rest:
                    if not other.kind and not other.line.terminal:
                        headline = other.line.words > 4
                        other.kind = "read-also" if headline else "navigation-widget"
            return
