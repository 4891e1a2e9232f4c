"""Files of a commit, as `git` knows them."""

from __future__ import annotations

import subprocess
from pathlib import Path, PurePosixPath

from generator.frozen import dataclass

HOST = "git.invalid"
"""Stands for a commit in the URIs of its files, so that relative references stay within it."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit of the repository around a folder; `ref` is how it was called."""

    ref: str
    folder: Path

    def read(self, path: str) -> bytes | None:
        """Return a file by its path from the root of the repository; None if there is none."""
        return self._git("cat-file", "blob", f"{self.ref}:{path}")

    def files(self, path: str) -> list[str] | None:
        """Return all files below a folder; None if the commit has no such folder."""
        prefix = f"{path.rstrip('/')}/" if path not in ("", ".") else ""
        listed = self._git(
            "ls-tree", "-r", "-z", "--name-only", "--full-tree", self.ref, prefix or "."
        )
        names = [name for name in (listed or b"").decode().split("\0") if name]
        return [name for name in names if name.startswith(prefix)] or None

    def exists(self) -> bool:
        """Whether the repository knows such a commit."""
        return self._git("rev-parse", "--verify", "--quiet", f"{self.ref}^{{commit}}") is not None

    def why_unknown(self) -> tuple[str, str]:
        """Return what is to be said of a commit that is not there, and what may help."""
        if self._git("rev-parse", "--git-dir") is None:
            return f"{self.folder} is in no git repository", "name two files: OLD and NEW"
        _, remote, branch = self.ref.partition("origin/")
        fetched = f"git fetch origin {branch}" if remote else "git fetch --tags --unshallow"
        return f"git knows no commit '{self.ref}'", f"in CI, fetch it first: {fetched}"

    def within(self, path: str) -> str:
        """Return a path of the working tree as one from the root of the repository."""
        top = self._git("rev-parse", "--show-toplevel")
        if top is None:
            return path
        try:
            inside = (
                (self.folder / path).resolve().relative_to(Path(top.decode().strip()).resolve())
            )
        except ValueError:
            return path
        return PurePosixPath(inside).as_posix()

    def renamed(self, path: str) -> str | None:
        """Return what a file was called that git takes for one of the commit; None if it is new."""
        told = self._git(
            "diff", "--find-renames", "--diff-filter=R", "--name-status", "-z", self.ref
        )
        names = (told or b"").decode().split("\0")
        # Each is told as its likeness, its name in the commit, and its name now.
        return dict(zip(names[2::3], names[1::3], strict=False)).get(path)

    def _git(self, *arguments: str) -> bytes | None:
        try:
            done = subprocess.run(
                ("git", *arguments), cwd=self.folder, capture_output=True, check=False
            )
        except OSError:
            return None
        return done.stdout if done.returncode == 0 else None


def author(folder: Path) -> str:
    """Return who commits here, as git is set up."""
    found = Commit("HEAD", folder)._git("config", "user.name")
    return found.decode().strip() if found else ""
