"""The classes of an SDK's own parts, whose names the models leave alone."""

from __future__ import annotations

import re

from generator.names.casing import class_name
from generator.operations import Service


def sdk_classes(service: Service) -> frozenset[str]:
    """Return the lower-case class name of every step of every group: `beta.agents` has two."""
    groups = {group for operation in service.operations for group in operation.groups}
    return frozenset(class_name(step).lower() for g in groups for step in re.split(r"\.", g))
