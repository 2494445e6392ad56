"""Times whole processes: CPU, wall and peak memory, commands taking turns."""

from __future__ import annotations

import os
import shlex
import subprocess
import time
from collections.abc import Mapping
from typing import NamedTuple


class Job(NamedTuple):
    """A command, and the exit codes that say it has not done its work."""

    words: tuple[str, ...]
    failures: tuple[int, ...] = ()


class Cost(NamedTuple):
    """CPU seconds (user + system), wall seconds and peak resident megabytes of a process.

    The processes it waited for count, too; the peak is that of the largest one. No peak is lower
    than that of this program itself, whose memory a new process shares until it starts.
    """

    cpu: float
    wall: float
    peak: float


_ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
"""Byte code is kept between runs, as it is for users."""


def cost_of(job: Job) -> Cost:
    """What one run of a job costs; findings are no failure.

    Raises SystemExit for a signal or an exit code that says the work was not done: what looks
    at nothing is quick.
    """
    started = time.perf_counter()
    with subprocess.Popen(
        job.words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_ENVIRONMENT
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - started
    if process.returncode < 0 or process.returncode in job.failures:
        shown = shlex.join(job.words)[:300]
        raise SystemExit(f"ended with {process.returncode}, nothing measured: {shown}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1000)


def rounds(jobs: Mapping[str, Job], count: int) -> dict[str, Cost]:
    """For each job the smallest figures of ``count`` rounds, after one that isn't counted.

    Of the peaks the largest counts.
    """
    best: dict[str, Cost] = {}
    for number in range(count + 1):
        for name, job in jobs.items():
            cost = cost_of(job)
            if number:
                known = best.get(name, cost)
                best[name] = Cost(
                    min(known.cpu, cost.cpu), min(known.wall, cost.wall), max(known.peak, cost.peak)
                )
    return best


def output_of(job: Job) -> tuple[str, str]:
    """What a job writes to its two streams; raises SystemExit as ``cost_of`` does."""
    done = subprocess.run(job.words, capture_output=True, text=True, env=_ENVIRONMENT, check=False)
    if done.returncode < 0 or done.returncode in job.failures:
        raise SystemExit(f"ended with {done.returncode}: {shlex.join(job.words)[:300]}")
    return done.stdout, done.stderr
