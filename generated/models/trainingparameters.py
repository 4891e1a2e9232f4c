"""TrainingParameters."""

from __future__ import annotations

from dataclasses import dataclass, field as _field
from typing import Any, TYPE_CHECKING

from . import _runtime as rt
from ._runtime import OptionalNullable, UNSET

if TYPE_CHECKING:
    from .fraction import Fraction

_NAMES_0 = rt.names(
    "training_steps",
    "learning_rate",
    "weight_decay",
    "warmup_fraction",
    "epochs",
    "fim_ratio",
)
_KNOWN_0 = frozenset(_NAMES_0)
_RULES_0 = (("type", ("integer", "null")), ("minimum", 1))
_RULES_1 = (("type", ("number",)), ("minimum", 1e-08), ("maximum", 1))
_RULES_2 = (("type", ("number", "null")), ("minimum", 0), ("maximum", 1))
_RULES_3 = (("type", ("number", "null")), ("minimum", 0.01))


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
            members.update(rt.encode(rt.others(self.additional_properties, _KNOWN_0)))
        return members if order is None else rt.arrange(members, order)


def _decode(value: Any, path: Any, problems: rt.Problems) -> Any:
    if type(value) is not dict:
        problems.explain(value, rt.OBJECT, path)
        return value
    made: Any = rt.new(TrainingParameters)
    names = [*value]
    if names == _NAMES_0:
        (
            training_steps_,
            learning_rate_,
            weight_decay_,
            warmup_fraction_,
            epochs_,
            fim_ratio_,
        ) = value.values()
        made.additional_properties = {}
        made._order = None
    else:
        get = value.get
        training_steps_ = get("training_steps", UNSET)
        learning_rate_ = get("learning_rate", UNSET)
        weight_decay_ = get("weight_decay", UNSET)
        warmup_fraction_ = get("warmup_fraction", UNSET)
        epochs_ = get("epochs", UNSET)
        fim_ratio_ = get("fim_ratio", UNSET)
        made.additional_properties = problems.others(value, _KNOWN_0)
        made._order = tuple(names)
    if training_steps_ is not None and (
        type(training_steps_) is not int or not 1 <= training_steps_
    ):
        if training_steps_ is not UNSET:
            problems.explain(training_steps_, _RULES_0, (path, "training_steps"))
    made.training_steps = training_steps_
    if learning_rate_ is UNSET:
        learning_rate_ = 0.0001
    else:
        if (
            type(learning_rate_) is not float and type(learning_rate_) is not int
        ) or not 1e-08 <= learning_rate_ <= 1.0:
            problems.explain(learning_rate_, _RULES_1, (path, "learning_rate"))
    made.learning_rate = learning_rate_
    if weight_decay_ is not None and (
        (type(weight_decay_) is not float and type(weight_decay_) is not int)
        or not 0.0 <= weight_decay_ <= 1.0
    ):
        if weight_decay_ is not UNSET:
            problems.explain(weight_decay_, _RULES_2, (path, "weight_decay"))
    made.weight_decay = weight_decay_
    if warmup_fraction_ is not None and (
        (type(warmup_fraction_) is not float and type(warmup_fraction_) is not int)
        or not 0.0 <= warmup_fraction_ <= 1.0
    ):
        if warmup_fraction_ is not UNSET:
            problems.explain(warmup_fraction_, _RULES_2, (path, "warmup_fraction"))
    made.warmup_fraction = warmup_fraction_
    if epochs_ is not None and (
        (type(epochs_) is not float and type(epochs_) is not int)
        or not 0.01 <= epochs_ < 9e18
    ):
        if epochs_ is not UNSET:
            problems.explain(epochs_, _RULES_3, (path, "epochs"))
    made.epochs = epochs_
    if fim_ratio_ is not None and (
        (type(fim_ratio_) is not float and type(fim_ratio_) is not int)
        or not 0.0 <= fim_ratio_ <= 1.0
    ):
        if fim_ratio_ is not UNSET:
            problems.explain(fim_ratio_, _RULES_2, (path, "fim_ratio"))
    made.fim_ratio = fim_ratio_
    return made


codec = rt.Codec(_decode, TrainingParameters)
