"""Count.

Constraints: ≥ 0.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from . import _runtime as rt

_RULES_0 = (("type", ("integer", "null")), ("minimum", 0))

Count: TypeAlias = "int | None"
"""Count.

Constraints: ≥ 0.
"""


def _decode(value: Any, path: Any, problems: rt.Problems) -> Any:
    if (
        (type(value) is not int and value is not None)
        or (type(value) is float or type(value) is int)
        and value < 0
    ):
        problems.explain(value, _RULES_0, path)
    return value


codec = rt.Codec(_decode)
