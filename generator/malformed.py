"""What the parsers raise on text that holds no JSON value; `load` makes a diagnostic of it."""

from __future__ import annotations

from generator.codes import Code


class Malformed(Exception):
    """The text is wrong at `line` and `column` (from 1) over `width` characters."""

    def __init__(
        self, code: Code, message: str, line: int, column: int, *, width: int = 1, hint: str = ""
    ) -> None:
        self.code = code
        self.message = message
        self.line = line
        self.column = column
        self.width = width
        self.hint = hint
        super().__init__(message)
