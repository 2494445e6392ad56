"""What name variants share: the letters that spellings differ in, one bearer or two, the hit."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence, Set
from functools import lru_cache

from tqcheck.article import Article
from tqcheck.detectors._names import CALENDAR, fold, gloss, in_title
from tqcheck.finding import Edit, Hit
from tqcheck.later import later
from tqcheck.lexicon.table import is_word
from tqcheck.names import Names, words_of
from tqcheck.source import Span

Places = Mapping[str, Sequence[Span]]
"""The forms of one name, each with its places in the view, sorted."""

_SAME_SOUND = later(
    r"""
    (?P<S> shch | szcz | sch(?!t) | sh | sz )
    | (?P<C> tsch | tch | cz | ch )
    | (?P<h> kh )
    | (?P<z> zh )
    | (?P<c> ts | tz )
    | (?P<x> ks | x )
    | (?P<f> ph )
    | (?P<v> ff$ | [wv] )
    | (?P<k> ck | q | c(?![eiyhz]) )
    | (?P<ai> [ea][iy] )
    | (?P<e> ^[yij]e )
    | (?P<i> [yij]+ )
    """,
    re.VERBOSE,
)
_ARTICLES = frozenset(("al", "el", "ad", "as", "ul"))
_NOBODY = words_of("Christ God Virgin Allah Buddha North South East West Air Force")
_WORK = later(
    r"\b(?:magazine|newspaper|journal|film|movie|novel|album|band|song|play|opera|series|show|brand"
    r"|ship|yacht)[ ][\"\u201c\u2018']?\Z"
)
_TWICE = later(r"(\w)\1+")


@lru_cache(maxsize=4096)
def skeleton(name: str) -> str:
    """The sounds of a name: spellings of one name under different romanisations share it.

    “Holovnia” and “Holownia”, “Soloviev” and “Solovyev” do; “Nowak” and “Nowacki”, “Maria” and
    “Marie”, “Ivanov” and “Ivanova” do not (catalogue deep dive E.1).
    """
    return _TWICE.sub(r"\1", _SAME_SOUND.sub(lambda match: match.lastgroup or "", fold(name)))


def alike(first: str, second: str) -> bool:
    """Whether two words may be spellings of one name: equal sounds, at most two letters apart."""
    if skeleton(first) != skeleton(second):
        return False
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(first.lower(), second.lower(), score_cutoff=2) <= 2


@lru_cache(maxsize=16)
def rows_of(lines: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The lines "kind: form, form …" as kind and forms."""
    parts = (line.partition(": ") for line in lines)
    return tuple((kind, tuple(listed.split(", "))) for kind, _, listed in parts)


@lru_cache(maxsize=16)
def classes(rows: tuple[str, ...]) -> Mapping[str, int]:
    """For each given name of the rows “Dmytro, Dmitry …” the number of its row."""
    return {name: number for number, row in enumerate(rows) for name in row.split(", ")}


def one_bearer(names: Names, first: str, second: str, given: Mapping[str, int]) -> bool:
    """Whether two surnames may belong to one person: no given names that tell them apart.

    Where both stand with given names, one of these must be the same, a spelling of the same
    or its initial.
    """
    left, right = names.given(first), names.given(second)
    return (
        not left
        or not right
        or any(same_given(one, other, given) for one in left for other in right)
    )


def same_given(one: str, other: str, given: Mapping[str, int]) -> bool:
    """Whether two given names are one: equal, an initial of it, or spellings of one name."""
    if fold(one) == fold(other) or given.get(one, -1) == given.get(other, -2):
        return True
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    return alike(one, other)


def of_three_parts(name: str, first: Set[str]) -> bool:
    """Whether a name in small letters without hyphens may be a person's: “kim jong un”.

    It begins with one of the names ``first`` or holds an Arabic article; offices, acts and
    exercises don't (“Post-Office Department”).
    """
    words = name.split(" ")
    return len(words) > 2 and (words[0] in first or not _ARTICLES.isdisjoint(words[1:]))


def may_turn(first: str, second: str) -> bool:
    """Whether two words may be a person's names: no title of God, no point of the compass,
    no two common words (“Christ Jesus”, “North East”, “Research Council”)."""
    pair = {first, second}
    if pair & (_NOBODY | CALENDAR):
        return False
    return not (is_word(first.lower()) and is_word(second.lower()))


def is_work(names: Names, form: str) -> bool:
    """Whether a name is somewhere said to be a magazine's, a film's, a song's."""
    return any(
        _WORK.search(names.view, max(0, mention.span.start - 16), mention.span.start)
        for mention, _ in names.places[form]
    )


def unglossed(article: Article, places: Mapping[str, list[Span]]) -> Places:
    """The places without those where another form stands beside: “Volodymyr (Vladimir)”."""
    kept = {
        form: [
            span
            for span in spans
            if not in_title(article, span)
            and not any(gloss(article.view, span, other) for other in places if other != form)
        ]
        for form, spans in places.items()
    }
    return {form: spans for form, spans in kept.items() if spans}


def places_of(names: Names, forms: Sequence[str]) -> dict[str, list[Span]]:
    """The places of single words among the article's names."""
    return {
        form: [mention.words[index].span for mention, index in names.places[form]] for form in forms
    }


def variant_hit(
    article: Article, places: Places, prefer: Sequence[str] = (), given: Collection[str] = ()
) -> Hit:
    """One hit for all forms of a name, at the first place of a form that should go.

    The form to keep is the preferred one, else the most frequent, else the one that begins with
    a ``given`` name, else the one that stands first; the fix writes it at all other places at once.
    """

    def weight(form: str) -> tuple[bool, int, bool, int]:
        english = form.partition(" ")[0] in given
        return (form in prefer, len(places[form]), english, -places[form][0].start)

    target = max(places, key=weight)
    stray = sorted(span for form, spans in places.items() if form != target for span in spans)
    forms = ", ".join(
        f"“{form}” ({len(places[form])})"
        for form in sorted(places, key=lambda form: places[form][0])
    )
    edits = tuple(Edit(span, target) for span in stray)
    return Hit(stray[0], {"target": target, "forms": forms}, edits)
