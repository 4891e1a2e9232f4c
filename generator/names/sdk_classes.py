"""The classes of an SDK's own parts, whose names the models leave alone."""

from __future__ import annotations

from generator.names.casing import class_name
from generator.names.claims import Claim
from generator.operations import Service
from generator.style import Style


def sdk_classes(service: Service, style: Style) -> frozenset[Claim]:
    """Return a claim on the class of every step of every group: `beta.agents` has two."""
    groups = {group for operation in service.operations for group in operation.groups}
    names = {class_name(step).casefold() for group in groups for step in group.split(".")}
    return frozenset((package, name) for package in style.beside_sdk for name in names)
