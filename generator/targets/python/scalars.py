"""What is written for a field of a scalar: the same in nearly every class that has such a field."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, TypeVarTuple

from generator.ir import MISSING, Field, Scalar
from generator.targets.python.module import Module

Written = TypeVar("Written")
Rest = TypeVarTuple("Rest")


def written_once(
    write: Callable[[Module, Field, *Rest], Written],
) -> Callable[[Module, Field, *Rest], Written]:
    """Keep what a function of a field writes into modules, if it is the same in all of them."""

    def written(module: Module, field: Field, *rest: *Rest) -> Written:
        known, key = module.library.answers[write], (field.type, field.name, field.required, *rest)
        found = known.get(key, MISSING)
        if found is MISSING:
            found = known[key] = _everywhere(write, module, field, *rest)
        if found is None:
            return write(module, field, *rest)
        blank, made = found
        module.runtimes |= blank.runtimes
        module.values |= blank.values
        module.annotated |= blank.annotated
        result: Written = made
        return result

    return written


def _everywhere(
    write: Callable[[Module, Field, *Rest], Written], module: Module, field: Field, *rest: *Rest
) -> tuple[Module, Written] | None:
    """What is written into an empty module; None where a module has numbers or names for it."""
    library = module.library
    found = library.api.types[field.type]
    if not (isinstance(found.shape, Scalar) and found.exact) or field.type in library.names:
        return None
    blank = Module(library, module.owner)
    made = write(blank, field, *rest)
    return None if blank.constants or blank.functions else (blank, made)
