"""What comes of a run."""

from __future__ import annotations

from generator.frozen import dataclass
from generator.report import Report


@dataclass(frozen=True, slots=True)
class Changes:
    """What `write` did, or would do: relative paths, and a unified diff where it only checked."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    diff: str = ""

    def __bool__(self) -> bool:
        return bool(self.written or self.removed)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run has to say, and what it wrote or would write."""

    report: Report
    changes: Changes = Changes()
