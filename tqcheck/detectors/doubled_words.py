"""Finds a word that stands twice in a row where no English sentence needs it twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.detectors._echo_wake import doubles, says_twice
from tqcheck.detectors._echoes import Echo, echoes_of, transcribed
from tqcheck.finding import Edit, Hit, Safety
from tqcheck.later import later
from tqcheck.lexicon.words import FUNCTION_WORDS, MONTHS, NATIONALITIES, WEEKDAYS
from tqcheck.names import names_of, words_of
from tqcheck.source import Span
from tqcheck.wake import Wake

FIELDS = ("word",)
PARAMS: Mapping[str, Any] = {"function": True, "content": True, "lawful": ()}
"""``function``, ``content``: which words are looked at. ``lawful``: words that speech and names
double (“bye bye”, “tuk tuk”)."""

_SURE = words_of(
    """a an and are as at be because been by for from he his i if its my of or our she than the
    their they this these those to was we were which with who whose your"""
)
"""Never needed twice: one may go unseen."""
_NEVER = words_of("had that her is do does did so very all there no not will can it you him me")
"""Each is lawful twice in some sentence: judged by what stands beside, or left alone."""
_PARTICLES = words_of("in on off up out over down through around by about along")
"""Also end a verb (“came in in the night”)."""
_PHRASAL = words_of(
    """add back barge base bear blow blown break breaking bring bringing bring brought build call
    called calling calls came carried carry carries check checked clock cling close closed come
    comes coming count cut cuts deal depend depended depends drag drive drop dropped fall fell fill
    filled fit fly flew get gets getting give gave go goes going gone got hand handed hang hit hits
    hitting hold
    holding jump keep keeps kick kicked kept know known lay lead let lie live lived lives lock
    locked log logged logging look looked looking looks make mix move moved moving open opt pass
    passed pay pick plug pull pulled push put ran reach rely relied relies result resulted results
    ride roll rolled rub run running set settle settled show sign signed sink sit slip speak spill
    stand start started stay stayed step stepped stood stop switch switched take taken takes taking
    tap think thought throw tie took touch touched trade try tune tuned turn turned turning turns
    vote voted walk walked want wear went win work worked working works write wrote zone"""
)
_VERBS_WITH_TO = words_of(
    """accustomed adapted added adhere adhered agree agreed alluded amounted appeal appealed applied
    assented attend attended attached belong clung committed consented devoted forward led limited
    listen listened listening looked object objected objecting opposed refer referred referring
    replied resort resorted resorting respond responded spoken stuck submitted subscribed subjected
    talk talked talking turn turned used written"""
)
"""End on “to”, which may meet an infinitive: “resorted to to avert it”."""
_DETERMINERS = words_of(
    """the a an this these those there he she it they we I his her its their our my your some any
    all most many no such each every when if in on after because"""
)
"""Behind “that that” they leave the second “that” without a noun."""
_PROPER = frozenset((*NATIONALITIES, *MONTHS, *WEEKDAYS))
_WHAT = later(r"\b(?:[Ww]hat(?:ever)?|[Aa]ll|[Tt]hing|problem|point|fact|truth|it|that)\b")
_COMPOUND = later(r"-(?<=[a-z]-)(?P<word>[a-z]{4,})[ ](?P=word)\b(?![-'\u2019])")
_PREFIX = later(
    r"(?i)\b(?:non|anti|counter|pre|post|ex|un|re|super|pseudo|meta|quasi|semi|sub|inter|pro)\Z"
)
_WHATEVER = later(
    r"\b(?i:what|whatever|whoever|whichever|wherever|whenever|however) (?:[^\W\d_]+ ){0,3}\Z"
)
_WORD_AFTER = later(r"[ ]([^\W\d_]+)")
_WORD_BEFORE = later(r"([^\W\d_]+)[ ]\Z")
_OBJECT_BEFORE = later(
    r"([a-z]+) (?:(?:the|an?|his|her|its|my|our|their|your) [a-z]+|them|him|it|us|me|you|one) \Z"
)
"""A verb and what it is done to: “brought the chairs in in the evening”."""
_NOUNS_OF_WILL = words_of("the his her their our my your a free good ill own last of God’s")


def wake(params: Mapping[str, Any]) -> Wake:
    """A word stands twice in a row; of compounds and “it’s”, all parts do."""
    return Wake(doubled=True, check=says_twice)


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """The doubled words; linear in the text.

    Silent: names (Baden-Baden, Walla Walla, Li Li), what commas or line ends divide, numbers,
    and spoken word written down as it fell.
    """
    lawful = frozenset(params["lawful"])
    for echo in echoes_of(article) if _has_doubles(article) else ():
        if echo.size != 1 or echo.gap not in (" ", "\u00a0", "\n", "  "):
            continue
        if "," in article.text(echo.span) or transcribed(article):
            continue
        word = echo.words[0]
        function = word.lower() in FUNCTION_WORDS
        if not params["function" if function else "content"]:
            continue
        if _ends_clause(article.view, echo):
            continue
        if _one_word_twice(article, echo) and word.lower() not in lawful:
            yield from _hit(article, echo, function)
    for match in _COMPOUND.finditer(article.view) if params["content"] else ():
        if not transcribed(article) and not _has_prefix(article.view, match):
            yield Hit(Span(match.start() + 1, match.end()), match.groupdict(), safety=Safety.UNSAFE)


def _has_doubles(article: Article) -> bool:
    """A quick look before words are taken apart; both cards share it."""
    return article.memo("doubled_words", lambda it: doubles(it.view))


def _has_prefix(view: str, compound: re.Match[str]) -> bool:
    """Whether the word at the hyphen only makes another one: “anti-missile missile”."""
    return _PREFIX.search(view, max(0, compound.start() - 8), compound.start()) is not None


def _ends_clause(view: str, echo: Echo) -> bool:
    """“Whatever happens happens”: the first word ends a clause, the second is its main verb."""
    near = max(0, echo.span.start - 40)
    return echo.copies == 2 and _WHATEVER.search(view, near, echo.span.start) is not None


def _hit(article: Article, echo: Echo, function: bool) -> Iterator[Hit]:
    word = echo.words[0]
    if function and not _needless(article.view, echo):
        return
    sure = function and word.lower() in _SURE and echo.copies == 2
    safety = Safety.SAFE if sure else Safety.UNSAFE
    yield Hit(echo.span, {"word": word}, _over_rows(article.view, echo), safety=safety)


def _over_rows(view: str, echo: Echo) -> tuple[Edit, ...] | None:
    """The edit that leaves a line its end: the word that begins the next one goes."""
    end = echo.span.end
    if echo.copies > 2 or echo.gap != "\n" or view[end : end + 1] != " ":
        return None
    return (Edit(Span(end - len(echo.words[0]), end + 1), ""),)


def _one_word_twice(article: Article, echo: Echo) -> bool:
    """Whether all copies are one word in one form, and no name, title or number."""
    word, *others = article.text(echo.span).split()
    if not all(other in (word, word.lower()) for other in others):
        return False
    if any(char.isdigit() for char in word) or (
        len(word) < 3 and word.lower() not in FUNCTION_WORDS
    ):
        return False
    if not word[0].isupper():
        return True
    if others[0] == word:
        return word in _PROPER
    return word.lower() in FUNCTION_WORDS and word not in names_of(article)


def _needless(view: str, echo: Echo) -> bool:
    """Whether the sentence around a doubled function word has no use for the second one."""
    word = echo.words[0].lower()
    match = _WORD_AFTER.match(view, echo.span.end)
    after = match.group(1) if match else ""
    match = _WORD_BEFORE.search(view, max(0, echo.span.start - 24), echo.span.start)
    before = match.group(1) if match else ""
    if word == "that":
        return after in _DETERMINERS and before.lower() not in ("is", "was")
    if word == "he" and not before:
        return False  # laughter
    if word == "is":
        return _WHAT.search(view, max(0, echo.span.start - 80), echo.span.start) is None
    if word in ("will", "can"):
        return word == "will" and before not in _NOUNS_OF_WILL and bool(after)
    if word in _NEVER:
        return False
    if word in _PARTICLES:
        found = _OBJECT_BEFORE.search(view, max(0, echo.span.start - 40), echo.span.start)
        verbs = {before.lower(), found.group(1) if found else ""}
        return verbs.isdisjoint(_PHRASAL)
    if word == "to" and before.lower() in _VERBS_WITH_TO:
        return after.lower() in FUNCTION_WORDS or after[:1].isupper()
    if word in ("to", "for", "at", "of", "with", "from"):
        return bool(after)
    return True
