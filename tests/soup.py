"""Random HTML as nobody should write it: unclosed, crossed and cut tags, odd signs, attributes."""

from __future__ import annotations

from random import Random

_WORDS = (
    "Russia", "talks", "minister", "it", "caf\u00e9", "\u017b\u00f3\u0142w", "\u043c\u0438\u0440", "AT&T",
    "R&D", "a < b", "<3", "x&y;", "2&lt", "Q&A", "\U0001f600", "5 > 4", "it's", "\u201cso\u201d", "said", "to",
)  # fmt: skip
_REFERENCES = (
    "&amp;", "&lt;", "&nbsp;", "&#8212;", "&#x2014;", "&eacute;", "&eacute", "&copy", "&notit;",
    "&hellip", "&nosuch;", "&#0;", "&#x80;", "&#xD800;", "&#1114112;", "&#;", "&#x;", "&", "&#10;",
    "&ampx", "&AMP;", "&Tab;", "&shy;", "&#99999999999999999999;", "&#", "&NotEqualTilde;",
)  # fmt: skip
_INLINE = (
    "a", "b", "em", "span", "i", "code", "kbd", "var", "time", "sup", "svg", "math", "mark", "my-tag",
    "noscript", "select", "object", "template", "abbr", "A", "STRONG",
)  # fmt: skip
_BLOCK = (
    "p", "p", "p", "div", "li", "ul", "h1", "h2", "blockquote", "td", "tr", "table", "figure",
    "figcaption", "section", "nav", "footer", "pre", "dd", "dt", "article", "th", "tbody", "P", "option",
)  # fmt: skip
_RAW = ("script", "style", "title", "textarea", "xmp", "iframe")
_ATTRIBUTES = (
    ' title="{}"', " title='{}'", ' alt="{}"', ' class="x notranslate"', " hidden", ' lang="en"',
    " lang=de", ' lang="fr-CA"', ' translate="no"', " translate=yes", ' aria-hidden="true"',
    ' href="?a=1&copy=2"', " id=x", ' data-x="a > b"', " x=y/", " =", ' "', ' alt="', " alt={}", " / ",
    '\r\ntitle="{}"', " alt ", ' content="{}" name="description"',
)  # fmt: skip
_ODD = (
    "<!-- a note -->", "<!-->", "<!--->", "<!--x--!>", "<!-- -- > -->", "<!doctype html>", "<!>", "<?x a>",
    "<![CDATA[in it]]>", "</>", "</ p>", "<br>", "<br/>", "<br>\n<br>", "</br>", "<hr>", "<wbr>",
    '<img src=a alt="A view of it">', "<img>", "<input>", '<meta name="description" content="A lead">',
    "</script>", "<", "</", "<>", "< p>", "<p/>", "<svg/>", "<script>a<b</script>", "<style>p{}</style>",
    "<script><!-- <script> </script> x --></script>", "<script><!--></script>", "<textarea>t</textarea>",
)  # fmt: skip
_BLANKS = (" ", " ", " ", " ", "\n", "\r\n", "  ", "\n    ", "\t", "\u00a0", "\r", "", " \n", "\f")


def soup(random: Random) -> str:
    """A document of some ten to a hundred bits."""
    bits: list[str] = []
    opened: list[str] = []
    for _ in range(random.randrange(5, 90)):
        bits.append(_bit(random, opened))
    if random.random() < 0.3:
        bits.extend(f"</{name}>" for name in reversed(opened))
    text = "".join(bits)
    if random.random() < 0.1:
        text = text[: random.randrange(len(text) + 1)]
    return "\ufeff" + text if random.random() < 0.05 else text


def _bit(random: Random, opened: list[str]) -> str:
    chance = random.random()
    if chance < 0.55:
        word = random.choice(_WORDS if random.random() < 0.85 else _REFERENCES)
        return word + random.choice(_BLANKS)
    if chance < 0.62:
        return random.choice(_ODD)
    if chance < 0.64:
        name = random.choice(_RAW)
        return f"<{name}>{random.choice(_WORDS)} <b>&amp;</b></{name}>"
    if chance < 0.82 or not opened:
        name = random.choice(_INLINE if random.random() < 0.5 else _BLOCK)
        opened.append(name)
        return f"<{name}{_attributes(random)}>"
    name = random.choice(opened) if random.random() < 0.2 else opened.pop()
    return f"</{name}>"


def _attributes(random: Random) -> str:
    if random.random() < 0.6:
        return ""
    value = random.choice(_WORDS) + " " + random.choice(_REFERENCES) + " Russia"
    value = value.replace('"', "").replace("'", "&#39;")
    return "".join(random.choice(_ATTRIBUTES).format(value) for _ in range(random.randrange(1, 3)))
