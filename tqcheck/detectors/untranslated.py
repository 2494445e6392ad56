"""Finds what was left in the source language: paragraphs, sentences, clauses, words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from tqcheck.article import Article
from tqcheck.detectors._foreign_wake import hints, is_of_script, lacks_english
from tqcheck.detectors._passages import passages_of
from tqcheck.detectors._weighing import Inside, apart_of
from tqcheck.finding import Hit
from tqcheck.language import NAMES, script_language
from tqcheck.later import later
from tqcheck.lexicon.table import is_word, known, zipf
from tqcheck.names import names_of
from tqcheck.source import Span
from tqcheck.wake import Wake

FIELDS = ("language",)
PARAMS: Mapping[str, Any] = {"unit": "sentence", "loanwords": ()}
"""``unit``: "paragraph", "sentence", "phrase", "word" (in small Latin letters, with letters that
English has not), "plain" (in plain letters, but in an order that English has not) or "script"
(a word in other letters). ``loanwords``: words English has taken."""

_ODD_WORD = later(
    r"(?<![\w@#/.\u2019'-])[a-z\u00df-\u024f]*[\u00df-\u00f6\u00f8-\u024f][a-z\u00df-\u024f]*"
    r"(?![\w@/-]|['\u2019]\w)"
)
_UNENGLISH = later(
    r"""
    [cfghk-mp-tvw]j | [aeiou]j[aeiou][a-z] | [aeou]j[bcdgklmnrstvz] | ij    # Slavic, Dutch j
    | [aeiou]kt[aeiou] | [aeo]kk[aeiou] | ndsk | tsk[aioy] | [nv]sk[aeioy]  # k for c
    | sz[a-z] | [bcdgkmpstw]rz | cz | zs[aeiou] | [aeiou]iy[aeiou] | vz | hv
    | uu | ii[a-z] | aa[a-z] | vn[aeiou] | [dv]ni[ck] | sch[wlmnr] | ngs[bfghklmnprv]
    | (?:keit|ienia|miento|zione|aggio|eux)\Z | owan | iczn | ovan[iyo]
    """,
    re.VERBOSE,
)
"""Groups of letters that the spelling of English words has not."""
_AT_HOME = frozenset(
    "\u00e0\u00e2\u00e4\u00e6\u00e7\u00e8\u00e9\u00ea\u00eb\u00ee\u00ef\u00f1\u00f4\u00f6\u00fb\u00fc\u0153"
)
"""Letters of French, Spanish and German that loanwords keep: no word is foreign by them alone."""
_TABLE = later(
    r"\b(?:order|eat|ate|eaten|drink|drank|dish|dishes|soup|menu|restaurant|coffee|recipe|cook|cooked"
    r"|baked|wine|beer|cheese|sausages?|dumplings?|bread|cakes?|served|taste|tastes|kitchen|cuisine)\b"
)
_TERM = 3
"""A word that stands in an article so often is one of its terms."""
_BORROWED = 1.5
"""Words that English texts hold more often than once in 30 million are loanwords (Zipf)."""
_LONGEST = 60
"""Letters: what is longer is no word of any language, and is not taken apart."""
_RUN = later(
    r"(?:(?![\u0589\u1d00-\u1eff])[\u0370-\u1fff]){2,}"
    r"(?:[ ](?![\u1d00-\u1eff])[\u0370-\u1fff]{2,})*"
    r"|(?:(?![\u3000-\u3004\u3008-\u303f])[\u2e80-\ud7ff]){2,}"
)
_SPOKEN_OF = later(
    r"(?:\b(?:words?|term|called(?: an?)?|named|known as(?: an?)?|letters?|characters?|Russian"
    r"|Ukrainian|Greek|Chinese|Japanese|Korean|Arabic|Hebrew|Bulgarian|Serbian|Polish|Czech)|[:=(])"
    r"[ ]?[\"\u201c\u2018']?\Z"
)
_NEAR = 80
_NAME_BEFORE = later(
    r"([A-Z\u00c0-\u017d][^\W\d_]*)[ ](?:(?:de|da|do|del|di|i|y|e|van|von|der|la|el|og|och)[ ])?\Z"
)
_GLOSS_AFTER = later(r"[ ]?\(")


def wake(params: Mapping[str, Any]) -> Wake:
    """A word that the unit is told by; for passages also a line without English."""
    unit = str(params["unit"])
    if unit == "word":
        loanwords = frozenset(params["loanwords"])
        return Wake(word=lambda word: any(_is_odd(it, loanwords) for it in _odd_words(word)))
    if unit == "plain":
        return Wake(word=_is_unenglish)
    if unit == "script":
        return Wake(word=is_of_script)
    return Wake(word=hints, check=lacks_english)


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """The foreign stretches of one size; none lies in a larger one; linear in the text.

    Names, glosses in parentheses, words in italics and short quotations (titles, slogans,
    dishes) are silent, and so is a language's own name for a thing after “called”, “the word”.
    """
    unit = str(params["unit"])
    if unit == "word":
        yield from _words(article, frozenset(params["loanwords"]))
    elif unit == "plain":
        yield from _plain(article)
    elif unit == "script":
        yield from _scripts(article)
    else:
        for passage in passages_of(article):
            if passage.unit == unit:
                yield Hit(passage.span, {"language": NAMES.get(passage.language, "another")})


def _silent(article: Article, at: int) -> bool:
    """Whether single words are not looked at here: foreign passages, glosses, titles, italics."""

    def collect(it: Article) -> Inside:
        return Inside([(one.span.start, one.span.end) for one in passages_of(it)])

    return apart_of(article).holds(at) or article.memo("untranslated", collect).holds(at)


def _words(article: Article, loanwords: frozenset[str]) -> Iterator[Hit]:
    view = article.view
    if view.isascii():
        return
    for match in _ODD_WORD.finditer(view):
        word = match.group()
        if not _is_odd(word, loanwords):
            continue
        at = match.start()
        if _silent(article, at) or article.counts[word] >= _TERM or _explained(article, match):
            continue
        if _TABLE.search(view, max(0, at - _NEAR), match.end() + _NEAR):
            continue
        yield Hit(Span(*match.span()), {"language": ""})


def _odd_words(word: str) -> list[str]:
    return [] if word.isascii() else _ODD_WORD.findall(word)


def _is_odd(word: str, loanwords: frozenset[str]) -> bool:
    return len(word) > 3 and word.islower() and word not in loanwords and _foreign(word)


def _foreign(word: str) -> bool:
    """Whether a word has letters no loanword has, and is none that English texts hold."""
    odd = {char for char in word if char > "\x7f"}
    return not odd <= _AT_HOME and not is_word(word) and zipf(word) < _BORROWED


def _plain(article: Article) -> Iterator[Hit]:
    """Small words in plain letters that no English text holds and no English word looks like."""
    view = article.view
    for word in article.counts:
        if not _is_unenglish(word) or article.counts[word] >= _TERM:
            continue
        for match in re.finditer(rf"(?<![\w@#/.'\u2019-]){word}(?![\w@/'\u2019-]|\.\w)", view):
            if not _silent(article, match.start()) and not _explained(article, match):
                yield Hit(Span(*match.span()), {"language": ""})


@lru_cache(maxsize=100_000)
def _is_unenglish(word: str) -> bool:
    """Whether a word is long, small, plain, and spelled as no English word is."""
    if not 7 <= len(word) <= _LONGEST or not word.islower() or not word.isascii():
        return False
    return _UNENGLISH.search(word) is not None and not known(word) and not _compound(word)


def _compound(word: str) -> bool:
    """Whether two English words make it up."""
    return any(is_word(word[:cut]) and is_word(word[cut:]) for cut in range(3, len(word) - 2))


def _explained(article: Article, match: re.Match[str]) -> bool:
    """Whether a foreign word has its sense behind it, or belongs to a name of the article."""
    if _part_of_name(article, match.start()) or _GLOSS_AFTER.match(article.view, match.end()):
        return True
    in_names = names_of(article).places.get(match.group().capitalize(), ())
    return any(index for _, index in in_names)


def _part_of_name(article: Article, at: int) -> bool:
    """Whether a foreign capitalised word stands before: “Samtök atvinnulífsins”."""
    view = article.view
    if _SPOKEN_OF.search(view, max(0, at - 24), at):
        return True
    match = _NAME_BEFORE.search(view, max(0, at - 40), at)
    return match is not None and not is_word(match.group(1))


def _named(view: str, at: int) -> bool:
    """Whether a name in Latin letters stands before: “Sikong Tu 司空图”."""
    return _NAME_BEFORE.search(view, max(0, at - 40), at) is not None


def _scripts(article: Article) -> Iterator[Hit]:
    view = article.view
    if view.isascii():
        return
    for match in _RUN.finditer(view):
        start, end = match.span()
        if _silent(article, start) or _SPOKEN_OF.search(view, max(0, start - 24), start):
            continue
        if _GLOSS_AFTER.match(view, end) or (match[0] >= "\u2e80" and _named(view, start)):
            continue
        if view[start - 1 : start].isalpha() or view[end : end + 1].isalpha():
            continue
        language = NAMES.get(script_language(match.group()), "another script")
        yield Hit(Span(start, end), {"language": language})
