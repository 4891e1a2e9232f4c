"""The name of the file in which a class, or its document, stands."""

from __future__ import annotations

from generator.names.casing import TABLE_RESERVED

_FILES_OF_OUR_OWN = frozenset({"conftest", "con", "prn", "aux", "nul"})
RESERVED_STEMS = TABLE_RESERVED - {"date", "copy", "dict"} | _FILES_OF_OUR_OWN


def stem(cls: str, reserved: frozenset[str] = RESERVED_STEMS) -> str:
    """Return the class name in lower case; one of `reserved` gets a `_` behind it."""
    name = cls.lower()
    return f"{name}_" if name in reserved else name
