"""Finds the attributes of a tag, with the exact place of each value."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tqcheck.later import later
from tqcheck.record import NamedTuple

_ATTRIBUTE = later(
    r"""
    (=[^\t\n\f\r\ />=]*+ | [^\t\n\f\r\ />=]++)              # 1 the name
    (?: [\t\n\f\r\ ]*+ = [\t\n\f\r\ ]*+
      (?: "([^"]*+)" | '([^']*+)' | ([^\t\n\f\r\ >"'][^\t\n\f\r\ >]*+) )?+
    )?+""",
    re.VERBOSE,
)


class Attribute(NamedTuple):
    """An attribute's value as it is written, where it stands, and the quote around it or ""."""

    value: str
    start: int
    end: int
    quote: str


def attributes(text: str, start: int, end: int) -> dict[str, Attribute]:
    """The attributes between ``start``, behind the tag's name, and its end, by lower-case name.

    Of two with one name the first counts, as in browsers.
    """
    found: dict[str, Attribute] = {}
    for one in _ATTRIBUTE.finditer(text, start, end):
        name = one[1].lower()
        if name in found:
            continue
        group = one.lastindex or 1
        if group == 1:
            found[name] = Attribute("", one.end(), one.end(), "")
        else:
            quote = ("", "", '"', "'", "")[group]
            found[name] = Attribute(one[group], *one.span(group), quote)
    return found


def value(own: Mapping[str, Attribute], name: str) -> str:
    """An attribute's value in lower case, "" for one that is not there."""
    one = own.get(name)
    return one.value.lower() if one else ""


def language_of(own: Mapping[str, Attribute]) -> str:
    """The language an element says its text is in, "" if it says nothing."""
    return value(own, "lang") or value(own, "xml:lang")
