"""Change files in a folder, all of them or none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import field
from itertools import count
from pathlib import Path

from generator.frozen import dataclass
from generator.output.manifest import CACHE, NAME
from generator.output.staging import Stage, create


@dataclass(frozen=True, slots=True)
class Edit:
    """What is to happen in a folder: relative paths of staged files, and paths to remove.

    `before` and `after` are the list of our files while the edit goes on and when it is done: a
    run that is killed halfway leaves a list that names both the old and the new files.
    """

    puts: tuple[str, ...]
    removals: tuple[str, ...]
    before: bytes
    after: bytes


def carry_out(edit: Edit, stage: Stage) -> None:
    """Make the edit; on any exception the folder is as it was, and the exception goes on."""
    root = stage.root
    with ExitStack() as undo:
        steps = _Steps(stage.place, undo)
        create(f"{stage.place}/before", edit.before)
        create(f"{stage.place}/after", edit.after)
        create(f"{root}/{CACHE}/.gitignore", b"*\n")
        steps.put(stage.place / "before", root / NAME)
        for path in _moves(root, edit.puts):
            steps.put(Path(stage.new(path)), root / path)
        for path in edit.removals:
            steps.remove(root / path)
        steps.put(stage.place / "after", root / NAME)
        undo.pop_all()
    _remove_empty(root, edit.removals)


@dataclass(frozen=True, slots=True)
class _Steps:
    """Single changes, each of which notes its inverse before it is made."""

    stage: Path
    undo: ExitStack
    numbers: Iterator[int] = field(default_factory=count)

    def put(self, source: Path, target: Path) -> None:
        if not self._keep(target):
            self.undo.callback(_take_back, target, source)
        os.replace(source, target)

    def remove(self, target: Path) -> None:
        if self._keep(target):
            target.unlink()

    def _keep(self, target: Path) -> bool:
        """Keep the file at `target`, if there is one, and note how to put it back."""
        if not os.path.lexists(target):
            return False
        backup = self.stage / "old" / str(next(self.numbers))
        backup.parent.mkdir(exist_ok=True)
        self.undo.callback(_restore, backup, target)
        try:
            os.link(target, backup, follow_symlinks=False)
        except (OSError, NotImplementedError):
            # Not every file system has hard links.
            shutil.copy2(target, backup, follow_symlinks=False)
        return True


def _take_back(target: Path, source: Path) -> None:
    if not os.path.lexists(source):
        os.replace(target, source)


def _restore(backup: Path, target: Path) -> None:
    if os.path.lexists(backup):
        os.replace(backup, target)


def _moves(root: Path, paths: Iterable[str]) -> Iterator[str]:
    """Yield what to rename into `root`: a folder that is not there yet moves as a whole."""
    moving: set[str] = set()
    inside: set[str] = set()
    there: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        if folder in inside:
            continue
        for end in [*(n for n, char in enumerate(path) if char == "/"), len(path)]:
            step = path[:end]
            if step in moving:
                inside |= {folder} if step != path else set()
                break
            if step not in there and (step == path or not (root / step).is_dir()):
                moving.add(step)
                yield step
                break
            there.add(step)


def _remove_empty(root: Path, removals: Iterable[str]) -> None:
    """Remove the folders that the removals left empty."""
    folders = {folder for path in removals for folder in (root / path).parents}
    for folder in sorted(folders, key=lambda folder: -len(folder.parts)):
        if root in folder.parents:
            with suppress(OSError):
                folder.rmdir()
