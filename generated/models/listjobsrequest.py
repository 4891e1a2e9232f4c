"""ListJobsRequest."""

from __future__ import annotations

from dataclasses import dataclass, field as _field
from typing import Any

from . import _runtime as rt
from ._runtime import UNSET

_RULES_0 = (("type", ("integer",)), ("minimum", 0))
_KNOWN_0 = {
    "page",
}


@dataclass(slots=True, kw_only=True)
class ListJobsRequest(rt.Model):
    """ListJobsRequest."""

    page: int = 0
    """Constraints: ≥ 0."""
    additional_properties: dict[str, Any] = _field(default_factory=dict)
    _order: rt.Order = _field(default=None, init=False, repr=False, compare=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON value of this object."""
        members: dict[str, Any] = {}
        order = self._order
        value: Any
        value = self.page
        if order is None or "page" in order or value != 0:
            members["page"] = value
        if self.additional_properties:
            members.update(rt.encode(self.additional_properties))
        return rt.arrange(members, self._order)


def _decode(value: Any, path: Any, problems: rt.Problems) -> Any:
    if type(value) is not dict:
        problems.explain(value, rt.OBJECT, path)
        return value
    made = rt.new(ListJobsRequest)
    get = value.get
    member = get("page", UNSET)
    if member is UNSET:
        member = 0
    else:
        if type(member) is not int or member < 0:
            problems.explain(member, _RULES_0, (path, "page"))
    made.page = member
    others = rt.others(value, _KNOWN_0)
    if others:
        problems.unknown(others, path)
    made.additional_properties = others
    made._order = tuple(value)
    return made


codec = rt.Codec(_decode, ListJobsRequest)
