"""JobMetadataOut."""

from __future__ import annotations

from dataclasses import dataclass, field as _field
from typing import Any, TYPE_CHECKING

from . import _runtime as rt
from ._runtime import OptionalNullable, UNSET

if TYPE_CHECKING:
    from .count import Count

_NAMES_0 = rt.names(
    "expected_duration_seconds",
    "cost",
    "cost_currency",
    "train_tokens_per_step",
    "train_tokens",
    "data_tokens",
    "estimated_start_time",
)
_KNOWN_0 = frozenset(_NAMES_0)
_RULES_0 = (("type", ("integer", "null")), ("minimum", 0))
_RULES_1 = (("type", ("number", "null")), ("minimum", 0))
_RULES_2 = (("type", ("string", "null")),)
_RULES_3 = (("type", ("integer", "null")),)


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
        order = self._order
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
            members.update(rt.encode(rt.others(self.additional_properties, _KNOWN_0)))
        return members if order is None else rt.arrange(members, order)


def _decode(value: Any, path: Any, problems: rt.Problems) -> Any:
    if type(value) is not dict:
        problems.explain(value, rt.OBJECT, path)
        return value
    made: Any = rt.new(JobMetadataOut)
    names = [*value]
    if names == _NAMES_0:
        (
            expected_duration_seconds_,
            cost_,
            cost_currency_,
            train_tokens_per_step_,
            train_tokens_,
            data_tokens_,
            estimated_start_time_,
        ) = value.values()
        made.additional_properties = {}
        made._order = None
    else:
        get = value.get
        expected_duration_seconds_ = get("expected_duration_seconds", UNSET)
        cost_ = get("cost", UNSET)
        cost_currency_ = get("cost_currency", UNSET)
        train_tokens_per_step_ = get("train_tokens_per_step", UNSET)
        train_tokens_ = get("train_tokens", UNSET)
        data_tokens_ = get("data_tokens", UNSET)
        estimated_start_time_ = get("estimated_start_time", UNSET)
        made.additional_properties = problems.others(value, _KNOWN_0)
        made._order = tuple(names)
    if expected_duration_seconds_ is not None and (
        type(expected_duration_seconds_) is not int
        or not 0 <= expected_duration_seconds_
    ):
        if expected_duration_seconds_ is not UNSET:
            problems.explain(
                expected_duration_seconds_,
                _RULES_0,
                (path, "expected_duration_seconds"),
            )
    made.expected_duration_seconds = expected_duration_seconds_
    if cost_ is not None and (
        (type(cost_) is not float and type(cost_) is not int) or not 0.0 <= cost_ < 9e18
    ):
        if cost_ is not UNSET:
            problems.explain(cost_, _RULES_1, (path, "cost"))
    made.cost = cost_
    if type(cost_currency_) is not str and cost_currency_ is not None:
        if cost_currency_ is not UNSET:
            problems.explain(cost_currency_, _RULES_2, (path, "cost_currency"))
    made.cost_currency = cost_currency_
    if train_tokens_per_step_ is not None and (
        type(train_tokens_per_step_) is not int or not 0 <= train_tokens_per_step_
    ):
        if train_tokens_per_step_ is not UNSET:
            problems.explain(
                train_tokens_per_step_, _RULES_0, (path, "train_tokens_per_step")
            )
    made.train_tokens_per_step = train_tokens_per_step_
    if train_tokens_ is not None and (
        type(train_tokens_) is not int or not 0 <= train_tokens_
    ):
        if train_tokens_ is not UNSET:
            problems.explain(train_tokens_, _RULES_0, (path, "train_tokens"))
    made.train_tokens = train_tokens_
    if data_tokens_ is not None and (
        type(data_tokens_) is not int or not 0 <= data_tokens_
    ):
        if data_tokens_ is not UNSET:
            problems.explain(data_tokens_, _RULES_0, (path, "data_tokens"))
    made.data_tokens = data_tokens_
    if type(estimated_start_time_) is not int and estimated_start_time_ is not None:
        if estimated_start_time_ is not UNSET:
            problems.explain(
                estimated_start_time_, _RULES_3, (path, "estimated_start_time")
            )
    made.estimated_start_time = estimated_start_time_
    return made


codec = rt.Codec(_decode, JobMetadataOut)
