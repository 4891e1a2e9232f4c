"""What a template asks for and does not get: said without the names of our modules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from jinja2 import StrictUndefined
from jinja2.utils import missing

from generator.showing.suggest import did_you_mean

HINT = "\nhelp: "
"""What stands between a message and its hint."""
_KINDS: Mapping[type, str] = {str: "text", list: "list", tuple: "list"}


class Undefined(StrictUndefined):
    """A name that there is not; what is said of it lists the names that there are."""

    @property
    def _undefined_message(self) -> str:
        value, name = self._undefined_obj, str(self._undefined_name)
        if value is missing:
            return f"there is no '{name}'{HINT}{did_you_mean(name, ['view'], 'there is `view`')}"
        kind = _KINDS.get(type(value), type(value).__name__.removesuffix("View").lower())
        names = _names(value)
        near = did_you_mean(name, names)
        listed = f"it has {', '.join(names)}" if names else ""
        return f"this {kind} has no '{name}'{HINT}{' '.join(filter(None, (near, listed)))}"


def _names(value: object) -> list[str]:
    """Return what a view has, its properties included."""
    if not is_dataclass(value):
        return []
    own = vars(type(value)).items()
    properties = [name for name, member in own if isinstance(member, property)]
    return [field.name for field in fields(value)] + properties
