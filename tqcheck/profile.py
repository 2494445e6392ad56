"""Guesses the language an article was translated from, by the marks its translation left."""

from __future__ import annotations

import re
from typing import NamedTuple

from tqcheck.article import Article
from tqcheck.later import later

_LEAST, _LEAD = 3, 2
"""The winner's score, and how many times the runner-up's it must be (catalogue 1.4)."""


class Guess(NamedTuple):
    """A source language ("" if none is likely), its score and what speaks for it."""

    language: str
    score: int
    evidence: tuple[str, ...]


class _Cue(NamedTuple):
    languages: tuple[str, ...]
    weight: int
    says: str
    pattern: re.Pattern[str]


def _cue(languages: str, weight: int, says: str, pattern: str) -> _Cue:
    return _Cue(tuple(languages.split()), weight, says, later(pattern))


_CUES = (
    _cue("pl", 3, "„…” quotation marks", r"„[^“”„\n]{1,200}”"),
    _cue("pl", 3, "“r.” behind a year", r"\b(?:19|20)\d\d r\."),
    _cue("pl", 3, "zlotys", r"\b(?:PLN|zlotys?|zł)\b"),
    _cue("pl", 2, "Polish letters", r"[ąęłńśźżŁŚŻŹ]"),
    _cue("pl", 1, "a lower-case title before a name", r"\b(?:prof|gen|dr|płk)\.? [A-Z]"),
    _cue(
        "pl",
        1,
        "“. – ” speech with a final attribution",
        r"\. – [A-Z][^\n]{20,}, (?:he|she) \w+ed\.",
    ),
    _cue("pl", 1, "SEE ALSO in capitals", r"(?m)^(?:SEE ALSO|READ ALSO|READ MORE):"),
    _cue("cs", 3, "Czech letters or crowns", r"[řěůŘ]|\bKč\b|\bCZK\b"),
    _cue(
        "cs",
        2,
        "„…“ with ordinal dots",
        r"„[^“”„\n]{1,200}“[^§]{0,3000}\b\d{1,2}\. (?:May|June|July|March)",
    ),
    _cue("de", 2, "„…“ or »…« quotation marks", r"„[^“”„\n]{1,200}“|»[^«»\n]{1,200}«"),
    _cue("de", 3, "Mrd. or Mio.", r"\b(?:Mrd|Mio)\b"),
    _cue("de", 2, "ß or German umlauts in a name", r"ß|\b[A-Z]\w*(?:ö|ü)\w*"),
    _cue("de", 1, "o’clock with 24 hours", r"\b(?:1[3-9]|2[0-3])[.:]?\d{0,2} o['’]clock"),
    _cue(
        "fr",
        3,
        "a hard space before : ; ! ? or in guillemets",
        r"[\u00a0\u202f][:;!?»]|«[\u00a0\u202f]",
    ),
    _cue("fr", 2, "a time such as 14h30", r"\b\d{1,2}h\d\d\b"),
    _cue("fr", 2, "French letters", r"[èêçœàù]"),
    _cue("es", 3, "¿ or ¡", r"[¿¡]"),
    _cue("es", 3, "a dash that touches the speech", r"(?m)^—[A-Z“¿¡][^\n]{3,} —[a-z]"),
    _cue("es", 2, "ñ or a thousand million", r"ñ|\bthousand million\b"),
    _cue("pt", 3, "Portuguese letters or reais", r"[ãõ]|R\$"),
    _cue(
        "it",
        2,
        "Italian institutions",
        r"\b(?:Carabinieri|Guardia di Finanza|Quirinale|Palazzo Chigi)\b",
    ),
    _cue("ru uk", 2, "speech in «…», – said", r"[»”\"], [–—-] \w+"),
    _cue("ru uk", 1, "on the territory of", r"\bon the territory of\b"),
    _cue("ru uk", 1, "initials before a surname", r"\b[A-Z]\. ?[A-Z]\. [A-Z][a-z]+"),
    _cue("ru uk", 1, "№", r"№"),
    _cue("uk", 3, "Ukrainian letters or hryvnias", r"[іїєґІЇЄҐ]|\bUAH\b|\bhryvnias?\b"),
    _cue(
        "uk",
        1,
        "Ukrainian places",
        r"\b(?:Lviv|Kharkiv|Dnipro|Zaporizhzhia|Verkhovna Rada|Ukrinform)\b",
    ),
    _cue("ru", 3, "Russian letters or rubles", r"[ыэъёЫЭЪЁ]|\bRUB\b|\br(?:o?u)bles?\b"),
    _cue("ru", 1, "Russian media", r"\b(?:RIA Novosti|TASS|Interfax|Kommersant|RBC)\b"),
    _cue("zh", 3, "Chinese punctuation", r"[。，、《》；]"),
    _cue("zh", 2, "the reporter learned", r"\b[Tt]he reporter (?:learned|saw)\b"),
    _cue("zh", 2, "units of ten thousand", r"\b\d+ (?:ten thousand|million mu)\b|\byuan\b"),
    _cue("ja", 3, "Japanese marks", r"[・「」]"),
    _cue("ja", 2, "yen or kana", r"[\u3040-\u30ff]|\byen\b"),
    _cue("ko", 3, "a slug such as (=Seoul)", r"\(=?[A-Z][a-z]+=[A-Z]|=Yonhap"),
    _cue("ko", 2, "won or Hangul", r"[\uac00-\ud7af]|\b(?:billion|million|trillion) won\b"),
    _cue("tr", 3, "Turkish letters", r"[şğıİ]"),
    _cue(
        "tr",
        2,
        "used the following expressions",
        r"\bused the following (?:expressions|statements)\b",
    ),
    _cue("ar", 3, "Arabic marks or letters", r"[،؛؟\u0620-\u064a]"),
    _cue("ar", 1, "for his part", r"\bfor (?:his|her|its) part\b"),
)


def guess(article: Article) -> Guess:
    """The likeliest source language, each cue counted once, ties left undecided.

    A language wins with a score of at least 3 and twice the runner-up's; else "" comes with
    the best score there is. Cues and weights: catalogue 1.4.
    """
    scores: dict[str, int] = {}
    evidence: dict[str, list[str]] = {}
    for cue in _CUES:
        if cue.pattern.search(article.view):
            for language in cue.languages:
                scores[language] = scores.get(language, 0) + cue.weight
                evidence.setdefault(language, []).append(cue.says)
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked:
        return Guess("", 0, ())
    best, score = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0
    sure = score >= _LEAST and score >= _LEAD * second
    return Guess(best if sure else "", score, tuple(evidence[best]))


def source_of(article: Article) -> str:
    """The language the article came from: as configured, else as guessed, else ""."""
    return article.source_lang or article.memo("source", guess).language
