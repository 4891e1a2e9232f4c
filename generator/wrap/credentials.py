"""The classes of what a caller is known by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.frozen import dataclass
from generator.ir import Notes, TypeId
from generator.names.casing import class_name
from generator.operations import Scheme, Security, Service
from generator.style import Style
from generator.wrap.making import STRING, Making, Slot

_BASIC = ("username", "password")
_CLIENT = ("client_id", "client_secret", "token_url")


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
        notes, parts = Notes(examples=scheme.examples), self._parts(scheme)
        if not parts:
            yield Slot(scheme.name, STRING, required, notes)
        elif alone:
            yield from (Slot(name, STRING, required, said) for name, said in parts)
        else:
            key = class_name(f"Scheme_{scheme.name}")
            said = Notes(description=scheme.description)
            schema = replace(self.making.schema(f"~{key}", {}, said), key=key)
            made = self.making.object(schema, [Slot(name, STRING, True, n) for name, n in parts])
            yield Slot(scheme.name, made, required, notes)

    def _parts(self, scheme: Scheme) -> Sequence[tuple[str, Notes]]:
        """Return the fields of a scheme that has several."""
        if scheme.kind == "http basic":
            return [(name, Notes()) for name in _BASIC]
        if scheme.kind != "oauth2 client" or not self.style.client_credentials:
            return ()
        usual = [(name, Notes()) for name in _CLIENT]
        further = [(n, Notes(examples=() if e is None else (e,))) for n, e in scheme.further]
        return usual + further


def credentials(making: Making, service: Service, style: Style) -> Credentials:
    """Return what makes the classes; schemes are common if the description or most ask for them."""
    own = [o.security for o in service.operations if o.security]
    asked = Counter(security for security in own if security.schemes)
    common = service.security or (asked.most_common(1)[0][0] if asked else None)
    anonymous = any(() in security.alternatives for security in own)
    return Credentials(making, style, common, anonymous)
