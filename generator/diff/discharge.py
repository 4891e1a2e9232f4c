"""False alarms: changes after which a version still accepts all that the other did.

`covers` of jsonschema-rs is experimental, so it is asked here and nowhere else, and only about
schemas of a size at which its answer comes at once.
"""

from __future__ import annotations

import json
from typing import Any

_LARGEST = 20_000


def covers(wide: dict[str, Any], narrow: dict[str, Any]) -> bool:
    """Whether one schema is proven to accept everything that another accepts."""
    try:
        from jsonschema_rs import canonical, canonicalize
    except ImportError:
        return False
    if len(json.dumps(wide, default=str)) + len(json.dumps(narrow, default=str)) > _LARGEST:
        return False
    try:
        one, other = (
            canonicalize(schema, draft=20, validate_formats=True) for schema in (wide, narrow)
        )
        return bool(one.covers(other) == canonical.Containment.YES)
    except Exception:
        # An experimental answer that does not come is no answer.
        return False
