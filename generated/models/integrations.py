"""Integrations."""

from __future__ import annotations

from typing import Any, TYPE_CHECKING, Union

from . import _runtime as rt

if TYPE_CHECKING:
    from .wandbintegrationout import WandbIntegrationOut

_decode_wandbintegrationout = rt.lazy(__name__, ".wandbintegrationout")

Integrations = Union["WandbIntegrationOut"]
"""Integrations."""


def _decode(value: Any, path: Any, problems: rt.Problems) -> Any:
    value = _decode_wandbintegrationout(value, path, problems)
    return value


codec: rt.Codec[Integrations] = rt.Codec(_decode)
