"""CancelJobRequest."""

from __future__ import annotations

from dataclasses import dataclass, field as _field
from typing import Any
from uuid import UUID

from . import _runtime as rt
from ._formats import FORMATS as _FORMATS
from ._runtime import UNSET
from ._values import make_uuid, spell

_NAMES_0 = rt.names(
    "job_id",
)
_KNOWN_0 = frozenset(_NAMES_0)
_FORMAT_0 = _FORMATS["uuid"]
_RULES_0 = (("type", ("string",)), ("format", rt.Test("uuid", _FORMAT_0)))


@dataclass(slots=True, kw_only=True)
class CancelJobRequest(rt.Model):
    """CancelJobRequest."""

    job_id: UUID
    """Constraints: format uuid."""
    additional_properties: dict[str, Any] = _field(default_factory=dict)
    _order: rt.Order = _field(default=None, init=False, repr=False, compare=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON value of this object."""
        members: dict[str, Any] = {
            "job_id": spell(self.job_id),
        }
        order = self._order
        if self.additional_properties:
            members.update(rt.encode(rt.others(self.additional_properties, _KNOWN_0)))
        return members if order is None else rt.arrange(members, order)


def _decode(value: Any, path: Any, problems: rt.Problems) -> Any:
    if type(value) is not dict:
        problems.explain(value, rt.OBJECT, path)
        return value
    made: Any = rt.new(CancelJobRequest)
    names = [*value]
    if names == _NAMES_0:
        (job_id_,) = value.values()
        others = {}
        made._order = None
    else:
        get = value.get
        job_id_ = get("job_id", UNSET)
        others = problems.others(value, _KNOWN_0)
        made._order = tuple(names)
    try:
        job_id_ = make_uuid(job_id_)
    except ValueError:
        problems.explain(job_id_, _RULES_0, (path, "job_id"))
    made.job_id = job_id_
    if others:
        problems.unknown(others, path)
    made.additional_properties = others
    return made


codec = rt.Codec(_decode, CancelJobRequest)
