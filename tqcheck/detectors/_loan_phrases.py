"""Phrases of other languages that English has taken: they make no clause foreign."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.detectors._weighing import Token
from tqcheck.lexicon.table import fold

_PHRASES = """
tour de force; mon dieu; mais oui; bon voyage; bon appetit; bon vivant; joie de vivre; de rigueur
je ne sais quoi; cause celebre; fait accompli; coup de grace; coup de theatre; coup de foudre
creme de la creme; piece de resistance; nom de plume; nom de guerre; esprit de corps; de trop
fin de siecle; cri de coeur; du jour; comme ci comme ca; noblesse oblige; sans souci; de luxe
plus ca change; vis a vis; tete a tete; que sera sera; mano a mano; hasta la vista; la dolce vita
hasta manana; mea culpa; quid pro quo; dolce far niente; auf wiedersehen; sturm und drang
mein gott; de facto; de jure; per se; per diem; pro rata; pas de deux; faux pas; enfant terrible
femme fatale; ancien regime; belle epoque; carte blanche; grand prix; haute couture; hors concours
"""
"""Without diacritics and without those that an apostrophe is part of."""


def _by_head() -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in _PHRASES.replace("\n", ";").split(";"):
        words = tuple(phrase.split())
        if words:
            found.setdefault(words[0], []).append(words)
    return found


_HEADS = _by_head()


def taken(tokens: Sequence[Token]) -> list[bool]:
    """For each word whether it stands in such a phrase."""
    words = [fold(token.word) for token in tokens]
    found = [False] * len(words)
    for at, word in enumerate(words):
        for phrase in _HEADS.get(word, ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                found[at : at + len(phrase)] = [True] * len(phrase)
    return found
