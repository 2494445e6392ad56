"""What the elements of HTML are to a reader of prose: blocks, zones, what is passed over."""

from __future__ import annotations

from collections.abc import Mapping

from tqcheck.formats._html_attributes import Attribute, language_of, value
from tqcheck.formats.reading import Reading, is_other
from tqcheck.later import later
from tqcheck.record import NamedTuple

BLOCKS = frozenset(
    """
    address article aside blockquote body button caption center colgroup dd details dialog dir
    div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html
    legend li listing main menu nav ol optgroup option p pre search section summary table tbody td
    tfoot th thead title tr ul
    """.split()
)
"""Elements whose tags end the text before them."""

VOID = frozenset(
    """
    area base basefont bgsound br col command embed frame hr img input keygen link meta param
    source track wbr
    """.split()
)
"""Elements that have no end tag."""

ZONES = {
    "title": "title",
    "h1": "title",
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6", "summary"), "subhead"),
    **dict.fromkeys(("li", "dt", "dd"), "list"),
    "blockquote": "blockquote",
    **dict.fromkeys(("figcaption", "caption", "legend"), "caption"),
    **dict.fromkeys(("td", "th"), "cell"),
    **dict.fromkeys(("nav", "footer", "button"), "furniture"),
}
"""The zone of an element's text; every other block has that of the block around it."""
PARTS = ("article", "section", "blockquote")
"""Elements whose footers belong to the text: they tell who said it."""

UNSEEN = frozenset("script style template noscript noembed noframes datalist rp rt".split())
"""Elements passed over that leave no gap in the sentence around them."""

OBJECTS = frozenset(
    """
    svg math iframe object select textarea audio video canvas applet map meter progress
    """.split()
)
"""Things within a text, passed over whole; at either end of a text they are no part of it."""

WORDS = frozenset("code kbd samp var tt".split())
"""Elements that stand for a word within a sentence, which is not prose."""

PREFORMATTED = frozenset("pre listing xmp plaintext".split())
"""Blocks that are passed over."""

PASSED_OVER = UNSEEN | PREFORMATTED | OBJECTS | WORDS
"""Elements that are no prose, whatever their attributes say."""

OPAQUE = OBJECTS | UNSEEN
"""Elements whose inside can't end a block that stands around them."""

SHOWN_VOID = frozenset("img input embed".split())
"""Elements without an end tag that a reader sees."""

_P = frozenset(("p",))
_ROW = frozenset(("td", "th", "tr"))
_HEADS = frozenset("h1 h2 h3 h4 h5 h6 p".split())
_KEEP_P = frozenset(
    "title button caption colgroup legend option optgroup td th tr tbody thead tfoot head".split()
)
ENDED_BY: dict[str, frozenset[str]] = {
    **dict.fromkeys(BLOCKS - _KEEP_P, _P),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _HEADS),
    "li": frozenset(("li", "p")),
    **dict.fromkeys(("dt", "dd"), frozenset(("dt", "dd", "p"))),
    **dict.fromkeys(("td", "th"), frozenset(("td", "th", "p"))),
    "tr": _ROW | _P,
    **dict.fromkeys(
        ("tbody", "thead", "tfoot"), _ROW | _P | {"tbody", "thead", "tfoot", "caption", "colgroup"}
    ),
    **dict.fromkeys(("option", "optgroup"), frozenset(("option",))),
}
"""The elements without an end tag that the start of another one ends, by its name."""

META = {
    "description": "standfirst",
    "og:title": "title",
    "og:description": "standfirst",
    "og:image:alt": "caption",
    "twitter:title": "title",
    "twitter:description": "standfirst",
    "twitter:image:alt": "caption",
    "dc.title": "title",
    "dc.description": "standfirst",
    "headline": "title",
    "title": "title",
}
"""The zone of a ``meta`` element's content, by its name, property or itemprop."""


_NOT_SHOWN = later(r"display\s*:\s*none")


class Frame(NamedTuple):
    """An open block and what holds for the text in it."""

    name: str
    zone: str
    language: str
    translated: bool
    silent: bool  # it is in another language or not to be translated


def gap_of(name: str, own: Mapping[str, Attribute], reading: Reading, *, block: bool) -> str | None:
    """What an element that is passed over leaves in the sentence; None for one that is prose.

    "word" for something that belongs to the sentence, "thing" for what stands beside it as an
    image does, "" for what nobody sees.
    """
    if name in UNSEEN or name in PREFORMATTED or "hidden" in own:
        return ""
    if name in OBJECTS:
        return "thing"
    if name in WORDS:
        return "word"
    if not own:
        return None
    if _NOT_SHOWN.search(value(own, "style")):
        return ""
    unread = value(own, "aria-hidden") == "true" or "notranslate" in value(own, "class").split()
    if not block:
        unread |= value(own, "translate") == "no" or is_other(language_of(own), reading)
    return "word" if unread else None
