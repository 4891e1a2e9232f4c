"""Reports the course of a job to Weights and Biases."""

from __future__ import annotations

from dataclasses import dataclass, field as _field
from typing import Any, Literal

from . import _runtime as rt
from ._runtime import OptionalNullable, UNSET

_NAMES_0 = rt.names(
    "type",
    "project",
    "name",
    "run_name",
)
_KNOWN_0 = frozenset(_NAMES_0)
_RULES_0 = (("type", ("string",)), ("const", "wandb"))
_RULES_1 = (("type", ("string", "null")),)


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
        order = self._order
        value: Any
        value = self.name
        if value is not UNSET:
            members["name"] = value
        value = self.run_name
        if value is not UNSET:
            members["run_name"] = value
        if self.additional_properties:
            members.update(rt.encode(rt.others(self.additional_properties, _KNOWN_0)))
        return members if order is None else rt.arrange(members, order)


def _decode(value: Any, path: Any, problems: rt.Problems) -> Any:
    if type(value) is not dict:
        problems.explain(value, rt.OBJECT, path)
        return value
    made: Any = rt.new(WandbIntegrationOut)
    names = [*value]
    if names == _NAMES_0:
        type_, project_, name_, run_name_ = value.values()
        made.additional_properties = {}
        made._order = None
    else:
        get = value.get
        type_ = get("type", UNSET)
        project_ = get("project", UNSET)
        name_ = get("name", UNSET)
        run_name_ = get("run_name", UNSET)
        made.additional_properties = problems.others(value, _KNOWN_0)
        made._order = tuple(names)
    if type_ != "wandb":
        problems.explain(type_, _RULES_0, (path, "type"))
    made.type = type_
    if type(project_) is not str:
        problems.explain(project_, rt.STRING, (path, "project"))
    made.project = project_
    if type(name_) is not str and name_ is not None:
        if name_ is not UNSET:
            problems.explain(name_, _RULES_1, (path, "name"))
    made.name = name_
    if type(run_name_) is not str and run_name_ is not None:
        if run_name_ is not UNSET:
            problems.explain(run_name_, _RULES_1, (path, "run_name"))
    made.run_name = run_name_
    return made


codec = rt.Codec(_decode, WandbIntegrationOut)
