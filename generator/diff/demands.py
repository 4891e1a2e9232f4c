"""What a team asks of every change, besides that nobody breaks."""

from __future__ import annotations

from generator.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Demands:
    """`notice_days`: how long before its end something is announced. `version`: that it goes up."""

    notice_days: int = 0
    version: bool = False


NO_DEMANDS = Demands()
