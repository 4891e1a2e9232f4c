"""A table as finished cells: every column is as wide as the longest cell of the whole table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.frozen import dataclass
from generator.showing.escaped import pictured
from generator.showing.width import padded, width

_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Table:
    """Cells ready to be put between `|`: padded, and without a line break or a bare `|`."""

    header: tuple[str, ...]
    rule: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def text(self) -> str:
        """The lines of the table."""
        lines = (self.header, self.rule, *self.rows)
        return "\n".join([f"| {' | '.join(cells)} |" for cells in lines])


@dataclass(frozen=True, slots=True)
class Line:
    """Cells as they are printed, but for the padding, and how wide the widest of them counts."""

    cells: tuple[str, ...]
    wide: int


def line(cells: tuple[str, ...], *, returns: bool = False) -> Line:
    """Return raw cells as a line. A line break and a `|` count once, whatever they print as.

    With `returns`, a carriage return is no part of a line break: it stays, and counts itself.
    """
    whole = "".join(cells)
    if not whole.isprintable():
        cells = tuple(map(pictured, cells))
    if "\n" not in whole and "|" not in whole and "\r" not in whole:
        return Line(cells, max(map(len, cells)))
    if returns:
        return Line(tuple(map(_with_returns, cells)), max(map(len, cells)))
    return Line(tuple(map(_cell, cells)), max(map(_raw_length, cells)))


def table(header: Sequence[str], lines: Sequence[Line]) -> Table:
    """Lay out lines; cells that no header is above are left out."""
    wide = max([*map(len, header), *[line.wide for line in lines]])
    count = len(header)
    printed = [tuple([cell.ljust(wide) for cell in line.cells[:count]]) for line in lines]
    return Table(tuple(c.ljust(wide) for c in header), ("-" * wide,) * count, tuple(printed))


def columns(header: Sequence[str], lines: Sequence[Line]) -> Table:
    """Lay out lines with each column as wide as it needs to be, for whoever reads the file."""
    printed = [line.cells[: len(header)] for line in lines]
    widths = [max(map(width, column)) for column in zip(header, *printed, strict=True)]
    heads, *rest = (tuple(map(padded, cells, widths)) for cells in (header, *printed))
    return Table(heads, tuple("-" * wide for wide in widths), tuple(rest))


# Nearly all cells have no line break: looking for one is quicker than to put others in its place.
def _raw_length(cell: str) -> int:
    return len(_BREAK.sub("\n", cell)) if "\r" in cell else len(cell)


def _cell(cell: str) -> str:
    if "\n" in cell or "\r" in cell:
        cell = _BREAK.sub("<br/>", cell)
    return cell.replace("|", "\\|")


def _with_returns(cell: str) -> str:
    return cell.replace("\n", "<br/>").replace("|", "\\|")
