"""The document of an enum: its values as a table or as a list, and an example of their use."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from generator.frozen import dataclass
from generator.ir import OPENNESS, Enum, Schema
from generator.model import Name
from generator.names.casing import member_descriptions, member_names
from generator.style import Style
from generator.targets.markdown.table import Line, line

_OPEN_NOTE = "# Open enum: unrecognized values are captured as UnrecognizedStr"


@dataclass(frozen=True, slots=True)
class Values:
    """The values of an enum in the order of its schema, each with the name of its member.

    There are as many descriptions, or none. It is `open` if a server may know of others.
    """

    name: Name
    values: tuple[Any, ...]
    members: tuple[str, ...]
    descriptions: tuple[str, ...]
    open: bool
    style: Style

    @property
    def header(self) -> Sequence[str]:
        """Return the heads of the columns."""
        return ["Name", "Value", "Description"] if self.descriptions else ["Name", "Value"]

    @property
    def lines(self) -> Sequence[Line]:
        """Return the lines of the table."""
        said = [text or "N/A" for text in self.descriptions] or [""] * len(self.values)
        rows = zip(self.members, self.values, said, strict=True)
        return [line((f"`{member}`", str(value), text)) for member, value, text in rows]

    @property
    def told(self) -> bool:
        """Whether it is said above the values that there may be others."""
        style = self.style
        return self.open and (not style.positions or (style.enum_lists and style.union_enums))

    @property
    def literals(self) -> tuple[str, ...]:
        """Return the values as Python has them, where they are listed and not tabulated."""
        if self.descriptions or not (self.style.enum_lists and self.style.union_enums):
            return ()
        return tuple(json.dumps(value, ensure_ascii=False) for value in self.values)

    @property
    def usage(self) -> tuple[str, ...]:
        """Return the lines of an example."""
        if not self.style.enum_usage:
            return ()
        cls = self.name.cls
        start = f"from {'.'.join((self.style.module, *self.name.package.split('/')))} import {cls}"
        if not self.style.union_enums:
            note = ["", _OPEN_NOTE] if self.open and self.style.enum_lists else []
            return (start, "", f"value = {cls}.{self.members[0]}", *note)
        note = ["", _OPEN_NOTE] if self.told else []
        return (start, *note, f"value: {cls} = {json.dumps(self.values[0], ensure_ascii=False)}")


def values_of(schema: Schema, shape: Enum, name: Name, style: Style) -> Values:
    """Return the values of an enum."""
    extensions: Mapping[str, Any] = schema.notes.extensions
    members = member_names(shape.values, schema, symbol_at_end=style.symbol_at_end)
    is_open = extensions.get(OPENNESS) == "allow"
    said = member_descriptions(shape.values, schema)
    return Values(name, shape.values, tuple(members), tuple(said), is_open, style)
