"""The inline notation of labelled articles, and what it says when it is broken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.notation import Labelled, Mark, NotationError, Piece, apply, parse
from tqcheck.source import Span


def test_one_mark_gives_text_golden_and_span() -> None:
    article = parse("He went to ⟦fused-words|Russiato|Russia to⟧ fight.")
    assert article.text == "He went to Russiato fight."
    assert article.golden == "He went to Russia to fight."
    assert article.marks == (Mark("fused-words", (Piece(Span(11, 19), ("Russia to",)),)),)


def test_text_without_marks_is_itself() -> None:
    assert parse("Nothing here, a|b = c?\n") == Labelled("Nothing here, a|b = c?\n", ())


def test_several_repairs_the_first_is_golden() -> None:
    article = parse("on ⟦date-format|5. May|May 5‖5 May⟧ in Bonn")
    assert article.golden == "on May 5 in Bonn"
    assert article.mended([1]) == "on 5 May in Bonn"
    assert article.marks[0].choices == 2


def test_keep_must_be_marked_and_stays_as_published() -> None:
    article = parse("the ⟦unbalanced-quote|“|=⟧order was signed")
    assert article.golden == article.text == "the “order was signed"
    assert article.marks[0].mended is False
    assert article.marks[0].optional is False


def test_optional_may_keep_or_mend() -> None:
    article = parse("⟦as-he-said-opener?|As he says, |=‖He says ⟧it is late.")
    assert article.golden == "As he says, it is late."
    assert article.mended([1]) == "He says it is late."
    assert article.marks[0].optional


def test_pieces_with_one_number_are_one_mark() -> None:
    article = parse(
        "sent 300⟦misplaced-period-abbrev#1|| trucks⟧ to Gdynia"
        "⟦misplaced-period-abbrev#1|. trucks|⟧, and more"
    )
    assert article.text == "sent 300 to Gdynia. trucks, and more"
    assert article.golden == "sent 300 trucks to Gdynia, and more"
    (mark,) = article.marks
    assert [piece.span for piece in mark.pieces] == [Span(8, 8), Span(18, 26)]
    assert mark.span == Span(8, 26)


def test_a_mark_may_span_lines() -> None:
    article = parse("End.\n\n⟦scrape-residue|- Advertisement -\n\n|⟧Next.")
    assert article.text == "End.\n\n- Advertisement -\n\nNext."
    assert article.golden == "End.\n\nNext."


def test_offsets_are_code_points() -> None:
    article = parse("Łódź 🙂 ⟦numero-sign|№|No. ⟧5")
    assert article.marks[0].span == Span(7, 8)
    assert article.text[7] == "№"


@pytest.mark.parametrize(
    ("notation", "message"),
    [
        ("a ⟦x-y|b|c", "t.txt:1:3: a mark is not closed"),
        ("a\nb⟧ c", "t.txt:2:2: a mark closes that was not opened"),
        ("⟦x-y|b ⟦x-y|c|d⟧|e⟧", "t.txt:1:8: a mark opens inside a mark"),
        ("⟦x-y|b⟧", "t.txt:1:1: a mark has 3 parts (category, published, repair), this one 2"),
        (
            "⟦x-y|b|c|d⟧",
            "t.txt:1:1: a mark has 3 parts (category, published, repair), this one 4",
        ),
        (
            "⟦Big Name|b|c⟧",
            "t.txt:1:1: “Big Name” is not a label: a category in small letters, then #number, then ?",
        ),
        (
            "⟦x-y?#1|b|c⟧",
            "t.txt:1:1: “x-y?#1” is not a label: a category in small letters, then #number, then ?",
        ),
        ("one\n⟦x-y|b|b⟧", "t.txt:2:1: the repair changes nothing; write = to keep it"),
        ("⟦x-y|b|c‖c⟧", "t.txt:1:1: two of the accepted repairs are the same"),
        ("⟦x-y|b|=‖b⟧", "t.txt:1:1: two of the accepted repairs are the same"),
        ("⟦x-y#1|b|c⟧", "t.txt:1:1: #1 stands only once"),
        ("⟦x-y#1|b|c⟧ ⟦x-z#1|b|c⟧", "t.txt:1:1: the pieces of #1 differ in label"),
        ("⟦x-y#1|b|c‖d⟧ ⟦x-y#1|b|c‖d‖e⟧", "t.txt:1:1: the pieces of #1 differ in repairs"),
    ],
)
def test_broken_notation_says_where_and_what(notation: str, message: str) -> None:
    with pytest.raises(NotationError) as error:
        parse(notation, "t.txt")
    assert str(error.value) == message


def test_apply_keeps_order_of_insertions() -> None:
    assert apply("ab", [(Span(1, 1), "x"), (Span(1, 1), "y"), (Span(0, 1), "c")]) == "cxyb"


plain = st.text(st.characters(exclude_characters="⟦⟧|‖", exclude_categories=["Cs"]))


@given(st.lists(st.tuples(plain, plain, plain)), plain)
def test_notation_round_trip(parts: list[tuple[str, str, str]], tail: str) -> None:
    parts = [(a, b, c) for a, b, c in parts if b != c and c != "="]
    notation = "".join(f"{a}⟦some-mark|{b}|{c}⟧" for a, b, c in parts) + tail
    article = parse(notation)
    assert article.text == "".join(a + b for a, b, _ in parts) + tail
    assert article.golden == "".join(a + c for a, _, c in parts) + tail
    assert [article.text[m.span.start : m.span.end] for m in article.marks] == [
        b for _, b, _ in parts
    ]
