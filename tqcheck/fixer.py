"""Applies fixes in rounds and proves after each that only the meant has changed; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from tqcheck.article import Article
from tqcheck.candidate import Candidate
from tqcheck.choice import disjoint
from tqcheck.engine import Also, Crash, Examined, examine
from tqcheck.finding import Edit, Finding, Safety
from tqcheck.later import later
from tqcheck.opening import Options, open_article
from tqcheck.record import NamedTuple
from tqcheck.revision import Revision
from tqcheck.rule import Rule
from tqcheck.source import Source, Span, apply_edits

ROUNDS = 10
"""How often fixes are sought anew; what is left then is reported, not applied."""
_JOINTS = later(r"\n\n(?:\n\n)+")
"""What is left of the blank rows around what is gone."""


class Dropped(NamedTuple):
    """A fix that was asked for and not applied, and why."""

    finding: Finding
    reason: str


class Fixed(NamedTuple):
    """A source after fixing.

    ``edits`` lead from the original text straight to ``source.text``; ``findings`` are what
    remains.
    """

    source: Source
    edits: tuple[Edit, ...]
    applied: int
    dropped: tuple[Dropped, ...]
    findings: tuple[Finding, ...]
    crashes: tuple[Crash, ...]


class _Place(NamedTuple):
    """Where a rule found something, in the file as it stands: fingerprints change with fixes."""

    code: str
    start: int


class _State(NamedTuple):
    """An article as it stands between two rounds."""

    article: Article
    examined: Examined


def fix(
    source: Source,
    rules: Sequence[Rule],
    least: Safety,
    options: Options,
    only: frozenset[str] = frozenset(),
    also: Also | None = None,
) -> Fixed:
    """Apply all fixes of at least that safety (of ``only`` these fingerprints, if any given).

    Each round takes the fixes that don't meet, earlier families first; the others wait. The
    file is then read again: a fix that changed more than it said, or that raised a finding of
    its own rule or an earlier one where it wrote, is taken back and listed in ``dropped``; it
    has a second chance when nothing else is left.
    """
    article = open_article(source, options)

    def look(it: Article) -> Examined:
        return examine(it, rules, also)

    state = _State(article, look(article))
    revision = Revision(source.text)
    dropped: dict[_Place, Dropped] = {}
    applied, again = 0, False
    for _ in range(1 if only else ROUNDS):
        chosen = disjoint(
            item
            for item in state.examined.candidates
            if item.finding.fix is not None
            and item.finding.fix.safety >= least
            and _place(item) not in dropped
            and (not only or item.finding.fingerprint in only)
        )
        if not chosen:
            if again or not dropped or not applied:
                break
            again, dropped = True, {}  # what stood in their way may be mended by now
            continue
        state = _round(state, chosen, look, options, dropped)
        edits = _file_edits(chosen)
        revision.apply(edits)
        dropped = {_moved(place, edits): drop for place, drop in dropped.items()}
        applied += len(chosen)
    return Fixed(
        state.article.document.source,
        revision.edits(),
        applied,
        tuple(dropped.values()),
        tuple(item.finding for item in state.examined.candidates),
        state.examined.crashes,
    )


def _round(
    state: _State,
    chosen: list[Candidate],
    look: Callable[[Article], Examined],
    options: Options,
    dropped: dict[_Place, Dropped],
) -> _State:
    """Apply ``chosen``, taking out of it what does not prove itself, and check anew."""
    while chosen:
        article = _applied(state.article, chosen, options)
        if article is None:
            culprits = _guilty(state.article, chosen, options)
            reason = "it would change more than it says"
        else:
            examined = look(article)
            culprits = _raising(state, examined, chosen)
            reason = "it would raise a new finding"
            if not culprits:
                return _State(article, examined)
        for item in culprits:
            chosen.remove(item)
            dropped[_place(item)] = Dropped(item.finding, reason)
    return state


def _guilty(article: Article, chosen: Sequence[Candidate], options: Options) -> Sequence[Candidate]:
    """Those of several fixes, which fail the proof together, that do so alone; half of them, else.

    The file is read again a few times for each of them, however many fixes there are.
    """
    if len(chosen) == 1:
        return chosen
    found: list[Candidate] = []
    halves = chosen[: len(chosen) // 2], chosen[len(chosen) // 2 :]
    for half in halves:
        if _applied(article, half, options) is None:
            found += _guilty(article, half, options)
    return found or halves[1]


def _applied(article: Article, chosen: Sequence[Candidate], options: Options) -> Article | None:
    """The article with the fixes applied and read again, or None if the proof fails.

    The proof: the skeleton (the file without its prose) is the same, and the view is what the
    fixes' view edits make of the old one.
    """
    after = open_article(article.document.source.edited(_file_edits(chosen)), options)
    view_edits = sorted(edit for item in chosen for edit in item.view_edits)
    expected = apply_edits(article.view, view_edits)
    if after.view != expected and article.document.parts:
        expected = _JOINTS.sub("\n\n", expected).strip("\n")  # an article may be empty now
    same = after.document.skeleton() == article.document.skeleton()
    return after if same and after.view == expected else None


def _raising(state: _State, after: Examined, chosen: Sequence[Candidate]) -> list[Candidate]:
    """The chosen fixes beside which a finding has come up that they must not leave behind."""
    before = state.examined.candidates
    old = Counter((item.finding.code, item.finding.text) for item in before)
    left = Counter(item.finding.code for item in before)
    left.subtract(item.finding.code for item in chosen)
    now = Counter(item.finding.code for item in after.candidates)
    raised = [
        item
        for item in after.candidates
        if now[item.finding.code] > left[item.finding.code]
        and not old[item.finding.code, item.finding.text]
    ]
    if not raised:
        return []
    written = list(_written(state.article.view, chosen))
    return [
        item
        for item in chosen
        if any(
            new.view_span.touches(span)
            and (_stands_against(new, item) or Edit(span, gone) in new.view_edits)
            for new in raised
            for owner, span, gone in written
            if owner is item
        )
    ]


def _stands_against(new: Candidate, item: Candidate) -> bool:
    """Whether a finding that came up beside a fix says that the fix was wrong.

    One of another rule that can be mended as surely, or is of the same family, was only hidden
    by what is mended now.
    """
    if new.order >= item.order:
        return new.order == item.order
    after, before = new.finding.fix, item.finding.fix
    if after is None or before is None:
        return True
    return new.order[0] != item.order[0] and after.safety < before.safety


def _place(item: Candidate) -> _Place:
    return _Place(item.finding.code, item.finding.span.start)


def _moved(place: _Place, edits: Sequence[Edit]) -> _Place:
    """The place after the edits."""
    before = (edit for edit in edits if edit.span.end <= place.start)
    shift = sum(len(edit.new) - (edit.span.end - edit.span.start) for edit in before)
    return _Place(place.code, place.start + shift)


def _written(view: str, chosen: Sequence[Candidate]) -> Iterator[tuple[Candidate, Span, str]]:
    """Each fix with the spans of the new view it wrote, and what stood there before."""
    shift = 0
    edits = sorted(
        ((edit, item) for item in chosen for edit in item.view_edits), key=lambda pair: pair[0]
    )
    for edit, item in edits:
        start = edit.span.start + shift
        yield item, Span(start, start + len(edit.new)), view[slice(*edit.span)]
        shift += len(edit.new) - (edit.span.end - edit.span.start)


def _file_edits(chosen: Sequence[Candidate]) -> list[Edit]:
    return sorted(edit for item in chosen if item.finding.fix for edit in item.finding.fix.edits)
