"""What every type is called: one function, and one module for each strategy."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from generator.ir import Api, TypeId
from generator.model import Name
from generator.names.claims import Claim
from generator.names.dec2023 import dec2023
from generator.names.feb2025 import feb2025
from generator.names.legacy import legacy
from generator.names.qualified import qualified
from generator.names.sdk_classes import sdk_classes
from generator.names.short import short
from generator.names.standing import Standing, standings
from generator.operations import NO_SERVICE, Service
from generator.style import Strategy, Style

__all__ = ["name"]

Naming = Callable[[Sequence[Standing], Mapping[str, str], frozenset[Claim]], Mapping[TypeId, str]]
STRATEGIES: Final[Mapping[Strategy, Naming]] = {
    "short": short,
    "2023": dec2023,
    "legacy": legacy,
    "2025": feb2025,
    "qualified": qualified,
}


def name(
    api: Api,
    service: Service = NO_SERVICE,
    style: Style | None = None,
    descriptions: Sequence[str] = (),
) -> Mapping[TypeId, Name]:
    """Name every object, enum and union, and every other type that a document names.

    What operations use is named first: whatever else the documents define never renames it. Of
    components of one name, that of the first of the `descriptions` (their URIs) has it.
    """
    style = style or Style()
    packages = style.packages
    found = standings(api, service, style)
    if len(descriptions) > 1:
        found = [_of_description(s, api, descriptions) for s in found]
    closed = sdk_classes(service, style)
    classes = STRATEGIES[style.strategy](found, packages, closed)
    return {s.type: Name(packages[s.part], classes[s.type]) for s in found}


def _of_description(standing: Standing, api: Api, descriptions: Sequence[str]) -> Standing:
    uri = api.types[standing.type].schema.place.source.uri
    return replace(standing, document=descriptions.index(uri) if uri in descriptions else 0)
