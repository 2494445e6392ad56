"""Images of a text: one byte for each of its characters, in which literals are looked for.

A text is written in an 8-bit alphabet of our own (``encode``): ASCII, the typographic marks and
the letters of the Latin-script languages of Europe have a byte each, all other characters share
``OTHER``. Offsets in an image are therefore offsets in the text, and ``bytes.translate`` makes
coarser images of it: ``words`` and ``shapes``.
"""

from __future__ import annotations

from codecs import charmap_build, charmap_encode

_MARKS = "\u00a0“”„‘’‚«»–—…‹›‐‑‒―−\u200b\u00ad\ufeff\u2009\u202f°©®™€£¥₴₽№′″´·•§¿¡½×"
_LETTERS = (
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿ"
    "ĄąĆćĘęŁłŃńŚśŹźŻżČčĎďĚěŇňŘřŠšŤťŮůŽžĞğŞşŐőŰűĂăȘșȚțĐđ"
)
_FOLDED = {"\N{LATIN SMALL LETTER LONG S}": "s", "\N{KELVIN SIGN}": "k", "İ": "i", "ı": "i"}
"""What ``re.IGNORECASE`` takes for an ASCII letter besides its other case."""
_KEPT_CONTROLS = "\x00\t\n\r"
"""NUL stands in no text; without it in its place Python builds a table that is far slower."""


def _alphabet() -> str:
    """The character of each byte; unused bytes hold U+FFFE, which stands for none."""
    slots = [chr(code) if 32 <= code < 127 else "" for code in range(256)]
    for char in _KEPT_CONTROLS:
        slots[ord(char)] = char
    rest = iter(dict.fromkeys((*_FOLDED, *_MARKS, *_LETTERS)))
    return "".join(slot or next(rest, "\ufffe") for slot in slots)


ALPHABET = _alphabet()
"""The character of each of the 256 bytes; ``OTHER`` is also that of all that have none."""
OTHER = ord("?")
EDGE = ord("\n")
"""What stands before and after a text."""
_MAP = charmap_build(ALPHABET)
_PLAIN = bytes(code for code, char in enumerate(ALPHABET) if ord(char) == code)


def _code(char: str) -> int:
    found = ALPHABET.find(char)
    return OTHER if found < 0 else found


def _is_letter(char: str) -> bool:
    """Whether the pattern ``[^\\W\\d_]`` takes a character."""
    return char.isalnum() and not char.isdecimal()


def _word_code(char: str) -> int:
    if not _is_letter(char):
        return ord(" ")
    return _code(_FOLDED.get(char, char.lower()))


def _shape_code(code: int, char: str) -> int:
    if _is_letter(char):
        return ord("A") if char.isupper() else ord("a")
    return ord("0") if char.isdecimal() else code


WORDS = bytes(map(_word_code, ALPHABET))
"""Letters without their case; all else a blank."""
SHAPES = bytes(_shape_code(code, char) for code, char in enumerate(ALPHABET))
"""Letters as ``a`` or ``A``, digits as ``0``; all else as it is."""
SPELLED = bytes(code if _is_letter(char) else ord(" ") for code, char in enumerate(ALPHABET))
"""Letters as they are; all else a blank."""


FOLDED = bytes(_word_code(char) if _is_letter(char) else code for code, char in enumerate(ALPHABET))
"""Letters without their case; all else as it is."""
BLANKS = bytes(code for code, char in enumerate(ALPHABET) if char.isspace())
"""All blanks and line ends."""


def encode(text: str) -> bytes:
    """The text in the alphabet, with an ``EDGE`` on both sides: byte ``i + 1`` is ``text[i]``."""
    if text.isascii():
        raw = text.encode("ascii")
        if not raw.translate(None, _PLAIN):
            return b"\n%b\n" % raw
    written: bytes = charmap_encode(text, "replace", _MAP)[0]
    return b"\n%b\n" % written


def decode(written: bytes) -> str:
    """The text of bytes without ``OTHER`` that no character shares."""
    return "".join(ALPHABET[code] for code in written)


def is_whole(text: str, image: bytes) -> bool:
    """Whether every character of a text has a byte of its own in its image."""
    return image.count(OTHER) == text.count("?")
