"""Do tasks in as many processes as there are cores, all of which know what this one knows."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TypeVar

from generator.frozen import dataclass

T = TypeVar("T")
Task = Callable[[], T]
_MOST = 8
"""Processes beyond which starting one more costs what it saves."""


def together(tasks: Sequence[Task[T]]) -> list[T]:
    """Return the results of up to 255 tasks, in their order; they have to be picklable.

    A process takes the next task whenever it is done with one. What another process fails to do
    is done again here, so that errors are raised as ever; and all is done here where there is one
    core, or no safe way to copy a process.
    """
    helpers: list[_Helper] = []
    with _Queue(len(tasks)) as queue:
        try:
            # A system that lets us have no more processes only costs time.
            with suppress(OSError):
                while len(helpers) < min(len(tasks), processes()) - 1:
                    helpers.append(_Helper.start(tasks, queue))
            done = {number: tasks[number]() for number in queue}
            for helper in helpers:
                done |= helper.results()
        except BaseException:
            for helper in helpers:
                helper.stop()
            raise
    return [done[n] if n in done else task() for n, task in enumerate(tasks)]


@contextmanager
def ahead(task: Task[T], *, worth: bool = True) -> Iterator[Task[T]]:
    """Begin a task in another process, and give what waits for its result.

    It is done here, when it is asked for, where it is not `worth` a process, where there is one
    core, and where the other process fails.
    """
    helpers: list[_Helper] = []

    def result() -> T:
        found: dict[int, T] = helpers.pop().results() if helpers else {}
        return found[0] if found else task()

    if worth and processes() > 1:
        with suppress(OSError):
            helpers.append(_Helper.start([task], [0]))
    try:
        yield result
    finally:
        for helper in helpers:
            helper.stop()


def processes() -> int:
    """Return how many processes can work at once: one for each core that we may use, up to 8."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return min(len(os.sched_getaffinity(0)), _MOST)


class _Queue:
    """The numbers of the tasks that nobody took yet: a byte each, in a pipe that all read."""

    def __init__(self, count: int) -> None:
        self._end, start = os.pipe()
        with os.fdopen(start, "wb") as stream:
            stream.write(bytes(range(count)))

    def __enter__(self) -> _Queue:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._end)

    def __iter__(self) -> Iterator[int]:
        while number := os.read(self._end, 1):
            yield number[0]


@dataclass(frozen=True)
class _Helper:
    """A copy of this process, and the pipe through which its results come."""

    process: int
    pipe: int

    @classmethod
    def start(cls, tasks: Sequence[Task[T]], queue: Iterable[int]) -> _Helper:
        end, start = os.pipe()
        process = os.fork()
        if process == 0:
            os.close(end)
            _work(tasks, queue, start)
        os.close(start)
        return cls(process, end)

    def results(self) -> dict[int, T]:
        """Wait for the results by number; there are none if anything went wrong."""
        with os.fdopen(self.pipe, "rb") as stream:
            data = stream.read()
        _, status = os.waitpid(self.process, 0)
        found: dict[int, T] = pickle.loads(data) if status == 0 else {}
        return found

    def stop(self) -> None:
        with suppress(OSError):
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
            os.close(self.pipe)


def _work(tasks: Sequence[Task[T]], queue: Iterable[int], pipe: int) -> None:
    """Send the results to the parent, and end without any of its clean-up."""
    try:
        done = {number: tasks[number]() for number in queue}
        with os.fdopen(pipe, "wb") as stream:
            stream.write(pickle.dumps(done, pickle.HIGHEST_PROTOCOL))
        os._exit(0)
    finally:
        os._exit(1)
