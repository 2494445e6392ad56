"""What the tests share: small cards and articles made on the spot."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.box import Box
from tqcheck.article import Article
from tqcheck.opening import Options, open_article
from tqcheck.rule import Rule, load_cards
from tqcheck.source import Source

CARD = """
id = "{id}"
name = "{name}"
summary = "A made rule."
why = "For a test."
message = "{message}"
mqm = "style/unidiomatic"
severity = "minor"
status = "stable"
since = "0.1.0"
{body}
[[bad]]
before = "{bad}"
flags = ["{bad}"]
[[bad]]
before = "{bad}"
flags = ["{bad}"]
[[good]]
text = "Fine."
why = "nothing is wrong"
[[good]]
text = "Good."
why = "nothing is wrong"
"""

MakeRule = Callable[..., Rule]


@pytest.fixture
def make_rule(tmp_path: Path) -> MakeRule:
    """Write a card into a folder and load it: ``make_rule("T101", "pattern = 'x'", …)``."""

    def make(
        code: str,
        body: str,
        *,
        name: str = "",
        message: str = "“{match}” is wrong",
        family: str = "fused",
    ) -> Rule:
        name = name or f"made-{code.lower()}"
        folder = tmp_path / f"cards-{code}" / family
        folder.mkdir(parents=True)
        text = CARD.replace("{id}", code).replace("{name}", name).replace("{bad}", "bad")
        text = text.replace("{message}", message).replace("{body}", body)
        (folder / f"{name}.toml").write_text(text, "utf-8")
        (card,) = load_cards([folder])
        return Rule(card)

    return make


def article(text: str, options: Options | None = None) -> Article:
    """An article of plain text."""
    return open_article(Source("a.txt", text), options or Options())


def pytest_configure() -> None:
    """Let the processes that tests start be interrupted: a shell's background job can't be."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes the user's cache folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TQCHECK_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def box(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary) -> Box:
    """The command line in a folder of its own, without what the environment says of output."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    return Box(tmp_path, capfdbinary)
