"""Which effects a kind of change can have: what its code says of the values that are valid."""

from __future__ import annotations

import re
from typing import Final

from generator.diff.changes.catalogue import KINDS
from generator.diff.changes.change import Effect

_OFFERED = (
    "(any|one)-of-branch|allow-(reserved|empty)|(open-)?enum-value|discriminator-mapping|media-type"
    "|document|operation|webhook|callback|(success-)?status|server(-value)?|security-(flow|alternative)"
    "|nullable|parameter-list"
)
"""What there is more of when something was added; any other word narrows what is valid."""
_TABLE: Final[tuple[tuple[str, tuple[Effect, ...]], ...]] = (
    ("implied-type-replaced", ("narrowed", "widened")),
    ("format-changed", ("narrowed", "widened", "replaced", "unclear")),
    ("(dependent-required|multiple-of|pattern)-changed", ("narrowed", "widened", "replaced")),
    ("schema-replaced", ("narrowed", "widened", "replaced")),
    ("schema-(un)?wrapped", ("replaced",)),
    ("format-added", ("narrowed", "unclear")),
    ("format-removed", ("widened", "unclear")),
    ("property-added", ("noted", "widened")),
    ("property-removed", ("widened", "narrowed")),
    ("required-property-added", ("narrowed", "replaced")),
    ("required-property-removed", ("widened", "replaced")),
    (".*-(deprecated|reactivated)|(sunset|stability|default)-.*|oauth-scope-.*", ("noted",)),
    ("discriminator-(added|removed)|(header|parameter)-added|server-default-changed", ("noted",)),
    ("security-scheme-(added|removed|url-changed)|operation-id-changed|tags-changed", ("noted",)),
    ("(read|write)-only-removed", ("noted",)),
    ("security-changed", ("narrowed", "replaced")),
    ("required-(read|write)-only-removed|any-of-became-one-of", ("narrowed",)),
    ("(required-)?(read|write)-only-added|body-added|one-of-became-any-of", ("widened",)),
    (f"({_OFFERED})-added|security-relaxed", ("widened",)),
    (f"(deprecated-)?({_OFFERED})-removed(-.*)?", ("narrowed",)),
    (".*-(changed|moved)", ("replaced",)),
    (".*max.*-decreased|.*min.*-increased", ("narrowed",)),
    (".*max.*-increased|.*min.*-decreased", ("widened",)),
    (".*-(added|closed|required|narrowed|specialised)", ("narrowed",)),
    (".*-(removed|opened|optional|widened|generalised)(-.*)?", ("widened",)),
)
"""By the whole code; the first row that fits counts."""


def effects(code: str) -> tuple[Effect, ...]:
    """Return the effects that changes of a kind can have, outside of `not`."""
    if KINDS[code].audience != "wire":
        return ("noted",)
    return next(found for pattern, found in _TABLE if re.fullmatch(pattern, code))
