"""Descriptions as plain JSON Schema, values made from schemas, and values with one change."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import unquote

import jsonschema

Json = Any
_SCHEMAS = ("allOf", "anyOf", "oneOf", "prefixItems")
_SCHEMA = tuple("not if then else items additionalProperties propertyNames contains".split())
_MAPS = ("properties", "patternProperties", "dependentSchemas")
_KEPT = frozenset(
    "type enum const multipleOf maximum minimum exclusiveMaximum exclusiveMinimum maxLength "
    "minLength pattern maxItems minItems uniqueItems maxProperties minProperties required format "
    "dependentRequired example default".split()
)
_FORMATS = ("date", "date-time", "time", "email", "idn-email", "ipv4", "ipv6", "uuid")
_BY_FORMAT = {
    "date": "2024-02-29",
    "date-time": "2024-02-29T12:30:00.50+01:00",
    "time": "12:30:00Z",
    "email": "a@example.org",
    "idn-email": "a@example.org",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uuid": "123E4567-e89b-42d3-a456-426614174000",
    "uri": "https://example.org/a",
    "byte": "aGk=",
    "decimal": "1.50",
}
CHECKER = jsonschema.FormatChecker(_FORMATS)


def pointed(contents: Json, pointer: str) -> Json:
    """Return what a JSON Pointer of a URI fragment leads to."""
    for token in unquote(pointer).split("/")[1:]:
        name = token.replace("~1", "/").replace("~0", "~")
        contents = contents[int(name) if isinstance(contents, list) else name]
    return contents


@dataclass
class Description:
    """The schemas of an OpenAPI description in JSON Schema 2020-12, each under its pointer.

    What differs from the letter of JSON Schema is what the README says of descriptions: `nullable`
    lets null pass whatever stands beside it, and `properties` speak of an object.
    """

    contents: Json
    definitions: dict[str, Json] = field(default_factory=dict)

    @cached_property
    def old(self) -> bool:
        """Whether it is of OpenAPI 3.0, where nothing counts beside a `$ref`."""
        return str(self.contents["openapi"]).startswith("3.0")

    def define(self, pointer: str) -> Json:
        """Translate the schema at a pointer, and those it refers to; return a reference to it."""
        waiting = [pointer]
        while waiting:
            here = waiting.pop()
            if here not in self.definitions:
                self.definitions[here] = self._translate(pointed(self.contents, here), waiting)
        return _reference(pointer)

    def validator(self, pointer: str) -> Any:
        """Return the judge of values of the schema at a pointer."""
        schema = {**self.define(pointer), "$defs": self.definitions}
        return jsonschema.Draft202012Validator(schema, format_checker=CHECKER)

    def _translate(self, schema: Json, waiting: list[str]) -> Json:
        if not isinstance(schema, dict):
            return schema
        if "$ref" in schema and self.old:
            schema = {"$ref": schema["$ref"]}
        found = {keyword: schema[keyword] for keyword in _KEPT & schema.keys()}
        if "$ref" in schema:
            pointer = schema["$ref"].removeprefix("#")
            waiting.append(pointer)
            found |= _reference(pointer)
        for keyword in _SCHEMAS:
            if keyword in schema:
                found[keyword] = [self._translate(member, waiting) for member in schema[keyword]]
        for keyword in _SCHEMA:
            if keyword in schema:
                value = schema[keyword]
                value = value[0] if keyword == "items" and isinstance(value, list) else value
                found[keyword] = self._translate(value, waiting)
        for keyword in _MAPS:
            if keyword in schema:
                members = schema[keyword].items()
                found[keyword] = {name: self._translate(m, waiting) for name, m in members}
        return self._settled(schema, found)

    def _settled(self, schema: Json, found: dict[str, Json]) -> Json:
        if "properties" in found and "type" not in found:
            found["type"] = "object"
        for exclusive, bound in (("exclusiveMaximum", "maximum"), ("exclusiveMinimum", "minimum")):
            if isinstance(found.get(exclusive), bool):
                flag = found.pop(exclusive)
                if flag and bound in found:
                    found[exclusive] = found[bound]
        if self.old and schema.get("nullable") is True:
            return {"anyOf": [found, {"type": "null"}]}
        return found


def _reference(pointer: str) -> Json:
    escaped = pointer.replace("~", "~0").replace("/", "~1").replace("%", "%25")
    return {"$ref": f"#/$defs/{escaped}"}


# --- making values --------------------------------------------------------------------------------


class UnmakeableError(Exception):
    """No value could be made of a schema."""


@dataclass
class Maker:
    """Makes values; `whole` ones have all members, `turn` says which member of a union is taken."""

    definitions: Mapping[str, Json]
    whole: bool = True
    turn: int = 0
    deepest: int = 5

    def make(self, schema: Json, depth: int = 0) -> Json:
        """Return a value that is likely to be valid."""
        if schema is True or not schema:
            return {"free": [1, None]} if depth < 2 else "free"
        if schema is False or depth > 4 * self.deepest:
            raise UnmakeableError
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return schema["enum"][self.turn % len(schema["enum"])]
        made = [self.make(member, depth + 1) for member in self._together(schema)]
        own = self._own(schema, depth)
        objects = [value for value in (*made, own) if isinstance(value, dict)]
        if objects:
            return {name: member for value in objects for name, member in value.items()}
        return next((value for value in (*made, own) if value is not None), None)

    def _together(self, schema: Json) -> Iterator[Json]:
        if "$ref" in schema:
            yield pointed({"$defs": self.definitions}, schema["$ref"].removeprefix("#"))
        yield from schema.get("allOf", ())
        for keyword in ("anyOf", "oneOf"):
            if keyword in schema:
                yield schema[keyword][self.turn % len(schema[keyword])]

    def _own(self, schema: Json, depth: int) -> Json:
        types = schema.get("type", ())
        names = [types] if isinstance(types, str) else list(types)
        name = names[self.turn % len(names)] if names else ""
        if name == "object" or "properties" in schema or "additionalProperties" in schema:
            return self._object(schema, depth)
        if name == "array" or (not names and "items" in schema):
            return self._array(schema, depth)
        if name in ("integer", "number"):
            return _number(schema, name)
        if name == "string":
            return _string(schema, self.turn)
        return {"boolean": self.turn % 2 == 0}.get(name)

    def _object(self, schema: Json, depth: int) -> Json:
        required = schema.get("required", ())
        made = {}
        for name, member in schema.get("properties", {}).items():
            wanted = self.whole and depth < self.deepest
            if name in required:
                made[name] = self.make(member, depth + 1)
            elif wanted:
                try:
                    made[name] = self.make(member, depth + 1)
                except UnmakeableError:
                    continue
        others = schema.get("additionalProperties")
        for name in required:
            if name not in made:
                made[name] = self.make(others if others is not False else True, depth + 1)
        if isinstance(others, dict) and self.whole and depth < self.deepest:
            made["more"] = self.make(others, depth + 1)
        return made

    def _array(self, schema: Json, depth: int) -> Json:
        count = max(schema.get("minItems", 0), 1 if self.whole and depth < self.deepest else 0)
        if count > 50:
            raise UnmakeableError
        items = schema.get("items", True)
        return [
            Maker(self.definitions, self.whole, self.turn + i).make(items, depth + 1)
            for i in range(min(count, schema.get("maxItems", count)))
        ]


def _number(schema: Json, name: str) -> Json:
    low, high = schema.get("minimum"), schema.get("maximum")
    step = schema.get("multipleOf")
    candidates = [low, high, step, schema.get("default"), schema.get("example"), 1, 7, 1.5, 0, -1]
    for bound, shift in (("exclusiveMinimum", 1), ("exclusiveMaximum", -1)):
        if bound in schema:
            candidates += [schema[bound] + shift, schema[bound] + shift / 2]
    judge = jsonschema.Draft202012Validator({**schema, "type": name})
    return next((c for c in candidates if c is not None and judge.is_valid(c)), 1)


def _string(schema: Json, turn: int) -> Json:
    made = _BY_FORMAT.get(schema.get("format", ""), f"text {turn}")
    if "pattern" in schema:
        made = _matching(schema["pattern"])
    low, high = schema.get("minLength", 0), schema.get("maxLength")
    judge = jsonschema.Draft202012Validator({**schema, "type": "string"}, format_checker=CHECKER)
    candidates = [made, schema.get("example"), schema.get("default"), made[:high]]
    candidates += [made + "a" * (low - len(made)), made + "0" * (low - len(made))]
    return next((c for c in candidates if c is not None and judge.is_valid(c)), made)


def _matching(pattern: str) -> str:
    """Return a short string that a simple pattern finds."""
    try:
        return "".join(_shortest(re._parser.parse(pattern)))  # type: ignore[attr-defined]
    except (re.error, UnmakeableError):
        return "a"


def _shortest(parsed: Any) -> Iterator[str]:
    for operation, value in parsed:
        name = str(operation)
        if name == "LITERAL":
            yield chr(value)
        elif name == "IN":
            yield _member(value)
        elif name in ("ANY", "NOT_LITERAL"):
            yield "b" if value == ord("a") else "a"
        elif name in ("MAX_REPEAT", "MIN_REPEAT"):
            low, high, inner = value
            yield "".join(_shortest(inner)) * min(max(low, 1), high, 300)
        elif name == "SUBPATTERN":
            yield from _shortest(value[-1])
        elif name == "BRANCH":
            yield from _shortest(value[1][0])
        elif name not in ("AT", "ASSERT", "ASSERT_NOT"):
            raise UnmakeableError


def _member(options: Any) -> str:
    negated = str(options[0][0]) == "NEGATE"
    accepted = re.compile("^[ -~]$")
    for character in "a1A-_ ~/.:,":
        if accepted.match(character) and _is_among(character, options) != negated:
            return character
    first = str(options[0][0]), options[0][1]
    return chr(first[1][0] if first[0] == "RANGE" else first[1]) if not negated else "\u00e9"


def _is_among(character: str, options: Any) -> bool:
    code = ord(character)
    for operation, value in options:
        name = str(operation)
        if name == "LITERAL" and value == code:
            return True
        if name == "RANGE" and value[0] <= code <= value[1]:
            return True
        category = str(value).removeprefix("CATEGORY_").lower() if name == "CATEGORY" else ""
        kinds = {"digit": r"\d", "word": r"\w", "space": r"\s"}
        plain = category.removeprefix("not_")
        if plain and bool(re.match(kinds[plain], character)) != category.startswith("not_"):
            return True
    return False


# --- one change -----------------------------------------------------------------------------------

Path = tuple[str | int, ...]


def places(value: Json, path: Path = ()) -> Iterator[Path]:
    """Yield the path of a value and of everything inside of it."""
    yield path
    items = value.items() if isinstance(value, dict) else ()
    items = enumerate(value) if isinstance(value, list) else items
    for key, member in items:
        yield from places(member, (*path, key))


def at(value: Json, path: Path) -> Json:
    """Return what is at a path."""
    for step in path:
        value = value[step]
    return value


def _with(value: Json, path: Path, new: Json) -> Json:
    if not path:
        return new
    changed = copy.deepcopy(value)
    at(changed, path[:-1])[path[-1]] = new
    return changed


def _without(value: Json, path: Path) -> Json:
    changed = copy.deepcopy(value)
    del at(changed, path[:-1])[path[-1]]
    return changed


def changes(value: Json, path: Path) -> Iterator[Json]:
    """Yield the value with one change at a path."""
    here = at(value, path)
    if path and isinstance(at(value, path[:-1]), dict):
        yield _without(value, path)
    for new in (None, True, "", "x", 0, 3, -5, 1.5, 10**25, [], {}, ["x"], {"x": 1}):
        if type(new) is not type(here) or new != here:
            yield _with(value, path, new)
    if isinstance(here, str):
        yield _with(value, path, here + "y" * 300)
        yield _with(value, path, here[:-1])
        yield _with(value, path, here.swapcase())
    if isinstance(here, list) and here:
        yield _with(value, path, [*here, here[0]])
        yield _with(value, path, here * 30)
    if isinstance(here, dict):
        yield _with(value, path, {**here, "zz_unknown": 1})
    if isinstance(here, int | float) and not isinstance(here, bool):
        yield _with(value, path, float(here))
        yield _with(value, path, here + 1)
