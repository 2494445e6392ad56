"""Looks ahead in the tokens of an XML file: what an element holds."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.formats._xml_scan import CDATA, END, REFERENCE, START, Scan

_ENCODED = ("&lt;", "&amp;", "&#", "<![CDATA[")


def is_flat(scan: Scan, at: int) -> bool:
    """True if an element holds no other."""
    at += 1
    kinds = scan.kinds
    while kinds[at] != START and kinds[at] != END:
        at += 1
    return kinds[at] == END


def holds_text(scan: Scan, at: int) -> bool:
    """True if an element holds text of its own, beside that of the elements in it."""
    kinds, starts, ends, text = scan.kinds, scan.starts, scan.ends, scan.source.text
    last = scan.partners[at]
    while at < last:
        gap = text[ends[at] : starts[at + 1]]
        if gap and not gap.isspace():
            return True
        at += 1
        if kinds[at] in (CDATA, REFERENCE):
            return True
        if kinds[at] == START:
            at = scan.partners[at]
    return False


def may_be_encoded(scan: Scan, at: int) -> bool:
    """True if an element's text may hold markup that was written as text."""
    start, end = scan.ends[at], scan.starts[scan.partners[at]]
    text = scan.source.text
    return any(text.find(sign, start, end) >= 0 for sign in _ENCODED)


def said_in(scan: Scan, at: int, name: str) -> str:
    """The text of the first element of a name right within an element, "" if there is none."""
    last = scan.partners[at]
    at += 1
    while at < last:
        if scan.kinds[at] == START:
            if scan.names[at] == name:
                text = scan.source.text[scan.ends[at] : scan.starts[scan.partners[at]]].strip()
                return text.removeprefix("<![CDATA[").removesuffix("]]>").strip()
            at = scan.partners[at]
        at += 1
    return ""


def children(scan: Scan, at: int) -> Iterator[str]:
    """The names of the elements right within an element."""
    last = scan.partners[at]
    at += 1
    while at < last:
        if scan.kinds[at] == START:
            yield scan.names[at]
            at = scan.partners[at]
        at += 1
