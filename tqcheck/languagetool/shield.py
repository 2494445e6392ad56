"""Keeps LanguageTool from what it can't judge: names, quotations, speech and house style."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from tqcheck.article import Article
from tqcheck.document import OBJECT
from tqcheck.languagetool.answer import Raw
from tqcheck.languagetool.spelling import (
    is_mistake,
    is_spelling,
    likely,
    unknown_by_sentence,
)
from tqcheck.later import later
from tqcheck.lexicon import table
from tqcheck.lexicon.table import fold
from tqcheck.lexicon.words import NATIONALITIES
from tqcheck.names import may_lose, names_of
from tqcheck.source import Span

_MARKS = frozenset("\"'\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb`")
_SPEECH_OPENS = ("'", "\u2018", "\u2014", "\u2013", "- ")
"""What a paragraph of dialogue begins with, besides double marks (those are quotations)."""
_SPOKEN = later(
    r"""
    \b(?: u[hm]+ | hmm+ | yeah | yep | nah | gonna | wanna | gotta | kinda | sorta | dunno
        | lemme | y'all | ain't | okay | oh | wow | [Ii]['\u2019]mma
        | you[ ]know | [Ii][ ]mean )\b
    | ,[ ]like,                       # “just, like, own it”
    | \blike[ ](?:um?|my|a|the)\b,    # “had like my, own”
    | (?<=\w)-(?=\s)                  # a word broken off
    """,
    re.VERBOSE,
)
_ARTICLES = frozenset(("a", "an", "the"))
_NEXT = later(r"[\s\"'\u2018\u201c(\[]*(?P<word>[^\W\d_]+)")
_BLANKS = str.maketrans("", "", " -\u00a0\u2010\u2011")


def helpful(article: Article, raws: Sequence[Raw], words: Set[str]) -> Iterator[Raw]:
    """The matches that an editor may want to hear of; those of unknown words with what is meant.

    ``words`` (lower case) are spelled right, whatever the dictionary says.
    Quotations are left alone: what people said is not ours to mend, and their grammar is that
    of speech. So is what stands beside a piece that the view does not show.
    """
    raws = [
        raw
        for raw in raws
        if not (is_spelling(raw.rule) and article.view[raw.start : raw.end].lower() in words)
    ]
    spelled = [Span(raw.start, raw.end) for raw in raws if is_spelling(raw.rule)]
    unknown = unknown_by_sentence(article, spelled)
    for raw in raws:
        span = Span(raw.start, raw.end)
        if span.start == span.end or OBJECT in article.view[max(0, raw.start - 1) : raw.end + 1]:
            continue
        if article.quotation_at(span) is not None:
            continue
        if is_spelling(raw.rule):
            if is_mistake(article, span, raw.replacements, unknown):
                yield raw._replace(replacements=likely(article.text(span), raw.replacements))
        elif not (
            _is_a_guess(article, raw)
            or _is_style(article.text(span), raw.replacements)
            or _is_spoken(article, span)
            or _touches_a_name(article, span, raw.replacements)
        ):
            yield raw


def _is_a_guess(article: Article, raw: Raw) -> bool:
    """A blank on both sides of a quotation mark, or an article before a name of unknown sound.

    On which side the blank belongs nobody can say.
    """
    if raw.rule == "EN_A_VS_AN":
        return _is_of_unknown_sound(article.view, raw.end)
    text = article.view[raw.start : raw.end]
    return raw.rule == "COMMA_PARENTHESIS_WHITESPACE" and not _MARKS.isdisjoint(text)


def _is_of_unknown_sound(view: str, end: int) -> bool:
    """Whether the word behind an article is foreign, with a first letter of more than one sound.

    “a Ukrinform reporter” and “an Usyk fight” are both right; so are “an école” and “a żurek”.
    Nor does an article tell which one stands before it (“a a bridge”).
    """
    found = _NEXT.match(view, end)
    word = found["word"] if found else ""
    if not word[:1].isascii() or word in _ARTICLES:
        return True
    known = table.is_word(word.lower()) or word in NATIONALITIES
    return word.startswith(("U", "u", "Ou")) and not (word.isupper() or known)


def _is_style(text: str, replacements: Sequence[str]) -> bool:
    """Whether only a blank, a hyphen, an accent or a capital is at stake: “any one”, “cafe”."""
    if not any(char.isalpha() for char in text):
        return False
    plain = fold(text.translate(_BLANKS))
    return any(fold(one.translate(_BLANKS)) == plain for one in replacements)


def _is_spoken(article: Article, span: Span) -> bool:
    """Whether the paragraph is written down as it was spoken, or belongs to a dialogue."""
    region = article.document.region_at(span.start)
    if region is None:
        return False
    if article.view.startswith(_SPEECH_OPENS, region.span.start):
        return True
    return _SPOKEN.search(article.view, *region.span) is not None


def _touches_a_name(article: Article, span: Span, replacements: Sequence[str]) -> bool:
    """Whether a name would lose letters by one of the replacements."""
    return any(
        may_lose(article.view, span, after) and names_of(article).lost(span, after)
        for after in replacements or ("",)
    )
