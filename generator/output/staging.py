"""A folder in which files are made ready, to be renamed into place when all of them are."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.codes import WRT004
from generator.frozen import dataclass
from generator.output.manifest import CACHE, NAME, Stat, unsafe
from generator.report import Report, TypewrightError


@dataclass(frozen=True, slots=True)
class Stage:
    """The folder `place` for files of the folder `root`; it is there once something is put in."""

    root: Path
    place: Path

    def put(self, path: str, content: bytes) -> Stat:
        """Write a file, and return its `stat`; raise `TypewrightError` where the disk refuses.

        A path that leads elsewhere is left out: `write` refuses it, and says why.
        """
        if unsafe(path):
            return NO_FILE
        try:
            return create(self.new(path), content)
        except OSError as error:
            raise TypewrightError(unwritable(error, self.root)) from error

    def new(self, path: str) -> str:
        """Return where the new content of a file is."""
        return f"{self.place}/new/{path}"

    def read(self, path: str) -> bytes:
        """Return the new content of a file."""
        return content(self.new(path))


@contextmanager
def staging(root: Path, *, check: bool = False) -> Iterator[Stage]:
    """Give a place for the files of `root`: on its file system, or for a `check` anywhere else.

    Whatever of it is not in place at the end is gone, and so are the folders made for it.
    """
    if check:
        # Only a check needs it.
        from tempfile import TemporaryDirectory

        with TemporaryDirectory(prefix="typewright-") as name:
            yield Stage(root, Path(name))
        return
    cache = root / CACHE
    missing = [folder for folder in (cache, *cache.parents) if not folder.exists()]
    for left in cache.glob("stage-*"):
        # Runs take turns (`alone`): this is of one that was killed.
        shutil.rmtree(left, ignore_errors=True)
    stage = Stage(root, cache / f"stage-{os.getpid()}-{os.urandom(4).hex()}")
    try:
        yield stage
    finally:
        shutil.rmtree(stage.place, ignore_errors=True)
        for folder in missing:
            _discard(folder, root)


def _discard(folder: Path, root: Path) -> None:
    """Remove a folder that we made, unless there is something in it now."""
    if folder.name == CACHE and not (root / NAME).exists():
        shutil.rmtree(folder, ignore_errors=True)
    with suppress(OSError):
        folder.rmdir()


_ANEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


def create(file: str, content: bytes) -> Stat:
    """Write a file, and the folders above it where they are missing; return its `stat`."""
    # Thousands of times a run: `Path` or a stream would take longer than the system does.
    try:
        handle = os.open(file, _ANEW, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(file), exist_ok=True)
        handle = os.open(file, _ANEW, 0o666)
    try:
        while content:
            content = content[os.write(handle, content) :]
        written = os.fstat(handle)
    finally:
        os.close(handle)
    return written.st_size, written.st_mtime_ns


NO_FILE: Stat = (-1, -1)


def stat(file: str) -> Stat:
    """Return what is known of a file without reading it; `NO_FILE` where there is none."""
    try:
        found = os.lstat(file)
    except OSError:
        return NO_FILE
    return found.st_size, found.st_mtime_ns


def content(file: str) -> bytes:
    """Return what a file holds."""
    with open(file, "rb", buffering=0) as stream:
        return stream.read()


def unwritable(error: OSError, root: Path) -> Report:
    """Report that the disk refused."""
    report = Report()
    place = f" '{error.filename}'" if error.filename else ""
    message = f"cannot write{place}: {error.strerror or error}; '{root}' is as it was"
    in_the_way = next((path for path in (root, *root.parents) if path.is_file()), None)
    if in_the_way is not None:
        message = f"cannot write into '{root}': '{in_the_way}' is a file, no folder"
    report.add(WRT004, message)
    return report
