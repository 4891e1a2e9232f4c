"""A share, from 0 to 1.

Constraints: ≥ 0, ≤ 1.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from . import _runtime as rt

_RULES_0 = (("type", ("number", "null")), ("minimum", 0), ("maximum", 1))

Fraction: TypeAlias = float | None
"""A share, from 0 to 1.

Constraints: ≥ 0, ≤ 1.
"""


def _decode(value: Any, path: Any, problems: rt.Problems) -> Any:
    if value is not None and (
        (type(value) is not float and type(value) is not int) or not 0.0 <= value <= 1.0
    ):
        problems.explain(value, _RULES_0, path)
    return value


codec: rt.Codec[Fraction] = rt.Codec(_decode)
