from __future__ import annotations

import pytest

from tests.conftest import article
from tqcheck.article import Style
from tqcheck.finding import Safety
from tqcheck.fixer import fix
from tqcheck.house import house_style, own_way
from tqcheck.opening import Options
from tqcheck.rule import load_rules, select
from tqcheck.source import Source

RULES = select(load_rules(), select=["TQ422", "TQ473", "TQ474"])

CHOSEN = {
    "the sign": (
        Style(percent="sign", chosen=("percent",)),
        "Rents rose by 5 percent and fares by 3 per cent.",
        "Rents rose by 5% and fares by 3%.",
    ),
    "the word, as the article spells it": (
        Style(percent="word", chosen=("percent",)),
        "Rents rose by 5% and fares by 3 per cent.",
        "Rents rose by 5 per cent and fares by 3 per cent.",
    ),
    "the word, as American copy spells it": (
        Style(percent="word", chosen=("percent",)),
        "Rents rose by 5%, far above 2%.",
        "Rents rose by 5 percent, far above 2 percent.",
    ),
    "the word, as British copy spells it": (
        Style(percent="word", punctuation="uk", chosen=("percent", "punctuation")),
        "Rents rose by 5%.",
        "Rents rose by 5 per cent.",
    ),
    "the day first": (
        Style(date="dmy", chosen=("date",)),
        "It began on May 5, 2024, and ended on June 2.",
        "It began on 5 May 2024, and ended on 2 June.",
    ),
    "the month first": (
        Style(date="mdy", chosen=("date",)),
        "It began on 5th May 2024 and ended on 2 June.",
        "It began on May 5, 2024, and ended on June 2.",
    ),
    "one clock": (
        Style(time="24h", chosen=("time",)),
        "It began at 3 p.m. and ended at 12:15 a.m. Nobody came before 9:30 a.m. on Monday.",
        "It began at 15:00 and ended at 00:15. Nobody came before 09:30 on Monday.",
    ),
    "the other clock": (
        Style(time="12h", chosen=("time",)),
        "It began at 15:00, was seen from 20:30 and ended by 23:45.",
        "It began at 3 p.m., was seen from 8:30 p.m. and ended by 11:45 p.m.",
    ),
}


@pytest.mark.parametrize("name", CHOSEN)
def test_what_is_chosen_holds_everywhere(name: str) -> None:
    style, before, after = CHOSEN[name]
    options = Options(style)
    fixed = fix(Source("a.txt", before), RULES, Safety.UNSAFE, options)
    assert fixed.source.text == after
    assert fixed.applied == 1, "one finding an article"
    assert not fix(fixed.source, RULES, Safety.UNSAFE, options).findings
    assert not fix(Source("a.txt", before), RULES, Safety.UNSAFE, Options()).findings


def test_the_article_decides_what_the_configuration_does_not() -> None:
    british = "It was opened on 5 May, closed on 7 May and sold on 2 June."
    assert house_style(article(british)).date == "dmy"
    chosen = Options(Style(date="mdy", chosen=("date",)))
    assert house_style(article(british, chosen)).date == "mdy"
    assert house_style(article("It was opened on 5 May.")).date == "mdy"


def test_one_other_way_in_four_leaves_the_article_its_own() -> None:
    four = "Rents rose by 5%, fares by 3%, fees by 2% and wages by 1 percent."
    assert own_way(article(four), "percent") == "sign"
    assert own_way(article(four.replace("2%", "2 percent")), "percent") == ""
