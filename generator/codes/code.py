"""What a code of a diagnostic is."""

from __future__ import annotations

from typing import Literal

from generator.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of diagnostic. `page` is what `typewright explain NAME` prints."""

    name: str
    level: Literal["error", "warning"]
    title: str
    page: str
