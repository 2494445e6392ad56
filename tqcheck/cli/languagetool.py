"""``tqcheck languagetool``: says what is there of LanguageTool, and fetches it when asked."""

from __future__ import annotations

import click

from tqcheck.cli.terminal import emit
from tqcheck.languagetool import installed
from tqcheck.languagetool.failure import EngineError


@click.group(name="languagetool")
def command() -> None:
    """Look after the LanguageTool that `lint --languagetool auto` starts."""


@command.command()
def status() -> int:
    """Tell which LanguageTool and which Java would be used; exit code 2 if one is missing."""
    missing = False
    for what, find in (("LanguageTool", _installation), ("Java", installed.java)):
        try:
            emit((f"{what}: {find()}\n",))
        except EngineError as error:
            failure = error.failure
            todo = f"; {failure.todo}" if failure.todo else ""
            emit((f"{what}: {failure.what}{todo}\n",))
            missing = True
    return 2 if missing else 0


def _installation() -> str:
    found = installed.find()
    version = f" {found.version}" if found.version else ""
    return f"{found.home}{version}"


@command.command()
@click.option("--version", "wanted", default="", help="Which to fetch (default: the library's).")
def install(wanted: str) -> int:
    """Fetch LanguageTool (some 250 MB) through language-tool-python."""
    emit((f"{installed.install(wanted).home}\n",))
    return 0
