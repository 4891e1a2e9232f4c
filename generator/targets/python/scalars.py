"""What is written for a field of a scalar: the same in nearly every class that has such a field."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from generator.ir import Field, Scalar, TypeId
from generator.targets.python.module import Library, Module, of_type

Written = TypeVar("Written")
Write = Callable[[Module, bool, Field, str], Written]


def written_once(write: Write[Written]) -> Write[Written]:
    """Keep what a function writes for `(module, exact, field, name)` if the field is of a scalar.

    Constants and functions are numbered in each module: what needs one is written anew.
    """

    def written(module: Module, exact: bool, field: Field, name: str) -> Written:
        if not _is_plain(module.library, field.type):
            return write(module, exact, field, name)
        known, key = module.library.answers[write], (field, exact, name)
        if key not in known:
            blank = Module(module.library, module.owner)
            made = write(blank, exact, field, name)
            known[key] = None if blank.constants or blank.functions else (blank, made)
        if known[key] is None:
            return write(module, exact, field, name)
        blank, kept = known[key]
        module.runtimes |= blank.runtimes
        module.values |= blank.values
        module.annotated |= blank.annotated
        result: Written = kept
        return result

    return written


@of_type
def _is_plain(library: Library, type_id: TypeId) -> bool:
    found = library.api.types[type_id]
    return isinstance(found.shape, Scalar) and found.exact and type_id not in library.names
