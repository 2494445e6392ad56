from __future__ import annotations

import os
import time
from random import Random

import pytest

from tests.reading_laws import check_fixes, check_map
from tqcheck.document import Document, Refusal
from tqcheck.errors import SourceError
from tqcheck.finding import Edit
from tqcheck.formats import subtitles
from tqcheck.formats.reading import Reading
from tqcheck.source import Source, Span

DOCUMENTS = int(os.environ.get("TQCHECK_DOCUMENTS", "300"))
TIME = "00:00:01,000 --> 00:00:03,000"
SHORT = "00:01.000 --> 00:03.000"


def read(text: str | Source, form: str = "srt") -> Document:
    source = text if isinstance(text, Source) else Source(f"a.{form}", text)
    return subtitles.read(source, Reading(source.path.rsplit(".", 1)[1]))


def regions(document: Document) -> list[str]:
    assert {one.kind for one in document.regions} <= {"caption"}
    return [document.view[one.span.start : one.span.end] for one in document.regions]


SRT = {
    "two cues": (f"1\n{TIME}\nOne\ntwo\n\n2\n{TIME}\nThree\n", ["One\ntwo", "Three"]),
    "line ends of Windows and a mark of the byte order": (f"\ufeff1\r\n{TIME}\r\nOne \r\n two\r\n\r\n", ["One\ntwo"]),
    "line ends of old": (f"1\r{TIME}\rOne\rtwo\r\r2\r{TIME}\rThree\r", ["One\ntwo", "Three"]),
    "line ends written twice": (f"1\r\r\n{TIME}\r\r\nOne\r\r\ntwo\r\r\n", ["One\ntwo"]),
    "tags": (f"1\n{TIME}\n{{\\an8}}<i>One</i> <font color=\"red\">two</font>\n", ["One two"]),
    "speakers": (f"1\n{TIME}\n- Are you in?\n<i>– I am.</i>\n— So\nam I.\n", ["Are you in?", "I am.", "So\nam I."]),
    "dashes within": (f"1\n{TIME}\nHe went -- to town\n—but he came\n-- back\n", ["He went -- to town\n—but he came\n-- back"]),
    "no numbers": (f"{TIME}\nOne\n\n{TIME}\nTwo", ["One", "Two"]),
    "points and places in times": ("1\n0:00:01.5 --> 0:00:03.5 X1:40 X2:600\nOne\n", ["One"]),
    "a blank row within": (f"1\n{TIME}\nOne\n\ntwo\n\n2\n{TIME}\nThree\n", ["One", "two", "Three"]),
    "a cue without words": (f"1\n{TIME}\n\n2\n{TIME}\nThree\n", ["Three"]),
    "numbers as words": (f"1\n{TIME}\n42\n", ["42"]),
    "references mean nothing": (f"1\n{TIME}\nAT&amp;T\n", ["AT&amp;T"]),
    "nothing": ("\n\n", []),
}  # fmt: skip
VTT = {
    "header, styles, notes": (f"WEBVTT - A film\nKind: captions\n\nSTYLE\n::cue {{}}\n\nREGION\nid:1\n\nNOTE One\ntwo\n\nname\n{SHORT} align:start\nOne\n", ["One"]),
    "tags and times": (f"WEBVTT\n\n{SHORT}\n<v Mary>One <00:02.000><c.loud>two</c></v>\n", ["One two"]),
    "references": (f"WEBVTT\n\n{SHORT}\nA &lt; B&nbsp;&amp; C\n", ["A < B\u00a0& C"]),
    "hours": ("WEBVTT\n\n1\n00:00:01.000 --> 01:00:03.000\nOne\n", ["One"]),
    "a header alone": ("\ufeffWEBVTT\n", []),
}  # fmt: skip


@pytest.mark.parametrize("name", [*SRT, *VTT])
def test_what_is_prose(name: str) -> None:
    form = "srt" if name in SRT else "vtt"
    text, expected = {**SRT, **VTT}[name]
    document = read(text, form)
    check_map(document)
    assert regions(document) == expected


def edited(document: Document, before: str, new: str) -> str:
    at = document.view.index(before) + len(before)
    edit = document.edit(Span(at, at), new)
    if isinstance(edit, Refusal):
        return edit.reason
    assert isinstance(edit, Edit)
    return document.source.edited((edit,)).text


def test_fixes_stand_outside_of_tags() -> None:
    srt = read(f"1\n{TIME}\n<i>Russia</i>to go\n- He < she\n")
    assert edited(srt, "Russia", " ") == f"1\n{TIME}\n<i>Russia</i> to go\n- He < she\n"
    assert "tag" in edited(srt, "He", " <b")
    assert "row" in edited(srt, "He", "\n")
    assert "times" in edited(srt, "He", "-->")
    vtt = read(f"WEBVTT\n\n{SHORT}\n<v A>Russia</v>to\n", "vtt")
    assert edited(vtt, "Russia", " & <").endswith("<v A>Russia</v> &amp; &lt;to\n")


def test_notes_are_comments() -> None:
    text = f"WEBVTT\n\nNOTE tqcheck-disable-next-line TQ101 -- a name\n\n{SHORT}\nOne\n"
    (comment,) = read(text, "vtt").comments or ()
    assert comment.text == " tqcheck-disable-next-line TQ101 -- a name"


MALFORMED = {
    "text before any times.srt": ("Hello there\n", "row 1"),
    "bad times.srt": (f"1\n{TIME}\nOne\n\n2\n00:00:x --> 2\nTwo\n", "row 6"),
    "an arrow in the words' block.srt": ("1\n1 --> 2\n", "row 2"),
    "no header.vtt": (f"{SHORT}\nOne\n", "WEBVTT"),
    "an empty file.vtt": ("", "WEBVTT"),
    "a header like another.vtt": ("WEBVTTX\n", "WEBVTT"),
    "words without times.vtt": ("WEBVTT\n\nOne\n", "row 3"),
}


@pytest.mark.parametrize("name", MALFORMED)
def test_malformed(name: str) -> None:
    text, place = MALFORMED[name]
    with pytest.raises(SourceError) as raised:
        read(text, name.rsplit(".", 1)[1])
    assert place in str(raised.value) and "\n" not in str(raised.value)


_BITS = ("Russia", "it", "caf\u00e9", "so-called", "<i>", "</i>", "{\\an8}", "&amp;", "<3", "a < b", "- ", "–", "\U0001f600",
         "<00:01.000>", "<v Ann>", "</v>", "1", "&", "{x}", "said,", "to", "minister")  # fmt: skip


def made(random: Random, form: str) -> str:
    cues = ["WEBVTT\n"] if form == "vtt" else []
    for number in range(random.randint(1, 5)):
        rows = [
            "".join(random.choice(_BITS) + random.choice((" ", " ", " ", "")) for _ in range(random.randint(1, 6)))
            for _ in range(random.randint(1, 3))
        ]
        head = random.choice((f"{number}\n", "", "NOTE x\n\n" if form == "vtt" else ""))
        cues.append(f"{head}{SHORT if form == 'vtt' else TIME}\n" + "\n".join(rows) + "\n")
    text = "\n".join(cues)
    text = text.replace("\n", random.choice(("\n", "\n", "\n", "\r\n", "\r", "\r\r\n")))
    return random.choice(("", "", "\ufeff")) + text


@pytest.mark.parametrize("form", ["srt", "vtt"])
@pytest.mark.parametrize("seed", range(5))
def test_random_documents(seed: int, form: str) -> None:
    random = Random(seed)
    changed = 0
    for _ in range(DOCUMENTS // 5):
        document = read(made(random, form), form)
        check_map(document)
        changed += check_fixes(document, read, random)
    assert changed > DOCUMENTS // 10


HOSTILE = {
    "rows": "1\n" * 300_000,
    "one row": f"1\n{TIME}\n" + "Word " * 500_000,
    "tags": f"1\n{TIME}\n" + "<i>{\\a" * 100_000,
    "cues": f"1\n{TIME}\nOne\n\n" * 50_000,
    "arrows": f"{TIME}\n" + "-->" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_take_bounded_time(name: str) -> None:
    begun = time.process_time()
    try:
        read(HOSTILE[name])
    except SourceError:
        assert name in ("rows", "arrows")
    assert time.process_time() - begun < 20
