"""The entry point: subcommands loaded when used, every ending mapped to its exit code."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from tqcheck import __version__
from tqcheck.cli.terminal import complain, say
from tqcheck.errors import TqcheckError

_COMMANDS = ("lint", "rule", "rules", "test", "init", "languagetool")

INCOMPLETE = 2
INTERRUPTED = 130


class _Lazy(click.Group):
    """A group whose commands are modules of this folder, imported when asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which one meets them."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"tqcheck.cli.{cmd_name}").command
        return command


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="tqcheck %(version)s")
def _tqcheck() -> None:
    """Find the marks of machine translation and scraping in articles, and mend them.

    Exit codes: 0 nothing found, 1 findings, 2 something was not looked at.
    """


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit code; nothing is raised."""
    try:
        code = _tqcheck.main(list(arguments), "tqcheck", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return INCOMPLETE
    except TqcheckError as error:
        complain(error)
        return INCOMPLETE
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except SystemExit:  # click's answer to a closed pipe
        return 0
    except Exception as error:
        complain(f"tqcheck failed ({type(error).__name__}: {error}); please report it")
        if {"-v", "--verbose"} & set(arguments):
            import traceback

            say(traceback.format_exc())
        else:
            say("-v shows where")
        return INCOMPLETE
    return code if isinstance(code, int) else 0


def main() -> None:
    """Run the command line of this process and exit."""
    # a run makes many objects and few circles: collecting at every 700th costs a tenth of it
    gc.set_threshold(50_000)
    sys.exit(run(sys.argv[1:]))
