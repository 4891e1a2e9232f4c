"""Import one model out of openai.yaml's three thousand."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.environment import BIN, CORPUS
from bench.measure import Run, best
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
    bare = _imported(work, "pass")
    rows = [
        _row("typewright", _imported(work, f"from models.{MODEL.lower()} import {MODEL}"), bare),
        _row("datamodel-code-generator", _imported(work, f"from dcg import {MODEL}"), bare),
    ]
    yield table([f"from … import {MODEL}", "time", "memory"], rows)


def _imported(work: Path, statement: str) -> Run:
    # The first of the runs writes the byte code; the best is one that reads it.
    found = best(4, [BIN / "python", "-c", statement], work)
    assert found.code == 0, found.stderr
    return found


def _row(name: str, found: Run, bare: Run) -> list[str]:
    memory = f"{found.megabytes - bare.megabytes:.1f} MB"
    return [name, seconds(found.seconds - bare.seconds), memory]
