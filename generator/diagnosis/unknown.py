"""Keywords that a dialect does not have: what may be meant by them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.dialect import DIALECTS, OPENAPI30, OPENAPI31, Dialect
from generator.showing.suggest import closest

_ELSEWHERE: Mapping[str, str] = {
    "id": "$id",
    "$id": "id",
    "$defs": "definitions",
    "$recursiveRef": "$dynamicRef",
    "$recursiveAnchor": "$dynamicAnchor",
    "$dynamicRef": "$recursiveRef",
    "prefixItems": "items",
    "additionalItems": "items",
    "dependentRequired": "dependencies",
    "dependentSchemas": "dependencies",
    "const": "enum",
    "divisibleBy": "multipleOf",
    "extends": "allOf",
    "disallow": "not",
}
"""What other dialects have for a keyword."""


def asks_for_null(value: Any, contents: Mapping[str, Any]) -> bool:
    """Whether a `nullable` that the dialect does not know asks for more than the `type` says."""
    types = contents.get("type")
    return value is True and not (isinstance(types, list | str) and "null" in types)


def meant_keyword(keyword: str, contents: Mapping[str, Any], dialect: Dialect) -> str:
    """Return a hint at what is meant by a keyword that the dialect of a schema does not have."""
    if keyword == "nullable" and "$ref" in contents:
        return "write `anyOf: [{$ref: …}, {type: 'null'}]`"
    if keyword == "nullable":
        return "null is valid where `type` lists it, as in [string, 'null']"
    if contents.get("properties", ()) is None:
        return "indent it if it is a property"
    if keyword == "$defs" and dialect is OPENAPI30:
        return "the schemas of a description stand under `components/schemas`"
    other = _ELSEWHERE.get(keyword)
    if other in dialect.keywords:
        return f"{dialect.name} has '{other}' for it"
    if dialect is OPENAPI30 and keyword in OPENAPI31.keywords:
        return "OpenAPI 3.1 has it"
    having = [one.name for one in DIALECTS if keyword in one.keywords]
    if having and having[0].startswith("openapi"):
        return "it is one of OpenAPI"
    if having:
        return f"it is one of {having[0]}: `$schema` names the dialect"
    near = closest(keyword, dialect.keywords)
    return f"did you mean '{near}'?" if near else ""
