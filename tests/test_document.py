"""Document: the map from view to file, on hand-made documents with every kind of piece."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.document import OBJECT, Document, Piece, PieceKind, Refusal, Region
from tqcheck.finding import Edit
from tqcheck.formats.plain import read
from tqcheck.source import Source, Span

VERBATIM, ATOMIC = PieceKind.VERBATIM, PieceKind.ATOMIC
PROTECTED, JOINT = PieceKind.PROTECTED, PieceKind.JOINT


def build(
    *parts: tuple[str, str, PieceKind | None], seams: dict[int, int] | None = None
) -> Document:
    """A document from (view, file, kind) parts; kind None is markup, which has no view."""
    text, view, pieces = "", "", []
    for shown, written, kind in parts:
        if kind is not None:
            span = Span(len(view), len(view) + len(shown))
            at = Span(len(text), len(text) + len(written))
            seam = (seams or {}).get(len(pieces), at.start)
            pieces.append(Piece(span, at, kind, seam))
        view += shown
        text += written
    region = Region(Span(0, len(view)), "paragraph")
    return Document(
        Source("x.html", text),
        view,
        (region,),
        tuple(pieces),
        lambda new, _at: new.replace("&", "&amp;").replace("<", "&lt;"),
    )


LINK = build(
    ("", "<p>sent to <a>", None),
    ("Russia", "Russia", VERBATIM),
    ("", "</a>", None),
    ("to fight", "to fight", VERBATIM),
    ("", "</p>", None),
    seams={1: len("<p>sent to <a>Russia</a>")},
)
ENTITY = build(
    ("salt ", "salt ", VERBATIM),
    ("&", "&amp;", ATOMIC),
    (" pepper", " pepper", VERBATIM),
)
CODE = build(
    ("run ", "run ", VERBATIM), (OBJECT, "`tqcheck lint`", PROTECTED), (" now", " now", VERBATIM)
)
TWO = build(
    ("", "<p>", None),
    ("One.", "One.", VERBATIM),
    ("\n\n", "</p><p>", JOINT),
    ("Two.", "Two.", VERBATIM),
    ("", "</p>", None),
)


def span_of(document: Document, text: str) -> Span:
    start = document.view.index(text)
    return Span(start, start + len(text))


def located(document: Document, text: str) -> str:
    start, end = document.locate(span_of(document, text))
    return document.source.text[start:end]


@pytest.mark.parametrize(
    ("document", "text", "written"),
    [
        pytest.param(LINK, "Russia", "Russia", id="inside a tag"),
        pytest.param(LINK, "Russiato", "Russia</a>to", id="over a tag"),
        pytest.param(ENTITY, "t & p", "t &amp; p", id="over an entity"),
        pytest.param(ENTITY, "&", "&amp;", id="an entity"),
        pytest.param(CODE, OBJECT, "`tqcheck lint`", id="code"),
        pytest.param(TWO, "One.", "One.", id="before a joint"),
        pytest.param(TWO, "Two.", "Two.", id="after a joint"),
    ],
)
def test_locate_is_exact(document: Document, text: str, written: str) -> None:
    assert located(document, text) == written


def apply(document: Document, span: Span, new: str) -> str:
    edit = document.edit(span, new)
    assert isinstance(edit, Edit), edit
    text = document.source.text
    return text[: edit.span.start] + edit.new + text[edit.span.end :]


def test_insertion_at_a_boundary_lies_outside_the_markup() -> None:
    at = LINK.view.index("to fight")
    assert apply(LINK, Span(at, at), " ") == "<p>sent to <a>Russia</a> to fight</p>"


def test_insertion_at_the_ends_and_inside() -> None:
    assert apply(LINK, Span(0, 0), "X").startswith("<p>sent to <a>XRussia")
    end = len(LINK.view)
    assert apply(LINK, Span(end, end), ".") == "<p>sent to <a>Russia</a>to fight.</p>"
    assert apply(LINK, Span(3, 3), "-") == "<p>sent to <a>Rus-sia</a>to fight</p>"


def test_new_text_is_escaped_for_the_file() -> None:
    assert apply(ENTITY, span_of(ENTITY, "salt"), "fish & chips") == "fish &amp; chips &amp; pepper"


def test_an_entity_is_replaced_whole_with_its_neighbours() -> None:
    assert apply(ENTITY, span_of(ENTITY, " & "), " and ") == "salt and pepper"


@pytest.mark.parametrize(
    ("document", "text", "reason"),
    [
        pytest.param(LINK, "Russiato", "markup", id="over a tag"),
        pytest.param(CODE, f"run {OBJECT}", "protected", id="over code"),
        pytest.param(TWO, ".\n\nT", "join", id="over a paragraph end"),
    ],
)
def test_edits_that_would_harm_are_refused(document: Document, text: str, reason: str) -> None:
    refusal = document.edit(span_of(document, text), "x")
    assert isinstance(refusal, Refusal) and reason in refusal.reason


def test_an_escape_is_never_cut() -> None:
    wide = build(("a", "a", VERBATIM), ("--", "&mdash;", ATOMIC), ("b", "b", VERBATIM))
    assert isinstance(wide.edit(Span(1, 2), ""), Refusal)
    assert isinstance(wide.edit(Span(2, 2), "x"), Refusal)
    assert apply(wide, Span(1, 3), " ") == "a b"


def test_skeleton_is_the_file_without_its_prose() -> None:
    assert LINK.skeleton() == "<p>sent to <a></a></p>"
    assert CODE.skeleton() == "`tqcheck lint`"
    assert ENTITY.skeleton() == ""


def test_empty_document_has_no_place() -> None:
    empty = read(Source("x", ""))
    assert empty.regions == () and empty.locate(Span(0, 0)) == Span(0, 0)
    assert isinstance(empty.edit(Span(0, 0), "x"), Refusal)


@given(st.text("ab .\n\r\t–", max_size=200), st.data())
def test_plain_text_is_its_own_view(text: str, data: st.DataObject) -> None:
    document = read(Source("x", text))
    assert document.view == text and document.skeleton() == ""
    low = data.draw(st.integers(0, len(text)))
    high = data.draw(st.integers(low, len(text)))
    assert document.locate(Span(low, high)) == Span(low, high)
    if text:
        assert document.edit(Span(low, high), "z") == Edit(Span(low, high), "z")


@given(st.text("ab .\n\r\t–", max_size=200))
def test_regions_hold_all_that_is_not_blank(text: str) -> None:
    document = read(Source("x", text))
    at = 0
    for region in document.regions:
        assert not text[at : region.span.start].strip()
        assert region.span.start < region.span.end
        at = region.span.end
    assert not text[at:].strip()


def listed() -> Document:
    """Three items, the one in the middle with a link."""
    text = "<li>One.</li><li>Two <a>more</a>.</li><li>Three.</li>"
    view = "One.\n\nTwo more.\n\nThree."
    shown = [
        ("One.", 4, VERBATIM),
        ("\n\n", 8, JOINT),
        ("Two ", 17, VERBATIM),
        ("more", 24, VERBATIM),
        (".", 32, VERBATIM),
        ("\n\n", 33, JOINT),
        ("Three.", 42, VERBATIM),
    ]
    pieces, at = [], 0
    for words, start, kind in shown:
        span = Span(at, at + len(words))
        place = Span(start, start + (0 if kind is JOINT else len(words)))
        pieces.append(Piece(span, place, kind, place.start))
        at = span.end
    regions = tuple(
        Region(Span(view.index(words), view.index(words) + len(words)), "list")
        for words in view.split("\n\n")
    )
    return Document(Source("x.html", text), view, regions, tuple(pieces))


@pytest.mark.parametrize(
    ("gone", "left"),
    [
        pytest.param("One.\n\n", "<li></li><li>Two <a>more</a>.</li><li>Three.</li>", id="first"),
        pytest.param("Two more.\n\n", "<li>One.</li><li><a></a></li><li>Three.</li>", id="marked"),
        pytest.param("\n\nThree.", "<li>One.</li><li>Two <a>more</a>.</li><li></li>", id="last"),
        pytest.param("One.\n\nTwo more.\n\n", "<li></li><li><a></a></li><li>Three.</li>", id="two"),
    ],
)
def test_whole_regions_are_deleted_and_their_markup_stays(gone: str, left: str) -> None:
    document = listed()
    edits = document.edits(span_of(document, gone), "")
    assert not isinstance(edits, Refusal), edits
    assert document.source.edited(edits).text == left


@pytest.mark.parametrize(
    "gone", ["\n\n", "ne.\n\n", "One.\n\nTw", "\n\nTwo", "One.\n\nTwo more.\n"]
)
def test_regions_are_not_joined_by_a_deletion(gone: str) -> None:
    document = listed()
    assert isinstance(document.edits(span_of(document, gone), ""), Refusal)
