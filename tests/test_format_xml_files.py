"""XML as a whole file: what is refused, in bounded time, and the laws on random documents."""

from __future__ import annotations

import os
import time
from random import Random
from xml.etree import ElementTree
from xml.parsers import expat

import pytest

from tests import xmls
from tests.feeds import sentence
from tests.reading_laws import check_fixes, check_map
from tqcheck.document import Document
from tqcheck.errors import SourceError
from tqcheck.formats import read as read_format
from tqcheck.formats.reading import Reading
from tqcheck.source import Source

DOCUMENTS = int(os.environ.get("TQCHECK_DOCUMENTS", "300"))


def read(text: str | Source) -> Document:
    source = text if isinstance(text, Source) else Source("made", text)
    document = read_format(source, Reading("xml"))
    check_map(document)
    return document


MALFORMED = {
    "empty": ("", "the file ends too early (row 1, column 1)"),
    "plain text": ("\n\nA text.", "text or a bad tag stands before the first element (row 3, column 1)"),
    "truncated text": ("<rss>\n<item><title>A b", "the file ends too early (row 2, column 17; <title> of row 2 is still open)"),
    "truncated tag": ("<rss>\n<item><tit", "the file ends within a tag or a comment that begins here (row 2, column 7; <item> of row 2 is still open)"),
    "truncated comment": ("<rss>\n\n<!-- x", "the file ends within a tag or a comment that begins here (row 3, column 1; <rss> of row 1 is still open)"),
    "truncated section": ("<rss>\n<p><![CDATA[x", "the file ends within a CDATA section (row 2, column 14)"),
    "mismatched tag": ("<rss>\n<item></rss>", "an end tag closes what is not open (row 2, column 9; <item> of row 2 is still open)"),
    "two roots": ("<a/>\n<b/>", "something stands behind the last end tag (row 2, column 1)"),
    "bare ampersand": ("<a>\nR & D</a>", "invalid token (row 2, column 4)"),
    "control character": ("<a>\n\u00e9\x01</a>", "invalid token (row 2, column 2)"),
    "unknown entity": ("<a>\nx&nbsp;y</a>", "undefined entity &nbsp; (row 2, column 2)"),
    "half a character": ("<a>&#xD800;</a>", "a reference to a character that XML forbids (row 1, column 4)"),
    "attribute twice": ("<a\nb='1' b='2'/>", "duplicate attribute (row 2, column 7)"),
    "late declaration": ("\n<?xml version='1.0'?><a/>", "<?xml \u2026?> does not stand at the very start (row 2, column 1)"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "what"), MALFORMED.values(), ids=MALFORMED)
def test_what_is_malformed_is_told_with_its_place(text: str, what: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(text)
    assert caught.value.what == f"is not well-formed XML: {what}"
    assert caught.value.todo


LAUGHS = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">\n' for n in range(1, 10))
UNTRUSTED = {
    "another encoding": ("<?xml version='1.0' encoding='ISO-8859-1'?><a/>", "declares encoding ISO-8859-1, but is read as UTF-8"),
    "wide encoding": ("<?xml version='1.0' encoding='UTF-16'?><a/>", "declares encoding UTF-16, but is read as UTF-8"),
    "a billion laughs": (f'<!DOCTYPE r [\n<!ENTITY b0 "x">\n{LAUGHS}]>\n<r>&b9;</r>', "defines an entity in its DTD (\u201cb0\u201d, row 2), which is not read"),
    "external entity": ('<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>\n<r>&x;</r>', "defines an entity in its DTD (\u201cx\u201d, row 1), which is not read"),
    "parameter entity": ('<!DOCTYPE r [\n<!ENTITY % x SYSTEM "a.dtd"> %x;]><r/>', "defines an entity in its DTD (\u201cx\u201d, row 2), which is not read"),
    "deep": ("<a>\n" * 1001 + "</a>" * 1001, "nests elements more than 1,000 deep (row 1001)"),
    "deep without end": ("<a>" * 2_000_000, "nests elements more than 1,000 deep (row 1)"),
    "attributes without end": (f"<!DOCTYPE r [<!ATTLIST r {' '.join(f'a{n} ID #IMPLIED' for n in range(300_000))}>]><r/>", "lists too many or too long attributes of one element in its DTD (<r>, row 1)"),
    "hyphens in a comment": ("<r>\n<!-- a -- b --></r>", "is not well-formed XML: two hyphens within a comment (row 2, column 10)"),
    "a default without end": (f"<!DOCTYPE r [<!ATTLIST a b CDATA '{'x' * 3_000}'>]><r>{'<a/>' * 100_000}</r>", "lists too many or too long attributes of one element in its DTD (<a>, row 1)"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "what"), UNTRUSTED.values(), ids=UNTRUSTED)
def test_what_nobody_should_read_is_refused_at_once(text: str, what: str) -> None:
    start = time.process_time()
    with pytest.raises(SourceError) as caught:
        read(text)
    assert caught.value.what == what
    assert caught.value.todo
    assert time.process_time() - start < 2


def test_a_dtd_without_entities_is_no_harm() -> None:
    text = '<!DOCTYPE r [<!ELEMENT r ANY> <!ATTLIST q xml:lang CDATA "de"> %x;]><r><p>A.</p><q><p>No.</p></q></r>'
    assert read(text).view == "A."
    assert read("<a>" * 999 + "<p>A.</p>" + "</a>" * 999).view == "A."


LONG = {
    "text": ("<r><p>", "word and ", "</p></r>"),
    "references": ("<r><p>a", "&amp; ", "</p></r>"),
    "inline markup": ("<r><p>", "<b>x</b> ", "</p></r>"),
    "sections": ("<r><p>a", "<![CDATA[x ]]>", "</p></r>"),
    "sections in a field": (
        "<rss><item><description>",
        "<![CDATA[x ]]>",
        "</description></item></rss>",
    ),
    "items": ("<rss>", "<item><title>A</title></item>", "</rss>"),
    "comments": ("<r><p>a", "<!---->", "</p></r>"),
    "an attribute": ("<r><p a='", ">", "'>a</p></r>"),
    "footnotes": ("<r><p>a", "<fn>b</fn>", "</p></r>"),
    "codes": ("<xliff><file><target>a", "<x id='1'/><g>b</g>", "</target></file></xliff>"),
}


@pytest.mark.parametrize(("start", "bit", "end"), LONG.values(), ids=LONG)
def test_a_row_of_5_mb_takes_no_longer_than_its_share(start: str, bit: str, end: str) -> None:
    began = time.process_time()
    assert read_format(Source("a", f"{start}{bit * (5_000_000 // len(bit))}{end}"), Reading("xml"))
    assert time.process_time() - began < 30


@pytest.mark.parametrize("kind", xmls.ROOTS)
def test_random_documents_keep_the_laws(kind: str) -> None:
    made = filled = 0
    for seed in range(DOCUMENTS // len(xmls.ROOTS) + 1):
        random = Random(f"{kind} {seed}")
        document = read(xmls.document(kind, random))
        filled += bool(document.regions)
        made += check_fixes(document, read, random)
    assert filled > seed / 2
    assert made > seed


def test_the_prose_is_what_the_standard_library_reads() -> None:
    names = ("title", "description", "link", "summary", "content", "guid")
    for seed in range(DOCUMENTS):
        random = Random(seed)
        chosen = random.sample(names, 4)
        fields = [
            xmls.element(one, xmls.string(sentence(random), random), random, "") for one in chosen
        ]
        text = f"<rss><item>{random.choice(('', ' ')).join(fields)}</item></rss>"
        expected = [
            "".join(one.itertext()).strip()
            for one in ElementTree.fromstring(text).iter()
            if one.tag in ("title", "description", "summary", "content")
        ]
        document = read(text)
        assert [document.view[slice(*one.span)] for one in document.regions] == [
            *filter(None, expected)
        ], text


def test_random_damage_is_an_error_where_expat_says_so() -> None:
    broken = 0
    for seed in range(DOCUMENTS):
        random = Random(seed)
        text = xmls.document(random.choice([*xmls.ROOTS]), random)
        at = random.randrange(len(text))
        text = text[:at] + random.choice("<>&;]\"'/ a\x01") + text[at + random.randrange(3) :]
        if random.random() < 0.2:
            text = text[:at]
        try:
            expat.ParserCreate().Parse(text.removeprefix("\ufeff").encode(), True)
        except LookupError:  # the damage made an encoding that nobody knows
            with pytest.raises(SourceError, match="declares encoding"):
                read(text)
        except expat.ExpatError:
            broken += 1
            with pytest.raises(SourceError, match=r"is not well-formed XML: .*row"):
                read(text)
        else:
            read(text)
    assert broken > DOCUMENTS / 4
