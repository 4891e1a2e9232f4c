"""What a target is given and what it gives back: named types in, files out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.config import Settings
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
    """A file to write: `path` is relative to the output folder; `text` has `\\n` as line end.

    `finished` says that a formatter would leave it as it is.
    """

    path: PurePosixPath
    text: str
    finished: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """A kind of output: `files` turns a model into files and touches no disk."""

    name: str
    files: Callable[[Model, Settings], Iterable[File]]
