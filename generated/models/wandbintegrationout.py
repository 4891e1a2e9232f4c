"""Reports the course of a job to Weights and Biases."""

from __future__ import annotations

from dataclasses import dataclass, field as _field
from typing import Any, Literal

from . import _runtime as rt
from ._runtime import OptionalNullable, UNSET

_RULES_0 = (("type", ("string",)), ("const", "wandb"))
_RULES_1 = (("type", ("string", "null")),)
_KNOWN_0 = {
    "name",
    "project",
    "run_name",
    "type",
}


@dataclass(slots=True, kw_only=True)
class WandbIntegrationOut(rt.Model):
    """Reports the course of a job to Weights and Biases."""

    type: Literal["wandb"]
    project: str
    """The project that the run is listed under."""
    name: OptionalNullable[str] = UNSET
    """How the run is called; the ID of the job where nothing is given."""
    run_name: OptionalNullable[str] = UNSET
    additional_properties: dict[str, Any] = _field(default_factory=dict)
    _order: rt.Order = _field(default=None, init=False, repr=False, compare=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON value of this object."""
        members: dict[str, Any] = {
            "type": self.type,
            "project": self.project,
        }
        value: Any
        value = self.name
        if value is not UNSET:
            members["name"] = value
        value = self.run_name
        if value is not UNSET:
            members["run_name"] = value
        if self.additional_properties:
            members.update(rt.encode(self.additional_properties))
        return rt.arrange(members, self._order)


def _decode(value: Any, path: Any, problems: rt.Problems) -> Any:
    if type(value) is not dict:
        problems.explain(value, rt.OBJECT, path)
        return value
    made = rt.new(WandbIntegrationOut)
    get = value.get
    member = get("type", UNSET)
    if type(member) is not str or member != "wandb":
        problems.explain(member, _RULES_0, (path, "type"))
    made.type = member
    member = get("project", UNSET)
    if type(member) is not str:
        problems.explain(member, rt.STRING, (path, "project"))
    made.project = member
    member = get("name", UNSET)
    if member is not UNSET:
        if type(member) is not str and member is not None:
            problems.explain(member, _RULES_1, (path, "name"))
    made.name = member
    member = get("run_name", UNSET)
    if member is not UNSET:
        if type(member) is not str and member is not None:
            problems.explain(member, _RULES_1, (path, "run_name"))
    made.run_name = member
    others = rt.others(value, _KNOWN_0)
    made.additional_properties = others
    made._order = tuple(value)
    return made


codec = rt.Codec(_decode, WandbIntegrationOut)
