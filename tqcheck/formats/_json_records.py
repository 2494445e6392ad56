"""Tells which objects of a JSON text are articles of their own, and which are in what language."""

from __future__ import annotations

from tqcheck.formats._json_scan import Scan
from tqcheck.formats._languages import code_of
from tqcheck.formats.reading import Reading, is_other

_TITLE, _BODY, _OTHER = 1, 2, 4
_BITS = {"title": _TITLE, "paragraph": _BODY}


def languages(scan: Scan, reading: Reading) -> list[bool]:
    """For each noted object whether it is in another language: it says so, or the one above."""
    foreign: list[bool] = []
    for index, one in enumerate(scan.noted):
        said = scan.said.get(index)
        above = one.above >= 0 and foreign[one.above]
        foreign.append(above if said is None else is_other(said, reading))
    return foreign


def origins(scan: Scan) -> list[str]:
    """For each noted object the language it was written in first: as it says, or the one above."""
    found: list[str] = []
    for index, one in enumerate(scan.noted):
        above = found[one.above] if one.above >= 0 else ""
        found.append(code_of(scan.out_of[index]) if index in scan.out_of else above)
    return found


def articles(scan: Scan) -> list[int]:
    """For each noted object the article it belongs to, by number, or -1.

    An article is an element of the array that is the whole text; elsewhere an object with a
    title and a body, or an element of an array that has a title and more; none lies in another.
    """
    held = [0] * len(scan.noted)
    real: list[int] = []  # whose field an object's strings are: {"title": {"rendered": ...}}
    for index, one in enumerate(scan.noted):
        wraps = one.zone and not one.listed and one.above >= 0
        real.append(real[one.above] if wraps else index)
    for found in scan.found:
        if found.owner >= 0:
            held[real[found.owner]] |= _BITS.get(found.zone, _OTHER)
    belongs: list[int] = []
    for index, one in enumerate(scan.noted):
        above = belongs[one.above] if one.above >= 0 else -1
        whole = held[index] & _TITLE and held[index] & (_BODY | _OTHER if one.listed else _BODY)
        belongs.append(index if above < 0 and (one.top or whole) else above)
    return belongs
