"""DOCX: what is prose, where fixes are written, and what a fix leaves alone."""

from __future__ import annotations

import io
import os
import re
import time
import tracemalloc
import warnings
import zipfile
from random import Random

import docx as python_docx
import pytest

from tests.box import Box
from tests.reading_laws import check_fixes, check_map
from tests.word import docx, packed, paragraph, part, run
from tqcheck.document import OBJECT, Document
from tqcheck.errors import FixError, SourceError
from tqcheck.finding import Edit
from tqcheck.formats import docx as format_docx
from tqcheck.formats._docx_source import DocxSource
from tqcheck.formats.reading import Reading
from tqcheck.source import Source, Span

DOCUMENTS = int(os.environ.get("TQCHECK_DOCUMENTS", "300"))


def read(data: bytes | Source) -> Document:
    source = format_docx.decode("a.docx", data) if isinstance(data, bytes) else data
    return format_docx.read(source, Reading())


def regions(document: Document) -> list[tuple[str, str]]:
    return [(one.kind, document.view[one.span.start : one.span.end]) for one in document.regions]


def field(code: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> {code} </w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


LINK = '<w:hyperlink r:id="r9" xmlns:r="r">{}</w:hyperlink>'
BOX = (
    "<w:r><mc:AlternateContent xmlns:mc='mc'><mc:Choice><w:drawing><wps:txbx xmlns:wps='wps'>"
    "<w:txbxContent>{0}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)

PROSE = {
    "a word in several runs": (paragraph("They went to ", run("Rus", "<w:b/>"), "sia."), [("paragraph", "They went to Russia.")]),
    "styles under other names": (
        paragraph("One", style="Tytu") + paragraph("Two", style="Nagwek2") + paragraph("Three", style="Own") + paragraph("Four", style="Round"),
        [("title", "One"), ("subhead", "Two"), ("blockquote", "Three"), ("paragraph", "Four")],
    ),
    "lists": ("<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>" + run("One") + "</w:p>", [("list", "One")]),
    "tables": (f"<w:tbl><w:tblPr/><w:tr><w:tc>{paragraph('One')}</w:tc><w:tc>{paragraph('Two')}</w:tc></w:tr></w:tbl>{paragraph('Three')}",
               [("cell", "One"), ("cell", "Two"), ("paragraph", "Three")]),
    "links": (paragraph("Go to ", LINK.format(run("Russia")), "to fight."), [("paragraph", "Go to Russiato fight.")]),
    "references to characters": (paragraph("AT&amp;T &#60;b&#x3e; &quot;x&quot;"), [("paragraph", 'AT&T <b> "x"')]),
    "outer blanks count only where the tag says so": (
        paragraph(run(" One ", preserve=False), run("two ", preserve=False), run(" three")), [("paragraph", "Onetwo three")],
    ),
    "row ends are blanks": (paragraph("One\ntwo\r\nthree"), [("paragraph", "One two three")]),
    "tabs, breaks and hyphens": (
        paragraph("One", "<w:r><w:tab/></w:r>", "two", "<w:r><w:br/></w:r>", "three", "<w:r><w:noBreakHyphen/></w:r>", "four"),
        [("paragraph", "One\ttwo\nthree\N{NON-BREAKING HYPHEN}four")],
    ),
    "stops for tabs are no tabs": ("<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>" + run("One") + "</w:p>", [("paragraph", "One")]),
    "deleted and moved text": (
        paragraph("One ", "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>", f"<w:ins>{run('two')}</w:ins>", f"<w:moveFrom>{run('gone')}</w:moveFrom>"),
        [("paragraph", "One two")],
    ),
    "hidden text": (paragraph("One ", run("gone ", "<w:vanish/>"), run("two", "<w:vanish w:val='0'/>")), [("paragraph", "One two")]),
    "fields of prose and others": (
        paragraph("See ", field('HYPERLINK "u"', "Russia"), " on page ", field("PAGEREF x", "7"), "."),
        [("paragraph", f"See Russia on page {OBJECT}.")],
    ),
    "a field within the code of another": (
        paragraph("One ", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', field("PAGE", "7"), '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
                  run("gone"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>', " two"),
        [("paragraph", f"One {OBJECT} two")],
    ),
    "simple fields": (
        paragraph("On ", f"<w:fldSimple w:instr=' PAGE '>{run('7')}</w:fldSimple>", " of ", f"<w:fldSimple w:instr=' HYPERLINK x '>{run('all')}</w:fldSimple>"),
        [("paragraph", f"On {OBJECT} of all")],
    ),
    "a field without an end hides nothing": (
        paragraph("One ", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "two") + paragraph("Three"),
        [("paragraph", "One two"), ("paragraph", "Three")],
    ),
    "an entry of an index": (
        paragraph("One", '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>XE "a"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>', " two"),
        [("paragraph", "One two")],
    ),
    "pictures, notes and formulas": (
        paragraph("One ", "<w:r><w:drawing><a:t xmlns:a='a'>gone</a:t></w:drawing></w:r>", " two", "<w:r><w:footnoteReference w:id='1'/></w:r>", " ",
                  "<m:oMath xmlns:m='m'><m:r><m:t>x</m:t></m:r></m:oMath>", "."),
        [("paragraph", f"One {OBJECT} two{OBJECT} {OBJECT}.")],
    ),
    "text boxes, once": (
        paragraph("One ", BOX.format(paragraph("In the box.")), "two") + paragraph("Three"),
        [("paragraph", f"One {OBJECT}two"), ("paragraph", "In the box."), ("paragraph", "Three")],
    ),
    "what is to be filled in": (
        paragraph("One", f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Click here')}</w:sdtContent></w:sdt>",
                  f"<w:sdt><w:sdtPr/><w:sdtContent>{run(' two')}</w:sdtContent></w:sdt>"),
        [("paragraph", "One two")],
    ),
    "ruby": (paragraph("<w:r><w:ruby><w:rt><w:r><w:t>gone</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>One</w:t></w:r></w:rubyBase></w:ruby></w:r>"), [("paragraph", "One")]),
}  # fmt: skip


@pytest.mark.parametrize("name", PROSE)
def test_what_is_prose(name: str) -> None:
    body, expected = PROSE[name]
    document = read(docx(body))
    _check_map(document)
    assert regions(document) == expected


def test_notes_headers_and_footers_follow() -> None:
    beside = {
        "footnotes": f"<w:footnote>{paragraph('A note.')}</w:footnote>",
        "header": paragraph("A head."),
        "footer": paragraph("A foot."),
    }
    document = read(docx(paragraph("One."), beside))
    assert regions(document) == [
        ("paragraph", "One."), ("other", "A note."), ("other", "A head."), ("other", "A foot."),
    ]  # fmt: skip
    assert document.source.text == "One.\nA note.\nA head.\nA foot.\n"


def test_other_prefixes_and_a_mark_of_byte_order() -> None:
    xml = "\ufeff<n:document xmlns:n='x'><n:body><n:p><n:r><n:t>One </n:t><n:tab/></n:r></n:p></n:body></n:document>"
    document = read(docx("", **{"word/document.xml": xml}))
    assert regions(document) == [("paragraph", "One")]
    at = document.view.index("One") + 3
    assert document.edit(Span(at, at), " two") is not None


def _xml(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as zip_:
        return zip_.read("word/document.xml").decode()


def edited(body: str, before: str, new: str) -> str:
    """The body after ``new`` is inserted behind ``before``."""
    document = read(docx(body))
    at = document.view.index(before) + len(before)
    edit = document.edit(Span(at, at), new)
    assert isinstance(edit, Edit)
    xml = _xml(document.source.edited((edit,)).encode())
    return xml.partition("<w:body>")[2].partition("</w:body>")[0]


PLACES = {
    "outside of a link": (LINK.format(run("Russia")) + run("to go"), "Russia", " ", LINK.format(run("Russia")) + run(" to go")),
    "before a link": (run("to") + LINK.format(run("Russia")), "to", " ", run("to ") + LINK.format(run("Russia"))),
    "in the plainer run": (run("Rutte", "<w:b/>") + run("and"), "Rutte", " ", run("Rutte", "<w:b/>") + run(" and")),
    "else in the first": (run("Rutte") + run("and"), "Rutte", " ", run("Rutte ") + run("and")),
    "escaped": (run("One"), "One", " & <", run("One &amp; &lt;")),
    "with blanks that count": (run("One", preserve=False) + run("two"), "One", " ", run("One ") + run("two")),
    "without those that did not": (run(" One\n ", preserve=False), "One", " x", run("One x")),
    "with the default spelled out": ('<w:r><w:t xml:space="default" >One</w:t></w:r>', "One", " x", '<w:r><w:t xml:space="preserve" >One x</w:t></w:r>'),
    "beside elements alone": ("<w:r><w:tab/><w:noBreakHyphen/><w:br/></w:r>" + run("One"), "", "x", None),
}  # fmt: skip


@pytest.mark.parametrize("name", PLACES)
def test_where_text_is_inserted(name: str) -> None:
    body, before, new, after = PLACES[name]
    if after is not None:
        assert edited(f"<w:p>{body}</w:p>", before, new) == f"<w:p>{after}</w:p>"


def test_text_replaces_an_element() -> None:
    document = read(docx(paragraph("One", "<w:r><w:tab/></w:r>", "two", "<w:r><w:br/><w:br/></w:r>", "x")))
    tab, break_ = document.view.index("\t"), document.view.index("\n")
    edits = [document.edit(Span(tab, tab + 1), " "), document.edit(Span(break_ + 1, break_ + 1), "y")]
    assert all(isinstance(one, Edit) for one in edits)
    after = document.source.edited([one for one in edits if isinstance(one, Edit)])
    assert regions(read(after)) == [("paragraph", "One two\ny\nx")]
    for break_mark in ("\n", "\t", "\x00"):
        assert not isinstance(document.edit(Span(1, 1), break_mark), Edit)


def test_text_may_run_over_runs() -> None:
    document = read(docx(paragraph("sent 3,", run("000 to ", "<w:i/>"), LINK.format(run("Russia")), ". soldiers")))
    start = document.view.index("3,000")
    edit = document.edit(Span(start, len(document.view)), "3,000 soldiers to Russia")
    assert isinstance(edit, Edit)
    after = document.source.edited((edit,))
    assert after.text == "sent 3,000 soldiers to Russia\n"


def test_the_other_parts_keep_each_byte() -> None:
    data = docx(paragraph("One."), {"header": paragraph("Two.")})
    document = read(data)
    assert document.source.encode() == data
    after = document.source.edited((Edit(Span(0, 3), "Three"),)).encode()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        assert old.namelist() == new.namelist()
        differing = [name for name in old.namelist() if old.read(name) != new.read(name)]
        assert [one.date_time for one in old.infolist()] == [one.date_time for one in new.infolist()]
    assert differing == ["word/document.xml"]


def test_a_signed_document_is_not_changed() -> None:
    data = docx(paragraph("One."), **{"_xmlsignatures/sig1.xml": "<x/>"})
    document = read(data)
    refusal = document.edit(Span(0, 3), "Two")
    assert "signed" in str(refusal)
    assert document.source.edited((Edit(Span(0, 3), "Two"),)).encode() == data


def test_a_comment_of_words_hides_findings_of_its_paragraph(box: Box) -> None:
    said = "<w:comment w:id='4'><w:p><w:r><w:t>tqcheck-disable-next-line </w:t></w:r><w:r><w:t>ZZ101 -- a name</w:t></w:r></w:p></w:comment>"
    idle = said.replace("w:id='4'", "w:id='5'")
    marked = "<w:commentRangeStart w:id='{}'/>"
    body = (
        paragraph(marked.format(4), "He went Russiato fight.", "<w:r><w:commentReference w:id='4'/></w:r>")
        + paragraph("He went Russiato fight.")
        + paragraph(marked.format(5), "He stayed.")
    )
    (box.folder / "a.docx").write_bytes(docx(body, {"comments": said + idle}))
    ended = box("a.docx", "--output-format", "concise", "--extend-select", "TQ001")
    assert [line.split()[0] for line in ended.out.splitlines() if "a.docx" in line] == ["a.docx:2:9:", "a.docx:3:1:"]
    assert "tqcheck-disable-next-line ZZ101 -- a name" in ended.out


def test_a_fix_on_disk_and_what_python_docx_reads(box: Box) -> None:
    path = box.folder / "a.docx"
    document = python_docx.Document()
    written = document.add_paragraph("He went ")
    written.add_run("Russia").bold = True
    written.add_run("to fight.")
    document.add_table(1, 1).cell(0, 0).text = "They flew Russiato fight & win."
    document.save(str(path))
    assert box("a.docx", "--fix").code == 0
    after = python_docx.Document(str(path))
    assert [[one.text for one in it.runs] for it in after.paragraphs] == [["He went ", "Russia", " to fight."]]
    assert after.paragraphs[0].runs[1].bold
    assert after.tables[0].cell(0, 0).text == "They flew Russia to fight & win."
    assert box("a.docx").code == 0


def _commented(box: Box, data: bytes) -> bytes:
    (box.folder / "a.docx").write_bytes(data)
    ended = box("a.docx", "--docx-comments", "out")
    assert ended.code == 1 and "Wrote 1 file" in ended.err, ended.err
    assert (box.folder / "a.docx").read_bytes() == data
    return (box.folder / "out" / "a.docx").read_bytes()


def _margin(data: bytes) -> list[tuple[str, str]]:
    """The comments as python-docx reads them: the text they hang on, and what they say."""
    document = python_docx.Document(io.BytesIO(data))
    xml, rows = _xml(data), []
    for comment in document.comments:
        id_ = comment.comment_id
        begin = re.search(rf'<w:commentRangeStart[^>]*w:id=.{id_}.', xml)
        end = re.search(rf'<w:commentRangeEnd[^>]*w:id=.{id_}.', xml)
        assert begin and end and re.search(rf'<w:commentReference[^>]*w:id=.{id_}.', xml)
        inside = xml[begin.end() : end.start()]
        rows.append(("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)<", inside)), comment.text))
    return rows


SAID = "ZZ101 fused-to: “Russiato” is wrong – write “Russia to”"


def test_findings_stand_in_the_margin(box: Box) -> None:
    link = LINK.format(run("Russia", "<w:b/>"))
    body = paragraph("He went ", link, "to fight.") + paragraph(run(" One Russiato fight ", preserve=False))
    data = docx(body, {"header": paragraph("He went Russiato fight.")})
    after = _commented(box, data)
    assert _margin(after) == [("Russiato", SAID), ("Russiato", SAID)]
    assert [row for row in read(after).source.text.split("\n") if row] == [
        row for row in read(data).source.text.split("\n") if row
    ]
    first = python_docx.Document(io.BytesIO(after)).paragraphs[0]
    assert first.hyperlinks[0].runs[0].bold


def test_comments_that_are_there_stay(box: Box) -> None:
    document = python_docx.Document()
    written = document.add_paragraph("He went Russiato fight.")
    document.add_comment(written.runs, text="Who?", author="An editor")
    out = io.BytesIO()
    document.save(out)
    again = _commented(box, out.getvalue())
    assert [said for _, said in _margin(again)] == ["Who?", SAID]


def test_copies_never_go_over_the_files(box: Box) -> None:
    data = docx(paragraph("He went Russiato fight."))
    (box.folder / "a.docx").write_bytes(data)
    ended = box("a.docx", "--docx-comments", ".")
    assert ended.code == 2 and "would write over a.docx" in ended.err
    assert (box.folder / "a.docx").read_bytes() == data
    assert box("a.docx", "--docx-comments", "out", "--fix").code == 2


@pytest.mark.parametrize("seed", range(4))
def test_random_comments_change_no_text(seed: int) -> None:
    random = Random(seed)
    for _ in range(DOCUMENTS // 20):
        document = read(made(random))
        source = document.source
        assert isinstance(source, DocxSource)
        spans = [Span(*sorted(random.choices(range(len(source.text) + 1), k=2))) for _ in range(3)]
        data, _ = format_docx.commented(source, [format_docx.Note(one, "a & b") for one in spans])
        again = read(data)
        assert again.view == document.view
        assert {said for _, said in _margin(data)} <= {"a & b"}


def test_the_diff_shows_paragraphs(box: Box) -> None:
    (box.folder / "a.docx").write_bytes(docx(paragraph("He went ", LINK.format(run("Russia")), "to fight.")))
    out = box("a.docx", "--diff").out
    assert "-He went Russiato fight.\n+He went Russia to fight.\n" in out


_NOT_XML = packed({"word/document.xml": "<w:document><w:body>"})
def _again(data: bytes, name: str) -> bytes:
    """A package with another part of the same name."""
    out = io.BytesIO(data)
    with warnings.catch_warnings(), zipfile.ZipFile(out, "a") as zip_:
        warnings.simplefilter("ignore")
        zip_.writestr(name, "One.")
    return out.getvalue()


def _lying(data: bytes, size: int) -> bytes:
    """A package whose directory gives a wrong size for all that it holds."""
    raw, at = bytearray(data), 0
    while (at := raw.find(b"PK\x01\x02", at)) >= 0:
        raw[at + 24 : at + 28] = size.to_bytes(4, "little")
        at += 4
    return bytes(raw)


_BOMB = _lying(packed({"word/document.xml": b" " * (80 * 1024 * 1024)}), 1000)
MALFORMED = {
    "no zip": (b"He went home.", "no DOCX"),
    "a cut zip": (docx(paragraph("One."))[:-40], "no DOCX"),
    "an old .doc": (b"\xd0\xcf\x11\xe0" + bytes(600), "password"),
    "another kind of package": (packed({"xl/workbook.xml": "<x/>"}), "no Word document"),
    "broken XML": (_NOT_XML, "word/document.xml"),
    "no UTF-8": (packed({"word/document.xml": "<a>ę</a>".encode("latin2")}), "word/document.xml"),
    "a DTD with entities": (packed({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "entity"),
    "a bomb": (packed({"word/document.xml": b" " * (80 * 1024 * 1024)}), "64 MB"),
    "a bomb that lies about its size": (_BOMB, "no DOCX"),
    "a part twice": (_again(docx(paragraph("One.")), "word/document.xml"), "document.xml 2 times"),
    "a picture twice": (_again(docx(paragraph("One.")), "word/media/picture.png"), "picture.png 2 times"),
    "nesting": (packed({"word/document.xml": "<a>" * 5_000 + "</a>" * 5_000}), "deep"),
}  # fmt: skip


@pytest.mark.parametrize("name", MALFORMED)
def test_malformed(name: str, box: Box) -> None:
    data, said = MALFORMED[name]
    with pytest.raises(SourceError) as raised:
        read(data)
    assert said in str(raised.value) and "\n" not in str(raised.value)
    (box.folder / "a.docx").write_bytes(data)
    box.write("z.txt", "He went Russiato fight.\n")
    ended = box(".", "--output-format", "concise")
    assert ended.code == 2
    assert "z.txt:1:9" in ended.out and "a.docx" in ended.err


def test_no_more_is_unpacked_than_is_said() -> None:
    tracemalloc.start()
    with pytest.raises(SourceError):
        read(_BOMB)
    assert tracemalloc.get_traced_memory()[1] < 8_000_000
    tracemalloc.stop()


def test_a_broken_picture_is_told_and_the_file_kept() -> None:
    data = docx(paragraph("One."))
    at = data.index(b"word/media/picture.png") + len("word/media/picture.png") + 5
    broken = data[:at] + bytes(9) + data[at + 9 :]
    document = read(broken)
    with pytest.raises(FixError, match="stays as it was"):
        document.source.edited((Edit(Span(0, 3), "Two"),)).encode()


def test_a_damaged_member_is_an_error() -> None:
    data = docx(paragraph("One."))
    random = Random(4)
    told = 0
    for _ in range(400):
        at = random.randrange(len(data))
        damaged = data[:at] + bytes((random.randrange(256),)) + data[at + 1 :]
        try:
            read(damaged)
        except SourceError:
            told += 1
    assert told > 20


_WORDS = ("Russia", "it", "caf\u00e9", "said", "to", "5%,", "minister", "\U0001f600", "AT&amp;T", "&#8220;x&#8221;", " ", "  ", "\n", "a&lt;b")
_INLINE = ("<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>", "<w:r><w:drawing/></w:r>", "<w:bookmarkStart w:id='1'/>", "<w:r><w:t/></w:r>",
           "<w:proofErr w:type='spellStart'/>", "<w:r><w:footnoteReference w:id='1'/></w:r>", "<!-- note -->", "<w:r><w:softHyphen/></w:r>")  # fmt: skip


def _bit(random: Random, depth: int) -> str:
    kind = random.randrange(12)
    if kind == 0 and depth:
        return LINK.format(_bit(random, 0))
    if kind == 1:
        return random.choice(_INLINE)
    if kind == 2 and depth:
        return field(random.choice(("PAGE", 'HYPERLINK "u"')), "7 pages")
    if kind == 3 and depth:
        return BOX.format(_paragraph(random, 0))
    if kind == 4:
        return "<w:r><w:t>One<!-- a note --> two<![CDATA[x]]></w:t><w:tab/><w:t> three</w:t></w:r>"
    text = "".join(random.choice(_WORDS) + random.choice((" ", "")) for _ in range(random.randint(1, 4)))
    return run(text, random.choice(("", "", "<w:b/>")), preserve=random.random() < 0.7)


def _paragraph(random: Random, depth: int = 1) -> str:
    style = random.choice(("", "", "Tytu", "Own"))
    return paragraph(*(_bit(random, depth) for _ in range(random.randint(0, 5))), style=style)


def made(random: Random) -> bytes:
    body = "".join(_paragraph(random) for _ in range(random.randint(1, 4)))
    if random.random() < 0.3:
        body += f"<w:tbl><w:tr><w:tc>{_paragraph(random)}</w:tc></w:tr></w:tbl>"
    beside = {"footnotes": f"<w:footnote>{_paragraph(random)}</w:footnote>"} if random.random() < 0.3 else {}
    return docx(body, beside)


def _check_map(document: Document) -> None:
    check_map(document)
    assert document.source.text.count("\n") >= len(document.regions)


_SPACE = re.compile(r'\s*xml:space="preserve"')
_TEXT = re.compile(r"(<w:t(?:\s[^>]*)?>)[^<]*((?:(?:<!--.*?-->|<!\[CDATA\[.*?\]\]>)[^<]*)*)(</w:t>)")


def bones(data: bytes) -> str:
    """The main part without its text: what a fix must leave alone."""
    xml = _TEXT.sub(lambda m: m[1] + "".join(re.findall(r"<!.*?>", m[2])) + m[3], _xml(data))
    return _SPACE.sub("", xml)


def _takes_an_element(document: Document, edit: Edit) -> bool:
    """Tabs, line breaks and some hyphens are elements in the file, but characters to a writer."""
    return any(one in document.source.cut(edit.span) for one in "\t\v\u2011\xad")


@pytest.mark.parametrize("seed", range(10))
def test_random_documents(seed: int) -> None:
    random = Random(seed)
    changed = 0

    def again(source: Source) -> Document:
        assert isinstance(source, DocxSource)
        data = source.encode()
        assert bones(data) == before
        document = read(data)
        assert document.source.text == source.text
        return document

    for _ in range(DOCUMENTS // 10):
        data = made(random)
        before = bones(data)
        document = read(data)
        _check_map(document)
        changed += check_fixes(document, again, random, excused=_takes_an_element)
    assert changed > DOCUMENTS // 20


HOSTILE = {
    "runs": paragraph(*("One " for _ in range(60_000))),
    "paragraphs": paragraph("One.") * 60_000,
    "references": paragraph("&amp;" * 300_000),
    "one long text": paragraph("Word " * 1_000_000),
    "open fields": paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 30_000 + run("One")),
    "nested tables": "<w:tbl><w:tr><w:tc>" * 300 + paragraph("One") + "</w:tc></w:tr></w:tbl>" * 300,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_documents_take_bounded_time(name: str) -> None:
    begun = time.process_time()
    document = read(docx(HOSTILE[name]))
    word = document.view.rindex("One") if "One" in document.view else 0
    edit = document.edit(Span(word, word + 1), "x")
    if isinstance(edit, Edit):
        assert document.source.edited((edit,)).encode()
    assert part("")
    assert time.process_time() - begun < 30
