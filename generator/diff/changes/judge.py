"""How bad a change is: one table by effect and direction, and the exceptions to it by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, Literal

from generator.diff.changes.change import Change, Effect
from generator.diff.described.contract import Direction

Level = Literal["breaking", "risky", "compatible", "info"]
LEVELS: Final[tuple[Level, ...]] = ("breaking", "risky", "compatible", "info")
"""The worst first."""
URGENT: Final[tuple[Level, ...]] = ("breaking", "risky")
"""Those at which somebody may have to act."""

TABLE: Final[Mapping[tuple[Effect, Direction | None], Level]] = {
    ("narrowed", "request"): "breaking",
    ("narrowed", "response"): "compatible",
    ("widened", "request"): "compatible",
    ("widened", "response"): "breaking",
    ("replaced", "request"): "breaking",
    ("replaced", "response"): "breaking",
    ("unclear", "request"): "risky",
    ("unclear", "response"): "risky",
    ("noted", "request"): "info",
    ("noted", "response"): "info",
    # A schema that no operation uses, or a security scheme.
    ("narrowed", None): "info",
    ("widened", None): "info",
    ("replaced", None): "info",
    ("unclear", None): "info",
    ("noted", None): "info",
}
"""A client breaks on a request that is refused now, and on a response that was not possible."""

EXCEPTIONS: Final[Mapping[tuple[str, str], Level]] = {
    # People who list properties mean an object, whether they write that down or not.
    ("object-type-added", "narrowed/request"): "risky",
    ("object-type-removed", "widened/response"): "risky",
    ("implied-type-replaced", "narrowed/response"): "risky",
    ("implied-type-replaced", "widened/request"): "risky",
    # An object that is open takes unknown members; a new name for one asks nothing of anybody.
    ("property-added", "noted"): "compatible",
    ("parameter-added", "noted"): "compatible",
    ("header-added", "noted"): "compatible",
    # The server still takes the property, it only does not say what it does with it.
    ("property-removed", "widened/request"): "risky",
    ("required-property-removed", "widened/request"): "risky",
    # The closed schema says that clients were never promised it; readers of it still lose it.
    ("property-removed", "narrowed/response"): "risky",
    # OpenAPI says nothing about parameters and bodies that are not described: a server may
    # refuse them, and what they asked for does not happen.
    ("parameter-removed", "request"): "breaking",
    ("required-parameter-removed", "request"): "breaking",
    ("body-removed", "request"): "breaking",
    ("parameter-removed-before-sunset", "request"): "breaking",
    ("parameter-removed-after-sunset", "request"): "compatible",
    ("parameter-removed-after-sunset", "response"): "compatible",
    ("deprecated-parameter-removed", "request"): "risky",
    ("deprecated-parameter-removed", "response"): "risky",
    # A client that reads an optional header has to do without it already.
    ("header-removed", "response"): "risky",
    # A careful client has a branch for values that it does not know.
    ("enum-value-added", "response"): "risky",
    ("enum-removed", "widened/response"): "risky",
    ("discriminator-mapping-added", "response"): "risky",
    # `x-extensible-enum` says that more values may come.
    ("open-enum-value-added", "response"): "compatible",
    # Clients ask for the media type that they want; they only get what they cannot read if
    # the one that they want is gone.
    ("media-type-added", "response"): "compatible",
    ("media-type-removed", "response"): "breaking",
    # RFC 9110 §15: clients treat a status that they do not know as the first of its class.
    ("success-status-removed", "response"): "breaking",
    ("success-status-added", "response"): "risky",
    ("status-removed", "response"): "compatible",
    ("status-added", "response"): "compatible",
    ("status-removed", "request"): "compatible",
    ("success-status-generalised", "response"): "risky",
    ("status-generalised", "response"): "compatible",
    # The values are as valid as before; who relied on the default gets something else.
    ("default-changed", "request"): "risky",
    ("default-added", "request"): "risky",
    ("default-removed", "request"): "risky",
    # A property that is read-only now may be ignored or refused.
    ("read-only-added", "request"): "risky",
    ("required-read-only-added", "request"): "risky",
    ("read-only-removed", "request"): "compatible",
    ("write-only-removed", "response"): "compatible",
    # Its end was announced, without a date; or with one, which is past.
    ("deprecated-operation-removed", "request"): "risky",
    ("operation-removed-after-sunset", "request"): "compatible",
    ("deprecated-operation-removed", "response"): "risky",
    ("operation-removed-after-sunset", "response"): "compatible",
    ("operation-added", "response"): "compatible",
    ("webhook-added", "response"): "compatible",
    ("callback-added", "response"): "compatible",
    ("webhook-removed", "response"): "breaking",
    ("callback-removed", "response"): "breaking",
    # Nothing happens yet, but a promise is taken back.
    ("sunset-removed", "noted"): "risky",
    ("sunset-moved-forward", "noted"): "risky",
    ("sunset-invalid", "noted"): "risky",
    ("sunset-missing", "noted"): "risky",
    ("sunset-too-soon", "noted"): "risky",
    ("stability-decreased", "noted"): "risky",
    ("stability-invalid", "noted"): "risky",
    ("server-default-changed", "noted"): "risky",
    ("security-scheme-url-changed", "request"): "risky",
    ("discriminator-added", "noted"): "compatible",
    ("discriminator-removed", "noted"): "compatible",
}
"""By code and direction, or effect; each with its reason."""

_PREVIEW = frozenset({"draft", "alpha"})


def judge(change: Change, direction: Direction | None, stabilities: frozenset[str]) -> Level:
    """Return how bad a change is for clients; a preview (`draft`, `alpha`) may change at will."""
    effect = change.effect
    level = TABLE[effect, direction]
    if direction is None:
        return level
    for key in (f"{effect}/{direction}", direction, effect):
        # The exceptions speak of what a schema asks for, not of what it forbids.
        if (change.code, key) in EXCEPTIONS and not change.turned:
            level = EXCEPTIONS[change.code, key]
            break
    if stabilities and stabilities <= _PREVIEW and level in URGENT:
        return "compatible"
    return level


def worst(levels: Iterable[Level]) -> Level:
    """Return the worst of some levels."""
    return min(levels, key=LEVELS.index, default="info")
