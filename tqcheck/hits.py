"""A hit to a finding: its message, and its fix as edits of the file or why there is none."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.article import Article
from tqcheck.candidate import Candidate, reach
from tqcheck.document import Refusal
from tqcheck.finding import Edit, Finding, Fix, Hit, Safety
from tqcheck.names import may_lose, names_of
from tqcheck.rule import NAME_KEEPERS, Rule, render
from tqcheck.source import Span, apply_edits

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_SHOWN = 80
"""How many code points of a repair a fix's message shows."""


def candidate(article: Article, rule: Rule, hit: Hit, quoted: bool) -> Candidate:
    """The finding of a hit, and its fix in view offsets; ``quoted`` if in a quotation."""
    card = rule.card
    document = article.document
    match = document.source.cut(hit.placed) if hit.placed else article.text(hit.span)
    values = {**hit.groups, "match": match}
    view_edits = _view_edits(article, rule, hit, values)
    values["fix"] = _after(article, hit.span, view_edits)
    fix, withheld = _fix(article, rule, hit, view_edits, values["fix"])
    if quoted and fix is not None:
        fix, withheld = None, "it stands inside a quotation"
    finding = Finding(
        span=hit.placed or document.locate(hit.span),
        code=card.id,
        name=card.name,
        message=render(card.message, values),
        severity=card.severity,
        mqm=card.mqm,
        text=match,
        fix=fix,
        fix_withheld=withheld,
        url=card.references[0] if card.references else "",
    )
    return Candidate(finding, hit.span, view_edits if fix else (), rule.order)


def _view_edits(article: Article, rule: Rule, hit: Hit, values: dict[str, str]) -> tuple[Edit, ...]:
    if rule.card.fix is None or not hit.fixable:
        return ()
    if hit.edits is not None:
        return tuple(sorted(hit.edits))
    return (_trimmed(hit.span, values["match"], render(rule.card.fix, values)),)


def _trimmed(span: Span, old: str, new: str) -> Edit:
    """The smallest edit that makes ``new`` of ``old``: an added blank is an insertion."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return Edit(Span(span.start + head, span.end - tail), new[head : len(new) - tail])


def _after(article: Article, span: Span, edits: Sequence[Edit]) -> str:
    """The text of a view span once the edits that touch it are applied."""
    start, end = reach(span, edits)
    return apply_edits(article.view[start:end], edits, start)


def _fix(
    article: Article, rule: Rule, hit: Hit, view_edits: Sequence[Edit], after: str
) -> tuple[Fix | None, str]:
    """The fix in file offsets, or None and why it is withheld ("" if none was meant)."""
    if not view_edits:
        return None, hit.withheld
    edits: list[Edit] = []
    for view_edit in view_edits:
        written = article.document.edits(view_edit.span, view_edit.new)
        if isinstance(written, Refusal):
            return None, written.reason
        edits += written
    if all(article.text(edit.span) == edit.new for edit in view_edits):
        return None, hit.withheld
    if rule.card.family in NAME_KEEPERS:
        touched = reach(hit.span, view_edits)
        in_doubt = may_lose(article.view, touched, after)
        lost = names_of(article).lost(touched, after) if in_doubt else ""
        if lost:
            return None, f"it would change the name “{lost}”"
    safety = rule.card.safety or Safety.DISPLAY
    if hit.safety is not None:
        safety = min(safety, hit.safety)
    if safety is Safety.SAFE and _rewords_quotation(article, rule, hit, view_edits):
        safety = Safety.UNSAFE
    shown = after if len(after) <= _SHOWN else after[:_SHOWN] + "…"
    message = f"write “{shown.strip()}”" if shown.strip() else "delete it"
    return Fix(tuple(edits), safety, message), ""


def _rewords_quotation(article: Article, rule: Rule, hit: Hit, edits: Sequence[Edit]) -> bool:
    """Whether a fix changes more than blanks inside a quotation: what was said is the speaker's.

    What a wrong encoding made of it nobody said.
    """
    if rule.card.family == "encoding" or all(
        _seen(article.text(edit.span)) == _seen(edit.new) for edit in edits
    ):
        return False
    return article.quotation_at(hit.span) is not None


def _seen(text: str) -> str:
    """A text without its blanks and invisible characters."""
    return "".join(text.translate(_INVISIBLE).split())
