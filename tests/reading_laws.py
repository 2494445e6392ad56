"""What holds of every reader: the map is exact, and a fix changes what it says and no more."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from random import Random

from tqcheck.document import OBJECT, Document, PieceKind, Refusal
from tqcheck.finding import Edit
from tqcheck.source import Source, Span, apply_edits

Read = Callable[[Source], Document]
Excuse = Callable[[Document, Edit], bool]

_WORD = re.compile(r"[^\W\d_]+")
_MARKUP = ("<!--", "<br", "{{", "{#", "/>")
"""Signs of what an edit of a text that is shown otherwise (an entity, a row's end) would delete."""


def check_map(document: Document) -> None:
    """Pieces cover the view in order and don't overlap in the file; regions are set apart."""
    view, text = document.view, document.source.text
    at = 0
    for piece in document.pieces:
        assert piece.view.start == at < piece.view.end
        at = piece.view.end
        shown = view[piece.view.start : piece.view.end]
        assert 0 <= piece.source.start <= piece.source.end <= len(text)
        if piece.kind is PieceKind.VERBATIM:
            assert shown == text[piece.source.start : piece.source.end]
        elif piece.kind is PieceKind.PROTECTED:
            assert shown == OBJECT
        elif piece.kind is PieceKind.BREAK:
            assert shown == "\n" and piece.source.start < piece.source.end
        elif piece.kind is PieceKind.ATOMIC:
            written = text[piece.source.start : piece.source.end]
            assert written and not any(sign in written for sign in _MARKUP), written
    assert at == len(view)
    for region in document.regions:
        for before, after in pairwise(document.pieces_of(region.span)):
            assert before.source.end <= after.seam <= after.source.start
    in_file = sorted(one.source for one in document.pieces if one.kind is not PieceKind.JOINT)
    for one, other in pairwise(in_file):
        assert one.end <= other.start
    for before, after in pairwise(document.regions):
        assert view[before.span.end : after.span.start] == "\n\n"
    for region in document.regions:
        shown = view[region.span.start : region.span.end]
        assert shown.strip() == shown != ""
    if document.regions:
        assert document.regions[0].span.start == 0
        assert document.regions[-1].span.end == len(view)
    for comment in document.comments or ():
        assert 0 <= comment.span.start <= comment.span.end <= len(text)
        assert comment.beside or comment.span.start < comment.span.end


def check_fixes(
    document: Document, read: Read, random: Random, rounds: int = 4, excused: Excuse | None = None
) -> int:
    """Edits of words land where they are meant to, and nowhere else; how many could be made.

    Words are replaced, alone and two at a time, blanks put between two letters or taken out
    between two words, words deleted: what the fixes of rules do, at places chosen by chance.
    ``excused`` says of an edit in the file whether the format's own markup may be read otherwise
    beside it: fixing proves those anew.
    """
    made = 0
    words = list(_WORD.finditer(document.view))
    for _ in range(rounds if words else 0):
        at = random.randrange(len(words))
        edit = _chosen(document.view, *(words[at : at + 2] * 2)[:2], random)
        if _made(document, edit, read, excused):
            made += 1
    return made


def _chosen(view: str, word: re.Match[str], other: re.Match[str], random: Random) -> Edit:
    """An edit of a word, or of it and the one behind it ("other" is the same for the last)."""
    start, end = word.span()
    kind = random.randrange(6)
    if kind == 0 and end - start > 1:
        at = random.randrange(start + 1, end)
        return Edit(Span(at, at), " ")
    if kind == 1:
        return Edit(Span(end, end), "x & y")
    if end < other.start() and view[end : other.start()].isspace():
        if kind == 2:
            return Edit(Span(end, other.start()), "")
        if kind == 3:
            return Edit(Span(start, other.start()), "")
        if kind == 4:
            return Edit(Span(start, other.end()), "sample")
    return Edit(Span(start, end), "sample")


def _beside_markup(text: str, span: Span) -> bool:
    """Whether something that may be markup, or more blanks, stands close to a place."""
    if text[span.end : span.end + 1].isspace():
        return True
    near = text[max(0, span.start - 2) : span.start] + text[span.end : span.end + 2]
    return not near.replace(" ", "").replace(",", "").replace(".", "").isalnum()


def _made(document: Document, edit: Edit, read: Read, excused: Excuse | None) -> bool:
    in_file = document.edit(*edit)
    if isinstance(in_file, Refusal) or (excused and excused(document, in_file)):
        return False
    after = read(document.source.edited((in_file,)))
    expected = apply_edits(document.view, (edit,))
    same = after.view == expected and after.skeleton() == document.skeleton()
    if not edit.new and not same and _beside_markup(document.source.text, in_file.span):
        return False  # what stood apart meets now and may be markup: fixing takes that back
    assert after.view == expected, (document.source.text, edit, in_file)
    assert after.skeleton() == document.skeleton(), (document.source.text, edit, in_file)
    return True
