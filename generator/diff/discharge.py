"""False alarms: changes after which a version still accepts all that the other did.

`covers` of jsonschema-rs is experimental, so it is asked here and nowhere else, and only about
schemas of a size at which its answer comes at once.
"""

from __future__ import annotations

import json
from typing import Any

from jsonschema_rs import canonical, canonicalize

LARGEST = 100
"""How many schemas a question may hold."""
_LONGEST = 20_000


def covers(wide: dict[str, Any] | None, narrow: dict[str, Any] | None) -> bool:
    """Whether one schema is proven to accept everything that another accepts."""
    if wide is None or narrow is None:
        return False
    if len(json.dumps(wide, default=str)) + len(json.dumps(narrow, default=str)) > _LONGEST:
        return False
    try:
        one, other = (
            canonicalize(schema, draft=20, validate_formats=True) for schema in (wide, narrow)
        )
        return bool(one.covers(other) == canonical.Containment.YES)
    except Exception:
        # An experimental answer that does not come is no answer.
        return False
