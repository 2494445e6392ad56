"""How files are to be read: which format, in which language, which fields are prose."""

from __future__ import annotations

from tqcheck.record import NamedTuple

FIELDS = (
    "title",
    "headline",
    "subtitle",
    "subheadline",
    "standfirst",
    "lead",
    "lede",
    "dek",
    "summary",
    "excerpt",
    "custom_excerpt",
    "abstract",
    "description",
    "caption",
    "body",
    "text",
    "content",
    "content_html",
    "content_text",
    "body_html",
    "articlebody",
    "html",
    "plaintext",
)
"""The fields of feeds and front matter that are prose, unless the configuration says others.

They are those of JSON Feed, schema.org, WordPress, Ghost and Shopify, and what houses call them.
"""


class Reading(NamedTuple):
    """What a reader has to know besides the file.

    ``format`` names one of tqcheck.formats.FORMATS, "" takes the suffix's. ``lang`` is the
    language of the articles: text marked as being in another is passed over. ``fields`` are
    the names, lower case, of the fields that hold prose in feeds, tables and front matter.
    """

    format: str = ""
    lang: str = "en"
    fields: tuple[str, ...] = FIELDS


def is_other(language: str, reading: Reading) -> bool:
    """True if a text marked with this language is to be left out.

    A BCP 47 tag, a code of three letters or an English name counts; what is none of them (a
    variable of a template, "und", "") says nothing. A reading without a language takes all.
    """
    if not language or not reading.lang:
        return False
    from tqcheck.formats._languages import code_of

    return code_of(language) not in ("", reading.lang)


def zone_of(field: str) -> str:
    """The zone that a prose field stands for (tqcheck.document.KINDS)."""
    return _ZONES.get(field.lower(), "paragraph")


_ZONES = {
    "title": "title",
    "headline": "title",
    "subtitle": "standfirst",
    "subheadline": "standfirst",
    "standfirst": "standfirst",
    "lead": "standfirst",
    "lede": "standfirst",
    "dek": "standfirst",
    "summary": "standfirst",
    "excerpt": "standfirst",
    "custom_excerpt": "standfirst",
    "abstract": "standfirst",
    "description": "standfirst",
    "caption": "caption",
}
