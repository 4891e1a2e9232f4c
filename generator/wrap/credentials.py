"""The classes of what a caller is known by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from generator.frozen import dataclass
from generator.ir import Notes, TypeId
from generator.names.casing import class_name
from generator.operations import Scheme, Security, Service
from generator.style import Style
from generator.wrap.making import STRING, Making, Slot

_BASIC = ("username", "password")


@dataclass(frozen=True, slots=True)
class Credentials:
    """Makes the wrappers of security schemes; `common` is what most operations ask for."""

    making: Making
    style: Style
    common: Security | None
    anonymous: bool

    def different(self, own: Security | None) -> Security | None:
        """Return what an operation asks for, unless all alternatives are common ones, too."""
        if own is None or self.common is None:
            return own
        return None if set(own.alternatives) <= set(self.common.alternatives) else own

    def security(self, mark: str, security: Security | None) -> TypeId | None:
        """Make the class of the schemes; none if there are none."""
        if security is None or not security.schemes:
            return None
        needed = len(security.alternatives) == 1 and not self.anonymous
        required = needed and not self.style.optional_security
        alone = len(security.schemes) == 1
        rows = [row for s in security.schemes for row in self._rows(s, required, alone)]
        return self.making.object(self.making.schema(mark, {}), rows)

    def _rows(self, scheme: Scheme, required: bool, alone: bool) -> Iterator[Slot]:
        notes = Notes(examples=scheme.examples)
        if scheme.kind != "http basic":
            yield Slot(scheme.name, STRING, required, notes)
        elif alone:
            yield from (Slot(name, STRING, required) for name in _BASIC)
        else:
            key = class_name(f"Scheme_{scheme.name}")
            schema = replace(self.making.schema(f"~{key}", {}), key=key)
            pair = self.making.object(schema, [Slot(name, STRING) for name in _BASIC])
            yield Slot(scheme.name, pair, required, notes)


def credentials(making: Making, service: Service, style: Style) -> Credentials:
    """Return what makes the classes; schemes are common if the description or most ask for them."""
    own = [o.security for o in service.operations if o.security]
    asked = Counter(security for security in own if security.schemes)
    common = service.security or (asked.most_common(1)[0][0] if asked else None)
    anonymous = any(() in security.alternatives for security in own)
    return Credentials(making, style, common, anonymous)
