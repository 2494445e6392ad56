"""What the fields of a record are: prose of a zone, a language of the record, or nothing."""

from __future__ import annotations

from tqcheck.formats.reading import Reading, is_other, zone_of
from tqcheck.language import NAMES
from tqcheck.later import later

LANGUAGE = "?"
"""Stands for a zone where a field tells the language of the record."""

ORIGIN = "<"
"""Stands for a zone where a field tells the language that the record was written in first."""

_ORIGIN_FIELDS = ("source_lang", "source_language", "original_language", "sourcelanguage")
_LANGUAGE_FIELDS = ("lang", "language", "inlanguage")
_TAG = later(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_THREE = {
    "en": "eng", "pl": "pol", "cs": "ces cze", "sk": "slk slo", "de": "deu ger", "nl": "nld dut",
    "fr": "fra fre", "es": "spa", "pt": "por", "it": "ita", "ro": "ron rum", "sv": "swe",
    "tr": "tur", "ru": "rus", "uk": "ukr", "bg": "bul", "el": "ell gre", "zh": "zho chi cmn",
    "ja": "jpn", "ko": "kor", "ar": "ara arb", "hi": "hin", "hu": "hun", "fi": "fin",
}  # fmt: skip
_CODES = {name.lower(): code for code, name in NAMES.items()}
_CODES.update((three, code) for code, names in _THREE.items() for three in names.split())
_UNTOLD = ("und", "mul", "zxx", "mis")


class Zones(dict[str, str]):
    """The zone of a field by its name, LANGUAGE or ORIGIN for one that tells it, else ""."""

    def __init__(self, reading: Reading) -> None:
        self._fields = frozenset(one.lower() for one in reading.fields)

    def __missing__(self, name: str) -> str:
        """What a name not met before stands for."""
        low = name.strip().lower()
        zone = LANGUAGE if low in _LANGUAGE_FIELDS else ORIGIN if tells_origin(low) else ""
        if low in self._fields:
            zone = zone_of(low)
        self[name] = zone
        return zone


def tells_origin(name: str) -> bool:
    """True for a field that tells the language an article was written in first."""
    return name.lower().replace("-", "_") in _ORIGIN_FIELDS


def code_of(said: str) -> str:
    """The code of a language told by a tag, a code or its English name, "" if it is none."""
    low = said.strip().lower().replace("_", "-")
    first = low.split("-")[0]
    if code := _CODES.get(first):
        return code
    return first if _TAG.fullmatch(low) and low not in _UNTOLD else ""


def is_foreign(said: str, reading: Reading) -> bool:
    """True if what a record says of its language (a tag, a code, an English name) is another."""
    said = said.strip().lower()
    if said in _UNTOLD:
        return False
    if code := _CODES.get(said.replace("_", "-").split("-")[0]):
        return is_other(code, reading)
    return _TAG.fullmatch(said) is not None and not said.startswith(reading.lang)
