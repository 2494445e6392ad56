"""Finds names left in a source language's form, by a table of forms and their English names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tqcheck.article import WORD, Article
from tqcheck.detectors._names import CALENDAR, FOREIGN, gloss, in_title
from tqcheck.detectors._place_context import names_another, placed, surely_placed
from tqcheck.detectors._variants import rows_of
from tqcheck.finding import Hit
from tqcheck.later import later
from tqcheck.names import TITLES, names_of, words_of
from tqcheck.patterns import compiled
from tqcheck.profile import source_of
from tqcheck.record import NamedTuple
from tqcheck.source import Span
from tqcheck.wake import Trigger, Wake

FIELDS = ("target",)
PARAMS: Mapping[str, Any] = {
    "table": (),
    "places": True,
    "titles": False,
    "cue": (),
    "alternatives": (),
}
"""``table``: lines "code languages form = target". ``places``: the forms are places, silent
where they are part of a longer name. ``titles``: also in short quotations. ``cue``: words of
which one must stand near the form. ``alternatives``: lines "kind: form, form …" of English
spellings of one name; the one that the article uses is proposed."""

_DIRECTIONS = words_of(
    """North South East West Northern Southern Eastern Western Central Greater Old New Inner
    Northeastern Northwestern Southeastern Southwestern Downtown Occupied Nazi"""
)
_INSTITUTION = later(
    r"""
    \b(?:University|College|Institute|Academy|School|Museum|Bank|Duchy|Duke|Duchess|Count|Treaty
    |Peace|Congress|Order|Tour|Archdiocese|Diocese|Church|Union|Society|Avenue|Street|Port|Castle
    |Hospital|Radio|Voice)[ ]of[ ](?:the[ ])?\Z
    """,
    re.VERBOSE,
)
_FORMER = later(r"\b(?:1\d\d\d(?<!199[2-9])|Soviet|Russian Empire|[Cc]hicken|[Cc]utlets?|Rus)\b")
_AROUND_UKRAINE = ("Ukrain", "Kyiv", "Kiev", "Russia", "Moscow", "Crimea", "Zelensk", "Odesa")
_SAINT = later(r"\b(?:St\.?|Saint|Sankt)[ \u00a0\n-]\Z")
_NEAR = 60


class Entry(NamedTuple):
    """A row of the table; ``code`` s: anywhere, g: in a place's context, h: with the hint, p: a
    person's name, where a title or a given name stands before it somewhere in the article, y: a
    place, unless a year before 1992 stands near, in which it had that name, t: after “the”, n: a
    name people have, too, where all its mentions stand in a place's context, u: as y, where the
    article speaks of Ukraine or its neighbours."""

    code: str
    languages: frozenset[str]
    form: str
    target: str


class Table(NamedTuple):
    """The rows by form, and the forms by the first word in them."""

    entries: Mapping[str, Entry]
    heads: Mapping[str, tuple[str, ...]]


def wake(params: Mapping[str, Any]) -> Wake:
    """Where one of the forms stands."""
    forms = _read(tuple(params["table"])).entries
    words = frozenset(form for form in forms if form.isalpha())
    others = "|".join(map(re.escape, sorted(forms.keys() - words)))
    triggers = (Trigger(rf"(?<![\w@#/.-])(?:{others})(?![\w@/])"),) if others else ()
    return Wake(triggers, words.__contains__ if words else None)


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """The forms of the table that stand in the article; linear in the text.

    A form is looked for only where its first word is one of the article's words (deep dive
    E.3); the longest form wins.
    """
    rows: Sequence[str] = params["table"]
    table = _read(tuple(rows))
    heads = article.counts.keys() & table.heads.keys()
    forms = [
        form
        for head in heads
        for form in table.heads[head]
        if all(word in article.counts for word in WORD.findall(form))
    ]
    if not forms:
        return
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    pattern = compiled(
        r"(?<![\w@#/.-])(?:"
        + "|".join(map(re.escape, longest_first))
        + r")(?![\w@/]|\.\w|-(?!(?:based|born|backed|led|area|style|bound|mediated)\b)\w)"
    )
    cue = _cue(params["cue"])
    spellings = _spellings(tuple(params["alternatives"]), table)
    found = [
        (table.entries[match.group()], Span(*match.span()))
        for match in pattern.finditer(article.view)
    ]
    named = {
        entry.form
        for entry, span in found
        if (params["places"] and _in_longer_name(article, span, table))
        or (entry.code == "n" and not surely_placed(article.view, span))
    }
    for entry, span in found:
        if entry.form in named or _silent(article, entry, span, params["titles"]):
            continue
        if cue and not cue.search(article.view, max(0, span.start - _NEAR), span.end + _NEAR):
            continue
        if _fits(article, entry, span):
            yield _hit(article, entry, span, spellings)


_TABLES: dict[tuple[str, ...], Table] = {}


def _read(rows: tuple[str, ...]) -> Table:
    """The table of the rows, read once for all articles."""
    if rows not in _TABLES:
        entries: dict[str, Entry] = {}
        heads: dict[str, list[str]] = {}
        for row in rows:
            left, _, target = row.partition(" = ")
            code, languages, form = left.split(" ", 2)
            entries[form] = Entry(code, frozenset(languages.split(",")), form, target)
            head = WORD.search(form)
            heads.setdefault(head.group() if head else form, []).append(form)
        _TABLES[rows] = Table(entries, {head: tuple(forms) for head, forms in heads.items()})
    return _TABLES[rows]


def _spellings(rows: tuple[str, ...], table: Table) -> Mapping[str, Sequence[str]]:
    """For each word of the rows "kind: form, form …" the forms of its row that are English."""
    return {
        form: [other for other in forms if other not in table.entries]
        for _, forms in rows_of(rows)
        for form in forms
    }


def _cue(words: Sequence[str]) -> re.Pattern[str] | None:
    if not words:
        return None
    return compiled(r"(?i)\b(?:" + "|".join(map(re.escape, words)) + r")\b")


def _silent(article: Article, entry: Entry, span: Span, titles: bool) -> bool:
    """Whether the form stands in a title, a gloss, foreign text or names another place."""
    view = article.view
    if (not titles and in_title(article, span)) or gloss(view, span, entry.target):
        return True
    if "St. " in entry.target and _SAINT.search(view, max(0, span.start - 8), span.start):
        return True
    before = view[max(0, span.start - 12) : span.start].split(" ")
    after = view[span.end : span.end + 12].split(" ")
    neighbours = (before[-2:-1], after[1:2])
    if any(word and word[0] in FOREIGN for word in neighbours):
        return True
    return names_another(view, span)


def _in_longer_name(article: Article, span: Span, table: Table) -> bool:
    """Whether the place is only a part of a club's, a street's, a person's or a paper's name."""
    view = article.view
    if _INSTITUTION.search(view, max(0, span.start - 30), span.start):
        return True
    mention = names_of(article).at(span)
    if mention is None:
        return False
    before = [word.text for word in mention.words if word.span.end <= span.start]
    after = [word.text for word in mention.words if word.span.start >= span.end]
    if len(after) > 1:
        after = []  # “the mayor of Monachium Jonas Weber”: a person’s name follows
    if before and before[-1] in TITLES:
        return True  # “Minister Moskwa”: a surname
    lawful = TITLES | _DIRECTIONS | CALENDAR | table.entries.keys()
    return any(
        word not in lawful and not word.endswith(("ish", "ian", "ese")) for word in before + after
    )


def _fits(article: Article, entry: Entry, span: Span) -> bool:
    if entry.code == "s":
        return True
    if entry.code == "p":
        names = names_of(article)
        return any(index or mention.titled for mention, index in names.places.get(entry.form, ()))
    if entry.code == "u" and not any(word.startswith(_AROUND_UKRAINE) for word in article.counts):
        return False
    if entry.code in "yu":
        return _FORMER.search(article.view, max(0, span.start - _NEAR), span.end + _NEAR) is None
    if entry.code == "t":
        before, after = (
            article.view[max(0, span.start - 4) : span.start],
            article.view[span.end : span.end + 4],
        )
        return before.lower() == "the " and after != " of "
    if entry.code == "n":
        return surely_placed(article.view, span)
    if entry.code == "g" and placed(article.view, span):
        return True
    return source_of(article) in entry.languages


def _hit(article: Article, entry: Entry, span: Span, spellings: Mapping[str, Sequence[str]]) -> Hit:
    """The hit; an article of the target is not doubled, and is capitalised where it opens."""
    target = " ".join(
        next((form for form in spellings.get(word, ()) if article.counts.get(form)), word)
        if word not in article.counts
        else word
        for word in entry.target.split(" ")
    )
    if target.startswith("the "):
        view = article.view
        if view[max(0, span.start - 4) : span.start].lower() == "the ":
            target = target[4:]
        elif (mention := names_of(article).at(span)) and mention.opens:
            target = target[0].upper() + target[1:]
    return Hit(span, {"target": target})
