"""The real LanguageTool: its positions are ours to the character, and it leaves names alone.

Needs a server; ``python scripts/languagetool_server.py -- pytest -m languagetool`` starts one.
"""

from __future__ import annotations

import json
import os
import random
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from tests.conftest import article
from tqcheck.article import Article
from tqcheck.candidate import Candidate
from tqcheck.engine import examine
from tqcheck.finding import Safety
from tqcheck.formats import FORMATS
from tqcheck.languagetool.answer import matches_of
from tqcheck.languagetool.session import Session, Settings
from tqcheck.names import names_of
from tqcheck.opening import Options, open_article
from tqcheck.rule import select
from tqcheck.source import Source, apply_edits
from tqcheck.store import load_rules

URL = os.environ.get("TQCHECK_LT_URL", "")
pytestmark = [
    pytest.mark.languagetool,
    pytest.mark.skipif(not URL, reason="TQCHECK_LT_URL names no LanguageTool server"),
]
FIXTURES = Path(__file__).parent.parent / "fixtures"

TRAPS = [
    "😀",
    "👩\u200d👩\u200d👧",
    "🇵🇱",
    "𝔘",
    "e\u0301",
    "\u00e9",
    "\u00a0",
    "\u00ad",
    "\ufeff",
    "\u200b",
    "&amp;",
    "&#8211;",
    "<b>",
    "</b>",
    '<a href="x">',
    "\r\n",
    "\n",
    "\r\n\r\n",
    "\t",
    "—",
    "…",
    "“",
    "”",
    "«",
    "\ufffc",
]
GAPS = [" ", " 😀 ", "&nbsp;", " <b>", " *", "\r\n", "&#32;", " `x` "]
WORDS = "the bridge was opened on Monday and many people came from far away to see it".split()


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with Session(Settings(URL)) as one:
        yield one
        assert one.failure is None


def made(source: random.Random) -> str:
    """A text with words no dictionary knows, among characters that shift offsets."""
    parts = []
    for _ in range(source.randint(4, 14)):
        kind = source.random()
        if kind < 0.15:
            parts.append("q" + "".join(source.choices("xzjwv", k=6)))
        elif kind < 0.45:
            parts.append(source.choice(TRAPS))
        else:
            parts.append(source.choice(WORDS))
        parts.append(source.choice((" ", " ", " ", ". ", "")))
    return "".join(parts)


def test_each_match_lies_on_the_characters_the_server_meant() -> None:
    """The server shows each match in a context that it has cut out itself."""
    source = random.Random(8)
    texts = [made(source) for _ in range(1000)]
    told = 0
    for at in range(0, len(texts), 50):
        joined = "\n\n".join(texts[at : at + 50])
        data = urlencode({"language": "en-US", "text": joined}).encode()
        with urlopen(f"{URL}/v2/check", data, timeout=120) as answer:
            said = json.load(answer)
        for raw, match in zip(matches_of(said, joined), said["matches"], strict=True):
            shown, start = match["context"]["text"].encode("utf-16-le"), match["context"]["offset"]
            end = start + match["context"]["length"]
            meant = re.sub("[\\r\\n]", " ", shown[2 * start : 2 * end].decode("utf-16-le"))
            ours = re.sub("[\\r\\n]", " ", joined[raw.start : raw.end])
            assert ours == meant, (raw.rule, ours, meant)
            told += 1
    assert told > 2000


@pytest.mark.parametrize("form", sorted({"plain", "html", "markdown"}.intersection(FORMATS)))
def test_findings_through_the_view_are_what_stands_in_the_file(session: Session, form: str) -> None:
    source = random.Random(9)
    options = Options(format=form)
    texts = [f"{made(source)} He saw a{source.choice(GAPS)}old bridge." for _ in range(100)]
    if form == "html":
        texts = [f"<p>{text}</p>\r\n<p>A zażółć &lt; b.</p>" for text in texts]
    several = [open_article(Source("a", text), options) for text in texts]
    told = 0
    for one in several:
        for item in session.examine(one, ()):
            told += 1
            proves(one, item, options)
    assert session.failure is None
    assert told > 20


def test_an_answer_does_not_depend_on_what_is_asked_with_it() -> None:
    source = random.Random(10)
    texts = [made(source) + " And so on. . ." for _ in range(40)]
    with Session(Settings(URL)) as together, Session(Settings(URL, threads=1)) as alone:
        answers = together.answers(texts)
        assert answers == [answer for text in texts for answer in alone.answers([text])]
    assert sum(map(len, answers)) > 40


def proves(one: Article, item: Candidate, options: Options | None = None) -> None:
    """The finding's text is the view's, and its fix does in the file what it does in the view."""
    finding = item.finding
    assert finding.text == one.text(item.view_span)
    assert finding.span == one.document.locate(item.view_span)
    assert "\ufffc" not in finding.text
    if finding.fix is not None:
        edited = one.document.source.edited(finding.fix.edits)
        after = open_article(edited, options or Options())
        assert after.view == apply_edits(one.view, item.view_edits)


MISTAKES = [
    ("The council bought a old bridge.", "a", "an"),
    ("They repaired the bridge and thats why it stands.", "thats", "that's"),
    ("The road to Lviv was closed becouse of snow.", "becouse", "because"),
    ("The payment expires in Friday.", "in Friday", "on Friday"),
    ("😀 The mayor 👩\u200d👧 promised a apple.\r\n", "a", "an"),
]


@pytest.mark.parametrize(("text", "wrong", "right"), MISTAKES, ids=[one[1] for one in MISTAKES])
def test_it_finds_what_our_rules_do_not(
    session: Session, text: str, wrong: str, right: str
) -> None:
    one = article(text)
    found = [item for item in session.examine(one, ()) if item.finding.text == wrong]
    assert len(found) == 1
    proves(one, found[0])
    fix = found[0].finding.fix
    assert fix is not None and fix.safety < Safety.SAFE and right in fix.message


NAMES = [
    "President Volodymyr Zelenskyy met Olena Shevchenkivska in Zhovkva.",
    "Kim Jong-un and Choe Ryong-hae visited Ch\u014fngjin; Choe spoke.",
    "The Orlen refinery in P\u0142ock belongs to PKN Orlen. Szcz\u0119sny works there.",
    "Ole Gunnar Solskj\u00e6r praised \u00c1rni S\u00e6berg after the match in Vesturb\u00e6r.",
    "Przewalski\u2019s horses and the Khreshchatyk were shown by Ukrinform.",
]


@pytest.mark.parametrize("text", NAMES)
def test_names_are_left_alone(session: Session, text: str) -> None:
    assert session.examine(article(text), ()) == []


def test_the_fixtures_names_are_left_alone_and_the_clean_ones_are_clean(session: Session) -> None:
    rules = select(load_rules(()))
    paths = sorted(path for path in (FIXTURES / "clean").rglob("*.txt"))
    several = [
        open_article(Source.decode(str(path), path.read_bytes()), Options()) for path in paths
    ]
    assert several
    for one in several:
        for item in session.examine(one, examine(one, rules).candidates):
            proves(one, item)
            assert not names_of(one).shields(item.view_span), item.finding
    words = sum(len(one.view.split()) for one in several)
    told = [item.finding for one in several for item in session.examine(one, ())]
    assert len(told) <= max(2, words * 5 // 10_000), [(one.text, one.code) for one in told]
