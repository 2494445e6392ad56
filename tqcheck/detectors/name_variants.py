"""Finds one person, place or group spelled in several ways in one article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from tqcheck.article import Article
from tqcheck.detectors._names import CALENDAR, fold, gloss, in_title
from tqcheck.detectors._variants import (
    Places,
    alike,
    classes,
    is_work,
    may_turn,
    of_three_parts,
    one_bearer,
    places_of,
    rows_of,
    same_given,
    unglossed,
    variant_hit,
)
from tqcheck.detectors._variants_wake import wake
from tqcheck.finding import Hit
from tqcheck.later import later
from tqcheck.names import TITLES, Mention, Names, names_of, words_of
from tqcheck.patterns import compiled
from tqcheck.source import Span

__all__ = ["FIELDS", "PARAMS", "find", "wake"]

FIELDS = ("target", "forms")
PARAMS: Mapping[str, Any] = {"by": "table", "table": (), "given": (), "prefer": (), "first": ()}
"""``by``: what makes two words one name, see ``find``. ``table``: lines "kind: form, form …".
``given``: lines of given names that are one name. ``prefer``: forms to keep where they stand.
``first``: what names of three parts begin with."""

_AROUND_PLACES = words_of(
    """Region Oblast Province District City Raion Regional Oblasts Airport Station
    North South East West Northern Southern Eastern Western Central"""
)
_ELSEWHERE = later(r",[ ](?:Texas|Tex\.|Florida|Fla\.|Del|Ont)|[ ](?:Texas|File|Steps)\b")
_SHORTEST = 5
_SOUNDLESS = str.maketrans("", "", "aeiouyjhwvfxkqcszt'’-")


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """One hit for each name with several forms in the article (catalogue deep dive E.1).

    ``by = "table"``: forms of one row; "given": given names before one surname; "sound":
    surnames that differ in romanisation alone; "marks": in diacritics alone; "hyphen": in a
    hyphen; "order": given name and surname change places. Linear in the text: words are
    compared only where a key they share says so.
    """
    given = classes(tuple(params["given"])) if params["by"] == "order" else {}
    for places in _FINDERS[params["by"]](article, params):
        if len(places) > 1:
            yield variant_hit(article, places, params["prefer"], given)


def _by_table(article: Article, params: Mapping[str, Any]) -> Iterator[Places]:
    for kind, listed in rows_of(tuple(params["table"])):
        forms = [form for form in listed if form in article.counts]
        if len(forms) < 2:
            continue
        places = _spans(article, forms, kind)
        if kind == "person":
            places = _of_one_person(article, places, params)
        yield places


def _spans(article: Article, forms: Sequence[str], kind: str) -> dict[str, list[Span]]:
    """The places of the forms, without titles of works, glosses and other names they are part of.

    In a quotation a place’s form may be the speaker’s choice; it is left out.
    """
    pattern = compiled(r"(?<![\w@#/.])(?:" + "|".join(map(re.escape, forms)) + r")(?![\w@/]|\.\w)")
    places: dict[str, list[Span]] = {}
    for match in pattern.finditer(article.view):
        span = Span(*match.span())
        if in_title(article, span) or any(
            gloss(article.view, span, form) for form in forms if form != match.group()
        ):
            continue
        if kind == "place" and (
            article.quotation_at(span) is not None
            or _ELSEWHERE.match(article.view, span.end)
            or _named_after(article, span)
        ):
            continue
        places.setdefault(match.group(), []).append(span)
    return places


def _named_after(article: Article, span: Span) -> bool:
    mention = names_of(article).at(span)
    lawful = _AROUND_PLACES | TITLES | CALENDAR
    return mention is not None and any(
        word.text not in lawful for word in mention.words if not word.span.overlaps(span)
    )


def _of_one_person(
    article: Article, places: dict[str, list[Span]], params: Mapping[str, Any]
) -> dict[str, list[Span]]:
    """The forms that fit the most frequent one; others belong to a namesake."""
    if len(places) < 2:
        return places
    names, given = names_of(article), classes(tuple(params["given"]))
    main = max(places, key=lambda form: (len(places[form]), -places[form][0].start))
    return {
        form: spans
        for form, spans in places.items()
        if form == main or one_bearer(names, main, form, given)
    }


def _by_given(article: Article, params: Mapping[str, Any]) -> Iterator[Places]:
    given = classes(tuple(params["given"]))
    people: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for mention in names_of(article).mentions:
        for first, second in zip(mention.bare, mention.bare[1:], strict=False):
            if len(first.text) > 2 and len(second.text) > 2 and not first.text.isupper():
                people[fold(second.text)][first.text].append(first.span)
    for forms in people.values():
        if len(forms) > 1:
            yield from _alike_groups(article, forms, given)


def _alike_groups(
    article: Article, forms: Mapping[str, list[Span]], given: Mapping[str, int]
) -> Iterator[Places]:
    """Groups among the given names of one surname that are spellings of one."""
    left = sorted(forms, key=lambda form: forms[form][0])
    while left:
        first, *rest = left
        same = [
            form for form in rest if fold(form) != fold(first) and same_given(first, form, given)
        ]
        if same:
            yield unglossed(article, {form: forms[form] for form in (first, *same)})
        left = [form for form in rest if form not in same]


def _by_sound(article: Article, params: Mapping[str, Any]) -> Iterator[Places]:
    names, given = names_of(article), classes(tuple(params["given"]))
    listed = {form for _, forms in rows_of(tuple(params["table"])) for form in forms}
    groups: dict[str, list[str]] = defaultdict(list)
    for word in names.places:
        if len(word) >= _SHORTEST and word in names and word not in CALENDAR | TITLES:
            groups[fold(word).translate(_SOUNDLESS)].append(word)
    for words in groups.values():
        for first, second in combinations(words[:12], 2):
            if (
                (first not in listed or second not in listed)
                and fold(first) != fold(second)
                and alike(first, second)
                and _one_name(names, first, second, given)
                and not is_work(names, first)
                and not is_work(names, second)
            ):
                yield unglossed(article, places_of(names, (first, second)))


def _one_name(names: Names, first: str, second: str, given: Mapping[str, int]) -> bool:
    """Whether two like words are the same name in the same role, of the same bearer."""
    if not names.following(first) & names.following(second):
        for form in (first, second):
            if all(index + 1 < len(mention.words) for mention, index in names.places[form]):
                return False  # a given name, a street, a club: what stands behind decides
    return one_bearer(names, first, second, given)


def _by_marks(article: Article, params: Mapping[str, Any]) -> Iterator[Places]:
    names, given = names_of(article), classes(tuple(params["given"]))
    plain: dict[str, list[str]] = defaultdict(list)
    for word in names.places:
        if not word.replace("’", "").isascii():
            plain[fold(word)].append(word)
    if not plain:
        return
    for word in names.places:
        if (
            word.replace("’", "").isascii()
            and len(word) > 3
            and not word.isupper()
            and fold(word) in plain
        ):
            forms = [word, *plain[fold(word)]]
            if all(_same_role(names, word, form, given) for form in forms[1:]):
                yield unglossed(article, places_of(names, forms))


def _same_role(names: Names, first: str, second: str, given: Mapping[str, int]) -> bool:
    """Whether two forms may be one name: the same neighbours, or none at one of them."""
    left, right = names.following(first), names.following(second)
    if left and right and not {fold(word) for word in left} & {fold(word) for word in right}:
        return False
    return one_bearer(names, first, second, given)


def _by_hyphen(article: Article, params: Mapping[str, Any]) -> Iterator[Places]:
    groups: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    hyphened, first = set(), frozenset(name.lower() for name in params["first"])
    for mention, text in _whole(article):
        key = text.lower().replace("-", " ")
        groups[key][text].append(Span(mention.bare[0].span.start, mention.span.end))
        if "-" in text:
            hyphened.add(key)
    for key in sorted(hyphened):
        if len({text.lower() for text in groups[key]}) > 1 and of_three_parts(key, first):
            yield unglossed(article, groups[key])


def _by_order(article: Article, params: Mapping[str, Any]) -> Iterator[Places]:
    places: dict[str, list[Span]] = defaultdict(list)
    for mention, text in _whole(article):
        if text.count(" ") == 1 and not mention.weak:
            places[text].append(Span(mention.bare[0].span.start, mention.span.end))
    for text in sorted(places, key=lambda form: places[form][0]):
        first, second = text.split(" ")
        other = f"{second} {first}"
        if first < second and other in places and may_turn(first, second):
            yield unglossed(article, {text: places[text], other: places[other]})


def _whole(article: Article) -> Iterator[tuple[Mention, str]]:
    """The mentions of several words with their text, titles left out."""
    for mention in names_of(article).mentions:
        bare = mention.bare
        if len(bare) > 1 or "-" in bare[0].text:
            yield mention, article.view[bare[0].span.start : mention.span.end]


_FINDERS = {
    "table": _by_table,
    "given": _by_given,
    "sound": _by_sound,
    "marks": _by_marks,
    "hyphen": _by_hyphen,
    "order": _by_order,
}
