"""Fills sentence templates for one article of the speed benchmark: its people, places, words."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from functools import cache

from benchmarks import corpus_names as names
from benchmarks import corpus_sentences as parts
from benchmarks import corpus_words as english
from benchmarks.corpus_words import forms, plural, with_article

BODIES = parts.lines(parts.BODIES)
ROLES = parts.lines(parts.ROLES)
SPEECH = parts.lines(parts.SPEECH)
FAMOUS = 300
"""How many people and places are talked of again and again; they are a third of a cast."""

_SLOT = re.compile(r"\{([^{}]+)\}")


def _shuffled(words: Sequence[str]) -> tuple[str, ...]:
    """The words in an order that isn't the alphabet's: the front is taken more often."""
    return tuple(random.Random(len(words)).sample(words, len(words)))


VERBS, NOUNS, ADJECTIVES = (
    _shuffled(words) for words in (english.VERBS, english.NOUNS, english.ADJECTIVES)
)
_WORDS = {"noun": NOUNS, "verb": VERBS, "adj": ADJECTIVES}
_CHOICES = {
    "after": parts.lines(parts.AFTER),
    "though": parts.lines(parts.THOUGH),
    "few": parts.FEW,
    "weekday": parts.WEEKDAYS,
    "month": parts.MONTHS,
    "role": ROLES,
    "agency": parts.lines(parts.AGENCIES),
}


class Person:
    """Somebody in an article, named in full when first met."""

    def __init__(self, first: str, last: str) -> None:
        self.first, self.last, self.met = first, last, False


class Cast:
    """The people, places and bodies of one article; no two names share their first letter.

    Names that begin alike and are made of the same syllables look like two spellings of one.
    """

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        taken: set[str] = set()
        self.people = [self._person(taken) for _ in range(4)]
        self.places = [self._place(taken) for _ in range(4)]
        self.bodies = rng.sample(BODIES, 3)
        self._last = ""

    def fill(self, template: str) -> str:
        """The template with all its slots filled."""
        pieces = []
        for number, piece in enumerate(_pieces(template)):
            pieces.append(self._slot(piece) if number % 2 else piece)
        return "".join(pieces)

    def sentence(self, templates: Sequence[str]) -> str:
        """One of the templates, filled, with a capital."""
        text = self.fill(self.rng.choice(templates))
        return text[0].upper() + text[1:] if text[0] != "“" else text

    def _slot(self, slot: str) -> str:
        name, _, form = slot.partition(".")
        if form in ("org", "noun", "role"):  # with an article
            return self._with_article(name, form)
        text = self._word(name.lower())
        if form == "s":  # “now serves”, not “now served”
            text = self._third_person()
        return text[0].upper() + text[1:] if form == "cap" or name[0].isupper() else text

    def _with_article(self, article: str, form: str) -> str:
        if article.lower() == "the":
            return f"{article} {self.rng.choice(self.bodies)}"
        if form == "role":
            return with_article(self.rng.choice(ROLES))
        noun = self._word("noun")
        return with_article(f"{self._word('adj')} {noun}" if self.rng.random() < 0.4 else noun)

    def _word(self, name: str) -> str:
        """What a slot without an article stands for."""
        rng = self.rng
        if name in _CHOICES:
            return self.fill(rng.choice(_CHOICES[name]))
        if name in _WORDS:
            return self._fresh(_WORDS[name])
        if name in ("past", "ing"):
            return forms(self._fresh(VERBS))[name == "ing"]
        if name == "nouns":
            return plural(self._fresh(NOUNS))
        if name in ("full", "who"):
            return self._name(rng.choice(self.people), full=name == "full")
        if name == "org":
            return rng.choice(self.bodies)
        if name == "place":
            return self._other_place()
        if name == "speech":
            text = self.fill(rng.choice(SPEECH))
            return text[0].upper() + text[1:]
        return self._number(name)

    def _number(self, name: str) -> str:
        rng = self.rng
        if name == "thousand":
            return f"{rng.randint(2, 640)},{rng.randint(0, 9)}00"
        if name == "money":
            return f"{rng.choice('$$€£')}{rng.randint(2, 90)}.{rng.randint(1, 9)} million"
        if name == "percent":
            return (
                f"{rng.randint(2, 80)}.{rng.randint(1, 9)}"
                if rng.random() < 0.4
                else str(rng.randint(2, 80))
            )
        low, high = {"n": (21, 99), "day": (1, 28), "year": (1985, 2024)}[name]
        return str(rng.randint(low, high))

    def _fresh(self, words: Sequence[str]) -> str:
        """A word, the front of the list more often, not the one just taken."""
        word = words[int(len(words) * self.rng.random() ** 1.5)]
        while word[:5] == self._last[:5]:
            word = self.rng.choice(words)
        self._last = word
        return word

    def _third_person(self) -> str:
        return plural(self._fresh(VERBS))  # the same endings as the plural of nouns

    def _name(self, person: Person, *, full: bool) -> str:
        if full or not person.met:
            person.met = True
            return f"{person.first} {person.last}"
        return person.last

    def _other_place(self) -> str:
        """A place; the first of the list next time is another one."""
        place = self.rng.choice(self.places[1:])
        self.places.remove(place)
        self.places.insert(0, place)
        return place

    def _person(self, taken: set[str]) -> Person:
        while True:
            language, last = self._named(False)
            if last[0] not in taken:
                taken.add(last[0])
                return Person(names.given(self.rng, language), last)

    def _place(self, taken: set[str]) -> str:
        while True:
            _, name = self._named(True)
            if name[0] not in taken:
                taken.add(name[0])
                return name

    def _named(self, place: bool) -> tuple[names.Language, str]:
        """A language and one of its surnames or places."""
        if self.rng.random() < 0.35:
            return self.rng.choice(_famous(place))
        return _new_name(self.rng, place)


def _new_name(rng: random.Random, place: bool) -> tuple[names.Language, str]:
    language = rng.choice(names.LANGUAGES)
    return language, (names.place if place else names.surname)(rng, language)


@cache
def _famous(place: bool) -> tuple[tuple[names.Language, str], ...]:
    rng = random.Random(int(place))
    return tuple(_new_name(rng, place) for _ in range(FAMOUS))


@cache
def _pieces(template: str) -> tuple[str, ...]:
    """Text and slots in turn."""
    return tuple(_SLOT.split(template))
