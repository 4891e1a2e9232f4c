"""Bring the files of an output folder in line with what was rendered, or say what differs."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from generator.codes import WRT001, WRT002, WRT003, WRT005
from generator.outcome import Changes
from generator.output.drift import drift
from generator.output.manifest import (
    MARK,
    Entry,
    Output,
    digest,
    manifest_rows,
    manifest_text,
    read_manifest,
    unsafe,
)
from generator.output.staging import Stage, unwritable
from generator.output.transaction import Edit, carry_out
from generator.report import Report


def write(
    outputs: Collection[Output],
    targets: Collection[str],
    stage: Stage,
    report: Report,
    *,
    check: bool = False,
) -> Changes:
    """Make the folder of `stage` hold exactly `outputs` of these targets, all or nothing.

    A file that already has its content is not touched. Files we wrote earlier for these targets
    that are no longer wanted are removed, unless somebody edited them; files of others never are.
    With `check`, nothing is written. Errors go to `report`, and then nothing is written either.
    """
    root = stage.root
    entries = {output.entry for output in outputs}
    known = read_manifest(root, entries)
    folder = _Folder(root, known, report, lenient=check)
    _admit(outputs, report)
    if report.failed:
        return Changes()
    puts = tuple(o.entry.path for o in outputs if o.staged and folder.differs(o.entry))
    removals = tuple(folder.unwanted(targets, {entry.path for entry in entries}))
    if report.failed:
        return Changes()
    others = {entry for entry in known if entry.target not in targets}
    changes = Changes(puts, removals, len(entries) - len(puts))
    if check:
        return replace(changes, diff=drift(stage, puts, removals))
    if changes or known != entries | others:
        after = manifest_text(entries | others)
        # Until the files are in place, the list has the old ones as well, in whatever order.
        before = after + manifest_rows(known - entries - others)
        try:
            carry_out(Edit(puts, removals, before.encode(), after.encode()), stage)
        except OSError as error:
            report.diagnostics += unwritable(error, root).diagnostics
    return Changes() if report.failed else changes


def _admit(outputs: Collection[Output], report: Report) -> None:
    """Refuse paths that are dangerous, or one and the same to a file system or to Python."""
    for output in outputs:
        if output.staged and (reason := unsafe(output.entry.path)):
            report.add(WRT002, f"refused to write '{output.entry.path}': {reason}")
    paths = [output.entry.path for output in outputs]
    first = {_folded(path): path for path in reversed(paths)}
    for path in paths if len(first) < len(paths) else ():
        if (other := first[_folded(path)]) != path:
            report.add(WRT003, f"'{other}' and '{path}' are one file where case does not count")
    there = set(first.values())
    for folder in sorted({path.rpartition("/")[0] for path in there}):
        if f"{folder}.py" in there:
            hint = "choose other folders for the packages in the settings"
            message = f"'{folder}.py' and the folder '{folder}' are one module for Python"
            report.add(WRT003, message, hint=hint)


def _folded(path: str) -> str:
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold()


class _Folder:
    """What is on disk, seen through the list of what is ours.

    If `lenient`, a file that is checked out with the line ends of Windows is the same file.
    """

    def __init__(
        self, root: Path, known: frozenset[Entry], report: Report, *, lenient: bool
    ) -> None:
        self.root = root
        self.lenient = lenient
        self.known = known
        self.report = report
        self._ours = {entry.path for entry in known}
        self._through: dict[str, bool] = {}
        self._missing: set[str] = set()

    def differs(self, entry: Entry) -> bool:
        """Return whether the file has to be written; a file of somebody else is an error."""
        path = entry.path
        folder = path.rpartition("/")[0]
        if not self._reachable(folder):
            return False
        content = None if folder in self._missing else self._read(path)
        if content is None or digest(content) == entry.digest:
            return content is None
        if self.lenient and _is_one_of(content, (entry.digest,)):
            return False
        if path not in self._ours and MARK not in content[:400]:
            hint = "move it away, or choose another output folder"
            self.report.add(
                WRT001, f"'{self.root / path}' was not written by typewright", hint=hint
            )
        return True

    def unwanted(self, targets: Collection[str], wanted: Collection[str]) -> Iterator[str]:
        """Yield the files of these targets that we wrote, nobody edited and nobody wants."""
        digests: dict[str, set[str]] = {}
        for entry in self.known:
            if entry.target in targets and entry.path not in wanted:
                digests.setdefault(entry.path, set()).add(entry.digest)
        for path in sorted(digests):
            content = self._read(path) if self._reachable(path.rpartition("/")[0]) else None
            if content is not None and _is_one_of(content, digests[path]):
                yield path
            elif content is not None:
                self.report.add(WRT005, f"'{self.root / path}' was edited, so it was not removed")

    def _read(self, path: str) -> bytes | None:
        """Return what stands at `path`; something that is no plain file is never ours."""
        place = f"{self.root}/{path}"
        if os.path.islink(place) or os.path.isdir(place):
            return b""
        try:
            with open(place, "rb") as stream:
                return stream.read()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def _reachable(self, folder: str) -> bool:
        """Return whether a folder is one, or not there yet, and inside `root`."""
        if folder not in self._through:
            above = not folder or self._reachable(folder.rpartition("/")[0])
            self._through[folder] = above and self._is_folder(folder)
        return self._through[folder]

    def _is_folder(self, folder: str) -> bool:
        place, top = os.path.join(self.root, folder), os.path.realpath(self.root)
        if os.path.commonpath([os.path.realpath(place), top]) != top:
            self.report.add(WRT002, f"'{place}' leads out of the output folder")
            return False
        if not os.path.exists(place):
            self._missing.add(folder)
        elif not os.path.isdir(place):
            self.report.add(WRT001, f"'{place}' has to be a folder, and is a file")
            return False
        return True


def _is_one_of(content: bytes, digests: Collection[str]) -> bool:
    """Whether this is one of some files, or what git on Windows makes of it (`core.autocrlf`)."""
    return digest(content) in digests or digest(content.replace(b"\r\n", b"\n")) in digests
