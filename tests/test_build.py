"""The builder of documents: zones, seams, trimming, layers, and files that hold several articles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conftest import MakeRule
from tests.reading_laws import check_map
from tqcheck.article import Article
from tqcheck.document import Document, Refusal
from tqcheck.engine import check
from tqcheck.formats.build import Builder
from tqcheck.idle import UnusedSuppression
from tqcheck.source import Source, Span


def built(text: str, fill: Callable[[Builder], None]) -> Document:
    builder = Builder(Source("made", text))
    fill(builder)
    document = builder.document()
    check_map(document)
    return document


def mended(document: Document, at: int, new: str) -> str:
    edit = document.edit(Span(at, at), new)
    assert not isinstance(edit, Refusal), edit
    return document.source.edited((edit,)).text


def linked(builder: Builder) -> None:
    builder.open("paragraph")
    builder.text(0, 3)  # To
    builder.opens(3, 6)  # <a>
    builder.text(6, 10)  # Rome
    builder.closes(10, 14)  # </a>
    builder.opens(14, 17)  # <b>
    builder.text(17, 20)  # and
    builder.closes(20, 24)  # </b>


LINKED = built("To <a>Rome</a><b>and</b>", linked)


@pytest.mark.parametrize(
    ("at", "text"),
    [
        pytest.param(3, "To X<a>Rome</a><b>and</b>", id="before what opens"),
        pytest.param(7, "To <a>Rome</a>X<b>and</b>", id="between what closes and what opens"),
        pytest.param(5, "To <a>RoXme</a><b>and</b>", id="inside a piece"),
    ],
)
def test_an_insertion_lies_outside_the_markup(at: int, text: str) -> None:
    assert mended(LINKED, at, "X") == text


def test_an_insertion_at_a_regions_end_lies_behind_what_closes() -> None:
    def fill(builder: Builder) -> None:
        linked(builder)
        builder.open("paragraph")
        builder.text(25, 29)

    document = built("To <a>Rome</a><b>and</b>|Then", fill)
    assert document.view == "To Romeand\n\nThen"
    assert mended(document, 10, ".") == "To <a>Rome</a><b>and</b>.|Then"


def test_blanks_around_a_region_are_no_prose() -> None:
    def fill(builder: Builder) -> None:
        for start, end in ((0, 7), (7, 10), (10, 16)):
            builder.open("paragraph")
            builder.text(start, end)

    document = built("  One.\n  \n Two. ", fill)
    assert document.view == "One.\n\nTwo."
    assert [region.span for region in document.regions] == [(0, 4), (6, 10)]


def test_a_paragraph_that_looks_like_furniture_is_furniture() -> None:
    document = built("- Advertisement -", lambda one: (one.open("paragraph"), one.text(0, 17)))
    assert [region.kind for region in document.regions] == ["furniture"]


def doubled(text: str, _at: int) -> str:
    return text.replace("'", "''")


def test_layers_compose() -> None:
    """A text whose apostrophes are doubled, in which an entity stands for an ampersand."""

    def outer(builder: Builder) -> None:
        builder.open("other", escape=doubled)
        builder.text(1, 7)
        builder.shown("'", 7, 9)
        builder.text(9, 19)

    def inner(builder: Builder) -> None:
        builder.open("paragraph", escape=lambda text, _at: text.replace("&", "&amp;"))
        builder.text(0, 9)
        builder.shown("&", 9, 14)
        builder.text(14, 17)

    source = Source("made", "'the ki''g &amp; co'")
    shell = Builder(source)
    outer(shell)
    string = shell.document()
    assert string.view == "the ki'g &amp; co"
    within = Builder(Source("made", string.view))
    inner(within)
    both = Builder(source)
    both.embed(string, within.document(), "caption")
    document = both.document()
    check_map(document)
    assert document.view == "the ki'g & co"
    assert [region.kind for region in document.regions] == ["caption"]
    assert mended(document, 4, "'&") == "'the ''&amp;ki''g &amp; co'"
    assert document.source.cut(document.locate(Span(9, 10))) == "&amp;"


def records(*texts: str) -> Callable[[Builder], None]:
    def fill(builder: Builder) -> None:
        at = 0
        for text in texts:
            builder.article()
            builder.open("paragraph")
            builder.text(at, at + len(text))
            at += len(text) + 1

    return fill


RECORDS = ("A bad day.", "All fine.", "A bad, bad day.")


def test_each_article_of_a_file_is_looked_at_alone(make_rule: MakeRule) -> None:
    text = "|".join(RECORDS)
    document = built(text, records(*RECORDS))
    assert [document.view[slice(*span)] for span in document.parts] == list(RECORDS)
    findings = check(Article(document), [make_rule("T101", "pattern = 'bad'")]).findings
    assert [(text[slice(*one.span)], one.span.start) for one in findings] == [
        ("bad", 2),
        ("bad", 23),
        ("bad", 28),
    ]
    assert len({one.fingerprint for one in findings}) == 3


def test_the_same_finding_in_two_articles_has_two_fingerprints(make_rule: MakeRule) -> None:
    document = built("A bad day.|A bad day.", records("A bad day.", "A bad day."))
    rule = make_rule("T101", "pattern = 'bad'")
    fingerprints = [one.fingerprint for one in check(Article(document), [rule]).findings]
    assert len(set(fingerprints)) == 2


@pytest.mark.parametrize("articles", [1, 2])
def test_comments_of_the_format_suppress_and_idle_ones_are_told(
    make_rule: MakeRule, articles: int
) -> None:
    text = "% tqcheck-disable-next-line T101\nbad\n% tqcheck-disable T102\nbad"

    def fill(builder: Builder) -> None:
        builder.comment(0, 32, text[1:32])
        builder.open("paragraph")
        builder.text(33, 36)
        builder.comment(37, 59, text[38:59])
        if articles == 2:
            builder.article()
        builder.open("paragraph")
        builder.text(60, 63)

    first, second = make_rule("T101", "pattern = 'bad'"), make_rule("T102", "pattern = 'worse'")
    cards = [first.card, second.card]
    rules = [first, second, UnusedSuppression(cards, cards)]
    findings = check(Article(built(text, fill)), rules).findings
    assert [(one.code, text[slice(*one.span)]) for one in findings] == [
        ("TQ001", "% tqcheck-disable T102"),
        ("T101", "bad"),
    ]
    assert findings[0].fix is None
    assert findings[0].fix_withheld == "the comment is not part of the prose"
    assert findings[1].span.start == 60
