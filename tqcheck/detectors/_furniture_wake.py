"""Tells quickly whether a line of an article may be page furniture."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from zlib import crc32

from tqcheck.detectors._furniture_phrases import GLYPHS, LONGEST, normal, phrases_of
from tqcheck.detectors._furniture_shapes import is_date, is_temperature, kind_by_shape

_SHORT = 60
"""A shorter line is looked at whether it ends as a sentence does or not."""
_PREFIX = 60
_NEAR_WORDS = 6
_QUOTES = "\"'\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb"
_CLOSERS = "\"'\u201d\u2019)]"
_MARKS = ("/", "|", "\u00a9", ">", "\u00bb", "\u203a", "\u2192", "@", "opyright", "eserved")
_SPELLED = ("OPYRIGHT", "ESERVED", "(c)", "(C)")
"""What most shapes hold that may end as a sentence does; the others begin with a word below."""
_OPENERS = frozenset(
    """photo photos photograph photographs image images picture pictures illustration pap epa afp
    ap reuters getty shutterstock tass ria ukrinform unian ukrafoto east anadolu aa imago dpa ansa
    efe xinhua yonhap kyodo čtk ctk mti lusa sita apa nurphoto zuma bloomberg istock istockphoto
    depositphotos pixabay unsplash pexels adobe alamy newspix forum fotohost reporter agencja
    facebook instagram twitter telegram youtube wikimedia wikipedia flickr google rex fot foto
    full copying reproduction reprinting quoting republication republishing redistribution
    distribution use using citing estimated read reading time comment comments""".split()
)
_ARTICLES = frozenset(("any", "the", "when", "if"))


@lru_cache(maxsize=8)
def check_of(phrases: tuple[str, ...]) -> Callable[[str], bool]:
    """The question whether a text has a line that may be furniture; one for all cards."""
    known = phrases_of(phrases)

    def prefixed(text: str, head: str, rest: str) -> bool:
        if known.begins(head, rest):
            line = normal(text)
            return known.match(line, near=False) is not None
        return False

    def near(text: str) -> bool:
        if ":" not in text and text.count(" ") >= 2 * _NEAR_WORDS:
            return False
        line = normal(text)
        return not line.terminal and known.match(line, near=True) is not None

    def may_be_furniture(row: str, marked: bool) -> bool:
        text = row.strip()
        if not text or len(text) > LONGEST:
            return False
        if text[1:2] == text[3:4] == " ":
            return True  # letters set apart: “A D V E R T …”
        head, rest = _start(text)
        if prefixed(text, head, rest):
            return True
        if len(text) < _SHORT or not _is_terminal(text):
            if near(text) or kind_by_shape(text) or is_temperature(text) or is_date(text):
                return True
        elif (marked and _has_mark(text)) or _opens_shape(head, rest):
            return bool(kind_by_shape(text))
        return False

    def check(view: str) -> bool:
        marked = _has_mark(view)
        view = view.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
        most = LONGEST + 20
        return any(
            may_be_furniture(row, marked)
            for row in view.split("\n")
            if row and (len(row) < most or len(row.strip()) <= LONGEST)
        )

    # The cards of one list share it by this name, also where promises are kept on disk.
    check.__qualname__ = f"furniture {crc32(repr(phrases).encode()):08x}"
    return check


def _is_terminal(text: str) -> bool:
    return text[-1] in ".!?\u2026" or text.rstrip(_CLOSERS)[-1:] in (".", "!", "?", "\u2026")


def _has_mark(text: str) -> bool:
    return any(mark in text for mark in _MARKS) or any(mark in text for mark in _SPELLED)


def _start(text: str) -> tuple[str, str]:
    """A line's first word and what follows, made comparable as phrases are."""
    start = text[:_PREFIX]
    if start[0].isalnum() or start[0] in _QUOTES:
        plain = start if start.isascii() else start.translate(GLYPHS)
        norm = plain.casefold().replace("e-mail", "email")
    else:
        norm = normal(start).norm
    head, *rest = norm.split(None, 1) or ("",)
    return head, rest[0] if rest else ""


def _opens_shape(head: str, rest: str) -> bool:
    if head in _ARTICLES:
        return rest.partition(" ")[0] in _OPENERS
    return head.strip('"(').partition("-")[0].rstrip(".,:") in _OPENERS
