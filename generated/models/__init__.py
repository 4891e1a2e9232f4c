"""The models of this package; each is imported when it is first asked for.

What there is stands in `__init__.pyi`, for editors and type checkers: importing one of thousands of
models does not even read the names of the others.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ._runtime import UNSET, DecodeError, OptionalNullable, Problem, Unset
from ._runtime import exported as _exported

_MODULES: dict[str, str] = {}


def __getattr__(name: str) -> Any:
    if name == "__all__":
        return _exported(__file__)
    module = f"{__name__}.{_MODULES.get(name, name.lower())}"
    try:
        return getattr(import_module(module), name)
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None


def __dir__() -> list[str]:
    return _exported(__file__)
