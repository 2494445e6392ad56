"""Walks over the values of a JSON text without recursion and notes the strings that are prose."""

from __future__ import annotations

import re

from tqcheck.errors import SourceError
from tqcheck.formats._fields import LANGUAGE, ORIGIN, Zones
from tqcheck.formats._json_errors import Place, invalid
from tqcheck.formats._json_strings import decoded
from tqcheck.later import later
from tqcheck.record import NamedTuple
from tqcheck.source import Source

_DEEPEST = 1000
_STRING = r"""
    "( [^"\\\x00-\x1f]*+ (?: \\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}) [^"\\\x00-\x1f]*+ )*+ )"
"""
_SCALAR = r"""
    (?: -?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+ | true | false | null )
    (?= [ \t\r\n,\]}] | \Z )
"""
_VALUE = rf"(?: (?: {_STRING} | {_SCALAR} ) [ \t\r\n]*+ ([,\]}}]) | ([\[{{]) )"
_MEMBER = later(rf"[ \t\r\n]*+ {_STRING} [ \t\r\n]*+ : [ \t\r\n]*+ {_VALUE}", re.VERBOSE)
"""A key, a string, what stands behind a simple value, what opens a compound one."""
_ELEMENT = later(
    rf"""
    [ \t\r\n]*+
    (?: {_SCALAR} [ \t\r\n]*+ , [ \t\r\n]*+ )*+     # a run of numbers at one go
    {_VALUE}
    """,
    re.VERBOSE,
)
_TOP = later(rf"[ \t\r\n]*+ (?: {_STRING} | {_SCALAR} | ([\[{{]) )", re.VERBOSE)
_CLOSED = later(r"[ \t\r\n]*+([}\]])")
_NEXT = later(r"[ \t\r\n]*+([,}\]])")
_WRAPPED = frozenset({"rendered", "value", "text", "html", "#text", "$t", "$"})
"""Keys under which the text stands where a prose field holds an object."""
_UNSET = -2


class Found(NamedTuple):
    """A string that is prose: its span within the quotes, its zone, the object it stands in.

    ``owner`` counts the objects noted in Scan, -1 for none.
    """

    start: int
    end: int
    zone: str
    owner: int


class Noted(NamedTuple):
    """An object that holds prose or tells a language; ``above`` is the one it stands in, or -1.

    ``listed`` tells whether it stands in an array, ``top`` whether that is the whole text, and
    ``zone`` is that of the key above it.
    """

    above: int
    listed: bool
    top: bool
    zone: str


class _Frame:
    """An object or, without ``keys``, an array that is open."""

    __slots__ = ("keys", "own", "zone")

    def __init__(self, keys: set[str] | None, zone: str) -> None:
        self.keys, self.zone, self.own = keys, zone, _UNSET


class Scan:
    """What the values of a text hold: ``found`` strings in its order, ``noted`` objects, and the
    languages that some of these have ``said`` to be in, and to have come ``out_of``.

    Raises SourceError for what is not JSON, with row and column.
    """

    def __init__(self, source: Source, zones: Zones, lang: str) -> None:
        self.found: list[Found] = []
        self.noted: list[Noted] = []
        self.said: dict[int, str] = {}
        self.out_of: dict[int, str] = {}
        self._source, self._text = source, source.text
        self._zones, self._lang = zones, lang
        self._stack: list[_Frame] = []

    def clear(self) -> None:
        """Forget what was found, before the next value."""
        self.found.clear()
        self.noted.clear()
        self.said.clear()
        self.out_of.clear()

    def value(self, at: int, end: int) -> int:
        """Scan one value of the text up to ``end``; where it ends."""
        top = _TOP.match(self._text, at, end)
        if top is None:
            raise Place(self._source, at, end, "").error()
        at = top.end()
        if top[2]:
            at = self._open(top[2], "", at, end)
        stack = self._stack
        while stack:
            frame = stack[-1]
            if frame.keys is None:
                at = self._element(frame, at, end)
            else:
                at = self._member(frame, frame.keys, at, end)
        return at

    def _member(self, frame: _Frame, keys: set[str], at: int, end: int) -> int:
        match = _MEMBER.match(self._text, at, end)
        if match is None:
            raise Place(self._source, at, end, "{").error()
        key, string, behind, opens = match.groups()
        if "\\" in key:
            key = decoded(key)
        if key in keys:
            what = f"the key “{key[:40]}” stands twice in one object"
            raise invalid(self._source, what, match.start(1), "leave out one of the two")
        keys.add(key)
        zone = self._zones[key]
        if frame.zone and self._wraps(key.lower()):
            zone = frame.zone
        if opens:
            return self._open(opens, "" if zone in (LANGUAGE, ORIGIN) else zone, match.end(), end)
        if zone and string:
            if zone is LANGUAGE:
                self.said[self._owner()] = decoded(string)
            elif zone is ORIGIN:
                self.out_of[self._owner()] = decoded(string)
            else:
                self.found.append(Found(*match.span(2), zone, self._owner()))
        return match.end() if behind == "," else self._close(behind, match.end(), end)

    def _wraps(self, key: str) -> bool:
        """True for a key under which the text of the field above stands: "en-GB" for example."""
        return key in _WRAPPED or key.replace("_", "-").partition("-")[0] == self._lang

    def _element(self, frame: _Frame, at: int, end: int) -> int:
        match = _ELEMENT.match(self._text, at, end)
        if match is None:
            raise Place(self._source, at, end, "[").error()
        string, behind, opens = match.groups()
        if opens:
            return self._open(opens, frame.zone, match.end(), end)
        if frame.zone and string:
            self.found.append(Found(*match.span(1), frame.zone, self._owner()))
        return match.end() if behind == "," else self._close(behind, match.end(), end)

    def _open(self, sign: str, zone: str, at: int, end: int) -> int:
        """Begin an object or array; where the first thing in it begins, or what follows it."""
        self._stack.append(_Frame(set() if sign == "{" else None, zone))
        if len(self._stack) > _DEEPEST:
            raise invalid(self._source, f"it is nested more than {_DEEPEST:,} deep", at - 1)
        closed = _CLOSED.match(self._text, at, end)
        return self._close(closed[1], closed.end(), end) if closed else at

    def _close(self, sign: str, at: int, end: int) -> int:
        """End objects and arrays from a closing sign on; where the next thing begins."""
        stack = self._stack
        while True:
            frame = stack.pop()
            if sign != ("]" if frame.keys is None else "}"):
                raise self._unpaired(sign, at - 1)
            if not stack:
                return at
            follows = _NEXT.match(self._text, at, end)
            if follows is None:
                inside = "[" if stack[-1].keys is None else "{"
                raise Place(self._source, at, end, inside).behind()
            sign, at = follows[1], follows.end()
            if sign == ",":
                return at

    def _unpaired(self, sign: str, at: int) -> SourceError:
        opened = "an object" if sign == "]" else "an array"
        return invalid(self._source, f"{sign} stands where {opened} is to be closed", at)

    def _owner(self) -> int:
        """The number of the innermost open object, noted now if need be."""
        stack = self._stack
        low = len(stack)
        while low and stack[low - 1].own == _UNSET:
            low -= 1
        own = stack[low - 1].own if low else -1
        for at in range(low, len(stack)):
            frame = stack[at]
            if frame.keys is not None:
                listed = at > 0 and stack[at - 1].keys is None
                self.noted.append(Noted(own, listed, listed and at == 1, frame.zone))
                own = len(self.noted) - 1
            frame.own = own
        return own
