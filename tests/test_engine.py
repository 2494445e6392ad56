"""Engine and fixer: zones, quotations, overlaps, rounds, proofs and crashes."""

from __future__ import annotations

import pytest

from tests.conftest import MakeRule, article
from tqcheck import fixer, opening
from tqcheck.document import Document, Piece, PieceKind, Region
from tqcheck.engine import check
from tqcheck.finding import Safety
from tqcheck.fixer import fix
from tqcheck.opening import Options
from tqcheck.source import Source, Span, apply_edits

OF_THE = "pattern = '\\b(?P<a>of)(?P<b>the)\\b'\nfix = '{a} {b}'\nsafety = 'safe'\nquoted = 'fix'"


def texts(rules: list[object], text: str) -> list[str]:
    return [finding.text for finding in check(article(text), rules).findings]  # type: ignore[arg-type]


def test_an_added_blank_is_an_insertion(make_rule: MakeRule) -> None:
    (finding,) = check(article("Most ofthe men."), [make_rule("T101", OF_THE)]).findings
    assert finding.fix is not None
    assert [(e.span, e.new) for e in finding.fix.edits] == [(Span(7, 7), " ")]
    assert finding.fix.message == "write “of the”"


def test_scope_keeps_a_rule_in_its_zones(make_rule: MakeRule) -> None:
    rule = make_rule("T101", "pattern = 'bad'\nscope = ['title']")
    assert texts([rule], "A bad title here\n\nA bad paragraph, and it ends.\n") == ["bad"]


@pytest.mark.parametrize(
    ("policy", "found", "fixed"), [("fix", 1, True), ("report", 1, False), ("skip", 0, False)]
)
def test_quotation_policy(make_rule: MakeRule, policy: str, found: int, fixed: bool) -> None:
    rule = make_rule("T101", f"pattern = 'bad'\nfix = 'good'\nsafety = 'safe'\nquoted = '{policy}'")
    findings = check(article("He said: “This is bad luck.”"), [rule]).findings
    assert len(findings) == found
    assert [f.fix is not None for f in findings] == [fixed] * found
    assert all(f.fix_withheld == "it stands inside a quotation" for f in findings if not fixed)


REPAIRS = {
    "a word": ("family", "bad", "good", "unsafe"),
    "a mark": ("period", r"luck(?=\.)", "luck,", "unsafe"),
    "a blank": ("spacing", "badluck", "bad luck", "safe"),
    "what nobody sees": ("spacing", "b\u200bad", "bad", "safe"),
    "a wrong encoding": ("encoding", "lÃ¼ck", "lück", "safe"),
}


@pytest.mark.parametrize("name", REPAIRS)
def test_only_blanks_are_safe_within_a_quotation(make_rule: MakeRule, name: str) -> None:
    family, old, new, safety = REPAIRS[name]
    body = f"pattern = '{old}'\nfix = '{new}'\nsafety = 'safe'\nquoted = 'fix'"
    rule = make_rule("T101", body, family=family)
    said = "This is bad, badluck, b\u200bad lÃ¼ck: bad luck."
    for text, expected in ((f"He said: “{said}”", safety), (said, "safe")):
        fixes = {f.fix.safety.label for f in check(article(text), [rule]).findings if f.fix}
        assert fixes == {expected}


def test_of_two_of_one_family_the_one_with_a_fix_stays(make_rule: MakeRule) -> None:
    wide = make_rule("T101", "pattern = 'very bad'")
    narrow = make_rule("T102", "pattern = 'bad'\nfix = 'good'\nsafety = 'safe'")
    assert [f.code for f in check(article("A very bad day."), [wide, narrow]).findings] == ["T102"]


def test_a_deleted_line_swallows_what_stands_in_it(make_rule: MakeRule) -> None:
    line = make_rule("T901", "pattern = 'SEE ALSO.*'\nfix = ''\nsafety = 'unsafe'", family="furniture")
    word = make_rule("T102", "pattern = 'bad'\nfix = 'good'\nsafety = 'safe'")
    assert [f.code for f in check(article("SEE ALSO: bad days"), [line, word]).findings] == ["T901"]


def test_a_crash_is_told_and_the_others_go_on(make_rule: MakeRule) -> None:
    good = make_rule("T102", "pattern = 'bad'")
    crashing = make_rule("T101", "pattern = 'bad'")

    def fail(_article: object, _matches: object) -> object:
        raise ZeroDivisionError("oops")

    crashing.__dict__["hits"] = fail
    checked = check(article("A bad day."), [crashing, good])
    assert [f.code for f in checked.findings] == ["T102"]
    assert [(c.code, c.path, c.error) for c in checked.crashes] == [
        ("T101", "a.txt", "ZeroDivisionError: oops")
    ]


def test_fingerprints_survive_moved_lines_and_tell_twins_apart(make_rule: MakeRule) -> None:
    rule = make_rule("T101", "pattern = 'bad'")
    one = [f.fingerprint for f in check(article("A bad, bad day."), [rule]).findings]
    two = [f.fingerprint for f in check(article("New first line.\n\nA bad,  bad day."), [rule]).findings]
    assert one == two and len(set(one)) == 2


def run_fix(rules: list[object], text: str, least: Safety = Safety.UNSAFE) -> fixer.Fixed:
    return fix(Source("a.txt", text), rules, least, Options())  # type: ignore[arg-type]


def test_fixes_below_the_asked_safety_are_left(make_rule: MakeRule) -> None:
    rule = make_rule("T101", "pattern = 'bad'\nfix = 'good'\nsafety = 'unsafe'")
    assert run_fix([rule], "A bad day.", Safety.SAFE).source.text == "A bad day."
    assert run_fix([rule], "A bad day.").source.text == "A good day."


def test_fixes_that_touch_wait_for_the_next_round(make_rule: MakeRule) -> None:
    rules = [
        make_rule("T101", "pattern = 'aa'\nfix = 'b'\nsafety = 'safe'"),
        make_rule("T102", "pattern = '(?<=b)cc|(?<=a)cc'\nfix = 'd'\nsafety = 'safe'", family="period"),
    ]
    fixed = run_fix(rules, "x aacc x")
    assert fixed.source.text == "x bd x" and fixed.applied == 2
    assert apply_edits("x aacc x", fixed.edits) == "x bd x"


def test_a_fix_that_raises_its_own_finding_is_dropped(make_rule: MakeRule) -> None:
    rule = make_rule("T101", "pattern = 'ba+d'\nfix = 'baad{match}'\nsafety = 'safe'")
    fixed = run_fix([rule], "A bad day.")
    assert fixed.source.text == "A bad day." and fixed.applied == 0
    assert [d.reason for d in fixed.dropped] == ["it would raise a new finding"]
    assert len(fixed.findings) == 1


def test_a_fix_may_expose_a_finding_of_a_later_rule(make_rule: MakeRule) -> None:
    rules = [
        make_rule("T151", "pattern = '(?P<a>Rutte)(?P<b>and)'\nfix = '{a} {b}'\nsafety = 'safe'"),
        make_rule("T158", "pattern = 'Rutte and'\nfix = 'Rutte, and'\nsafety = 'unsafe'"),
    ]
    assert run_fix(rules, "Mark Rutteand called.").source.text == "Mark Rutte, and called."
    assert run_fix(rules, "Mark Rutteand called.", Safety.SAFE).source.text == "Mark Rutte and called."


@pytest.mark.parametrize(
    ("safety", "mended"), [("safe", "Most of men."), ("unsafe", "Most ofthe men.")]
)
def test_a_fix_may_uncover_what_another_rule_mends_as_surely(
    make_rule: MakeRule, safety: str, mended: str
) -> None:
    fused = make_rule("T103", "pattern = '(?P<a>of)(?P<b>the)'\nfix = '{a} {b}'\nsafety = 'safe'")
    lines = f"pattern = 'of the'\nfix = 'of'\nsafety = '{safety}'"
    rules = [make_rule("T102", lines, family="spacing"), fused]
    assert run_fix(rules, "Most ofthe men.", Safety.SAFE).source.text == mended


def test_a_fix_that_another_undoes_is_dropped(make_rule: MakeRule) -> None:
    rules = [
        make_rule("T101", "pattern = '(?P<a>of) (?P<b>the)'\nfix = '{a}{b}'\nsafety = 'safe'"),
        make_rule("T102", "pattern = '(?P<a>of)(?P<b>the)'\nfix = '{a} {b}'\nsafety = 'safe'"),
    ]
    fixed = run_fix(rules, "Most ofthe men.")
    assert fixed.source.text == "Most ofthe men."
    assert [drop.reason for drop in fixed.dropped] == ["it would raise a new finding"]


def test_of_two_findings_that_make_the_same_of_a_place_one_stays(make_rule: MakeRule) -> None:
    rules = [
        make_rule("T101", "pattern = '(?<= )tys[.]'\nfix = 'thousand'\nsafety = 'safe'"),
        make_rule("T102", "pattern = 'tys[.] (?P<what>men)'\nfix = 'thousand {what}'\nsafety = 'safe'", family="period"),
        make_rule("T103", "pattern = 'tys[.] men l'\nfix = 'men l'\nsafety = 'safe'", family="quotes"),
    ]
    assert len(texts(rules[:2], "Two tys. men left.")) == 1
    assert len(texts(rules, "Two tys. men left.")) == 2


def test_endless_fixing_ends(make_rule: MakeRule) -> None:
    rules = [
        make_rule("T101", "pattern = 'one'\nfix = 'two'\nsafety = 'safe'"),
        make_rule("T102", "pattern = 'two'\nfix = 'one'\nsafety = 'safe'"),
    ]
    fixed = run_fix(rules, "Count one.")
    assert fixed.source.text in ("Count one.", "Count two.") and fixed.applied <= fixer.ROUNDS


def test_only_takes_one_fix(make_rule: MakeRule) -> None:
    rule = make_rule("T101", OF_THE)
    text = "Most ofthe men. Some ofthe women."
    second = check(article(text), [rule]).findings[1].fingerprint
    fixed = fix(Source("a.txt", text), [rule], Safety.SAFE, Options(), frozenset({second}))
    assert fixed.source.text == "Most ofthe men. Some of the women."


def test_a_fix_over_markup_is_withheld_with_its_reason(
    make_rule: MakeRule, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tagged(source: Source, _reading: object) -> Document:
        """Reads "of<b>the" with <b> as markup; the view has it as one word."""
        at = source.text.index("<b>")
        view = source.text.replace("<b>", "")
        pieces = (
            Piece(Span(0, at), Span(0, at), PieceKind.VERBATIM, 0),
            Piece(Span(at, len(view)), Span(at + 3, len(source.text)), PieceKind.VERBATIM, at),
        )
        return Document(source, view, (Region(Span(0, len(view)), "paragraph"),), pieces)

    monkeypatch.setattr(opening, "read", tagged)
    source = Source("a.html", "Most of<b>the men.")
    replace = make_rule("T101", "pattern = 'ofthe'\nfix = 'OFTHE'\nsafety = 'safe'")
    (finding,) = check(opening.open_article(source, Options()), [replace]).findings
    assert finding.fix is None and finding.fix_withheld == "markup lies inside"
    assert source.text[finding.span.start : finding.span.end] == "of<b>the"
    fixed = fix(source, [make_rule("T102", OF_THE)], Safety.SAFE, Options())
    assert fixed.source.text == "Most of <b>the men."


def test_a_fix_that_changes_the_skeleton_is_dropped(
    make_rule: MakeRule, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader that takes all behind "#" for markup: a fix that writes "#" hides prose."""

    def read(source: Source, _reading: object) -> Document:
        end = source.text.find("#") if "#" in source.text else len(source.text)
        span = Span(0, end)
        pieces = (Piece(span, span, PieceKind.VERBATIM, 0),)
        return Document(source, source.text[:end], (Region(span, "paragraph"),), pieces)

    monkeypatch.setattr(opening, "read", read)
    wrong = make_rule("T101", "pattern = 'bad'\nfix = '#'\nsafety = 'safe'")
    right = make_rule("T102", OF_THE)
    fixed = fix(Source("a.txt", "A bad day ofthe year."), [wrong, right], Safety.SAFE, Options())
    assert fixed.source.text == "A bad day of the year."
    assert [d.reason for d in fixed.dropped] == ["it would change more than it says"]


def test_a_fix_never_changes_a_name_the_article_teaches(make_rule: MakeRule) -> None:
    body = "pattern = 'Kowal'\nfix = 'smith'\nsafety = 'safe'"
    text = "They met Anna Kowal in May. The mayor, Kowal, spoke."
    keeper = make_rule("T101", body, family="grammar")
    changer = make_rule("T102", body, family="names")
    kept = check(article(text), [keeper]).findings
    assert [f.fix_withheld for f in kept] == ["it would change the name “Kowal”"] * 2
    assert all(f.fix is not None for f in check(article(text), [changer]).findings)
