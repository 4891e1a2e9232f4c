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
    try:
        return _MEMBERS[value]
    except (KeyError, TypeError):
        problems.explain(value, _RULES_0, path)
        return value


codec = rt.Codec(_decode, Status)
