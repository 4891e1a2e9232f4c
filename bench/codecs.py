"""A `JobOut` through our generated code and through other libraries."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.environment import BIN, ROOT
from bench.table import seconds, table

WAYS = {
    "from_dict": "dict → object",
    "from_json": "JSON bytes → object",
    "to_json": "object → JSON bytes",
}


def report(work: Path) -> Iterator[str]:
    """Yield the table; ours is generated afresh."""
    generate = [sys.executable, "-m", "generator", "generate", "--target", "python", "-o", work]
    subprocess.run(generate, cwd=ROOT, check=True, stderr=subprocess.DEVNULL)
    command = [BIN / "python", "-m", "bench.codec_run", work]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    figures: dict[str, dict[str, float]] = json.loads(done.stdout)
    header = ["one JobOut", *WAYS.values()]
    yield table(header, [_row(name, row, figures["pydantic"]) for name, row in figures.items()])


def _row(name: str, row: dict[str, float], pydantic: dict[str, float]) -> list[str]:
    return [name, *(f"{seconds(row[way])} ({row[way] / pydantic[way]:.2f})" for way in WAYS)]
