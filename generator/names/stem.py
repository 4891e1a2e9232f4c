"""The name of the file in which a class, or its document, stands."""

from __future__ import annotations

import keyword

_NO_FILES_ON_WINDOWS = frozenset({"con", "prn", "aux", "nul"}) | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)
}
_CALLED_BY_PACKAGES = frozenset({"getattr"})
"""A package has its modules as attributes: one of this name would be called for the builtin."""
RESERVED_STEMS = frozenset(keyword.kwlist) | {"self"} | _CALLED_BY_PACKAGES | _NO_FILES_ON_WINDOWS


def stem(cls: str, reserved: frozenset[str] = RESERVED_STEMS) -> str:
    """Return the class name in lower case; one of `reserved` gets a `_` behind it."""
    name = cls.lower()
    return f"{name}_" if name in reserved else name
