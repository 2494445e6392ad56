"""Proves a card by its own examples: each failure is one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.card import Bad, Good, Known
from tqcheck.engine import check
from tqcheck.finding import Finding, Safety
from tqcheck.fixer import fix
from tqcheck.opening import Options, open_article
from tqcheck.rule import Rule
from tqcheck.source import Source


def check_card(rule: Rule, stable: Sequence[Rule]) -> list[str]:
    """What does not hold of a card's examples; [] if all does.

    ``bad``: the rule flags exactly ``flags``; its fixes of any safety give exactly ``after``
    (none is offered where there is no ``after``); ``after`` is silent for this rule and all
    ``stable`` ones, and a second fix changes nothing. ``good``: silent for all of them.
    ``known``: the failure is still there; one that has gone is to be made an example.
    """
    lang = rule.card.target[0]
    others = [one for one in stable if one.card.id != rule.card.id and lang in one.card.target]
    prover = _Prover(rule, (*others, rule), Options(lang=lang))
    failures: list[str] = []
    for number, bad in enumerate(rule.card.bad, 1):
        failures.extend(f"[[bad]] {number}: {one}" for one in prover.bad(bad))
    for number, good in enumerate(rule.card.good, 1):
        failures.extend(f"[[good]] {number}: {one}" for one in prover.good(good))
    for number, known in enumerate(rule.card.known, 1):
        failures.extend(f"[[known]] {number}: {one}" for one in prover.known(known))
    return [f"{rule.card.id} {one}" for one in failures]


class _Prover:
    """Runs one rule, or it with all stable rules, over a card's texts."""

    def __init__(self, rule: Rule, all_rules: Sequence[Rule], options: Options) -> None:
        self._rule = rule
        self._all = all_rules
        self._options = options

    def bad(self, example: Bad) -> Iterator[str]:
        findings, crashes = self._found(example.before, (self._rule,))
        yield from crashes
        flags = [finding.text for finding in findings]
        if flags != list(example.flags):
            yield f"it flags {_listed(flags)}, the card says {_listed(example.flags)}"
        if example.after is None:
            offered = [one.text for one in findings if one.fix is not None]
            if offered:
                yield f"a fix is offered for {_listed(offered)}, though “after” is absent"
            return
        after = self._fixed(example.before, (self._rule,))
        if after != example.after:
            yield f"the fix gives “{after}”, the card says “{example.after}”"
        yield from (f"“after” is not silent: {one}" for one in self._noise(example.after))
        again = self._fixed(example.after, self._all)
        if again != example.after:
            yield f"“after” is not stable: a second fix gives “{again}”"

    def good(self, example: Good) -> Iterator[str]:
        yield from (f"it is not silent: {one}" for one in self._noise(example.text))

    def known(self, example: Known) -> Iterator[str]:
        findings, crashes = self._found(example.text, (self._rule,))
        yield from crashes
        if example.wrong == "missed" and findings:
            yield "the rule finds it now: make it a [[bad]] example"
        if example.wrong == "false alarm" and not findings:
            yield "the rule is silent now: make it a [[good]] example"

    def _found(self, text: str, rules: Sequence[Rule]) -> tuple[tuple[Finding, ...], list[str]]:
        checked = check(open_article(Source("example", text), self._options), rules)
        return checked.findings, [f"{one.code} failed: {one.error}" for one in checked.crashes]

    def _noise(self, text: str) -> Iterator[str]:
        findings, crashes = self._found(text, self._all)
        yield from crashes
        for finding in findings:
            yield f"{finding.code} {finding.name} flags “{finding.text}”"

    def _fixed(self, text: str, rules: Sequence[Rule]) -> str:
        return fix(Source("example", text), rules, Safety.DISPLAY, self._options).source.text


def _listed(texts: Sequence[str]) -> str:
    return ", ".join(f"“{text}”" for text in texts) or "nothing"
