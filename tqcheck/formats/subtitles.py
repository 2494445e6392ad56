"""Subtitles: the words of each cue in SRT and WebVTT, without times, tags and settings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from tqcheck.document import Document, UnwritableError
from tqcheck.formats._subtitle_cues import Cue, Row, cues
from tqcheck.formats.build import Builder, Escape
from tqcheck.formats.reading import Reading
from tqcheck.later import later
from tqcheck.source import Source

_MARKUP = later(
    r"""
      (?P<close></[^<>\n]{0,80}>)
    | (?P<open><(?:[A-Za-z][^<>\n]{0,200}|\d[\d:.]*)> | \{\\[^{}\n]{0,200}\})
    | (?P<entity>&(?:\#\d{2,7}|\#[xX][0-9A-Fa-f]{2,6}|[A-Za-z]{2,24});)
    """,
    re.VERBOSE,
)
_VOICE = later(
    r"""
    (?:<[^<>\n]{0,200}>|\{\\[^{}\n]{0,200}\}|[ \t\u00a0])*+      # tags before the dash
    (?:[-\u2010\u2013]|\u2014(?=[ \u00a0]))(?=[ \u00a0]*[^\s-])
    """,
    re.VERBOSE,
)
"""The dash before the words of one of two speakers, in a row of its own."""


def read(source: Source, reading: Reading) -> Document:
    """The document of an SRT file, or of WebVTT (format "vtt"): a region a cue.

    A cue whose rows begin with dashes has a region a speaker. Raises SourceError for what is
    neither, with the row. Linear in the file's length.
    """
    builder = Builder(source)
    vtt = reading.format == "vtt"
    escape = _in_vtt if vtt else _in_srt
    for cue in cues(source, vtt=vtt, note=builder.comment):
        for rows in _voices(source.text, cue):
            _add(builder, source.text, rows, escape, vtt=vtt)
    return builder.document()


def _voices(text: str, cue: Cue) -> Iterator[list[Row]]:
    """The rows of a cue by speaker, without the dashes before their words."""
    voice: list[Row] = []
    for start, end in cue.rows:
        dash = _VOICE.match(text, start, end)
        if dash is not None:
            if voice:
                yield voice
            voice, start = [], dash.end()
        if start == end and voice:
            yield voice
            voice = []
        elif start < end:
            voice.append((start, end))
    if voice:
        yield voice


def _add(builder: Builder, text: str, rows: Sequence[Row], escape: Escape, *, vtt: bool) -> None:
    """One region: rows joined by soft breaks, tags as markup.

    It is a caption and no paragraph: a cue may begin and end within a sentence.
    """
    builder.open("caption", "", escape)
    behind = -1
    for start, end in rows:
        stop = start + len(text[start:end].rstrip())
        start += len(text[start:stop]) - len(text[start:stop].lstrip())
        if start >= stop:
            continue
        if behind >= 0:
            builder.shown("\n", behind, start)
        at = start
        for match in _MARKUP.finditer(text, start, stop):
            if match["entity"] and not vtt:
                continue
            builder.text(at, match.start())
            _mark(builder, match)
            at = match.end()
        builder.text(at, stop)
        behind = stop
    builder.close()


def _mark(builder: Builder, match: re.Match[str]) -> None:
    if match["entity"]:
        builder.shown(unescape(match.group()), *match.span())
    elif match["close"]:
        builder.closes(*match.span())
    else:
        builder.opens(*match.span())


def _in_vtt(text: str, _at: int) -> str:
    _one_row(text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _in_srt(text: str, _at: int) -> str:
    _one_row(text)
    if "<" in text or "{\\" in text:
        raise UnwritableError("it would begin a tag")
    return text


def _one_row(text: str) -> None:
    if "\n" in text or "\r" in text:
        raise UnwritableError("it would begin a row")
    if "-->" in text:
        raise UnwritableError("an arrow divides times")
