"""ListJobsRequest."""

from __future__ import annotations

from dataclasses import dataclass, field as _field
from typing import Any

from . import _runtime as rt
from ._runtime import UNSET

_NAMES_0 = rt.names(
    "page",
)
_KNOWN_0 = frozenset(_NAMES_0)
_RULES_0 = (("type", ("integer",)), ("minimum", 0))


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
            members.update(rt.encode(rt.others(self.additional_properties, _KNOWN_0)))
        return members if order is None else rt.arrange(members, order)


def _decode(value: Any, path: Any, problems: rt.Problems) -> Any:
    if type(value) is not dict:
        problems.explain(value, rt.OBJECT, path)
        return value
    made: Any = rt.new(ListJobsRequest)
    names = [*value]
    if names == _NAMES_0:
        (page_,) = value.values()
        others = {}
        made._order = None
    else:
        get = value.get
        page_ = get("page", UNSET)
        others = problems.others(value, _KNOWN_0)
        made._order = tuple(names)
    if type(page_) is not int or not 0 <= page_:
        if page_ is UNSET:
            page_ = 0
        else:
            problems.explain(page_, _RULES_0, (path, "page"))
    made.page = page_
    if others:
        problems.unknown(others, path)
    made.additional_properties = others
    return made


codec = rt.Codec(_decode, ListJobsRequest)
