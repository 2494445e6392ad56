"""Options that several commands share, and the configuration they make with the files'."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from tqcheck import config as configuration
from tqcheck.article import DETECTORS
from tqcheck.cli.terminal import say
from tqcheck.config import Config

F = TypeVar("F", bound=Callable[..., Any])


def codes(_ctx: click.Context, option: click.Parameter, given: tuple[str, ...]) -> Sequence[str]:
    """Codes given as lists with commas, repeatable."""
    found = tuple(code.strip() for one in given for code in one.split(",") if code.strip())
    if given and not found:
        raise click.BadParameter("names no code, such as TQ101", param=option)
    return found


def processes(_ctx: click.Context, option: click.Parameter, given: str) -> int | None:
    """A number of processes; None for as many as pay."""
    if given == "auto":
        return None
    if not (given.isascii() and given.isdigit() and int(given)):
        raise click.BadParameter("must be a number from 1 up, or auto", param=option)
    return int(given)


def selection(command: F) -> F:
    """Add the options that choose rules and configuration."""
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    file = click.Path(exists=True, dir_okay=False, path_type=Path)
    added = (
        click.option("--select", multiple=True, metavar="CODES", callback=codes,
                     help="Run these rules only: TQ101, TQ1, fused-words, a family, ALL."),
        click.option("--ignore", multiple=True, metavar="CODES", callback=codes,
                     help="Leave these rules out."),
        click.option("--extend-select", multiple=True, metavar="CODES", callback=codes,
                     help="Run these rules as well."),
        click.option("--preview/--no-preview", default=None,
                     help="Run rules that are still in preview too."),
        click.option("--rules", multiple=True, metavar="DIR", type=folder,
                     help="A folder of cards of your own; repeatable."),
        click.option("--lang", metavar="CODE", help="Language of the articles (default: en)."),
        click.option("--source-lang", metavar="CODE",
                     help="Language they were translated from, or auto (default)."),
        click.option("--config", metavar="FILE", type=file,
                     help="Take this configuration file."),
        click.option("--isolated", is_flag=True, help="Take no configuration file."),
    )  # fmt: skip
    for option in reversed(added):
        command = option(command)
    return command


def resolve(given: Mapping[str, Any], paths: Sequence[Path]) -> Config:
    """The configuration of a run: the file's, with the options given on top.

    ``given`` maps option names as click has them (select, fail_on, …) to values; those left
    out on the command line are None or empty.
    """
    if given.get("isolated") and given.get("config"):
        raise click.UsageError("--isolated and --config exclude each other.")
    if given.get("isolated"):
        base = Config(root=Path.cwd())
    elif given.get("config"):
        base = configuration.load(given["config"])
    else:
        base = configuration.discover(paths, Path.cwd())
    values: dict[str, Any] = {}
    for key in configuration.KEYS:
        name = key.replace("-", "_")
        value = given.get(name)
        if value is None or value == ():
            continue
        values[name] = configuration.checked(key, value) if isinstance(value, str) else value
    if "rules" in values:
        values["rules"] = (*base.rules, *values["rules"])
    return _with_a_detector(configuration.merge(base, values))


def _with_a_detector(config: Config) -> Config:
    """The configuration with langdetect where the detector it names is not installed."""
    named = config.language_detector
    if named == DETECTORS[0]:
        return config
    from tqcheck.language import is_there

    if is_there(named):
        return config
    todo = f"pip install 'tqcheck[{named}]', or leave “language-detector” out"
    say(f"{named} is not installed: {DETECTORS[0]} names languages instead; {todo}")
    return replace(config, language_detector=DETECTORS[0])
