"""Does pieces of work in several processes: raw forks, pipes and marshal, order left to others.

All processes, this one too, pull the numbers of what is to be done from one pipe. A worker
tells what it starts and what came of it, so that a crash is known with the piece it was on.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Generator, Iterator
from typing import Any

from tqcheck.record import NamedTuple

WARM = 8
"""Pieces done before the fork: what they load and compile is there for all processes."""

_TOKENS = 1000
"""Numbers in the pipe at most, 4 bytes each: a page, which a pipe holds on every system."""
_READ = 1 << 18

Do = Callable[[int], Any]
Encode = Callable[[Any], Any]
Answers = Generator[tuple[int, Any], None, None]


class Lost(NamedTuple):
    """The answer to a piece that a worker died of."""

    reason: str


class _Worker:
    """What this process knows of a worker: its pipe, and the piece it is on."""

    def __init__(self, pid: int, pipe: int) -> None:
        self.pid = pid
        self.pipe = pipe
        self.on: int | None = None
        self._rest = b""

    def messages(self, data: bytes) -> Iterator[tuple[int, Any]]:
        """The answers in what came through the pipe."""
        data = self._rest + data
        at = 0
        while len(data) - at >= 4:
            end = at + 4 + int.from_bytes(data[at : at + 4], "little")
            if end > len(data):
                break
            index, answered, answer = marshal.loads(data[at + 4 : end])
            at = end
            self.on = None if answered else index
            if answered:
                yield index, answer
        self._rest = data[at:]

    def end(self) -> str:
        """Take leave of a worker that has closed its pipe, and tell how it ended."""
        os.close(self.pipe)
        _, status = os.waitpid(self.pid, 0)
        if not os.WIFSIGNALED(status):
            return f"ended with {os.waitstatus_to_exitcode(status)}"
        import signal

        number = os.WTERMSIG(status)
        known = number in {int(one) for one in signal.Signals}
        return f"was killed by {signal.Signals(number).name if known else f'signal {number}'}"

    def kill(self) -> None:
        """End a worker that may be at work."""
        import signal

        os.kill(self.pid, signal.SIGKILL)
        self.end()


def can_fork() -> bool:
    """True where a process can be copied: not while other threads run in it."""
    if not hasattr(os, "fork") or sys.platform in ("emscripten", "wasi"):
        return False
    from _thread import _count

    if _count():
        return False
    try:
        return len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208
    except OSError:
        return True  # no such table: Python's own threads are all we know of


def spread(number: int, jobs: int, do: Do, encode: Encode) -> Answers:
    """The pieces 0 … number - 1 with their answers, as they come, from so many processes.

    An answer from another process is what ``encode`` makes of it, for marshal to take. A
    piece that a worker died of is answered with Lost; the worker's other pieces are done here.
    Closing the iterator, or an error in it, ends all workers.
    """
    warm = min(WARM, number // (4 * jobs))
    for index in range(warm):
        yield index, do(index)
    size = -(-(number - warm) // _TOKENS)
    pieces = [range(at, min(at + size, number)) for at in range(warm, number, size)]
    queue = _filled(len(pieces))
    workers: dict[int, _Worker] = {}
    waiting = set(range(warm, number))
    try:
        for _ in range(jobs - 1):
            _start(workers, queue, pieces, lambda index: encode(do(index)))
        for index in _pulled(queue, pieces):
            yield index, do(index)
            waiting.discard(index)
            yield from _gathered(workers, waiting, 0)
        while workers:
            yield from _gathered(workers, waiting, None)
        for index in sorted(waiting):
            yield index, do(index)
    finally:
        os.close(queue)
        for worker in workers.values():
            worker.kill()


def _filled(number: int) -> int:
    """A pipe that holds the numbers 0 … number - 1 and then ends."""
    queue, filler = os.pipe()
    os.write(filler, b"".join(token.to_bytes(4, "little") for token in range(number)))
    os.close(filler)
    return queue


def _pulled(queue: int, pieces: list[range]) -> Iterator[int]:
    """What this process is to do, as long as there is something."""
    while token := os.read(queue, 4):
        yield from pieces[int.from_bytes(token, "little")]


def _start(workers: dict[int, _Worker], queue: int, pieces: list[range], do: Do) -> None:
    """Fork a worker; where the system gives none, the others must do."""
    import signal

    try:
        pipe, out = os.pipe()
    except OSError:
        return
    # no interrupt between the fork and the moment when the worker ignores it
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        pid = os.fork()
        if not pid:
            _work(out, [pipe, *workers], _pulled(queue, pieces), do)
        workers[pipe] = _Worker(pid, pipe)
    except OSError:
        os.close(pipe)
    finally:
        os.close(out)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(out: int, foreign: list[int], pulled: Iterator[int], do: Do) -> None:
    """A worker's whole life; ends the process, quietly also where the parent is gone."""
    code = 1
    try:
        import signal

        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends its workers
        for pipe in foreign:  # or a dead parent's pipes would stay open among its workers
            os.close(pipe)
        said = b""
        for index in pulled:
            _send(out, said + _message(index, False, None))
            said = _message(index, True, do(index))
        _send(out, said)
        code = 0
    finally:
        os._exit(code)


def _message(index: int, answered: bool, answer: Any) -> bytes:
    body = marshal.dumps((index, answered, answer))
    return len(body).to_bytes(4, "little") + body


def _send(pipe: int, data: bytes) -> None:
    while data:
        data = data[os.write(pipe, data) :]


def _gathered(
    workers: dict[int, _Worker], waiting: set[int], timeout: int | None
) -> Iterator[tuple[int, Any]]:
    """What workers have answered; waits for it without a ``timeout`` (ms)."""
    import select

    poll = select.poll()
    for pipe in workers:
        poll.register(pipe, select.POLLIN)
    for pipe, _ in poll.poll(timeout):
        worker = workers[pipe]
        data = os.read(pipe, _READ)
        for index, answer in worker.messages(data):
            waiting.discard(index)
            yield index, answer
        if data:
            continue
        del workers[pipe]
        how = worker.end()
        if worker.on is not None:
            waiting.discard(worker.on)
            yield worker.on, Lost(how)
