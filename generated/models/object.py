"""The object type of the fine-tuning job."""

from __future__ import annotations

from enum import Enum
from typing import Any

from . import _runtime as rt

_VALUES_0: Any = ("job",)
_RULES_0 = (("type", ("string",)), ("enum", _VALUES_0))


class Object(str, Enum):
    """The object type of the fine-tuning job."""

    JOB = "job"


_MEMBERS = rt.members(Object)


def _decode(value: Any, path: Any, problems: rt.Problems) -> Any:
    member = _MEMBERS.get(value) if type(value) is str else None
    if member is None:
        problems.explain(value, _RULES_0, path)
        return value
    return member


codec = rt.Codec(_decode, Object)
