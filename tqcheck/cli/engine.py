"""LanguageTool for one run of ``lint``: there if asked for, told of if it fails, ended with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tqcheck import keeping
from tqcheck.cli.terminal import say
from tqcheck.config import Config, checked
from tqcheck.errors import TqcheckError
from tqcheck.values import Tool

if TYPE_CHECKING:
    from tqcheck.engine import Also


def tool_of(config: Config, given: Mapping[str, Any]) -> Tool:
    """How LanguageTool is used: as configured, with what the command line says on top."""
    tool = config.languagetool
    if given["tool_server"]:
        asked: Tool = checked("languagetool", {"server": given["tool_server"]})
        tool = tool._replace(server=asked.server)
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
    from tqcheck.languagetool.notice import sentence
    from tqcheck.languagetool.profile import Profile
    from tqcheck.languagetool.session import Session, Settings

    cache = (config.cache_dir or keeping.cache_folder()) if config.cache else None
    profile = Profile(tool.language, tool.disable, tool.enable)
    settings = Settings(tool.server, profile, cache, tool.timeout, tool.start_limit, tool.heap)
    with Session(settings) as session:
        yield session.examine
        failure = session.failure
    if failure is not None and tool.require:
        problems.append(TqcheckError("LanguageTool", failure.what, failure.todo))
    elif failure is not None:
        say(sentence(failure))
