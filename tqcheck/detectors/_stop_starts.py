"""Finds paragraphs that begin in lower case though they are sentences of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tqcheck.article import Article
from tqcheck.detectors._stop_verdict import Verdict
from tqcheck.detectors._stop_words import is_abbreviation, is_starter
from tqcheck.finding import Edit, Safety
from tqcheck.later import later
from tqcheck.lexicon.table import is_word
from tqcheck.lexicon.words import FUNCTION_WORDS
from tqcheck.source import Span

_FIRST = later(r"([^\W\d_]+(?:['\u2019-][^\W\d_]+)*)([^\w\s]?)[ \u00a0]")
_PARTS = later(r"[-'\u2019]")
_ENDS = later(r"[.!?\u2026][\"'\u201d\u2019\u00bb)]*$")
_ZONES = ("paragraph", "standfirst", "title", "other", "caption")
_HEADING_WORDS = 12
_SENTENCE_WORDS = 4
_LOWER_SHARE = 0.4
_MANY = 6
"""From so many lines on, a large share of small first letters is the writer's own way."""


def starts(article: Article, rows: Iterable[Span]) -> Iterator[Verdict]:
    """Lines that are sentences, begin small, and don't go on with the line before.

    Left out: lists (items without a final mark or with semicolons, what a colon or a bullet
    announces), verse and wrapped lines (the line before has no final mark), words that may
    open a sentence in lower case, and texts that are written in lower case throughout.
    """
    rows = [span for span in rows if article.view[span.start : span.end].strip()]
    texts = [article.view[span.start : span.end].strip() for span in rows]
    small = sum(text[0].islower() for text in texts)
    if not small or (len(texts) >= _MANY and small > _LOWER_SHARE * len(texts)):
        return
    listed = False
    for index, (span, text) in enumerate(zip(rows, texts, strict=True)):
        announced = bool(index) and texts[index - 1][-1] in ":;"
        listed = text[0].islower() and (listed or announced)
        if listed:
            continue  # items that a colon announces
        if not text[0].islower():
            continue
        region = article.document.region_at(span.start)
        kind = region.kind if region else ""
        headline = not index and kind == "title" and _is_headline(texts)
        if headline or (_is_sentence(text) and kind in _ZONES and _stands_alone(texts, index)):
            yield _verdict(article, span, texts, index)


def _verdict(article: Article, span: Span, texts: Sequence[str], index: int) -> Verdict:
    at = article.view.index(texts[index][0], span.start)
    first = _FIRST.match(texts[index])
    word = first.group(1) if first else texts[index][0]
    after_text = not index or bool(_ENDS.search(texts[index - 1]))
    sure = after_text and word in FUNCTION_WORDS and bool(_ENDS.search(texts[index]))
    edit = Edit(Span(at, at + 1), article.view[at].upper())
    safety = Safety.SAFE if sure else Safety.UNSAFE
    return Verdict("start", Span(at, at + len(word)), (edit,), safety)


def _is_headline(texts: Sequence[str]) -> bool:
    """Whether the first line is a headline in lower case, above text that begins with capitals."""
    opens = texts[0].partition(" ")[0]
    article = opens in FUNCTION_WORDS and texts[0][-1].isalnum()
    below = next((text[0] for text in texts[1:] if text[0].isalpha()), "")
    return article and below.isupper() and _has_plain_start(texts[0])


def may_start(text: str, first: bool) -> bool:
    """Whether a line, without the blanks around it, may be a hit as far as it alone tells."""
    if not text[:1].islower():
        return False
    return _is_sentence(text) or (first and _has_plain_start(text))


def _is_sentence(text: str) -> bool:
    """Whether a line is running text with a final mark, its first word a plain word."""
    return _ENDS.search(text) is not None and _has_plain_start(text)


def _has_plain_start(text: str) -> bool:
    """Whether a line of a few words begins with a word of English, no name, label or command."""
    first = _FIRST.match(text)
    if first is None or first.group(2) not in ("", ",") or is_starter(first.group(1)):
        return False
    if ord(text[0]) > 0x24F or text.count(" ") < _SENTENCE_WORDS - 1:
        return False
    if len(first.group(1)) == 1 and first.group(1) != "a":
        return False
    plain = _PARTS.split(first.group(1))[0].removesuffix("n")
    if not any(is_word(word) or word in FUNCTION_WORDS for word in (plain, plain + "n")):
        return False  # a command, a term, a name written small
    rest = text[first.end() :].lstrip()
    return rest[:1] not in "-\u2013\u2014=:|(" and text[-1] not in ";,:"


def _stands_alone(texts: Sequence[str], index: int) -> bool:
    """Whether the line before is complete: ends in a final mark, or is a heading."""
    if not index:
        return True
    before = texts[index - 1]
    if _ENDS.search(before):
        words = before.rstrip("\"'\u201d\u2019\u00bb)").rsplit(" ", 1)
        last = words[-1]
        cut = last.endswith(".") and len(words) > 1 and is_abbreviation(last[:-1])
        return not cut and not before.endswith(("\u2026", "..."))
    if not before[0].isupper() or before[-1] in ",;:-\u2013\u2014\u2026":
        return False
    words = before.split()
    lower = sum(word[0].islower() for word in words)
    return (
        2 <= len(words) <= _HEADING_WORDS
        and words[-1].lower() not in FUNCTION_WORDS
        and (len(words) > 2 or lower > 0)
    )
