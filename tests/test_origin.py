from __future__ import annotations

import pytest

from tqcheck.article import Article
from tqcheck.formats import read
from tqcheck.formats.reading import Reading
from tqcheck.profile import source_of
from tqcheck.source import Source

WHOLE = {
    "YAML": ("markdown", "---\nsource_lang: uk\n---\nText.\n", "uk"),
    "a key with a hyphen": ("markdown", "---\nsource-language: pl-PL\n---\nText.\n", "pl"),
    "TOML": ("markdown", '+++\nsource_lang = "Polish"\n+++\nText.\n', "pl"),
    "a number": ("markdown", "---\nsource_lang: 7\n---\nText.\n", ""),
    "an object": ("json", '{"title": "A", "source_lang": "ces", "body": "B is."}', "cs"),
    "an unknown language": ("json", '{"body": "B is.", "source_language": "und"}', ""),
    "a list in its place": ("json", '{"body": "B is.", "source_lang": ["pl"]}', ""),
    "a row": ("jsonl", '{"original_language": "de", "body": "B is."}\n', "de"),
    "a table of one row": ("csv", "body,source_lang\nText.,fr\n", "fr"),
    "XLIFF 1.2": ("xml", '<xliff version="1.2"><file source-language="pl" target-language="en"><body><trans-unit id="1"><source>T</source><target>Text.</target></trans-unit></body></file></xliff>', "pl"),
    "XLIFF 2": ("xml", '<xliff version="2.0" srcLang="de-AT" trgLang="en"><file id="1"><unit id="1"><segment><source>T</source><target>Text.</target></segment></unit></file></xliff>', "de"),
    "TMX": ("xml", '<tmx version="1.4"><header srclang="ru"/><body><tu><tuv xml:lang="ru"><seg>T</seg></tuv><tuv xml:lang="en"><seg>Text.</seg></tuv></tu></body></tmx>', "ru"),
    "TMX of any language": ("xml", '<tmx version="1.4"><header srclang="*all*"/><body><tu><tuv xml:lang="en"><seg>Text.</seg></tuv></tu></body></tmx>', ""),
    "nothing said": ("markdown", "---\ntitle: A\n---\nText.\n", ""),
}  # fmt: skip

PARTS = {
    "records of an array": ("json", '[{"title": "A", "body": "B is.", "source_lang": "pl"}, {"title": "C", "body": "D is."}]', ("pl", "")),
    "one above them all": ("json", '{"source_lang": "ru", "items": [{"title": "A", "body": "B is."}, {"title": "C", "body": "D is.", "source_lang": "uk"}]}', ("ru", "uk")),
    "rows": ("jsonl", '{"body": "B is.", "source_lang": "pl"}\n{"body": "D is.", "source_lang": "cs"}\n', ("pl", "cs")),
    "a table": ("csv", "source_lang,body\npl,One.\n,Two.\nUkrainian,Three.\n", ("pl", "", "uk")),
    "files of an XLIFF": ("xml", '<xliff version="1.2"><file source-language="pl" target-language="en"><body><trans-unit id="1"><target>One.</target></trans-unit></body></file><file source-language="de" target-language="en"><body><trans-unit id="1"><target>Two.</target></trans-unit></body></file></xliff>', ("pl", "de")),
}  # fmt: skip


def article(format_: str, text: str, source_lang: str = "") -> Article:
    document = read(Source("file", text), Reading(format_))
    return Article(document, source_lang=source_lang)


@pytest.mark.parametrize("name", WHOLE)
def test_what_the_file_says(name: str) -> None:
    format_, text, origin = WHOLE[name]
    assert article(format_, text).origin == origin


@pytest.mark.parametrize("name", PARTS)
def test_what_each_article_of_a_file_says(name: str) -> None:
    format_, text, origins = PARTS[name]
    assert tuple(part.origin for part in article(format_, text).parts()) == origins


def test_the_configuration_says_it_better_than_the_file_and_the_file_than_cues() -> None:
    text = "---\nsource_lang: cs\n---\nThe złoty fell to PLN 4.2, PAP reported, and PKO fell too.\n"
    assert source_of(article("markdown", text, "de")) == "de"
    assert source_of(article("markdown", text)) == "cs"
    assert source_of(article("markdown", text.replace("source_lang: cs", "x: y"))) != "cs"


def test_an_article_in_its_own_language_is_no_translation() -> None:
    own = article("markdown", "---\nsource_lang: en\n---\nText.\n")
    assert own.origin == "en"
    assert not own.is_translated
