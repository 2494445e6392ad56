"""A rule: a card made ready to run; loading of card folders and choosing among rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from tqcheck import detectors
from tqcheck.article import Article
from tqcheck.card import RuleCard, load_card
from tqcheck.errors import CardError, ConfigError
from tqcheck.finding import Hit
from tqcheck.keeping import BUILT_IN, is_shipped
from tqcheck.later import alternation
from tqcheck.patterns import compiled
from tqcheck.source import Span
from tqcheck.wake import Outline, Wake, function, outline_of

PASSES = (
    "encoding",
    "tokenisation",
    "chatter",
    "markup",
    "furniture",
    "spacing",
    "fused",
    "quotes",
    "period",
    "dialogue",
    "punctuation",
    "numbers",
    "dates",
    "abbreviations",
    "untranslated",
    "names",
    "casing",
    "grammar",
    "calques",
    "repetition",
    "structure",
)
"""The families in the order in which their fixes are applied (catalogue 1.1)."""

NAME_KEEPERS = frozenset("punctuation period quotes dialogue numbers dates grammar calques".split())
"""The families whose fixes never lose a name that the article teaches."""

PLACEHOLDER = re.compile(r"\{(\w+)(?:\|(\w+))?\}")
_WORD_LIST = re.compile(r"\{\{(\w+)\}\}")
FILTERS: Mapping[str, Callable[[str], str]] = {
    "lower": str.lower,
    "upper": str.upper,
    "capital": lambda text: text[:1].upper() + text[1:],
}
"""What may follow a placeholder's bar in a template: ``{word|capital}``."""


class Rule:
    """A card with its pattern compiled or its detector loaded, when first needed.

    A rule that comes ``last`` looks at what the others found, once a file.
    """

    last = False

    def __init__(self, card: RuleCard, outline: Outline | None = None) -> None:
        self.card = card
        if outline is not None:
            self.outline = outline

    def __repr__(self) -> str:
        """For test reports."""
        return f"Rule({self.card.id})"

    @cached_property
    def shipped(self) -> bool:
        """Whether its card comes with the package; a note of the engine's has no file at all."""
        return is_shipped(self.card.path)

    @cached_property
    def own(self) -> bool:
        """Whether its pattern is the user's, which may be slow beyond measure."""
        return self.card.pattern is not None and not self.shipped

    @property
    def order(self) -> tuple[int, str]:
        """Where the rule's fixes stand in the order of application."""
        family = self.card.family
        return (PASSES.index(family) if family in PASSES else len(PASSES), self.card.id)

    @cached_property
    def run(self) -> Callable[[Article], Iterator[Hit]]:
        """The hit finder; raises CardError where pattern, detector or template don't hold."""
        if self.card.pattern is not None:
            finder, fields = self._pattern()
            self._check_templates(fields)
            return finder
        detector, params = self._detector
        self._check_templates(detector.fields)
        return lambda article: detector.find(article, params)

    def hits(
        self, article: Article, matches: Iterable[re.Match[str]] | None = None
    ) -> Iterator[Hit]:
        """The places the rule finds, in view offsets; zones and quotations not yet looked at.

        ``matches`` are those of the rule's pattern where they are known already.
        """
        if matches is not None:
            return map(hit_of, matches)
        return self.run(article)

    @cached_property
    def wake(self) -> Wake | None:
        """When the detector must look at an article; None for a pattern or where it can't say."""
        if self.card.pattern is not None:
            return None
        detector, params = self._detector
        return detector.wake(params) if detector.wake else None

    def promised(self, name: str, of: Callable[[Wake], Callable[..., Any] | None]) -> Any:
        """The function of the rule's promise that its outline names; ``of`` takes it from there.

        One that has a name is found by it, so that the detector's own module stays unread.
        """
        found = function(name)
        if found is None and self.wake is not None:
            found = of(self.wake)
        return found

    @cached_property
    def outline(self) -> Outline | None:
        """What must stand in an article for the rule to be tried; None tries it always."""
        if self.card.pattern is not None:
            return Outline((self.expanded,), own=True)
        return outline_of(self.wake, self.card.id) if self.wake is not None else None

    @cached_property
    def expanded(self) -> str:
        """The card's pattern with its word lists written out; "" for a detector's card."""
        return _WORD_LIST.sub(self._alternation, self.card.pattern or "")

    def _pattern(self) -> tuple[Callable[[Article], Iterator[Hit]], frozenset[str]]:
        try:
            pattern = compiled(self.expanded)
        except re.error as error:
            raise CardError(self.card.path, f"the pattern does not compile: {error}") from None
        if pattern.match(""):
            raise CardError(self.card.path, "the pattern matches the empty text")

        def find(article: Article) -> Iterator[Hit]:
            return map(hit_of, pattern.finditer(article.view))

        return find, frozenset(pattern.groupindex)

    def _alternation(self, match: re.Match[str]) -> str:
        words = self.card.words.get(match.group(1))
        if words is None:
            known = ", ".join(self.card.words) or "none"
            what = f"the pattern names the unknown word list “{match.group(1)}”"
            raise CardError(self.card.path, what, f"known: {known}")
        return f"(?:{alternation(words)})"

    @cached_property
    def _detector(self) -> tuple[detectors.Detector, Mapping[str, Any]]:
        """The card's detector with its parameters, the card's over the defaults."""
        name = self.card.detector or ""
        try:
            detector = detectors.load(name)
        except KeyError:
            known = ", ".join(detectors.names())
            what = f"there is no detector “{name}”"
            raise CardError(self.card.path, what, f"known: {known}") from None
        for key in self.card.params:
            if key not in detector.params:
                known = ", ".join(detector.params) or "none"
                what = f"the detector “{name}” has no parameter “{key}”"
                raise CardError(self.card.path, what, f"known: {known}")
        return detector, {**detector.params, **self.card.params}

    def _check_templates(self, fields: frozenset[str]) -> None:
        own = {"match"} | fields
        for key, template, known in (
            ("message", self.card.message, own | {"fix"}),
            ("fix", self.card.fix or "", own | {"edits"}),
        ):
            for match in PLACEHOLDER.finditer(template):
                if match.group(1) not in known:
                    what = f"unknown placeholder “{match.group()}” in “{key}”"
                    listed = ", ".join(sorted(known))
                    raise CardError(self.card.path, what, f"known: {listed}")
                if match.group(2) and match.group(2) not in FILTERS:
                    what = f"unknown filter in “{match.group()}” of “{key}”"
                    raise CardError(self.card.path, what, f"known: {', '.join(FILTERS)}")


def hit_of(match: re.Match[str]) -> Hit:
    """A pattern's match as a hit."""
    groups = {key: value or "" for key, value in match.groupdict().items()}
    return Hit(Span(*match.span()), groups)


def render(template: str, values: Mapping[str, str]) -> str:
    """Fill a card's template; every placeholder was checked when the rule was made."""

    def fill(match: re.Match[str]) -> str:
        text = values[match.group(1)]
        return FILTERS[match.group(2)](text) if match.group(2) else text

    return PLACEHOLDER.sub(fill, template)


def load_cards(folders: Iterable[Path], *, examples: bool = True) -> tuple[RuleCard, ...]:
    """All cards below the folders, by id; raises CardError for a wrong card or a double id.

    Without ``examples`` those of the shipped cards are not read; a user's always are.
    """
    cards: dict[str, RuleCard] = {}
    for folder in folders:
        if not folder.is_dir():
            raise CardError(str(folder), "is not a folder of cards", "give a folder that exists")
        for path in sorted(folder.rglob("*.toml")):
            card = load_card(path, examples=examples or folder != BUILT_IN)
            if card.id in cards:
                raise CardError(str(path), f"the id {card.id} is taken by {cards[card.id].path}")
            cards[card.id] = card
    return tuple(cards[key] for key in sorted(cards))


def load_rules(folders: Sequence[Path] = (), *, examples: bool = True) -> tuple[Rule, ...]:
    """The shipped rules and those of the user's folders, which are compiled at once."""
    rules = tuple(Rule(card) for card in load_cards((BUILT_IN, *folders), examples=examples))
    for rule in rules:
        if not rule.shipped:
            _ = rule.run
    return rules


def select(
    rules: Sequence[Rule],
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    extend_select: Sequence[str] = (),
    preview: bool = False,
    lang: str = "en",
) -> tuple[Rule, ...]:
    """The rules that run: stable ones (and preview ones if asked) less the ignored.

    A code is an id (TQ101), the beginning of ids (TQ1), a name (fused-words), a family or ALL.
    A preview rule named by its full id or name runs without ``preview``. Raises ConfigError
    for a code that fits no rule.
    """
    chosen = _matching(rules, select or ("ALL",)) | _matching(rules, extend_select)
    named = {*select, *extend_select}
    dropped = _matching(rules, ignore)
    return tuple(
        rule
        for rule in rules
        if rule.card.id in chosen - dropped
        and lang in rule.card.target
        and (
            rule.card.status == "stable"
            or (preview and rule.card.status == "preview")
            or rule.card.id in named
            or rule.card.name in named
        )
    )


def _matching(rules: Sequence[Rule], codes: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for code in codes:
        fits = {
            rule.card.id
            for rule in rules
            if code in ("ALL", rule.card.id, rule.card.name, rule.card.family)
            or (code.startswith("TQ") and rule.card.id.startswith(code))
        }
        if not fits and rules and code != "ALL" and not code.startswith("TQ0"):
            raise _unknown_code(rules, code)
        found |= fits
    return found


def _unknown_code(rules: Sequence[Rule], code: str) -> ConfigError:
    from difflib import get_close_matches

    known = [word for rule in rules for word in (rule.card.id, rule.card.name)]
    close = get_close_matches(code, known, 1, 0.6)
    hint = f"did you mean “{close[0]}”?" if close else "see `tqcheck rules`"
    if code.startswith("LT:"):
        hint = "“enable” and “disable” in [languagetool] choose among LanguageTool's"
    return ConfigError(code, "no rule has this code or name", hint)
