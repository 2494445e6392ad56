"""Makes news-like articles of any amount from our own sentence parts, the same for a seed."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

_PLACES = (
    "Lublin Gdynia Rzeszów Lviv Odesa Kharkiv Brno Ostrava Leipzig Bremen Rouen Lille Bilbao "
    "Murcia Izmir Bursa Vilnius Kaunas Tartu Turku Porto Braga Graz Linz Košice Szeged"
).split()
_FIRST = "Anna Marek Olena Petro Jana Tomáš Lukas Greta Claire Hugo Inés Diego Ayşe Emre".split()
_LAST = (
    "Nowak Wilk Koval Tkachenko Novotná Beran Vogel Brandt Leroy Marchand Ortega Vidal Demir "
    "Aydın Kask Saar Laine Costa Pinto Huber Gruber"
).split()
_BODIES = (
    "city council|regional court|fire service|border guard|port authority|health ministry|"
    "railway operator|election board|water company|trade union|film institute|coast guard"
).split("|")
_SUBJECTS = (
    "a new bridge|the budget for schools|the old depot|night trains|a flood warning|river traffic|"
    "rents in the centre|the tender for buses|an audit of contracts|a museum of glass|"
    "the ring road|a shelter for families|wind turbines offshore|the harvest|the strike"
).split("|")
_VERBS = "approved delayed criticised reviewed presented withdrew defended opened cancelled".split()
_ENDS = (
    "after a debate that lasted until midnight|although two members voted against it|"
    "as residents had asked for months|and promised a report by the end of the year|"
    "because the cost had risen by {n} percent|while engineers checked the plans again|"
    "in a session that was closed to the press|before the first snow is expected"
).split("|")
_QUOTES = (
    "We did not expect so many people to come|Nobody can say how long this will take|"
    "The work must begin before winter|This is about trust, not about money|"
    "Every family will receive an answer in writing|We counted the boats twice"
).split("|")
_DAMAGE = (
    (r"travelled to (\w+) for talks", r"travelled to \1to hold talks"),
    (r", officials said", " , officials said"),
    (r"(\d+),000 residents", r"\1 thousand. residents"),
    (r"\u201c", "\u201e"),
    (r" of the ", " ofthe "),
    (r"\n\n", "\n\n- Advertisement -\n\n"),
)


def article(rng: random.Random, *, damaged: bool) -> str:
    """One article of about 4 to 5 KB: a title, a dateline and paragraphs with speech."""
    rows = [_sentence(rng).rstrip("."), ""]
    while sum(len(row) for row in rows) < 4300:
        sentences = [_sentence(rng) for _ in range(rng.randint(2, 5))]
        if rng.random() < 0.4:
            sentences.append(f"“{rng.choice(_QUOTES)},” said {_person(rng)} of the {_body(rng)}.")
        rows += [" ".join(sentences), ""]
    text = "\n".join(rows)
    return _damage(rng, text) if damaged else text


def _body(rng: random.Random) -> str:
    return rng.choice(_BODIES)


def _person(rng: random.Random) -> str:
    return f"{rng.choice(_FIRST)} {rng.choice(_LAST)}"


def _sentence(rng: random.Random) -> str:
    shape = rng.randrange(4)
    place, n = rng.choice(_PLACES), rng.randint(3, 96)
    end = rng.choice(_ENDS).format(n=n)
    subject, verb = rng.choice(_SUBJECTS), rng.choice(_VERBS)
    if shape == 0:
        return f"The {_body(rng)} in {place} {verb} {subject} {end}."
    if shape == 1:
        return f"{_person(rng)} travelled to {place} for talks on {subject}, officials said."
    if shape == 2:
        return f"About {n},000 residents of {place} heard that the {_body(rng)} {verb} {subject}."
    return f"On {rng.randint(2, 28)} March the {_body(rng)} {verb} {subject}, {end}."


def _damage(rng: random.Random, text: str) -> str:
    """The text with three kinds of damage, each done once."""
    for clean, broken in rng.sample(_DAMAGE, 3):
        text = re.sub(clean, broken, text, count=1)
    return text


def articles(size: int, seed: int = 1) -> Iterator[str]:
    """Articles of together at least ``size`` bytes, one in five of them damaged."""
    rng = random.Random(seed)
    made = 0
    while made < size:
        text = article(rng, damaged=rng.random() < 0.2)
        made += len(text.encode())
        yield text


def write_files(folder: Path, size: int, seed: int = 1) -> int:
    """Write the articles into files of a folder; returns how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for count, text in enumerate(articles(size, seed), 1):
        (folder / f"article-{count:05}.txt").write_text(text, "utf-8")
    return count
