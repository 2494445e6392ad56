"""LanguageTool's part without LanguageTool: positions, filters, faults and processes, by a fake."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from urllib.parse import urlsplit

import pytest

from tests import fake_languagetool
from tests.conftest import article
from tests.fake_languagetool import address, running
from tqcheck.article import Article
from tqcheck.candidate import Candidate
from tqcheck.engine import examine
from tqcheck.errors import ConfigError, TqcheckError
from tqcheck.finding import Safety
from tqcheck.languagetool import installed, positions, server, spelling
from tqcheck.languagetool.answer import Raw, matches_of
from tqcheck.languagetool.client import base_url
from tqcheck.languagetool.failure import EngineError
from tqcheck.languagetool.matches import candidates
from tqcheck.languagetool.notice import CARD, sentence
from tqcheck.languagetool.profile import CATEGORIES, RULES, Profile
from tqcheck.languagetool.replies import Replies, basis, key
from tqcheck.languagetool.session import Session, Settings
from tqcheck.opening import Options
from tqcheck.rule import select
from tqcheck.store import load_rules

FAULTS = {
    "slow": "slow",
    "drips": "slow",
    "dies": "dead",
    "400": "refused",
    "413": "too-large",
    "500": "refused",
    "bad-json": "garbled",
    "list": "garbled",
    "beyond": "garbled",
    "between": "garbled",
    "no rule": "garbled",
    "foreign": "foreign",
    "foreign-json": "foreign",
    "banner": "foreign",
}


def texts(found: list[Candidate]) -> list[str]:
    return [one.finding.text for one in found]


def raw(one: Article, text: str, rule: str = "SOME_RULE", **more: object) -> Raw:
    start = one.view.index(text)
    given = Raw(start, start + len(text), rule, "GRAMMAR", "grammar", "Wrong.", ("right",), "")
    return given._replace(**more)


def asked(one: Article, *raws: Raw, profile: Profile | None = None) -> list[Candidate]:
    return candidates(one, raws, (), profile or Profile())


# Positions


@pytest.mark.parametrize("text", ["", "plain", "\u00e9e\u0301", "a😀b😀😀c", "😀", "\ufeffx\r\ny"])
def test_utf16_offsets_lead_back_to_code_points(text: str) -> None:
    place = positions.code_points(text)
    for at in range(len(text) + 1):
        assert place(fake_languagetool.units(text[:at])) == at
    for wrong in (-1, fake_languagetool.units(text) + 1):
        with pytest.raises(ValueError):
            place(wrong)


def test_an_offset_between_two_surrogates_is_refused() -> None:
    with pytest.raises(ValueError):
        positions.code_points("a😀")(2)


def test_batches_are_small_enough_and_lose_nothing() -> None:
    given = ["😀" * 4000, "b" * 19_000, "c", "", "d" * 25_000]
    made = positions.batches(given, 1)
    assert [text for batch in made for text in batch.texts] == given
    for batch in made:
        assert len(batch.texts) == 1 or positions.width(batch.text) <= positions.LIMIT
        for start, text in zip(batch.starts, batch.texts, strict=True):
            assert batch.text[start : start + len(text)] == text


def test_a_small_article_keeps_all_threads_busy() -> None:
    assert len(positions.batches(["x" * 1500] * 4, 2)) == 2
    assert len(positions.batches(["x" * 300] * 4, 2)) == 1


def test_a_long_region_is_divided_at_sentences() -> None:
    one = article("The bridge is long. " * 3000)
    spans = positions.units(one)
    assert len(spans) > 2
    assert "".join(one.text(span) for span in spans) == one.view[spans[0].start : spans[-1].end]
    assert all(one.text(span).endswith(". ") for span in spans[:-1])
    assert all(positions.width(one.text(span)) <= positions.LIMIT for span in spans)


# A session with a server that is well


def test_findings_say_what_the_server_means() -> None:
    one = article("😀 The zzbridge had a apple.\r\n\r\nAnd 😀😀 a apple 😀 more.")
    with running() as fake, Session(Settings(address(fake))) as session:
        found = session.examine(one, ())
    assert texts(found) == ["zzbridge", "a", "a"]
    spelled, articles = found[0].finding, found[1].finding
    assert (articles.code, articles.name) == ("LT:EN_A_VS_AN", "en-a-vs-an")
    assert (articles.engine, articles.url) == ("languagetool", "https://example.org/articles")
    assert articles.fix is not None and articles.fix.safety is Safety.UNSAFE
    assert articles.fix.message == "write “an”"
    assert spelled.mqm == "linguistic-conventions/spelling"
    assert spelled.message == "“zzbridge” is no word that the dictionary knows"
    assert spelled.url.endswith("/rule/show/MORFOLOGIK_RULE_EN_US?lang=en")
    source = one.document.source
    for item in found:
        assert source.cut(item.finding.span) == item.finding.text
        edits = item.finding.fix.edits if item.finding.fix else ()
        assert len(edits) == len(item.view_edits) == (item.finding.text == "a")


def test_the_server_is_asked_once_for_each_text(tmp_path: Path) -> None:
    one = article("The zzbridge is long.\n\nThe zzbridge is long.\n\nA second one.")
    with running() as fake:
        for _ in range(2):
            with Session(Settings(address(fake), cache=tmp_path)) as session:
                first = session.examine(one, ())
                assert session.examine(one, ()) == first
        assert [one["text"] for one in fake.asked] == [
            "\n\nThe zzbridge is long.\n\nA second one.\n\n"
        ]


def test_requests_run_at_once_as_many_as_the_server_is_to_have() -> None:
    one = article("\n\n".join(f"Number {n} is {'long ' * 600}enough." for n in range(6)))
    with running("a little slow") as fake, Session(Settings(address(fake))) as session:
        session.examine(one, ())
    assert len(fake.asked) == 2 and fake.most_at_once == 2


def test_a_server_too_old_to_tell_its_version_is_asked_for_it() -> None:
    with running("old") as fake, Session(Settings(address(fake))) as session:
        assert texts(session.examine(article("A zzword."), ())) == ["zzword"]


def test_an_article_in_another_language_is_not_asked_about() -> None:
    with running() as fake, Session(Settings(address(fake))) as session:
        assert session.examine(article("A zzword.", Options(lang="de")), ()) == []
    assert fake.asked == []


def test_the_profile_is_sent() -> None:
    profile = Profile("en-GB", disable=("SOME_RULE",), enable=("STYLE", "CURRENCY_SPACE"))
    with running() as fake, Session(Settings(address(fake), profile)) as session:
        session.examine(article("A text."), ())
    (fields,) = fake.asked
    assert fields["language"] == "en-GB"
    assert "SOME_RULE" in fields["disabledRules"].split(",")
    assert "CURRENCY_SPACE" not in fields["disabledRules"].split(",")
    assert "STYLE" not in fields["disabledCategories"].split(",")
    assert "*" not in fields["disabledRules"]


# A server that is not


@pytest.mark.parametrize("fault", FAULTS)
def test_the_first_failure_is_the_last_request(fault: str) -> None:
    one = article("The zzword 😀 is wrong.")
    started = time.monotonic()
    with running(fault) as fake, Session(Settings(address(fake), timeout=0.5)) as session:
        assert session.examine(one, ()) == []
        asked_for = len(fake.asked)
        assert session.examine(article("Another zzword."), ()) == []
        assert len(fake.asked) == asked_for <= 1
    assert session.failure is not None and session.failure.kind == FAULTS[fault]
    said = sentence(session.failure)
    assert said.startswith("TQ002 engine-unavailable: LanguageTool ") and "\n" not in said
    assert "only our own rules looked" in said
    assert time.monotonic() - started < 5


MATCH = {
    "message": "Wrong.",
    "replacements": [{"value": "an"}],
    "offset": 0,
    "length": 1,
    "rule": {"id": "EN_A_VS_AN", "category": {"id": "MISC"}},
}


@pytest.mark.parametrize(
    "wrong",
    [
        {"offset": True},
        {"offset": "0"},
        {"length": 1.0},
        {"length": 10**9},
        {"message": None},
        {"replacements": [{"value": None}]},
        {"replacements": {"value": "an"}},
        {"rule": {"id": "EN\n::error", "category": {"id": "MISC"}}},
        {"rule": {"id": "EN_A_VS_AN", "category": {"id": "\x1b[31m"}}},
        {"rule": {"id": "", "category": {"id": "MISC"}}},
    ],
    ids=repr,
)
def test_a_match_that_makes_no_sense_is_refused(wrong: dict[str, object]) -> None:
    said = {"software": {}, "matches": [MATCH]}
    assert len(matches_of(said, "a apple")) == 1
    with pytest.raises(EngineError, match="makes no sense"):
        matches_of({**said, "matches": [{**MATCH, **wrong}]}, "a apple")
    with pytest.raises(EngineError, match="more matches than letters"):
        matches_of({**said, "matches": [MATCH] * 1000}, "a apple")


def test_what_a_server_says_does_nothing_to_a_terminal_or_an_article() -> None:
    odd = [{"value": one} for one in ("a\x00", "\ud800", "\u202ea", "\ufffc", "an\u00a0apple")]
    rule = {**MATCH["rule"], "urls": [{"value": "http://h\n\x1b[31m"}]}
    match = {**MATCH, "message": "It\x1b[31m\u202e is\n red.", "replacements": odd, "rule": rule}
    (found,) = matches_of({"software": {}, "matches": [match]}, "a apple")
    assert found.message == "It\ufffd[31m\ufffd is red."
    assert (found.replacements, found.url) == (("an\u00a0apple",), "")


def test_a_defect_of_ours_costs_no_finding_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = select(load_rules(()))
    one = article("The bridge is is long.")
    expected = examine(one, rules)
    assert expected.candidates
    with running() as fake, Session(Settings(address(fake))) as session:
        monkeypatch.setattr(session, "_ask", lambda _texts: 1 / 0)
        assert examine(one, rules, session.examine) == expected
    assert session.failure is not None and session.failure.kind == "broken"
    assert "ZeroDivisionError" in sentence(session.failure)
    examined = examine(one, rules, lambda *_: 1 / 0)  # type: ignore[arg-type, return-value]
    assert examined.candidates == expected.candidates
    assert [(one.code, one.error[:17]) for one in examined.crashes] == [
        ("LanguageTool", "ZeroDivisionError")
    ]


def test_a_server_that_is_gone_costs_no_finding_of_ours() -> None:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    with Session(Settings(f"http://127.0.0.1:{port}")) as session:
        assert session.examine(article("A zzword."), ()) == []
    assert session.failure is not None and session.failure.kind == "dead"
    assert f"127.0.0.1:{port}" in sentence(session.failure)


def test_a_server_that_dies_halfway_leaves_the_article_unanswered(tmp_path: Path) -> None:
    one = article("\n\n".join(f"{'Long ' * 2000} zzword{c * 9}." for c in "bcdefg"))
    settings = Settings("", cache=tmp_path, threads=1)
    with running("dies", 1) as fake, Session(replace(settings, server=address(fake))) as session:
        assert session.examine(one, ()) == []
    assert len(fake.asked) == 2
    with running() as fake, Session(replace(settings, server=address(fake))) as session:
        assert len(session.examine(one, ())) == 6


@pytest.mark.parametrize(
    "text",
    [
        "",
        "localhost",
        "ftp://host",
        "http://",
        "http://h:x",
        "http://h:0",
        "http://h?a=b",
        "http://u@h",
        "http://a..b:80",
        f"http://{'a' * 300}",
        "http://h/\u00fc",
    ],
)
def test_what_is_no_address_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ConfigError, match=r"--languagetool: .* is no address of a server; give"):
        base_url(text)


def test_addresses_are_taken_as_people_write_them() -> None:
    assert base_url("http://h:8081/v2/") == base_url("http://h:8081") == "http://h:8081"
    assert base_url("https://h/languagetool/v2") == "https://h/languagetool"


# What of it is told


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The mayor of Zzcity spoke.", "Zzcity"),
        ("He said “the zzword is long” on Monday.", "zzword"),
        ("The zzword is long. The zzword is wide.", "zzword"),
        ("The Zzword is long. A zzword is wide.", "zzword"),
        ("The zzw\u00f6rd is long.", "zzw\u00f6rd"),
        ("The ZZWORD is long.", "ZZWORD"),
        ("The zz is long.", "zz"),
        ("A zzword-like thing.", "zzword"),
        ("See example.org/zzword for more.", "zzword"),
        ("The zzword and the zzthing are long.", "zzword"),
        ("The zzromada decided it.", "zzromada"),
        ("The town hall is long.", "town"),
    ],
)
def test_a_word_that_may_well_be_right_is_not_told(text: str, word: str) -> None:
    one = article(text)
    raws = [
        raw(one, found, "MORFOLOGIK_RULE_EN_US", replacements=("word",))
        for found in {word, *fake_languagetool.WRONG.findall(text)}
        if found in one.view
    ]
    assert word not in texts(asked(one, *raws))


def test_a_word_of_the_house_is_right() -> None:
    one = article("The Powiat paid for the powiat and the opendd gate.")
    found = [
        raw(one, word, "MORFOLOGIK_RULE_EN_US", replacements=("opened",))
        for word in ("powiat", "opendd")
    ]
    assert texts(asked(one, *found, profile=Profile(words=("POWIAT",)))) == ["opendd"]
    assert texts(asked(one, *found)) == []


def test_only_what_is_near_is_proposed_for_a_word() -> None:
    assert spelling.likely("koloboks", ("looks", "Solomons")) == ()
    assert spelling.likely("snered", ("snare", "sneered", "shared")) == ()
    assert spelling.likely("becouse", ("because", "becomes")) == ("because",)
    assert spelling.likely("opend", ("Opened", "open d")) == ("opened",)
    assert spelling.likely("footballplayer", ("foot ballplayer", "football player")) == (
        "football player",
    )


def test_a_match_on_a_name_in_a_quotation_or_beside_code_is_not_told() -> None:
    one = article("He met Donald Tusk. “They was there,” he said. \n\nThe \ufffc was wrong today.")
    wrong = raw(one, "Tusk", replacements=("tusk",)), raw(one, "They was"), raw(one, "The \ufffc")
    assert texts(asked(one, *wrong, raw(one, " was wrong"), raw(one, "today"))) == ["today"]


def test_where_both_mark_a_place_ours_stays() -> None:
    one = article("It was was there, and it were here.")
    own = asked(one, raw(one, "was was", "OURS"))
    told = candidates(one, [raw(one, "was there"), raw(one, "were")], own, Profile())
    assert texts(told) == ["were"]


def test_comments_hide_it_by_name_and_by_family() -> None:
    for code in ("some-rule", "languagetool", ""):
        one = article(f"<!-- tqcheck-disable-next-line {code} -->\nIt were here.\n\nThey was.")
        assert texts(asked(one, raw(one, "were"), raw(one, "was"))) == ["was"]


def test_a_fix_is_as_sure_as_its_replacements_are_few() -> None:
    one = article("It were here.")
    (sole,) = asked(one, raw(one, "were"))
    (several,) = asked(one, raw(one, "were", replacements=("was", "is")))
    (none,) = asked(one, raw(one, "were", replacements=()))
    assert sole.finding.fix and sole.finding.fix.safety is Safety.UNSAFE
    assert several.finding.fix and several.finding.fix.safety is Safety.DISPLAY
    assert none.finding.fix is None and none.view_edits == ()
    one = article("It was becouse of snow.")
    (spelled,) = asked(one, raw(one, "becouse", "MORFOLOGIK_RULE_EN_US", replacements=("because",)))
    assert spelled.finding.fix and spelled.finding.fix.safety is Safety.DISPLAY


def test_a_blank_at_a_quotation_mark_is_no_guess_of_ours() -> None:
    one = article('He came, " she said.')
    rule = "COMMA_PARENTHESIS_WHITESPACE"
    assert asked(one, raw(one, ' " ', rule, replacements=('" ', ' "'))) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He met a Ukrinform reporter.", False),
        ("It was an Usyk fight.", False),
        ("She works in an \u00e9cole near the river.", False),
        ("They ate a \u017curek with egg.", False),
        ("He flew to a Ouagadougou-based firm.", False),
        ("It was an Ukrainian bridge.", True),
        ("They founded an university there.", True),
        ("It cost an UAH 5 fee.", True),
        ("He bought a \u201cold\u201d bridge.", True),
        ("It was an 18.", True),
    ],
)
def test_an_article_before_a_name_of_unknown_sound_is_left_alone(text: str, told: bool) -> None:
    one = article(text)
    found = re.search(r"\ban?\b", text)
    assert found is not None
    place = Raw(*found.span(), "EN_A_VS_AN", "MISC", "grammar", "Wrong.", ("x",), "")
    told_of = candidates(one, [place], (), Profile())
    assert bool(told_of) is told


def test_the_profile_says_why_and_can_be_overruled() -> None:
    assert all(CATEGORIES.values()) and all(RULES.values())
    house = Profile()
    assert not house.allows("ANY", "STYLE") and not house.allows("CURRENCY_SPACE", "TYPOGRAPHY")
    assert not house.allows("EN_COMPOUNDS_X", "MISC") and house.allows("EN_A_VS_AN", "MISC")
    own = Profile(disable=("EN_A_VS_AN",), enable=("STYLE", "CURRENCY_SPACE", "EN_COMPOUNDS_X"))
    assert own.allows("ANY", "STYLE") and own.allows("CURRENCY_SPACE", "TYPOGRAPHY")
    assert own.allows("EN_COMPOUNDS_X", "MISC") and not own.allows("EN_A_VS_AN", "MISC")


def test_the_note_is_a_card() -> None:
    assert (CARD.id, CARD.name) == ("TQ002", "engine-unavailable")


# Answers that are kept


def test_kept_answers_come_back_and_broken_ones_do_not(tmp_path: Path) -> None:
    some = [Raw(0, 2, "R", "C", "i", "“m”", ("a", "b"), "u")]
    of = basis("6.8", {"language": "en-US"})
    kept = Replies(tmp_path)
    kept.put({key("text", of): some, key("other", of): []})
    kept.close()
    again = Replies(tmp_path)
    wanted = [key(text, of) for text in ("text", "other", "unknown")]
    assert again.get(wanted) == {wanted[0]: some, wanted[1]: []}
    assert key("text", basis("6.9", {"language": "en-US"})) != wanted[0]
    for broken in ("", "[[0]]", "[[0,1,2,3,4,5,6,7]]", '[[-1,2,"R","C","i","m",[],"u"]]', "{}x"):
        again._run("UPDATE reply SET raws = ? WHERE key = ?", [(broken, wanted[0])])
        assert wanted[0] not in again.get(wanted)
    again.close()


def test_a_database_that_is_none_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "languagetool-1.sqlite").write_bytes(b"no database at all " * 100)
    of = basis("6.8", {})
    for known in ({}, {}, {key("a", of): []}):
        kept = Replies(tmp_path)
        assert kept.get([key("a", of)]) == known
        kept.put({key("a", of): []})
        kept.close()


def test_old_answers_go_when_there_are_too_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tqcheck.languagetool.replies.MOST", 100)
    kept = Replies(tmp_path)
    kept.put({key(str(n), b""): [] for n in range(300)})
    kept.close()
    again = Replies(tmp_path)
    assert len(again.get(key(str(n), b"") for n in range(300))) == 90
    again.close()


def test_a_folder_that_can_not_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    kept = Replies(tmp_path / "file" / "folder")
    kept.put({b"k": []})
    assert kept.get([b"k"]) == {}
    kept.close()


# Servers of our own


@pytest.fixture
def java(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of jars, and a Java that is our fake; its fault is what the file says."""
    jars, tools = tmp_path / "jars", tmp_path / "bin"
    jars.mkdir(), tools.mkdir()
    (jars / "languagetool-server-6.8.jar").write_bytes(b"")
    fault = tmp_path / "fault"
    fault.write_text("")
    program = tools / "java"
    fake = Path(fake_languagetool.__file__)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{fake}" "$(cat "{fault}")" "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    monkeypatch.setenv(installed.JARS, str(jars))
    return fault


def answers(url: str) -> bool:
    parts = urlsplit(url)
    try:
        socket.create_connection((parts.hostname, parts.port), 1).close()
    except OSError:
        return False
    return True


def gone(url: str) -> bool:
    until = time.monotonic() + 5
    while answers(url) and time.monotonic() < until:
        time.sleep(0.02)
    return not answers(url)


needs_posix = pytest.mark.skipif(os.name != "posix", reason="the fake Java is a shell script")


@needs_posix
def test_a_server_of_ours_is_started_asked_and_ended(java: Path) -> None:
    with Session(Settings("auto")) as session:
        assert texts(session.examine(article("A zzword here."), ())) == ["zzword"]
        assert session._link is not None and session._link.server is not None
        url = session._link.server.url
        assert session.version == "6.8 today" and answers(url)
    assert gone(url) and session.failure is None


@needs_posix
def test_a_server_of_ours_that_dies_is_a_failure_and_no_more(java: Path) -> None:
    with Session(Settings("auto")) as session:
        session.examine(article("A zzword here."), ())
        assert session._link is not None and session._link.server is not None
        os.killpg(session._link.server._process.pid, signal.SIGKILL)
        assert gone(session._link.server.url)
        assert session.examine(article("Another zzword here."), ()) == []
    assert session.failure is not None and session.failure.kind == "dead"


@needs_posix
@pytest.mark.parametrize(
    ("fault", "kind", "says"),
    [
        ("never ready", "slow", "within 0.5 seconds"),
        ("old java", "dead", "UnsupportedClassVersion"),
    ],
)
def test_a_server_that_does_not_start_is_given_up(
    java: Path, fault: str, kind: str, says: str
) -> None:
    java.write_text(fault)
    limit = 0.5 if kind == "slow" else 10
    with pytest.raises(EngineError, match=says) as caught:
        server.start("1g", limit)
    assert caught.value.failure.kind == kind


@needs_posix
def test_a_port_that_another_took_is_left_to_it(
    java: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running() as other:
        ports = iter([other.server_port, server._free_port()])
        monkeypatch.setattr(server, "_free_port", lambda: next(ports))
        started = server.start("1g", 10)
        assert started.url != address(other)
        started.stop()
        started.stop()
    assert gone(started.url) and not started.running


RUN = """
import sys
from tqcheck.languagetool.session import Session, Settings
from tqcheck.opening import Options, open_article
from tqcheck.source import Source
article = open_article(Source("a.txt", "A zzword."), Options())
with Session(Settings("auto")) as session:
    session._link = session._connected()
    print(session._link.server.url, flush=True)
    if sys.argv[1] == "asks":
        session.examine(article, ())
    sys.stdin.read()
"""


@needs_posix
@pytest.mark.parametrize(
    ("number", "does"),
    [
        (signal.SIGKILL, "waits"),
        (signal.SIGKILL, "asks"),
        (signal.SIGTERM, "asks"),
        (signal.SIGINT, "waits"),
        (signal.SIGINT, "asks"),
    ],
)
def test_a_server_of_ours_never_outlives_us(java: Path, number: int, does: str) -> None:
    java.write_text("slow")
    with subprocess.Popen(
        [sys.executable, "-c", RUN, does],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as run:
        assert run.stdout is not None
        url = run.stdout.readline().strip()
        assert answers(url)
        time.sleep(0.3)
        run.send_signal(number)
        run.wait(5)
    assert gone(url)


@needs_posix
def test_a_copy_of_this_process_does_not_keep_the_server_alive(java: Path) -> None:
    started = server.start("1g", 10)
    child = os.fork()
    if not child:
        time.sleep(20)
        os._exit(0)
    try:
        assert started._process.stdin is not None
        started._process.stdin.close()  # as if we had been killed
        assert gone(started.url)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        started.stop()


# What is installed


def test_each_thing_that_is_missing_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(installed.JARS, raising=False)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv(installed.FOLDER, str(tmp_path))
    with pytest.raises(EngineError, match="is not installed in") as caught:
        installed.find()
    assert "tqcheck languagetool install" in caught.value.failure.todo
    with pytest.raises(EngineError, match="needs Java"):
        installed.java()
    monkeypatch.setenv(installed.JARS, str(tmp_path))
    with pytest.raises(EngineError, match="no languagetool-server"):
        installed.find()
    with Session(Settings("auto")) as session:
        assert session.examine(article("A zzword."), ()) == []
    assert session.failure is not None and session.failure.kind == "missing"


def test_the_newest_download_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(installed.JARS, raising=False)
    monkeypatch.setenv(installed.FOLDER, str(tmp_path))
    for version in ("6.8", "6.10", "5.9"):
        (tmp_path / f"LanguageTool-{version}").mkdir()
        (tmp_path / f"LanguageTool-{version}" / "languagetool-server.jar").write_bytes(b"")
    (tmp_path / "LanguageTool-7.0").mkdir()
    found = installed.find()
    assert found.version == "6.10" and found.classpath.endswith("6.10/languagetool-server.jar")


def test_without_the_extra_installing_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "language_tool_python", None)
    with pytest.raises(ConfigError, match=r"pip install 'tqcheck\[languagetool\]'"):
        installed.install()


class _Library:
    """language-tool-python as far as installing asks it."""

    LTP_DOWNLOAD_VERSION = "6.8"

    def __init__(self, does: Callable[[str], None]) -> None:
        self.does = does
        self.LocalLanguageTool = self

    def from_version_name(self, name: str) -> _Library:
        self.version_name = name
        return self

    def download(self) -> None:
        assert "LTP_JAR_DIR_PATH" not in os.environ
        self.does(self.version_name)


def test_what_was_installed_is_told_and_what_was_not_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(installed.FOLDER, str(tmp_path))
    monkeypatch.setenv("LTP_JAR_DIR_PATH", "anywhere")

    def fetched(version: str) -> None:
        home = tmp_path / f"LanguageTool-{version}"
        home.mkdir()
        (home / "languagetool-server.jar").write_bytes(b"")

    def install(does: Callable[[str], None], version: str = "") -> Path:
        library = ModuleType("language_tool_python")
        library.download_lt = _Library(does)  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "language_tool_python", library)
        return installed.install(version)

    def fails(_version: str) -> None:
        raise SystemExit("no\nway " + "x" * 1000)

    assert install(fetched) == tmp_path / "LanguageTool-6.8"
    assert install(fetched, "6.7") == tmp_path / "LanguageTool-6.7"
    with pytest.raises(TqcheckError, match=r"left no languagetool-server\.jar in .*LanguageTool-1"):
        install(lambda _version: None, "1.0")
    with pytest.raises(
        TqcheckError, match=r"LanguageTool 6\.8 \(SystemExit: no way x+\); try"
    ) as no:
        install(fails)
    assert len(str(no.value)) < 500 + len(str(tmp_path))


@needs_posix
def test_java_tells_its_version(tmp_path: Path) -> None:
    program = tmp_path / "java"
    for said, version in (
        ('openjdk version "17.0.15" 2025', "17.0.15"),
        ('java version "1.8.0_201"', "1.8.0_201"),
        ('openjdk version "22-ea"', "22-ea"),
    ):
        program.write_text(f"#!/bin/sh\necho '{said}' >&2\n")
        program.chmod(0o755)
        assert installed.java_version(str(program)) == version
    program.write_text("#!/bin/sh\nexit 1\n")
    with pytest.raises(EngineError, match="does not tell its version"):
        installed.java_version(str(program))
    with pytest.raises(EngineError, match="does not tell its version"):
        installed.java_version(str(tmp_path / "nothing"))


def test_a_run_without_it_imports_none_of_it() -> None:
    code = (
        "import sys, tqcheck.cli.main, tqcheck.run, tqcheck.fixer;"
        "print([m for m in sys.modules if 'languagetool' in m or m == 'http.client'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_our_own_examination_is_the_same_beside_it() -> None:
    one = article("It was was there.")
    before = examine(one, ())
    asked(one, raw(one, "there"))
    assert examine(one, ()) == before
