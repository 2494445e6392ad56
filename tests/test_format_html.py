from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from random import Random

import pytest

from tests.reading_laws import check_fixes, check_map
from tests.soup import soup
from tqcheck.document import OBJECT, Document, Refusal
from tqcheck.formats import _html_tokens, html
from tqcheck.formats.build import Builder
from tqcheck.formats.reading import Reading
from tqcheck.source import Source, Span

DOCUMENTS = int(os.environ.get("TQCHECK_DOCUMENTS", "300"))


@pytest.fixture(params=["own", "turbohtml"])
def cutter(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Both ways of cutting HTML, whatever the length."""
    monkeypatch.setattr(_html_tokens, "WORTH", 0 if request.param == "turbohtml" else sys.maxsize)
    yield request.param


def read(text: str | Source, path: str = "a.html") -> Document:
    return html.read(text if isinstance(text, Source) else Source(path, text), Reading())


def regions(document: Document) -> list[tuple[str, str]]:
    return [(one.kind, document.view[one.span.start : one.span.end]) for one in document.regions]


P = "paragraph"
PROSE = {
    "each block is a region": ("<p>One<p>Two<div>Three</div>Four", [(P, "One"), (P, "Two"), (P, "Three"), (P, "Four")]),
    "text without any tag is prose": ("Just words.", [(P, "Just words.")]),
    "the first h1 is the title": ("<h1>A</h1><h1>B</h1><h3>C</h3>", [("title", "A"), ("subhead", "B"), ("subhead", "C")]),
    "the title element": ("<title>A &amp; <b></title>x", [("title", "A & <b>"), (P, "x")]),
    "lists": ("<ul><li>One<li><p>Two</p></ul><dl><dt>A<dd>B</dl>end", [("list", "One"), ("list", "Two"), ("list", "A"), ("list", "B"), (P, "end")]),
    "quotes": ("<blockquote><p>He said.</p></blockquote>", [("blockquote", "He said.")]),
    "cells": ("<table><caption>T</caption><tr><th>A<td>B<tr><td>C</table>D", [("caption", "T"), ("cell", "A"), ("cell", "B"), ("cell", "C"), (P, "D")]),
    "figures": ("<figure><img src=x><figcaption>Cap</figcaption></figure>", [("caption", "Cap")]),
    "footers of a quotation": ("<blockquote>Yes.<footer>A. Man, the mayor</footer></blockquote>", [("blockquote", "Yes."), ("blockquote", "A. Man, the mayor")]),
    "what a style hides": ("<p>One<span style='color:red;display: none'>two</span> three</p><div style='display:none'>No.</div>", [(P, "One three")]),
    "navigation is furniture": ("<nav><ul><li>Home</ul></nav><p>x</p><footer><p>f</p></footer>", [("furniture", "Home"), (P, "x"), ("furniture", "f")]),
    "summary": ("<details><summary>More</summary>Text</details>", [("subhead", "More"), (P, "Text")]),
    "meta": ("<meta name=description content='A &quot;lead&quot;'><meta property=\"og:title\" content=\"T\"><meta name=x content=\"no\">", [("standfirst", 'A "lead"'), ("title", "T")]),
    "a description stands behind the text around it": ('<p>See <img alt="A cat"> it <a title="T">x</a>.</p>', [(P, f"See {OBJECT} it x."), ("caption", "A cat"), ("other", "T")]),
    "no image at either end of a text": ('<p><img src=a>One <img src=b></p>', [(P, "One")]),
    "an attribute without quotes is no prose": ("<img alt=Cat>", []),
    "an attribute's loose reference is not trusted": ('<img alt="A&copyx b"><img alt="A &lt b">', []),
    "white space collapses": ("<p> One\r\n  two  three <b> four</b> <i> five</i></p>", [(P, "One two three four five")]),
    "a no-break space stays": ("<p>5&nbsp;km\u00a0on</p>", [(P, "5\u00a0km\u00a0on")]),
    "a line break": ("<p>One <br>\n two<br/></p>", [(P, "One\ntwo")]),
    "two line breaks end a text": ("<p>One<br>\n<br>two<br><b></b><br>three", [(P, "One"), (P, "two"), (P, "three")]),
    "bare signs": ("<p>AT&T a < b <3 && <& R&D &nosuch;", [(P, "AT&T a < b <3 && <& R&D &nosuch;")]),
    "references": ("<p>&eacute;t&eacute &#8212;&#x2014 &notit; &#0;&#x80;", [(P, "\u00e9t\u00e9 \u2014\u2014 \u00acit; \ufffd\u20ac")]),
    "words run through inline tags": ("<p><a>Rus</a><b>sia</b>to", [(P, "Russiato")]),
    "a wbr and a comment are nothing": ("<p>super<wbr>nova<!-- x -->e", [(P, "supernovae")]),
    "not prose": ("<script>a<p>b</script><style>c</style><pre>d</pre><textarea>e</textarea><noscript>f</noscript><template><p>g</template><iframe>h</iframe><!doctype x><?php y ?><![CDATA[i]]>", []),
    "code in a sentence": ("<p>Run <code>x <b>y</b></code> or <kbd>q</kbd>.", [(P, f"Run {OBJECT} or {OBJECT}.")]),
    "a sentence may begin with code": ("<p><code>x</code> runs.", [(P, f"{OBJECT} runs.")]),
    "formulas": ("<p>If <math><mi>x</mi></math> and <svg/> or <svg><title>t</title></svg> so", [(P, f"If {OBJECT} and or {OBJECT} so")]),
    "hidden": ("<p>One<span hidden>no</span> two</p><div hidden><p>no</p></div><p hidden>no<p>yes", [(P, "One two"), (P, "yes")]),
    "aria-hidden": ('<p>One <i aria-hidden="true"></i>two <i aria-hidden=true>x</i> three', [(P, f"One two {OBJECT} three")]),
    "translate": ('<div translate=no>no <p translate="yes">yes</p> no</div><p>A <b class="x notranslate">B</b>.', [(P, "yes"), (P, f"A {OBJECT}.")]),
    "languages": ('<div lang="de"><p>nein</p><p lang=en-GB>yes</p></div><p>A <i lang=fr>mot</i>.', [(P, "yes"), (P, f"A {OBJECT}.")]),
    "an attribute of another language": ('<img lang=de alt="Eine Katze"><div lang=de><img alt="Katze"></div>', []),
    "what is skipped ends with the block around it": ("<p>One <code>two</p><p>three", [(P, f"One {OBJECT}"), (P, "three")]),
    "a template's end": ("<div>a<template><div>no</div></template>b", [(P, "ab")]),
    "crossed tags": ("<p><b>One<i> two</b> three</i></p>", [(P, "One two three")]),
    "stray end tags": ("</div>One</p></b></nav>", [(P, "One")]),
    "a cut tag at the end": ("<p>One <a href='x", [(P, "One")]),
    "a byte order mark is no prose": ("\ufeff<p>One", [(P, "One")]),
    "scripts in scripts": ("<script><!-- <script> </script> no --></script>yes", [(P, "yes")]),
    "a greater-than in an attribute": ('<p data-x="a > b">yes', [(P, "yes")]),
    "a shape that says credit": ("<p>Photo: Anna Nowak</p>", [("credit", "Photo: Anna Nowak")]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PROSE.values(), ids=PROSE.keys())
def test_what_is_prose(cutter: str, text: str, expected: list[tuple[str, str]]) -> None:
    document = read(text)
    assert regions(document) == expected
    check_map(document)


# the text, what is replaced in the view (after "|" if it stands), by what, and the file after it
FIXES = {
    "an insertion goes behind the end tag": ("<p><a>Russia</a>to", "Russia|", " ", "<p><a>Russia</a> to"),
    "and before the start tag": ("<p>to<a><b>Russia", "to|", " ", "<p>to <a><b>Russia"),
    "between the two": ("<p><b>one</b><i>two</i>", "one|", " ", "<p><b>one</b> <i>two</i>"),
    "at the end, outside": ("<p><b>one</b></p><p>x", "one|", ".", "<p><b>one</b>.</p><p>x"),
    "at the start, outside": ("<p><b>one</b></p>", "|one", "\u201c", "<p>\u201c<b>one</b></p>"),
    "behind a blank that is not shown": ("<p>one </b> two", "|two", "x", "<p>one </b> xtwo"),
    "a word": ("<p>a <b>bad</b> day", "bad", "good", "<p>a <b>good</b> day"),
    "over markup: refused": ("<p>a <b>bad</b>ly", "badly", "well", "markup lies inside"),
    "over code: refused": ("<p>a <code>x</code> b", f"a {OBJECT}", "x", "it would change a protected part"),
    "behind a reference": ("<p>&lt;3", "|3", "a", "<p>&lt;a3"),
    "a whole reference": ("<p>5&nbsp;km", "5\u00a0km", "5 km", "<p>5 km"),
    "a bare sign and what is behind it": ("<p>AT&T", "AT&T", "X", "<p>X"),
    "what would make a tag of a bare sign": ("<p>x <&eacute;", "\u00e9", "e", "it would cut an escape or entity"),
    "a letter that may not change": ("<p>AT&T", "T|", "x", "<p>ATx&T"),
    "new signs are written as HTML has them": ("<p>one", "one", "R&D < & >", "<p>R&amp;D &lt; & >"),
    "quotation marks stay in a text": ("<p>one", "one", "\"a\" 'b'", "<p>\"a\" 'b'"),
    "and not in an attribute": ('<img alt="one">', "one", "\"a\" 'b' &", "<img alt=\"&quot;a&quot; 'b' &amp;\">"),
    "the quote in use": ("<img alt='one'>", "one", "\"a\" 'b'", "<img alt='\"a\" &#39;b&#39;'>"),
    "CRLF is kept": ("<p>one\r\ntwo\r\n</p>\r\n", "two", "2", "<p>one\r\n2\r\n</p>\r\n"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "old", "new", "expected"), FIXES.values(), ids=FIXES.keys())
def test_fixes(cutter: str, text: str, old: str, new: str, expected: str) -> None:
    document = read(text)
    start = document.view.index(old.replace("|", ""))
    span = Span(start, start + len(old))
    if "|" in old:
        span = Span(start + old.index("|"), start + old.index("|"))
    edit = document.edit(span, new)
    if isinstance(edit, Refusal):
        assert edit.reason == expected
        return
    assert document.source.edited((edit,)).text == expected


def test_xhtml_has_empty_elements_and_no_bare_ampersand() -> None:
    document = read("<p>One<script src='x'/> two<span hidden='hidden'/> three</p>", "a.xhtml")
    assert regions(document) == [(P, "One two three")]
    edit = document.edit(Span(0, 3), "a & b")
    assert not isinstance(edit, Refusal) and edit.new == "a &amp; b"


def test_comments_are_handed_over() -> None:
    text = "<p>One<!-- tqcheck-disable-next-line TQ101 -- x -->two<!--a--!><!--><script><!--b--></script>"
    comments = read(text).comments or ()
    assert [one.text for one in comments] == [" tqcheck-disable-next-line TQ101 -- x ", "a", ""]
    assert text[slice(*comments[0].span)] == "<!-- tqcheck-disable-next-line TQ101 -- x -->"


def test_a_stretch_of_a_text_is_read_into_a_builder(cutter: str) -> None:
    source = Source("a.md", "no <b>\r\n<p>One<i>\n<p>no")
    builder = Builder(source)
    html.fill(builder, source, Reading(), 3, source.text.index("\n<p>no"))
    document = builder.document()
    assert regions(document) == [(P, "One")]
    assert document.locate(Span(0, 3)) == Span(11, 14)


def test_without_turbohtml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_html_tokens, "WORTH", 0)
    monkeypatch.setitem(sys.modules, "turbohtml", None)
    assert regions(read("<p>One<b>two")) == [(P, "Onetwo")]


def test_a_line_break_stays(cutter: str) -> None:
    document = read("<p>One at<br>\nat two.<p>- Advert<br/>isement -")
    check_map(document)
    at = document.view.index("at\nat")
    assert document.edit(Span(at, at + 3), "") == Refusal("markup lies inside")
    insert = document.edit(Span(at + 2, at + 2), ",")
    assert not isinstance(insert, Refusal)
    assert document.source.edited((insert,)).text.startswith("<p>One at,<br>\nat two")
    gone = document.edits(document.regions[1].span._replace(start=document.regions[0].span.end), "")
    assert not isinstance(gone, Refusal)
    assert document.source.edited(gone).text == "<p>One at<br>\nat two.<p><br/>"


def test_random_soups_keep_the_laws() -> None:
    made = 0
    for seed in range(DOCUMENTS):
        random = Random(seed)
        document = read(soup(random))
        check_map(document)
        made += check_fixes(document, read, random)
    assert made > DOCUMENTS


def test_both_cutters_give_the_same_document(monkeypatch: pytest.MonkeyPatch) -> None:
    for seed in range(DOCUMENTS):
        text = soup(Random(-seed))
        own = read(text)
        with monkeypatch.context() as patch:
            patch.setattr(_html_tokens, "WORTH", 0)
            other = read(text)
        assert (own.view, own.regions, own.pieces, own.comments) == (
            other.view, other.regions, other.pieces, other.comments,
        )  # fmt: skip


N = 50_000
MALFORMED = {
    "deep": "<div>" * N + "x",
    "deep and closed": "<div>" * N + "x" + "</div>" * N,
    "deep inline": "<p>" + "<b>x" * N,
    "deep and crossed": "<div>" * N + "</p></li></section>" * N,
    "deep and hidden": "<span hidden><div>" * N,
    "less-than signs": "<" * N,
    "cut tags": "<a " * N,
    "cut values": '<a b="' * N,
    "ampersands": "&" * N,
    "references without end": "&#1" * N,
    "a number without end": "&#" + "9" * N + ";",
    "comments without end": "<!--" * N,
    "declarations": "<![CDATA[" * N,
    "scripts in scripts": "<script><!--" * N,
    "attributes": "<p" + ' a="b"' * N + ' title="x">y',
    "descriptions in a sentence": "<p>x" + '<img alt="ab c">' * N + "y",
    "one line of 5 MB": "words &amp; " * 450_000,
}


@pytest.mark.parametrize("text", MALFORMED.values(), ids=MALFORMED.keys())
def test_nothing_is_refused_or_slow(cutter: str, text: str) -> None:
    begun = time.process_time()
    document = read(text)
    document.skeleton()
    assert time.process_time() - begun < 20  # square time takes minutes
