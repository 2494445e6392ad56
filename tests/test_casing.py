"""The traps of the casing rules, beyond the examples of their cards."""

from __future__ import annotations

import pytest

from tests.conftest import article
from tqcheck.engine import check
from tqcheck.keeping import BUILT_IN
from tqcheck.rule import Rule, load_cards

RULES = {card.id: Rule(card) for card in load_cards([BUILT_IN / "casing"])}

CASES = [
    pytest.param("TQ652", "It rained on 3 may and in march 1999.", ["may", "march"], id="dates"),
    pytest.param("TQ652", "Some 3 may come; they march in 12 rows.", [], id="verbs with numbers"),
    pytest.param("TQ652", "The file is friday_log or friday.txt.", [], id="file names"),
    pytest.param("TQ653", "The polish embassy sold nail polish.", ["polish"], id="before a noun"),
    pytest.param("TQ653", "An anti-russian vote in Riga.", ["russian"], id="behind a prefix"),
    pytest.param("TQ653", "He runs mid-german and x-french.", [], id="behind no prefix"),
    pytest.param("TQ653", "The swiss cheese and french fries.", [], id="set phrases"),
    pytest.param("TQ653", "no capital stands in this russian line\n\nOne here.", [], id="low line"),
    pytest.param("TQ653", "The russian tanks left Lviv.", ["russian"], id="once is no custom"),
    pytest.param(
        "TQ653",
        "The russian tanks left Lviv. A russian flag fell. Russia lost.",
        [],
        id="small throughout",
    ),
    pytest.param(
        "TQ653",
        "The russian tanks left Lviv. A Russian flag fell; russian guns stay.",
        ["russian", "russian"],
        id="mixed",
    ),
    pytest.param("TQ655", "The European commission of inquiry met.", [], id="of behind"),
    pytest.param("TQ655", "The Verkhovna rada voted.", ["Verkhovna rada"], id="an institution"),
    pytest.param("TQ656", "We thank You, Lord, for bread.", [], id="a prayer"),
    pytest.param("TQ656", "It was long You’re right.", [], id="a lost stop"),
    pytest.param("TQ656", "Tell us if You can, and send Your plan.", ["You", "Your"], id="letter"),
    pytest.param("TQ657", "He came, She saw, and it was late.", ["She"], id="joined again"),
    pytest.param("TQ658", "The chef Jean DUPONT met Paul VI.", ["DUPONT"], id="a pope’s number"),
    pytest.param("TQ658", "Senator HARRIS and Senator PADILLA rose.", [], id="the record"),
    pytest.param("TQ661", "He and i have time.", ["i"], id="pronoun"),
    pytest.param("TQ661", "Poland i Ukraine agree; item (i) stays.", [], id="other letters"),
    pytest.param("TQ664", "The trains to warsaw stop in Riga.", ["warsaw"], id="a capital city"),
]


@pytest.mark.parametrize(("code", "text", "expected"), CASES)
def test_casing(code: str, text: str, expected: list[str]) -> None:
    checked = check(article(text), [RULES[code]])
    assert checked.crashes == ()
    assert [finding.text for finding in checked.findings] == expected


def test_style_rules_are_off_until_asked() -> None:
    asked = {"TQ654", "TQ659", "TQ660", "TQ662"}
    assert {code for code, rule in RULES.items() if rule.card.status == "preview"} >= asked
