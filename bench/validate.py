"""The compile step as a validator, beside other validators: a `JobOut`, and the official suite."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.environment import PACKAGES, ROOT
from bench.table import seconds, table


def report(work: Path) -> Iterator[str]:
    """Yield the table: for each of the others, the values that it is right on, and the times."""
    # Ours compiles in the process that measures; the others are those of their environment.
    environment = os.environ | {"PYTHONPATH": str(PACKAGES)}
    command = [sys.executable, "-m", "bench.validate_run"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    header = ["valid or not", "right answers", "its time", "typewright", "ratio"]
    yield table(header, map(_row, json.loads(done.stdout)))


def _row(row: dict[str, Any]) -> list[str]:
    ours, theirs = row["ours"] / row["right"], row["theirs"] / row["right"]
    right = f"{row['right']} of {row['values']}"
    figures = [seconds(theirs), seconds(ours), f"{ours / theirs:.2f}"]
    return [f"{row['what']}: {row['peer']}", right, *figures]
