"""Count.

Constraints: ≥ 0.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from . import _runtime as rt

_RULES_0 = (("type", ("integer", "null")), ("minimum", 0))

Count: TypeAlias = int | None
"""Count.

Constraints: ≥ 0.
"""


def _decode(value: Any, path: Any, problems: rt.Problems) -> Any:
    if value is not None and (type(value) is not int or not 0 <= value):
        problems.explain(value, _RULES_0, path)
    return value


codec: rt.Codec[Count] = rt.Codec(_decode)
