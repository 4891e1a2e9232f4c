"""The name of the model to fine-tune."""

from __future__ import annotations

from enum import Enum
from typing import Any

from . import _runtime as rt

_VALUES_0: Any = (
    "open-mistral-7b",
    "mistral-small-latest",
    "codestral-latest",
    "mistral-large-latest",
    "open-mistral-nemo",
)
_RULES_0 = (("type", ("string",)), ("enum", _VALUES_0))


class FineTuneableModel(str, Enum):
    """The name of the model to fine-tune."""

    OPEN_MISTRAL_7B = "open-mistral-7b"
    MISTRAL_SMALL_LATEST = "mistral-small-latest"
    CODESTRAL_LATEST = "codestral-latest"
    MISTRAL_LARGE_LATEST = "mistral-large-latest"
    OPEN_MISTRAL_NEMO = "open-mistral-nemo"


_MEMBERS = rt.members(FineTuneableModel)


def _decode(value: Any, path: Any, problems: rt.Problems) -> Any:
    try:
        return _MEMBERS[value]
    except (KeyError, TypeError):
        problems.explain(value, _RULES_0, path)
        return value


codec = rt.Codec(_decode, FineTuneableModel)
