"""What people call a place in a description: `Pet.tags[]`, `POST /pets body.name`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field, replace

from generator.diff.typed import is_null
from generator.frozen import dataclass
from generator.ir import Schema, TypeId
from generator.source import Place, split

_DEFINING = (("components", "schemas"), ("$defs",), ("definitions",))
_OFFERS = {"paths": "", "webhooks": "webhook ", "x-webhooks": "webhook "}
"""Where operations stand, and what is said before their names."""
_METHODS = frozenset("get put post delete options head patch trace query".split())
_LOGIC = "not if then else contains contentSchema unevaluatedItems unevaluatedProperties".split()
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
    "encoding": " encoding {}",
}
"""Steps to something that has a name, which follows."""
_UNIONS = frozenset({"oneOf", "anyOf"})
WHOLE = "the whole document"
"""What changes are listed under that are in no schema, operation or component."""


def is_named(schema: Schema) -> bool:
    """Whether a schema is a component, or a definition, of its document."""
    head = schema.place.pointer.rpartition("/")[0]
    return head in ("/components/schemas", "/$defs", "/definitions")


def schema_pointer(pointer: str) -> str | None:
    """Return the pointer of the named schema that a place is in, as a reference."""
    tokens = split(pointer)
    for head in _DEFINING:
        if tuple(tokens[: len(head)]) == head and len(tokens) > len(head):
            return "#" + "/".join(pointer.split("/")[: len(head) + 2])
    return None


_PARAMETER = re.compile(r"(.*?/parameters/\d+)(/.*)?")
_BRANCH = re.compile(r"/(oneOf|anyOf)/\d+(?=/|$)")


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
        """Return the pointer of a place without the steps to a branch that has only null beside."""
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
    name, inner = names.of_part(place)
    if name:
        return name + _path(split(inner))
    tokens = split(place.pointer)
    for head in _DEFINING:
        if tuple(tokens[: len(head)]) == head and len(tokens) > len(head):
            return tokens[len(head)] + _path(tokens[len(head) + 1 :])
    if tokens and tokens[0] in _OFFERS and len(tokens) > 1:
        return _OFFERS[tokens[0]] + _operation(tokens[1:])
    if len(tokens) > 2 and tokens[0] == "components":
        return f"{_SINGULAR.get(tokens[1], tokens[1])} {tokens[2]}" + _path(tokens[3:])
    return _path(tokens).lstrip(".") or _WHOLE.get("".join(tokens[:1]), "")


_WHOLE = {"info": "version", "security": "security", "servers": "servers"}
"""What concerns a whole description."""


_SINGULAR = {
    "parameters": "parameter",
    "responses": "response",
    "requestBodies": "body",
    "headers": "header",
    "securitySchemes": "security scheme",
}


def _operation(tokens: Sequence[str]) -> str:
    path, *rest = tokens
    name = path
    if rest and rest[0] in _METHODS:
        name = f"{rest[0].upper()} {path}"
        rest = rest[1:]
    return name + _path(rest)


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


_INDEX = re.compile(r"(/(?:oneOf|anyOf|allOf|parameters|servers|tags))/\d+")


def stable(pointer: str) -> str:
    """Return a pointer that does not depend on the order of what has none."""
    return _INDEX.sub(r"\1/*", pointer)


def group(place: Place, names: Names) -> str:
    """Return what changes at a place are listed under: a schema, an operation, a component."""
    name, _ = names.of_part(place)
    if name:
        return name
    tokens = split(place.pointer)
    for head in _DEFINING:
        if tuple(tokens[: len(head)]) == head and len(tokens) > len(head):
            return tokens[len(head)]
    if len(tokens) > 1 and tokens[0] in _OFFERS:
        return _OFFERS[tokens[0]] + _operation(tokens[1:3])
    if len(tokens) > 2 and tokens[0] == "components":
        return f"{_SINGULAR.get(tokens[1], tokens[1])} {tokens[2]}"
    return WHOLE
