"""What the Python templates see: finished strings, nothing left to decide."""

from __future__ import annotations

from generator.frozen import dataclass


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field of a dataclass; `default` is empty or starts with `=`."""

    name: str
    annotation: str
    default: str
    doc: str


@dataclass(frozen=True, slots=True)
class MemberView:
    """A member of an enum, as Python source; `doc` may be empty."""

    name: str
    value: str
    doc: str


@dataclass(frozen=True, slots=True)
class FunctionView:
    """A function of a module: its name, its parameters and its lines."""

    name: str
    signature: str
    body: str


@dataclass(frozen=True, slots=True)
class ModuleView:
    """The module of one type: a dataclass (`is_object`), an enum (`is_enum`), or an `alias`.

    Each text is lines without the last line end; `doc`, but for an alias, `type_imports`, `to_dict`
    and of functions are indented already.
    """

    doc: str
    imports: str
    own_imports: str
    type_imports: str
    constants: str
    tables: str
    cls: str
    is_object: bool
    is_enum: bool
    base: str
    extends: bool
    alias: str
    fields: tuple[FieldView, ...]
    members: tuple[MemberView, ...]
    to_dict: str
    functions: tuple[FunctionView, ...]
    codec: str


@dataclass(frozen=True, slots=True)
class ExportView:
    """A class that a package exports, the module that it is in, and the `statement` that does."""

    cls: str
    module: str
    statement: str


@dataclass(frozen=True, slots=True)
class PackageView:
    """The `__init__` of a package; `runtime` is where the `shared` names are, relative to it.

    `renamed` are the exports whose module is not simply called as the class in lower case.
    """

    runtime: str
    shared: tuple[str, ...]
    exports: tuple[ExportView, ...]
    renamed: tuple[ExportView, ...]

    @property
    def offered(self) -> str:
        """The shared names, as one import lists them."""
        return ", ".join(self.shared)
