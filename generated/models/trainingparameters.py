"""TrainingParameters."""

from __future__ import annotations

from dataclasses import dataclass, field as _field
from typing import Any, TYPE_CHECKING

from . import _runtime as rt
from ._runtime import OptionalNullable, UNSET

if TYPE_CHECKING:
    from .fraction import Fraction

_decode_fraction = rt.lazy(__name__, ".fraction")
_RULES_0 = (("type", ("integer", "null")), ("minimum", 1))
_RULES_1 = (("type", ("number",)), ("minimum", 1e-08), ("maximum", 1))
_RULES_2 = (("type", ("number", "null")), ("minimum", 0.01))
_KNOWN_0 = {
    "epochs",
    "fim_ratio",
    "learning_rate",
    "training_steps",
    "warmup_fraction",
    "weight_decay",
}


@dataclass(slots=True, kw_only=True)
class TrainingParameters(rt.Model):
    """TrainingParameters."""

    training_steps: OptionalNullable[int] = UNSET
    """How many steps of gradient descent to make.

    Constraints: ≥ 1.
    """
    learning_rate: float = 0.0001
    """The size of a step.

    Constraints: ≥ 1e-08, ≤ 1.
    """
    weight_decay: OptionalNullable[Fraction] = UNSET
    warmup_fraction: OptionalNullable[Fraction] = UNSET
    epochs: OptionalNullable[float] = UNSET
    """How often the training data are gone through.

    Constraints: ≥ 0.01.
    """
    fim_ratio: OptionalNullable[Fraction] = UNSET
    additional_properties: dict[str, Any] = _field(default_factory=dict)
    _order: rt.Order = _field(default=None, init=False, repr=False, compare=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON value of this object."""
        members: dict[str, Any] = {}
        order = self._order
        value: Any
        value = self.training_steps
        if value is not UNSET:
            members["training_steps"] = value
        value = self.learning_rate
        if order is None or "learning_rate" in order or value != 0.0001:
            members["learning_rate"] = value
        value = self.weight_decay
        if value is not UNSET:
            members["weight_decay"] = value
        value = self.warmup_fraction
        if value is not UNSET:
            members["warmup_fraction"] = value
        value = self.epochs
        if value is not UNSET:
            members["epochs"] = value
        value = self.fim_ratio
        if value is not UNSET:
            members["fim_ratio"] = value
        if self.additional_properties:
            members.update(rt.encode(self.additional_properties))
        return rt.arrange(members, self._order)


def _decode(value: Any, path: Any, problems: rt.Problems) -> Any:
    if type(value) is not dict:
        problems.explain(value, rt.OBJECT, path)
        return value
    made = rt.new(TrainingParameters)
    get = value.get
    member = get("training_steps", UNSET)
    if member is not UNSET:
        if (
            (type(member) is not int and member is not None)
            or (type(member) is float or type(member) is int)
            and member < 1
        ):
            problems.explain(member, _RULES_0, (path, "training_steps"))
    made.training_steps = member
    member = get("learning_rate", UNSET)
    if member is UNSET:
        member = 0.0001
    else:
        if (
            (type(member) is not float and type(member) is not int)
            or member < 1e-08
            or member > 1
        ):
            problems.explain(member, _RULES_1, (path, "learning_rate"))
    made.learning_rate = member
    member = get("weight_decay", UNSET)
    if member is not UNSET:
        member = _decode_fraction(member, (path, "weight_decay"), problems)
    made.weight_decay = member
    member = get("warmup_fraction", UNSET)
    if member is not UNSET:
        member = _decode_fraction(member, (path, "warmup_fraction"), problems)
    made.warmup_fraction = member
    member = get("epochs", UNSET)
    if member is not UNSET:
        if (
            (
                type(member) is not float
                and type(member) is not int
                and member is not None
            )
            or (type(member) is float or type(member) is int)
            and member < 0.01
        ):
            problems.explain(member, _RULES_2, (path, "epochs"))
    made.epochs = member
    member = get("fim_ratio", UNSET)
    if member is not UNSET:
        member = _decode_fraction(member, (path, "fim_ratio"), problems)
    made.fim_ratio = member
    others = rt.others(value, _KNOWN_0)
    made.additional_properties = others
    made._order = tuple(value)
    return made


codec = rt.Codec(_decode, TrainingParameters)
