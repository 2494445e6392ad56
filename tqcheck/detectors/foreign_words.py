"""Finds single words of the source language that English knows by another name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.detectors._weighing import apart_of
from tqcheck.finding import Edit, Hit
from tqcheck.later import alternation, later
from tqcheck.lexicon.table import is_place, is_word, zipf
from tqcheck.lexicon.words import FUNCTION_WORDS
from tqcheck.source import Span
from tqcheck.wake import Trigger, Wake

FIELDS = ("english",)
PARAMS: Mapping[str, Any] = {"pairs": (), "where": "anywhere"}
"""``pairs``: “form = English”, one a line. ``where``: "anywhere", "dated" (beside a day or a
year), "between" (two English words or two places) or "label" (before a line's colon)."""

_DAY = r"(?<![\d.,:/])(?P<day>\d{1,2})\.?[ ](?:(?:de|di)[ ])?"
_YEAR = r"[ ](?:(?:de|del|r\.)[ ])?(?=(?:1[89]|20)\d\d\b)"
_BEFORE = later(r"([^\W\d_]+)[ ]\Z")
_AFTER = later(r"[ ]([^\W\d_]+)")
_CAPITAL_BEFORE = later(r"\b[A-Z]\w+[ ]\Z")
_NEAR = 40
_FREQUENT = 3.0
"""How frequent the neighbors of a joining word must be in English (Zipf)."""


def wake(params: Mapping[str, Any]) -> Wake:
    """A form's first word stands somewhere; one of a single letter, where it may be a form."""
    forms = [_pair(line)[0] for line in params["pairs"]]
    firsts = frozenset(map(_first, forms))
    short = [form for form in forms if len(_first(form)) == 1 and form[0].isascii()]
    if params["where"] != "between" or not short:
        return Wake(word=firsts.__contains__)
    trigger = Trigger(_joining("|".join(map(re.escape, short))), _joins)
    return Wake((trigger,), word=firsts.difference(map(_first, short)).__contains__)


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """The listed words where the card looks for them; linear in the text.

    Only forms that the article holds are looked for. Words in parentheses, italics and short
    quotations are silent.
    """
    pairs = dict(_pair(line) for line in params["pairs"])
    if article.counts.keys().isdisjoint(map(_first, pairs)):
        return
    forms = alternation(pairs)
    for hit in _WHERE[str(params["where"])](article, pairs, forms):
        if not apart_of(article).holds(hit.span.start):
            yield hit


def _pair(line: str) -> tuple[str, str]:
    form, _, english = line.partition("=")
    return form.strip(), english.strip()


def _first(form: str) -> str:
    return re.split(r"\W", form, maxsplit=1)[0]


def _anywhere(article: Article, pairs: Mapping[str, str], forms: str) -> Iterator[Hit]:
    view = article.view
    for match in re.finditer(rf"(?<![\w@#/.-])(?:{forms})(?![\w@/]|-[A-Z\d])", view):
        english = pairs[match.group()]
        around = view[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        if not re.search(rf"(?<!\w){re.escape(english)}(?!\w)", around):
            yield Hit(Span(*match.span()), {"english": english})


def _dated(article: Article, pairs: Mapping[str, str], forms: str) -> Iterator[Hit]:
    view = article.view
    day_first = rf"{_DAY}(?P<form>{forms})(?!\w)(?P<of>[ ](?:de|del)(?=[ ]\d{{4}}\b))?"
    for match in re.finditer(day_first, view):
        if int(match["day"]) > 31 or _name_before(view, match.start()):
            continue
        english = pairs[match["form"]]
        edits = [Edit(Span(match.end("day"), match.end("form")), f" {english}")]
        if match["of"]:
            edits.append(Edit(Span(*match.span("of")), ""))
        yield Hit(Span(match.start(), match.end("form")), {"english": english}, tuple(edits))
    for match in re.finditer(rf"(?<![\d.] )(?<!\w)(?P<form>{forms})(?P<of>{_YEAR})", view):
        english = pairs[match["form"]]
        whole = Edit(Span(*match.span()), f"{english} ")
        yield Hit(Span(*match.span("form")), {"english": english}, (whole,))


def _name_before(view: str, at: int) -> bool:
    """Whether a word with a capital stands before: a street has its day, “Avenida 9 de julio”."""
    word = _CAPITAL_BEFORE.search(view, max(0, at - _NEAR), at)
    return word is not None and word[0].strip().lower() not in FUNCTION_WORDS


def _joining(forms: str) -> str:
    return rf"(?<=[^\W\d_] )(?:{forms})(?= [^\W\d_])"


def _joins(match: re.Match[str]) -> bool:
    """Whether a form stands between two words that it may join."""
    view = match.string
    before = _BEFORE.search(view, max(0, match.start() - _NEAR), match.start())
    after = _AFTER.match(view, match.end())
    return bool(before and after and _english(view, before, after, len(match.group()) == 1))


def _between(article: Article, pairs: Mapping[str, str], forms: str) -> Iterator[Hit]:
    for match in re.finditer(_joining(forms), article.view):
        if _joins(match):
            english = pairs[match.group()]
            span = Span(*match.span())
            yield Hit(span, {"english": english}, (Edit(span, english),))


def _english(view: str, before: re.Match[str], after: re.Match[str], plural: bool) -> bool:
    """Whether both neighbors are frequent English words, or both are places and no name.

    A lone letter joins only plurals: “drones i missiles”.
    """
    words = (before.group(1), after.group(1))
    if all(word.islower() for word in words):
        if plural and not all(word.endswith("s") and len(word) > 3 for word in words):
            return False
        return all(len(word) > 2 and is_word(word) and zipf(word) >= _FREQUENT for word in words)
    if not all(word[0].isupper() and word[1:].islower() and is_place(word) for word in words):
        return False
    if plural and _name_before(view, before.start(1)):
        return False  # “Jorge Lopez y Garcia”
    if not all(zipf(word) >= _FREQUENT for word in words):
        return False  # “Justicia y Paz”: small towns everywhere bear common names
    further = _AFTER.match(view, after.end())
    return further is None or further.group(1).islower()


def _label(article: Article, pairs: Mapping[str, str], forms: str) -> Iterator[Hit]:
    for match in re.finditer(rf"(?m)^(?P<form>{forms})(?=[ ]?[:!|\u2013\u2014-])", article.view):
        span = Span(*match.span())
        english = pairs[match["form"]]
        yield Hit(span, {"english": english}, (Edit(span, english),))


_WHERE = {"anywhere": _anywhere, "dated": _dated, "between": _between, "label": _label}
