"""The order of the modules: one way along the pipeline, no cycle, no hidden import."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from functools import cache
from graphlib import TopologicalSorter
from importlib.util import resolve_name
from pathlib import Path

import pytest

import generator

PACKAGE = Path(__file__).parent.parent / "generator"
STAGES = (
    "load",
    "resolve",
    "lower",
    "shape",
    "names",
    "understand",
    "render",
    "targets",
    "output.produce",
    "write",
    "pipeline",
    "commands",
    "cli",
)
DIFF = (
    "words",
    "described",
    "forms",
    "changes",
    "generated",
    "rules",
    "proof",
    "compare",
    "review",
)
NOUNS = ("source", "codes", "report", "dialect", "document", "ir", "config", "model", "outcome")


@cache
def modules() -> dict[str, Path]:
    """Return the path of every module by its name."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        found[".".join(parts).removesuffix(".__init__")] = path
    return found


@cache
def parsed(module: str) -> ast.Module:
    """Return the syntax tree of a module."""
    return ast.parse(modules()[module].read_text("utf-8"))


def imported(node: ast.AST, module: str) -> Iterator[str]:
    """Yield the modules of ours that an import statement in `module` names."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names if alias.name in modules())
    elif isinstance(node, ast.ImportFrom):
        # What is copied into generated packages imports the files beside it.
        written = f"{'.' * node.level}{node.module or ''}"
        source = resolve_name(written, module.rpartition(".")[0])
        for alias in node.names if source in modules() else ():
            inner = f"{source}.{alias.name}"
            yield inner if inner in modules() else source


@cache
def imports(module: str) -> frozenset[str]:
    """Return what a module imports, for type checking only included."""
    if module == "generator":
        return frozenset()  # It offers what is above it, and imports it when it is asked for.
    return frozenset(
        name for node in ast.walk(parsed(module)) for name in imported(node, module)
    ) - {module}


def needed(module: str) -> set[str]:
    """Return everything that is imported because `module` is."""
    found: set[str] = set()
    queue = [module]
    while queue:
        new = imports(queue.pop()) - found
        found |= new
        queue.extend(new)
    return found


def of(stage: str) -> list[str]:
    """Return the modules of a stage, of which there is one at least."""
    name = f"generator.{stage}"
    found = [module for module in modules() if module == name or module.startswith(f"{name}.")]
    assert found, f"there is no stage {stage}"
    return found


def test_no_module_needs_itself() -> None:
    TopologicalSorter({module: imports(module) for module in modules()}).prepare()


@pytest.mark.parametrize(
    ("stages", "stage"),
    [(stages, stage) for stages in (STAGES, [f"diff.{s}" for s in DIFF]) for stage in stages],
)
def test_no_stage_needs_a_later_one(stages: Sequence[str], stage: str) -> None:
    later = {module for other in stages[stages.index(stage) + 1 :] for module in of(other)}
    found = {module: sorted(needed(module) & later) for module in of(stage)}
    assert {module: needs for module, needs in found.items() if needs} == {}


@pytest.mark.parametrize("noun", NOUNS)
def test_data_need_no_stage(noun: str) -> None:
    stages = {module for stage in STAGES for module in of(stage)}
    assert needed(f"generator.{noun}") & stages == set()


def test_none_of_ours_is_imported_inside_a_function() -> None:
    functions = [
        (module, node)
        for module in modules()
        for node in ast.walk(parsed(module))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    hidden = [(m, name) for m, f in functions for node in ast.walk(f) for name in imported(node, m)]
    assert hidden == []


def test_what_the_package_offers_is_listed_and_there() -> None:
    assert dir(generator) == sorted(generator.__all__)
    assert all(hasattr(generator, name) for name in dir(generator))


def test_only_the_command_line_prints_or_exits() -> None:
    found = {
        (module, node.func.id)
        for module in modules()
        for node in ast.walk(parsed(module))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if node.func.id in {"print", "exit", "input"}
    }
    assert {module for module, _ in found} <= {"generator.cli"}
