"""Reads a labelled article: one text in inline notation gives input, golden text and marks.

``⟦category|as published|as an editor leaves it⟧`` is one mark. Several accepted repairs are
divided by ``‖``, the first is the golden one. A repair ``=`` leaves the text as published: on
its own it says "must be marked, nothing to mend by itself". ``⟦category?|…|…⟧`` may be marked
and may be left. Pieces with the same number (``⟦category#1|…|…⟧``) are one mark whose repair
has several places. Marks may span lines; they don't nest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tqcheck.source import Span

OPEN = "\N{MATHEMATICAL LEFT WHITE SQUARE BRACKET}"
CLOSE = "\N{MATHEMATICAL RIGHT WHITE SQUARE BRACKET}"
OR = "\N{DOUBLE VERTICAL LINE}"
KEEP = "="

_BRACKET = re.compile(f"[{OPEN}{CLOSE}]")
_LABEL = re.compile(r"(?P<category>[a-z][a-z-]*[a-z])(?P<group>#[0-9]+)?(?P<optional>\?)?")


class NotationError(ValueError):
    """A labelled article that can't be read; the message is ``where:row:column: what``."""


class Piece(NamedTuple):
    """One place of a mark: its span in the input text and the accepted repairs, golden first."""

    span: Span
    repairs: tuple[str, ...]


class Mark(NamedTuple):
    """What an editor would mark: one flaw, in one place or in several that belong together."""

    category: str
    pieces: tuple[Piece, ...]
    optional: bool = False
    mended: bool = True  # False: nothing but a human's decision mends it

    @property
    def span(self) -> Span:
        """From the first place to the last, in code points of the input text."""
        return Span(self.pieces[0].span.start, self.pieces[-1].span.end)

    @property
    def choices(self) -> int:
        """How many accepted repairs there are."""
        return max(len(piece.repairs) for piece in self.pieces)

    def edits(self, choice: int = 0) -> tuple[tuple[Span, str], ...]:
        """The replacements of one accepted repair, in order; 0 is the golden one."""
        return tuple((p.span, p.repairs[min(choice, len(p.repairs) - 1)]) for p in self.pieces)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled article: the text as published and the marks in it, sorted by start."""

    text: str
    marks: tuple[Mark, ...]

    @property
    def golden(self) -> str:
        """The text as the editor leaves it, with the first repair of every mark."""
        return self.mended([0] * len(self.marks))

    def mended(self, choices: Sequence[int]) -> str:
        """The text with the chosen repair of every mark; as many choices as marks."""
        edits = [
            edit
            for mark, choice in zip(self.marks, choices, strict=True)
            for edit in mark.edits(choice)
        ]
        return apply(self.text, edits)


def apply(text: str, edits: Sequence[tuple[Span, str]]) -> str:
    """``text`` with disjoint replacements made; two insertions at one place keep their order."""
    parts: list[str] = []
    at = 0
    for span, new in sorted(edits, key=lambda edit: edit[0]):
        parts += (text[at : span.start], new)
        at = span.end
    return "".join([*parts, text[at:]])


class _Raw(NamedTuple):
    """A piece as written, with its place in the notation for error messages."""

    at: int
    category: str
    group: str
    optional: bool
    mended: bool
    piece: Piece


def parse(notation: str, where: str = "<text>") -> Labelled:
    """Input text and marks of one article in inline notation.

    Offsets are code points of the input text. Raises NotationError for a bracket that is not
    closed or nested, a bad label, a wrong number of parts, a mark that changes nothing, and
    for pieces with one number that don't fit together.
    """
    parts: list[str] = []
    pieces: list[_Raw] = []
    at = length = 0
    opened = -1
    for bracket in _BRACKET.finditer(notation):
        if bracket.group() == OPEN:
            if opened >= 0:
                raise _error(where, notation, bracket.start(), "a mark opens inside a mark")
            opened = bracket.start()
            parts.append(notation[at:opened])
        elif opened < 0:
            raise _error(where, notation, bracket.start(), "a mark closes that was not opened")
        else:
            length += len(parts[-1])
            raw = _piece(notation, opened, bracket.start(), length, where)
            pieces.append(raw)
            parts.append(notation[opened + 1 : bracket.start()].split("|")[1])
            length += len(parts[-1])
            opened = -1
        at = bracket.end()
    if opened >= 0:
        raise _error(where, notation, opened, "a mark is not closed")
    text = "".join([*parts, notation[at:]])
    return Labelled(text, _grouped(pieces, notation, where))


def _piece(notation: str, opened: int, closed: int, offset: int, where: str) -> _Raw:
    fields = notation[opened + 1 : closed].split("|")
    if len(fields) != 3:
        what = f"a mark has 3 parts (category, published, repair), this one {len(fields)}"
        raise _error(where, notation, opened, what)
    label, published, repair = fields
    match = _LABEL.fullmatch(label)
    if match is None:
        what = f"“{label}” is not a label: a category in small letters, then #number, then ?"
        raise _error(where, notation, opened, what)
    repairs = tuple(published if r == KEEP else r for r in repair.split(OR))
    if len(set(repairs)) < len(repairs):
        raise _error(where, notation, opened, "two of the accepted repairs are the same")
    group = match["group"] or ""
    mended = repair.split(OR)[0] != KEEP
    if mended and repairs[0] == published and not group:
        raise _error(where, notation, opened, "the repair changes nothing; write = to keep it")
    piece = Piece(Span(offset, offset + len(published)), repairs)
    return _Raw(opened, match["category"], group, bool(match["optional"]), mended, piece)


def _grouped(raw: list[_Raw], notation: str, where: str) -> tuple[Mark, ...]:
    groups: dict[str, list[_Raw]] = {}
    for number, piece in enumerate(raw):
        groups.setdefault(piece.group or f"alone {number}", []).append(piece)
    marks = []
    for name, members in groups.items():
        first = members[0]
        counts = {len(member.piece.repairs) for member in members} - {1}
        if name.startswith("#") and len(members) == 1:
            raise _error(where, notation, first.at, f"{name} stands only once")
        if len({(member.category, member.optional) for member in members}) > 1:
            raise _error(where, notation, first.at, f"the pieces of {name} differ in label")
        if len(counts) > 1:
            raise _error(where, notation, first.at, f"the pieces of {name} differ in repairs")
        places = tuple(member.piece for member in members)
        mended = any(member.mended for member in members)
        marks.append(Mark(first.category, places, first.optional, mended))
    return tuple(sorted(marks, key=lambda mark: mark.span))


def _error(where: str, notation: str, at: int, what: str) -> NotationError:
    row = notation.count("\n", 0, at) + 1
    column = at - (notation.rfind("\n", 0, at) + 1) + 1
    return NotationError(f"{where}:{row}:{column}: {what}")
