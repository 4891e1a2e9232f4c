"""How a type is written in a table, and in the code of a union's document."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from generator.ir import (
    RECEIVED,
    Api,
    Array,
    Constant,
    Map,
    Scalar,
    Shape,
    Tuple,
    Type,
    TypeId,
    Union,
)
from generator.model import Name
from generator.names.stem import RESERVED_STEMS, stem
from generator.shaping.aliases import Resolved, chain, has_document, primitive, resolve
from generator.style import Style

_DATETIME = "https://docs.python.org/3/library/datetime.html"
# The documents name them the wrong way round; whoever compares them wants the same bytes.
_DATES: Mapping[str, str] = {
    "date-time": f"[date]({_DATETIME}#date-objects)",
    "date": f"[datetime]({_DATETIME}#datetime-objects)",
    "raw response": "[httpx.Response](https://www.python-httpx.org/api/#response)",
    "raw request": "[httpx.Request](https://www.python-httpx.org/api/#request)",
}
_STREAM_OF = {
    False: "Union[Generator[{0}, None, None], AsyncGenerator[{0}, None]]",
    True: "Union[eventstreaming.EventStream[{0}], eventstreaming.EventStreamAsync[{0}]]",
}


Trail = tuple[TypeId, ...]
"""The types that one stands in."""


class TypeTexts:
    """Writes types for the documents of one model."""

    def __init__(self, api: Api, names: Mapping[TypeId, Name], style: Style) -> None:
        self.api = api
        self.names = names
        self.style = style
        self._reserved = RESERVED_STEMS | style.reserved_fields
        self._resolved: dict[TypeId, Resolved] = {}

    def resolved(self, type_id: TypeId) -> Resolved:
        """Return what a type comes down to, which every table it is in asks for."""
        if type_id not in self._resolved:
            found = self._resolved[type_id] = resolve(self.api, type_id)
            if not found.nullable and any(map(self._may_be_null, chain(self.api, type_id))):
                self._resolved[type_id] = found._replace(nullable=True)
        return self._resolved[type_id]

    def _may_be_null(self, found: Type) -> bool:
        """Whether null is let in by one of the schemas of an `allOf`, or by a stray `nullable`."""
        raw = self.api.schemas.get(found.schema.id, found.schema)
        parts = raw.keywords.get("allOf", ())
        union = found.shape.members if isinstance(found.shape, Union) else ()
        if not (parts or union or raw.notes.nullable) or "$ref" in raw.keywords:
            # What stands beside a reference says nothing, and of several definitions of a property
            # it leads to the last, which counts.
            return False
        known = [self.api.schemas[part] for part in parts if part in self.api.schemas]
        if any(part.keywords.get("nullable") is True for part in known):
            return True
        if not self.style.positions:
            return False
        stray = any(schema.notes.nullable for schema in (raw, *known))
        return stray or any(self.resolved(member).nullable for member in union)

    def cell(self, type_id: TypeId, wrapper: str, package: str, trail: Trail = ()) -> str:
        """Return a type as a table shows it; `wrapper` is `Optional`, `Nullable` … or empty.

        A list of itself is a list of anything: there is no name to call it by.
        """
        found = self.resolved(type_id)
        if found.id in trail:
            return "*Any*"
        trail = (*trail, found.id)
        shape = found.type.shape
        if has_document(found.type) and not found.stream:
            name = self.names[found.id]
            text = _wrapped(self._qualified(name), wrapper)
            return f"[{text}]({self.link(name, package)})"
        match shape:
            case Array(items):
                return f"List[{self.inner(items, package, trail)}]"
            case Map(values):
                return f"Dict[str, {self.inner(values, package, trail)}]"
            case Scalar(_, word) if word in _DATES and not found.stream:
                return _DATES[word]
        return f"*{_wrapped(self.code(type_id), wrapper)}*"

    def inner(self, type_id: TypeId, package: str, trail: Trail = ()) -> str:
        """Return the type of a list's items, or of a map's values, as a table shows it."""
        nullable = self.style.nullable_items and self.resolved(type_id).nullable
        return self.cell(type_id, "Nullable" if nullable else "", package, trail)

    def link(self, name: Name, package: str) -> str:
        """Return the path from a document in `package` to that of a class."""
        up = "../" * len(package.split("/"))
        return f"{up}{name.package}/{self.stem(name)}.md"

    def stem(self, name: Name) -> str:
        """Return the file name of a class, without its ending."""
        return stem(name.cls, self._reserved)

    def _qualified(self, name: Name) -> str:
        return f"{name.package.rpartition('/')[2]}.{name.cls}"

    def code(self, type_id: TypeId, trail: Trail = ()) -> str:
        """Return a type as Python code."""
        found = self.resolved(type_id)
        if found.id in trail:
            return "Any"
        trail = (*trail, found.id)
        if found.stream:
            return _STREAM_OF[self.style.named_event_streams].format(self.code(found.id))
        if has_document(found.type):
            return self._qualified(self.names[found.id])
        shape = found.type.shape
        match shape:
            case Array(items):
                return f"List[{self._inner_code(items, trail)}]"
            case Map(values):
                return f"Dict[str, {self._inner_code(values, trail)}]"
            case Tuple():
                return "List[Any]"
            case Constant(values):
                keywords = found.type.schema.keywords
                # What is listed is no constant, also if the list has one value, and is told again.
                alone = found.plain or ("const" in keywords and "enum" not in keywords)
                if not alone and "number" in keywords.get("type", ()):
                    return "float"
                return self._constant(values[:1] if found.plain else values, alone=alone)
        if RECEIVED in found.type.schema.keywords:
            return "bytes"
        return self._plain(shape)

    def _inner_code(self, type_id: TypeId, trail: Trail) -> str:
        nullable = self.style.nullable_items and self.resolved(type_id).nullable
        return _wrapped(self.code(type_id, trail), "Nullable" if nullable else "")

    def _constant(self, values: tuple[Any, ...], *, alone: bool) -> str:
        present = [value for value in values if value is not None]
        kinds = {type(value).__name__ for value in present}
        plain = "float" if kinds == {"int", "float"} else kinds.pop() if len(kinds) == 1 else "Any"
        if plain not in ("str", "int", "float", "bool"):
            return "Any"
        if alone and len(present) == 1 and self.style.literal_constants:
            value = present[0]
            quoted = json.dumps(value, ensure_ascii=False) if plain == "str" else str(value)
            return f"Literal[{quoted}]"
        return plain

    def _plain(self, shape: Shape) -> str:
        if not isinstance(shape, Scalar):
            return "Any"
        text = primitive(shape)
        return self.binary if text == "bytes" else text

    @property
    def binary(self) -> str:
        """Return how the content of a file is given."""
        io = "io.IOBase" if self.style.io_base else "io.BufferedReader"
        return f"Union[bytes, IO[bytes], {io}]"


def _wrapped(text: str, wrapper: str) -> str:
    return f"{wrapper}[{text}]" if wrapper else text


def wrapper_of(*, required: bool, nullable: bool) -> str:
    """Return what a field's type is wrapped in."""
    if nullable:
        return "Nullable" if required else "OptionalNullable"
    return "" if required else "Optional"
