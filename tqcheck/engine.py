"""Runs rules over an article and turns their hits into findings; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from tqcheck import overtime, suppress
from tqcheck.article import Article
from tqcheck.candidate import Candidate, without_overlaps
from tqcheck.finding import Finding, Hit
from tqcheck.hits import candidate
from tqcheck.mark import blake2
from tqcheck.overtime import Clock, OvertimeError
from tqcheck.record import NamedTuple
from tqcheck.rule import Rule, render
from tqcheck.screen import Matches, Screen
from tqcheck.source import Span

_Said = tuple[str, str, str]
"""A finding's code, text and sentence."""


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


Also = Callable[[Article, Sequence[Candidate]], Sequence[Candidate]]
"""Another engine: what it adds to our own findings in an article, beside them."""


def check(article: Article, rules: Sequence[Rule], also: Also | None = None) -> Checked:
    """The findings of the rules in an article, sorted by position, and crashed rules."""
    examined = examine(article, rules, also)
    return Checked(tuple(item.finding for item in examined.candidates), examined.crashes)


def examine(
    article: Article, rules: Sequence[Rule], also: Also | None = None, *, screened: bool = True
) -> Examined:
    """Like check, keeping each finding's fix in view offsets; ``also`` is asked when we are done.

    Without ``screened`` every rule searches the whole view: slower, and the same findings.
    """
    seen: Counter[_Said] = Counter()
    if not article.document.parts:
        return _examined(article, rules, also, seen, screened=screened)
    article.memo(suppress.KEY, suppress.read)
    candidates: list[Candidate] = []
    crashes: dict[str, Crash] = {}
    proper = [rule for rule in rules if not rule.last]
    spans = article.document.parts
    for span, part in zip(spans, article.parts(suppress.KEY), strict=True):
        examined = _examined(part, proper, also, seen, screened=screened)
        candidates += (one.shifted(span.start) for one in examined.candidates)
        crashes.update((one.code, one) for one in examined.crashes)
    for rule in rules:
        if rule.last:
            examined = _examined(article, [rule], None, seen, screened=False)
            candidates += examined.candidates
    candidates.sort(key=lambda item: (item.finding.span, item.order))
    return Examined(tuple(candidates), tuple(crashes.values()))


def _examined(
    article: Article,
    rules: Sequence[Rule],
    also: Also | None,
    seen: Counter[_Said],
    *,
    screened: bool,
) -> Examined:
    """The same of one article; ``seen`` counts what findings say, over all of the file."""
    candidates: list[Candidate] = []
    crashes: list[Crash] = []
    woken: Mapping[int, Matches | OvertimeError | None] = dict.fromkeys(range(len(rules)))
    if screened:
        woken = _woken(article, rules)
    if article.document.comments:  # they stand outside the view, where the screen doesn't look
        woken = {**woken, **{at: None for at, rule in enumerate(rules) if rule.last}}
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
    if not candidates and also is None:
        return Examined((), tuple(crashes))
    kept = without_overlaps(candidates)
    if also is not None:
        try:
            kept += also(article, kept)
        except Exception as error:
            path = article.document.source.path
            crashes.append(Crash("LanguageTool", path, f"{type(error).__name__}: {error}"))
    kept.sort(key=lambda item: (item.finding.span, item.order))
    findings = _with_fingerprints(article, kept, seen)
    numbered = tuple(
        item._replace(finding=finding) for item, finding in zip(kept, findings, strict=True)
    )
    return Examined(numbered, tuple(crashes))


_SCREENS: dict[tuple[int, ...], Screen] = {}
_LONGEST = 4_000
"""Characters of a sentence that count in a fingerprint: a file may be one row without a stop."""
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
        region = article.document.region_at(hit.span.start)
        if card.scope and (region is None or region.kind not in card.scope):
            continue
        if region is not None and region.navigation and not hit.placed:
            continue
        quoted = card.quoted != "fix" and article.quotation_at(hit.span) is not None
        if quoted and card.quoted == "skip":
            continue
        span = hit.placed or article.document.locate(hit.span)
        if suppressions and suppressions.hides(card, span):
            continue
        yield candidate(article, rule, hit, quoted)


def _sentence(article: Article, at: int) -> Span:
    """The sentence around a place; of one without end, only what stands near counts."""
    start, end = article.sentence(at)
    if end - start <= _LONGEST:
        return Span(start, end)
    return Span(max(start, at - _LONGEST // 2), min(end, at + _LONGEST // 2))


def _with_fingerprints(
    article: Article, candidates: Sequence[Candidate], seen: Counter[_Said]
) -> list[Finding]:
    """The findings with their fingerprints: code, text, sentence and occurrence, no offsets."""
    findings: list[Finding] = []
    for item in candidates:
        text = " ".join(item.finding.text.split())
        sentence = " ".join(article.text(_sentence(article, item.view_span.start)).split())
        key = (item.finding.code, text, sentence)
        seen[key] += 1
        digest = blake2("\0".join((*key, str(seen[key]))).encode(), size=8)
        findings.append(item.finding._replace(fingerprint=digest.hex()))
    return findings
