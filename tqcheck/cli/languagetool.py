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
    """Tell which LanguageTool and Java would be used; exit code 2 if one is missing."""
    missing = False
    for look in (_installation, _java):
        try:
            line = look()
        except EngineError as error:
            failure = error.failure
            line = f"LanguageTool {failure.what}; {failure.todo}"
            missing = True
        emit((f"{line}\n",))
    library = installed.library() or f"not installed; to install with it: {installed.EXTRA}"
    emit((f"language-tool-python: {library}\n",))
    return 2 if missing else 0


def _installation() -> str:
    found = installed.find()
    return f"LanguageTool: {found.version} in {found.home}".replace("  ", " ")


def _java() -> str:
    program = installed.java()
    return f"Java: {installed.java_version(program)}, {program}"


@command.command()
@click.option(
    "--version",
    "wanted",
    default="",
    metavar="X.Y",
    help="Which to fetch (default: the library's).",
)
def install(wanted: str) -> int:
    """Fetch LanguageTool (some 250 MB) through language-tool-python."""
    emit((f"{installed.install(wanted)}\n",))
    return 0
