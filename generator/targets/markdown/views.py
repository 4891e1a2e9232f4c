"""What the templates of the tables see: frozen records of finished strings."""

from __future__ import annotations

from generator.frozen import dataclass
from generator.targets.markdown.table import Table


@dataclass(frozen=True, slots=True)
class ObjectView:
    """The document of a class (`object.md.jinja`)."""

    heading: str
    description: str
    deprecation: str
    table: Table


@dataclass(frozen=True, slots=True)
class EnumView:
    """The document of an enum (`enum.md.jinja`): a table, or else a list of literals."""

    heading: str
    description: str
    deprecation: str
    usage: tuple[str, ...]
    open: bool
    literals: tuple[str, ...]
    table: Table


@dataclass(frozen=True, slots=True)
class MemberView:
    """One of the types of a union."""

    type: str


@dataclass(frozen=True, slots=True)
class UnionView:
    """The document of a union (`union.md.jinja`)."""

    heading: str
    description: str
    deprecation: str
    members: tuple[MemberView, ...]


View = ObjectView | EnumView | UnionView
