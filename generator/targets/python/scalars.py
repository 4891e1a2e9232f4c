"""What is written for a field of a scalar: the same in nearly every class that has such a field."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from generator.ir import Field, Scalar
from generator.targets.python.module import Module

Written = TypeVar("Written")
Write = Callable[[Module, bool, Field, str], Written]


def written_once(write: Write[Written]) -> Write[Written]:
    """Keep what a function writes for `(module, exact, field, name)`, if that is so everywhere."""

    def written(module: Module, exact: bool, field: Field, name: str) -> Written:
        known = module.library.answers[write]
        key = (field.type, field.name, field.required, exact, name)
        if key not in known:
            known[key] = _everywhere(write, module, exact, field, name)
        if known[key] is None:
            return write(module, exact, field, name)
        blank, result = known[key]
        module.runtimes |= blank.runtimes
        module.values |= blank.values
        module.annotated |= blank.annotated
        made: Written = result
        return made

    return written


def _everywhere(
    write: Write[Written], module: Module, exact: bool, field: Field, name: str
) -> tuple[Module, Written] | None:
    """What is written into an empty module; None where a module has numbers or names for it."""
    library = module.library
    found = library.api.types[field.type]
    if not (isinstance(found.shape, Scalar) and found.exact) or field.type in library.names:
        return None
    blank = Module(library, module.owner)
    made = write(blank, exact, field, name)
    return None if blank.constants or blank.functions else (blank, made)
