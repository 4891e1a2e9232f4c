"""The current status of the fine-tuning job."""

from __future__ import annotations

from enum import Enum
from typing import Any

from . import _runtime as rt

_VALUES_0: Any = (
    "QUEUED",
    "STARTED",
    "VALIDATING",
    "VALIDATED",
    "RUNNING",
    "FAILED_VALIDATION",
    "FAILED",
    "SUCCESS",
    "CANCELLED",
    "CANCELLATION_REQUESTED",
)
_RULES_0 = (("type", ("string",)), ("enum", _VALUES_0))


class Status(str, Enum):
    """The current status of the fine-tuning job."""

    QUEUED = "QUEUED"
    STARTED = "STARTED"
    VALIDATING = "VALIDATING"
    VALIDATED = "VALIDATED"
    RUNNING = "RUNNING"
    FAILED_VALIDATION = "FAILED_VALIDATION"
    FAILED = "FAILED"
    SUCCESS = "SUCCESS"
    CANCELLED = "CANCELLED"
    CANCELLATION_REQUESTED = "CANCELLATION_REQUESTED"


_MEMBERS = rt.members(Status)


def _decode(value: Any, path: Any, problems: rt.Problems) -> Any:
    member = _MEMBERS.get(value) if type(value) is str else None
    if member is None:
        problems.explain(value, _RULES_0, path)
        return value
    return member


codec = rt.Codec(_decode, Status)
