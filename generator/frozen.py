"""`dataclass` for values: frozen for readers and type checkers, and quick to make.

A run makes hundreds of thousands of values, and what refuses a second assignment at run time would
make each take three times as long. Type checking refuses it before. And a program of a hundred
such classes starts sooner where their methods are closures: `dataclasses` compiles a source text
for each of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses
    from collections.abc import Callable, Iterable
    from operator import attrgetter

    def dataclass(
        cls: type | None = None, /, *, frozen: bool = False, eq: bool = True, **options: bool
    ) -> Any:
        """`dataclasses.dataclass`, for which frozen values are those that can be hashed."""
        if cls is None:
            return lambda cls: dataclass(cls, frozen=frozen, eq=eq, **options)
        made = dataclasses.dataclass(cls, eq=False, repr=False, **options)
        made.__repr__ = _repr
        if eq:
            _compare(made, frozen)
        return made

    def _compare(cls: type, frozen: bool) -> None:
        """Let values be equal if all that they hold is, and be hashed if they are frozen."""
        compared = [field for field in dataclasses.fields(cls) if field.compare]
        held = _getter(field.name for field in compared)
        hashed = _getter(field.name for field in compared if field.hash is not False)

        def __eq__(self: Any, other: object) -> bool:
            alike = self.__class__ is other.__class__
            return held(self) == held(other) if alike else NotImplemented

        def __hash__(self: Any) -> int:
            return hash(hashed(self))

        cls.__eq__ = __eq__
        cls.__hash__ = __hash__ if frozen else None

    def _getter(names: Iterable[str]) -> Callable[[Any], Any]:
        several = [*names]
        return attrgetter(*several) if several else lambda _: ()

    def _repr(self: Any) -> str:
        shown = [field.name for field in dataclasses.fields(self) if field.repr]
        members = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{type(self).__qualname__}({members})"
