"""Finds letters that were read in the wrong encoding, and what they were."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.article import Article
from tqcheck.detectors._misread import (
    CODECS,
    RUSSIAN_SIGN,
    UTF8,
    has_long_run,
    has_sequence,
    read_back,
)
from tqcheck.finding import Hit, Safety
from tqcheck.later import later
from tqcheck.record import NamedTuple
from tqcheck.source import Span
from tqcheck.wake import Trigger, Wake, trigger

FIELDS = ("fixed", "codec")
PARAMS: Mapping[str, Any] = {"kind": "utf8"}
"""``kind``: "utf8" (UTF-8 read as a one-byte encoding) or "codepage" (one of these read as
another: “Wa\u00b3\u00easa”)."""

_ROUNDS = 3
_RUN = later(
    r"(?![\u2010-\u2122])(?![\u3000-\U0010ffff])[^\x00-\x7f]"
    r"(?:[^\x00-\x7f]|(?<=[\u00c2\u00c3])[ ])+"
)
"""Two characters or more beyond ASCII, where the first can be a lead byte."""
_HALF_QUOTE = later(r"\u00e2\u20ac(?=[\s.,;:!?)]|\Z)")
"""What is left of a closing quotation mark when its last byte, which has no letter, is lost."""
_WORD_AROUND = later(r"\S*")
_SIGN = later(r"[\u0080-\u00bf\u02c6\u02dc\u2013-\u2122]")
_CYRILLIC_LEADS = "\u0420\u0421\u0432\u0412\u0413\u0414\u0415"
"""What the lead bytes of Cyrillic, of marks and of Latin letters are in Windows-1251."""
_CLOSERS = "\u2019\u201d\u2026\u2013\u2014"
_LETTER = later(r"[^\W\d_]")
_ARTICLE_CHARS = later(
    r"""
    (?: [\u00a0-\u017f\u0192\u0218-\u021b\u1e00-\u1eff]         # Latin letters and signs
      | [\u0370-\u03ff\u0400-\u052f\u0590-\u05f4\u0600-\u06ff]   # Greek to Arabic
      | [\u2010-\u2044\u20a0-\u20bf\u2116\u2122\ufeff]            # marks and signs of trade
      | [\u3000-\u9fff\uac00-\ud7a3\uff00-\uffef\U0001f300-\U0001faff] )+
    """,
    re.VERBOSE,
)

_POLISH = later(
    r"""
    (?<![\w\u00a1-\u00bf])
    (?: (?=[^\W\d_]{0,12}[\u00b1\u00b3\u00b6\u00b9\u00bc\u00bf])   # a sign among letters
        [A-Za-z\u00a3\u00af\u00d3\u00f3\u0152\u0153\u0178]
        [A-Za-z\u00e6\u00ea\u00f1\u00f3\u0153\u0178\u00b1\u00b3\u00b6\u00b9\u00bc\u00bf]{2,}
        (?:[a-z]|(?<=[a-z]{2}[\u00b3\u00b9\u00bf]))
      | \u00a3(?!bn|mn|mil)[a-z\u00ea\u00f3]{3,}                     # a pound for a barred L
    )(?!\w)
    """,
    re.VERBOSE,
)
_RUSSIAN = later(r"(?<!\w)[\u00c0-\u00ff]{4,}(?!\w)")
_RUSSIAN_WORD = later(
    r"(?=.*[\u0431-\u0434\u0436\u0437\u043a-\u043d\u043f-\u0442])"
    r"(?=.*[\u0430\u0435\u0438\u043e\u0443\u044b\u044d-\u044f])[\u0410-\u042f]?[\u0430-\u044f]+"
)
_TURKISH = later(
    r"(?<!\w)(?:Erdo\u00f0an|\u00dd(?:stanbul|zmir|n\u00f6n\u00fc|mamo\u00f0lu)"
    r"|[A-Z][^\W\d_]*(?:o\u00f0lu|ta\u00fe|ba\u00fe|\u00fd\u00fe|ü\u00fe|da\u00f0|k\u00fdr))(?!\w)"
)
_POLISH_SIGN = later(r"[\u00a3\u00b1\u00b3\u00b6\u00b9\u00bc\u00bf]")
_TURKISH_SIGN = later(r"[\u00dd\u00f0\u00fd\u00fe]")
_ISO2 = frozenset("\u00b1\u00b6\u00bc")


class _Found(NamedTuple):
    """A stretch of the view, what it was, how it was misread, and whether that is certain."""

    span: Span
    fixed: str
    codec: str
    sure: bool


def wake(params: Mapping[str, Any]) -> Wake:
    """Where characters beyond ASCII make a byte sequence of UTF-8, or a sign stands in a word."""
    if params["kind"] == "codepage":
        signs = Trigger("[\u00a3\u00b1\u00b3\u00b6\u00b9\u00bc\u00bf]", _touches_letter)
        return Wake((signs, trigger(_TURKISH)), check=has_long_run)
    return Wake(check=has_sequence)


def _touches_letter(match: re.Match[str]) -> bool:
    around = match.string[max(0, match.start() - 1) : match.end() + 1]
    return any(char.isalpha() for char in around)


def find(article: Article, params: Mapping[str, Any]) -> Iterator[Hit]:
    """The misread stretches; linear in the text.

    A stretch counts as UTF-8 misread if its bytes are well-formed UTF-8 and either no word is
    written so (a sign or a capital among small letters), or ftfy finds it bad in its word, or
    the article holds another that is certain. ftfy is loaded only for the doubtful ones.
    """
    if article.view.isascii():
        return
    if params["kind"] == "codepage":
        yield from _codepages(article)
        return
    found = list(_misread(article))
    certain = {item.codec for item in found if item.sure}
    for item in found:
        if item.codec in certain or _bad(article, item):
            yield Hit(item.span, {"fixed": item.fixed, "codec": _shown(item.codec)})
    if certain:
        for match in _HALF_QUOTE.finditer(article.view):
            yield Hit(Span(*match.span()), {"fixed": "\u201d", "codec": _shown("cp1252")})


def _misread(article: Article) -> Iterator[_Found]:
    """All stretches of well-formed UTF-8, read by the encoding that makes most of each run."""
    for match in _RUN.finditer(article.view):
        at, run = match.start(), match.group()
        most = 0
        best: tuple[str, list[tuple[int, int]]] = ("", [])
        for codec in CODECS:
            cuts = [cut.span() for cut in UTF8.finditer(read_back(run, codec))]
            length = sum(end - start for start, end in cuts)
            if length > most:
                most, best = length, (codec, cuts)
        codec, cuts = best
        for start, end in cuts:
            span = Span(at + start, at + end)
            fixed = _decoded(run[start:end], codec)
            if codec == "cp1251" and run[start] not in _CYRILLIC_LEADS:
                continue
            if _ARTICLE_CHARS.fullmatch(fixed):
                sure = _sure(article.view, span, fixed)
                yield _Found(span, fixed.replace("\ufeff", ""), codec, sure)


def _decoded(run: str, codec: str) -> str:
    """The text after as many rounds as it takes, at most three: “Ã\u0192Â©” was misread twice."""
    fixed = run
    for _ in range(_ROUNDS):
        try:
            again = read_back(fixed, codec).decode("utf-8")
        except UnicodeDecodeError:
            break
        if again == fixed or again.isascii():
            break
        fixed = again
    return fixed


def _sure(view: str, span: Span, fixed: str) -> bool:
    """Whether no word is written so: a sign among letters, a capital inside a word."""
    run = view[span.start : span.end]
    before, after = view[span.start - 1 : span.start], view[span.end : span.end + 1]
    if run.endswith(" "):
        return before.isalnum() and (run[0] == "\u00c2" or before.islower())
    if fixed == "\ufeff" or (len(fixed) > 1 and len(run) > 5):
        return True
    if run[-1] in _CLOSERS and len(run) == 2 and not after.isalpha():
        return False
    inside = before.islower() or (before.isalpha() and after.islower())
    if inside and run[0].isupper() and fixed[0].isalpha():
        return True
    if _LETTER.match(run) and fixed[0].isalpha() and _SIGN.search(run[1:]):
        return before.isalpha() or after.islower()
    return run[0] in "\u00e2\u0432" and fixed[0] in "\u2018\u2019\u201c\u201d\u2013\u2014\u2026"


def _bad(article: Article, item: _Found) -> bool:
    """ftfy's opinion on the word that holds a stretch."""
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    view = article.view
    start = max(view.rfind(" ", 0, item.span.start), view.rfind("\n", 0, item.span.start)) + 1
    start = max(start, item.span.start - 40)
    match = _WORD_AROUND.match(view, item.span.end, item.span.end + 40)
    if article.text(item.span).endswith(" "):
        return False
    word = view[start : match.end() if match else item.span.end]
    return bool(is_bad(word)) and fix_encoding(word) != word


def _shown(codec: str) -> str:
    return {"mac_roman": "Mac Roman"}.get(codec, f"Windows-{codec[2:]}")


def _codepages(article: Article) -> Iterator[Hit]:
    """Polish read as Western European, Turkish read as Icelandic, Russian as Western European."""
    view = article.view
    for match in _POLISH.finditer(view) if _POLISH_SIGN.search(view) else ():
        word = match.group()
        codec = "iso8859_2" if _ISO2.intersection(word) else "cp1250"
        fixed = word.encode("cp1252", "replace").decode(codec, "replace")
        if fixed.isalpha():
            yield Hit(Span(*match.span()), {"fixed": fixed, "codec": "Windows-1250"})
    for match in _TURKISH.finditer(view) if _TURKISH_SIGN.search(view) else ():
        fixed = match.group().encode("cp1252", "replace").decode("cp1254")
        yield Hit(Span(*match.span()), {"fixed": fixed, "codec": "Windows-1254"})
    for match in _RUSSIAN.finditer(view) if RUSSIAN_SIGN.search(view) else ():
        fixed = match.group().encode("cp1252", "replace").decode("cp1251", "replace")
        if not _RUSSIAN_WORD.fullmatch(fixed):
            continue
        yield Hit(
            Span(*match.span()), {"fixed": fixed, "codec": "Windows-1251"}, safety=Safety.DISPLAY
        )
