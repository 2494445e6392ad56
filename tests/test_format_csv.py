from __future__ import annotations

import csv
import io
import os
import re
import time
from contextlib import suppress
from functools import partial
from random import Random

import pytest

from tests.feeds import article, as_table, sentence
from tests.reading_laws import check_fixes, check_map
from tqcheck.document import Document, Refusal
from tqcheck.errors import NoProseError, SourceError
from tqcheck.finding import Edit
from tqcheck.formats import read as read_format
from tqcheck.formats.reading import FIELDS, Reading
from tqcheck.source import Source, Span, apply_edits

DOCUMENTS = int(os.environ.get("TQCHECK_DOCUMENTS", "300"))
P = "paragraph"


def read(
    text: str | Source, format_: str = "csv", lang: str = "en", fields: tuple[str, ...] = FIELDS
) -> Document:
    source = text if isinstance(text, Source) else Source("table", text)
    document = read_format(source, Reading(format_, lang, fields))
    check_map(document)
    return document


def regions(document: Document) -> list[tuple[str, str]]:
    return [(one.kind, document.view[slice(*one.span)]) for one in document.regions]


PROSE = {
    "columns by name": ("csv", "id,Title,TEXT \n1,A,B is.\n", [("title", "A"), (P, "B is.")]),
    "quoted names": ("csv", '"id","title"\r\n"1","A"', [("title", "A")]),
    "semicolons": ("csv", "id;title\n1;A, b\n", [("title", "A, b")]),
    "tabs": ("csv", "id\ttitle\n1\tA, b; c\n", [("title", "A, b; c")]),
    "the separator is counted outside of quotes": ("csv", '"a;b;c",title\n1,A\n', [("title", "A")]),
    "TSV": ("tsv", "id,x;y\ttitle\n1\tA, b; c\n", [("title", "A, b; c")]),
    "doubled quotes": ("csv", 'title,text\n"A ""b"" c, d","""So.""\n\nIt is."\n', [("title", 'A "b" c, d'), (P, '"So."'), (P, "It is.")]),
    "a quote within a bare cell": ("csv", 'title\n5" pipe\n', [("title", '5" pipe')]),
    "empty rows and cells, short rows": ("csv", 'title,text\n\n"",A.\r\n\r\nB\n,\n', [(P, "A."), ("title", "B")]),
    "more separators at the end": ("csv", "title\nA,,\n", [("title", "A")]),
    "rows end with CR": ("csv", "title,id\rA,1\rB,2", [("title", "A"), ("title", "B")]),
    "HTML": ("csv", 'text\n"<p>See <a href=""x"">Russia</a>to&nbsp;x</p>"\n', [(P, "See Russiato\u00a0x")]),
    "a mark at the start": ("csv", "\ufefftitle\nA", [("title", "A")]),
    "a row in another language": ("csv", "title,lang\nA,en\nB,ru\nC,\nD,en-US\nE\n", [("title", "A"), ("title", "C"), ("title", "D"), ("title", "E")]),
    "a header alone": ("csv", "title,text\n", []),
}  # fmt: skip


@pytest.mark.parametrize(("format_", "text", "expected"), PROSE.values(), ids=PROSE)
def test_what_is_prose(format_: str, text: str, expected: list[tuple[str, str]]) -> None:
    document = read(text, format_)
    assert regions(document) == expected
    assert document.comments == ()


def test_each_row_is_an_article() -> None:
    document = read("title,text\nA,B.\n,\nC,D.\n")
    assert [document.view[slice(*span)] for span in document.parts] == ["A\n\nB.", "C\n\nD."]


EDITS = {
    "quotes are doubled": ('title\n"One, two"\n', "One", '"1"', 'title\n"""1"", two"\n'),
    "a doubled quote as a whole": ('title\n"One ""two"" x"\n', '"two"', "2", 'title\n"One 2 x"\n'),
    "HTML, then quotes": ('text\n"<p>One</p>"\n', "One", '"a" < b', 'text\n"<p>""a"" &lt; b</p>"\n'),
    "separators within quotes": ('title\n"One"\n', "One", "1,2", 'title\n"1,2"\n'),
    "a bare cell": ("title,x\nOne two,3\n", "One", "1; <2>", "title,x\n1; <2> two,3\n"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "word", "new", "expected"), EDITS.values(), ids=EDITS)
def test_edits_are_written_as_the_table_wants_them(
    text: str, word: str, new: str, expected: str
) -> None:
    document = read(text)
    start = document.view.index(word)
    edit = document.edit(Span(start, start + len(word)), new)
    assert isinstance(edit, Edit)
    after = document.source.edited((edit,)).text
    assert after == expected
    assert read(after).view == document.view.replace(word, new, 1)


@pytest.mark.parametrize("new", [",", '"', "\n", "\r", "x,y"])
def test_what_a_bare_cell_cannot_hold_is_refused(new: str) -> None:
    document = read("title,text\nOne two,x\n")
    refusal = Refusal("the cell would need quotes around it")
    assert document.edit(Span(4, 7), new) == refusal
    assert document.edit(Span(3, 3), new) == refusal
    assert document.parts == () and document.part(Span(0, 7)).edit(Span(3, 3), new) == refusal


MALFORMED = {
    "a quote that never closes": ('title,text\na,b\n\n"c,d\ne,f\n', "has a quote that opens in row 4 and never closes"),
    "text behind a quote": ('title,text\na,"b" c\n', "has text behind a closing quote in row 2, column 6"),
    "too many cells": ("title,text\na,b\nc,d, e\n", "has 3 cells in row 3; its first row has 2"),
    "columns without end": ("title" + ",a" * 20_000, "has over 10,000 columns in row 1"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "what"), MALFORMED.values(), ids=MALFORMED)
def test_what_is_malformed_is_told_with_its_row(text: str, what: str) -> None:
    with pytest.raises(SourceError, match=re.escape(what)) as caught:
        read(text)
    assert not isinstance(caught.value, NoProseError)


def test_a_table_without_prose_says_which_columns_it_has() -> None:
    with pytest.raises(NoProseError) as caught:
        read("id,Headlines," + ",".join(f"c{at}" for at in range(20)) + "\n1,2\n")
    assert caught.value.what.startswith(
        "holds no column of prose, only \u201cid\u201d, \u201cHeadlines\u201d, "
    )
    assert caught.value.what.endswith("\u201cc9\u201d, \u2026")
    assert "\u201cfields\u201d" in caught.value.todo and "standfirst" in caught.value.todo
    assert regions(read("id,Headlines\n1,A b is.\n", fields=("headlines",))) == [(P, "A b is.")]
    with pytest.raises(NoProseError, match="no row with the names"):
        read("")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("title\n" + "a" * 20_000_000, id="a bare cell"),
        pytest.param('title\n"' + 'a""' * 60_000 + '"', id="quotes"),
        pytest.param('title,id\n"' + "a," * 10_000_000, id="an open quote"),
        pytest.param("title\n" + "a\n" * 20_000, id="rows"),
        pytest.param('"' * 10_000_000, id="quotes only"),
    ],
)
def test_big_tables_take_linear_time(text: str) -> None:
    start = time.process_time()
    with suppress(SourceError):
        read(text)
    assert time.process_time() - start < 10


def _table(random: Random, *, plain: bool) -> tuple[str, str]:
    """A table with a format that reads it."""
    format_, separator = random.choice((("csv", ","), ("csv", ";"), ("csv", "\t"), ("tsv", "\t")))
    make = sentence if plain else article
    rows = [["id", "title", "text", "Summary"]]
    rows += [
        [str(at), sentence(random), make(random), sentence(random)]
        for at in range(random.randrange(1, 4))
    ]
    return format_, as_table(rows, random, separator)


def test_cells_are_those_of_the_standard_library() -> None:
    for seed in range(DOCUMENTS):
        random = Random(seed)
        format_, text = _table(random, plain=True)
        header = text[: text.index("Summary")]
        separator = next(one for one in ",;\t" if one in header)
        _, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        cells = [cell.strip() for row in rows for cell in row[1:] if cell.strip()]
        assert [shown for _, shown in regions(read(text, format_))] == cells, text


def test_random_tables_keep_the_laws() -> None:
    made = 0
    for seed in range(DOCUMENTS):
        random = Random(seed)
        format_, text = _table(random, plain=False)
        made += check_fixes(read(text, format_), partial(read, format_=format_), random)
    assert made > DOCUMENTS


def test_odd_signs_are_written_rightly_or_not_at_all() -> None:
    made = refused = 0
    for seed in range(DOCUMENTS):
        random = Random(seed)
        format_, text = _table(random, plain=True)
        document = read(text, format_)
        for new in ("x, y", 'x "y"', "x; y", "x\ty", '"', "x"):
            inside = [one.end() for one in re.finditer(r"\w(?=\w)", document.view)] or [0]
            at = random.choice(inside)
            edit = document.edit(Span(at, at), new)
            if isinstance(edit, Refusal):
                refused += 1
                continue
            made += 1
            after = read(document.source.edited((edit,)), format_)
            assert after.view == apply_edits(document.view, ((Span(at, at), new),)), (text, edit)
            assert after.skeleton() == document.skeleton()
    assert made > 2 * DOCUMENTS and refused > DOCUMENTS
