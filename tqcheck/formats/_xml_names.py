"""What the elements of each XML vocabulary are: blocks of a zone, inline markup or not read."""

from __future__ import annotations

from collections.abc import Mapping

from tqcheck.record import NamedTuple

MACHINERY = frozenset(
    """
    nav_menu_item revision custom_css customize_changeset oembed_cache user_request wp_navigation
    wp_global_styles wp_template wp_template_part wp_font_family wp_font_face acf-field
    acf-field-group
    """.split()
)
"""Types of posts in an export of WordPress that are no articles but settings and copies."""


class Vocabulary(NamedTuple):
    """What a reader has to know of a vocabulary; all names without prefix, in lower case."""

    blocks: Mapping[str, str]  # elements whose text is prose, and their zones
    fields: frozenset[str]  # elements whose text may be HTML or Markdown, besides those asked for
    asked: bool = True  # whether the fields that Reading names count
    skipped: frozenset[str] = frozenset()  # passed over, with all in them
    records: frozenset[str] = frozenset()  # each of them is an article
    words: frozenset[str] = frozenset()  # stand for a word in a sentence, which is no prose
    one_title: bool = True  # whether a second title within an article is a subhead


def _named(**zones: str) -> dict[str, str]:
    return {name: zone for zone, names in zones.items() for name in names.split()}


BREAKS = frozenset(("br",))
"""Elements that break a line."""

UNSEEN = frozenset(
    """
    script style template noscript rp rt pre programlisting screen synopsis indexterm remark
    metadata set animate media-metadata media-reference media-object docdata
    """.split()
)
"""Elements passed over everywhere; they leave no gap in the sentence around them."""

THINGS = frozenset(
    """
    svg math object iframe video audio canvas img image graphic equation inlineequation
    inlinegraphic mediaobject inlinemediaobject formula
    """.split()
)
"""Things beside or within a text, passed over whole."""

ASIDES = frozenset(("footnote", "fn"))
"""Texts of their own that stand within a sentence: they are read behind the text around them."""

_TEXT = _named(
    title="h1",
    subhead="h2 h3 h4 h5 h6",
    paragraph="p para simpara div",
    list="li dt dd listitem member",
    blockquote="blockquote bq",
    caption="caption figcaption media-caption legend",
    cell="td th",
    other="fn footnote",
)
_WORDS = frozenset("code kbd samp var".split())
_DOCBOOK_WORDS = frozenset(
    """
    tt literal command filename varname computeroutput userinput option parameter classname
    methodname constant envar prompt replaceable systemitem email uri xref
    """.split()
)

FEED = Vocabulary(
    blocks=_TEXT,
    fields=frozenset("title description summary content excerpt subtitle".split()),
    skipped=frozenset(
        """
        image textinput source comment comments postmeta author contributor category tag term
        """.split()
    ),
    records=frozenset(("item", "entry")),
    words=_WORDS,
    one_title=False,
)
"""RSS, Atom and WordPress's export, with the modules for podcasts and media."""

_NITF = _TEXT | _named(
    title="title hl1",
    standfirst="abstract",
    subhead="hl2",
    credit="byline dateline media-producer tagline distributor credit",
    other="note bibliography",
)
_UNREAD = frozenset(
    """
    subject assert provider creator contributor infosource rightsinfo genre located link catalog
    hophistory remotecontent service ednote identification newsmanagement administrativemetadata
    descriptivemetadata rightsmetadata itemmeta
    """.split()
)

NITF = Vocabulary(_NITF, frozenset(), asked=False, words=_WORDS)
"""Articles of news agencies."""

NEWSML = Vocabulary(
    blocks=_NITF
    | _named(
        title="title headline",
        standfirst="description abstract subheadline",
        credit="by byline creditline dateline media-producer tagline distributor credit",
    ),
    fields=frozenset(("inlinedata", "description")),
    asked=False,
    skipped=_UNREAD,
    records=frozenset(("newsitem", "packageitem")),
    words=_WORDS,
)
"""News items of the IPTC, with NITF or XHTML in them."""

TTML = Vocabulary({"p": "paragraph"}, frozenset(), asked=False, skipped=frozenset(("head",)))
"""Subtitles."""

OTHER = Vocabulary(
    blocks=_TEXT
    | _named(
        title="title headline",
        subhead="subhead subheading bridgehead",
        standfirst="subtitle subheadline",
        credit="byline credit creditline",
        cell="entry",
    ),
    fields=frozenset(),
    skipped=frozenset(("comment", "comments")),
    records=frozenset("article item record doc document post story".split()),
    words=_WORDS | _DOCBOOK_WORDS,
)
"""DocBook, and whatever a publishing system writes."""

BY_ROOT = {
    **dict.fromkeys(("rss", "rdf", "feed", "channel"), FEED),
    "entry": FEED,
    "nitf": NITF,
    **dict.fromkeys(
        ("newsml", "newsitem", "newsmessage", "packageitem", "knowledgeitem", "planningitem"),
        NEWSML,
    ),
    "tt": TTML,
}
"""The vocabulary that a root element tells; OTHER for all that are not here."""
