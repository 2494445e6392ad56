"""Random XML: feeds, news, subtitles and translation files, written in every lawful way."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from tests.feeds import article, sentence

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BETWEEN = (
    "",
    "",
    "",
    "",
    "<!-- a note -->",
    "<?php echo ?>",
    "<!-- tqcheck-disable-line TQ999 -->",
)
_BLANKS = ("", "", "\n", "\r\n", "\n    ", " ", "\t")
_PROLOGS = (
    "", "", '<?xml version="1.0"?>\n', "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\r\n",
    '\ufeff<?xml version="1.0" encoding="utf-8"?>', "<!-- > a note < -->\n", "<?xml-stylesheet href='a>b'?>",
    '<!DOCTYPE {root} SYSTEM "a.dtd">\n', "<!DOCTYPE {root} [\n<!ELEMENT {root} ANY>\n<!-- ]> -->]>\n",
)  # fmt: skip
_ATTRIBUTES = (
    *[""] * 20, *[' id="a>b"', " id = 'x'", '\n\tx="&lt;&amp;"', ' xml:lang="en"', ' translate="yes"'] * 2, ' xml:lang="de"',
    ' translate="no"',
)  # fmt: skip
_INLINE = ("b", "i", "em", "a", "span", "x:y", "Link", "q", "code", "img", "br", "fn", "script")
_CODES = (
    "x",
    "ph",
    "bpt",
    "ept",
    "bx",
    "ex",
    "sc",
    "ec",
    "it pos='begin'",
    "it pos='close'",
    "sm",
    "em",
)
_AROUND = ("g", "mrk", "pc", "hi", "mrk mtype='protected'")


def escaped(text: str, random: Random, share: float = 0.0) -> str:
    """Text as it stands between tags."""
    return "".join(_written(char, random, share) for char in text).replace("]]>", "]]&gt;")


def _written(char: str, random: Random, share: float) -> str:
    if char in "&<":
        return {"&": "&amp;", "<": "&lt;"}[char] if random.random() < 0.9 else f"&#{ord(char)};"
    if char == ">" and random.random() < 0.5:
        return "&gt;"
    if random.random() < share and char not in "\r\n":
        return random.choice((f"&#{ord(char)};", f"&#x{ord(char):x};"))
    return char


def literal(text: str) -> str:
    """Text as it stands in a section."""
    return f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>"


def string(text: str, random: Random) -> str:
    """The text of an element without others: escaped, in a section, or in bits of both."""
    text = _FORBIDDEN.sub("", text)
    chance = random.random()
    if chance < 0.4:
        return escaped(text, random, random.choice((0.0, 0.0, 0.1)))
    if chance < 0.7:
        return random.choice(_BLANKS) + literal(text) + random.choice(_BLANKS)
    cuts = sorted(random.randrange(len(text) + 1) for _ in range(random.randrange(3)))
    bits = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    return "".join(
        (literal(bit) if random.random() < 0.4 else escaped(bit, random)) + random.choice(_BETWEEN)
        for bit in bits
    )


def element(name: str, inside: str, random: Random, attributes: str | None = None) -> str:
    """An element with attributes by chance, or those given."""
    start = name + (random.choice(_ATTRIBUTES) if attributes is None else attributes)
    if not inside:
        return f"<{start}/>"
    return f"<{start}>{inside}</{name.split()[0]}{random.choice(('', '', ' '))}>"


def running(random: Random, depth: int = 2) -> str:
    """Text with inline markup, comments and sections."""
    bits: list[str] = []
    for _ in range(random.randrange(1, 5)):
        text = _FORBIDDEN.sub("", sentence(random))
        chance = random.random()
        if chance < 0.2:
            bits.append(literal(text))
        elif chance < 0.5 and depth:
            bits.append(element(random.choice(_INLINE), running(random, depth - 1), random))
        else:
            bits.append(escaped(text, random, random.choice((0.0, 0.05))))
        bits.append(random.choice((*_BETWEEN, " ", " ", "\n  ", "<br/>")))
    return "".join(bits)


def segment(random: Random, depth: int = 2) -> str:
    """Text with the codes of translation files."""
    bits: list[str] = []
    for _ in range(random.randrange(1, 5)):
        chance = random.random()
        if chance < 0.25:
            bits.append(element(random.choice(_CODES), random.choice(("", "&lt;b&gt;")), random))
        elif chance < 0.4 and depth:
            bits.append(element(random.choice(_AROUND), segment(random, depth - 1), random))
        else:
            bits.append(string(sentence(random), random))
    return "".join(bits)


def _joined(bits: list[str], random: Random) -> str:
    return "".join(random.choice(_BLANKS) + bit + random.choice(_BETWEEN) for bit in bits)


def _fields(names: str, random: Random) -> list[str]:
    chosen = random.sample(names.split(), random.randrange(1, 4))
    return [element(name, string(article(random), random), random) for name in chosen]


def _blocks(names: str, random: Random) -> list[str]:
    chosen = [random.choice(names.split()) for _ in range(random.randrange(1, 5))]
    return [element(name, running(random), random) for name in chosen]


def _rss(random: Random) -> str:
    names = (
        "title description content:encoded link guid media:description dc:creator itunes:summary"
    )
    items = [
        element("item", _joined(_fields(names, random), random), random)
        for _ in range(random.randrange(1, 4))
    ]
    channel = element("channel", _joined([*_fields(names, random), *items], random), random)
    return element("rss", channel, random)


def _atom(random: Random) -> str:
    entries: list[str] = []
    for _ in range(random.randrange(1, 4)):
        div = element("div", _joined(_blocks("p h2 li blockquote div", random), random), random)
        own = [
            *_fields("title summary id updated", random),
            element("content type='xhtml'", div, random),
        ]
        entries.append(element("entry", _joined(own, random), random))
    return element("feed", _joined(entries, random), random)


def _news(random: Random) -> str:
    body = element(
        "body", _joined(_blocks("p hl2 bq byline media-caption td", random), random), random
    )
    head = element("hedline", element("hl1", running(random), random), random)
    nitf = element("nitf", _joined([head, body], random), random)
    if random.random() < 0.5:
        return nitf
    meta = element(
        "contentMeta", element("headline", string(sentence(random), random), random), random
    )
    item = element("newsItem", meta + element("inlineXML", nitf, random), random)
    return element("newsMessage", element("itemSet", item * random.randrange(1, 3), random), random)


def _subtitles(random: Random) -> str:
    return element(
        "tt",
        element("body", _joined(_blocks("p p p div metadata", random), random), random),
        random,
    )


def _any(random: Random) -> str:
    bits = _blocks("title p para caption Body text li foo pre code:x", random)
    return element(
        "doc:root", _joined([*bits, *_fields("title Body meta text x", random)], random), random
    )


def _xliff(random: Random) -> str:
    units: list[str] = []
    for _ in range(random.randrange(1, 5)):
        pair = element("source", segment(random), random) + element(
            "target", segment(random), random
        )
        units.append(element("trans-unit", pair + element("note", "A note.", random), random))
    return element(
        "xliff trgLang='en'",
        element("file", _joined(units, random), random) * random.randrange(1, 3),
        random,
    )


def _tmx(random: Random) -> str:
    variants = [
        element(f"tuv lang='{lang}'", element("seg", segment(random), random), random)
        for lang in random.sample(("en", "en-GB", "de", "pl"), random.randrange(1, 4))
    ]
    return element(
        "tmx", element("body", element("tu", _joined(variants, random), random), random), random
    )


ROOTS: dict[str, Callable[[Random], str]] = {
    "rss": _rss, "atom": _atom, "news": _news, "subtitles": _subtitles, "any": _any, "xliff": _xliff, "tmx": _tmx,
}  # fmt: skip


def document(kind: str, random: Random) -> str:
    """A well-formed file with a root of a kind."""
    root = ROOTS[kind](random)
    name = re.split(r"[\s>/]", root[1:], maxsplit=1)[0]
    return random.choice(_PROLOGS).replace("{root}", name) + root + random.choice(_BLANKS)
