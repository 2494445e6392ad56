"""Encoding: what was misread is read again, what is well written stays, and nothing is guessed."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.engine import check
from tqcheck.finding import Safety
from tqcheck.fixer import fix
from tqcheck.opening import Options, open_article
from tqcheck.rule import Rule, load_rules
from tqcheck.source import Source

ENCODING = tuple(rule for rule in load_rules() if rule.card.family == "encoding")
MISREAD = tuple(rule for rule in ENCODING if rule.card.detector == "mojibake")


def flags(text: str, rules: tuple[Rule, ...] = ENCODING) -> list[str]:
    found = check(open_article(Source("a.txt", text), Options()), rules)
    assert not found.crashes
    return [finding.text for finding in found.findings]


def mended(text: str) -> str:
    return fix(Source("a.txt", text), ENCODING, Safety.SAFE, Options()).source.text


def misread(text: str, codec: str) -> str:
    """UTF-8 read as a one-byte encoding, as browsers do: bytes without a letter become C1."""
    return "".join(
        char if (char := bytes((byte,)).decode(codec, "ignore")) else chr(byte)
        for byte in text.encode("utf-8")
    )


NAMES = "Wałęsa Kraków Gdańsk Łódź Müller Gómez Erdoğan Dvořák Orbán Ceaușescu Ångström café São"


@pytest.mark.parametrize("codec", ["cp1252", "cp1250"])
@pytest.mark.parametrize("name", NAMES.split())
def test_a_misread_name_is_read_again(name: str, codec: str) -> None:
    text = f"The mayor of the town met {name} and left; it’s “late,” he said – for {name}."
    assert mended(misread(text, codec)) == text


@pytest.mark.parametrize("word", ["Москва", "Київ", "Одеса"])
def test_misread_cyrillic_is_read_again(word: str) -> None:
    for codec in ("cp1252", "cp1251"):
        text = f"The word {word} was on the wall."
        assert mended(misread(text, codec)) == text


def test_text_misread_twice_is_read_twice() -> None:
    text = "Poland’s café in Kraków"
    assert mended(misread(misread(text, "cp1252"), "cp1252")) == text


LETTERS = "ąćęłńóśźżäöüßéèêàâîïôûçñáíúãõøåæğşıčďěňřšťůýžőűăâîșț"


@given(st.text(alphabet=LETTERS, min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_well_written_words_stay(letters: str) -> None:
    """No run of letters of European languages inside a word is taken for a misreading."""
    assert flags(f"The b{letters}n of K{letters} met.", MISREAD) == []


WELL_WRITTEN = {
    "Polish": "Żółć i gęślą jaźń: „Zażółć” – powiedział w Łodzi.",
    "Czech": "Příliš žluťoučký kůň úpěl ďábelské ódy, řekl Dvořák.",
    "Turkish": "Şiir, ağaç, İstanbul ve ığdır; çok güzel, dedi.",
    "Ukrainian": "«Під рукою з 24-го числа», – каже батько. Їжак і ґанок.",
    "Russian": "Съешь ещё этих мягких булок; Рига, Сирия, Вёшенская.",
    "Icelandic": "Guðmundur Þór á ær og hey, sagði Ýmir í Reykjavík.",
    "Danish": "Ærøskøbing, Åbenrå og Øresund; «blåbærgrød».",
    "Vietnamese": "Nguyễn Văn Đức ở Đà Nẵng: “Được rồi”.",
    "Portuguese": "SÃO PAULO, IRMÃS, ÇA VA; é à Â.",
    "marks": "“CAFÉ” – naïve… 10 € £5 50 m² ½ ™ §3 °C × ÷ ‰",
    "Chinese": "上海的“春天”来了。《诗经》",
}


@pytest.mark.parametrize("language", WELL_WRITTEN)
def test_other_languages_are_silent(language: str) -> None:
    assert flags(WELL_WRITTEN[language]) == []


CODES = {
    "Tom &amp;amp;amp; Ann": "Tom & Ann",
    "Ann &nbsp; Lee": "Ann Lee",
    "a wall of 10 &nbsp;km": "a wall of 10 km",
    "Poland &apos;s army": "Poland's army",
    "&laquo; Yes &raquo;": "«Yes»",
    "&#x2019;": "’",
    "the year&#150;end": "the year–end",
    "no&shy;where": "nowhere",
    "caf\\u00e9": "café",
    "a \\ud83d\\ude00 day": "a 😀 day",
    "Wa%C5%82%C4%99sa said": "Wałęsa said",
}


@pytest.mark.parametrize("text", CODES)
def test_a_code_becomes_its_character(text: str) -> None:
    assert mended(f"It is so: {text}.") == f"It is so: {CODES[text]}."


NO_CODES = [
    "AT&T; R&D; Q&A; A & B; x &y; &c.",
    "see www.example.com/?a=1&amp;copy=2 for more",
    "the entity “&nbsp;” is a blank",
    "&bogus; &; &#; &#99999999999;",
    "30%C of 50%D, 20% of it, 5%",
    "C:\\users\\new and \\u12",
    "<0> and 0xE2",
]


@pytest.mark.parametrize("text", NO_CODES)
def test_no_code_stays(text: str) -> None:
    assert flags(text) == []


def test_tags_are_not_made_unseen() -> None:
    """A code of “<” becomes a sign only where it was asked for: it could open a tag."""
    assert mended("a &lt;b&gt; c") == "a &lt;b&gt; c"


def test_ftfy_is_not_imported_without_need() -> None:
    code = (
        "import sys\n"
        "from tqcheck.engine import check\n"
        "from tqcheck.opening import Options, open_article\n"
        "from tqcheck.rule import load_rules\n"
        "from tqcheck.source import Source\n"
        "text = 'The café of Wałęsa, “open” – says Müller, 10 € a head. Ærø is far…'\n"
        "rules = [rule for rule in load_rules() if rule.card.family == 'encoding']\n"
        "assert not check(open_article(Source('a.txt', text), Options()), rules).findings\n"
        "assert 'ftfy' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
