"""Streams and colours: UTF-8 on stdout whatever the locale, quiet where a pipe is closed."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import click

from tqcheck.errors import TqcheckError

_ROLES: dict[str, dict[str, object]] = {
    "path": {"bold": True},
    "code": {"fg": "cyan", "bold": True},
    "minor": {"fg": "blue"},
    "major": {"fg": "yellow"},
    "critical": {"fg": "red", "bold": True},
    "mark": {"bold": True},
    "fix": {"fg": "green"},
    "removed": {"fg": "red"},
    "added": {"fg": "green"},
    "dim": {"dim": True},
}


def painter(when: str, *, to_file: bool = False) -> Callable[[str, str], str]:
    """The paint function: --color, else FORCE_COLOR, else NO_COLOR, else if it's a terminal."""
    return _paint if _wanted(when, to_file) else lambda text, _role: text


def _paint(text: str, role: str) -> str:
    return click.style(text, **_ROLES[role])  # type: ignore[arg-type]


def _wanted(when: str, to_file: bool) -> bool:
    if when != "auto":
        return when == "always"
    if to_file:
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout is not None and sys.stdout.isatty()


def emit(pieces: Iterable[str], file: Path | None = None, *, to_stderr: bool = False) -> None:
    """Write a report to stdout, or whole to a file; raises TqcheckError if that can't be done.

    Lone surrogates (odd file names) are written as escapes, which JSON reads back.
    """
    if file is not None:
        try:
            file.write_bytes(_encoded("".join(pieces)))
        except OSError as error:
            raise TqcheckError(str(file), f"can't be written ({error.strerror})") from None
    elif to_stderr:
        say("".join(pieces), end="")
    else:
        _to_stdout(_encoded(piece) for piece in pieces)


def emit_bytes(data: bytes) -> None:
    """Write bytes to stdout as they are; raises TqcheckError if that can't be done."""
    _to_stdout((data,))


def _to_stdout(pieces: Iterable[bytes]) -> None:
    """A reader that closed the pipe has seen enough: the rest is dropped quietly."""
    if sys.stdout is None:
        raise TqcheckError("stdout", "is closed", "give --output-file")
    try:
        sys.stdout.flush()
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _hush()
    except OSError as error:
        _hush()
        raise TqcheckError("stdout", f"can't be written ({error.strerror})") from None


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


def _hush() -> None:
    """Send what is still to be written to stdout nowhere, so that the end is quiet."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def say(text: str, end: str = "\n") -> None:
    """A line on stderr; nothing is said where nobody listens."""
    try:
        sys.stderr.buffer.write(_encoded(text + end))
        sys.stderr.buffer.flush()
    except (AttributeError, ValueError):
        pass
    except OSError as error:
        if error.errno not in (errno.EPIPE, errno.EBADF, errno.ENOSPC, errno.EIO):
            raise


def complain(error: TqcheckError | str) -> None:
    """One sentence on what kept tqcheck from looking; what it quotes of a file commands nothing."""
    say(f"error: {visible(str(error)) if isinstance(error, TqcheckError) else error}")


def visible(text: str) -> str:
    """Text from elsewhere, safe to show: controls and marks of the writing direction as signs."""
    if text.isprintable():
        return text
    from tqcheck.report.excerpt import shown

    return shown(text)
