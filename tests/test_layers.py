from __future__ import annotations

import json
import os
from functools import partial
from random import Random

import pytest

from tests.feeds import article, sentence
from tests.reading_laws import check_fixes, check_map
from tests.soup import soup
from tqcheck.document import Document, PieceKind, Refusal
from tqcheck.finding import Edit
from tqcheck.formats import layers
from tqcheck.formats import read as read_format
from tqcheck.formats._strings import Escaped, string
from tqcheck.formats.build import Builder
from tqcheck.formats.reading import Reading
from tqcheck.source import Source, Span, apply_edits

DOCUMENTS = int(os.environ.get("TQCHECK_DOCUMENTS", "300"))
P = "paragraph"


def layered(text: str | Source, kind: str = P) -> Document:
    """The prose of a text in a file that writes each tilde twice, and brackets around the text."""
    source = text if isinstance(text, Source) else Source("made", f"[{text.replace('~', '~~')}]")
    builder, end = Builder(source), len(source.text) - 1
    tildes = [Escaped(at, at + 2, "~") for at in _pairs(source.text)]
    outer = string(source, 1, end, lambda new, _at: new.replace("~", "~~"), tildes)
    layers.add(builder, outer, Reading(), kind)
    document = builder.document()
    check_map(document)
    return document


def _pairs(text: str) -> list[int]:
    found, at = [], text.find("~~")
    while at >= 0:
        found.append(at)
        at = text.find("~~", at + 2)
    return found


def regions(document: Document) -> list[tuple[str, str]]:
    return [(one.kind, document.view[slice(*one.span)]) for one in document.regions]


FORMATS = {
    "nothing": ("", "plain"),
    "words": ("One & two < three > four; R&D; AT&T, [1] * 2 ** 3 # 4", "plain"),
    "unknown tags": ("See <name> and <3 &nosuch;", "plain"),
    "a closing tag": ("One <b>two</b>", "html"),
    "a block tag": ("One<br>two", "html"),
    "a block tag with attributes": ('<P class="x">One', "html"),
    "a comment": ("One <!-- x -->", "html"),
    "names of entities": ("5&nbsp;km", "entities"),
    "numbers of entities": ("It&#8217;s", "entities"),
    "a heading and strong words": ("# One\n\nIt is **very** good.", "markdown"),
    "a link": ("It is [here](https://example.org).", "markdown"),
    "a fenced code": ("One\n\n```\ncode\n```\n", "markdown"),
    "a subhead": ("One\n\n## Two\n\nThree", "markdown"),
    "one sign alone": ("It is **very** good.", "plain"),
    "a row with a number sign": ("# 1 of all", "plain"),
    "Markdown with a tag": ("## One\n\nIt is <b>two</b>.", "markdown"),
    "HTML with signs of Markdown": ("<p>## One</p>\n## Two\n**x** **y**", "html"),
    "Markdown with entities": ("## One\n\nTwo&nbsp;x", "markdown"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "format_"), FORMATS.values(), ids=FORMATS)
def test_what_a_text_is(text: str, format_: str) -> None:
    assert layers.format_within(text) == format_


PROSE = {
    "rows of an article": ("One more title here\n\nIt is ~ so.\n", P, [("title", "One more title here"), (P, "It is ~ so.")]),
    "rows of a summary": ("One more title here\n It is.\n", "standfirst", [("standfirst", "One more title here"), ("standfirst", "It is.")]),
    "HTML in a summary": ("<p>One</p><h2>Two</h2>", "standfirst", [("standfirst", "One"), ("subhead", "Two")]),
    "HTML by blank rows": ("One <b>two</b>\nthree.\r\n \r\n~Four <i>five</i>.", P, [(P, "One two three."), (P, "~Four five.")]),
    "HTML with blank rows and paragraphs": ("<p>One\n\ntwo</p><p>three", P, [(P, "One two"), (P, "three")]),
    "blank rows where a tag goes on": ("<code>\n\nx\n\n</code>One.\n\n<b>Two</b>", P, [(P, "\ufffcOne."), (P, "Two")]),
    "paragraphs as WordPress kept them": ('One <img class="x" src="y"/> two.\n\n<!--more-->\n\nThree\nfour.\n<blockquote>Five.\n\nSix.</blockquote>\nSeven <em>eight.\n\nNine</em>.', P, [(P, "One \ufffc two."), (P, "Three four."), ("blockquote", "Five."), ("blockquote", "Six."), (P, "Seven eight."), (P, "Nine.")]),
    "blank rows within other blocks": ("<div>One\n\n<b>two</b></div><ul><li>Three\n\nfour</ul>", P, [(P, "One two"), ("list", "Three four")]),
    "entities": ("One&#8217;s&nbsp;title is here\nIt is &hellip;\n&nbsp;\n", P, [("title", "One\u2019s\u00a0title is here"), (P, "It is \u2026")]),
    "entities in a title": ("It&#8217;s &amp; so", "title", [("title", "It\u2019s & so")]),
    "a mark at the start": ("\ufeffOne", "title", [("title", "One")]),
    "blanks": (" \n ", "title", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "expected"), PROSE.values(), ids=PROSE)
def test_what_is_prose(text: str, kind: str, expected: list[tuple[str, str]]) -> None:
    assert regions(layered(text, kind)) == expected


def test_pieces_of_a_plain_text_end_with_their_regions() -> None:
    document = layered("One is ~ it.\n\nTwo is.", P)
    shown = [(document.view[slice(*one.view)], one.kind.value) for one in document.pieces]
    assert shown == [
        ("One is ", "verbatim"),
        ("~", "atomic"),
        (" it.", "verbatim"),
        ("\n\n", "joint"),
        ("Two is.", "verbatim"),
    ]
    assert document.source.text[slice(*document.locate(Span(14, 17)))] == "Two"
    assert [one.seam for one in document.pieces if one.kind is PieceKind.JOINT] == [14]


def test_rows_broken_at_a_column_are_one_region() -> None:
    rows = [f"Row {at} of a ~ text that was broken at column sixty {at}" for at in range(6)]
    document = layered("\n".join(rows))
    assert regions(document) == [(P, "\n".join(rows))]
    start = document.view.index("Row 3")
    edit = document.edit(Span(start, start + 3), "~")
    assert isinstance(edit, Edit)
    after = layered(document.source.edited((edit,)))
    assert regions(after) == [(P, document.view.replace("Row 3", "~ 3"))]


EDITS = {
    "the escapes of both": ("<p>One &amp; two</p>", "One", "~<&amp;", "[<p>~~&lt;&amp;amp; &amp; two</p>]"),
    "within an entity's word": ("caf&eacute;~s &amp; x", "caf\u00e9", "bar", "[bar~~s &amp; x]"),
    "an atomic piece": ("One ~ two", "~", "x~", "[One x~~ two]"),
    "the second row": ("One is.\nTwo ~ is.", "Two ~", "~", "[One is.\n~~ is.]"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "word", "new", "expected"), EDITS.values(), ids=EDITS)
def test_edits_are_escaped_innermost_first(text: str, word: str, new: str, expected: str) -> None:
    document = layered(text)
    start = document.view.index(word)
    edit = document.edit(Span(start, start + len(word)), new)
    assert isinstance(edit, Edit)
    after = document.source.edited((edit,))
    assert after.text == expected
    assert layered(after).view == document.view.replace(word, new, 1)


@pytest.mark.parametrize("word", ["to", "&amp; x", "<code>x</code> y"])
def test_an_insertion_lies_outside_of_the_markup(word: str) -> None:
    document = layered(f"<p>One ~ <a>Russia</a><b>{word}</b></p>")
    at = document.view.index("Russia") + 6
    edit = document.edit(Span(at, at), " ~")
    assert isinstance(edit, Edit)
    after = document.source.edited((edit,)).text
    assert after == f"[<p>One ~~ <a>Russia</a> ~~<b>{word}</b></p>]"


def test_an_insertion_at_a_regions_end_lies_where_the_inner_reader_puts_it() -> None:
    document = layered("<p>One <b>two</b></p><p>Three</p>")
    edit = document.edit(Span(7, 7), ".")
    assert isinstance(edit, Edit)
    assert document.source.edited((edit,)).text == "[<p>One <b>two</b>.</p><p>Three</p>]"
    assert document.edit(Span(7, 8), "") == Refusal("it would join two regions")


def test_an_escape_knows_its_place_in_the_string() -> None:
    """The place that the outer escape is told is that of the string, not of the prose in it."""
    text = "<h2>A</h2><p>One &amp; two</p><p>Three</p>"
    places: list[int] = []

    def escape(new: str, at: int) -> str:
        places.append(at)
        return new

    source, builder = Source("made", text), Builder(Source("made", text))
    layers.add(builder, string(source, 0, len(text), escape), Reading(), P)
    document = builder.document()
    for word in ("A", "two", "Three"):
        start = document.view.index(word)
        document.edit(Span(start, start + len(word)), "x")
    assert [text[at : at + 3] for at in places] == ["A</", "two", "Thr"]


def test_markdown_in_a_layer() -> None:
    document = layered(
        "## One ~\n\nSee [Russia](https://example.org/~a)to\n**it** ~.\n", "standfirst"
    )
    assert regions(document) == [("subhead", "One ~"), ("standfirst", "See Russiato\nit ~.")]
    at = document.view.index("to")
    edit = document.edit(Span(at, at), " ~")
    assert isinstance(edit, Edit)
    assert r"(https://example.org/~~a) \~~to" in document.source.edited((edit,)).text


def test_three_layers_carry_edits_through() -> None:
    """HTML in a JSON string in a text whose tildes are doubled."""
    cell = json.dumps({"text": '<p>The "~<a href="#">Russia</a>to~" &amp; x</p>'})
    source = Source("made", f"[{cell.replace('~', '~~')}]")
    tildes = [Escaped(at, at + 2, "~") for at in _pairs(source.text)]
    outer = string(source, 1, len(source.text) - 1, lambda new, _at: new.replace("~", "~~"), tildes)
    assert outer.view == cell
    builder = Builder(source)
    builder.embed(outer, read_format(Source("made", cell), Reading("json")))
    document = builder.document()
    check_map(document)
    assert document.view == 'The "~Russiato~" & x'
    at = document.view.index("to")
    edit = document.edit(Span(at, at), ' "~&amp;')
    assert isinstance(edit, Edit)
    after = document.source.edited((edit,)).text
    assert after == source.text.replace("</a>", '</a> \\"~~&amp;amp;')


@pytest.mark.parametrize("kind", [P, "title"])
def test_random_texts_keep_the_laws(kind: str) -> None:
    made = 0
    for seed in range(DOCUMENTS):
        random = Random(seed)
        text = article(random).replace("e", "~" if random.random() < 0.3 else "e")
        made += check_fixes(layered(text, kind), partial(layered, kind=kind), random)
    assert made > DOCUMENTS


def test_a_layer_shows_what_the_inner_reader_shows() -> None:
    for seed in range(DOCUMENTS):
        text = "<p>" + soup(Random(seed)).replace("&", "&~"[seed % 2])
        inner = read_format(Source("made", text), Reading("html"))
        document = layered(text)
        assert (document.view, document.regions) == (inner.view, inner.regions)
        assert len(document.comments or ()) == len(inner.comments or ())


def test_odd_signs_come_through_two_layers() -> None:
    for seed in range(DOCUMENTS):
        random = Random(seed)
        text = "".join(
            f"<p>{sentence(random)} ~ &amp; here <b>{sentence(random)}</b>.</p>" for _ in range(2)
        )
        document = layered(text)
        span = Span(at := document.view.index("here"), at + 4)
        for new in ('~~ "x"', "a < b", "<b>", "&amp;", "& ~", "\\", "]"):
            edit = document.edit(span, new)
            assert isinstance(edit, Edit)
            after = layered(document.source.edited((edit,)))
            assert after.view == apply_edits(document.view, ((span, new),))
