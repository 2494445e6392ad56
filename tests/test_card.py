"""Cards: what is wrong is refused with a sentence that says where, what and what is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import CARD
from tqcheck.card import load_card
from tqcheck.errors import CardError, ConfigError
from tqcheck.rule import Rule, load_cards, load_rules, select

BODY = 'pattern = "bad"\nfix = "good"\nsafety = "safe"'


def write(folder: Path, *changes: tuple[str, str], name: str = "made-rule", code: str = "T101") -> Path:
    text = CARD.replace("{id}", code).replace("{name}", name).replace("{bad}", "bad")
    text = text.replace("{message}", "“{match}” is wrong").replace("{body}", BODY)
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    path = folder / f"{name}.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_right_card_loads(tmp_path: Path) -> None:
    card = load_card(write(tmp_path))
    assert (card.id, card.quoted, card.target, card.bad[0].flags) == ("T101", "report", ("en",), ("bad",))


WRONG = [
    ("unknown key", ("status =", 'colour = "red"\nstatus ='), "unknown key “colour”; known: id, name"),
    ("missing key", ('summary = "A made rule."', ""), "the key “summary” is missing"),
    ("bad id", ('"T101"', '"one"'), "“id” can't be “one”"),
    ("bad severity", ('"minor"', '"huge"'), "“severity” can't be “huge”; known: minor, major, critical"),
    ("bad status", ('"stable"', '"ready"'), "“status” can't be “ready”"),
    ("bad mqm", ('"style/unidiomatic"', '"looks"'), "unknown dimension “looks”; known: terminology"),
    ("bad scope", ("status =", 'scope = ["body"]\nstatus ='), "“scope” has the unknown value “body”"),
    ("bad quoted", ("status =", 'quoted = "no"\nstatus ='), "“quoted” can't be “no”; known: fix"),
    ("two ways", ("pattern =", 'detector = "x"\npattern ='), "exactly one of"),
    ("params without detector", ("pattern =", "params = {a = 1}\npattern ="), "go with a detector"),
    ("fix without safety", ('safety = "safe"', ""), "“safety” must be a text"),
    ("safety without fix", ('fix = "good"', ""), "“safety” needs a “fix”"),
    ("list expected", ("status =", 'scope = "title"\nstatus ='), "must be a list of texts"),
    ("no TOML", ('id = "T101"', "id = T101"), "is not valid TOML"),
    ("example without why", ('why = "nothing is wrong"', ""), "lacks “why”"),
    ("unknown example key", ('text = "Fine."', 'text = "Fine."\nnote = "x"'), "unknown key in [[good]] 1: “note”"),
    ("flags not a list", ('flags = ["bad"]', 'flags = "bad"'), "must be a list of texts"),
    ("missing word list", ("pattern =", 'words = {w = "none.txt"}\npattern ='), "“none.txt” of “w” can't be read"),
]


@pytest.mark.parametrize(("change", "saying"), [w[1:] for w in WRONG], ids=[w[0] for w in WRONG])
def test_a_wrong_card_is_refused(tmp_path: Path, change: tuple[str, str], saying: str) -> None:
    path = write(tmp_path, change)
    with pytest.raises(CardError) as caught:
        load_card(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert saying in str(caught.value)


@pytest.mark.parametrize(
    ("change", "saying"),
    [
        pytest.param(('"bad"\nfix', '"b(ad"\nfix'), "does not compile", id="pattern"),
        pytest.param(('"bad"\nfix', '"x*"\nfix'), "matches the empty text", id="empty match"),
        pytest.param(('fix = "good"', 'fix = "{god}"'), "unknown placeholder “{god}” in “fix”; known: edits, match", id="fix"),
        pytest.param(("“{match}”", "“{mach}”"), "unknown placeholder “{mach}” in “message”; known: fix, match", id="message"),
        pytest.param(('fix = "good"', 'fix = "{match|shout}"'), "unknown filter", id="filter"),
        pytest.param(('pattern = "bad"', 'detector = "magic"'), "there is no detector “magic”; known:", id="detector"),
        pytest.param(('"bad"\nfix', '"{{nobody}}"\nfix'), "unknown word list “nobody”; known: none", id="word list"),
    ],
)
def test_what_does_not_compile_is_refused(tmp_path: Path, change: tuple[str, str], saying: str) -> None:
    path = write(tmp_path, change)
    with pytest.raises(CardError) as caught:
        load_rules([path.parent])
    assert str(caught.value).startswith(f"{path}: ")
    assert saying in str(caught.value)


def test_the_name_is_the_file_name(tmp_path: Path) -> None:
    path = write(tmp_path)
    with pytest.raises(CardError, match="is not the file's name “other”"):
        load_card(path.rename(tmp_path / "other.toml"))


def test_two_cards_of_one_id_are_refused(tmp_path: Path) -> None:
    write(tmp_path, name="one")
    write(tmp_path, name="two")
    with pytest.raises(CardError, match="the id T101 is taken by"):
        load_cards([tmp_path])


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CardError, match="is not a folder of cards"):
        load_cards([tmp_path / "none"])


def test_words_fill_the_pattern(tmp_path: Path) -> None:
    (tmp_path / "w.txt").write_text("# ours\nred\n\nred wine\n", "utf-8")
    path = write(tmp_path, ('pattern = "bad"', "words = {w = 'w.txt'}\npattern = '{{w}}'"))
    rule = Rule(load_card(path))
    assert rule.card.words["w"] == ("red", "red wine")
    from tests.conftest import article

    assert [a.span for a in rule.hits(article("dark red wine"))] == [(5, 13)]


def test_selection_by_code_prefix_name_and_family(tmp_path: Path) -> None:
    write(tmp_path, name="one", code="TQ101")
    write(tmp_path, ('"stable"', '"preview"'), name="two", code="TQ152")
    rules = tuple(Rule(card) for card in load_cards([tmp_path]))

    def ids(**options: object) -> list[str]:
        return [rule.card.id for rule in select(rules, **options)]  # type: ignore[arg-type]

    assert ids() == ["TQ101"]
    assert ids(preview=True) == ["TQ101", "TQ152"]
    assert ids(select=["TQ152"]) == ["TQ152"]
    assert ids(extend_select=["two"]) == ["TQ101", "TQ152"]
    assert ids(select=["TQ1"]) == ["TQ101"]
    assert ids(ignore=["one"], preview=True) == ["TQ152"]
    assert ids(lang="de") == []
    with pytest.raises(ConfigError, match="did you mean “TQ101”"):
        ids(select=["TQ1011"])
