"""Repetition: what a loop is, and what people say twice on purpose."""

from __future__ import annotations

import pytest

from tests.conftest import article
from tqcheck.detectors._echoes import MAX_SIZE, echoes_of
from tqcheck.engine import check
from tqcheck.finding import Safety
from tqcheck.fixer import fix
from tqcheck.opening import Options, open_article
from tqcheck.rule import load_rules
from tqcheck.source import Source

RULES = tuple(rule for rule in load_rules() if rule.card.status == "stable")
REPETITION = tuple(rule for rule in RULES if rule.card.family == "repetition")


def flags(text: str) -> list[str]:
    found = check(open_article(Source("a.txt", text), Options()), REPETITION)
    assert not found.crashes
    return [finding.text for finding in found.findings]


def mended(text: str, safety: Safety = Safety.UNSAFE) -> str:
    return fix(Source("a.txt", text), REPETITION, safety, Options()).source.text


DOUBLED = {
    "The ship left the the port.": "The ship left the port.",
    "He said that that they would go.": "He said that they would go.",
    "The the ship left.": "The ship left.",
    "They talked about about the\nnew road.": "They talked about the\nnew road.",
    "The tank tank crew was hurt.": "The tank crew was hurt.",
    "It was a long-term term of office.": "It was a long-term of office.",
}


@pytest.mark.parametrize("text", DOUBLED)
def test_a_doubled_word_goes(text: str) -> None:
    assert mended(text) == DOUBLED[text]


def test_only_small_words_go_unseen() -> None:
    text = "The ship left the the port, and the tank tank crew was hurt."
    assert mended(text, Safety.SAFE) == "The ship left the port, and the tank tank crew was hurt."


LAWFUL = [
    "He had had enough by then.",
    "She knew that that man lied.",
    "The thing is is that it costs money.",
    "What it is is a mystery.",
    "They came in in the night and moved on on Monday.",
    "She gave her her book back.",
    "It was very, very late, and he said no, no, no.",
    "It was a really really long way.",
    "Boutros Boutros-Ghali flew from Walla Walla to Baden-Baden and to Bora Bora.",
    "New York, New York, is the song of New York New York.",
    "The score was 0 0 and then 3 3.",
    "They went from door to door to door, day by day by day.",
    "Prices rose more and more and more, over and over and over.",
    "Call a spade a spade.",
    "The M&M and the B & B are near.",
    "He worked in 1.1 and in 2.2.",
    "Row, row, row your boat.",
    "The dam broke.\n\nThe dam broke at night.",
    "The army of Ukraine\n\nUkraine said on Monday that it would go on.",
    "“Come in, come in,” she said. “I know, I know.”",
]


@pytest.mark.parametrize("text", LAWFUL)
def test_lawful_repetition_is_silent(text: str) -> None:
    assert flags(text) == []


@pytest.mark.parametrize("size", range(2, MAX_SIZE + 1))
@pytest.mark.parametrize("copies", [2, 3, 9])
@pytest.mark.parametrize("gap", [" ", ", "])
def test_loops_of_every_size(size: int, copies: int, gap: str) -> None:
    words = "under old bridges near cold rivers some tired men build small boats slowly".split()
    if size == 2 and copies > 3 and gap == ", ":
        return  # “heave ho, heave ho, heave ho, heave ho”
    loop = " ".join(words[:size])
    text = f"Report: yesterday {gap.join([loop] * copies)} again."
    assert mended(text) == f"Report: yesterday {loop} again."


def test_a_loop_of_a_clause_with_and() -> None:
    text = "Envoys of the council and the council and the guilds met."
    assert mended(text) == "Envoys of the council and the guilds met."


def test_echo_of_words_that_come_twice_in_the_copy() -> None:
    text = "it went up the hill and up the road it went up the hill and up the road"
    (echo,) = echoes_of(article(text))
    assert (echo.size, echo.copies) == (9, 2)


def test_a_speech_may_repeat_with_commas() -> None:
    text = (
        "We have a plan for you, and I say it here. The strength of us all, the strength of us "
        "all is what we need. You and I know our way, and we will go our way."
    )
    assert flags(text) == []


def test_a_transcript_may_stumble() -> None:
    text = "Um, the the witness, uh, he went to the went to the bank, yeah, and, and left."
    assert flags(text) == []


BLOCK = "The council will build a new pier in the harbor, it said on Monday."


def test_a_paragraph_that_comes_again_goes() -> None:
    text = f"{BLOCK}\n\nWork begins in March. It will cost nine million.\n\n{BLOCK}\n"
    assert mended(text) == f"{BLOCK}\n\nWork begins in March. It will cost nine million.\n"


def test_a_paragraph_said_in_other_words_stays() -> None:
    other = BLOCK.replace("pier", "road")
    assert flags(f"{BLOCK}\n\n{other}\n") == []


def test_three_copies_of_a_sentence_become_one() -> None:
    text = "The road is closed for now. " * 3 + "Buses take the bridge."
    assert mended(text) == "The road is closed for now. Buses take the bridge."


def test_refrains_of_short_lines_stay() -> None:
    text = "Go down to the sea.\n\nThe wind is cold there.\n\nGo down to the sea.\n"
    assert flags(text) == []


SUMMED_UP = "The bridge over the river was closed on Monday after divers found cracks in two pillars."
TOLD = {
    "page.html": "<html><head><title>Bridge closed for the whole summer</title>"
    f"<meta name='description' content='{SUMMED_UP}'></head><body>"
    f"<h1>Bridge closed for the whole summer</h1><p>{SUMMED_UP}</p>"
    f"<p><img src='a.png' alt='{SUMMED_UP}' title='{SUMMED_UP}'></p></body></html>",
    "note.md": f"---\ntitle: Bridge closed\ndescription: {SUMMED_UP}\n---\n\n{SUMMED_UP}\n",
    "story.json": f'{{"title": "Bridge closed", "description": "{SUMMED_UP}", "body": "{SUMMED_UP}"}}',
    "feed.rss": "<rss version='2.0'><channel><item><title>Bridge closed</title><description>"
    f"{SUMMED_UP}</description><content:encoded>&lt;p&gt;{SUMMED_UP}&lt;/p&gt;</content:encoded>"
    "</item></channel></rss>",
}


@pytest.mark.parametrize("name", TOLD)
def test_metadata_may_say_what_the_article_says(name: str) -> None:
    article = open_article(Source(name, TOLD[name]), Options())
    assert article.view.count(SUMMED_UP) > 1
    assert not check(article, RULES).findings


def test_navigation_is_shown_and_not_linted() -> None:
    text = "<nav><a>Privacy Policy</a> , <a>中文网</a></nav><p>It was late.</p><footer>Log in</footer>"
    article = open_article(Source("page.html", text), Options())
    assert [one.kind for one in article.regions] == ["furniture", "paragraph", "furniture"]
    assert not check(article, RULES).findings
