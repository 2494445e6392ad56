"""Files of every format through the command line: found, mended, shown, refused, passed over."""

from __future__ import annotations

import json
import subprocess
import time

import pytest

from tests.box import Box
from tqcheck.formats import DATA, FORMATS, format_of

PROSE = "The men went to Russiato fight."
MENDED = "The men went to Russia to fight."

FILES = {
    "page.html": f"<html><body><p class='Russiato'>{PROSE}</p></body></html>\n",
    "note.md": f"# Notes\n\n*{PROSE}*\n\n```\nRussiato\n```\n",
    "story.json": json.dumps({"slug": "Russiato", "title": "Men", "body": PROSE}) + "\n",
    "feed.jsonl": f'{{"title": "Men", "text": "{PROSE}"}}\n{{"text": "All is well."}}\n',
    "table.csv": f'id,title,body\r\n1,Men,"{PROSE}"\r\n',
    "table.tsv": f"id\ttitle\tbody\nRussiato\tMen\t{PROSE}\n",
    "feed.rss": "<rss version='2.0'><channel><title>News</title><item><title>Men</title>"
    f"<description>{PROSE}</description></item></channel></rss>\n",
    "words.xlf": "<xliff version='1.2'><file source-language='pl' target-language='en'><body>"
    f"<trans-unit id='1'><source>Russiato</source><target>{PROSE}</target></trans-unit>"
    "</body></file></xliff>\n",
    "memory.tmx": "<tmx version='1.4'><header/><body><tu><tuv xml:lang='pl'><seg>Russiato</seg>"
    f"</tuv><tuv xml:lang='en'><seg>{PROSE}</seg></tuv></tu></body></tmx>\n",
    "words.po": f'msgid "Russiato"\nmsgstr "{PROSE}"\n',
    "film.srt": f"1\n00:00:01,000 --> 00:00:03,000\n{PROSE}\n",
    "film.vtt": f"WEBVTT\n\n00:01.000 --> 00:03.000\n{PROSE}\n",
}
"""A file a format, each with one finding; what is no prose holds the same letters."""

each_file = pytest.mark.parametrize("name", FILES)


def test_every_text_format_is_tried() -> None:
    tried = {format_of(name) for name in FILES} | {"plain"}
    assert tried == set(FORMATS) - {"docx"}


@each_file
def test_the_finding_is_told_where_it_stands(box: Box, name: str) -> None:
    box.write(name, FILES[name])
    ended = box(name, "--output-format", "json")
    assert ended.code == 1, ended.err
    (finding,) = json.loads(ended.out)
    assert (finding["code"], finding["text"]) == ("ZZ101", "Russiato")
    assert FILES[name][finding["start"] : finding["end"]] == "Russiato"


@each_file
def test_the_fix_changes_the_prose_and_nothing_else(box: Box, name: str) -> None:
    box.write(name, FILES[name])
    assert box(name, "--fix").code == 0
    assert box.read(name) == FILES[name].replace(PROSE, MENDED)
    assert box(name).code == 0


@each_file
def test_the_patch_is_one(box: Box, name: str) -> None:
    box.write(name, FILES[name])
    patch = box(name, "--diff").out
    subprocess.run(["git", "apply", "-"], input=patch.encode(), cwd=box.folder, check=True)
    assert box.read(name) == FILES[name].replace(PROSE, MENDED)


def test_a_folder_of_all_formats_is_looked_at(box: Box) -> None:
    for name, text in FILES.items():
        box.write(f"all/{name}", text)
    ended = box("all", "--output-format", "json")
    found = {finding["filename"] for finding in json.loads(ended.out)}
    assert found == {f"all/{name}" for name in FILES}


@pytest.mark.parametrize("name", sorted(name for name in FILES if format_of(name) in DATA))
def test_data_without_prose_is_no_article(box: Box, name: str) -> None:
    empty = {"json": '{"a": 1}\n', "jsonl": '{"a": 1}\n', "csv": "a,b\n1,2\n", "tsv": "a\tb\n"}
    box.write(f"all/{name}", empty.get(format_of(name), "<root><a>Russiato</a></root>\n"))
    box.write("all/a.txt", "Fine.\n")
    ended = box(f"all/{name}")
    assert ended.code == 2
    assert f"{name}: " in ended.err
    assert "fields" in ended.err
    ended = box("all")
    assert ended.code == 0
    assert f"Skipped 1 file without prose to look at: all/{name}." in ended.err


FOREIGN = {
    "words.xlf": FILES["words.xlf"].replace("target-language='en'", "target-language='de'"),
    "memory.tmx": FILES["memory.tmx"].replace("xml:lang='en'", "xml:lang='de'"),
    "words.po": f'msgid ""\nmsgstr "Language: de\\n"\n\n{FILES["words.po"]}',
    "page.html": FILES["page.html"].replace("<html>", "<html lang='de'>"),
    "note.md": f"---\nlang: de\n---\n\n{FILES['note.md']}",
    "settings.json": '{\n  // indent by two\n  "indent": 2\n}\n',
}


@pytest.mark.parametrize("name", FOREIGN)
def test_what_holds_nothing_to_look_at_is_not_called_clean(box: Box, name: str) -> None:
    box.write(f"all/{name}", FOREIGN[name])
    box.write("all/a.txt", "Fine.\n")
    ended = box(f"all/{name}")
    assert ended.code == 2
    assert f"{name}: " in ended.err
    ended = box("all")
    assert ended.code == 0
    assert f"Skipped 1 file without prose to look at: all/{name}." in ended.err


def test_the_format_may_be_given(box: Box) -> None:
    box.write("page.njk", FILES["page.html"])
    assert box("page.njk").out.count("ZZ101") == 2, "as plain text the class is prose"
    assert box("page.njk", "--format", "html").out.count("ZZ101") == 1
    box.write("tqcheck.toml", '[formats]\n"*.njk" = "html"\n')
    assert box("page.njk").out.count("ZZ101") == 1
    assert box(".").out.count("ZZ101") == 1, "and it is taken in folders"


def test_fields_may_be_named(box: Box) -> None:
    box.write("story.json", json.dumps({"story": PROSE, "body": PROSE}))
    box.write("tqcheck.toml", 'fields = ["Story"]\n')
    (finding,) = json.loads(box("story.json", "--output-format", "json").out)
    assert finding["start"] < 40


def test_regions_are_shown(box: Box) -> None:
    box.write("page.html", "<h1>Men go</h1>\n<p>One <code>x</code>\ntwo</p><p lang='pl'>Trzy</p>")
    ended = box("page.html", "--show-regions")
    assert ended.code == 0
    assert ended.out == "page.html:1:5: title: Men go\npage.html:2:4: paragraph: One […] two\n"
    assert box("page.html", "--show-regions", "--fix").code == 2


def test_a_comment_of_the_format_suppresses(box: Box) -> None:
    box.write(
        "page.html",
        f"<!-- tqcheck-disable-next-line ZZ101 -->\n<p>{PROSE}</p>\n<p>{PROSE}</p>\n",
    )
    (finding,) = json.loads(box("page.html", "--output-format", "json").out)
    assert finding["location"]["row"] == 3


MALFORMED = {
    "a.json": ('{"body": "x", }', "1"),
    "a.jsonl": ('{"body": "x"}\n{"body": \n', "2"),
    "a.csv": ('title,body\n1,"open\n', "2"),
    "a.xml": ("<rss>\n<item></rss>", "2"),
    "a.xlf": ("<xliff>\n<file>", "2"),
    "a.po": ('msgid "a"\nmsgstr "b\n', "2"),
    "a.srt": ("1\n00:00:x --> 2\nHello\n", "2"),
}


@pytest.mark.parametrize("name", MALFORMED)
def test_malformed_files_are_told_and_the_others_looked_at(box: Box, name: str) -> None:
    text, row = MALFORMED[name]
    box.write(name, text)
    box.write("z.txt", PROSE)
    ended = box(name, "z.txt", "--output-format", "concise")
    assert ended.code == 2
    assert "ZZ101" in ended.out
    (line,) = [line for line in ended.err.splitlines() if name in line]
    assert row in line
    assert box.read(name) == text


def test_what_an_error_quotes_commands_no_terminal(box: Box) -> None:
    box.write("a.vtt", "WEBVTT\n\n\x1b[31m --> \u202ex\n")
    box.write("b\x1b[31m.csv", "a\x1b,b\n1,2\n")
    ended = box("a.vtt", "b\x1b[31m.csv")
    assert ended.code == 2 and "\x1b" not in ended.err and "\u202e" not in ended.err
    assert "row 3" in ended.err and "\u241b" in ended.err
    assert "\x1b" not in box(".").err


def test_shown_regions_command_no_terminal(box: Box) -> None:
    box.write("a.md", "One \x1b[31mtwo\n")
    assert box("a.md", "--show-regions").out == "a.md:1:1: paragraph: One \u241b[31mtwo\n"


@each_file
def test_a_row_without_end_is_refused_and_the_others_looked_at(
    box: Box, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tqcheck.opening.LONGEST", 1_000)
    text = FILES[name].replace(PROSE, f"{PROSE} " + "The men went home. " * 60)
    box.write(name, text)
    box.write("z.txt", PROSE)
    for option in ("--no-cache", "--fix"):
        ended = box(name, "z.txt", option)
        assert ended.code == 2 and "Looked at 1 file" in ended.err
        (line,) = [line for line in ended.err.splitlines() if "1,000 characters (row" in line]
        assert name in line and box.read(name) == text
    monkeypatch.setattr("tqcheck.opening.LONGEST", 5_000)
    assert box(name).code == 1


def test_fifty_megabytes_in_a_row(box: Box) -> None:
    box.write("a.txt", "word " * 10_000_000)
    begun = time.process_time()
    ended = box("a.txt")
    assert ended.code == 2 and "row 1" in ended.err
    assert time.process_time() - begun < 20


COMMENTED = {
    "page.html": "<!-- {0} -->\n<p>{1}</p>\n<p>{1}</p>\n<!-- {2} -->\n<p>Fine.</p>\n",
    "note.md": "[//]: # ({0})\n{1}\n\n{1}\n\n<!-- {2} -->\n\nFine.\n",
    "note.mdx": "{{/* {0} */}}\n{1}\n\n{1}\n\n{{/* {2} */}}\n\nFine.\n",
    "story.json": '{{"body": "<!-- {0} -->\\n<p>{1}</p>\\n<p>{1}</p>\\n<!-- {2} -->\\n<p>Fine.</p>"}}\n',
    "feed.jsonl": '{{"text": "[//]: # ({0})\\n{1} **a** **b**\\n\\n{1}\\n\\n[//]: # ({2})\\n\\nFine."}}\n',
    "table.csv": 'body\r\n"<!-- {0} -->\r\n<p>{1}</p>\r\n<p>{1}</p>\r\n<!-- {2} -->\r\n<p>Fine.</p>"\r\n',
    "table.tsv": 'body\n"<!-- {0} -->\n<p>{1}</p>\n<p>{1}</p>\n<!-- {2} -->\n<p>Fine.</p>"\n',
    "feed.rss": "<rss><item>\n<!-- {0} -->\n<title>{1}</title>\n<lead>{1}</lead>\n<!-- {2} -->\n<text>Fine.</text></item></rss>",
    "export.xml": "<rss><item><text><![CDATA[<!-- {0} -->\n<p>{1}</p>\n<p>{1}</p>\n<!-- {2} -->\n<p>Fine.</p>]]></text></item></rss>",
    "words.xlf": "<xliff><file target-language='en'>\n<!-- {0} -->\n<target>{1}</target>\n<target>{1}</target>\n<!-- {2} -->\n<target>Fine.</target></file></xliff>",
    "memory.tmx": "<tmx><tuv xml:lang='en'>\n<!-- {0} -->\n<seg>{1}</seg>\n<seg>{1}</seg>\n<!-- {2} -->\n<seg>Fine.</seg></tuv></tmx>",
    "words.po": '# {0}\nmsgid "a"\nmsgstr "{1}"\n\nmsgid "b"\nmsgstr "{1}"\n\n# {2}\nmsgid "c"\nmsgstr "Fine."\n',
    "film.vtt": "WEBVTT\n\nNOTE {0}\n\n00:01.000 --> 00:02.000\n{1}\n\n00:03.000 --> 00:04.000\n{1}\n\nNOTE {2}\n\n00:05.000 --> 00:06.000\nFine.\n",
    "story.txt": "<!-- {0} -->\n{1}\n\n{1}\n\n<!-- {2} -->\nFine.\n",
}
"""A comment that hides a finding, one finding that stands, a comment that hides nothing."""


@pytest.mark.parametrize("name", COMMENTED)
def test_comments_suppress_in_each_format(box: Box, name: str) -> None:
    dash = "–" if format_of(name) in ("xml", "xliff", "tmx") else "--"
    used, idle = f"tqcheck-disable-next-line ZZ101 {dash} a name", "tqcheck-disable-next-line ZZ101"
    text = COMMENTED[name].format(used, PROSE, idle)
    box.write(name, text)
    found = json.loads(box(name, "--output-format", "json", "--select", "ZZ101,TQ001").out)
    assert [one["code"] for one in found] == ["ZZ101", "TQ001"]
    assert found[0]["start"] == text.rindex(PROSE) + PROSE.index("Russiato")
    assert idle in found[1]["text"] and found[1]["start"] > text.rindex(PROSE)
    whole = text.replace(used, "tqcheck-disable-file ZZ101").replace(idle, "tqcheck-enable")
    box.write(name, whole)
    assert box(name).code == 0
    box.write(name, text.replace(used, "tqcheck-disable ZZ101").replace(idle, "tqcheck-enable"))
    assert box(name).code == 0
