from __future__ import annotations

from random import Random

import pytest

from tests.reading_laws import check_fixes, check_map
from tests.test_format_markdown import read, regions
from tqcheck.document import Document, Refusal
from tqcheck.errors import SourceError
from tqcheck.finding import Edit
from tqcheck.source import Span

T, S = "title", "standfirst"
READ = {
    "a plain value": ("title: Men go to war\ndate: 2024-05-01\nslug: men-go", [(T, "Men go to war")]),
    "double quotes": ('title: "A \\"new\\" way\\u2014on \\x41"\n', [(T, 'A "new" way\u2014on A')]),
    "single quotes": ("description: 'It''s on'\n", [(S, "It's on")]),
    "a folded block": ("description: >\n  Two rows\n  of it.\n\n  Again.\ndraft: true\n", [(S, "Two rows of it."), (S, "Again.")]),
    "a literal block": ("description: |-\n    Two rows\n    of it.\n", [(S, "Two rows\nof it.")]),
    "no prose in numbers, lists and other keys": ("title: 2024\ntags: [title, men]\nauthor: A. Man\nnested:\n  x: y\n", []),
    "capitals in keys": ("Title: One\n", [(T, "One")]),
    "a value over several rows is left alone": ("title: One\n  two\n", []),
    "an anchor and its alias": ('title: &a "One"\nlead: *a\nsummary: !!str two\n', [(T, "One"), (S, "two")]),
    "an anchor of a block": ("lead: &a >\n  One\n  two\n", [(S, "One two")]),
    "no text": ("# nothing\n", []),
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_yaml(name: str, end: str) -> None:
    text, expected = READ[name]
    document = read(f"---\n{text.rstrip()}\n---\nBody.\n".replace("\n", end))
    check_map(document)
    assert regions(document) == [*expected, ("paragraph", "Body.")]


TOML = {
    "both quotes": ('title = "A \\"new\\" way"\ndescription = \'B\'', [(T, 'A "new" way'), (S, "B")]),
    "tables are not read": ('[extra]\ntitle = "no"', []),
    "quoted keys": ('"title" = "One"', [(T, "One")]),
    "a row of a long text is no key": ('a = """\ntitle = "One"\n"""\ntitle = "Two"', [(T, "Two")]),
    "long texts are left alone": ('title = """One\ntwo"""', []),
}  # fmt: skip


@pytest.mark.parametrize("name", TOML)
def test_toml(name: str) -> None:
    text, expected = TOML[name]
    document = read(f"+++\n{text}\n+++\nBody.\n")
    check_map(document)
    assert regions(document) == [*expected, ("paragraph", "Body.")]


def inserted(document: Document, before: str, new: str) -> str:
    at = document.view.index(before) + len(before)
    edit = document.edit(Span(at, at), new)
    if isinstance(edit, Refusal):
        return "refused"
    assert isinstance(edit, Edit)
    return document.source.edited((edit,)).text.split("\n")[1]


WRITTEN = {
    "double": ('---\ntitle: "One two"\n---\n', '"', 'title: "One\\" two"'),
    "a backslash": ('---\ntitle: "One two"\n---\n', "\\", 'title: "One\\\\ two"'),
    "single": ("---\ntitle: 'One two'\n---\n", "'s", "title: 'One''s two'"),
    "plain": ("---\ntitle: One two\n---\n", ",", "title: One, two"),
    "plain values take no quotes": ("---\ntitle: One two\n---\n", '"', "refused"),
    "plain values take no colons": ("---\ntitle: One two\n---\n", ":", "refused"),
    "no row is begun": ('---\ntitle: "One two"\n---\n', "\n", "refused"),
    "toml": ('+++\ntitle = "One two"\n+++\n', '"', 'title = "One\\" two"'),
    "toml as it is": ("+++\ntitle = 'One two'\n+++\n", "'", "refused"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRITTEN)
def test_a_value_stays_one(name: str) -> None:
    text, new, expected = WRITTEN[name]
    assert inserted(read(text), "One", new) == expected


@pytest.mark.parametrize("seed", range(40))
def test_fixes_within_values(seed: int) -> None:
    values = ("Men go to war", '"Men \\"go\\" \\u0041 to war"', "'It''s a war'", ">\n  Men go\n  to war", "|\n  Men go\n  to war")
    random = Random(seed)
    rows = [f"{key}: {random.choice(values)}" for key in ("title", "description", "summary", "lead")]
    made = check_fixes(read("---\n" + "\n".join(rows) + "\n---\n"), read, random, 20)
    assert made > 5


LANGUAGES = {
    "Polish": ("---\ntitle: Ludzie\nlang: pl\n---\nLudzie.\n", False),
    "Polish by name": ('+++\ntitle = "Ludzie"\nlanguage = "Polish"\n+++\nLudzie.\n', False),
    "English": ("---\ntitle: Men\nlang: en_GB\n---\nMen.\n", True),
    "a variable": ("---\ntitle: Men\nlang: $lang\n---\nMen.\n", True),
}


@pytest.mark.parametrize("name", LANGUAGES)
def test_an_article_in_another_language_is_passed_over(name: str) -> None:
    text, read_at_all = LANGUAGES[name]
    assert bool(read(text).regions) == read_at_all


def test_what_is_ignored_in_the_whole_file() -> None:
    yaml = read("---\ntqcheck:\n  ignore: [TQ101, quotes]\n---\nBody.\n")
    assert read('+++\ntqcheck = { ignore = [] }\n+++\n').comments == ()
    toml = read('+++\ntqcheck = { ignore = ["TQ101", "quotes"] }\n+++\nBody.\n')
    table = read('+++\n[tqcheck]\nignore = ["TQ101", "quotes"]\n+++\nBody.\n')
    for document in (yaml, toml, table):
        assert [one.text for one in document.comments or ()] == ["tqcheck-disable-file TQ101 quotes"]


NONE = {
    "rules": ("---\n\nBody.\n\n---\n\nMore.\n", [("paragraph", "Body."), ("paragraph", "More.")]),
    "not at the beginning": ("\n---\ntitle: One\n---\n", [("subhead", "title: One")]),
    "without an end": ("---\ntitle: One\n", [("paragraph", "title: One")]),
    "an empty one": ("---\n---\nBody.\n", [("paragraph", "Body.")]),
}


@pytest.mark.parametrize("name", NONE)
def test_no_front_matter(name: str) -> None:
    text, expected = NONE[name]
    assert regions(read(text)) == expected


MALFORMED = {
    "no YAML": ("---\ntitle: [One\nx: y\n---\n", "row 3"),
    "a key twice": ("---\ntitle: One\nlead: x\ntitle: Two\n---\n", "row 4"),
    "a control character": ("---\na: \u017c\ntitle: '\x1b'\n---\n", "row 3: control characters"),
    "a loose quote": ('---\ntitle: "One\n---\n', "row"),
    "an alias nobody knows": ("---\ntitle: *one\n---\n", "row 2"),
    "deep": ("---\ntitle: " + "[" * 5_000 + "\n---\n", "front matter"),
    "no TOML": ("+++\ntitle = One\n+++\n", "TOML"),
    "a TOML key twice": ('+++\na = 1\na = 2\n+++\n', "TOML"),
}  # fmt: skip


@pytest.mark.parametrize("name", MALFORMED)
def test_malformed(name: str) -> None:
    text, place = MALFORMED[name]
    with pytest.raises(SourceError) as raised:
        read(text)
    assert place in str(raised.value)
    assert "\n" not in str(raised.value)
