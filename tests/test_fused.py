"""Fused words: the lexicon's table, the cuts, names that stay whole, and damage that is found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import article
from tqcheck.detectors import fused_number
from tqcheck.detectors._tokens import places
from tqcheck.detectors.fused_words import find
from tqcheck.errors import TqcheckError
from tqcheck.lexicon import table
from tqcheck.source import apply_edits


def fused(text: str) -> list[str]:
    opened = article(text)
    hits = [hit for kind in ("name", "function", "words") for hit in find(opened, {"kind": kind})]
    return [opened.text(hit.span) for hit in hits]


def mended(text: str) -> str:
    opened = article(text)
    hits = [hit for kind in ("name", "function", "words") for hit in find(opened, {"kind": kind})]
    return apply_edits(text, sorted(edit for hit in hits for edit in hit.edits or ()))


@pytest.fixture
def table_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A place for another table, in use during the test."""
    path = tmp_path / "en.bin"
    monkeypatch.setattr(table, "TABLE", path)
    table._entry.cache_clear()
    yield path
    table._entry.cache_clear()


@pytest.mark.parametrize("word", "the soldier Toronto Rzeszów Łódź Kyiv Hezbollah Macron".split())
def test_known_words(word: str) -> None:
    assert table.known(word) and table.zipf(word) > 0


@pytest.mark.parametrize("word", "ofthe inthe thatthe russiato rutteand intoforce isnot".split())
def test_fusions_are_not_known(word: str) -> None:
    assert not table.known(word) and table.zipf(word) == 0


def test_kinds_of_entries() -> None:
    assert table.is_word("soldier") and not table.is_word("Warszawa")
    assert table.is_place("Rzeszów") and table.is_name("Nowak")


def test_the_table_is_small() -> None:
    assert table.TABLE.stat().st_size < 5_000_000


def test_a_damaged_table_is_told(table_at: Path) -> None:
    with pytest.raises(TqcheckError, match="can't be read"):
        table.known("word")
    table_at.write_bytes(b"TQLEX" * 9)
    with pytest.raises(TqcheckError, match="is damaged; install tqcheck again"):
        table.known("word")


def test_pack_and_look_up(table_at: Path) -> None:
    words = {f"w{chr(97 + n % 26)}{chr(97 + n // 26)}": (n % 8, n / 100) for n in range(500)}
    table_at.write_bytes(table.pack(words))
    for word, (flags, frequency) in words.items():
        assert abs(table.zipf(word) - max(1 / 16, frequency)) <= 1 / 16
        assert table.is_word(word) == bool(flags & table.WORD)
    assert not table.known("absent")


MENDED = [
    (
        "Aid went to Ukrainein May. Ukraine asked for more.",
        "Aid went to Ukraine in May. Ukraine asked for more.",
    ),
    (
        "She met Olena Tkachenkowho runs the clinic. Tkachenko smiled.",
        "She met Olena Tkachenko who runs the clinic. Tkachenko smiled.",
    ),
    ("He met Teresa Pawlakand called the office.", "He met Teresa Pawlak and called the office."),
    ("He flew to Berlinand met the chancellor.", "He flew to Berlin and met the chancellor."),
    ("It was the end ofthe season for the club.", "It was the end of the season for the club."),
    ("The police said thatthey had no choice.", "The police said that they had no choice."),
    ("The number ofpeople in the hall grew.", "The number of people in the hall grew."),
    ("Nobody knows whenthe bridge will open.", "Nobody knows when the bridge will open."),
    ("The residentswho stayed had no water.", "The residents who stayed had no water."),
    (
        "The mayor Anna Kowalczyksaid that it was late. Kowalczyk left.",
        "The mayor Anna Kowalczyk said that it was late. Kowalczyk left.",
    ),
    ("Thisis the second delay in a month.", "This is the second delay in a month."),
    ("It was late. Shewas due to leave.", "It was late. She was due to leave."),
    ("It was late. Wewe want to stay.", "It was late. We want to stay."),
    (
        "They met. Accordingto UTAC, the road is open.",
        "They met. According to UTAC, the road is open.",
    ),
    ("She is the Presidentof Ukraine today.", "She is the President of Ukraine today."),
    ("The head of NASAand two aides came late.", "The head of NASA and two aides came late."),
    (
        "The mayor Ihor Polishchenkoand the council met.",
        "The mayor Ihor Polishchenko and the council met.",
    ),
    (
        "A train from Przemyśland Kraków was late. The snow in Przemyśl went on.",
        "A train from Przemyśl and Kraków was late. The snow in Przemyśl went on.",
    ),
]


@pytest.mark.parametrize(("text", "after"), MENDED)
def test_fusions_are_cut_right(text: str, after: str) -> None:
    assert mended(text) == after


WHOLE = """
Toronto Otranto Soweto Rutland Auckland Ferdinand Dublin Kremlin Constantin Susanin Putin Lenin
Hezbollah Tchouameni Macron Libor Dugan Tomoya Argentinean Ramat Hellas Passat Benton Biton Waldon
Dowerin Luckin Featherby Rigato Brandis Kordas Petras Jonas Tomas Matejka Wysocki Hrytsenko
Zelenskyy Kovalchuk Yermak Zaluzhny Syrskyi Budanov Klitschko Podolyak Shmyhal Reznikov Danilov
Sadovyi Lukashenka Tsikhanouskaya Pashinyan Saakashvili Ivanishvili Zourabichvili Tokayev Mirziyoyev
Nausėda Šimonytė Levits Kariņš Kaljulaid Ratas Babiš Fiala Čaputová Heger Orbán Szijjártó Iohannis
""".split()


@pytest.mark.parametrize("name", WHOLE)
def test_names_stay_whole(name: str) -> None:
    assert fused(f"On Monday {name} the younger and {name}'s deputy met in the city.") == []
    assert fused(f"They wrote to {name} in May, and the answer came soon.") == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "See example.org/ofthe or write to ofthe@example.org, said #ofthe.", id="addresses"
        ),
        pytest.param(
            "Die Brücke überden Fluss istzu klein für alle Leute.", id="a foreign sentence"
        ),
        pytest.param("Il candidato ideato per tornare era tous les jours.", id="a foreign line"),
        pytest.param(
            "The beyondblue charity and the afterpay shop grew.", id="brands in lower case"
        ),
        pytest.param(
            "In Rubeland the hills are low. Heris and Alland met there.", id="unseen names"
        ),
        pytest.param("It was a co-ofthe-art thing.", id="hyphens"),
        pytest.param("The bathe in the lathe met a tithe.", id="words that hold two others"),
    ],
)
def test_what_is_tied_or_foreign_stays(text: str) -> None:
    assert fused(text) == []


@pytest.mark.parametrize("many", [False, True], ids=["few tokens", "many tokens"])
def test_places_are_whole_words(many: bool) -> None:
    tokens = {"ab", "abc", "żółw"} | ({f"z{'y' * n}" for n in range(20)} if many else set())
    view = "ab abc xab abx żółw, ab2 ab-ab żółwab"
    found = sorted(view[start:end] for start, end in places(view, tokens))
    assert found == ["ab", "ab", "ab", "ab", "abc", "żółw"]


NUMBERS = [
    ("Some 24hours and 100km later", ["24hours"]),
    ("the talks of May2014 and since1991", ["May2014", "since1991"]),
    ("Cloud9, Area51, Euro2024, MH17, 4x4, 2for1, 3D, 5G and 7pm", []),
    ("see a.b2014 or /in2014 or in2014@x or v2.10days", []),
]


@pytest.mark.parametrize(("text", "flags"), NUMBERS)
def test_numbers_and_words(text: str, flags: list[str]) -> None:
    opened = article(text)
    hits = fused_number.find(opened, {"kind": "word", "abbreviations": ()})
    assert [opened.text(hit.span) for hit in hits] == flags
