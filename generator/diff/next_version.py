"""The next version: what the findings ask for, and whether the description says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from generator.diff.changes.finding import Finding, Verdict, verdict

Step = Literal["major", "minor", "patch", "none"]
_STEPS: Sequence[Step] = ("major", "minor", "patch")
_OF: Final[dict[Verdict, Step]] = {"breaking": "major", "risky": "minor", "compatible": "minor"}
_VERSION = re.compile(r"v?(\d+)\.(\d+)\.(\d+)")


def suggested(findings: Sequence[Finding]) -> Step:
    """Return the step that findings suggest."""
    return _OF.get(verdict(findings), "patch") if findings else "none"


def is_behind(step: Step, old: str, new: str) -> bool:
    """Whether a version did not go up as far as a step asks; before 1.0.0, not at all."""
    before, after = _parts(old), _parts(new)
    if step == "none":
        return False
    if before is None or after is None or before[0] == 0:
        return old == new
    return after < _stepped(before, step)


def next_version(step: Step, versions: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """Return the version that is due, and what there is to say about the one that is there.

    Only a number of three parts, of a single description, can be counted on; before 1.0.0 anything
    may change.
    """
    old, new = versions[0] if len(versions) == 1 else ("", "")
    before = _parts(old)
    if step == "none" or not new:
        return step, ""
    behind = is_behind(step, old, new)
    says = f"the description {'still ' * (old == new)}says {new}{'' if behind else ' already'}"
    if before is None or before[0] == 0:
        return step, says if behind else ""
    return f"{'.'.join(map(str, _stepped(before, step)))} ({step})", says


def _stepped(parts: tuple[int, ...], step: Step) -> tuple[int, ...]:
    place = _STEPS.index(step)
    return (*parts[:place], parts[place] + 1, *(0 for _ in parts[place + 1 :]))


def _parts(version: str) -> tuple[int, ...] | None:
    found = _VERSION.fullmatch(version)
    return tuple(map(int, found.groups())) if found else None
