"""LanguageTool for one run of ``lint``: there if asked for, told of if it fails, ended with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from tqcheck import keeping
from tqcheck.cli.terminal import say
from tqcheck.config import Config
from tqcheck.errors import ConfigError, TqcheckError
from tqcheck.values import Tool, WrongError, server

if TYPE_CHECKING:
    from tqcheck.engine import Also


def tool_of(config: Config, given: Mapping[str, Any]) -> Tool:
    """How LanguageTool is used: as configured, with what the command line says on top."""
    tool = config.languagetool
    if given["tool_server"] is not None:
        try:
            tool = tool._replace(server=server(given["tool_server"]))
        except WrongError as wrong:
            raise ConfigError("--languagetool", str(wrong)) from None
    if given["require_languagetool"] and tool.server == "off":
        raise click.UsageError("--require-languagetool needs --languagetool auto or an address.")
    return tool._replace(require=tool.require or given["require_languagetool"])


@contextmanager
def beside(config: Config, problems: list[TqcheckError]) -> Iterator[Also | None]:
    """What looks beside our own rules, None for nothing; a server of ours ends with the block.

    A failure is told once, and is one of the ``problems`` of the run where LanguageTool is
    required.
    """
    tool = config.languagetool
    if tool.server == "off":
        yield None
        return
    from tqcheck.languagetool.client import base_url
    from tqcheck.languagetool.notice import sentence
    from tqcheck.languagetool.profile import Profile
    from tqcheck.languagetool.session import Session, Settings

    if tool.language.partition("-")[0] != config.lang:
        what = f"is “{tool.language}”, and the articles are in “{config.lang}”"
        raise ConfigError("“language” in [languagetool]", what, "name a variant of it, as en-GB")
    if tool.server != "auto":
        base_url(tool.server)  # what is no address is refused now, not at each file
    cache = (config.cache_dir or keeping.cache_folder()) if config.cache else None
    profile = Profile(tool.language, tool.disable, tool.enable, tool.words)
    limits = (tool.timeout, tool.start_limit, tool.heap, tool.threads)
    settings = Settings(tool.server, profile, cache, *limits)
    with Session(settings) as session:
        yield session.examine
        failure = session.failure
    if failure is not None and tool.require:
        problems.append(TqcheckError("LanguageTool", failure.what, failure.todo))
    elif failure is not None:
        say(sentence(failure))
