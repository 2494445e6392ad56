"""Finds characters that no article is written with, and what should stand for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.finding import Hit
from tqcheck.later import later
from tqcheck.source import Span
from tqcheck.wake import Wake, trigger

FIELDS = ("char", "code")
PARAMS: Mapping[str, Any] = {"kind": "control"}
"""``kind``: "c1" (U+0080 to U+009F), "control" (those below a blank), "private" (no character
by any standard), "bidi" (marks of the writing direction), "compatibility" (ligatures,
full-width and mathematical letters), "decomposed" (a letter and its accent apart), "lost"
(U+FFFD for a letter) or "apostrophe" (U+FFFD or “?” for the one of a contraction)."""

_PATTERNS = {
    "c1": later(r"[\u0080-\u009f]"),
    "control": later(r"[\x01-\x08\x0b\x0e-\x1f\x7f\ufff9-\ufffb]+"),
    "private": later(r"[\ue000-\uf8ff\U000f0000-\U0010fffd]+"),
    "bidi": later(r"[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+"),
    "compatibility": later(
        r"""
        [\ufb00-\ufb06]+                                         # ligatures
        | [\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+             # full-width figures and letters
        | [\U0001d400-\U0001d7ff](?:[ ]?[\U0001d400-\U0001d7ff])+  # bold and script for show
        """,
        re.VERBOSE,
    ),
    "decomposed": later(r"[^\W\d_][\u0300-\u036f]+"),
    "lost": later(r"\ufffd(?!(?<=[a-z].)(?:t|s|re|ve|ll)\b)[\w\ufffd]{0,40}"),
    "apostrophe": later(r"[?\ufffd](?:(?<=n.)t|(?<=[a-z].)(?:s|re|ve|ll))(?![\w/=&?\ufffd])"),
}
_WORD_BEFORE = later(r"(?<![\w/.?&=%])[^\W_]{1,40}\Z")
_RTL = later(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BULLETS = {"\uf0b7": "\u2022", "\uf0a7": "\u25aa", "\uf0fc": "\u2713", "\uf0e0": "\u2192"}
_NEAR = 60


def wake(params: Mapping[str, Any]) -> Wake:
    """Where one of the characters stands."""
    kind = str(params["kind"])
    return Wake((trigger(_PATTERNS[kind], _composes if kind == "decomposed" else None),))


def _composes(match: re.Match[str]) -> bool:
    return _meant(match.group(), "decomposed") != match.group()


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """The stray characters; linear in the text. An ASCII text can hold only control characters."""
    view, kind = article.view, str(params["kind"])
    if kind not in ("control", "apostrophe") and view.isascii():
        return
    for match in _PATTERNS[kind].finditer(view):
        span, chars = Span(*match.span()), match.group()
        if kind == "bidi" and _RTL.search(view, max(0, span.start - _NEAR), span.end + _NEAR):
            continue
        if kind in ("lost", "apostrophe"):
            head = _WORD_BEFORE.search(view, max(0, span.start - 41), span.start)
            if head is None and kind == "apostrophe":
                continue
            span = Span(head.start() if head else span.start, span.end)
            chars = view[span.start : span.end]
        char = _meant(chars, kind)
        groups = {"char": char or "", "code": " ".join(f"U+{ord(one):04X}" for one in chars[:3])}
        if char != chars:
            yield Hit(span, groups, fixable=char is not None)


def _meant(chars: str, kind: str) -> str | None:
    """What the characters stand for, None if nobody can tell."""
    if kind in ("control", "bidi"):
        return ""
    if kind == "c1":
        return bytes((ord(chars),)).decode("cp1252", "ignore")
    if kind == "private":
        return _BULLETS.get(chars)
    if kind == "lost":
        return None
    if kind == "apostrophe":
        return re.sub(r"[?\ufffd]", "\u2019", chars)
    from unicodedata import normalize

    return normalize("NFC" if kind == "decomposed" else "NFKC", chars)
