"""Where every type stands: the walk over operations and components that names are made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.ir import Api, TypeId
from generator.names.bodies import of_response
from generator.names.context import Context, Part
from generator.names.standing import Standing
from generator.names.tails import told_by
from generator.names.walk import Walk
from generator.operations import Content, Operation, Parameter, Response, Service, used
from generator.ordering import operations_of
from generator.style import Style

_PLACES = {
    "query": "QueryParam",
    "path": "PathParam",
    "header": "Header",
    "cookie": "Cookie",
    "querystring": "QueryString",
}


def standings(api: Api, service: Service, style: Style) -> list[Standing]:
    """Return every type to be named: what operations use first, then the rest by name."""
    walk = Walk(api, style, set())
    found = [
        s for operation in operations_of(service, style) for s in _of_operation(walk, operation)
    ]
    for parameter in service.globals:
        found += _of_parameter(walk, parameter, ("Globals",))
    for type_id in service.included:
        found += walk.down(type_id, Context(("Component",)))
    found += _of_wrapper(walk, service.security_type, "Security", "shared")
    found += _of_wrapper(walk, service.globals_type, "Globals", "internal")
    for operation in operations_of(service, style):
        found += _of_hidden(walk, operation)
    for operation in service.calls:
        found += (replace(one, used=False) for one in _of_operation(walk, operation))
        found += _of_hidden(walk, operation)
    for type_id in sorted(api.named, key=lambda t: (api.types[t].schema.key or "", t)):
        found += walk.down(type_id, Context(("Model",), used=not service.operations))
    return found


def _of_operation(walk: Walk, operation: Operation) -> Iterator[Standing]:
    """The types of an operation in the order in which they are named."""
    positions = walk.style.positions
    start = (operation.id, *operation.groups[:1]) if positions else (operation.id,)
    for parameter in operation.parameters:
        yield from _of_parameter(walk, parameter, (*start, "Request"))
    if operation.body:
        labels = (operation.id, "RequestBody")
        frames = (*start, "Request", "RequestBody") if positions else labels
        first = f"{operation.id}_Request"
        context = Context(
            frames, kind="body", part="operations", in_request=True, first=first, labels=labels
        )
        context = _of_key(context, operation.body.key, "RequestBody")
        if main := operation.body.main:
            yield from walk.down(main.type, context)
    for response in operation.responses:
        for content in response.contents:
            if content.type not in walk.seen and (not response.error or content.json):
                context = _of_response(start, response, content, positions)
                if response.error and (told := told_by(walk.api, content.type)):
                    context = replace(context, first=told)
                yield from walk.down(content.type, context)
    yield from _of_wrappers(walk, operation)


def _of_hidden(walk: Walk, operation: Operation) -> Iterator[Standing]:
    """What an operation uses and tables do not show."""
    for type_id in used(operation):
        if type_id not in walk.seen:
            yield from walk.down(type_id, Context((operation.id, "Body"), used=False))


def _of_wrappers(walk: Walk, operation: Operation) -> Iterator[Standing]:
    wrappers = {
        "Request": operation.request,
        "ResponseResult": operation.result,
        "Response": operation.response,
        "Security": operation.security_type,
        "Globals": operation.globals_type,
    }
    for base, type_id in wrappers.items():
        if type_id is not None:
            yield from _of_wrapper(walk, type_id, f"{operation.id}_{base}", "operations")


def _of_wrapper(walk: Walk, type_id: TypeId | None, base: str, part: Part) -> Iterator[Standing]:
    if type_id is not None:
        yield from walk.down(type_id, Context((base,), kind="wrapper", part=part))


def _of_parameter(walk: Walk, parameter: Parameter, start: tuple[str, ...]) -> Iterator[Standing]:
    if parameter.type in walk.seen:
        return
    context = Context(
        (*start, parameter.name),
        _PLACES[parameter.place],
        part="operations",
        in_request=True,
        labels=(start[0], parameter.name),
    )
    yield from walk.down(parameter.type, _of_key(context, parameter.key))


def _of_key(context: Context, key: str, section: str = "") -> Context:
    """A schema written in a component of another kind has that component's name, for good."""
    return replace(context.component(key), section=section) if key else context


def _of_response(
    start: tuple[str, ...], response: Response, content: Content, positions: bool
) -> Context:
    part: Part = "errors" if response.error else "operations"
    status = () if response.status == "200" else (response.status,)
    as_json = any(one.json and one.type == content.type for one in response.contents)
    media_type = () if as_json else (content.media_type,)
    labels = (start[0], "ResponseBody", *status, *media_type)
    frames = (start[0], *status, *media_type, "ResponseBody")
    if positions:
        frames = (*start, "Response", response.status, content.media_type, "ResponseBody")
    first = of_response(start[0], response, content)
    context = Context(frames, kind="body", part=part, first=first, labels=labels)
    return _of_key(context, response.key, "Response")
