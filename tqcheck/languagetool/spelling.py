"""Judges LanguageTool's spelling findings: which words are mistakes, and which only unknown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from tqcheck.article import Article
from tqcheck.later import later
from tqcheck.lexicon import table
from tqcheck.names import names_of
from tqcheck.source import Span

SPELLERS = ("MORFOLOGIK_RULE", "HUNSPELL", "EN_MULTITOKEN_SPELLING")
"""How the ids of the rules begin that look words up in a dictionary."""
_PLAIN = later(r"[a-z]+(?:['\u2019](?:s|t|re|ve|ll|d|m))?")
_TOKEN = later(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_SHORT = 3
"""Letters up to which a word is an abbreviation, a sound or a unit rather than a mistake."""
_SLIP = 3.0
"""Steps of Zipf (powers of ten) between a slip and the word that was meant."""
_COMMON = 3.0
"""The Zipf value from which a word is proposed."""
_LONG = 6
"""Letters from which on a rare word beside a frequent one is no word of another language."""
_FOREIGN_ENDS = ("a", "i", "o", "u")
"""How few words of English end, and many that are borrowed or written in Latin letters."""
_NEAR_FOREIGN = 2
"""Unknown words in one sentence that make it a sentence of another language, or of jargon."""


def is_spelling(rule: str) -> bool:
    """Whether a rule looks words up."""
    return rule.startswith(SPELLERS)


def unknown_by_sentence(article: Article, spans: Sequence[Span]) -> Mapping[int, int]:
    """For each sentence, by its start, how many different words the speller does not know."""
    seen = {(article.sentence(one.start).start, article.text(one).lower()) for one in spans}
    return Counter(start for start, _ in seen)


def tokens_of(article: Article) -> Mapping[str, int]:
    """How often each word stands in the article, in small letters, hyphens kept."""
    return article.memo(
        "languagetool tokens",
        lambda one: Counter(match.group().lower() for match in _TOKEN.finditer(one.view)),
    )


def is_mistake(
    article: Article, span: Span, replacements: Sequence[str], unknown: Mapping[int, int]
) -> bool:
    """Whether an unknown word is a mistake, as far as the article can tell.

    A name, a foreign word, a word with a capital or a digit, one that our own table knows or
    that the article uses again is not; nor is one of several unknown words in one sentence, or
    one that ends like a loanword (“hromada”, “kabayaki”) and is no slip for another. A word for
    which the dictionary has nothing to offer is not told either: what would an editor do with it?
    """
    word = article.text(span)
    if not replacements or len(word) <= _SHORT or not _PLAIN.fullmatch(word):
        return False
    before, after = article.view[span.start - 1 : span.start], article.view[span.end : span.end + 1]
    if before in _WITHIN or after in _WITHIN:
        return False
    if tokens_of(article)[word] > 1 or names_of(article).shields(span):
        return False
    if table.known(word) and not _is_common_slip(word, replacements):
        return False
    if word.capitalize() in article.counts or word.upper() in article.counts:
        return False
    if word.endswith(_FOREIGN_ENDS) and not likely(word, replacements):
        return False
    return unknown.get(article.sentence(span.start).start, 0) < _NEAR_FOREIGN


def _is_common_slip(word: str, replacements: Sequence[str]) -> bool:
    """Whether a word that texts do hold is a slip for a word a thousand times as frequent."""
    if len(word) < _LONG or table.is_word(word) or table.is_name(word) or table.is_place(word):
        return False
    meant = [one for one in likely(word, replacements) if " " not in one]
    return bool(meant) and _zipf(meant[0]) - table.zipf(word) > _SLIP


def _zipf(phrase: str) -> float:
    return min(table.zipf(part) for part in phrase.split())


def likely(word: str, replacements: Sequence[str]) -> tuple[str, ...]:
    """The replacements that may well be what was meant, the commonest first.

    That is the word divided, or one letter added, lost, changed or swapped with the next: what
    is further off is a likeness and no correction, as “looks” for “koloboks”.
    """
    from rapidfuzz.distance import OSA

    small = dict.fromkeys(one[:1].lower() + one[1:] for one in replacements)
    near = [
        one
        for one in small  # the server gives them a capital where it takes a sentence to begin
        if _zipf(one) >= _COMMON
        and all(map(table.is_word, one.split()))
        and (one.replace(" ", "") == word or OSA.distance(one, word, score_cutoff=1) <= 1)
    ]
    return tuple(sorted(near, key=lambda one: -_zipf(one)))


_WITHIN = frozenset("-\u2010\u2011@#/\\_&*~=+<>[]|")
"""What stands beside a word that is part of something longer: an address, a tag, a compound."""
