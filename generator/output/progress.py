"""How far a run is: who is told, and a bar on a terminal for work that takes long."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

Progress = Callable[[str, int], None]
"""Told at every step what is being done, and how many files of it are done."""

_PATIENCE = 0.7
"""Seconds of silence before the bar appears."""
_PACE = 0.1
"""Seconds from one update of the bar to the next."""


class TerminalProgress:
    """Call it with what is being done and how many files are; it shows them, if on a terminal."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._silent = not stream.isatty()
        self._process = os.getpid()
        self._due = time.monotonic() + _PATIENCE
        self._bar: tuple[Bar, TaskID] | None = None

    def __enter__(self) -> TerminalProgress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar[0].stop()

    def __call__(self, what: str, done: int) -> None:
        if self._silent or time.monotonic() < self._due or os.getpid() != self._process:
            return
        self._due = time.monotonic() + _PACE
        if self._bar is None:
            self._bar = self._appear()
        progress, task = self._bar
        progress.update(task, description=what, completed=done)
        progress.refresh()

    def _appear(self) -> tuple[Bar, TaskID]:
        # Only long work on a terminal needs it, and its import takes 0.2 s.
        from rich.console import Console
        from rich.progress import Progress as Bar
        from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}"),
            TextColumn("{task.completed:.0f} files"),
            TimeElapsedColumn(),
        )
        # Without a thread of its own that refreshes it: `together` copies no process that has one.
        console = Console(file=self._stream)
        progress = Bar(*columns, console=console, transient=True, auto_refresh=False)
        progress.start()
        return progress, progress.add_task("", total=None)
