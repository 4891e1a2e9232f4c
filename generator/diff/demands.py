"""What a team asks of every change, besides that nobody breaks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.diff.changes.finding import Finding
from generator.diff.next_version import Step, suggested
from generator.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Demands:
    """`notice_days`: how long before its end something is announced. `version`: that it goes up.

    `step` says how far: what findings ask for.
    """

    notice_days: int = 0
    version: bool = False
    step: Callable[[Sequence[Finding]], Step] = suggested


NO_DEMANDS = Demands()
