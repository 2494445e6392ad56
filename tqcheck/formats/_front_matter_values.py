"""The values of front matter: what escapes say, and how new text is written between their marks."""

from __future__ import annotations

from tqcheck.document import UnwritableError
from tqcheck.formats._fields import tells_language
from tqcheck.formats.build import Builder
from tqcheck.formats.reading import Reading, is_other
from tqcheck.later import later
from tqcheck.record import NamedTuple

_PLAIN_TROUBLE = later(r":(?=\s|\Z)|\s#|[\n\r]|^[\s\-?:,\[\]{}#&*!|>'\"%@`]|\s\Z")
_ESCAPE = later(r"\\(?:[\\\"/0abtnvfreN_LP ]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})")
_MEANS = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


class Matter(NamedTuple):
    """Where a head ends (the source offset behind it), and what it says of the article.

    ``titled`` is True if it holds the title, ``foreign`` if it says that the article is in
    another language: then nothing of the head is prose.
    """

    end: int
    titled: bool = False
    foreign: bool = False


def is_foreign(key: object, value: object, reading: Reading) -> bool:
    """True for a key that says the article is in another language."""
    if not isinstance(key, str) or not isinstance(value, str):
        return False
    return tells_language(key) and is_other(value, reading)


def add_escaped(builder: Builder, text: str, start: int, end: int) -> None:
    """The inside of a string with backslashes, in YAML or TOML."""
    at = start
    for match in _ESCAPE.finditer(text, start, end):
        builder.text(at, match.start())
        sign = match.group()[1]
        means = chr(int(match.group()[2:], 16)) if sign in "xuU" else _MEANS.get(sign, sign)
        builder.shown(means, *match.span())
        at = match.end()
    builder.text(at, end)


def double(text: str, _at: int) -> str:
    """Between double quotes, in YAML or TOML."""
    _one_row(text)
    return text.replace("\\", "\\\\").replace('"', '\\"')


def single(text: str, _at: int) -> str:
    """Between single quotes in YAML, where a quote is doubled."""
    _one_row(text)
    return text.replace("'", "''")


def literal(text: str, _at: int) -> str:
    """Between single quotes in TOML, where nothing is escaped."""
    _one_row(text)
    if "'" in text:
        raise UnwritableError("the value would need other quotes around it")
    return text


def plain(text: str, _at: int) -> str:
    """A value without quotes may not hold what would end it or make it another value."""
    if _PLAIN_TROUBLE.search(f"a{text}a") or any(mark in text for mark in ":#'\"[]{}"):
        raise UnwritableError("the value would need quotes around it")
    return text


def row(text: str, _at: int) -> str:
    """In a block of rows."""
    _one_row(text)
    return text


def _one_row(text: str) -> None:
    if any(mark in text for mark in "\n\r"):
        raise UnwritableError("it would begin a row")
