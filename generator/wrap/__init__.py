"""The types that operations add to those of the schemas: requests, responses, security, globals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from generator.frozen import dataclass
from generator.ir import Api
from generator.operations import Operation, Service
from generator.style import Style
from generator.wrap.alike import shared_errors
from generator.wrap.credentials import Credentials, credentials
from generator.wrap.descriptions import Descriptions
from generator.wrap.making import NOWHERE, Making
from generator.wrap.open_enums import open_enums
from generator.wrap.received import received
from generator.wrap.requests import Requests
from generator.wrap.responses import Responses, answered

__all__ = ["wrap"]


def wrap(api: Api, service: Service, style: Style) -> tuple[Api, Service]:
    """Add the wrappers of all operations; the service then knows them."""
    if not service.operations:
        return api, service
    types = dict(api.types)
    place = next((found.schema.place for found in types.values()), NOWHERE)
    making = Making(replace(api, types=types), types, place)
    if style.of_2025:
        service = answered(service)
        received(making, service)
    if style.deduplicate_errors:
        service = shared_errors(api, service)
    Descriptions(making, style).of(service)
    if style.open_enums:
        open_enums(making, service)
    wrapping = _Wrapping(
        Requests(making, service, style),
        Responses(making, style),
        credentials(making, service, style),
    )
    return making.api, wrapping.service(service)


@dataclass(frozen=True, slots=True)
class _Wrapping:
    """Gives operations the types that their requests, responses and credentials are."""

    requests: Requests
    responses: Responses
    credentials: Credentials

    def service(self, service: Service) -> Service:
        return replace(
            service,
            operations=tuple(map(self._operation, service.operations, _marks(service))),
            globals_type=self.requests.globals("~globals"),
            security_type=self.credentials.security("~security", self.credentials.common),
        )

    def _operation(self, operation: Operation, mark: str) -> Operation:
        different = self.credentials.different(operation.security)
        return replace(
            operation,
            body=self.requests.sent(operation.body),
            request=self.requests.request(mark, operation),
            response=self.responses.response(mark, operation),
            result=self.responses.result(mark),
            security_type=self.credentials.security(f"{mark}~security", different),
            globals_type=self.requests.globals(
                f"{mark}~globals", {parameter.name for parameter in operation.parameters}
            ),
        )


def _marks(service: Service) -> Iterator[str]:
    """Yield what the types of each operation are known by; two descriptions may have one path."""
    met: Counter[str] = Counter()
    for operation in service.operations:
        mark = f"{operation.method} {operation.path}"
        met[mark] += 1
        yield mark if met[mark] == 1 else f"{mark} {met[mark]}"
