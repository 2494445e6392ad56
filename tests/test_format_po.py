from __future__ import annotations

import os
import time
from random import Random

import pytest

from tests.reading_laws import check_fixes, check_map
from tqcheck.document import OBJECT, Document, Refusal
from tqcheck.errors import NoProseError, SourceError
from tqcheck.finding import Edit
from tqcheck.formats import po
from tqcheck.formats.reading import Reading
from tqcheck.source import Source, Span

DOCUMENTS = int(os.environ.get("TQCHECK_DOCUMENTS", "300"))
HEAD = 'msgid ""\nmsgstr ""\n"Language: en_GB\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def read(text: str | Source) -> Document:
    return po.read(text if isinstance(text, Source) else Source("a.po", text), Reading())


def regions(document: Document) -> list[str]:
    return [document.view[one.span.start : one.span.end] for one in document.regions]


PROSE = {
    "a message": ('msgid "Jeden"\nmsgstr "One"\n', ["One"]),
    "the header is none": (f'{HEAD}msgid "a"\nmsgstr "One two"\n', ["One two"]),
    "several rows": ('msgid ""\n"a"\nmsgstr ""\n"One "\n"two"\n', ["One two"]),
    "plural forms and context": ('msgctxt "c"\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "One"\nmsgstr[1] "Two"\n', ["One", "Two"]),
    "a message of a context that is empty": ('msgctxt "c"\nmsgid ""\nmsgstr "One"\n', ["One"]),
    "entries without blank rows": ('msgid "a"\nmsgstr "One"\nmsgid "b"\nmsgstr "Two"\n', ["One", "Two"]),
    "escapes": (r'msgid "a"' "\n" r'msgstr "A \"new\" \\ way\tto \x41\101"' "\n", ['A "new" \\ way\tto AA']),
    "line breaks": ('msgid "a"\nmsgstr "One\\n"\n"\\n"\n"two"\n', ["One", "two"]),
    "placeholders": ('msgid "%s %(n)d {x} $y 5%"\nmsgstr "From %s to %(n)d of {x} in $y, 5% {z}"\n', [f"From {OBJECT} to {OBJECT} of {OBJECT} in {OBJECT}, 5% {OBJECT}"]),
    "a percentage is no placeholder": ('msgid "20 procent"\nmsgstr "20 % do it"\n', ["20 % do it"]),
    "tags": ('msgid "a"\nmsgstr "See <a href=\\"/u\\">Russia</a>to"\n', ["See Russiato"]),
    "obsolete and fuzzy entries": ('#, fuzzy\n#| msgid "x"\nmsgid "a"\nmsgstr "One"\n\n#~ msgid "b"\n#~ msgstr "Two"\n', ["One"]),
    "line ends of Windows": ('\ufeffmsgid "a"\r\nmsgstr ""\r\n"One "\r\n"two"\r\n', ["One two"]),
    "line ends of old": ('msgid "a"\rmsgstr ""\r"One "\r"two"\r', ["One two"]),
    "untranslated messages": ('msgid "a"\nmsgstr ""\n\nmsgid "b"\nmsgstr "Two"\n', ["Two"]),
}  # fmt: skip


@pytest.mark.parametrize("name", PROSE)
def test_what_is_prose(name: str) -> None:
    text, expected = PROSE[name]
    document = read(text)
    check_map(document)
    assert regions(document) == expected


def edited(text: str, before: str, new: str) -> str:
    document = read(text)
    at = document.view.index(before) + len(before)
    edit = document.edit(Span(at, at), new)
    assert isinstance(edit, Edit)
    return document.source.edited((edit,)).text


def test_fixes_stay_within_their_row() -> None:
    text = 'msgid "a"\nmsgstr ""\n"One <b>two</b>three"\n"four"\n'
    assert edited(text, "two", ' "') == text.replace("</b>three", '</b> \\"three')
    assert edited(text, "three", "\\ ").count('three"\n"\\\\ four"') == 1
    document = read(text)
    at = document.view.index("threefour")
    assert isinstance(document.edit(Span(at, at + 9), "x"), Edit | Refusal)


def test_comments_of_translators_suppress() -> None:
    text = '# tqcheck-disable-next-line TQ101 -- a name\n#: a.c:1\nmsgid "a"\nmsgstr "One"\n#\n'
    said = [one.text for one in read(text).comments or ()]
    assert said == [" tqcheck-disable-next-line TQ101 -- a name", ""]


NONE = {
    "another language": HEAD.replace("en_GB", "pl") + 'msgid "a"\nmsgstr "Jeden"\n',
    "nothing is translated": f'{HEAD}msgid "a"\nmsgstr ""\n',
    "a header alone": HEAD,
}


@pytest.mark.parametrize("name", NONE)
def test_no_prose(name: str) -> None:
    with pytest.raises(NoProseError):
        read(NONE[name])


MALFORMED = {
    "an open string": ('msgid "a"\nmsgstr "b\n', "row 2"),
    "no message": ('msgstr "b"\n', "row 1"),
    "no translation": ('msgid "a"\n\nmsgctxt "x"\nmsgid "b"\nmsgstr "c"\n', "row 3"),
    "no translation at the end": ('msgid "b"\n', "msgstr"),
    "a string that goes on with nothing": ('"a"\n', "row 1"),
    "text outside": ('msgid "a"\nmsgstr "b"\nhello\n', "row 3"),
    "an unknown escape": ('msgid "a"\nmsgstr "b\\q"\n', "row 2"),
    "a backslash at the end": ('msgid "a"\nmsgstr "b\\"\n', "row 2"),
    "text behind a string": ('msgid "a"\nmsgstr "b" c\n', "row 2"),
    "another encoding": (HEAD.replace("UTF-8", "ISO-8859-2") + 'msgid "a"\nmsgstr "b"\n', "ISO-8859-2"),
}  # fmt: skip


@pytest.mark.parametrize("name", MALFORMED)
def test_malformed(name: str) -> None:
    text, place = MALFORMED[name]
    with pytest.raises(SourceError) as raised:
        read(text)
    assert place in str(raised.value) and "\n" not in str(raised.value)


_BITS = ("Russia", "it", "caf\u00e9", '\\"', "\\n", "\\\\", "\\t", "%s", "{name}", "<b>", "</b>", "&amp;", "said", "to", "5%,",
         "<br>", "minister", "\U0001f600", "a < b", "[x](/u)", "AT&T")  # fmt: skip


def made(random: Random) -> str:
    rows = [HEAD] if random.random() < 0.5 else []
    for number in range(random.randint(1, 4)):
        rows.append(random.choice((f"# note {number}\n", "#, fuzzy\n", "#: a.c:1\n", "")))
        rows.append(random.choice((f'msgid "m{number} %s {{name}}"\n', f'msgctxt "c"\nmsgid ""\n"m{number}"\n')))
        for key in random.choice((("msgstr",), ("msgstr[0]", "msgstr[1]"))):
            parts = [
                "".join(random.choice(_BITS) + random.choice((" ", " ", "")) for _ in range(random.randint(1, 5)))
                for _ in range(random.randint(1, 3))
            ]
            rows.append(key + " " + "\n".join(f'"{part}"' for part in parts) + "\n")
        rows.append(random.choice(("\n", "\n", "")))
    text = "".join(rows)
    return text.replace("\n", random.choice(("\n", "\n", "\n", "\r\n", "\r", "\r\r\n")))


def _beside_a_sign(document: Document, edit: Edit) -> bool:
    """Whether "%s" that no message has may become a placeholder, or stop to be one."""
    text = document.source.text
    near = text[max(0, edit.span.start - 12) : edit.span.end + 1]  # rows of a string may part it
    return "%" in near.replace('"', "").replace("\r", "").replace("\n", "")[-4:]


@pytest.mark.parametrize("seed", range(10))
def test_random_documents(seed: int) -> None:
    random = Random(seed)
    changed = 0
    for _ in range(DOCUMENTS // 10):
        document = read(made(random))
        check_map(document)
        changed += check_fixes(document, read, random, excused=_beside_a_sign)
    assert changed > DOCUMENTS // 20


HOSTILE = {
    "entries": 'msgid "a"\nmsgstr "One"\n' * 60_000,
    "one row": 'msgid "a"\nmsgstr "' + "Word " * 500_000 + '"\n',
    "backslashes": 'msgid "a"\nmsgstr "' + "\\" * 500_000 + '\n',
    "rows of one string": 'msgid "a"\nmsgstr ""\n' + '"a"\n' * 200_000,
    "braces": 'msgid "' + "{" * 100_000 + '"\nmsgstr "' + "{%(" * 100_000 + '"\n',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_take_bounded_time(name: str) -> None:
    begun = time.process_time()
    try:
        read(HOSTILE[name])
    except SourceError:
        assert name == "backslashes"
    assert time.process_time() - begun < 20
