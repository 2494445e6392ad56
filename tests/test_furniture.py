"""Page furniture: which lines go, which stay, and what is left between their neighbours."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.detectors._line_deletion import deletions
from tqcheck.engine import check
from tqcheck.finding import Safety
from tqcheck.fixer import fix
from tqcheck.opening import Options, open_article
from tqcheck.rule import Rule, load_rules
from tqcheck.source import Source, Span

FURNITURE = tuple(rule for rule in load_rules() if rule.card.family == "furniture")

ONE = "The ferry was back in service by noon on Tuesday, the harbor office said."
TWO = "Its captain thanked the crew and the pilots for a long and sleepless night."
TITLE = "Ferry back in service after storm"


def flags(text: str, rules: tuple[Rule, ...] = FURNITURE) -> list[str]:
    found = check(open_article(Source("a.txt", text), Options()), rules)
    assert not found.crashes
    return [finding.text for finding in found.findings]


def mended(text: str) -> str:
    return fix(Source("a.txt", text), FURNITURE, Safety.UNSAFE, Options()).source.text


LINES = {
    "dashes around": "- Advertisement -",
    "letters apart": "A D V E R T I S E M E N T",
    "a slip": "Advertisment",
    "brackets": "[ADVERTISEMENT]",
    "label with a blank": "SEE ALSO : The harbor froze over",
    "label without colon": "READ ALSO The harbor froze over. Nobody had expected it",
    "label with a dash": "Read also – The harbor froze over",
    "label without blank": "READALSO: The harbor froze over",
    "label with a slip": "Recomended for you",
    "label and a quotation": "READ MORE: “We were lucky.” What the captain saw that night",
    "label and a question": "Read also: Who pays for the new pier?",
    "double blank": "Read  also:  The harbor froze over",
    "no-break blank": "Read\u00a0also: The harbor froze over",
    "bullet": "• Related: The harbor froze over",
    "arrow": "► Watch the video below",
    "follow": "Follow us on Telegram and Viber!",
    "subscribe": "Subscribe to our newsletter and never miss a story.",
    "error note": "If you find an error, please select a piece of text and press Ctrl+Enter.",
    "cookies": "This website uses cookies to ensure you get the best experience.",
    "credit": "Photo credit: Harbor Office",
    "credit in brackets": "(Photo by Jane Holm/Getty Images)",
    "agencies": "PAP/EPA/Adam Wolny",
    "initials": "tas//mm",
    "agency alone": "(PAP)",
    "breadcrumbs": "Home » News » Harbor",
    "copyright": "© 2024 Harbor Courier. All rights reserved.",
    "player": "Your browser does not support the video tag.",
    "embed": "A post shared by Harbor Office (@harboroffice)",
    "languages": "EN | UA | RU",
    "counter": "1.2k views",
    "ago": "3 hours ago",
    "stamp": "Yesterday, 9:15",
    "gallery": "Gallery (9 photos)",
    "voice": "Text read by artificial intelligence",
    "continued": "The continuation of the text under the picture",
    "Polish": "CZYTAJ TEŻ: Prom nie kursuje",
    "Ukrainian": "Читайте також: Пором не ходить",
    "Chinese": "相关阅读：渡轮停航",
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES.keys())
@pytest.mark.parametrize("place", ["inside", "below"])
def test_a_line_of_the_page_goes(line: str, place: str) -> None:
    inside = place == "inside"
    text = f"{TITLE}\n\n{ONE}\n\n{line}\n\n{TWO}\n" if inside else f"{TITLE}\n\n{ONE}\n\n{line}\n"
    assert flags(text) == [line]
    assert mended(text) == (f"{TITLE}\n\n{ONE}\n\n{TWO}\n" if inside else f"{TITLE}\n\n{ONE}\n")


PROSE = {
    "advertisements": "Advertisement revenue fell by a third, the publisher said.",
    "annex": "See also the annex to the contract.",
    "advice": "Read more about it in the little museum next door, or ask a local.",
    "related": "Related: the best shop window in town, which belongs to a taxidermist.",
    "imperative": "Share this bread with your neighbor, the old man said.",
    "cry": "Next!",
    "one word": "Home.",
    "quoted word": "“Share”",
    "dash dialogue": "– Read more!",
    "dash dialogue of one word": "– Next",
    "law": "You must be registered to vote by the first of October.",
    "cookies": "The cookies were gone before the tea was poured.",
    "agency": "The agency (PAP) reported that the ferry was late.",
    "agencies": "It was first reported by PAP and EPA.",
    "slashes": "he/she",
    "time": "10:30",
    "ratio": "a 3/4 majority",
    "interview": "Editor: Why did you leave?",
    "event": "Date: May 3",
    "long after colon": "Source: the spring above the mill, where it is coldest, is dry.",
    "photo": "Photo evidence was never shown in court.",
    "trespass": "The use of the materials was a question of price, the builder said.",
    "social": "Posts on Facebook and Telegram spoke of two boats.",
    "correction": "Correction: An earlier version misspelled the captain’s name.",
}


@pytest.mark.parametrize("line", PROSE.values(), ids=PROSE.keys())
def test_prose_with_the_same_words_stays(line: str) -> None:
    assert flags(f"{TITLE}\n\n{ONE}\n\n{line}\n\n{TWO}\n") == []


HEADINGS = ("Share", "Contact", "Search", "Home", "Politics", "Video", "Source", "About us", "Play")


@pytest.mark.parametrize("word", HEADINGS)
def test_a_common_word_over_prose_is_a_heading(word: str) -> None:
    assert flags(f"{TITLE}\n\n{ONE}\n\n{word}\n\n{TWO}\n") == []
    assert flags(f"{word}\n\n{ONE}\n\n{TWO}\n") == []


@pytest.mark.parametrize("title", ["Print", "Video: Bear steals lunch from hikers", "Cookies"])
def test_a_title_stays(title: str) -> None:
    assert flags(f"{title}\n\n{ONE}\n\n{TWO}\n") == []


def test_common_words_go_together() -> None:
    text = f"Home\nNews\nContact\n\n{TITLE}\n\n{ONE}\n\n{TWO}\n\nShare\nTweet\n\nComments\n"
    assert mended(text) == f"{TITLE}\n\n{ONE}\n\n{TWO}\n"


def test_the_head_of_a_theme_goes_and_a_dateline_stays() -> None:
    head = "4.2 C\nLondon\nThursday, January 2, 2025\n\n"
    body = f"{TITLE}\n\nThursday, January 2, 2025\n\n{ONE}\n"
    assert mended(head + body) == body


def test_below_a_link_list_headlines_go_too() -> None:
    links = "More articles\n\nThe harbor froze over\n\nPilots train for winter\n\nLatest article\n"
    assert mended(f"{TITLE}\n\n{ONE}\n\n{TWO}\n\n{links}") == f"{TITLE}\n\n{ONE}\n\n{TWO}\n"


AD = "- Advertisement -"
GAPS = {
    "one blank row each": (f"{ONE}\n\n{AD}\n\n{TWO}\n", f"{ONE}\n\n{TWO}\n"),
    "many after": (f"{ONE}\n\n{AD}\n\n\n\n{TWO}\n", f"{ONE}\n\n{TWO}\n"),
    "many before": (f"{ONE}\n\n\n\n{AD}\n\n{TWO}\n", f"{ONE}\n\n{TWO}\n"),
    "no blank rows": (f"{ONE}\n{AD}\n{TWO}\n", f"{ONE}\n{TWO}\n"),
    "blank row only after": (f"{ONE}\n{AD}\n\n{TWO}\n", f"{ONE}\n\n{TWO}\n"),
    "blank row only before": (f"{ONE}\n\n{AD}\n{TWO}\n", f"{ONE}\n\n{TWO}\n"),
    "two lines": (f"{ONE}\n\n{AD}\n\n{AD}\n\n{TWO}\n", f"{ONE}\n\n{TWO}\n"),
    "blank row between two lines": (f"{ONE}\n{AD}\n\n{AD}\n{TWO}\n", f"{ONE}\n\n{TWO}\n"),
    "at the start": (f"{AD}\n\n{ONE}\n", f"{ONE}\n"),
    "after a byte order mark": (f"\ufeff{AD}\n\n{ONE}\n", f"\ufeff{ONE}\n"),
    "at the end": (f"{ONE}\n\n{AD}\n", f"{ONE}\n"),
    "at the end, no line end": (f"{ONE}\n\n{AD}", f"{ONE}"),
    "two at the end": (f"{ONE}\n\n{AD}\n\n\nSource link", f"{ONE}"),
    "CRLF": (f"{ONE}\r\n\r\n{AD}\r\n\r\n{TWO}\r\n", f"{ONE}\r\n\r\n{TWO}\r\n"),
    "CRLF, blank row only after": (f"{ONE}\r\n{AD}\r\n\r\n{TWO}", f"{ONE}\r\n\r\n{TWO}"),
    "blanks on blank rows": (f"{ONE}\n \n  {AD} \n\t\n{TWO}\n", f"{ONE}\n \n{TWO}\n"),
    "nothing else": (f"{AD}\n", "\n"),
}


@pytest.mark.parametrize(("text", "after"), GAPS.values(), ids=GAPS.keys())
def test_one_blank_row_is_left(text: str, after: str) -> None:
    assert mended(text) == after


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.integers(1, 4)), min_size=1, max_size=9), st.booleans())
def test_deletions_never_meet_and_leave_one_gap(rows: list[tuple[bool, int]], ended: bool) -> None:
    """Whatever goes, the lines that stay are there, in order, never more than their gap apart."""
    text, spans = "", []
    for number, (_, gap) in enumerate(rows):
        spans.append(Span(len(text), len(text) + 1))
        text += chr(ord("a") + number) + "\n" * gap
    if not ended:
        text = text.rstrip("\n")
    doomed = [gone for gone, _ in rows]
    edits = sorted(deletions(text, spans, doomed).values())
    assert len(edits) == sum(doomed)
    assert all(one.span.end <= two.span.start for one, two in pairwise(edits))
    for edit in reversed(edits):
        text = text[: edit.span.start] + text[edit.span.end :]
    assert text.split() == [chr(ord("a") + n) for n, gone in enumerate(doomed) if not gone]
    if not all(doomed):
        assert not (doomed[0] and text.startswith("\n"))
        assert text.endswith("\n") == (ended or not text) or not any(doomed)
