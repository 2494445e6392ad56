"""What the fields of a record are: prose of a zone, a language of the record, or nothing."""

from __future__ import annotations

from tqcheck.formats.reading import Reading, zone_of

LANGUAGE = "?"
"""Stands for a zone where a field tells the language of the record."""

ORIGIN = "<"
"""Stands for a zone where a field tells the language that the record was written in first."""

_ORIGIN_FIELDS = ("source_lang", "source_language", "original_language", "sourcelanguage")
_LANGUAGE_FIELDS = ("lang", "language", "inlanguage")


class Zones(dict[str, str]):
    """The zone of a field by its name, LANGUAGE or ORIGIN for one that tells it, else ""."""

    def __init__(self, reading: Reading) -> None:
        self._fields = frozenset(one.lower() for one in reading.fields)

    def __missing__(self, name: str) -> str:
        """What a name not met before stands for."""
        low = name.strip().lower()
        zone = LANGUAGE if tells_language(low) else ORIGIN if tells_origin(low) else ""
        if low in self._fields:
            zone = zone_of(low)
        self[name] = zone
        return zone


def tells_language(name: str) -> bool:
    """True for a field that tells the language an article is in."""
    return name.lower() in _LANGUAGE_FIELDS


def tells_origin(name: str) -> bool:
    """True for a field that tells the language an article was written in first."""
    return name.lower().replace("-", "_") in _ORIGIN_FIELDS
