"""A table as finished cells: every column is as wide as the longest cell of the whole table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.frozen import dataclass
from generator.showing.width import padded, width

_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Table:
    """Cells ready to be put between `|`: padded, and without a line break or a bare `|`."""

    header: tuple[str, ...]
    rule: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """Lay out raw cells. The width counts a line break and a `|` once, whatever they print as."""
    wide = max([*map(len, header), *[_raw_length(cell) for row in rows for cell in row]])
    printed = tuple(tuple(_cell(cell).ljust(wide) for cell in row) for row in rows)
    return Table(tuple(c.ljust(wide) for c in header), ("-" * wide,) * len(header), printed)


def columns(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """Lay out raw cells with each column as wide as it needs to be, for whoever reads the file."""
    printed = [[_cell(cell) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(header, *printed, strict=True)]
    heads, *lines = (tuple(map(padded, cells, widths)) for cells in (header, *printed))
    return Table(heads, tuple("-" * max(wide, 3) for wide in widths), tuple(lines))


# Nearly all cells have no line break: looking for one is quicker than to put others in its place.
def _raw_length(cell: str) -> int:
    return len(_BREAK.sub("\n", cell)) if "\r" in cell else len(cell)


def _cell(cell: str) -> str:
    if "\n" in cell or "\r" in cell:
        cell = _BREAK.sub("<br/>", cell)
    return cell.replace("|", "\\|")
