"""What an article teaches about its names, and what the rules of names do with it."""

from __future__ import annotations

import pytest

from tests.conftest import article
from tqcheck.engine import check
from tqcheck.keeping import BUILT_IN
from tqcheck.names import names_of
from tqcheck.opening import Options
from tqcheck.rule import Rule, load_cards
from tqcheck.source import Span

RULES = {card.id: Rule(card) for card in load_cards([BUILT_IN / "names"])}


def flagged(code: str, text: str, source_lang: str = "") -> list[str]:
    rules = [RULES[code]]
    checked = check(article(text, Options(source_lang=source_lang)), rules)
    assert checked.crashes == ()
    return [finding.text for finding in checked.findings]


KNOWN = [
    pytest.param("The plan pleased Holovnia.", "Holovnia", True, id="a capital inside a sentence"),
    pytest.param("Minister Rybak left. Rybak’s car stayed.", "Rybak", True, id="a title before"),
    pytest.param("Rybak, the minister of roads, left.", "Rybak", True, id="an office behind"),
    pytest.param("Rybak’s car stayed.", "Rybak", True, id="a genitive"),
    pytest.param("Bridges are old.", "Bridges", False, id="only a sentence’s start"),
    pytest.param("We ask the Council. A council is here.", "Council", False, id="also small"),
    pytest.param("In Lviv, they say.", "In", False, id="a small word that opens"),
    pytest.param("He met J. Kowal there.", "Kowal", True, id="an initial before"),
]


@pytest.mark.parametrize(("text", "word", "known"), KNOWN)
def test_words_are_names_by_evidence(text: str, word: str, known: bool) -> None:
    assert (word in names_of(article(text))) is known


def test_given_names_are_seen_with_their_surname() -> None:
    names = names_of(article("He met Prime Minister Donald Tusk and Ursula von der Leyen."))
    assert names.given("Tusk") == {"Donald"}
    assert names.following("Donald") == {"Tusk"}
    assert names.given("Leyen") == {"Ursula"}
    assert [word.text for word in names.mentions[0].bare] == ["Donald", "Tusk"]


def test_a_span_is_shielded_where_it_touches_a_name() -> None:
    text = "The plan pleased Holovnia much."
    names = names_of(article(text))
    at = text.index("lovn")
    assert names.shields(Span(at, at + 4))
    assert not names.shields(Span(4, 8))


def test_a_lost_name_is_told() -> None:
    text = "The plan pleased Holovnia much."
    names = names_of(article(text))
    assert names.lost(Span(0, len(text)), "The plan pleased holovnia much.") == "Holovnia"
    assert names.lost(Span(0, len(text)), "Much pleased was Holovnia.") == ""


def test_an_empty_article_has_no_names() -> None:
    assert names_of(article("")).mentions == ()


APART = [
    ("TQ616", "The brothers Oleh Kovalenko and Ihor Kovalenka trade wood."),
    ("TQ616", "Adam Nowak of Radom beat Petr Novák of Brno."),
    ("TQ616", "Mayor Ivanov and Deputy Ivanova met. Ivanov spoke, Ivanova left."),
    ("TQ616", "They asked Zelinski and Zelinska, and the Zelinskis came."),
    ("TQ615", "Maria Koval and Marie Koval are cousins."),
    ("TQ615", "They like Dmytro Koval; nobody saw Dmitri Bondar."),
    ("TQ615", "In 1990 George Bush spoke, in 2002 George W. Bush did."),
    ("TQ608", "A portrait of Kim Jong Il hangs beside one of Kim Jong Un."),
    ("TQ601", "Ilham Aliyev met the wrestler Murad Aliev."),
    ("TQ601", "In Kyiv, fans of Dynamo Kiev read “The Kiev Diaries”."),
    ("TQ606", "Jana Müller sued; the judge was Peter Muller."),
    ("TQ607", "Xi Jinping spoke, and Jinping Town listened."),
]


@pytest.mark.parametrize(("code", "text"), APART)
def test_namesakes_stay_apart(code: str, text: str) -> None:
    assert flagged(code, text) == []


def test_all_places_are_mended_at_once() -> None:
    text = "In Lviv it rained. From Lvov to Lviv, and in Lvov’s and Lviv’s parks, it snowed."
    (finding,) = check(article(text), [RULES["TQ601"]]).findings
    assert finding.fix is not None
    assert len(finding.fix.edits) == 2
    assert "“Lviv” (3), “Lvov” (2)" in finding.message


def test_the_preferred_form_wins_over_the_majority() -> None:
    from tqcheck.detectors.name_variants import PARAMS, find

    text = "He met Zelensky. She met Zelensky and Zelenskyy."
    table = ("person: Zelenskyy, Zelensky",)
    (hit,) = find(article(text), {**PARAMS, "table": table, "prefer": ("Zelenskyy",)})
    assert hit.groups["target"] == "Zelenskyy"
    assert hit.edits is not None and len(hit.edits) == 2


EXONYMS = [
    ("They flew to Praga on Monday.", "", []),
    ("They flew to Praga on Monday.", "pl", ["Praga"]),
    ("The fair in Wien is open.", "", ["Wien"]),
    ("The Wien Energie board met.", "de", []),
    ("He won at the University of Varsovie.", "", []),
    ("He lives near Kolonia.", "", ["Kolonia"]),
    ("A song called “Londres” won.", "", []),
    ("Mieszka w Warszawie.", "", []),
    ("The team of Polonia Bytom and Halep won.", "", []),
    ("Rosa Luksemburg was born in 1871.", "", []),
    pytest.param("He left Petersburg for good.", "pl", ["Petersburg"], id="short for a saint’s city"),
    pytest.param(
        "St. Petersburg opens a bridge. In Saint Petersburg and St Petersburg, it is cold.",
        "pl",
        [],
        id="a saint’s city in full",
    ),
]


@pytest.mark.parametrize(("text", "source_lang", "expected"), EXONYMS)
def test_exonyms_need_what_their_code_says(
    text: str, source_lang: str, expected: list[str]
) -> None:
    assert flagged("TQ603", text, source_lang) == expected


def test_tables_are_well_formed() -> None:
    for rule in RULES.values():
        for line in rule.card.params.get("table", ()):
            if rule.card.detector == "exonyms":
                left, separator, target = line.partition(" = ")
                code, languages, form = left.split(" ", 2)
                assert separator and target and form != target and languages, line
                assert code in "sghptynu", line


def test_rules_never_offer_a_safe_fix_for_a_name() -> None:
    def safe(rule: Rule) -> bool:
        return rule.card.safety is not None and rule.card.safety.label == "safe"

    assert [rule.card.id for rule in RULES.values() if safe(rule)] == []
