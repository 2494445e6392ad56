"""Says what is wrong with a text that is no JSON, and where."""

from __future__ import annotations

from tqcheck.errors import SourceError
from tqcheck.later import later
from tqcheck.source import Source

_BLANKS = later(r"[ \t\r\n]*+")
_STRING_PART = later(
    r"""[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})[^"\\\x00-\x1f]*+)*+"""
)
_WORD = later(r"[^\s\[\]{}:,\"]{1,30}")
_SIMPLE = r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+|true|false|null"
_SCALAR = later(_SIMPLE)
_RUN = later(rf"(?:[ \t\r\n]*+(?:{_SIMPLE})[ \t\r\n]*+,)*+")
"""What a scan takes at one go."""
_TODO = "mend it there, or leave the file out"


def invalid(source: Source, what: str, at: int, todo: str = _TODO) -> SourceError:
    """The error of a source with the row and column of an offset."""
    row, column = source.location(at)
    return SourceError(source.path, f"is not valid JSON: {what} (row {row}, column {column})", todo)


class Place:
    """A place from which a scan can't go on, to be looked at more slowly.

    ``inside`` is "{" or "[" for a member or an element, "" for a value at the top.
    """

    def __init__(self, source: Source, at: int, end: int, inside: str) -> None:
        self._source, self._text, self._end = source, source.text, end
        self._at, self._inside = at, inside

    def error(self) -> SourceError:
        """What is wrong there."""
        if self._inside == "[" and (run := _RUN.match(self._text, self._at, self._end)):
            self._at = run.end()
        if self._skip():
            return self._ends()
        if self._char() in "}]":
            return self._closed()
        if self._inside == "{" and (wrong := self._key()):
            return wrong
        if wrong := self._value():
            return wrong
        return self.behind()

    def behind(self) -> SourceError:
        """What is wrong behind a value."""
        if self._skip():
            return self._ends()
        return self._wrong(f"a comma is missing before {self._word()}")

    def _key(self) -> SourceError | None:
        if self._char() != '"':
            return self._wrong(f"{self._word()} stands where a key in double quotes belongs")
        if wrong := self._string():
            return wrong
        if self._skip():
            return self._ends()
        if self._char() != ":":
            return self._wrong(f"a colon is missing before {self._word()}")
        self._at += 1
        return self._ends() if self._skip() else None

    def _value(self) -> SourceError | None:
        if self._char() == '"':
            return self._string()
        found = _SCALAR.match(self._text, self._at, self._end)
        word = _WORD.match(self._text, self._at, self._end)
        if found and (word is None or found.end() >= word.end() or len(word[0]) == 30):
            self._at = found.end()
            return None
        return self._wrong(f"{self._word()} is no value of JSON")

    def _string(self) -> SourceError | None:
        start = self._at
        found = _STRING_PART.match(self._text, start + 1, self._end)
        self._at = found.end() if found else start
        char = self._char()
        if not char:
            self._at = start
            return self._wrong("a string is not closed")
        if char == "\\":
            shown = self._text[self._at : min(self._at + 2, self._end)]
            return self._wrong(f"a bad escape, {shown.strip()}, in a string")
        if char != '"':
            name = "a line break" if char in "\r\n" else f"the control character U+{ord(char):04X}"
            return self._wrong(f"{name} stands in a string")
        self._at += 1
        return None

    def _closed(self) -> SourceError:
        char = self._char()
        if char != {"{": "}", "[": "]"}.get(self._inside):
            return self._wrong(f"{char} closes what is not open")
        return self._wrong(f"a comma stands before {char} and nothing follows it")

    def _ends(self) -> SourceError:
        inside = {"{": "within an object", "[": "within an array", "": "before a value"}
        where = "the row" if self._end < len(self._text) else "the file"
        return self._wrong(f"{where} ends {inside[self._inside]}")

    def _skip(self) -> bool:
        """Go on to the next sign; True if there is none."""
        found = _BLANKS.match(self._text, self._at, self._end)
        self._at = found.end() if found else self._at
        return self._at >= self._end

    def _char(self) -> str:
        return self._text[self._at : min(self._at + 1, self._end)]

    def _word(self) -> str:
        found = _WORD.match(self._text, self._at, self._end)
        return found[0] if found else self._char()

    def _wrong(self, what: str) -> SourceError:
        return invalid(self._source, what, self._at)
