"""Runs rules over an article and turns their hits into findings; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tqcheck import overtime, suppress
from tqcheck.article import Article
from tqcheck.candidate import Candidate, without_overlaps
from tqcheck.document import Refusal
from tqcheck.finding import Edit, Finding, Fix, Hit, Safety
from tqcheck.mark import blake2
from tqcheck.names import may_lose, names_of
from tqcheck.overtime import Clock, OvertimeError
from tqcheck.rule import NAME_KEEPERS, Rule, render
from tqcheck.screen import Matches, Screen
from tqcheck.source import Span

_SHOWN = 80
"""How many code points of a repair a fix's message shows."""


class Crash(NamedTuple):
    """A rule that failed on a file; the other rules went on."""

    code: str
    path: str
    error: str


class Checked(NamedTuple):
    """What a check gives: findings by position, and the rules that crashed."""

    findings: tuple[Finding, ...]
    crashes: tuple[Crash, ...]


class Examined(NamedTuple):
    """A check with the fixer's half."""

    candidates: tuple[Candidate, ...]
    crashes: tuple[Crash, ...]


def check(article: Article, rules: Sequence[Rule]) -> Checked:
    """The findings of the rules in an article, sorted by position, and crashed rules."""
    examined = examine(article, rules)
    return Checked(tuple(item.finding for item in examined.candidates), examined.crashes)


def examine(article: Article, rules: Sequence[Rule], *, screened: bool = True) -> Examined:
    """Like check, keeping each finding's fix in view offsets.

    Without ``screened`` every rule searches the whole view: slower, and the same findings.
    """
    candidates: list[Candidate] = []
    crashes: list[Crash] = []
    woken: Mapping[int, Matches | OvertimeError | None] = dict.fromkeys(range(len(rules)))
    if screened:
        woken = _woken(article, rules)
    for index in sorted(woken):
        rule, matches = rules[index], woken[index]
        try:
            hits = _hits(article, rule, matches)
            candidates.extend(_candidates(article, rule, hits))
        except OvertimeError:
            candidates.append(_too_slow(rule))
        except RecursionError:
            raise
        except Exception as error:
            path = article.document.source.path
            crashes.append(Crash(rule.card.id, path, f"{type(error).__name__}: {error}"))
    if not candidates:
        return Examined((), tuple(crashes))
    kept = without_overlaps(candidates)
    kept.sort(key=lambda item: (item.finding.span, item.order))
    findings = _with_fingerprints(article, kept)
    numbered = tuple(
        item._replace(finding=finding) for item, finding in zip(kept, findings, strict=True)
    )
    return Examined(numbered, tuple(crashes))


_SCREENS: dict[tuple[int, ...], Screen] = {}
_MANY_SCREENS = 64
"""Rule sets whose screens are kept: a set for each kind of file, and those of tests."""


def prepare(rules: Sequence[Rule], screen: Screen) -> None:
    """Take a screen for a set of rules, which else is made when the set is first used."""
    if len(_SCREENS) >= _MANY_SCREENS:
        _SCREENS.clear()
    _SCREENS[tuple(map(id, rules))] = screen


def _woken(article: Article, rules: Sequence[Rule]) -> Mapping[int, Matches | OvertimeError | None]:
    screen = _SCREENS.get(tuple(map(id, rules)))
    if screen is None:
        screen = Screen(tuple(rules))
        prepare(rules, screen)
    return screen.look(article.view)


def _hits(article: Article, rule: Rule, matches: Matches | OvertimeError | None) -> Iterable[Hit]:
    """A rule's hits; a user's rule that has to search the whole view does it in a given time."""
    if isinstance(matches, OvertimeError):
        raise matches
    if matches is None and rule.own:
        with Clock() as clock:
            return clock.limited(0, lambda: list(rule.hits(article)))
    return rule.hits(article, matches)


def _too_slow(rule: Rule) -> Candidate:
    """The note TQ003 on a rule, at the head of the file."""
    card = overtime.CARD
    message = render(card.message, {"match": rule.card.id, "seconds": f"{overtime.LIMIT:g}"})
    start = Span(0, 0)
    url = card.references[0]
    finding = Finding(start, card.id, card.name, message, card.severity, card.mqm, "", url=url)
    return Candidate(finding, start, (), (rule.order[0], card.id))


def _candidates(article: Article, rule: Rule, hits: Iterable[Hit]) -> Iterator[Candidate]:
    card = rule.card
    suppressions = article.memo(suppress.KEY, suppress.read)
    for hit in hits:
        if card.scope:
            region = article.document.region_at(hit.span.start)
            if region is None or region.kind not in card.scope:
                continue
        quoted = card.quoted != "fix" and article.quotation_at(hit.span) is not None
        if quoted and card.quoted == "skip":
            continue
        if suppressions and suppressions.hides(card, article.document.locate(hit.span)):
            continue
        yield _candidate(article, rule, hit, quoted)


def _candidate(article: Article, rule: Rule, hit: Hit, quoted: bool) -> Candidate:
    card = rule.card
    match = article.text(hit.span)
    values = {**hit.groups, "match": match}
    view_edits = _view_edits(article, rule, hit, values)
    values["fix"] = _after(article, hit.span, view_edits)
    fix, withheld = _fix(article, rule, hit, view_edits, values["fix"])
    if quoted and fix is not None:
        fix, withheld = None, "it stands inside a quotation"
    finding = Finding(
        span=article.document.locate(hit.span),
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
    start, end = _reach(span, edits)
    return apply_edits(article.view[start:end], edits, start)


def _reach(span: Span, edits: Sequence[Edit]) -> Span:
    """The view span from the first to the last code point that a finding or its fix touches."""
    start = min([span.start, *(edit.span.start for edit in edits)])
    end = max([span.end, *(edit.span.end for edit in edits)])
    return Span(start, end)


def apply_edits(text: str, edits: Sequence[Edit], offset: int = 0) -> str:
    """Text with sorted, disjoint edits applied; ``offset`` is the place of text[0]."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (text[at : edit.span.start - offset], edit.new)
        at = edit.span.end - offset
    parts.append(text[at:])
    return "".join(parts)


def _fix(
    article: Article, rule: Rule, hit: Hit, view_edits: Sequence[Edit], after: str
) -> tuple[Fix | None, str]:
    """The fix in file offsets, or None and why it is withheld ("" if none was meant)."""
    if not view_edits:
        return None, hit.withheld
    edits: list[Edit] = []
    for view_edit in view_edits:
        edit = article.document.edit(view_edit.span, view_edit.new)
        if isinstance(edit, Refusal):
            return None, edit.reason
        edits.append(edit)
    if all(article.text(edit.span) == edit.new for edit in view_edits):
        return None, hit.withheld
    if rule.card.family in NAME_KEEPERS:
        reach = _reach(hit.span, view_edits)
        in_doubt = may_lose(article.view, reach, after)
        lost = names_of(article).lost(reach, after) if in_doubt else ""
        if lost:
            return None, f"it would change the name “{lost}”"
    safety = rule.card.safety or Safety.DISPLAY
    if hit.safety is not None:
        safety = min(safety, hit.safety)
    shown = after if len(after) <= _SHOWN else after[:_SHOWN] + "…"
    message = f"write “{shown.strip()}”" if shown.strip() else "delete it"
    return Fix(tuple(edits), safety, message), ""


def _with_fingerprints(article: Article, candidates: Sequence[Candidate]) -> list[Finding]:
    """The findings with their fingerprints: code, text, sentence and occurrence, no offsets."""
    if not candidates:
        return []
    seen: dict[tuple[str, str, str], int] = {}
    findings: list[Finding] = []
    for item in candidates:
        text = " ".join(item.finding.text.split())
        sentence = " ".join(article.text(article.sentence(item.view_span.start)).split())
        key = (item.finding.code, text, sentence)
        seen[key] = seen.get(key, 0) + 1
        digest = blake2("\0".join((*key, str(seen[key]))).encode(), size=8)
        findings.append(item.finding._replace(fingerprint=digest.hex()))
    return findings
