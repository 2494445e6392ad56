"""Starts LanguageTool's server from what is installed, and sees that it never outlives the run."""

from __future__ import annotations

import atexit
import os
import signal
import socket
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from tqcheck.languagetool.client import Client
from tqcheck.languagetool.failure import EngineError
from tqcheck.languagetool.installed import Installation, find, java
from tqcheck.later import later

_READY = "Server started"
"""The line that LanguageTool writes when it has its port: until then another may answer there."""
_CLASS = "org.languagetool.server.HTTPServer"
_JAVA = ("-XX:-UsePerfData", "-XX:+UseSerialGC")
"""Java keeps a file on each of its processes for other tools, and leaves it when it is killed.
The simplest collector is as fast here and takes half the memory (0.45 GB instead of 0.9)."""
_BY_THE_WAY = later(r"\d{4}-\d\d-\d\d |Picked up |Error: Could not create |Error occurred ")
"""Lines of the log, and of Java's that tell nothing."""
_TRIES = 3
"""Ports tried: between finding a free one and taking it another process can be quicker."""
_LAST_LINES = 20
_NEW_GROUP: int = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
"""On Windows, where no shell watches: Ctrl-C at least must not reach the server before us."""

# The shell starts the server and waits on its own input, a pipe that we hold open. However we
# end, by SIGKILL too, the pipe closes, ``read`` comes back and the server is killed. Only the
# server holds the pipe we read, so that its end shows there.
_WATCHED = '"$@" </dev/null 2>&1 & exec >/dev/null 2>&1; read -r _; kill -9 $!; wait $!'


class Server:
    """A server of our own: a process group that ends with ``stop`` or with this process.

    ``url`` is its address. The constructor returns when it answers; raises EngineError.
    """

    def __init__(self, command: Callable[[int], Sequence[str]], limit: float, folder: Path) -> None:
        self._owner = os.getpid()
        self._limit = limit
        self._until = time.monotonic() + limit
        for left in reversed(range(_TRIES)):
            port = _free_port()
            self.url = f"http://127.0.0.1:{port}"
            self._launch(command(port), folder)
            try:
                self._wait()
                return
            except EngineError:
                self.stop()
                if not left or not self._port_was_taken():
                    raise
            except BaseException:
                self.stop()
                raise

    def _launch(self, command: Sequence[str], folder: Path) -> None:
        self._lines: deque[str] = deque(maxlen=_LAST_LINES)
        self._ready, self._ended = threading.Event(), threading.Event()
        watched = os.name == "posix"
        self._process = subprocess.Popen(
            ["/bin/sh", "-c", _WATCHED, "sh", *command] if watched else list(command),
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if watched else subprocess.STDOUT,
            start_new_session=watched,
            creationflags=_NEW_GROUP,
        )
        atexit.register(self.stop)
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._leave)
        assert self._process.stdout is not None
        reader = threading.Thread(target=self._listen, args=(self._process.stdout,), daemon=True)
        reader.start()

    def _listen(self, pipe: IO[bytes]) -> None:
        """Read what the server says, so that it can go on, and keep the last lines."""
        with suppress(OSError, ValueError):
            for line in pipe:
                text = line.decode("utf-8", "replace").strip()
                self._lines.append(text)
                if _READY in text:
                    self._ready.set()
        self._ended.set()

    def _wait(self) -> None:
        """Wait until the server has its port and answers."""
        while not self._ready.wait(0.05):
            if self._ended.is_set():
                raise EngineError("dead", f"did not start ({self._reason()})", _todo(self._lines))
            if time.monotonic() > self._until:
                what = f"did not start within {self._limit:g} seconds"
                todo = "raise “start-limit” in [tool.tqcheck.languagetool]"
                raise EngineError("slow", what, todo)
        Client(self.url, max(1.0, self._until - time.monotonic())).version()

    def _reason(self) -> str:
        """The line that tells why it ended, which is the first that is not of its log."""
        said = [line for line in self._lines if line and not _BY_THE_WAY.match(line)]
        telling = [line for line in said if "Exception" in line or "Error" in line]
        return (telling or said or ["it ended without a word"])[0][:200]

    def _port_was_taken(self) -> bool:
        return any("BindException" in line or "in use" in line for line in self._lines)

    def _leave(self) -> None:
        """In a copy of this process: let go of the pipe, which only its owner may hold open."""
        if self._process.stdin is not None:
            with suppress(OSError):
                self._process.stdin.close()

    @property
    def running(self) -> bool:
        """False once the server has ended."""
        return not self._ended.is_set()

    def wait(self, seconds: float) -> None:
        """Wait until the server ends, but not for longer than this."""
        self._ended.wait(seconds)

    def stop(self) -> None:
        """End the server and wait for its end; does nothing the second time."""
        atexit.unregister(self.stop)
        if os.getpid() != self._owner or self._process.returncode is not None:
            return
        if os.name == "posix":
            with suppress(OSError):  # the group is ours as long as nobody has waited for the shell
                os.killpg(self._process.pid, signal.SIGKILL)
        else:
            self._process.kill()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
        self._ended.wait(5)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


def start(heap: str, limit: float) -> Server:
    """Start what is installed on a port of its own; raises EngineError.

    ``heap`` is the most memory Java may take, such as "1g"; ``limit`` the seconds until it must
    answer.
    """
    program = java()
    installation = find()
    return Server(lambda port: command(program, installation, heap, port), limit, installation.home)


def command(program: str, installation: Installation, heap: str, port: int) -> list[str]:
    """The command that starts a server; it listens on this machine only, unless told otherwise."""
    java = (program, f"-Xmx{heap}", *_JAVA, "-cp", installation.classpath)
    return [*java, _CLASS, "--port", str(port)]


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _todo(lines: Sequence[str]) -> str:
    if any("UnsupportedClassVersionError" in line for line in lines):
        return "install a newer Java (17 for LanguageTool 6.6 and later)"
    return "start it by hand to see why, and give its address to --languagetool"
