"""Says what is wrong with a file that is not well-formed XML, or that no one should read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.parsers import expat

from tqcheck.errors import SourceError
from tqcheck.later import later
from tqcheck.source import Source

MOST_DEEP = 1000
"""How many elements may be open at once."""
MOST_DEFAULTS = 2_000
"""How many characters the attributes may have that a DTD within the file lists for one element,
names and defaults together: each start tag gets them.
"""

_MEND = "mend it there, or leave the file out"
_REFERENCE = later(r"&([^\s;&<]{1,40});")
_BARE = later(r"&[^\s;&<]{0,40}.?\Z", re.DOTALL)
_INVALID = "not well-formed (invalid token)"
_UNDEFINED = "undefined entity"
_UNCLOSED = ("mismatched tag", "no element found", "unclosed token")
_PLAINER = {
    "no element found": "the file ends too early",
    "unclosed token": "the file ends within a tag or a comment that begins here",
    "unclosed CDATA section": "the file ends within a CDATA section",
    "mismatched tag": "an end tag closes what is not open",
    "syntax error": "text or a bad tag stands before the first element",
    "junk after document element": "something stands behind the last end tag",
    "reference to invalid character number": "a reference to a character that XML forbids",
    "XML or text declaration not at start of entity": "<?xml …?> does not stand at the very start",
}
"""What expat says in other words, which tell of the file."""


def at_byte(data: bytes, offset: int, shift: int) -> int:
    """The code point at a byte offset; ``shift`` is the place of the first in the text."""
    return shift + len(data[:offset].decode("utf-8", "ignore"))


def malformed(
    source: Source, code: int, at: int, names: Sequence[str], opened: Sequence[int]
) -> SourceError:
    """The error of a file that expat gave up at a place; the innermost open element may be why."""
    said = expat.ErrorString(code) or "something is wrong"
    row, column = source.location(min(at, len(source.text)))
    where = f"row {row}, column {column}"
    todo = _MEND
    if said == _UNDEFINED and (found := _REFERENCE.match(source.text, at)):
        said = f"{said} {found[0]}"
        todo = "write the character itself or its number, such as &#160;"
    elif said == _INVALID:
        said = "invalid token"
        if _BARE.search(source.text, max(0, at - 40), at + 1):
            todo = "write a bare & as &amp;"
        elif source.text.rfind("<!--", 0, at) > source.text.rfind("-->", 0, at):
            said, todo = "two hyphens within a comment", "write a dash instead"
    elif said in _UNCLOSED and names:
        where += f"; <{names[0]}> of row {source.location(opened[0]).row} is still open"
    said = _PLAINER.get(said, said)
    return SourceError(source.path, f"is not well-formed XML: {said} ({where})", todo)


def too_deep(source: Source, at: int) -> SourceError:
    """The error of a file with too many elements within each other."""
    what = f"nests elements more than {MOST_DEEP:,} deep (row {source.location(at).row})"
    return SourceError(source.path, what, "leave the file out")


def too_many_defaults(source: Source, name: str, at: int) -> SourceError:
    """The error of a file whose DTD lists attributes without end."""
    where = f"<{name[:40]}>, row {source.location(at).row}"
    what = f"lists too many or too long attributes of one element in its DTD ({where})"
    return SourceError(source.path, what, "take the DTD out, or leave the file out")


def declares(source: Source, encoding: str) -> SourceError:
    """The error of a file that says it is in another encoding."""
    what = f"declares encoding {encoding[:40]}, but is read as UTF-8"
    return SourceError(
        source.path, what, "convert it, or let it declare UTF-8 if that is what it is"
    )


def defines_entity(source: Source, name: str, at: int) -> SourceError:
    """The error of a file whose DTD defines entities."""
    row = source.location(at).row
    what = f"defines an entity in its DTD (“{name[:40]}”, row {row}), which is not read"
    return SourceError(source.path, what, "write out what it stands for, and take the DTD out")
