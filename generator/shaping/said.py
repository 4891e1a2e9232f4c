"""What a schema says as a text, by which schemas that say the same are known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.ir import NAMED_SCHEMAS, ONE_SCHEMA, REFERENCES, SEVERAL_SCHEMAS, Schema, TypeId

_DEPTH = 3
"""How many levels of schemas are read."""


def said(schemas: Mapping[TypeId, Schema], type_id: TypeId, depth: int = _DEPTH) -> str:
    """Return what a schema says, and the schemas in it wherever they stand: so many levels deep.

    As a text, since to Python the constants 1 and true are one.
    """

    def inside(keyword: str, value: Any) -> Any:
        if keyword in REFERENCES:
            return value
        if keyword in ONE_SCHEMA:
            return said(schemas, value, depth - 1)
        if keyword in SEVERAL_SCHEMAS:
            return [said(schemas, member, depth - 1) for member in value]
        if keyword in NAMED_SCHEMAS:
            return [(name, said(schemas, member, depth - 1)) for name, member in value.items()]
        return value

    keywords = schemas[type_id].keywords
    return repr([(k, inside(k, v)) for k, v in keywords.items()]) if depth else type_id
