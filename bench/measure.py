"""Run a command and tell how long it took and how much memory it needed."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """`seconds` on the wall, `megabytes` at the peak (of 10⁶ bytes), and the exit code."""

    seconds: float
    megabytes: float
    code: int
    stderr: str = ""


def run(command: Sequence[str | Path], cwd: Path | None = None, limit: float = 1800) -> Run:
    """Run a command once; its children's memory counts where it is the larger."""
    with tempfile.TemporaryFile() as stderr:
        started = time.perf_counter()
        child = subprocess.Popen(
            command, cwd=cwd, env=_environment(), stdout=subprocess.DEVNULL, stderr=stderr
        )
        usage = _wait(child, limit)
        seconds = time.perf_counter() - started
        stderr.seek(0)
        text = stderr.read().decode("utf-8", "replace")
    # Linux counts in KiB, macOS in bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(seconds, usage[0] * unit / 1e6, usage[1], text)


def best(times: int, command: Sequence[str | Path], cwd: Path | None = None) -> Run:
    """Run a command several times and return the quickest run."""
    return min((run(command, cwd) for _ in range(times)), key=lambda found: found.seconds)


def _environment() -> dict[str, str]:
    """Let Python keep what it compiles, as for a program that is installed: the first run does."""
    return {n: value for n, value in os.environ.items() if n != "PYTHONDONTWRITEBYTECODE"}


def _wait(child: subprocess.Popen[bytes], limit: float) -> tuple[int, int]:
    # To look for its end now and again would take time on a core that it may need.
    timer = threading.Timer(limit, child.kill)
    timer.start()
    try:
        _, status, usage = os.wait4(child.pid, 0)
    finally:
        timer.cancel()
    child.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss, child.returncode
