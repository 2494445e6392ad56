from __future__ import annotations

import json
import os
import re
import time
from functools import partial
from random import Random
from typing import Any

import pytest

from tests.feeds import as_json, record, sentence
from tests.reading_laws import check_fixes, check_map
from tqcheck.document import Document, Refusal
from tqcheck.errors import SourceError
from tqcheck.formats import read as read_format
from tqcheck.formats.reading import FIELDS, Reading
from tqcheck.source import Source, Span

DOCUMENTS = int(os.environ.get("TQCHECK_DOCUMENTS", "300"))
P = "paragraph"


def read(
    text: str | Source, format_: str = "json", lang: str = "en", fields: tuple[str, ...] = FIELDS
) -> Document:
    source = text if isinstance(text, Source) else Source("feed", text)
    document = read_format(source, Reading(format_, lang, fields))
    check_map(document)
    return document


def texts(document: Document) -> list[str]:
    return [document.view[slice(*one.span)] for one in document.regions]


def regions(document: Document) -> list[tuple[str, str]]:
    return [(one.kind, text) for one, text in zip(document.regions, texts(document), strict=True)]


def mended(document: Document, word: str, new: str) -> str:
    start = document.view.index(word)
    edit = document.edit(Span(start, start + len(word)), new)
    assert not isinstance(edit, Refusal), edit
    return document.source.edited((edit,)).text


PROSE = {
    "zones by key": ('{"title":"A","Summary":"B","caption":"C","body":"D is."}', [("title", "A"), ("standfirst", "B"), ("caption", "C"), (P, "D is.")]),
    "other keys are no prose": ('{"id":"A","x":{"y":"B"},"z":["C"],"title2":"D"}', []),
    "the nearest key counts": ('{"text":{"id":"A","body":"B is."},"x":[{"text":"C is."}]}', [(P, "B is."), (P, "C is.")]),
    "rows of a body keep their zones": ('{"body":"A title in the feed\\n\\nIt begins here.\\n- Advertisement -"}', [("title", "A title in the feed"), (P, "It begins here."), ("furniture", "- Advertisement -")]),
    "rows of a title are titles": ('{"title":"One\\r\\n Two.\\n"}', [("title", "One"), ("title", "Two.")]),
    "a list of strings": ('{"text":["One.",["Two."],7,{"x":"no"}]}', [(P, "One."), (P, "Two.")]),
    "what wraps a field": ('{"title":{"rendered":"A","raw":"no"},"content":{"rendered":"<p>B</p>","protected":false}}', [("title", "A"), (P, "B")]),
    "a field by languages": ('{"title":{"en":"A","ru":"B"}}', [("title", "A")]),
    "a field by languages and countries": ('{"body":{"en-US":"A is.","en_GB":"B is.","de-DE":"C","eng":"D"}}', [(P, "A is."), (P, "B is.")]),
    "the fields of JSON Feed and others": ('{"content_html":"<p>A</p>","content_text":"B is.","articleBody":"C is.","custom_excerpt":"D"}', [(P, "A"), (P, "B is."), (P, "C is."), ("standfirst", "D")]),
    "a wrapping key alone is none": ('{"rendered":"A","x":{"value":"B"}}', []),
    "escapes": ('{"title":"\\"A\\" \\/ \\u00e9\\uD83D\\ude00 \\\\ \\t x"}', [("title", '"A" / \u00e9\U0001f600 \\ \t x')]),
    "halves of characters and NUL": ('{"title":"a\\ud83dx\\u0000\\udE00"}', [("title", "a\ufffdx\ufffd\ufffd")]),
    "keys with escapes": ('{"ti\\u0074le":"A"}', [("title", "A")]),
    "HTML": ('{"text":"<h2>A</h2>\\n<p>Russia\\u003c/a\\u003e&amp;\\u0026nbsp;to</p>"}', [("subhead", "A"), (P, "Russia&\u00a0to")]),
    "HTML in a title": ('{"title":"A <i>b</i> c"}', [("title", "A b c")]),
    "entities in plain text": ('{"text":"It&#8217;s so.\\n\\nAT&amp;T & R&D; x"}', [(P, "It\u2019s so."), ("other", "AT&T & R&D; x")]),
    "blanks only": ('{"text":" \\n ","title":""}', []),
    "a string alone": ('"text"', []),
    "a mark at the start": ('\ufeff {"title":"A"}\r\n', [("title", "A")]),
    "another language": ('{"lang":"ru","text":"A.","x":{"text":"B.","lang":"en-GB"}}', [(P, "B.")]),
    "another language told behind": ('[{"text":"A.","language":"Russian"},{"text":"B.","language":"English"},{"text":"C.","lang":"deu"},{"text":"D.","lang":"eng_Latn"}]', [(P, "B."), (P, "D.")]),
    "no language": ('[{"text":"A.","lang":"und"},{"text":"B.","lang":""},{"text":"C.","lang":null},{"text":"D.","language":{"x":"ru"}},{"text":"E.","lang":"how knows"}]', [(P, "A."), (P, "B."), (P, "C."), (P, "D."), (P, "E.")]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PROSE.values(), ids=PROSE)
def test_what_is_prose(text: str, expected: list[tuple[str, str]]) -> None:
    document = read(text)
    assert regions(document) == expected
    assert document.comments == ()


def test_fields_and_language_are_those_of_the_reading() -> None:
    text = '{"title":"A","Lines":["B"],"lang":"pl"}'
    assert texts(read(text, lang="pl", fields=("lines",))) == ["B"]


ARTICLES = {
    "elements of the top array": ('[{"text":"A."},{"text":"B."},{"x":1},{"text":["C.","D."]}]', ["A.", "B.", "C.\n\nD."]),
    "items of a feed": ('{"title":"F","description":"S","items":[{"title":"A","text":"B."},{"title":"C","summary":"D"}]}', ["F\n\nS", "A\n\nB.", "C\n\nD"]),
    "wrapped fields": ('{"x":[{"title":{"rendered":"A"},"content":{"rendered":"B."}},{"title":{"rendered":"C"},"content":{"rendered":"D."}}]}', ["A\n\nB.", "C\n\nD."]),
    "blocks of an article": ('{"title":"A","blocks":[{"text":"B."},{"text":"C."}],"images":[{"caption":"D"}]}', []),
    "images of an article": ('{"title":"A","images":[{"title":"B","caption":"C"}],"body":"D."}', []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ARTICLES.values(), ids=ARTICLES)
def test_articles(text: str, expected: list[str]) -> None:
    document = read(text)
    assert [document.view[slice(*span)] for span in document.parts] == expected


def test_each_row_of_jsonl_is_an_article() -> None:
    document = read(
        '\ufeff{"text":"A.","title":"B"}\r\n\n \t\n[{"text":"C."},{"text":"D."}] \n7\n{"text":"E."}',
        "jsonl",
    )
    assert [document.view[slice(*span)] for span in document.parts] == ["A.\n\nB", "C.\n\nD.", "E."]
    assert read("\n \n", "jsonl").regions == ()


EDITS = {
    "quotes and backslashes": ('{"title":"One two"}', "One", '"1" \\ \t', '{"title":"\\"1\\" \\\\ \\t two"}'),
    "an escape as a whole": ('{"title":"caf\\u00e9 x"}', "caf\u00e9", "bar", '{"title":"bar x"}'),
    "odd characters in a file of escapes": ('{"title":"caf\\u00e9 x"}', "x", "\u2013\U0001f600", '{"title":"caf\\u00e9 \\u2013\\ud83d\\ude00"}'),
    "odd characters elsewhere": ('{"title":"caf\u00e9 x"}', "x", "\u2013", '{"title":"caf\u00e9 \u2013"}'),
    "HTML, then JSON": ('{"text":"<p>One \\"two\\"</p>"}', "One", '"<&amp;', '{"text":"<p>\\"&lt;&amp;amp; \\"two\\"</p>"}'),
    "an entity whose sign is an escape": ('{"text":"<p>A\\u0026nbsp;b</p>"}', "\u00a0", " ", '{"text":"<p>A b</p>"}'),
    "an entity in plain text": ('{"text":"It&#8217;s \\n&amp;&amp; so"}', "It\u2019s", "&amp;", '{"text":"&amp;amp; \\n&amp;&amp; so"}'),
}  # fmt: skip


@pytest.mark.parametrize(("text", "word", "new", "expected"), EDITS.values(), ids=EDITS)
def test_edits_are_written_as_json_wants_them(
    text: str, word: str, new: str, expected: str
) -> None:
    document = read(text)
    after = mended(document, word, new)
    assert after == expected
    assert read(after).view == document.view.replace(word, new, 1)


@pytest.mark.parametrize("closing", ["</a>", "\\u003c/a\\u003e", "<\\/a>"])
def test_a_blank_goes_behind_the_closing_tag(closing: str) -> None:
    document = read(f'{{"text":"<p>Across <a>Russia{closing}to Kazan</p>"}}')
    at = document.view.index("to")
    edit = document.edit(Span(at, at), " ")
    assert not isinstance(edit, Refusal)
    assert (
        document.source.edited((edit,)).text
        == f'{{"text":"<p>Across <a>Russia{closing} to Kazan</p>"}}'
    )
    assert document.edit(Span(at - 1, at + 1), "x") == Refusal("markup lies inside")


def test_what_would_cut_an_escape_or_join_rows_is_refused() -> None:
    document = read('{"text":"A \\ud83d\\ude00\\nB"}')
    assert document.view == "A \U0001f600\n\nB"
    assert document.edit(Span(2, 4), "") == Refusal("it would join two regions")


MALFORMED = {
    "empty": ("", "the file ends before a value", 1, 1),
    "truncated object": ('{"a":\n{"b":1', "the file ends within an object", 2, 7),
    "truncated array": ("[1,2", "the file ends within an array", 1, 5),
    "truncated string": ('{"a":1,\n"b":"x', "a string is not closed", 2, 5),
    "trailing comma": ('{"a":1,\r\n}', "a comma stands before } and nothing follows it", 2, 1),
    "trailing comma in an array": ("[1,2,]", "a comma stands before ] and nothing follows it", 1, 6),
    "no comma": ('{"a":1 "b":2}', 'a comma is missing before "', 1, 8),
    "no comma behind an object": ("[{} {}]", "a comma is missing before {", 1, 5),
    "no colon": ('{"a" 1}', "a colon is missing before 1", 1, 6),
    "bad escape": ('{"a":"b\\x"}', "a bad escape, \\x, in a string", 1, 8),
    "short escape": ('{"a":"b\\u12"}', "a bad escape, \\u, in a string", 1, 8),
    "line break": ('["a\nb"]', "a line break stands in a string", 1, 4),
    "control character": ('["a\tb"]', "the control character U+0009 stands in a string", 1, 4),
    "NaN": ('{"a":NaN}', "NaN is no value of JSON", 1, 6),
    "octal": ("[1,01]", "01 is no value of JSON", 1, 4),
    "single quotes": ("{'a':1}", "'a' stands where a key in double quotes belongs", 1, 2),
    "crossed": ('{"a":[1}', "} stands where an array is to be closed", 1, 8),
    "closed too often": ("[]]", "] stands behind the value", 1, 3),
    "two values": ("{} {}", "a second value follows the first", 1, 4),
    "duplicate keys": ('{"a":1,\n"\\u0061":2}', "the key \u201ca\u201d stands twice in one object", 2, 2),
    "deep": ("[" * 100_000, "it is nested more than 1,000 deep", 1, 1001),
    "deep objects": ('{"a":\n' * 100_000, "it is nested more than 1,000 deep", 1001, 1),
}  # fmt: skip


@pytest.mark.parametrize(("text", "what", "row", "column"), MALFORMED.values(), ids=MALFORMED)
def test_what_is_malformed_is_told_with_its_place(
    text: str, what: str, row: int, column: int
) -> None:
    with pytest.raises(SourceError) as caught:
        read(text)
    assert caught.value.what == f"is not valid JSON: {what} (row {row}, column {column})"
    assert caught.value.todo


@pytest.mark.parametrize(
    ("text", "what"),
    [
        pytest.param(
            '{"a":1}\n{"a":\n1}',
            "the row ends within an object (row 2, column 6)",
            id="over two rows",
        ),
        pytest.param(
            '{"a":1}\n{"a":1} {}',
            "a second value stands in the row (row 2, column 9)",
            id="two in a row",
        ),
        pytest.param(
            '{"a":1}\n\n{"a":"b}\n', "a string is not closed (row 3, column 6)", id="open string"
        ),
    ],
)
def test_rows_of_jsonl_that_are_no_records(text: str, what: str) -> None:
    with pytest.raises(SourceError, match=re.escape(what)):
        read(text, "jsonl")


def test_a_thousand_levels_and_big_rows_are_read() -> None:
    assert texts(read("[" * 999 + '{"text":"A."}' + "]" * 999)) == ["A."]
    start = time.process_time()
    assert (
        read(f'{{"x":[{"1, " * 500_000}{"[]," * 50_000}"{"y" * 3_000_000}"],"text":"A."}}').view
        == "A."
    )
    assert time.process_time() - start < 10


def _plain(value: Any, zone: str | None = None) -> list[str]:
    """The strings of a value that are prose, in order."""
    if isinstance(value, str):
        return [value] if zone else []
    if isinstance(value, list):
        return [text for one in value for text in _plain(one, zone)]
    if isinstance(value, dict):
        return [
            text
            for key, one in value.items()
            for text in _plain(
                one,
                "x"
                if key.lower() in FIELDS or (zone and key in ("rendered", "value", "en"))
                else None,
            )
        ]
    return []


def _simple(value: Any, random: Random) -> Any:
    """The value with plain sentences for all strings."""
    if isinstance(value, dict):
        return {key: _simple(one, random) for key, one in value.items()}
    if isinstance(value, list):
        return [_simple(one, random) for one in value]
    return sentence(random) if isinstance(value, str) and value.strip() else value


def test_the_prose_is_what_the_standard_library_reads() -> None:
    for seed in range(DOCUMENTS):
        random = Random(seed)
        text = as_json(_simple(record(random), random), random)
        assert texts(read(text)) == [
            one.strip() for one in _plain(json.loads(text)) if one.strip()
        ], text


@pytest.mark.parametrize("format_", ["json", "jsonl"])
def test_random_feeds_keep_the_laws(format_: str) -> None:
    made = 0
    for seed in range(DOCUMENTS):
        random = Random(seed)
        if format_ == "json":
            text = as_json(
                random.choice((record(random), [record(random), record(random)])), random
            )
        else:
            rows = [
                as_json(record(random), random, rows=False) for _ in range(random.randrange(1, 4))
            ]
            text = random.choice(("\n", "\r\n", "\n\n")).join(rows)
        made += check_fixes(read(text, format_), partial(read, format_=format_), random)
    assert made > DOCUMENTS


def test_random_damage_gives_the_error_that_the_standard_library_gives() -> None:
    broken = 0
    for seed in range(DOCUMENTS):
        random = Random(seed)
        text = as_json(
            {"a": [1, {"title": "x\u00e9"}, "\n"], "b": {}, "c": [[], -1.5e3, None]}, random
        )
        at = random.randrange(len(text))
        text = text[:at] + random.choice('",:[]{}\\ 1ax\n') + text[at + random.randrange(2) :]
        try:
            json.loads(text, object_pairs_hook=_unique, parse_constant=_refused)
        except ValueError:
            broken += 1
            with pytest.raises(SourceError):
                read(text)
        else:
            read(text)
    assert broken > DOCUMENTS / 4


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({key for key, _ in pairs}) < len(pairs):
        raise ValueError
    return dict(pairs)


def _refused(name: str) -> None:
    raise ValueError(name)
