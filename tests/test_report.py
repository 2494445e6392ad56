"""Reporters: what each output format makes of a finding, to the letter."""

from __future__ import annotations

import json

import pytest

from tqcheck import report
from tqcheck.finding import Edit, Finding, Fix, Safety, Severity
from tqcheck.report import FileReport, Manner
from tqcheck.report.excerpt import excerpt, shown
from tqcheck.source import Source, Span


def _finding(text: str, part: str, message: str = "it is wrong", **more) -> Finding:
    start = text.index(part)
    values = {
        "span": Span(start, start + len(part)), "code": "TQ101", "name": "fused-words",
        "message": message, "severity": Severity.MAJOR, "mqm": "linguistic-conventions/spelling",
        "text": part, "fingerprint": "0f", "url": "https://example.org",
    }  # fmt: skip
    return Finding(**(values | more))


def _render(name: str, text: str, *findings: Finding, path: str = "a.txt", **manner) -> str:
    reports = [FileReport(Source(path, text), findings)]
    return "".join(report.load(name)(reports, Manner(**manner)))


TEXT = "He went Russiato fight.\r\nThen home.\r\n"
FIX = Fix((Edit(Span(14, 14), " "),), Safety.SAFE, "write “Russia to”")


def test_full_shows_place_line_mark_fix_and_why_once() -> None:
    first = _finding(TEXT, "Russiato", fix=FIX)
    second = _finding(TEXT, "home", fix_withheld="it stands inside a quotation")
    assert _render("full", TEXT, first, second, whys={"TQ101": "Two words ran together."}) == (
        "a.txt:1:9: TQ101 fused-words [major] it is wrong\n"
        "  1 | He went Russiato fight.\n"
        "    |         ^^^^^^^^\n"
        "  fix (safe): write “Russia to”\n"
        "  why: Two words ran together.\n"
        "\n"
        "a.txt:2:6: TQ101 fused-words [major] it is wrong\n"
        "  2 | Then home.\n"
        "    |      ^^^^\n"
        "  no fix: it stands inside a quotation\n"
        "\n"
    )


def test_concise_is_one_line_a_finding() -> None:
    finding = _finding(TEXT, "Russiato", message="a\nb\x1b[31m")
    assert _render("concise", TEXT, finding) == ("a.txt:1:9: TQ101 fused-words [major] a⏎b␛[31m\n")


def test_grouped_puts_findings_under_their_file() -> None:
    text = _render("grouped", TEXT, _finding(TEXT, "Russiato"), _finding(TEXT, "home"))
    assert text == (
        "a.txt:\n"
        "  1:9      TQ101 fused-words [major] it is wrong\n"
        "  2:6      TQ101 fused-words [major] it is wrong\n"
        "\n"
    )
    assert _render("grouped", TEXT) == ""


def test_json_is_the_contract() -> None:
    text = "\ufeff😀 Russiato\n"
    fix = Fix((Edit(Span(9, 9), " "),), Safety.SAFE, "write “Russia to”")
    assert json.loads(_render("json", text, _finding(text, "Russiato", fix=fix))) == [
        {
            "code": "TQ101",
            "name": "fused-words",
            "message": "it is wrong",
            "severity": "major",
            "mqm": "linguistic-conventions/spelling",
            "filename": "a.txt",
            "start": 3,
            "end": 11,
            "text": "Russiato",
            "location": {"row": 1, "column": 4},
            "end_location": {"row": 1, "column": 12},
            "fix": {
                "applicability": "safe",
                "message": "write “Russia to”",
                "edits": [
                    {
                        "start": 9,
                        "end": 9,
                        "content": " ",
                        "location": {"row": 1, "column": 10},
                        "end_location": {"row": 1, "column": 10},
                    }
                ],
            },
            "fingerprint": "0f",
            "url": "https://example.org",
            "engine": "tqcheck",
        }
    ]


def test_json_without_fix_and_without_findings() -> None:
    (found,) = json.loads(_render("json", TEXT, _finding(TEXT, "home")))
    assert found["fix"] is None
    assert "fix_withheld" not in found
    (found,) = json.loads(_render("json", TEXT, _finding(TEXT, "home", fix_withheld="why")))
    assert found["fix_withheld"] == "why"
    assert json.loads(_render("json", TEXT)) == []


def test_jsonl_is_the_array_line_by_line() -> None:
    findings = (_finding(TEXT, "Russiato", fix=FIX, message="a\u2028b"), _finding(TEXT, "home"))
    lines = _render("jsonl", TEXT, *findings).split("\n")
    assert lines.pop() == ""
    assert [json.loads(line) for line in lines] == json.loads(_render("json", TEXT, *findings))
    assert _render("jsonl", TEXT) == ""


def test_github_commands_are_escaped_and_most_severe_first() -> None:
    minor = _finding(TEXT, "Russiato", severity=Severity.MINOR, message="50% :: a,b\r\nc")
    critical = _finding(TEXT, "fight.\r\nThen", severity=Severity.CRITICAL, fix=FIX)
    assert _render("github", TEXT, minor, critical, path="a,b:c%.txt") == (
        "::error file=a%2Cb%3Ac%25.txt,line=1,endLine=2,title=TQ101 fused-words"
        "::it is wrong (fix: write “Russia to”)\n"
        "::notice file=a%2Cb%3Ac%25.txt,line=1,col=9,endLine=1,endColumn=17,"
        "title=TQ101 fused-words::50%25 :: a,b%0D%0Ac\n"
    )


def test_colours_go_round_pieces_and_change_no_text() -> None:
    finding = _finding(TEXT, "Russiato", fix=FIX)

    def paint(text: str, role: str) -> str:
        return f"<{role}>{text}</{role}>"

    for name in report.NAMES:
        painted = _render(name, TEXT, finding, paint=paint)
        plain = _render(name, TEXT, finding)
        for role in ("path", "code", "minor", "major", "critical", "mark", "fix", "dim"):
            painted = painted.replace(f"<{role}>", "").replace(f"</{role}>", "")
        assert painted == plain


def _excerpt(line: str, part: str, columns: int = 100) -> tuple[str, str]:
    start = line.index(part)
    row = excerpt(Source("a", line), Span(start, start + len(part)), columns)
    return row.before + row.marked + row.after, row.carets


EXCERPTS = {
    "a plain line": ("one two three", "two", "one two three", "    ^^^"),
    "a tab": ("\tone two", "one", "    one two", "    ^^^"),
    "wide letters": ("日本 two", "two", "日本 two", "     ^^^"),
    "a wide mark": ("a 日本 b", "日本", "a 日本 b", "  ^^^^"),
    "combining letters": ("cafe\u0301 two", "two", "cafe\u0301 two", "     ^^^"),
    "a control character": ("a\x1bb two", "two", "a␛b two", "    ^^^"),
    "a direction mark": ("a\u202eb", "b", "a<202E>b", "       ^"),
    "a no-break space": ("a\u00a0b", "b", "a\u00a0b", "  ^"),
    "a zero-width span": ("ab", "", "ab", "^"),
}


@pytest.mark.parametrize("case", EXCERPTS)
def test_carets_stand_under_the_finding(case: str) -> None:
    line, part, text, carets = EXCERPTS[case]
    assert _excerpt(line, part) == (text, carets)


@pytest.mark.parametrize("fill", ["ab ", "日本 ", "e\u0301 "], ids=["narrow", "wide", "combining"])
@pytest.mark.parametrize("before", [0, 3, 30, 3000])
@pytest.mark.parametrize("after", [0, 3, 30, 3000])
def test_long_lines_are_shown_around_the_finding(fill: str, before: int, after: int) -> None:
    from unicodedata import combining, east_asian_width

    line = fill * before + "XYZ" + fill * after
    text, carets = _excerpt(line, "XYZ", 40)

    def cells(shown: str) -> int:
        return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in shown)

    assert cells(text) <= 42
    at = text.index("XYZ")
    assert carets == " " * cells(text[:at]) + "^^^"
    assert text.startswith("…") is (not line.startswith(text[:3]))
    assert text.endswith("…") is (not line.endswith(text[-3:]))


def test_a_finding_longer_than_the_window_fills_it() -> None:
    line = "a " * 20 + "X" * 500 + " b" * 20
    text, carets = _excerpt(line, "X" * 500, 40)
    assert len(text) <= 42
    assert set(carets.lstrip()) == {"^"}
    assert text[carets.index("^")] == "X"


def test_a_finding_over_several_rows_is_shown_on_its_first() -> None:
    row = excerpt(Source("a", "one two\nthree"), Span(4, 13), 100)
    assert (row.row, row.before, row.marked, row.carets) == (1, "one ", "two", "    ^^^")
    row = excerpt(Source("a", "one\n"), Span(4, 4), 100)
    assert (row.row, row.carets) == (2, "^")


def test_the_cost_of_an_excerpt_does_not_grow_with_the_row() -> None:
    import time

    source = Source("a", "word " * 1_000_000)
    start = time.process_time()
    for at in range(0, 5_000_000, 5_000):
        excerpt(source, Span(at, at + 4), 100)
    assert time.process_time() - start < 2


def test_shown_is_one_line_without_controls() -> None:
    assert shown("a\r\nb\tc\x7f\x85") == "a⏎b    c␡<0085>"
    assert shown("Plain “text” – 日本") == "Plain “text” – 日本"
