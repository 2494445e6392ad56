"""Source: bytes to text and back without loss; rows and columns for people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.errors import SourceError
from tqcheck.source import Location, Source, Span

TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))


@given(TEXT)
def test_decoding_is_lossless(text: str) -> None:
    data = text.encode("utf-8")
    assert Source.decode("x", data).encode() == data


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\xef\xbb\xbfa\r\nb\rc\n", id="BOM, CRLF, lone CR"),
        pytest.param("a\N{LINE SEPARATOR}b\fc\x85d".encode(), id="other line ends"),
        pytest.param(b"", id="empty"),
        pytest.param(b"no final newline", id="no final newline"),
    ],
)
def test_odd_bytes_survive(data: bytes) -> None:
    assert Source.decode("x", data).encode() == data


@pytest.mark.parametrize(
    ("data", "what"),
    [
        pytest.param("Zażółć".encode("iso-8859-2"), "not UTF-8", id="Latin-2"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", "binary", id="an image"),
        pytest.param(b"plain\x00nul", "binary", id="valid UTF-8 with NUL"),
        pytest.param("a".encode("utf-16"), "UTF-16", id="UTF-16"),
    ],
)
def test_what_is_no_utf8_text_is_refused(data: bytes, what: str) -> None:
    with pytest.raises(SourceError, match=f"page.txt: is.*{what}"):
        Source.decode("page.txt", data)


@given(TEXT)
def test_rows_are_git_rows(text: str) -> None:
    source = Source("x", text)
    rows = text.split("\n")
    for offset in range(0, len(text) + 1, max(1, len(text) // 7)):
        row, column = source.location(offset)
        assert sum(len(r) + 1 for r in rows[: row - 1]) + column - 1 == offset
        assert source.line(row) == rows[row - 1].removesuffix("\r")


def test_location_counts_code_points_from_one() -> None:
    assert Source("x", "a\N{GRINNING FACE}b\r\nc").location(2) == Location(1, 3)
    assert Source("x", "ab\r\nc").location(4) == Location(2, 1)


def test_span_relations() -> None:
    assert Span(1, 3).overlaps(Span(2, 5)) and not Span(1, 3).overlaps(Span(3, 5))
    assert Span(1, 3).touches(Span(3, 5)) and not Span(1, 3).touches(Span(4, 5))
    assert Span(2, 3).inside(Span(2, 5)) and not Span(1, 3).inside(Span(2, 5))
