"""Every diagnostic code, in one place: its level, its title and the page `explain` prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of diagnostic. `page` is what `typewright explain NAME` prints."""

    name: str
    level: Literal["error", "warning"]
    title: str
    page: str


REF001 = Code(
    "REF001",
    "error",
    "unresolvable reference",
    """The document that a `$ref` names cannot be read.""",
)
REF002 = Code(
    "REF002",
    "error",
    "reference to nothing",
    """A `$ref` points at a place that its document does not have.""",
)
REF003 = Code(
    "REF003",
    "error",
    "reference cycle",
    """A chain of `$ref`s leads back to itself without ever reaching a schema.""",
)
SCH001 = Code(
    "SCH001",
    "error",
    "not a schema",
    """A schema is expected here: an object, or (since draft 6) `true` or `false`.""",
)
SCH002 = Code(
    "SCH002",
    "error",
    "keyword with a wrong value",
    """The keyword's value is not of the type that its specification asks for.""",
)
SCH003 = Code(
    "SCH003",
    "warning",
    "unknown keyword",
    """Nothing reads this keyword: it is in no specification that the document declares.""",
)
