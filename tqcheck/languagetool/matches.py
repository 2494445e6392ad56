"""LanguageTool's matches to findings of ours: filtered, typed, with a fix where one is offered."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from urllib.parse import quote

from tqcheck.article import Article
from tqcheck.candidate import Candidate, reach
from tqcheck.card import RuleCard
from tqcheck.document import Refusal
from tqcheck.finding import Edit, Finding, Fix, Safety, Severity
from tqcheck.languagetool.answer import Raw
from tqcheck.languagetool.profile import Profile
from tqcheck.languagetool.shield import helpful
from tqcheck.languagetool.spelling import is_spelling
from tqcheck.note import note_card
from tqcheck.rule import PASSES
from tqcheck.source import Span
from tqcheck.suppress import KEY, read

ENGINE = "languagetool"
PREFIX = "LT:"
_PAGE = "https://community.languagetool.org/rule/show/{rule}?lang={lang}"
_LAST = len(PASSES)
"""Its fixes come after all of ours."""

_MQM: Mapping[str, str] = {
    "TYPOS": "linguistic-conventions/spelling",
    "MULTITOKEN_SPELLING": "linguistic-conventions/spelling",
    "GRAMMAR": "linguistic-conventions/grammar",
    "CONFUSED_WORDS": "linguistic-conventions/grammar",
    "COLLOCATIONS": "style/unidiomatic",
    "NONSTANDARD_PHRASES": "style/unidiomatic",
    "FALSE_FRIENDS": "accuracy/mistranslation",
    "PUNCTUATION": "linguistic-conventions/punctuation",
    "TYPOGRAPHY": "linguistic-conventions/punctuation",
    "CASING": "linguistic-conventions/spelling",
    "COMPOUNDING": "linguistic-conventions/spelling",
    "PROPER_NOUNS": "linguistic-conventions/spelling",
    "SEMANTICS": "accuracy/mistranslation",
    "REDUNDANCY": "style/awkward",
    "STYLE": "style/awkward",
    "PLAIN_ENGLISH": "style/awkward",
    "REPETITIONS_STYLE": "style/awkward",
    "COLLOQUIALISMS": "audience-appropriateness/colloquial",
    "BRITISH_ENGLISH": "locale-conventions/locale",
    "AMERICAN_ENGLISH_STYLE": "locale-conventions/locale",
}
_MQM_ELSE = "linguistic-conventions/grammar"
_MAJOR = frozenset(("grammar", "misspelling"))
"""LanguageTool's types of mistakes that a reader stumbles over."""


def candidates(
    article: Article, raws: Sequence[Raw], own: Sequence[Candidate], profile: Profile
) -> list[Candidate]:
    """What of the matches (in view offsets) is told beside our ``own`` findings, by position.

    Where the two mark one place, ours stays alone; suppressions hide both kinds.
    """
    allowed = [raw for raw in raws if profile.allows(raw.rule, raw.category)]
    told = helpful(article, allowed, frozenset(word.lower() for word in profile.words))
    occupied = _Places(reach(one.view_span, one.view_edits) for one in own)
    found: list[Candidate] = []
    end = 0
    for raw in sorted(told, key=lambda one: (one.start, -one.end)):
        span = Span(raw.start, raw.end)
        if span.start < end or occupied.holds(span):
            continue
        item = _candidate(article, raw, profile)
        card = card_of(raw.rule, raw.category)
        suppressions = article.memo(KEY, read)
        if suppressions and suppressions.hides(card, item.finding.span):
            continue
        found.append(item)
        end = span.end
    return found


def _candidate(article: Article, raw: Raw, profile: Profile) -> Candidate:
    span = Span(raw.start, raw.end)
    card = card_of(raw.rule, raw.category)
    edits, withheld = _edits(article, span, raw)
    fix = None
    view_edits: tuple[Edit, ...] = ()
    if edits:
        sole = len(raw.replacements) == 1 and not is_spelling(raw.rule)
        safety = Safety.UNSAFE if sole else Safety.DISPLAY
        shown = raw.replacements[0].strip()
        fix = Fix((edits[1],), safety, f"write “{shown}”" if shown else "delete it")
        view_edits = (edits[0],)
    page = _PAGE.format(rule=quote(raw.rule), lang=profile.language.partition("-")[0])
    finding = Finding(
        span=article.document.locate(span),
        code=card.id,
        name=card.name,
        message=_message(raw, article.text(span)),
        severity=Severity.MAJOR if raw.issue in _MAJOR else Severity.MINOR,
        mqm=card.mqm,
        text=article.text(span),
        fix=fix,
        fix_withheld=withheld,
        url=raw.url or page,
        engine=ENGINE,
    )
    return Candidate(finding, span, view_edits, (_LAST, card.id))


def _message(raw: Raw, text: str) -> str:
    """LanguageTool's sentence; of an unknown word it says no more than that."""
    if not is_spelling(raw.rule):
        return raw.message
    meant = " or ".join(f"“{one}”" for one in raw.replacements)
    return f"“{text}” is no word that the dictionary knows" + (f"; {meant}?" if meant else "")


def _edits(article: Article, span: Span, raw: Raw) -> tuple[tuple[Edit, Edit] | None, str]:
    """The first replacement as an edit of the view and of the file, or why there is none."""
    old = article.text(span)
    if not raw.replacements or raw.replacements[0] == old:
        return None, ""
    new = raw.replacements[0]
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    place = Span(span.start + head, span.end - tail)
    in_view = Edit(place, new[head : len(new) - tail])
    in_file = article.document.edit(*in_view)
    if isinstance(in_file, Refusal):
        return None, in_file.reason
    return (in_view, in_file), ""


@lru_cache(maxsize=1024)
def card_of(rule: str, category: str) -> RuleCard:
    """The card that stands for one of LanguageTool's rules, so that comments can name it.

    Its family is “languagetool”.
    """
    code = f"{PREFIX}{rule}"
    card = note_card(
        code=code,
        name=rule.lower().replace("_", "-"),
        summary="A finding of LanguageTool's.",
        why="See its page.",
        message="",
        severity=Severity.MINOR,
        since="0.1.0",
        bad=(),
        good=(),
    )
    return card._replace(path=f"{ENGINE}/{card.name}.toml", mqm=_MQM.get(category, _MQM_ELSE))


class _Places:
    """Spans, united where they meet, and looked up by bisection."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def holds(self, span: Span) -> bool:
        """Whether one of the spans meets this one."""
        first = bisect_left(self._ends, span.start)
        return first < bisect_right(self._starts, span.end)
