"""The scoring of findings and fixes against marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.floors import broken
from benchmarks.notation import Labelled, Mark, parse
from benchmarks.product import Outcome
from benchmarks.quality import main
from benchmarks.samples import load
from benchmarks.scoring import Judgement, judge, lies_on, work
from benchmarks.tables import markdown, plain
from benchmarks.tally import Tally
from tqcheck.finding import Edit, Finding, Fix, Safety, Severity
from tqcheck.source import Span


def finding(article: Labelled, text: str, *edits: tuple[str, str], code: str = "TQ101") -> Finding:
    """A finding on the first ``text``; each edit replaces the first place of its left side."""

    def span(part: str) -> Span:
        start = article.text.index(part)
        return Span(start, start + len(part))

    made = tuple(sorted(Edit(span(old), new) for old, new in edits))
    return Finding(
        span(text),
        code,
        "a-name",
        "",
        Severity.MINOR,
        "",
        text,
        Fix(made, Safety.SAFE) if made else None,
    )


def judged(article: Labelled, *findings: Finding) -> Judgement:
    """The judgement of the article's only mark."""
    (mark,) = article.marks
    return judge(article.text, mark, findings, ())


def verdict(article: Labelled, *findings: Finding) -> str:
    """ "missed", "found" (without fix), "wrong" or "right"."""
    judgement = judged(article, *findings)
    if not judgement.found:
        return "missed"
    if judgement.right:
        return "right"
    return "wrong" if judgement.offered else "found"


DOUBLE = "He went ⟦duplicate-word|to to|to⟧ Lublin, and to Gdynia."
MOVED = (
    "It sent 3,000⟦misplaced-period-abbrev#1|| soldiers⟧ to Russia"
    "⟦misplaced-period-abbrev#1|. soldiers|⟧, they say."
)
DIALOGUE = "⟦dash-quote-open|– |“⟧We left – said the mayor."


@pytest.mark.parametrize(
    ("notation", "text", "edits", "expected"),
    [
        (DOUBLE, "to to", [("to to", "to")], "right"),
        (DOUBLE, "to to", [(" to to", " to")], "right"),
        (DOUBLE, "to to", [("to to", "too")], "wrong"),
        (DOUBLE, "to to", [], "found"),
        (DOUBLE, "Lublin", [("Lublin", "Lublin")], "missed"),
        (DOUBLE, "Gdynia", [("Gdynia", "Gdańsk")], "missed"),
        (
            MOVED,
            "3,000 to Russia. soldiers",
            [(" to Russia. soldiers", " soldiers to Russia")],
            "right",
        ),
        (
            MOVED,
            "3,000 to Russia. soldiers",
            [("3,000 to Russia. soldiers", "3,000 soldiers to Russia")],
            "right",
        ),
        (MOVED, ". soldiers", [(". soldiers", "")], "wrong"),
        (MOVED, ". soldiers", [], "found"),
        # the dialogue's other edit lies on another mark and is none of this one's business
        (DIALOGUE, "– We left – said", [("– We", "“We"), (" – said", ",” said")], "right"),
        (DIALOGUE, "– We left – said", [("– We left – said", "“We left,” said")], "right"),
        (DIALOGUE, "– We left – said", [("– We", '"We')], "right"),
        ("in ⟦date-format|5. May|May 5‖5 May⟧ 2020", "5. May", [("5. ", "5 ")], "right"),
        ("⟦scrape-residue|Menu\n\n|⟧He left.", "Menu", [("Menu\n", "")], "right"),
        ("say “⟦unbalanced-quote|“|=⟧no", "““", [("““", "“")], "wrong"),
        ("say “⟦unbalanced-quote|“|=⟧no", "““", [], "found"),
    ],
)
def test_judgement(notation: str, text: str, edits: list[tuple[str, str]], expected: str) -> None:
    article = parse(notation)
    assert verdict(article, finding(article, text, *edits)) == expected


def test_two_findings_mend_together() -> None:
    article = parse("On ⟦date-format|the 5. May|May 5⟧ he left.")
    first = finding(article, "the ", ("the ", ""))
    second = finding(article, "5. May", ("5. May", "May 5"))
    assert verdict(article, first) == "wrong"
    assert verdict(article, first, second) == "right"


def test_edits_of_later_rounds_count() -> None:
    article = parse("He ⟦fused-words|saidthat|said that⟧ he left.")
    (mark,) = article.marks
    found = finding(article, "saidthat")
    final = (Edit(Span(7, 7), " "),)
    assert judge(article.text, mark, [found], final).right
    assert not judge(article.text, mark, [], final).found


def test_an_insertion_touches_its_mark() -> None:
    article = parse("He left.⟦dash-quote-attribution||”⟧ She stayed.")
    (mark,) = article.marks
    assert lies_on(finding(article, "left."), mark)
    assert not lies_on(finding(article, "left"), mark)


def test_work_of_nothing_done_is_nothing() -> None:
    article = parse("a b ⟦x-y|c|d e‖d⟧ ⟦x-z?|f|=‖g⟧")
    assert work(article, article.text).share == 0
    assert work(article, article.golden).share == 1
    assert work(article, "a b d g").share == 1


def test_harm_is_below_zero() -> None:
    article = parse("one two ⟦x-y|three|four⟧ five")
    assert work(article, "a b c d").share < 0


def test_folder_with_every_kind(tmp_path: Path) -> None:
    (tmp_path / "clean").mkdir()
    (tmp_path / "clean" / "a.txt").write_text("Nothing here.\n")
    (tmp_path / "clean" / "b.jsonl").write_text('{"id": "b/1", "text": "Nor here."}\n')
    (tmp_path / "mt").mkdir()
    (tmp_path / "mt" / "c.jsonl").write_text(
        '{"id": "c/1", "text": "to to x", "spans": [{"start": 0, "end": 5, "category": "double",'
        ' "fix": ["to"], "rule": "yes"}, {"start": 6, "end": 7, "category": "y", "rule": "no"},'
        ' {"start": 6, "end": 7, "category": "z", "rule": "maybe"}]}\n'
        '{"id": "c/2", "text": "who knows", "spans": []}\n'
    )
    (tmp_path / "mt" / "d.txt").write_text("a ⟦x-y|b|c⟧\n")
    found = {sample.name: sample for sample in load(tmp_path)}
    assert {name: sample.kind for name, sample in found.items()} == {
        "clean/a.txt": "clean",
        "b/1": "clean",
        "c/1": "labelled",
        "c/2": "other",
        "mt/d.txt": "labelled",
    }
    marks: dict[str, Mark] = {mark.category: mark for mark in found["c/1"].marks}
    assert marks.keys() == {"double", "z"}
    assert marks["z"].optional and not marks["z"].mended
    assert marks["double"].edits() == ((Span(0, 5), "to"),)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ('{"id": "a"}', ":1: a row needs “text”"),
        (
            '{"id": "a", "text": "b", "spans": [{"start": 0, "end": 2}]}',
            ":1: span 0–2 leaves the text",
        ),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, row: str, message: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(row)
    with pytest.raises(ValueError, match=message):
        list(load(path))


def tally(tmp_path: Path) -> Tally:
    (tmp_path / "clean").mkdir()
    (tmp_path / "clean" / "a.txt").write_text("one two three four\n")
    (tmp_path / "b.txt").write_text("a ⟦double-word|b b|b⟧ c ⟦x-y|d|e⟧\n")
    counted = Tally()
    for sample in load(tmp_path):
        article = Labelled(sample.text, ())
        if sample.kind == "clean":
            outcome = Outcome((finding(article, "two"),), sample.text, sample.text, (), ())
        else:
            hits = (finding(article, "b b", ("b b", "b")), finding(article, "c"))
            outcome = Outcome(hits, "a b c d", "a b c d", hits[0].fix.edits, ())  # type: ignore[union-attr]
        counted.add(sample, outcome)
    return counted


def test_tally_and_tables(tmp_path: Path) -> None:
    counted = tally(tmp_path)
    assert counted.totals() == {
        "recall": 0.5,
        "right": 0.5,
        "right_of_offered": 1.0,
        "precision": 0.5,
        "share_safe": 0.5,
        "share_all": 0.5,
        "alarms": 2500.0,
    }
    text = markdown(counted)
    assert "| double-word | 1 | 1 | 1.00 | 1 | 1.00 |" in text
    assert "| x-y | 1 | 0 | 0.00 | 0 | 0.00 |" in text
    assert "| TQ101 a-name | 1 (2500.00) | 2500.00 |" in text
    assert "| **all** | 2 | 1 | 0.50 | 1 | 0.50 |" in text
    assert counted.missed == ["b.txt: missed x-y: a b b c [d]⏎"]
    assert counted.beside == ["b.txt: TQ101 a-name: a b b [c] d⏎"]
    assert plain(counted)["must"]["double-word"]["found"] == 1


def test_floors(tmp_path: Path) -> None:
    counted = tally(tmp_path)
    path = tmp_path / "floors.toml"
    path.write_text("[totals]\nrecall = 0.5\nalarms = 2500\n[recall]\ndouble-word = 1\n")
    assert broken(counted, path) == []
    path.write_text("[totals]\nrecall = 0.6\nalarms = 1\nspeed = 1\n[right]\nx-y = 0.1\n")
    assert broken(counted, path) == [
        "recall is 0.500, the floor is 0.6",
        "alarms is 2500.000, the ceiling is 1",
        "speed was not measured; measured: recall, right, right_of_offered, precision, "
        "share_safe, share_all, alarms",
        "right of x-y is 0.000, the floor is 0.1",
    ]
    path.write_text("[total]\n")
    with pytest.raises(ValueError, match="unknown table"):
        broken(counted, path)


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("a ⟦double-word|zyx|b⟧ c\n")
    floors = tmp_path / "floors.toml"
    floors.write_text("[totals]\nrecall = 0.5\n")
    out = tmp_path / "out.json"
    assert main([str(tmp_path / "a.txt"), "--json", str(out), "--missed"]) == 0
    assert main([str(tmp_path / "a.txt"), "--floors", str(floors)]) == 1
    printed = capsys.readouterr()
    assert "a.txt: missed double-word: a [zyx] c⏎" in printed.out
    assert printed.err == "recall is 0.000, the floor is 0.5\n"
    assert '"recall": 0.0' in out.read_text()
