"""Times whole processes: CPU, wall and peak memory, commands taking turns."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Cost(NamedTuple):
    """CPU seconds (user + system), wall seconds and peak resident megabytes of a process."""

    cpu: float
    wall: float
    peak: float


_ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
"""Byte code is kept between runs, as it is for users."""


def cost_of(command: Sequence[str]) -> Cost:
    """What one run of a command costs; findings are no failure, a crash ends the benchmark."""
    started = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_ENVIRONMENT
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode < 0:
        raise SystemExit(f"{command[0]} was ended by signal {-process.returncode}")
    wall = time.perf_counter() - started
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1000)


def rounds(commands: Mapping[str, Sequence[str]], count: int) -> dict[str, Cost]:
    """For each command the smallest figures of ``count`` rounds, after one that isn't counted."""
    best: dict[str, Cost] = {}
    for number in range(count + 1):
        for name, command in commands.items():
            cost = cost_of(command)
            if number:
                known = best.get(name, cost)
                best[name] = Cost(
                    min(known.cpu, cost.cpu), min(known.wall, cost.wall), max(known.peak, cost.peak)
                )
    return best
