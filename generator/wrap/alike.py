"""Errors of several operations that say the same: one class for all, where that is asked for."""

from __future__ import annotations

from dataclasses import replace

from generator.ir import Api, TypeId
from generator.operations import Response, Service
from generator.shaping.composition import mapped


def shared_errors(api: Api, service: Service) -> Service:
    """Return the service, whose operations have the first of the errors that say the same.

    Of one status, that is: each status has a class of its own.
    """
    first: dict[tuple[str, str], TypeId] = {}

    def shared(response: Response) -> Response:
        if not response.error:
            return response
        types = [content.type for content in response.contents]
        found = [first.setdefault((response.status, _said(api, one)), one) for one in types]
        contents = zip(response.contents, found, strict=True)
        return replace(response, contents=tuple(replace(one, type=t) for one, t in contents))

    operations = (
        replace(operation, responses=tuple(map(shared, operation.responses)))
        for operation in service.operations
    )
    return replace(service, operations=tuple(operations))


def _said(api: Api, type_id: TypeId, within: frozenset[TypeId] = frozenset()) -> TypeId:
    """Return all that an inline schema says, with what is inline in it; a component is itself."""
    schema = api.types[type_id].schema
    if schema.key is not None or type_id in within:
        return type_id
    inside = within | {type_id}
    keywords = mapped(schema.keywords, lambda one: _said(api, one, inside))
    return TypeId(repr((keywords, schema.notes)))
