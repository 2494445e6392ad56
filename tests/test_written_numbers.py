"""Numbers written anew keep their value, whatever the number is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import product
from tests.conftest import article
from tqcheck.detectors import written_numbers
from tqcheck.detectors._magnitudes import _MYRIADS, _SOURCE, digits, plain, short
from tqcheck.detectors._number_endings import ending
from tqcheck.finding import Hit

POWERS = {"million": 6, "billion": 9, "trillion": 12}

values = st.decimals("0.1", "9999999999999", places=2)
numbers = st.one_of(
    st.integers(1, 999).map(str),
    st.integers(1000, 999_999).map(lambda value: f"{value:,}"),
    st.tuples(st.integers(1, 999), st.integers(1, 999)).map(lambda pair: f"{pair[0]}.{pair[1]}"),
)


def value_of(written: str) -> Decimal:
    number, _, unit = written.partition(" ")
    return digits(number) * 10 ** POWERS.get(unit, 0)


def hits(text: str, kind: str) -> list[Hit]:
    return list(written_numbers.find(article(text), {"kind": kind}))


@given(values)
def test_a_short_number_has_the_value(value: Decimal) -> None:
    written = short(value)
    assert not written or value_of(written) == value


@given(values)
def test_a_number_in_figures_has_the_value(value: Decimal) -> None:
    written = plain(value)
    assert digits(written) == value if written else value != int(value)


@given(numbers, st.sampled_from(sorted(_SOURCE)))
def test_a_foreign_magnitude_keeps_its_value(number: str, unit: str) -> None:
    for hit in hits(f"It cost {number} {unit} crowns.", "foreign"):
        if hit.fixable:
            assert value_of(hit.groups["written"]) == digits(number) * 10 ** _SOURCE[unit]


@given(numbers, st.sampled_from(sorted(_MYRIADS)))
def test_a_myriad_keeps_its_value(number: str, unit: str) -> None:
    for hit in hits(f"It cost {number} {unit} yuan.", "myriads"):
        if hit.fixable:
            assert value_of(hit.groups["written"]) == digits(number) * 10 ** _MYRIADS[unit]


@given(numbers)
def test_a_thousand_keeps_its_value(number: str) -> None:
    for hit in hits(f"Some {number} thousand came, and 1,200 left.", "thousands"):
        if hit.fixable:
            assert digits(hit.groups["written"]) == digits(number) * 1000


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("from 900 to 10 thousand, 1,000", [""], id="the first number is no thousand"),
        pytest.param("5 to 10 thousand people", ["5,000 to 10,000"], id="a range"),
        pytest.param("2014 and 10.5 thousand people", ["10,500"], id="a year beside it"),
        pytest.param("9 thousand 781 defenders and 1,000", [], id="a number that goes on"),
        pytest.param("COVID-19 thousand, 1,000", [], id="part of a name"),
    ],
)
def test_thousands(text: str, written: list[str]) -> None:
    assert [hit.groups["written"] for hit in hits(text, "thousands")] == written


@given(st.integers(1, 9999))
def test_english_ordinals(number: int) -> None:
    """Against a table of its own: the last two figures tell."""
    last = number % 100
    expected = "th" if 10 < last < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    assert ending(str(number)) == expected
    if number < 1000:
        assert hits(f"the {number}{expected} day", "ordinals") == []
        for other in {"st", "nd", "rd", "th"} - {expected}:
            assert len(hits(f"the {number}{other} day", "ordinals")) == 1


@given(st.integers(0, 999), st.integers(1, 999), st.integers(0, 999))
def test_a_divided_number_keeps_its_value(millions: int, thousands: int, ones: int) -> None:
    head = f"{millions} million " if millions else ""
    tail = f" {ones}" if ones else ""
    for hit in hits(f"The state gave {head}{thousands} thousand{tail} liras.", "split"):
        written = hit.groups["written"]
        value = millions * 10**6 + thousands * 1000 + ones
        assert not written or value_of(written) == value


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        pytest.param(
            "Exports reached 383.688 million euros, a rise of 2,5 million.",
            "Exports reached 383.688 billion euros, a rise of 2.5 million.",
            id="decimal commas tell that the stop divides thousands",
        ),
        pytest.param(
            "Exports reached 383.688 million euros, a rise of 2.5 million.",
            "Exports reached 383.688 million euros, a rise of 2.5 million.",
            id="decimal points tell that it does not",
        ),
        pytest.param(
            "Some 3.000 of them came, a third of the 9.000.000 people asked.",
            "Some 3,000 of them came, a third of the 9,000,000 people asked.",
            id="a number without a noun is read as the article's others are",
        ),
        pytest.param(
            "Some 3.000 of them came, and 2.125 of those stayed.",
            "Some 3.000 of them came, and 2.125 of those stayed.",
            id="a number without a noun is left alone",
        ),
        pytest.param(
            "The hut stands at 1.850 m; 4.500 people came.",
            "The hut stands at 1,850 m; 4,500 people came.",
            id="counted people tell what the stop means at a height",
        ),
    ],
)
def test_what_a_stop_divides(text: str, fixed: str) -> None:
    assert product.run(text, product.rules(), fix=True).all == fixed
