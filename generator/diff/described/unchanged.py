"""What two documents say in the same words: nobody has to compare it.

Most of a large description is the same in both versions. Whatever is written alike and refers only
to what is written alike is left out before anything is understood.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

import orjson

from generator.closure import closure
from generator.document import Document
from generator.frozen import dataclass

_REFERENCE = re.compile(rb'"#/components/([^"/]+)/([^"/]+)"')
_ELSEWHERE = re.compile(rb'"\$(?:id|anchor|dynamicRef|dynamicAnchor|recursiveRef)":')
_OUTSIDE = re.compile(rb'"\$ref":"(?!#/components/[^"/]+/[^"/]+")')
_SHARED = ("servers", "security", "tags", "openapi", "jsonSchemaDialect", "x-stability-level")
_Name = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The named schemas and the pointers of operations that are the same in both versions."""

    schemas: frozenset[str] = frozenset()
    operations: frozenset[str] = frozenset()


NOTHING: Final = Unchanged()
LARGE = 200_000
"""Characters up to which everything is read and compared, its mistakes included."""


def unchanged(old: Document, new: Document) -> Unchanged:
    """Return what need not be compared; nothing, where references go further than components."""
    small = len(old.source.text) < LARGE
    if small or old.kind != "openapi" or new.kind != "openapi" or old.dialect != new.dialect:
        return NOTHING
    try:
        before, after = _components(old.contents), _components(new.contents)
        alike = {name: text for name, text in before.items() if after.get(name) == text}
        same = _closed(alike, _heirs((old.contents, new.contents)))
        schemas = frozenset(name for kind, name in same if kind == "schemas")
        if not _alike(old.contents, new.contents):
            return Unchanged(schemas)
        return Unchanged(schemas, _operations(old.contents, new.contents, same))
    except (TypeError, ValueError, AttributeError):
        # Something is no object where it should be one: then everything is looked at.
        return NOTHING


def _written(value: Any) -> bytes:
    try:
        return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
    except TypeError:
        # Integers of more than 64 bits.
        return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def _components(contents: Mapping[str, Any]) -> dict[_Name, bytes]:
    return {
        (kind, name): _written(value)
        for kind, members in (contents.get("components") or {}).items()
        if isinstance(members, dict)
        for name, value in members.items()
    }


def _references(text: bytes) -> set[_Name] | None:
    """The components that a text refers to; None where it refers to anything else."""
    if _OUTSIDE.search(text) or _ELSEWHERE.search(text):
        return None
    return {
        (kind.decode(), name.decode().replace("~1", "/").replace("~0", "~"))
        for kind, name in _REFERENCE.findall(text)
    }


def _heirs(versions: Iterable[Mapping[str, Any]]) -> dict[_Name, set[_Name]]:
    """The schemas that extend one by `allOf`, in either version."""
    found: dict[_Name, set[_Name]] = {}
    for contents in versions:
        for name, schema in ((contents.get("components") or {}).get("schemas") or {}).items():
            members = schema.get("allOf") if isinstance(schema, dict) else None
            for base in (_references(_written(members)) or ()) if members else ():
                found.setdefault(base, set()).add(("schemas", name))
    return found


def _closed(same: Mapping[_Name, bytes], heirs: Mapping[_Name, set[_Name]]) -> frozenset[_Name]:
    """Those of some components that refer to no others than these.

    One with a discriminator stands for its heirs as well.
    """
    references = {name: _references(text) for name, text in same.items()}
    for name, found in references.items():
        if found is not None and name in heirs and b'"discriminator":' in same[name]:
            found |= closure([name], lambda name: heirs.get(name, ()))
    users: dict[_Name, list[_Name]] = {}
    open_ends = [n for n, found in references.items() if found is None or not found <= same.keys()]
    for name, found in references.items():
        for used in found or ():
            users.setdefault(used, []).append(name)
    return frozenset(same.keys() - closure(open_ends, lambda name: users.get(name, ())))


def _alike(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Whether all that operations inherit is the same."""
    schemes = [(one.get("components") or {}).get("securitySchemes") for one in (old, new)]
    return schemes[0] == schemes[1] and all(old.get(key) == new.get(key) for key in _SHARED)


def _operations(
    old: Mapping[str, Any], new: Mapping[str, Any], same: frozenset[_Name]
) -> frozenset[str]:
    """The keys of operations that say the same in both versions, as does all they refer to."""
    found: list[str] = []
    for path, item in (old.get("paths") or {}).items():
        other = (new.get("paths") or {}).get(path)
        if not isinstance(item, dict) or not isinstance(other, dict):
            continue
        if "$ref" in item or "$ref" in other:
            continue  # what it leads to counts as well, and may have changed
        shared = {
            key
            for key in (*item, *other)
            if key in ("parameters", "servers") or str(key)[:2] == "x-"
        }
        if any(item.get(key) != other.get(key) for key in shared):
            continue
        if shared and not _kept([item[key] for key in shared], same):
            continue
        found += _of_path(path, item, other, same)
    return frozenset(found)


def _of_path(
    path: str, item: Mapping[str, Any], other: Mapping[str, Any], same: frozenset[_Name]
) -> Iterable[str]:
    for method, operation in item.items():
        alike = isinstance(operation, dict) and operation == other.get(method)
        if alike and _kept(operation, same):
            yield f"{method.upper()} {path}"


def _kept(value: Any, same: frozenset[_Name]) -> bool:
    """Whether a value refers to nothing but components that are the same."""
    references = _references(_written(value))
    return references is not None and references <= same
