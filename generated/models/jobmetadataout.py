"""JobMetadataOut."""

from __future__ import annotations

from dataclasses import dataclass, field as _field
from typing import Any, TYPE_CHECKING

from . import _runtime as rt
from ._runtime import OptionalNullable, UNSET

if TYPE_CHECKING:
    from .count import Count

_decode_count = rt.lazy(__name__, ".count")
_RULES_0 = (("type", ("number", "null")), ("minimum", 0))
_RULES_1 = (("type", ("string", "null")),)
_RULES_2 = (("type", ("integer", "null")),)
_KNOWN_0 = {
    "cost",
    "cost_currency",
    "data_tokens",
    "estimated_start_time",
    "expected_duration_seconds",
    "train_tokens",
    "train_tokens_per_step",
}


@dataclass(slots=True, kw_only=True)
class JobMetadataOut(rt.Model):
    """JobMetadataOut."""

    expected_duration_seconds: OptionalNullable[Count] = UNSET
    cost: OptionalNullable[float] = UNSET
    """Constraints: ≥ 0."""
    cost_currency: OptionalNullable[str] = UNSET
    """The currency of `cost`, by its ISO 4217 code."""
    train_tokens_per_step: OptionalNullable[Count] = UNSET
    train_tokens: OptionalNullable[Count] = UNSET
    data_tokens: OptionalNullable[Count] = UNSET
    estimated_start_time: OptionalNullable[int] = UNSET
    """The UNIX timestamp (in seconds) at which the job should start."""
    additional_properties: dict[str, Any] = _field(default_factory=dict)
    _order: rt.Order = _field(default=None, init=False, repr=False, compare=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON value of this object."""
        members: dict[str, Any] = {}
        value: Any
        value = self.expected_duration_seconds
        if value is not UNSET:
            members["expected_duration_seconds"] = value
        value = self.cost
        if value is not UNSET:
            members["cost"] = value
        value = self.cost_currency
        if value is not UNSET:
            members["cost_currency"] = value
        value = self.train_tokens_per_step
        if value is not UNSET:
            members["train_tokens_per_step"] = value
        value = self.train_tokens
        if value is not UNSET:
            members["train_tokens"] = value
        value = self.data_tokens
        if value is not UNSET:
            members["data_tokens"] = value
        value = self.estimated_start_time
        if value is not UNSET:
            members["estimated_start_time"] = value
        if self.additional_properties:
            members.update(rt.encode(self.additional_properties))
        return rt.arrange(members, self._order)


def _decode(value: Any, path: Any, problems: rt.Problems) -> Any:
    if type(value) is not dict:
        problems.explain(value, rt.OBJECT, path)
        return value
    made = rt.new(JobMetadataOut)
    get = value.get
    member = get("expected_duration_seconds", UNSET)
    if member is not UNSET:
        member = _decode_count(member, (path, "expected_duration_seconds"), problems)
    made.expected_duration_seconds = member
    member = get("cost", UNSET)
    if member is not UNSET:
        if (
            (
                type(member) is not float
                and type(member) is not int
                and member is not None
            )
            or (type(member) is float or type(member) is int)
            and member < 0
        ):
            problems.explain(member, _RULES_0, (path, "cost"))
    made.cost = member
    member = get("cost_currency", UNSET)
    if member is not UNSET:
        if type(member) is not str and member is not None:
            problems.explain(member, _RULES_1, (path, "cost_currency"))
    made.cost_currency = member
    member = get("train_tokens_per_step", UNSET)
    if member is not UNSET:
        member = _decode_count(member, (path, "train_tokens_per_step"), problems)
    made.train_tokens_per_step = member
    member = get("train_tokens", UNSET)
    if member is not UNSET:
        member = _decode_count(member, (path, "train_tokens"), problems)
    made.train_tokens = member
    member = get("data_tokens", UNSET)
    if member is not UNSET:
        member = _decode_count(member, (path, "data_tokens"), problems)
    made.data_tokens = member
    member = get("estimated_start_time", UNSET)
    if member is not UNSET:
        if type(member) is not int and member is not None:
            problems.explain(member, _RULES_2, (path, "estimated_start_time"))
    made.estimated_start_time = member
    others = rt.others(value, _KNOWN_0)
    made.additional_properties = others
    made._order = tuple(value)
    return made


codec = rt.Codec(_decode, JobMetadataOut)
