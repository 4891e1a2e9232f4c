"""What the readers raise on text that holds no JSON value; `load` makes a diagnostic of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.frozen import dataclass

if TYPE_CHECKING:
    from generator.codes import Code


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a text: `line` and `column` count from 1, `width` is in characters."""

    line: int
    column: int
    width: int = 1


def spot(text: str, offset: int, width: int = 1) -> Spot:
    """Return the spot of the character at `offset`; lines end where `\\n` stands."""
    start = text.rfind("\n", 0, offset) + 1
    return Spot(text.count("\n", 0, offset) + 1, offset - start + 1, width)


class Malformed(Exception):
    """The text is wrong at `spot`."""

    def __init__(self, code: Code, message: str, spot: Spot, hint: str = "") -> None:
        self.code = code
        self.message = message
        self.spot = spot
        self.hint = hint
        super().__init__(message)
