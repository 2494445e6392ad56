"""Weighs whether a stretch of an article is English, word by word, and names its language."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from tqcheck.article import Article
from tqcheck.language import (
    ENGLISH,
    LEAST_LETTERS,
    ONLY_ENGLISH,
    Evidence,
    detect,
    evidence,
    script_language,
    small_words,
)
from tqcheck.later import later
from tqcheck.lexicon.table import is_word, known
from tqcheck.record import NamedTuple
from tqcheck.source import Span

OTHER_SCRIPT = later(r"(?:(?![\u1d00-\u1eff])[\u0370-\u1fff]){2}|[\u2e80-\ud7ff]{2}")
_LEAST_WORDS = 4
_QUOTED_ON_PURPOSE = ("la",)
"""Nobody translates from Latin: what is left of it are mottoes and terms."""
_WORD = later(r"(?<![\w@./])[^\W\d_]+(?:['\u2019\u00b7-][^\W\d_]+)*(?![\w@]|[./:][\w/])")
"""A word, but for the parts of addresses."""
_ENDING = later(r"(?<=n)['\u2019]t\Z|['\u2019](?:s|d|m|re|ll|ve)\Z")
APART = later(
    r"""
    \([^()\n]{1,80}\) | \[[^\[\]\n]{1,80}\]                              # a gloss
    | _[^_\n]{1,80}_ | \*[^*\n]{1,80}\*                                 # italics
    | ["\u201c\u201e\u00ab][^"\u201c\u201d\u00ab\u00bb\n]{1,60}["\u201d\u201c\u00bb]  # a title
    | (?<!\w)['\u2018][^'\u2018\u2019\n]{1,60}['\u2019](?!\w)
    """,
    re.VERBOSE,
)


class Inside:
    """Looks up whether an offset lies in one of some disjoint spans."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]

    def holds(self, at: int) -> bool:
        """Whether the offset lies in one of the spans."""
        index = bisect_right(self._starts, at) - 1
        return index >= 0 and at < self._spans[index][1]


def apart_of(article: Article) -> Inside:
    """Parentheses, italics and short quotations of the article, worked out once."""

    def collect(it: Article) -> Inside:
        return Inside([match.span() for match in APART.finditer(it.view)])

    return article.memo("weighing.apart", collect)


class Token(NamedTuple):
    """A word in lower case, its place, and whether it is written so."""

    span: Span
    word: str
    small: bool


def _token(match: re.Match[str]) -> Token:
    """A word in lower case; English contractions and possessives without their ending."""
    text = match.group()
    ending = _ENDING.search(text)
    word = text[: ending.start()] if ending else text
    if ending and ending.group()[-1] not in "sd":
        word = "not"
    return Token(Span(*match.span()), word.lower(), text.islower())


def tokens_in(article: Article, span: Span) -> list[Token]:
    """The words of a span but for those in parentheses, italics and short quotations.

    Where hardly a word is left, and none that English knows, those in quotations count, too.
    """
    view = article.view
    apart = [match.span() for match in APART.finditer(view, *span)]
    inside: list[Token] = []
    outside: list[Token] = []
    skip = 0
    for match in _WORD.finditer(view, *span):
        while skip < len(apart) and apart[skip][1] <= match.start():
            skip += 1
        token = _token(match)
        glossed = skip < len(apart) and apart[skip][0] <= match.start()
        (inside if glossed else outside).append(token)
    if len(outside) >= _LEAST_WORDS or any(token.word in ENGLISH for token in outside):
        return outside
    rest = [token for token in outside if token.small]
    if 2 * sum(is_word(token.word) for token in rest) > len(rest):
        return outside
    return sorted((*inside, *outside))


def language_of(article: Article, span: Span) -> str:
    """The language of a stretch that isn't English, else ""."""
    tokens = tokens_in(article, span)
    words = [token.word for token in tokens]
    script = [word for word in words if not word.isascii() and OTHER_SCRIPT.search(word)]
    if script and 2 * sum(map(len, script)) > sum(map(len, words)):
        joined = " ".join(words)
        return script_language(joined) if len(joined) >= 12 else ""
    if len(words) < _LEAST_WORDS:
        return ""
    best = evidence(words)
    english = sum(word in ONLY_ENGLISH for word in words)
    if best.language:
        shared = small_words(best.language)[1]
        english -= sum(word in ONLY_ENGLISH and word in shared for word in words)
    if best.language in _QUOTED_ON_PURPOSE or not _outweighs(tokens, best, english):
        return ""
    letters = sum(map(len, words))
    found = detect(" ".join(words), article.detector) if letters >= LEAST_LETTERS else best.language
    if not found or found == "en":
        return ""
    return best.language if best.own else found


def _outweighs(tokens: Sequence[Token], best: Evidence, english: int) -> bool:
    """Whether the foreign small words and the words that English lacks make up the stretch."""
    common = ENGLISH.union(*small_words(best.language)) if best.language else ENGLISH
    rest = [token for token in tokens if token.small and token.word not in common]
    if best.language == "de" and best.own:  # its nouns have capitals
        rest += [token for token in tokens if not token.small and not known(token.word)]
    unknown = sum(not is_word(token.word) for token in rest)
    small = best.own + best.shared
    if 3 * english > small + unknown:
        return False
    if unknown >= 3 and unknown >= 0.6 * len(rest) and (best.own or not english):
        return True
    if best.own and small >= 2 and (0.3 * len(rest) <= unknown > 1 or small >= 0.3 * len(tokens)):
        return True
    if english or not small or not unknown:
        return False
    strange = sum(not known(token.word) for token in tokens)
    return 3 <= small >= 0.25 * len(tokens) or strange >= 0.4 * len(tokens) > 2
