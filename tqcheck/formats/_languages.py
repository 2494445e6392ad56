"""What files say of a language (a tag, a code, an English name), as the code tqcheck knows."""

from __future__ import annotations

from functools import lru_cache

from tqcheck.language import NAMES
from tqcheck.later import later

_TAG = later(r"[A-Za-z]{2,3}(?:[-_@.][A-Za-z0-9]{1,15})*")
_THREE = {
    "en": "eng", "pl": "pol", "cs": "ces cze", "sk": "slk slo", "de": "deu ger", "nl": "nld dut",
    "fr": "fra fre", "es": "spa", "pt": "por", "it": "ita", "ro": "ron rum", "sv": "swe",
    "tr": "tur", "ru": "rus", "uk": "ukr", "bg": "bul", "el": "ell gre", "zh": "zho chi cmn",
    "ja": "jpn", "ko": "kor", "ar": "ara arb", "hi": "hin", "hu": "hun", "fi": "fin",
}  # fmt: skip
_CODES = {name.lower(): code for code, name in NAMES.items()}
_CODES.update((three, code) for code, names in _THREE.items() for three in names.split())
_UNTOLD = ("und", "mul", "zxx", "mis")


@lru_cache(maxsize=256)
def code_of(said: str) -> str:
    """The code of a language told by a tag, a code or its English name, "" if it is none."""
    low = said.strip().lower().replace("_", "-")
    first = low.split("-")[0]
    if code := _CODES.get(first):
        return code
    return first if _TAG.fullmatch(low) and low not in _UNTOLD else ""
