"""Import one model out of openai.yaml's three thousand."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.environment import BIN, CORPUS
from bench.measure import best
from bench.table import seconds, table

MODEL = "CreateChatCompletionResponse"


def report(work: Path) -> Iterator[str]:
    """Yield the table: what importing costs on top of starting Python."""
    spec = CORPUS / "openai.yaml"
    ours = [sys.executable, "-m", "generator", "generate", spec, "--target", "python", "-o", work]
    quick = ["--formatter", "none"]
    subprocess.run([*ours, *quick], check=True, stderr=subprocess.DEVNULL)
    theirs = [BIN / "datamodel-codegen", "--input", spec, "--output", work / "dcg.py"]
    kind = ["--input-file-type", "openapi", "--output-model-type", "dataclasses.dataclass"]
    subprocess.run([*theirs, *kind, "--no-formatters"], check=True, capture_output=True)
    bare = _seconds(work, "pass")
    rows = [
        _row("typewright", work, f"from models.{MODEL.lower()} import {MODEL}", bare),
        _row("datamodel-code-generator", work, f"from dcg import {MODEL}", bare),
    ]
    yield table([f"from … import {MODEL}", "time", "memory"], rows)


def _row(name: str, work: Path, statement: str, bare: float) -> list[str]:
    taken = _seconds(work, statement) - bare
    return [name, seconds(taken), f"{_megabytes(work, statement):.1f} MB"]


def _seconds(work: Path, statement: str) -> float:
    # The first of the runs writes the byte code; the best is one that reads it.
    found = best(4, [BIN / "python", "-c", statement], work)
    assert found.code == 0, found.stderr
    return found.seconds


def _megabytes(work: Path, statement: str) -> float:
    """What Python holds after a statement; the peak of so small a process is that of its parent."""
    traced = (
        f"import tracemalloc as t; t.start(); {statement}; print(t.get_traced_memory()[0] / 1e6)"
    )
    command = [BIN / "python", "-c", traced]
    return float(subprocess.run(command, cwd=work, check=True, capture_output=True).stdout)
