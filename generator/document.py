"""A description as it was read: its JSON value, its text and its dialect."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from generator.dialect import Dialect
from generator.frozen import dataclass
from generator.source import Place, Source

DEFINING = (("components", "schemas"), ("$defs",), ("definitions",))
"""The tokens that lead to where a document defines schemas by name."""


@dataclass(frozen=True, slots=True)
class Document:
    """One loaded file.

    `contents` is plain JSON data (dict, list, str, int, float, bool, None). `kind` says whether
    its root is an OpenAPI description or a schema. `swagger` is what was read where `contents` is a
    Swagger 2.0 description rewritten as OpenAPI 3.0: pointers into the two differ.
    """

    source: Source
    contents: Any
    dialect: Dialect
    kind: Literal["openapi", "schema"]
    swagger: Any = None

    @property
    def lifted(self) -> bool:
        """Whether the contents are not what the text says, but its translation."""
        return self.swagger is not None

    def components(self, section: str) -> Mapping[str, Any]:
        """Return the components of a section by their names; none where there is another thing."""
        contents = self.contents if isinstance(self.contents, dict) else {}
        components = contents.get("components")
        found = components.get(section) if isinstance(components, dict) else None
        return found if isinstance(found, dict) else {}

    def place(self, pointer: str = "") -> Place:
        """Return the place of the value at `pointer`."""
        return Place(self.source, pointer)
