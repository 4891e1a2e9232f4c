"""Where each named type is used: in which type or operation, and where in there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.frozen import dataclass
from generator.ir import Array, Map, Object, Ref, Shape, Tuple, TypeId, Union
from generator.model import Model
from generator.operations import Operation, Service

Step = tuple[str, ...]
_PARAMETER = re.compile(r"\{[^{}/]*\}")


@dataclass(frozen=True, slots=True)
class PlaceOfUse:
    """A place of use: `owner` is a type, or an operation with its method."""

    owner: TypeId
    steps: Step


PlacesOfUse = Mapping[TypeId, frozenset[PlaceOfUse]]


def nameless(path: str) -> str:
    """Return a path, or a pointer to what is below one, without the names of its parameters."""
    return _PARAMETER.sub("{}", path)


def places(model: Model, service: Service) -> PlacesOfUse:
    """Return the places in which each named type of a model is used."""
    found: dict[TypeId, set[PlaceOfUse]] = defaultdict(set)
    for owner in model.names:
        for steps, used in _named(model, owner):
            found[used].add(PlaceOfUse(owner, steps))
    for operation in (*service.operations, *service.calls):
        owner = TypeId(f"{operation.method} {nameless(operation.path)}")
        for part, root in _parts(operation):
            inner = [((), root)] if root in model.names else _named(model, root)
            for steps, used in inner:
                found[used].add(PlaceOfUse(owner, (*part, *steps)))
    return {type_id: frozenset(each) for type_id, each in found.items()}


def _parts(operation: Operation) -> Iterator[tuple[Step, TypeId]]:
    """The types that an operation sends and returns, each with the steps that lead there."""
    for parameter in operation.parameters:
        yield (parameter.place, parameter.name), parameter.type
    for content in operation.body.contents if operation.body else ():
        yield ("body", content.media_type), content.type
    for response in operation.responses:
        for content in response.contents:
            yield (response.status, content.media_type), content.type


def _named(model: Model, owner: TypeId) -> Iterator[tuple[Step, TypeId]]:
    """Yield the named types in a type, each with the way to it through types without a name."""
    queue: list[tuple[Step, TypeId]] = [((), owner)] if owner in model.api.types else []
    seen = {owner}
    while queue:
        steps, type_id = queue.pop()
        for step, used in _inner(model.api.types[type_id].shape):
            further = (*steps, step) if step else steps
            if used in model.names:
                yield further, used
            elif used not in seen and used in model.api.types:
                seen.add(used)
                queue.append((further, used))


def _inner(shape: Shape) -> Iterator[tuple[str, TypeId]]:
    """What a shape is made of, each with the step that leads there."""
    match shape:
        case Object(fields, additional):
            yield from (("." + field.name, field.type) for field in fields)
            if additional is not None:
                yield "additional", additional
        case Ref(target):
            yield "", target  # which is no other place
        case Union(members):
            # They have no order.
            yield from (("member", member) for member in members)
        case Array(items):
            yield "items", items
        case Map(values):
            yield "values", values
        case Tuple(prefix, rest):
            yield from ((str(index), one) for index, one in enumerate(prefix))
            if rest is not None:
                yield "items", rest
