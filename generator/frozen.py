"""`dataclass` for values: frozen for readers and type checkers, and quick to make.

A run makes hundreds of thousands of values, and what refuses a second assignment at run time would
make each take three times as long. Type checking refuses it before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses

    def dataclass(
        cls: type | None = None, /, *, frozen: bool = False, eq: bool = True, **options: bool
    ) -> Any:
        """`dataclasses.dataclass`, for which frozen values are those that can be hashed."""
        return dataclasses.dataclass(cls, eq=eq, unsafe_hash=frozen and eq, **options)
