"""What is generated follows from the descriptions alone, and not from the process that does it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SPECS = {
    "bounds that several members of an allOf have": """\
openapi: 3.1.0
info: {title: T, version: '1'}
components:
  schemas:
    Base: {properties: {p: {type: string, minLength: 1, pattern: ^a, contentEncoding: base64}}}
    Sub: {allOf: [$ref: '#/components/schemas/Base', properties: {p: {type: string, maxLength: 5}}]}
""",
    "a branch that refers to two schemas": """\
$schema: https://json-schema.org/draft/2020-12/schema
title: Root
properties: {x: {}}
anyOf: [{$ref: '#/$defs/A', $dynamicRef: '#/$defs/B'}]
$defs: {A: {properties: {a: {}}}, B: {properties: {b: {}}}}
""",
}


def generated(seed: int, root: Path) -> dict[str, str]:
    """The files that a process of its own writes for `spec.yaml`, whose sets have another order."""
    command = [sys.executable, "-m", "generator", "generate", "spec.yaml", "-o", str(seed)]
    env = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(root)}
    subprocess.run(command, env=env, capture_output=True, check=True)
    files = sorted(Path(str(seed), "models").rglob("*.py"))
    return {file.name: file.read_text("utf-8") for file in files}


@pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS.keys())
def test_every_process_writes_the_same(spec: str, here: Path, root: Path) -> None:
    Path("spec.yaml").write_text(spec, "utf-8")
    first, *others = [generated(seed, root) for seed in range(6)]
    assert len(first) > 1
    assert all(other == first for other in others)
