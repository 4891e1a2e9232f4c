"""What people call a place in a description: `Pet.tags[]`, `POST /pets body.name`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field, replace

from generator.diff.words.typed import is_null
from generator.document import DEFINING
from generator.frozen import dataclass
from generator.ir import Schema, TypeId
from generator.operations import METHODS
from generator.source import Place, join, split

_HEADS = frozenset(join("", *tokens) for tokens in DEFINING)
"""Pointers to what holds schemas by name."""
_OFFERS = {"paths": "", "webhooks": "webhook ", "x-webhooks": "webhook "}
"""Where operations stand, and what is said before their names."""
_LOGIC = (
    "not if then else contains contentSchema propertyNames unevaluatedItems unevaluatedProperties"
).split()
_STEPS = {
    "items": "[]",
    "prefixItems": "[]",
    "additionalProperties": "{}",
    "requestBody": " body",
    **{word: f" ({word})" for word in _LOGIC},
}
_NAMED = {
    "properties": ".{}",
    "patternProperties": "{{{}}}",
    "dependentSchemas": ".{}",
    "responses": " response {}",
    "parameters": " parameter {}",
    "headers": " header {}",
    "callbacks": " callback {}",
    "links": " link {}",
    "encoding": " part {}",
}
"""Steps to something that has a name, which follows."""
_UNIONS = frozenset({"oneOf", "anyOf"})
_SINGULAR = {
    "parameters": "parameter",
    "responses": "response",
    "requestBodies": "body",
    "headers": "header",
    "securitySchemes": "security scheme",
    "callbacks": "callback",
    "pathItems": "path item",
}
_OF_ALL = {"info": "version", "security": "security", "servers": "servers"}
"""What concerns a whole description."""
_PARAMETER = re.compile(r"(.*?/parameters/\d+)(/.*)?")
_BRANCH = re.compile(r"/(oneOf|anyOf)/\d+(?=/|$)")
_INDEX = re.compile(r"(/(?:oneOf|anyOf|allOf|parameters|servers|tags))/\d+")
WHOLE = "the whole document"
"""What changes are listed under that are in no schema, operation or component."""


def is_named(schema: Schema) -> bool:
    """Whether a schema is a component, or a definition, of its document."""
    return schema.place.pointer.rpartition("/")[0] in _HEADS


def schema_pointer(pointer: str) -> str | None:
    """Return the pointer of the named schema that a place is in, as a reference."""
    length = _defining(split(pointer))
    return "#" + "/".join(pointer.split("/")[: length + 1]) if length else None


def _defining(tokens: Sequence[str]) -> int:
    """How many tokens lead to the named schema that a place is in; none where it is in none."""
    for head in DEFINING:
        if tuple(tokens[: len(head)]) == head and len(tokens) > len(head):
            return len(head) + 1
    return 0


@dataclass(frozen=True, slots=True)
class Names:
    """What a pointer alone does not tell.

    `parameters` holds what the parameters of a list are called, by the URI of their document and
    their pointer; `schemas` are those of both versions, and `elsewhere` the names of what stands in
    other files, by file and pointer.
    """

    parameters: Mapping[tuple[str, str], str] = field(default_factory=dict)
    schemas: Mapping[TypeId, Schema] = field(default_factory=dict)
    elsewhere: Mapping[str, str] = field(default_factory=dict)

    def of_part(self, place: Place) -> tuple[str, str]:
        """Return the name of what is around a place in another file, and the pointer from it."""
        pointer = place.pointer
        while self.elsewhere:
            name = self.elsewhere.get(f"{place.source.name}#{pointer}")
            if name:
                return name, place.pointer.removeprefix(pointer)
            if not pointer:
                break
            pointer = pointer.rpartition("/")[0]
        return "", place.pointer

    def shortened(self, place: Place) -> str:
        """Return the pointer of a place without the steps into unions of one branch and null."""
        pointer = place.pointer
        for step in reversed([*_BRANCH.finditer(pointer)]):
            holder = self.schemas.get(TypeId(f"{place.source.name}#{pointer[: step.start()]}"))
            branches = holder.keywords.get(step[1], ()) if holder else ()
            if branches and sum(not is_null(self.schemas.get(b)) for b in branches) == 1:
                pointer = pointer[: step.start()] + pointer[step.end() :]
        return pointer


def label(place: Place, names: Names) -> str:
    """Return a name for the schema or element at a place; keywords are left out."""
    place = replace(place, pointer=names.shortened(place))
    found = _PARAMETER.fullmatch(place.pointer)
    name = names.parameters.get((place.source.uri, found[1])) if found else None
    if found and name:
        holder = replace(place, pointer=found[1].rpartition("/parameters/")[0])
        return f"{_label(holder, names)} {name}{_path(split(found[2] or ''))}"
    return _label(place, names)


def _label(place: Place, names: Names) -> str:
    head, inner = _head(place, names)
    if head:
        return head + _path(inner)
    return _path(inner).lstrip(".") or _OF_ALL.get("".join(inner[:1]), "")


def group(place: Place, names: Names) -> str:
    """Return what changes at a place are listed under: a schema, an operation, a component."""
    return _head(place, names)[0] or WHOLE


def _head(place: Place, names: Names) -> tuple[str, Sequence[str]]:
    """What a place is listed under, empty for the whole, and the tokens that lead there from it."""
    name, inner = names.of_part(place)
    tokens = split(inner)
    if name:
        return name, tokens
    length = _defining(tokens)
    if length:
        return tokens[length - 1], tokens[length:]
    if len(tokens) > 1 and tokens[0] in _OFFERS:
        further = tokens[2:3] == ["additionalOperations"]
        rest = tokens[2 + further :]
        method = [token for token in rest[:1] if further or token in METHODS]
        operation = " ".join([*map(str.upper, method), tokens[1]])
        return _OFFERS[tokens[0]] + operation, rest[len(method) :]
    if len(tokens) > 2 and tokens[0] == "components":
        return f"{_SINGULAR.get(tokens[1], tokens[1])} {tokens[2]}", tokens[3:]
    return "", tokens


def _path(tokens: Sequence[str]) -> str:
    words, position = "", 0
    while position < len(tokens):
        token = tokens[position]
        following = tokens[position + 1] if position + 1 < len(tokens) else ""
        step, used = _step(token, following)
        words += step
        position += used
    return words


def _step(token: str, following: str) -> tuple[str, int]:
    """What is said of the next token of a pointer, and how many tokens that was."""
    if token in _STEPS:
        return _STEPS[token], 1
    if token in _NAMED and following:
        return _NAMED[token].format(following), 2
    if token in _UNIONS and following.isdigit():
        return f" {token}[{following}]", 2
    if token == "content" and following:
        return "" if following == "application/json" else f" ({following})", 2
    return "", 1


def stable(pointer: str) -> str:
    """Return a pointer that does not depend on the order of what has none."""
    return _INDEX.sub(r"\1/*", pointer)
