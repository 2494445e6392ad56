from __future__ import annotations

import pytest

from tests.reading_laws import check_map
from tqcheck.document import OBJECT, Document, Refusal
from tqcheck.formats import format_of
from tqcheck.formats import read as read_format
from tqcheck.formats.reading import FIELDS, Reading
from tqcheck.source import Source, Span

P = "paragraph"


def read(text: str | Source, lang: str = "en", fields: tuple[str, ...] = FIELDS) -> Document:
    source = text if isinstance(text, Source) else Source("made", text)
    document = read_format(source, Reading("xml", lang, fields))
    check_map(document)
    return document


def regions(document: Document) -> list[tuple[str, str]]:
    return [(one.kind, document.view[slice(*one.span)]) for one in document.regions]


def item(inside: str) -> str:
    return f"<rss version='2.0'><channel><item>{inside}</item></channel></rss>"


def xliff(target: str, file: str = "target-language='en'") -> str:
    return f"<xliff version='1.2'><file {file}><body><trans-unit><source>No.</source>{target}</trans-unit></body></file></xliff>"


def g2(inside: str) -> str:
    return f"<newsItem><itemMeta><title>No</title></itemMeta>{inside}</newsItem>"


PROSE = {
    "RSS": ("<rss><channel><title>F</title><link>no</link><description>S is.</description><item><title>A</title><guid>no</guid><description>B is.</description><content:encoded><![CDATA[<h2>C</h2><p>D is.</p>]]></content:encoded><category>no</category></item></channel></rss>", [("title", "F"), ("standfirst", "S is."), ("title", "A"), ("standfirst", "B is."), ("subhead", "C"), (P, "D is.")]),
    "escaped HTML is the body of an item without one": (item("<description>&lt;p>A &amp;amp; b.&lt;/p></description>"), [(P, "A & b.")]),
    "RDF and modules": ("<rdf:RDF><item><dc:title>A</dc:title><media:description>B is.</media:description></item></rdf:RDF>", [("title", "A"), ("standfirst", "B is.")]),
    "Atom": ("<feed><title type='text'>F</title><entry><title type='html'>A &amp;amp; b</title><summary>S.</summary><content type='xhtml'><div><p>One <b>two</b>.</p><pre>no</pre></div></content><author><name>no</name></author></entry></feed>", [("title", "F"), ("title", "A & b"), ("standfirst", "S."), (P, "One two.")]),
    "data in Atom": ("<feed><entry><content type='image/png'>AAAA</content></entry></feed>", []),
    "what an export holds besides articles": ("<rss><channel><item><title>No</title><wp:post_type><![CDATA[nav_menu_item]]></wp:post_type></item><item><title>A</title><wp:post_type>post</wp:post_type></item></channel></rss>", [("title", "A")]),
    "WXR": ("<rss><channel><item><title>A</title><content:encoded><![CDATA[<!-- wp:paragraph --><p>B is.</p><!-- /wp:paragraph -->]]></content:encoded><excerpt:encoded><![CDATA[C.]]></excerpt:encoded><wp:post_name>no</wp:post_name><wp:postmeta><wp:meta_value>no</wp:meta_value></wp:postmeta><wp:comment><wp:comment_content>no</wp:comment_content></wp:comment></item></channel></rss>", [("title", "A"), (P, "B is."), ("standfirst", "C.")]),
    "NITF": ("<nitf><head><title>A</title><docdata><doc-id>no</doc-id></docdata></head><body><body.head><hedline><hl1>B</hl1><hl2>C</hl2></hedline><byline>By D</byline><abstract><p>E is.</p></abstract></body.head><body.content><p>F <org>G</org> is.</p><media><media-reference source='no'/><media-caption><p>H.</p></media-caption></media><block><p>I is.</p></block></body.content></body></nitf>", [("title", "A"), ("subhead", "B"), ("subhead", "C"), ("credit", "By D"), ("standfirst", "E is."), (P, "F G is."), ("caption", "H."), (P, "I is.")]),
    "NewsML-G2 with NITF": (g2("<contentMeta><headline>A</headline><subject><name>no</name></subject><description>S.</description></contentMeta><contentSet><inlineXML><nitf><body><p>B is.</p></body></nitf></inlineXML></contentSet>"), [("title", "A"), ("standfirst", "S."), (P, "B is.")]),
    "NewsML-G2 with XHTML": (g2("<contentSet><inlineXML><html xmlns='x'><head><title>A</title></head><body><h2>B</h2><p>C is.</p></body></html></inlineXML></contentSet>"), [("title", "A"), ("subhead", "B"), (P, "C is.")]),
    "NewsML-G2 with data": (g2("<contentSet><inlineData contenttype='text/html'>&lt;p>A is.&lt;/p></inlineData><inlineData contenttype='image/png'>AAAA</inlineData></contentSet>"), [(P, "A is.")]),
    "TTML": ("<tt xml:lang='en'><head><metadata><ttm:title>no</ttm:title></metadata></head><body><div><p begin='1s'>One <span>two</span><br/>\n  three.</p><p xml:lang='de'>Nein.</p></div></body></tt>", [(P, "One two\nthree.")]),
    "XHTML": ("<?xml version='1.0'?><html><body><p>A &amp; b.</p></body></html>", [(P, "A & b.")]),
    "DocBook": ("<book><info><title>A</title></info><chapter><title>B</title><para>C <literal>x</literal> is.<footnote><para>D.</para></footnote></para><programlisting>no</programlisting></chapter></book>", [("title", "A"), ("subhead", "B"), (P, f"C {OBJECT} is."), ("other", "D.")]),
    "a root nobody knows": ("<news><Headline>A</Headline><Body>B is.</Body><id>no</id><x>no</x><caption>C</caption></news>", [("title", "A"), (P, "B is."), ("caption", "C")]),
    "no prose": ("<root><a>no</a>no</root>", []),
    "running text": ("<r><p>\n One\r\n  <b>two </b><!-- x --><![CDATA[ a  &amp; ]]>\tb&#233;&amp;.<?x y?>\n</p></r>", [(P, "One two a &amp; b\u00e9&.")]),
    "entities that the DTD would define": ("<!DOCTYPE r SYSTEM 'a.dtd'><r><p>A&nbsp;b &company; c.</p></r>", [(P, f"A\u00a0b {OBJECT} c.")]),
    "a section in a field": (item("<title>\n<![CDATA[A &amp; <b>]]></title>"), [("title", "A & <b>")]),
    "languages": ("<r><p>A.</p><p xml:lang='de'>No.</p><p translate='no'>No.</p><div xml:lang='pl'><p>No.</p><p xml:lang='en-GB'>B.</p></div><p>C <i lang='fr'>non</i> d.</p></r>", [(P, "A."), (P, "B."), (P, f"C {OBJECT} d.")]),
    "the language that an element tells": ("<rss><channel><language>de-DE</language><title>No</title><item><title>No</title></item><item><title>A</title><dc:language>en</dc:language></item></channel></rss>", [("title", "A")]),
    "XLIFF 1.2": (xliff("<target state='final'>A <g id='1'>b</g><x id='2'/> c.</target><alt-trans><target>No.</target></alt-trans><note>No.</note>"), [(P, f"A b{OBJECT} c.")]),
    "XLIFF 2": ("<xliff version='2.0' srcLang='pl' trgLang='en'><file><notes><note>No.</note></notes><unit><segment><source>No.</source><target>A <pc id='1'>b</pc> <ph id='2'/> <sc id='3'/>c<ec/>.</target></segment><ignorable><source> </source><target>no</target></ignorable></unit></file></xliff>", [(P, f"A b {OBJECT} c.")]),
    "codes in pairs": (xliff("<target>A <bpt id='1'>&lt;b></bpt>b<ept id='1'>&lt;/b></ept>c <it pos='open'>x</it>d<it pos='close'/> <ph>e<sub>no</sub></ph>.</target>"), [(P, f"A bc d {OBJECT}.")]),
    "what is not translated": (xliff("<target>A <mrk mtype='protected'>b</mrk> <mrk translate='no'>c</mrk> <mrk>d</mrk>.</target></trans-unit><trans-unit translate='no'><target>No.</target></trans-unit><group translate='no'><trans-unit><target>No.</target></trans-unit><trans-unit translate='yes'><target>E.</target></trans-unit></group><trans-unit>"), [(P, f"A {OBJECT} {OBJECT} d."), (P, "E.")]),
    "targets in other languages": (xliff("<target>No.</target>", "target-language='de'"), []),
    "a target that tells its language": (xliff("<target xml:lang='en-US'>A.</target><target xml:lang='de'>No.</target>", ""), [(P, "A.")]),
    "HTML in a target": (xliff("<target>&lt;p>A&lt;/p>&lt;p>B&lt;/p></target>"), [(P, "A"), (P, "B")]),
    "TMX": ("<tmx version='1.4'><header><note>No.</note></header><body><tu><prop>no</prop><tuv xml:lang='pl'><seg>No.</seg></tuv><tuv xml:lang='en-GB'><seg>A <hi>b</hi> <ut>no</ut>.</seg></tuv><tuv lang='EN'><seg>C.</seg></tuv><tuv><seg>No.</seg></tuv></tu></body></tmx>", [(P, f"A b {OBJECT}."), (P, "C.")]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PROSE.values(), ids=PROSE)
def test_what_is_prose(text: str, expected: list[tuple[str, str]]) -> None:
    assert regions(read(text)) == expected


def test_fields_and_language_are_those_of_the_reading() -> None:
    text = "<r><story>A.</story><text>B.</text><p xml:lang='pl'>C.</p><p xml:lang='en'>D.</p></r>"
    assert regions(read(text, lang="pl", fields=("story",))) == [(P, "A."), (P, "C.")]


def test_suffixes() -> None:
    names = (
        "a.XML",
        "a.rss",
        "a.atom",
        "a.nitf",
        "a.newsml",
        "a.ttml",
        "a.xlf",
        "a.xliff",
        "a.tmx",
    )
    assert [format_of(name) for name in names] == ["xml"] * 6 + ["xliff"] * 2 + ["tmx"]


ARTICLES = {
    "RSS": ("<rss><channel><title>F</title><item><title>A</title><description>B.</description></item><item><title>C</title></item></channel></rss>", ["F", "A\n\nB.", "C"]),
    "Atom": ("<feed><entry><title>A</title></entry><entry><title>B</title></entry></feed>", ["A", "B"]),
    "news items": ("<newsMessage><itemSet><newsItem><p>A.</p><p>B.</p></newsItem><newsItem><p>C.</p></newsItem></itemSet></newsMessage>", ["A.\n\nB.", "C."]),
    "files of XLIFF": ("<xliff trgLang='en'><file><target>A.</target><target>B.</target></file><file><target>C.</target></file></xliff>", ["A.\n\nB.", "C."]),
    "footnotes stay with their article": ("<r><article><p>A<fn>B</fn>.</p></article><article><p>C.</p></article></r>", ["A.\n\nB", "C."]),
    "one article": (item("<title>A</title>"), []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ARTICLES.values(), ids=ARTICLES)
def test_articles(text: str, expected: list[str]) -> None:
    document = read(text)
    assert [document.view[slice(*span)] for span in document.parts] == expected


def test_comments_are_those_of_the_file_and_of_html_within() -> None:
    text = "<rss><!-- one --><item><description>&lt;!-- two -->A &lt;b>b&lt;/b>.</description></item></rss><!--three-->"
    document = read(text)
    assert [one.text.strip() for one in document.comments or ()] == ["one", "two", "three"]
    assert [text[slice(*one.span)] for one in document.comments or ()] == [
        "<!-- one -->", "&lt;!-- two -->", "<!--three-->",
    ]  # fmt: skip


EDITS = {
    "signs between tags": ("<r><p>One two</p></r>", "One", "a & <b>", "<r><p>a &amp; &lt;b&gt; two</p></r>"),
    "signs in a section": ("<r><p><![CDATA[One two]]></p></r>", "One", "a & <b>", "<r><p><![CDATA[a & <b> two]]></p></r>"),
    "HTML in a section": (item("<description><![CDATA[<p>One two</p>]]></description>"), "One", "a & <b", item("<description><![CDATA[<p>a & &lt;b two</p>]]></description>")),
    "escaped HTML": (item("<description>&lt;p>One two&lt;/p></description>"), "One", "a <b", item("<description>&lt;p>a &amp;lt;b two&lt;/p></description>")),
    "a reference as a whole": ("<r><p>caf&#xE9; x</p></r>", "caf\u00e9", "bar", "<r><p>bar x</p></r>"),
    "an entity of escaped HTML": (item("<description>&lt;p>a&amp;nbsp;b&lt;/p></description>"), "\u00a0", " ", item("<description>&lt;p>a b&lt;/p></description>")),
    "bytes are no code points": ("<r><p>\u017b\u00f3\u0142w \U0001f600</p><p>One</p></r>", "One", "\u2013", "<r><p>\u017b\u00f3\u0142w \U0001f600</p><p>\u2013</p></r>"),
    "a file that declares ASCII": ("<?xml version='1.0' encoding='us-ascii'?><r><p>One</p></r>", "One", "\u2013", "<?xml version='1.0' encoding='us-ascii'?><r><p>&#8211;</p></r>"),
    "a mark and line ends": ("\ufeff<r>\r\n<p>One\r\ntwo</p>\r\n</r>\r\n", "One two", "x", "\ufeff<r>\r\n<p>x</p>\r\n</r>\r\n"),
    "a segment": (xliff("<target>A <g id='1'>b</g> c</target>"), "b", "<", xliff("<target>A <g id='1'>&lt;</g> c</target>")),
}  # fmt: skip


@pytest.mark.parametrize(("text", "word", "new", "expected"), EDITS.values(), ids=EDITS)
def test_edits_are_written_as_xml_wants_them(text: str, word: str, new: str, expected: str) -> None:
    document = read(text)
    start = document.view.index(word)
    edit = document.edit(Span(start, start + len(word)), new)
    assert not isinstance(edit, Refusal), edit
    after = document.source.edited((edit,)).text
    assert after == expected
    assert read(after).view == document.view.replace(word, new, 1)


BLANKS = {
    "an inline element": ("<r><p>See <a>Russia</a>to it</p></r>", "See <a>Russia</a> to it"),
    "an opening tag": ("<r><p>See Russia<a>to it</a></p></r>", "See Russia <a>to it</a>"),
    "escaped markup": (item("<description>&lt;p>See &lt;a>Russia&lt;/a>to it&lt;/p></description>"), "Russia&lt;/a> to it"),
    "a paired code": (xliff("<target>See <g id='1'>Russia</g>to it</target>"), "Russia</g> to it"),
    "half a code that closes": (xliff("<target>See <bpt id='1'>[</bpt>Russia<ept id='1'>]</ept>to it</target>"), "Russia<ept id='1'>]</ept> to it"),
    "half a code that opens": (xliff("<target>See Russia<sc id='1'/>to it<ec/></target>"), "Russia <sc id='1'/>to it"),
    "a comment": ("<r><p>See Russia<!-- x -->to it</p></r>", "to it"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BLANKS.values(), ids=BLANKS)
def test_a_blank_goes_outside_of_markup(text: str, expected: str) -> None:
    document = read(text)
    at = document.view.index("to it")
    assert document.view == "See Russiato it"
    edit = document.edit(Span(at, at), " ")
    assert not isinstance(edit, Refusal), edit
    after = document.source.edited((edit,)).text
    assert expected in after
    assert read(after).view == "See Russia to it"


REFUSED = {
    "the end of a section": ("<r><p><![CDATA[One]]></p></r>", "a]]>b", "a CDATA section can't hold it"),
    "half of it": ("<r><p><![CDATA[One]]></p></r>", "]>", "a CDATA section can't hold it"),
    "its first half": ("<r><p><![CDATA[One]]></p></r>", "x]", "a CDATA section can't hold it"),
    "a control character": ("<r><p>One</p></r>", "\x0b", "XML can't hold a control character"),
    "a sign in text of both kinds": ("<r><p>One<![CDATA[two]]></p></r>", "&", "a CDATA section begins or ends beside it"),
    "ASCII in a section": ("<?xml version='1.0' encoding='ascii'?><r><p><![CDATA[One]]></p></r>", "\u2013", "a CDATA section of an ASCII file can't hold it"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "new", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_the_file_can_not_hold_is_refused(text: str, new: str, reason: str) -> None:
    assert read(text).edit(Span(0, 3), new) == Refusal(reason)
