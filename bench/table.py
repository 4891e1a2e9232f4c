"""Tables in Markdown, ready for the README."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table whose first column is text and whose others are figures."""
    lines = [header, ["---", *["---:"] * (len(header) - 1)], *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def seconds(value: float) -> str:
    """Return a time to three digits, in s, ms or µs."""
    for unit, factor in (("s", 1.0), ("ms", 1e3)):
        if value * factor >= 0.9995:
            return f"{value * factor:.3g} {unit}"
    return f"{value * 1e6:.3g} µs"


def megabytes(value: float) -> str:
    """Return a size in whole megabytes."""
    return f"{value:.0f} MB"


def times(value: float) -> str:
    """Return a ratio to two digits."""
    return f"{value:.2g} ×" if value < 10 else f"{value:.0f} ×"
