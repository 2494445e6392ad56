"""Numbers, sums, dates and hours of other languages, in American and in British copy."""

from __future__ import annotations

import pytest

from benchmarks.product import rules
from tqcheck.article import Style
from tqcheck.finding import Safety
from tqcheck.fixer import fix
from tqcheck.opening import Options
from tqcheck.source import Source

AMERICAN = Options(style=Style(date="mdy", time="12h", chosen=("date", "time")))
BRITISH = Options(
    style=Style(date="dmy", time="24h", punctuation="uk", chosen=("date", "time", "punctuation"))
)

# What is written, and what both houses make of it: the cases of catalogue deep dive D.
NUMBERS = [
    ("a decimal comma", "It feeds 3,5 million people.", "It feeds 3.5 million people."),
    ("a group's stop", "Some 12.500 people came.", "Some 12,500 people came."),
    ("blanks", "It cost 1 250 000 zlotys.", "It cost 1,250,000 zlotys."),
    ("an apostrophe", "They sold 12'000 tickets.", "They sold 12,000 tickets."),
    ("a leading zero", "The index rose by 0,8.", "The index rose by 0.8."),
    ("tys.", "They sent 1,5 tys. soldiers.", "They sent 1,500 soldiers."),
    ("mld and zł", "It cost 2 mld zł in all.", "It cost 2 billion zlotys in all."),
    ("Mrd. Euro", "It cost 2 Mrd. Euro in all.", "It cost 2 billion Euro in all."),
    ("thousand million", "It cost 3 thousand million euros.", "It cost 3 billion euros."),
    ("a plural", "It cost 5 millions of euros.", "It cost 5 million euros."),
    ("ten thousands", "They sold 30 ten thousand cars.", "They sold 300,000 cars."),
    ("thousands", "Of 20,000 men 10 thousand left.", "Of 20,000 men 10,000 left."),
    ("tens of thousands", "Tens of thousands came.", "Tens of thousands came."),
    ("a compound", "The $10-thousand prize is his.", "The $10-thousand prize is his."),
    ("percents", "Prices rose by 5 percents.", "Prices rose by 5 percent."),
    ("points", "It fell by 3 p.p. in May.", "It fell by 3 percentage points in May."),
    ("a blank before %", "It fell by 7 % in May.", "It fell by 7% in May."),
    ("a sign behind", "It cost 2.5 million € in all.", "It cost €2.5 million in all."),
    ("sign and word", "It cost $5 million dollars.", "It cost $5 million."),
    ("a decade", "In the years 90 it was shut.", "In the 90s it was shut."),
    ("a century", "It dates from the XVI century.", "It dates from the 16th century."),
    ("version", "Version 2.000 is at 10.0.0.1.", "Version 2.000 is at 10.0.0.1."),
]

# What is written, what American copy has, what British copy has.
TIMES = [
    ("14.30", "It began at 14.30.", "It began at 2:30 p.m.", "It began at 14:30."),
    ("14h30", "It began at 14h30.", "It began at 2:30 p.m.", "It began at 14:30."),
    ("a span", "Open from 9.00 to 17.30.", "Open from 9 a.m. to 5:30 p.m.", "Open from 9:00 to 17:30."),
    ("o’clock", "It began at 14 o’clock.", "It began at 2 p.m.", "It began at 14:00."),
    ("twice", "It began at 15:30 p.m. today.", "It began at 3:30 p.m. today.", "It began at 15:30 today."),
    ("p. m.", "It began at 5 p. m. today.", "It began at 5 p.m. today.", "It began at 17:00 today."),
    ("a length", "It took 48h and 17 hours.", "It took 48h and 17 hours.", "It took 48h and 17 hours."),
    ("dots", "Since 24.02.2022.", "Since February 24, 2022.", "Since 24 February 2022."),
    ("Roman", "On 5 V 2024.", "On May 5, 2024.", "On 5 May 2024."),
    ("of", "On 24 of February.", "On February 24.", "On 24 February."),
    ("r.", "He was born in 1961 r. in Lublin.", "He was born in 1961 in Lublin.", "He was born in 1961 in Lublin."),
]  # fmt: skip


def fixed(text: str, options: Options) -> str:
    source = Source("a.txt", f"{text}\n")
    return fix(source, rules(), Safety.UNSAFE, options).source.text.rstrip("\n")


@pytest.mark.parametrize(
    ("text", "after"), [case[1:] for case in NUMBERS], ids=[c[0] for c in NUMBERS]
)
def test_numbers(text: str, after: str) -> None:
    assert fixed(text, AMERICAN) == fixed(text, BRITISH) == after


@pytest.mark.parametrize(
    ("text", "american", "british"), [case[1:] for case in TIMES], ids=[case[0] for case in TIMES]
)
def test_dates_and_hours(text: str, american: str, british: str) -> None:
    assert (fixed(text, AMERICAN), fixed(text, BRITISH)) == (american, british)
