"""Random feeds: articles as publishing systems hold them, written as JSON and as tables."""

from __future__ import annotations

import json
from random import Random
from typing import Any

from tests.soup import soup

_WORDS = (
    "Russia", "talks", "minister", "it", "caf\u00e9", "\u017b\u00f3\u0142w", "\u043c\u0438\u0440", "R&D", "a < b",
    "\U0001f600", "5 > 4", "it's", '"so"', "\u201cso\u201d", "back\\slash", "one, two", "a; b", "said", "to", "/x/",
    "tab\there", "\u2028", "null", "100%", "#1", "a*b", "[note]", "\ufffd",
)  # fmt: skip
_HTML = (
    "<p>The <a href=\"https://example.org/?a=1&amp;b\">{}</a>to the {}.</p>", "<h2>{} and {}</h2>", "{} <b>{}</b><br>",
    "<ul>\n<li>{}</li>\n<li>{}</li>\n</ul>", "<!-- {} -->{}", "<p>{}&nbsp;&#8212; {}</p>\r\n", "<blockquote>{}\n\n{}</blockquote>",
)  # fmt: skip
_MARKDOWN = (
    "# {} of {}\n\n", "A **{}** and [{}](https://example.org/a).\n\n", "- {}\n- {}\n\n", "> {}\n> {}\n\n", "`{}` is *{}*.\n\n",
    "## {}\r\n\r\n{}\r\n\r\n", "![{}](a.png) {}\n\n",
)  # fmt: skip
_KEYS = ("title", "text", "body", "Body", "summary", "caption", "id", "url", "meta", "rendered", "value", "tags", "content", "t\u00eftle")  # fmt: skip
BREAKS = ("\n\n", "\n", "\r\n", "\n \n", "\n\n\n")


def sentence(random: Random) -> str:
    """A few words and perhaps a mark."""
    words = [random.choice(_WORDS) for _ in range(random.randrange(1, 9))]
    return " ".join(words) + random.choice((".", ".", "?", "", " "))


def article(random: Random) -> str:
    """A text as a field of a feed holds it: plain, HTML, Markdown or a bit of all."""
    chance = random.random()
    if chance < 0.4:
        return random.choice(BREAKS).join(sentence(random) for _ in range(random.randrange(1, 5)))
    if chance < 0.5:
        entity = random.choice(("&nbsp;", "&#8217;", "&amp;", "&hellip;", "&#x2014;"))
        return random.choice(BREAKS).join(
            sentence(random) + entity + sentence(random) for _ in range(2)
        )
    if chance < 0.65:
        return soup(random)
    forms = _HTML if chance < 0.85 else _MARKDOWN
    many = range(random.randrange(1, 6))
    return "".join(random.choice(forms).format(sentence(random), sentence(random)) for _ in many)


def record(random: Random) -> dict[str, Any]:
    """An object with some prose, at random depth."""
    keys = random.sample(_KEYS, random.randrange(1, 6))
    return {key: _value(random, random.randrange(3)) for key in keys}


def _value(random: Random, depth: int) -> Any:
    chance = random.random()
    if depth and chance < 0.2:
        return record(random)
    if depth and chance < 0.4:
        return [_value(random, depth - 1) for _ in range(random.randrange(4))]
    if chance < 0.85:
        return article(random)
    return random.choice((None, True, False, 0, -1.5e-7, 12, "", " "))


def as_json(value: Any, random: Random, *, rows: bool = True) -> str:
    """JSON for a value, with blanks and escapes by chance; ``rows`` tells whether it may break them."""
    blanks = ("", "", " ", "\t", "\n", "\r\n  ") if rows else ("", "", " ", "\t")

    def blank() -> str:
        return random.choice(blanks)

    if isinstance(value, str):
        return as_string(value, random)
    if isinstance(value, dict):
        members = [
            f"{blank()}{as_string(key, random)}{blank()}:{blank()}{as_json(one, random, rows=rows)}{blank()}"
            for key, one in value.items()
        ]
        return f"{{{','.join(members) or blank()}}}"
    if isinstance(value, list):
        elements = [f"{blank()}{as_json(one, random, rows=rows)}{blank()}" for one in value]
        return f"[{','.join(elements) or blank()}]"
    return json.dumps(value)


def as_string(text: str, random: Random) -> str:
    """A JSON string in which characters are escaped that must be, and others by chance."""
    share = random.choice((0.0, 0.0, 0.05, 1.0))
    return f'"{"".join(_written(char, random, share) for char in text)}"'


def _written(char: str, random: Random, share: float) -> str:
    if random.random() < share or (char in "<>&'/" and share and random.random() < 0.3):
        if char == "/":
            return "\\/"
        units = char.encode("utf-16-be").hex()
        form = random.choice((str.lower, str.upper))
        return "".join(f"\\u{form(units[at : at + 4])}" for at in range(0, len(units), 4))
    return json.dumps(char, ensure_ascii=False)[1:-1]


def as_table(rows: list[list[str]], random: Random, separator: str) -> str:
    """A table in which cells are quoted that must be, and others by chance."""
    end = random.choice(("\n", "\r\n"))
    written = [separator.join(_cell(cell, random, separator) for cell in row) + end for row in rows]
    text = "".join(written)
    return text if random.random() < 0.8 else text.removesuffix(end)


def _cell(text: str, random: Random, separator: str) -> str:
    if random.random() < 0.3 or any(sign in text for sign in f'"\r\n{separator}'):
        doubled = text.replace('"', '""')
        return f'"{doubled}"'
    return text
