"""`typewright.lock`: the SHA-256 of every document that was fetched, so that builds repeat."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import field
from typing import TYPE_CHECKING

from generator import codes
from generator.frozen import dataclass

if TYPE_CHECKING:
    from pathlib import Path

    from generator.codes import Code


class Refused(Exception):
    """A document is not to be had, or not the one that the lock file names."""

    def __init__(self, code: Code, message: str, hint: str = "") -> None:
        self.code = code
        self.message = message
        self.hint = hint
        super().__init__(message)


@dataclass(slots=True, eq=False)
class Lock:
    """The lock file at `path`; with `frozen`, a document that it lacks is an error.

    What is fetched for the first time waits in `added` until `write` is called, so that a run that
    fails leaves no traces.
    """

    path: Path
    frozen: bool = False
    added: dict[str, str] = field(default_factory=dict)

    def accept(self, url: str, data: bytes) -> None:
        """Compare `data` with what is locked; raise `Refused` if it may not be used."""
        digest = "sha256:" + hashlib.sha256(data).hexdigest()
        known = {**_read(self.path), **self.added}.get(url)
        if known == digest:
            return
        if known is not None:
            hint = f"if that is welcome, remove its line from '{self.path.name}' and run again"
            raise Refused(codes.REM005, f"'{url}' has changed since it was locked", hint)
        if self.frozen:
            hint = f"run 'typewright generate', which adds it, and commit '{self.path.name}'"
            raise Refused(codes.REM006, f"'{url}' is not in '{self.path.name}'", hint)
        self.added[url] = digest

    def write(self) -> None:
        """Add to the file what was accepted; raise `Refused` if that cannot be done."""
        if self.added:
            _write(self.path, {**_read(self.path), **self.added})
            self.added.clear()


def _read(path: Path) -> dict[str, str]:
    try:
        return {**json.loads(path.read_text("utf-8"))["documents"]}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError) as error:
        hint = "restore it from version control, or remove it to lock everything anew"
        raise Refused(codes.REM006, f"cannot read the lock file '{path}'", hint) from error


def _write(path: Path, documents: dict[str, str]) -> None:
    text = json.dumps({"version": 1, "documents": dict(sorted(documents.items()))}, indent=2)
    temporary = path.with_name(path.name + ".new")
    try:
        temporary.write_text(text + "\n", "utf-8")
        os.replace(temporary, path)
    except OSError as error:
        message = f"cannot write the lock file '{path}': {error.strerror}"
        raise Refused(codes.REM006, message, "make its folder writable") from error
