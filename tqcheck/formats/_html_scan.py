"""Cuts HTML into tags, comments and text by the rules that browsers keep (WHATWG, 13.2.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.later import later

TEXT, OPEN, CLOSE, COMMENT, OTHER = range(5)
"""Kinds of tokens. OTHER is a doctype, a processing instruction, CDATA or a broken tag."""

Token = tuple[int, str, int, int]
"""Kind, name in lower case ("" for none), and where it starts and ends in the text.

A text's name is that of the element around it whose text holds no tags (script, title).
"""

RAW = frozenset(
    "script style title textarea xmp iframe noembed noframes noscript plaintext".split()
)
"""Elements whose text holds no tags."""

_MARKUP = later(r"<(?:[A-Za-z!?]|/(?=.))", re.DOTALL)
_TAG = later(
    r"""
    <(/?) ([A-Za-z][^\t\n\f\r\ />]*+)
    (?: [^"'>]*+>                                       # no quotes: the first ">" ends it
      | (?: [\t\n\f\r\ /]++
          | (?: =[^\t\n\f\r\ />=]*+ | [^\t\n\f\r\ />=]++ )      # an attribute's name
            (?: [\t\n\f\r\ ]*+ = [\t\n\f\r\ ]*+                 # and its value
              (?: "[^"]*+(?:"|\Z) | '[^']*+(?:'|\Z) | [^\t\n\f\r\ >"'][^\t\n\f\r\ >]*+ )?+
            )?+
        )*+ >
    )""",
    re.VERBOSE,
)
_COMMENT_END = later(r"--!?>")
_SCRIPT = later(r"<!--|-->|<(/?)script(?=[\t\n\f\r />])", re.IGNORECASE)
_RAW_END = {
    name: later(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE) for name in RAW - {"plaintext"}
}


def scan(text: str, start: int, end: int, raw: str = "", *, xml: bool = False) -> Iterator[Token]:
    """The tokens of ``text[start:end]`` in order; a tag that nothing ends is none.

    ``raw`` names the element in whose text the scan starts, if tags don't count there. In
    ``xml`` a tag that ends with "/>" holds no text. Linear in the length, whatever it holds.
    """
    at, match = start, _TAG.match
    while at < end:
        tag = None
        if raw:
            found = _raw_end(text, raw, at, end)
        else:
            found = text.find("<", at, end)
            tag = match(text, found, end) if found >= 0 else None
            if tag is None:  # no tag, or none at the first sign of one
                mark = _MARKUP.search(text, at, end)
                found = mark.start() if mark else end
        if at < found:
            yield TEXT, raw, at, found
        raw, at = "", found
        if at == end:
            return
        tag = tag or match(text, at, end)
        if tag:
            at = tag.end()
            name = tag[2].lower()
            if tag[1]:
                yield CLOSE, name, found, at
                continue
            yield OPEN, name, found, at
            raw = name if name in RAW and not (xml and text[at - 2] == "/") else ""
        elif text.startswith("<!--", at, end):
            at = _comment_end(text, at, end)
            yield COMMENT, "", found, at
        elif text[at + 1] in "!?" or (text[at + 1] == "/" and not _is_letter(text[at + 2])):
            at = text.find(">", at, end) + 1 or end
            yield OTHER, "", found, at
        else:
            return


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _comment_end(text: str, start: int, end: int) -> int:
    """Where a comment that begins at ``start`` ends."""
    for short in ("<!-->", "<!--->"):
        if text.startswith(short, start, end):
            return start + len(short)
    found = _COMMENT_END.search(text, start + 4, end)
    return found.end() if found else end


def _raw_end(text: str, name: str, start: int, end: int) -> int:
    """Where the end tag of an element begins whose text, from ``start``, holds no tags."""
    if name == "script":
        return _script_end(text, start, end)
    pattern = _RAW_END.get(name)
    found = pattern.search(text, start, end) if pattern else None
    return found.start() if found else end


def _script_end(text: str, start: int, end: int) -> int:
    """The same for a script, which may hold a script in a comment."""
    at, depth = start, 0
    while mark := _SCRIPT.search(text, at, end):
        at = mark.end()
        if mark[0] == "<!--":
            depth, at = max(depth, 1), mark.start() + 2  # "<!-->" begins and ends a comment
        elif mark[0] == "-->":
            depth = 0
        elif not mark[1]:
            depth = 2 if depth else 0
        elif depth == 2:
            depth = 1
        else:
            return mark.start()
    return end
