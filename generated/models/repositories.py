"""Repositories."""

from __future__ import annotations

from typing import Any, TYPE_CHECKING, Union

from . import _runtime as rt

if TYPE_CHECKING:
    from .githubrepositoryout import GithubRepositoryOut

_decode_githubrepositoryout = rt.lazy(__name__, ".githubrepositoryout")

Repositories = Union["GithubRepositoryOut"]
"""Repositories."""


def _decode(value: Any, path: Any, problems: rt.Problems) -> Any:
    value = _decode_githubrepositoryout(value, path, problems)
    return value


codec: rt.Codec[Repositories] = rt.Codec(_decode)
