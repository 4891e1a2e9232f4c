"""What a target is given and what it gives back: named types in, files out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from generator.config import Settings
from generator.frozen import dataclass
from generator.ir import Api, TypeId


@dataclass(frozen=True, slots=True)
class Name:
    """What a type is called: the class `cls` in the folder `package` (`models`)."""

    package: str
    cls: str


@dataclass(frozen=True, slots=True)
class Model:
    """An API whose types have their names; every target reads the same ones."""

    api: Api
    names: Mapping[TypeId, Name]


@dataclass(frozen=True, slots=True)
class File:
    """A file to write: `path` is relative to the output folder; `/` and `\\n` are on every system.

    `finished` says that a formatter would leave it as it is; `of` is the type that it is about,
    if it is about one.
    """

    path: str
    text: str
    finished: bool = False
    of: TypeId | None = None


PACKAGES: Final = TypeId("packages")
"""What a file is `of` that follows from the names of all types, and from nothing else of them."""
_RUN = 32
"""How many types a part takes one after the other: neighbours have the most in common."""


@dataclass(frozen=True, slots=True)
class Part:
    """The part number `index`, from 0, of `count` that are made one beside the other.

    Files of the types that are `skipped` are there already.
    """

    index: int = 0
    count: int = 1
    skipped: frozenset[TypeId] = frozenset()

    def of(self, types: Iterable[TypeId]) -> Iterable[TypeId]:
        """Return the types of this part."""
        wanted = (type_id for type_id in types if type_id not in self.skipped)
        return [t for n, t in enumerate(wanted) if n // _RUN % self.count == self.index]


WHOLE = Part()


@dataclass(frozen=True, slots=True)
class Target:
    """A kind of output: `files` turns a part of a model into files and touches no disk.

    What is no single type's belongs to the first part.
    """

    name: str
    files: Callable[[Model, Settings, Part], Iterable[File]]
