"""A page of jobs."""

from __future__ import annotations

from dataclasses import dataclass, field as _field
from typing import Any, TYPE_CHECKING

from . import _runtime as rt
from ._runtime import UNSET

if TYPE_CHECKING:
    from .jobout import JobOut

_decode_jobout = rt.lazy(__name__, ".jobout")
_NAMES_0 = rt.names(
    "data",
    "total",
)
_KNOWN_0 = frozenset(_NAMES_0)
_RULES_0 = (("type", ("integer",)), ("minimum", 0))


@dataclass(slots=True, kw_only=True)
class JobsOut(rt.Model):
    """A page of jobs."""

    data: list[JobOut] | None = None
    """The jobs of this page."""
    total: int
    """How many jobs there are on all pages.

    Constraints: ≥ 0.
    """
    additional_properties: dict[str, Any] = _field(default_factory=dict)
    _order: rt.Order = _field(default=None, init=False, repr=False, compare=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON value of this object."""
        members: dict[str, Any] = {}
        order = self._order
        value: Any
        value = self.data
        if value is not None:
            members["data"] = [item.to_dict() for item in value]
        value = self.total
        members["total"] = value
        if self.additional_properties:
            members.update(rt.encode(rt.others(self.additional_properties, _KNOWN_0)))
        return members if order is None else rt.arrange(members, order)


def _decode(value: Any, path: Any, problems: rt.Problems) -> Any:
    if type(value) is not dict:
        problems.explain(value, rt.OBJECT, path)
        return value
    made: Any = rt.new(JobsOut)
    names = [*value]
    if names == _NAMES_0:
        data_, total_ = value.values()
        made.additional_properties = {}
        made._order = None
    else:
        get = value.get
        data_ = get("data", UNSET)
        total_ = get("total", UNSET)
        made.additional_properties = problems.others(value, _KNOWN_0)
        made._order = tuple(names)
    if data_ is UNSET:
        data_ = None
    else:
        if type(data_) is not list:
            problems.explain(data_, rt.ARRAY, (path, "data"))
        else:
            at = path and (path, "data")
            items, data_ = data_, []
            for item in items:
                item = _decode_jobout(item, at and (at, len(data_)), problems)
                data_.append(item)
    made.data = data_
    if type(total_) is not int or not 0 <= total_:
        problems.explain(total_, _RULES_0, (path, "total"))
    made.total = total_
    return made


codec = rt.Codec(_decode, JobsOut)
