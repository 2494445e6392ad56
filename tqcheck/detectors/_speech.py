"""Reads the dash speech of an article once: what is said, by which dashes, how surely."""

from __future__ import annotations

from tqcheck.article import Article
from tqcheck.detectors._quotes import of_region
from tqcheck.detectors._speech_dashes import Dash, dashes, without_items
from tqcheck.detectors._speech_marks import Marks, Place, Speech, marks_of
from tqcheck.detectors._speech_wake import may_speak
from tqcheck.detectors._speech_walk import Walk
from tqcheck.document import Region

_SKIPPED = ("furniture", "credit", "cell")
_LITERARY = 3
"""From how many paragraphs with a touching dash on a text may be literature."""


class _Block:
    """A region's speeches and whether it begins with a dash."""

    def __init__(self, found: list[Speech], first: Dash | None, start: int) -> None:
        self.found = found
        self.dashed = first is not None and first.at == start
        self.glued = self.dashed and first is not None and first.glyph in "—―" and not first.right

    @property
    def attributed(self) -> bool:
        """Whether an attribution closes one of its speeches."""
        return any(not speech.needs for speech in self.found)

    @property
    def by_dash(self) -> bool:
        """Whether a dash does."""
        return any(not one.needs and one.sure and one.closed_by_dash for one in self.found)


def speeches(article: Article) -> tuple[Speech, ...]:
    """The dash speech of an article, in order; worked out once (catalogue deep dive B)."""
    return article.memo("dash speech", _analyse) if may_speak(article.view) else ()


def _analyse(article: Article) -> tuple[Speech, ...]:
    marks = marks_of(article)
    blocks = [
        _block(article, region, marks) for region in article.regions if region.kind not in _SKIPPED
    ]
    if _is_literary(blocks):
        return ()
    _drop_lists(blocks)
    dialogue = any(block.by_dash for block in blocks)
    reopens = any(one.reopens for block in blocks for one in block.found)
    found: list[Speech] = []
    for place, block in enumerate(blocks):
        neighbours = blocks[max(0, place - 1) : place] + blocks[place + 1 : place + 2]
        alone = not any(one.dashed and not one.by_dash for one in neighbours)
        for speech in block.found:
            if speech.needs == "dialogue":
                beside = block.dashed and any(one.dashed and one.attributed for one in neighbours)
                if beside or (dialogue and (alone or len(block.found) > 1)):
                    found.append(speech)
            elif speech.needs in ("reopens", "incise"):
                found.append(_weighed(speech, reopens, article.origin))
            else:
                found.append(speech)
    return tuple(found)


def _weighed(speech: Speech, reopens: bool, source_lang: str) -> Speech:
    """How sure a speech is whose attribution has sentences behind it.

    Where the article opens speech anew with a dash, what follows without one is narration;
    French and Italian go on with the speech.
    """
    if speech.needs == "incise":
        return speech._replace(sure=speech.sure and source_lang in ("fr", "it"))
    return speech._replace(sure=speech.sure and reopens)


def _block(article: Article, region: Region, marks: Marks) -> _Block:
    start, end = region.span
    stands: list[Dash] = without_items(article.view, dashes(article.view, start, end), start)
    if not stands:
        return _Block([], None, start)
    walk = Walk(Place(article.view, start, end, of_region(article, region), marks))
    found = walk.run(stands)
    return _Block(found, stands[0], start)


def _drop_lists(blocks: list[_Block]) -> None:
    """Silence runs of dash lines that are lists: two or more, of which few are attributed."""
    run: list[_Block] = []
    for block in [*blocks, None]:
        if block is not None and block.dashed:
            run.append(block)
            continue
        spoken = sum(1 for one in run if one.attributed)
        if len(run) >= 3 and 2 * spoken < len(run) and not any(one.by_dash for one in run):
            for one in run:
                one.found = []
        run = []


def _is_literary(blocks: list[_Block]) -> bool:
    """Whether a text sets its talk with dashes that touch the word and never close, as Joyce did.

    That is a house style of English fiction, not a trace of another language.
    """
    glued = sum(1 for block in blocks if block.glued)
    closed = sum(1 for block in blocks if block.by_dash)
    return glued >= _LITERARY and 4 * closed < glued
