"""What the last run into an output folder knew, so that the next one need not find it out again.

It is a cache of this machine, in a folder of its own: whatever is odd about it, it counts as empty.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import field, replace
from functools import lru_cache
from pathlib import Path

from generator.frozen import dataclass
from generator.output.findings import Packed
from generator.output.manifest import CACHE, NAME, Entry, Output, Stat, digest
from generator.output.staging import NO_FILE, stat

_NAME = "last-run"
"""The digest of what follows, and in the next line that, as JSON."""


@dataclass(frozen=True, slots=True)
class LastRun:
    """A finished run.

    `key` is the digest of all that it depended on besides its inputs; `inputs` maps the path of
    every file that was read to the digest of its bytes; `owners` are the digests of what was
    understood (see `kept`); `files` are what it left in the output folder, by path; `findings` are
    its warnings, packed; `specs` are the descriptions that it was asked for; `listed` is the `stat`
    of the list of files, of a run that is recalled.
    """

    key: str = ""
    inputs: Mapping[str, str] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, Output] = field(default_factory=dict)
    findings: Sequence[Packed] = ()
    specs: Sequence[str] = ()
    listed: Stat = NO_FILE

    def under(self, key: str) -> LastRun:
        """Return what counts for a run of this key: of a run of another one, only its files."""
        return self if self.key == key else replace(self, key=key, owners={})

    def touched(self, root: Path) -> frozenset[str]:
        """Return the files that are no longer as we left them, by size and time."""
        return frozenset(
            path for path, known in self.files.items() if stat(f"{root}/{path}") != known.stat
        )

    def is_untouched(self, root: Path) -> bool:
        """Return whether the folder is as we left it.

        A run that is killed may have changed nothing yet but the list, or made a new file only.
        """
        return self.listed == stat(f"{root}/{NAME}") and not self.touched(root)

    def same_inputs(self) -> bool:
        """Return whether every input still has the bytes that it had."""
        try:
            return all(digest(Path(p).read_bytes()) == found for p, found in self.inputs.items())
        except OSError:
            return False


def recall(root: Path) -> LastRun:
    """Return what is known of the last run into `root`; empty when there is nothing of use."""
    try:
        return _stored((root / CACHE / _NAME).read_bytes())
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return LastRun()


# A run asks twice: before it waits for its turn, and then again.
@lru_cache(maxsize=1)
def _stored(data: bytes) -> LastRun:
    seal, _, content = data.partition(b"\n")
    if seal != digest(content).encode():
        return LastRun()
    stored = json.loads(content)
    files = {
        path: Output(Entry(path, target, digest), (size, mtime), staged=False, of=of)
        for path, (target, digest, of, size, mtime) in stored["files"].items()
    }
    inputs, owners = dict(stored["inputs"]), dict(stored["owners"])
    findings, specs = stored["findings"], [*map(str, stored["specs"])]
    size, mtime = stored["listed"]
    return LastRun(stored["key"], inputs, owners, files, findings, specs, (size, mtime))


def remember(run: LastRun, root: Path) -> None:
    """Keep `run` for the next one into `root`; a disk that refuses costs only time.

    So does a text that is none, such as the name of a file in another encoding.
    """
    import orjson

    stored = {
        "key": run.key,
        "inputs": run.inputs,
        "owners": run.owners,
        "files": {
            path: (known.entry.target, known.entry.digest, known.of, *known.stat)
            for path, known in run.files.items()
        },
        "findings": run.findings,
        "specs": run.specs,
        "listed": stat(f"{root}/{NAME}"),
    }
    place = root / CACHE / _NAME
    with suppress(OSError, orjson.JSONEncodeError):
        if place.parent.is_dir():
            content = orjson.dumps(stored)
            seal = digest(content).encode()
            place.with_suffix(".new").write_bytes(seal + b"\n" + content)
            os.replace(place.with_suffix(".new"), place)


def input_digests(inputs: Iterable[Path], before: int) -> dict[str, str] | None:
    """Return the digests of the inputs by path; None if one was changed after `before` (in ns)."""
    found = {}
    for path in inputs:
        try:
            if path.stat().st_mtime_ns >= before:
                return None
            found[str(path)] = digest(path.read_bytes())
        except OSError:
            return None
    return found


def in_place(outputs: Iterable[Output], written: Iterable[str], root: Path) -> dict[str, Output]:
    """Return the files by path, all of which are in place now.

    Those that were `written` are those that were staged; moving them changed nothing of them.
    """
    moved, found = set(written), dict[str, Output]()
    for output in outputs:
        path = output.entry.path
        if output.staged:
            there = output.stat if path in moved else stat(f"{root}/{path}")
            output = Output(output.entry, there, staged=False, of=output.of)
        found[path] = output
    return found
