"""What is written for a field of a scalar: the same in nearly every class that has such a field."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, TypeVarTuple

from generator.ir import MISSING, Field, Scalar, TypeId
from generator.targets.python.module import Library, Module, of_type

Written = TypeVar("Written")
Rest = TypeVarTuple("Rest")


def written_once(
    alike: Callable[[Library, TypeId], TypeId | None],
) -> Callable[
    [Callable[[Module, Field, *Rest], Written]], Callable[[Module, Field, *Rest], Written]
]:
    """Keep what a function of a field writes into modules, if it is the same in all of them.

    `alike` tells which types it writes the same for; None is one that it looks at anew each time.
    """

    def once(
        write: Callable[[Module, Field, *Rest], Written],
    ) -> Callable[[Module, Field, *Rest], Written]:
        def written(module: Module, field: Field, *rest: *Rest) -> Written:
            same = alike(module.library, field.type)
            if same is None:
                return write(module, field, *rest)
            known, key = module.library.answers[write], (same, field.name, field.required, *rest)
            found = known.get(key, MISSING)
            if found is MISSING:
                found = known[key] = _everywhere(write, module, field, *rest)
            if found is None:
                return write(module, field, *rest)
            needed, result = found
            if needed is not None:
                module.runtimes |= needed.runtimes
                module.values |= needed.values
                module.annotated |= needed.annotated
            made: Written = result
            return made

        return written

    return once


@of_type
def same_scalar(library: Library, type_id: TypeId) -> TypeId | None:
    """Return the type itself, if it is a scalar; what is said of it in words counts."""
    found = library.api.types[type_id]
    bare = isinstance(found.shape, Scalar) and found.exact and type_id not in library.names
    return type_id if bare else None


@of_type
def equal_scalar(library: Library, type_id: TypeId) -> TypeId | None:
    """Return the first scalar whose values are those of this one, with the same default."""
    if same_scalar(library, type_id) is None:
        return None
    found = library.api.types[type_id]
    default = found.schema.notes.default
    said = (found.shape, found.nullable, repr(found.schema.keywords), repr(default))
    first: TypeId = library.answers[equal_scalar].setdefault(said, type_id)
    return first


def _everywhere(
    write: Callable[[Module, Field, *Rest], Written], module: Module, field: Field, *rest: *Rest
) -> tuple[Module | None, Written] | None:
    """What is written into an empty module; None where a module has numbers or names for it."""
    blank = Module(module.library, module.owner)
    made = write(blank, field, *rest)
    if blank.constants or blank.functions:
        return None
    return (blank if blank.runtimes or blank.values or blank.annotated else None), made
