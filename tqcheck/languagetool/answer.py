"""Reads a server's answers: JSON to matches placed in the text, whatever makes no sense refused."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from tqcheck.languagetool.failure import EngineError
from tqcheck.languagetool.positions import code_points
from tqcheck.later import later
from tqcheck.record import NamedTuple

TODO = "see that it runs, or leave out --languagetool"
"""What to do about a server that is dead, foreign or out of its mind."""
_SHOWN = 5
"""Replacements of a match that are kept."""
_ID = later(r"\w[\w.\[\]-]{0,199}")
_NEVER_WRITTEN = later("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffc]")
"""Controls, marks of direction, halves of characters and the view's own sign for an object."""


class Raw(NamedTuple):
    """A match as the server gives it, in code points of the text that was sent."""

    start: int
    end: int
    rule: str
    category: str
    issue: str
    message: str
    replacements: tuple[str, ...]
    url: str


def parsed(body: bytes) -> Mapping[str, Any]:
    """The object that an answer's body holds; raises EngineError if it holds none."""
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        raise _garbled("no JSON") from None
    if not isinstance(data, dict):
        raise _garbled("no object")
    return data


def version_of(data: Mapping[str, Any]) -> str:
    """The version and build of the LanguageTool that answered, "" if it was none."""
    software = data.get("software")
    if not isinstance(software, dict) or software.get("name", "LanguageTool") != "LanguageTool":
        return ""
    version = software.get("version")
    if not isinstance(version, str):
        return ""
    return f"{version} {software.get('buildDate', '')}".strip()


def matches_of(data: Mapping[str, Any], text: str) -> list[Raw]:
    """The matches of an answer, placed in the text; raises EngineError where one can't be.

    The server counts UTF-16 units. A replacement that no article may hold is left out.
    """
    if not isinstance(data.get("software"), dict) or not isinstance(data.get("matches"), list):
        raise _garbled("no matches")
    if len(data["matches"]) > 100 + len(text):
        raise _garbled("more matches than letters")
    place = code_points(text)
    found: list[Raw] = []
    for match in data["matches"]:
        try:
            start, length = match["offset"], match["length"]
            span = place(start), place(start + length)
            rule = match["rule"]
            urls = rule.get("urls") or [{}]
            shown = [_text(one["value"]) for one in match["replacements"][:_SHOWN]]
            found.append(
                Raw(
                    *span,
                    _id(rule["id"]),
                    _id(rule["category"]["id"]),
                    str(rule.get("issueType", "")),
                    readable(_text(match["message"])),
                    tuple(filter(_writable, shown)),
                    _address(urls[0].get("value", "")),
                )
            )
        except (KeyError, TypeError, AttributeError, ValueError, IndexError):
            raise _garbled("a match without a place or a rule") from None
        if span[0] > span[1]:
            raise _garbled("a match of negative length")
    return found


def readable(text: str) -> str:
    """What a server says as one line that does nothing to a terminal."""
    return " ".join(_NEVER_WRITTEN.sub("\N{REPLACEMENT CHARACTER}", text).split())


def _writable(text: str) -> bool:
    return _NEVER_WRITTEN.search(text) is None


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _id(value: object) -> str:
    if _ID.fullmatch(_text(value)) is None:
        raise ValueError(value)
    return str(value)


def _address(value: object) -> str:
    """The address of a rule's page, "" for what is none."""
    text = str(value)
    whole = text.isascii() and text.isprintable() and " " not in text
    return text if whole and text.startswith(("https://", "http://")) else ""


def _garbled(what: str) -> EngineError:
    return EngineError("garbled", f"gave an answer that makes no sense ({what})", TODO)
