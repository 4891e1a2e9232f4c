"""Generate from large descriptions: ours, datamodel-code-generator, and the floor."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.environment import BIN, CORPUS
from bench.measure import Run, best, run
from bench.table import megabytes, seconds, table, times

SPECS = ("openai.yaml", "stripe.com.json", "kubernetes.io.json", "github.json")
THEIRS = 2
"""How often the other program runs: it takes its time, but one run alone may be a slow one."""
HEADER = (
    "input",
    "datamodel-code-generator",
    "ours",
    "faster",
    "its memory",
    "ours",
    "share",
    "floor",
    "nothing changed",
    "one property changed",
)


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured on one description."""

    theirs: Run
    cold: Run
    floor: Run
    unchanged: Run
    changed: Run


def report(work: Path, specs: tuple[str, ...] = SPECS, repeat: int = 3) -> Iterator[str]:
    """Yield the table, row by row as the measurements come."""
    yield table(HEADER, [])
    for name in specs:
        figures = measure(CORPUS / name, work / name, repeat)
        yield _row(name, figures)


def measure(spec: Path, work: Path, repeat: int) -> Figures:
    """Measure all on one description; code and tables are written into `work`."""
    work.mkdir(parents=True)
    copy = work / spec.name
    shutil.copy(spec, copy)
    # Each cold run has a folder of its own: disks are slow to make files just after deleting some.
    outputs = [work / f"ours{number}" for number in range(repeat)]
    cold = _quickest(run(_ours(copy, output)) for output in outputs)
    output = outputs[-1]
    unchanged = best(repeat, _ours(copy, output))
    changed = _quickest(_changed(_ours(copy, output), copy) for _ in range(repeat))
    floor = run([sys.executable, "-m", "bench.floor", copy, output, work / "floor"])
    theirs = best(
        THEIRS,
        [
            BIN / "datamodel-codegen",
            *("--input", spec, "--output", work / "dcg.py", "--input-file-type", "openapi"),
            *("--output-model-type", "dataclasses.dataclass"),
            *("--target-python-version", "3.11", "--disable-timestamp"),
        ],
    )
    return Figures(theirs, cold, floor, unchanged, changed)


def _ours(spec: Path, output: Path) -> list[str | Path]:
    return [
        Path(sys.executable).parent / "typewright",
        "generate",
        spec,
        "-o",
        output,
        "--formatter",
        "ruff",
    ]


def _quickest(runs: Iterable[Run]) -> Run:
    return min(runs, key=lambda found: found.seconds)


def _changed(command: list[str | Path], spec: Path) -> Run:
    """Add a property to the first schema that has any, and run."""
    text = spec.read_text("utf-8")
    name = f"bench_{len(text)}"
    start = max(text.find('"schemas"'), text.find('"definitions"'), text.find("\n  schemas:"))
    if spec.suffix == ".json":
        found = re.compile(r'"properties":\s*\{').search(text, start)
        added = f'"{name}": {{"type": "string"}},'
    else:
        found = re.compile(r"\n( +)properties:\n").search(text, start)
        added = f"{found[1]}  {name}:\n{found[1]}    type: string\n" if found else ""
    assert found
    spec.write_text(text[: found.end()] + added + text[found.end() :], "utf-8")
    return run(command)


def _row(name: str, figures: Figures) -> str:
    theirs, cold = figures.theirs, figures.cold
    failed = theirs.code != 0
    cells = [
        name,
        "fails" if failed else seconds(theirs.seconds),
        seconds(cold.seconds) if cold.code == 0 else f"fails ({cold.code})",
        "" if failed else times(theirs.seconds / cold.seconds),
        "" if failed else megabytes(theirs.megabytes),
        megabytes(cold.megabytes),
        "" if failed else f"{cold.megabytes / theirs.megabytes:.2f}",
        f"{seconds(figures.floor.seconds)}, {megabytes(figures.floor.megabytes)}",
        seconds(figures.unchanged.seconds),
        f"{seconds(figures.changed.seconds)} ({figures.changed.seconds / cold.seconds:.2f})",
    ]
    return f"| {' | '.join(cells)} |\n"
