"""Writes a reader's text into the values of front matter, each by the marks around it."""

from __future__ import annotations

from tqcheck.document import UnwritableError
from tqcheck.later import later

_PLAIN_TROUBLE = later(r":(?=\s|\Z)|\s#|[\n\r]|^[\s\-?:,\[\]{}#&*!|>'\"%@`]|\s\Z")


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
