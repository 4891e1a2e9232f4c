"""One run at a time for each output folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.output.progress import Progress

try:
    import fcntl
except ImportError:  # not on Windows, where two runs at once are the user's own affair
    fcntl = None  # type: ignore[assignment]


@contextmanager
def alone(root: Path, progress: Progress) -> Iterator[None]:
    """Wait until no other run works on a folder, and let the next ones wait until this is done.

    The folder itself is locked, or the nearest above it that is there: that leaves no file behind,
    and the lock of a run that is killed is gone with it. Where nothing can be locked, nobody waits.
    """
    lock = _lock(root, progress)
    try:
        yield
    finally:
        if lock is not None:
            os.close(lock)


def _lock(root: Path, progress: Progress) -> int | None:
    while True:
        try:
            lock = os.open(_nearest(root), os.O_RDONLY)
        except OSError:
            return None
        held = _held(lock, progress)
        if held and _is_nearest(lock, root):
            return lock
        os.close(lock)
        if not held:
            return None


def _held(lock: int, progress: Progress) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        progress("waiting for another run", 0)
        fcntl.flock(lock, fcntl.LOCK_EX)
    except (OSError, AttributeError):
        return False
    return True


def _is_nearest(lock: int, root: Path) -> bool:
    """Whether this is still the folder to lock: others may have made or removed one meanwhile."""
    try:
        return os.path.samestat(os.fstat(lock), os.stat(_nearest(root)))
    except OSError:
        return False


def _nearest(root: Path) -> Path:
    here = root.absolute()
    return next((folder for folder in (here, *here.parents) if folder.is_dir()), here)
