"""Guesses the language an article was translated from, by the marks its translation left."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tqcheck.article import Article
from tqcheck.later import later
from tqcheck.record import NamedTuple

_LEAST, _LEAD = 3, 2
"""The winner's score, and how many times any other's it must be by what the two don't share."""


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
    _cue("pl", 2, "„…” quotation marks", r"„[^“”„\n]{1,200}”"),
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
    _cue("pl", 1, "Polish media", r"\b(?:PAP|TVN24|RMF FM|Onet|Rzeczpospolita)\b"),
    _cue("cs", 3, "Czech letters or crowns", r"[řěůŘ]|\bKč\b|\bCZK\b"),
    _cue("cs", 1, "Czech media", r"\b(?:ČTK|CTK|iDNES|Seznam Zprávy)\b"),
    _cue("cs de", 2, "„…“ quotation marks", r"„[^“”„\n]{1,200}“"),
    _cue("de", 2, "»…« quotation marks", r"(?<![^\s(])»(?=\w)[^«»\n]{1,200}\S«"),
    _cue("de", 3, "Mrd. or Mio.", r"\b(?:Mrd|Mio)\b"),
    _cue("de", 2, "German letters", r"[ßä]"),
    _cue("de tr", 2, "ö or ü in a name", r"\b[A-Z]\w*[öü]"),
    _cue("de", 1, "German media", r"\b(?:dpa|Der Spiegel|Die Zeit|Bild|Tagesschau)\b"),
    _cue("de", 1, "o’clock with 24 hours", r"\b(?:1[3-9]|2[0-3])[.:]?\d{0,2} o['’]clock"),
    _cue(
        "fr",
        3,
        "a hard space before : ; ! ? or in guillemets",
        r"[\u00a0\u202f][:;!?»]|«[\u00a0\u202f]",
    ),
    _cue("fr", 2, "a time such as 14h30", r"\b\d{1,2}h\d\d\b"),
    _cue("fr", 2, "French letters", r"[œëêîû]"),
    _cue("fr it", 2, "è or ù", r"[èù]"),
    _cue("fr pt tr", 1, "ç", r"ç"),
    _cue("es", 3, "¿ or ¡", r"[¿¡]"),
    _cue("es", 3, "a dash that touches the speech", r"(?m)^—[A-Z“¿¡][^\n]{3,} —[a-z]"),
    _cue("es", 2, "ñ or a thousand million", r"ñ|\bthousand million\b"),
    _cue("es", 1, "Spanish media", r"\b(?:EFE|El País|El Mundo|La Vanguardia)\b"),
    _cue("pt", 3, "Portuguese letters or reais", r"[ãõ]|R\$"),
    _cue(
        "pt",
        2,
        "Portuguese institutions or media",
        r"\b(?:GNR|PSP|Lusa|Câmara|Folha de S\. ?Paulo|O Globo|Diário)\b",
    ),
    _cue(
        "it",
        2,
        "Italian institutions or media",
        r"(?i:\bcarabinieri\b)|\b(?:Guardia (?:di Finanza|Costiera)|Quirinale|Palazzo Chigi"
        r"|Viminale|Farnesina|ANSA|Corriere della Sera|La Repubblica)\b",
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
    _cue("zh", 3, "Chinese punctuation", r"[，《》；]"),
    _cue("ja zh", 2, "East Asian punctuation", r"[。、「」『』]"),
    _cue("zh", 2, "the reporter learned", r"\b[Tt]he reporter (?:learned|saw)\b"),
    _cue("ja zh", 2, "units of ten thousand", r"\b\d+ ten thousand\b"),
    _cue("zh", 2, "yuan or mu", r"\byuan\b|\b(?:RMB|CNY)\b|\bmillion mu\b"),
    _cue("ja", 2, "yen", r"\byen\b|\bJPY\b"),
    _cue("ja", 3, "Japanese letters", r"[・\u3040-\u30ff]"),
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

    A language wins with a score of at least 3 if, against each other one, the cues that speak
    for it alone weigh twice those that speak for the other alone; else "" comes with the best
    score there is. Cues and weights begin with catalogue 1.4.
    """
    seen = [cue for cue in _CUES if cue.pattern.search(article.view)]
    scores: dict[str, int] = {}
    for cue in seen:
        for language in cue.languages:
            scores[language] = scores.get(language, 0) + cue.weight
    if not scores:
        return Guess("", 0, ())
    best = min(scores, key=lambda one: (-scores[one], one))
    sure = scores[best] >= _LEAST and all(
        0 < _alone(seen, best, other) >= _LEAD * _alone(seen, other, best)
        for other in scores
        if other != best
    )
    evidence = tuple(cue.says for cue in seen if best in cue.languages)
    return Guess(best if sure else "", scores[best], evidence)


def _alone(seen: Iterable[_Cue], language: str, other: str) -> int:
    """What the cues weigh that speak for one language and not for another."""
    return sum(
        cue.weight for cue in seen if language in cue.languages and other not in cue.languages
    )


def source_of(article: Article) -> str:
    """The language the article came from: as told, else as guessed, else ""."""
    return article.origin or article.memo("source", guess).language
