"""Which way the values of each type go, as the code of a client sees it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from generator.ir import TypeId
from generator.model import Model
from generator.operations import Operation, Service
from generator.shaping.reach import reached

Use = Literal["sent", "returned"]
"""What is sent is made by code, with the arguments of the constructor; what is returned is read."""
Used = frozenset[Use]
Uses = Mapping[TypeId, Used]
BOTH: Final[Used] = frozenset({"sent", "returned"})
_OF_REQUESTS = ("request", "globals", "security")
_OF_RESPONSES = ("response", "result")


def uses(model: Model, service: Service) -> Uses:
    """Return how operations use the types of a model; of what none uses, nobody can say."""
    sent, returned = _wrappers(model)
    for operation in service.operations:
        sent += _requested(operation)
        returned += _answered(operation)
    for call in service.calls:  # There, the server asks, and the client answers.
        sent += _answered(call)
        returned += _requested(call)
    sent += [parameter.type for parameter in service.globals]
    ways = {
        way: reached(model.api, [type_id for type_id in roots if type_id in model.api.types])
        for way, roots in (("sent", sent), ("returned", returned))
    }
    return {
        type_id: frozenset(use for use in BOTH if type_id in ways[use])
        for type_id in ways["sent"] | ways["returned"]
    }


def _wrappers(model: Model) -> tuple[list[TypeId], list[TypeId]]:
    """The types that operations add to those of the schemas."""
    added = {t: t.rpartition("~")[2] for t in model.names if t not in model.api.schemas}
    sent = [type_id for type_id, mark in added.items() if mark in _OF_REQUESTS]
    return sent, [type_id for type_id, mark in added.items() if mark in _OF_RESPONSES]


def _requested(operation: Operation) -> list[TypeId]:
    contents = operation.body.contents if operation.body else ()
    found = [parameter.type for parameter in operation.parameters]
    return found + [content.type for content in contents]


def _answered(operation: Operation) -> list[TypeId]:
    return [content.type for response in operation.responses for content in response.contents]
