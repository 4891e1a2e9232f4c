"""Where a type stands, and all else that its name may depend on."""

from __future__ import annotations

from generator.frozen import dataclass
from generator.ir import TypeId
from generator.names.context import Kind, Part


@dataclass(frozen=True, slots=True)
class Standing:
    """A type to be named, and all that its name may depend on.

    `frames` lead to it from outside in, without the one that gave `base`. `within` is the name of
    the nearest union around it (or the kind of parameter it is in), whose frame is left out too.
    """

    type: TypeId
    base: str
    frames: tuple[str, ...]
    path: tuple[str, ...]
    """All frames, that of the type itself among them, whatever gave its name."""
    within: str = ""
    kind: Kind = "other"
    part: Part = "shared"
    in_request: bool = False
    titled: bool = False
    suffix: str = ""
    used: bool = True
    """Whether tables show it: a name that is only Python's never takes one away from a table."""
    singular: bool = False
    """Whether it is an item of a list (or a value of a map) that gave the name."""
    word: str = "Model"
    """What kind of type it is, for where nothing else tells it from another one."""

    first: str = ""
    """What the names of 2025 call a body where nothing else is called so; see `bodies`."""
    label: str = ""
    """What tells a member from the others of its union there: the value of one of its fields."""
    value: str = ""
    """The only value that they put behind a name that several want; see `tails`."""
    alike: bool = False
    """Whether it is a member of a union, and called as that is, for a start."""
    section: str = ""
    """What kind of component, other than a schema, it is written in."""
    document: int = 0
    """Which description it is of, in the order in which they are named."""

    @property
    def again(self) -> str:
        """What is put behind a name that a component has already: a wrapper repeats what it is."""
        return self.base.rpartition("_")[2] if self.kind == "wrapper" else "Model"
