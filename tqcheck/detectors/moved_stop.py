"""Finds full stops that abbreviations of the source left behind, and what they tore apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.detectors._stop_degrees import degrees
from tqcheck.detectors._stop_judge import judge
from tqcheck.detectors._stop_lines import lines, lines_of
from tqcheck.detectors._stop_ordinal import pairs
from tqcheck.detectors._stop_places import streets, towns
from tqcheck.detectors._stop_residue import circa, ranks, sources
from tqcheck.detectors._stop_roman import centuries, counted
from tqcheck.detectors._stop_shapes import dates, titles, years
from tqcheck.detectors._stop_starts import starts
from tqcheck.detectors._stop_style import is_typed_small, is_unit_style
from tqcheck.detectors._stop_text import Stop, stops
from tqcheck.detectors._stop_verdict import Verdict
from tqcheck.detectors._stop_wake import promise
from tqcheck.detectors._stop_words import is_plain
from tqcheck.finding import Hit
from tqcheck.source import Span
from tqcheck.wake import Wake

FIELDS: tuple[str, ...] = ("noun",)
PARAMS: Mapping[str, Any] = {"kinds": ()}

Shape = Callable[[Article, Iterable[Span]], Iterator[Verdict]]

_SHAPES: Mapping[str, Shape] = {
    "year-letter": years,
    "date": dates,
    "ordinal": pairs,
    "roman": centuries,
    "counted": counted,
    "title": titles,
    "degrees": degrees,
    "rank": ranks,
    "source": sources,
    "street": streets,
    "street-stop": streets,
    "town": towns,
    "circa": circa,
    "start": starts,
}
"""Kinds with a shape of their own; the function that finds them."""

_STOP_KINDS = (
    "moved", "magnitude", "repeated", "unit", "year", "ordinal", "roman", "clause", "capital"
)  # fmt: skip


def wake(params: Mapping[str, Any]) -> Wake:
    """A stop that is judged to be one of the kinds, or the mark of a kind's own shape."""
    kinds = frozenset(params["kinds"]) or frozenset((*_STOP_KINDS, *_SHAPES))
    return promise(sorted(kinds), _STOP_KINDS)


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits of the kinds in ``params["kinds"]`` (all if empty).

    News is translated sentence by sentence, and the source's sentences are cut at the stops
    of abbreviations (“3 tys. żołnierzy”, “w 1998 r. przeprowadził”). The piece that is
    left begins in lower case, which is the mark of the whole family. Each stop with a small
    letter behind it gets one verdict, by the classes of the words around it: number and unit
    first, then the stranded noun, then the table for all else (catalogue deep dive A, A.3):

    1. the same unit twice, a magnitude, a unit, a year, an ordinal, a monarch, a bare number
       before what it counts: the stop goes;
    2. a bare number, phrases with prepositions, the stop, a noun that numbers count: the noun
       goes behind its number (A.5). Where a verb follows the noun, only if the words before
       the stop have none, so that number and noun are the subject of one sentence;
    3. else by the word behind the stop (A.4): delete, capitalise, put a comma, or report.

    Shapes that need no small letter (dates, titles, ranks, streets …) have functions of their
    own; a stop inside one of these is not judged again.
    Cards share one analysis per article. Linear in the text: at most 260 characters on
    either side of a stop are looked at.
    """
    kinds = frozenset(params["kinds"]) or frozenset((*_STOP_KINDS, *_SHAPES))
    verdicts: list[Verdict] = []
    if kinds.intersection(_STOP_KINDS):
        verdicts += article.memo("moved_stop stops", _judged)
    for shape in dict.fromkeys(_SHAPES[kind] for kind in _SHAPES if kind in kinds):
        verdicts += _found(article, shape)
    end = -1
    for verdict in sorted(verdicts, key=lambda one: one.span):
        if verdict.kind in kinds and verdict.span.start >= end:
            end = verdict.span.end
            yield _hit(verdict)


def _found(article: Article, shape: Shape) -> tuple[Verdict, ...]:
    """What a function finds in an article, worked out once."""

    def make(article: Article) -> tuple[Verdict, ...]:
        return tuple(shape(article, lines(article)))

    return article.memo(f"moved_stop {shape.__name__}", make)


def _judged(article: Article) -> tuple[Verdict, ...]:
    """One verdict for every stop; those inside a source's abbreviation are others' business."""
    found: list[tuple[Stop, Verdict]] = []
    for stop in stops(article):
        verdict = judge(stop)
        if verdict is not None:
            found.append((stop, verdict))
    rows = lines_of(article, (stop.at for stop, _ in found if not is_plain(stop.word)))
    taken: set[int] = set()
    for shape in (years, dates, pairs, centuries, counted, degrees, ranks, sources, streets):
        for other in shape(article, rows):
            taken.update(range(*other.span))
    return tuple(
        verdict
        for stop, verdict in found
        if stop.at not in taken
        and not is_typed_small(article, verdict)
        and not is_unit_style(article, verdict)
    )


def _hit(verdict: Verdict) -> Hit:
    if not verdict.edits:
        return Hit(verdict.span, verdict.groups, fixable=False, withheld=verdict.withheld)
    return Hit(verdict.span, verdict.groups, verdict.edits, verdict.safety)
