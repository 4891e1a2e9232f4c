"""What is written for a field of a scalar: the same in nearly every class that has such a field."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, TypeVarTuple

from generator.ir import MISSING, Field, Scalar, TypeId
from generator.targets.python.module import Library, Module, of_type

Written = TypeVar("Written")
Rest = TypeVarTuple("Rest")


def written_once(
    alike: Callable[[Library, TypeId], TypeId],
) -> Callable[
    [Callable[[Module, Field, *Rest], Written]], Callable[[Module, Field, *Rest], Written]
]:
    """Keep what a function of a field writes for scalars, if it is the same in all modules.

    `alike` gives one type for all those that it writes the same for.
    """

    def once(
        write: Callable[[Module, Field, *Rest], Written],
    ) -> Callable[[Module, Field, *Rest], Written]:
        def written(module: Module, field: Field, *rest: *Rest) -> Written:
            library = module.library
            found = library.api.types[field.type]
            if not (found.shape.__class__ is Scalar and found.exact) or field.type in library.names:
                return write(module, field, *rest)
            key = (alike(library, field.type), field.name, field.required, *rest)
            known = library.answers[write]
            kept = known.get(key, MISSING)
            if kept is MISSING:
                kept = known[key] = _everywhere(write, module, field, *rest)
            if kept is None:
                return write(module, field, *rest)
            needed, result = kept
            module.imports |= needed
            made: Written = result
            return made

        return written

    return once


def itself(_: Library, type_id: TypeId) -> TypeId:
    """Return the type: all that it says counts, in words too."""
    return type_id


@of_type
def equal_scalar(library: Library, type_id: TypeId) -> TypeId:
    """Return the first scalar whose values are those of this one, with the same default."""
    found = library.api.types[type_id]
    default = found.schema.notes.default
    said = (found.shape, found.nullable, repr(found.schema.keywords), repr(default))
    first: TypeId = library.answers[Scalar].setdefault(said, type_id)
    return first


def _everywhere(
    write: Callable[[Module, Field, *Rest], Written], module: Module, field: Field, *rest: *Rest
) -> tuple[set[tuple[str, str]], Written] | None:
    """What is written, and what it imports; None where modules number parts of it."""
    blank = Module(module.library, module.owner)
    made = write(blank, field, *rest)
    if blank.constants or blank.functions:
        return None
    return blank.imports, made
