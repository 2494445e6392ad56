"""Writes a plain text the way a file of another format would hold it."""

from __future__ import annotations

import html
import json
import re

from tqcheck.formats.plain import read
from tqcheck.source import Source

_TAGS = {
    "title": "h1",
    "subhead": "h2",
    "list": "li",
    "blockquote": "blockquote",
    "caption": "figcaption",
}
_HEADINGS = {"title": "# ", "subhead": "## "}
_MARKUP = re.compile(
    r"""
    ^[ ]*(?:[-+](?=\s|$)|\#{1,6}(?=\s|$)|>|=+[ ]*$|-{2,}[ ]*$|~{3,}|:(?=\s)|\|)
    | (?<=\d)[.)](?=\s|$)
    | [\\`*_\[\]<>&~|$^{}] | (?<=!)(?=\[) | ://|(?<=www)\.|(?<=\w)@(?=\w)
    """,
    re.VERBOSE | re.MULTILINE,
)


def _blocks(text: str) -> list[tuple[str, str]]:
    """The regions of a plain text: zone and words."""
    document = read(Source("plain", text))
    return [(one.kind, text[one.span.start : one.span.end]) for one in document.regions]


def as_html(text: str) -> str:
    """A page of paragraphs, headings and list items."""
    rows = []
    for kind, words in _blocks(text):
        tag = _TAGS.get(kind, "p")
        rows.append(f"<{tag}>{html.escape(words, quote=False)}</{tag}>\n")
    return f"<!DOCTYPE html>\n<html><body>\n{''.join(rows)}</body></html>\n"


def as_markdown(text: str) -> str:
    """Blocks with blank rows between them; what Markdown would read as markup is escaped."""
    rows = []
    for kind, words in _blocks(text):
        escaped = _MARKUP.sub(_escaped, words)
        rows.append(f"{_HEADINGS.get(kind, '')}{escaped}\n")
    return "\n".join(rows)


def _escaped(match: re.Match[str]) -> str:
    mark = match.group()
    if mark == "://":
        return "\\://"
    blanks = len(mark) - len(mark.lstrip(" "))
    return f"{mark[:blanks]}\\{mark[blanks:]}"


def as_json(text: str) -> str:
    """An object with the text as its body."""
    return json.dumps({"id": 7, "body": text}, ensure_ascii=len(text) % 2 == 0, indent=1) + "\n"


WRITERS = {"html": as_html, "markdown": as_markdown, "json": as_json}
"""By the name of the format."""
