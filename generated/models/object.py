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
    try:
        return _MEMBERS[value]
    except (KeyError, TypeError):
        problems.explain(value, _RULES_0, path)
        return value


codec = rt.Codec(_decode, Object)
