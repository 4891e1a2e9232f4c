"""What is generated: all that the documents define, or only what operations reach."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.closure import closure
from generator.ir import Api, TypeId
from generator.operations import Service
from generator.shaping.composition import leads_to


def reachable(api: Api, service: Service) -> Api:
    """Return the API with only the types that operations lead to."""
    return _only(api, [*service.shown, *service.called, *service.wrappers])


def defined(api: Api, service: Service) -> Api:
    """Return the API with what the documents define by name or operations use, and no more."""
    return _only(api, [*api.named, *service.types, *service.wrappers])


def _only(api: Api, roots: Iterable[TypeId]) -> Api:
    kept = reached(api, roots)
    return replace(
        api,
        types={type_id: found for type_id, found in api.types.items() if type_id in kept},
        named=tuple(type_id for type_id in api.named if type_id in kept),
    )


def reached(api: Api, roots: Iterable[TypeId]) -> set[TypeId]:
    """Return all types that some are made of, and these themselves."""
    return closure(roots, lambda type_id: leads_to(api.types[type_id].shape))
