"""What every type is called: one function, and one row for each strategy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from generator.ir import Api, TypeId
from generator.model import Name
from generator.names.candidates import dec2023, short
from generator.names.casing import class_name
from generator.names.claims import Claim, Naming, claiming, component_first
from generator.names.feb2025 import feb2025
from generator.names.qualified import qualified
from generator.names.standing import Standing
from generator.names.standings import standings
from generator.operations import NO_SERVICE, Service
from generator.style import Strategy, Style

__all__ = ["name"]

STRATEGIES: Final[Mapping[Strategy, Naming]] = {
    "short": claiming(short),
    "2023": claiming(dec2023),
    "legacy": claiming(dec2023, component_first),
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
    if style.components_first:
        found = sorted(found, key=lambda standing: standing.path[0])
    if len(descriptions) > 1:
        found = [_of_description(s, api, descriptions) for s in found]
    closed = _sdk_classes(service, style)
    classes = _strategy(style)(found, packages, closed)
    return {s.type: Name(packages[s.part], classes[s.type]) for s in found}


def _strategy(style: Style) -> Naming:
    if style.of_2025 and not style.unions_first:
        return partial(feb2025, unions_first=False)
    return STRATEGIES[style.strategy]


def _sdk_classes(service: Service, style: Style) -> frozenset[Claim]:
    """Return a claim on the class of every step of every group: `beta.agents` has two."""
    groups = {group for operation in service.operations for group in operation.groups}
    names = {class_name(step).casefold() for group in groups for step in group.split(".")}
    return frozenset((package, name) for package in style.beside_sdk for name in names)


def _of_description(standing: Standing, api: Api, descriptions: Sequence[str]) -> Standing:
    uri = api.types[standing.type].schema.place.source.uri
    return replace(standing, document=descriptions.index(uri) if uri in descriptions else 0)
