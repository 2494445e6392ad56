from __future__ import annotations

import os
import re
import time
from random import Random

import pytest

from tests.markdown_soup import soup
from tests.reading_laws import check_fixes, check_map
from tqcheck.document import OBJECT, Document, Refusal
from tqcheck.finding import Edit
from tqcheck.formats import markdown
from tqcheck.formats.reading import Reading
from tqcheck.source import Source, Span

DOCUMENTS = int(os.environ.get("TQCHECK_DOCUMENTS", "300"))


def read(text: str | Source, path: str = "a.md") -> Document:
    return markdown.read(text if isinstance(text, Source) else Source(path, text), Reading())


def regions(document: Document) -> list[tuple[str, str]]:
    return [(one.kind, document.view[one.span.start : one.span.end]) for one in document.regions]


def beside_emphasis(document: Document, edit: Edit) -> bool:
    """Whether marks beside may begin or end something else then, or an address grow or arise."""
    text = document.source.text
    near = text[max(0, edit.span.start - 30) : edit.span.start]
    if "<" in near or re.search(r"\]\([^)]*\Z", near):
        return True
    before, after = text[max(0, edit.span.start - 1) : edit.span.start], text[edit.span.end :][:4]
    return any(mark in before + after[:1] for mark in "*_~") or after.startswith(("www.", "http"))


P = "paragraph"
PROSE = {
    "the first heading is the title": ("# One *two*\n\nSub\n---\n### Three {#id .c}\n# Four", [("title", "One two"), ("subhead", "Sub"), ("subhead", "Three"), ("subhead", "Four")]),
    "a heading of two rows": ("Set\nhead\n===", [("title", "Set\nhead")]),
    "code and formulas": ("See `code` and $x^2$ here.\n\n    block\n\n```py\nx = 1\n```\n~~~\ny\n~~~\nEnd.", [(P, f"See {OBJECT} and {OBJECT} here."), (P, "End.")]),
    "prices are no formulas": ("From $5 to $10 a day.", [(P, "From $5 to $10 a day.")]),
    "lazy rows of a quotation": ("> He said\nlazily so.\n>\n> > Deep.", [("blockquote", "He said\nlazily so."), ("blockquote", "Deep.")]),
    "lists": ("- One\n- [ ] Two\n\n  More\n1. First", [("list", "One"), ("list", "Two"), ("list", "More"), ("list", "First")]),
    "tables": ("| A | B |\n|---|---|\n| c \\| d | `x` e |", [("cell", "A"), ("cell", "B"), ("cell", "c | d"), ("cell", f"{OBJECT} e")]),
    "footnotes": ("Text[^1] here.\n\n[^1]: The note.", [(P, f"Text{OBJECT} here."), (P, "The note.")]),
    "definition lists": ("Term\n: Meaning of it", [(P, "Term"), (P, "Meaning of it")]),
    "text of links, not labels": ('Go [to *it*](/u "t"), [there][r] or [r], [r][].\n\n[r]: /u "Title"', [(P, f"Go to it, there or {OBJECT}, {OBJECT}.")]),
    "brackets that link nowhere": ("A [note] here[^x].", [(P, "A [note] here[^x].")]),
    "images": ("![alt](i.png) One ![a *b*](i.png) two", [(P, f"{OBJECT} One {OBJECT} two")]),
    "addresses": ("Ask <https://a.org>, https://a.org/b_c, www.a.org. or a@b.org.", [(P, f"Ask {OBJECT}, {OBJECT}, {OBJECT}. or {OBJECT}.")]),
    "shortcodes": ('So {{< fig src="x" >}} and {% x %}, {{ page.title }}, [[Wiki|page]] too.', [(P, f"So {OBJECT} and {OBJECT}, {OBJECT}, {OBJECT} too.")]),
    "rows of shortcodes end a block": ("One\n{{< x >}}\ntwo\n{: .class}\n\n::: note\nThree.\n:::", [(P, "One"), (P, "two"), (P, "Three.")]),
    "HTML within text": ("A <b>bold</b> word<br>and <code>x * y</code> <img src=a>, &amp; &mdash;.", [(P, f"A bold word\nand {OBJECT} {OBJECT}, & \u2014.")]),
    "HTML blocks are read as HTML": ('<div>\n<p lang="pl">Nie</p><p>Yes <b>it</b> is</p>\n</div>\n\n<script>\nx\n</script>\n\nEnd', [(P, "Yes it is"), (P, "End")]),
    "escapes": ("1986\\. A \\*star\\* and\\_x \\& y", [(P, "1986. A *star* and_x & y")]),
    "hard breaks": ("One  \ntwo\\\nthree  ", [(P, "One\ntwo\nthree")]),
    "rows": ("> One \n> two\n>  three", [("blockquote", "One\ntwo\nthree")]),
    "emphasis within words": ("~~gone~~ **b**_i_ ***x*** in*side*d", [(P, "gone bi x insided")]),
    "alerts": ("> [!NOTE]\n> Text of it.", [("blockquote", "Text of it.")]),
    "a comment shows nothing": ("One <!-- not --> two.<!-- x -->\n\n<!-- y -->\n\n[//]: # (z)\n", [(P, "One two.")]),
    "line ends of Windows": ("One\r\ntwo\r\n\r\n# Three\r\n", [(P, "One\ntwo"), ("title", "Three")]),
    "a mark of the byte order": ("\ufeff# One", [("title", "One")]),
    "no prose at all": ("![](a.png)\n\n[![b](c)](d)\n\n***\n\n[](x)\n\n", []),
}  # fmt: skip


@pytest.mark.parametrize("name", PROSE)
def test_what_is_prose(name: str) -> None:
    text, expected = PROSE[name]
    document = read(text)
    check_map(document)
    assert regions(document) == expected


def test_expressions_are_no_prose_in_mdx() -> None:
    text = "import X from 'y'\nexport const a = 1\n\nSee {props.x} <Chart a={b}>inner</Chart>.\n\n{/* tqcheck-disable-line */}\n"
    document = read(text, "a.mdx")
    assert regions(document) == [(P, f"See {OBJECT} inner.")]
    assert [one.text for one in document.comments or ()] == [" tqcheck-disable-line "]


FIXES = {
    "behind a link": ("[Russia](/to_u)to go", "Russia", "to", " ", "[Russia](/to_u) to go"),
    "before emphasis": ("go to**Kyiv** now", "to", "Kyiv", " ", "go to **Kyiv** now"),
    "behind emphasis": ("*Rutte*and so", "Rutte", "and", " ", "*Rutte* and so"),
    "before a shielded thing": ("to`x` so", "to", OBJECT, " ", "to `x` so"),
    "within two kinds of markup": ("[**Mark**](/u)and so", "Mark", "and", " ", "[**Mark**](/u) and so"),
    "what would be markup is escaped": ("One two", "One", " two", "* [a](b) `c", "One\\* \\[a\\](b) \\`c two"),
    "an escape stands at its place": ("a\\*b c", "a*", "b", " ", "a\\* b c"),
    "bars in tables": ("| A | B |\n|---|---|\n| c d | e |", "c", " d", "|", "| A | B |\n|---|---|\n| c\\| d | e |"),
    "at the end of a row": ("One \n> two", "One", "\n", ",", "One, \n> two"),
    "in a heading": ("# Men goto war #\n", "go", "to war", " ", "# Men go to war #\n"),
    "in a title": ('---\ntitle: "Men goto war"\n---\nx', "go", "to war", ' "', '---\ntitle: "Men go \\"to war"\n---\nx'),
    "with bars in quotes": ("> [A](/u)to\n> b", "A", "to", " ", "> [A](/u) to\n> b"),
}  # fmt: skip


@pytest.mark.parametrize("name", FIXES)
def test_what_is_inserted_stands_outside_of_markup(name: str) -> None:
    text, before, after, new, expected = FIXES[name]
    document = read(text)
    at = document.view.index(before + after) + len(before)
    edit = document.edit(Span(at, at), new)
    assert isinstance(edit, Edit)
    assert document.source.edited((edit,)).text == expected


def test_no_row_is_begun_and_no_markup_crossed() -> None:
    document = read("One *two* three")
    refused = document.edit(Span(3, 3), "\n")
    assert isinstance(refused, Refusal)
    assert isinstance(document.edit(Span(2, 6), "x"), Refusal)


KEPT = {
    "attributes at a row's end": "One at {#x}\nat two.",
    "a hard break": "One at\\\nat two.",
    "a hard break of blanks": "One at  \nat two.",
    "a tag": "One at<br>at two.",
    "a comment in a row of its own": "One at\n      <!-- note -->\nat two.",
    "a comment at a row's beginning": "One at\n      <!-- note --> at two.",
}


@pytest.mark.parametrize("name", KEPT)
def test_what_divides_rows_stays(name: str) -> None:
    document = read(KEPT[name])
    check_map(document)
    assert document.view == "One at\nat two."
    assert document.edit(Span(4, 9), "at") == Refusal("markup lies inside")


def test_the_end_of_a_row_may_go() -> None:
    document = read("> One at\n> at two.")
    edit = document.edit(Span(4, 9), "at")
    assert isinstance(edit, Edit) and document.source.edited((edit,)).text == "> One at two."


def test_comments_of_each_kind() -> None:
    text = (
        "<!-- tqcheck-disable A -->\n\nText <!-- tqcheck-disable-line B --> more.\n\n"
        "[//]: # (tqcheck-disable-next-line C)\n\n```\n[//]: # (tqcheck-disable D)\n<!-- tqcheck-disable E -->\n```\n"
    )
    said = [one.text.strip() for one in read(text).comments or ()]
    assert said == ["tqcheck-disable A", "tqcheck-disable-line B", "tqcheck-disable-next-line C"]


@pytest.mark.parametrize("seed", range(10))
def test_random_documents(seed: int) -> None:
    random = Random(seed)
    made = 0
    for _ in range(DOCUMENTS // 10):
        document = read(soup(random))
        check_map(document)
        made += check_fixes(document, read, random, excused=beside_emphasis)
    assert made > DOCUMENTS // 20


HOSTILE = {
    "open brackets": "[" * 50_000,
    "open links": "[a](" * 20_000,
    "quotations": ">" * 20_000 + " a",
    "stars": "*a _b " * 20_000,
    "lists": "\n".join("  " * depth + "- a" for depth in range(400)),
    "backticks": " ".join("`" * (at % 90) for at in range(20_000)),
    "braces": "{{" * 50_000 + "{%" * 50_000,
    "brackets of wikis": "[[" * 50_000,
    "comments": "<!--" * 30_000,
    "tags": "<a " * 30_000,
    "tables": "|" * 50_000 + "\n" + "|-" * 25_000,
    "addresses": "www." * 40_000,
    "mail": "a." * 50_000 + "@",
    "one row": "Word " * 1_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_take_bounded_time(name: str) -> None:
    begun = time.process_time()
    check_map(read(HOSTILE[name]))
    assert time.process_time() - begun < 20
