"""What an operation returns, where that is more than one body, or an envelope."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from generator.frozen import dataclass
from generator.ir import Array, Declared, Map, Object, Ref, TypeId, Union
from generator.names.casing import member_name, snake
from generator.operations import Content, Operation, Response, Service
from generator.style import Style
from generator.wrap.making import (
    BINARY,
    HEADERS,
    INTEGER,
    RAW_REQUEST,
    RAW_RESPONSE,
    STREAM,
    STRING,
    Making,
    Slot,
    described,
)

HTTP_METADATA: Final = TypeId("http metadata")
_CONTENT_TYPE: Final = "HTTP response content type for this operation"
_STATUS_CODE: Final = "HTTP response status code for this operation"
_RAW: Final = "Raw HTTP response; suitable for custom response parsing"
_RAW_REQUEST: Final = "Raw HTTP request; suitable for debugging"


def answered(service: Service) -> Service:
    """Return the service as with the names of 2025: `default` is no error, unless that is said."""

    def own(response: Response) -> Response:
        answers = response.status == "default" and not response.said
        return replace(response, error=False) if answers else response

    operations = (replace(o, responses=tuple(map(own, o.responses))) for o in service.operations)
    return replace(service, operations=tuple(operations))


@dataclass(frozen=True, slots=True)
class Responses:
    """Makes the wrappers of responses."""

    making: Making
    style: Style

    def response(self, mark: str, operation: Operation) -> TypeId | None:
        """Make the class or union of what an operation returns, if a body alone does not do."""
        bodies = [(r, c) for r in operation.responses if not r.error for c in r.contents]
        bodies.sort(key=lambda body: body[0].status == "default")
        headers = any(response.headers for response in operation.responses)
        if self.style.responses != "flat":
            return self._envelope(mark, bodies, headers)
        members = self._distinct(self._body(mark, content) for _, content in bodies)
        if not headers and not (operation.paginated and members):
            return self._union(f"{mark}~response", members) if len(members) > 1 else None
        rows = [Slot("headers", HEADERS)] * headers
        if members:
            several = len(members) > 1
            result = self._union(f"{mark}~result", members) if several else members[0]
            # As the body of a request, it does not have the description of its type.
            rows.append(Slot("result", result, keywords={"body": True}))
        return self.making.object(self.making.schema(f"{mark}~response", {}), rows)

    def result(self, mark: str) -> TypeId | None:
        """Return the union of the bodies in a response with headers, if there are several."""
        made = TypeId(f"{mark}~result")
        return made if made in self.making.types else None

    def _distinct(self, members: Iterable[TypeId]) -> list[TypeId]:
        """Each named type once; of plain ones every body counts, and so does every file."""
        found: dict[TypeId | int, TypeId] = {}
        for position, member in enumerate(members):
            resolved = self.making.resolved(member)
            named = isinstance(resolved.shape, Declared)
            stream = "event stream" in self.making.types[member].schema.keywords
            plain = position if member == STREAM else member
            found.setdefault(resolved.schema.id if named and not stream else plain, member)
        return list(found.values())

    def _union(self, mark: str, members: Sequence[TypeId]) -> TypeId:
        keywords = {"anyOf": tuple(members), "bodies": True}
        return self.making.make(self.making.schema(mark, keywords), Union(tuple(members)))

    def _body(self, mark: str, content: Content) -> TypeId:
        """The type of a body: a stream of events, a file, or what the schema says."""
        if content.stream:
            keywords = {"event stream": True, "allOf": (content.type,)}
            schema = self.making.schema(f"{mark}~stream {content.type}", keywords)
            return self.making.make(schema, Ref(content.type))
        if self.making.resolved(content.type).shape == BINARY:
            return self.making.stream()
        return content.type

    def _envelope(
        self, mark: str, bodies: Sequence[tuple[Response, Content]], headers: bool
    ) -> TypeId:
        rows = list(self._head())
        names = Counter(self._name(content, response.key) for response, content in bodies)
        for response, content in bodies:
            name = self._name(content, response.key)
            if names[name] > 1:
                status = member_name(response.status).lower()
                name = f"{status}_{snake(content.media_type)}_{name}"
            type_id = self._body(mark, content)
            rows.append(Slot(name, type_id, False, described(response.description)))
        if headers:
            rows.append(Slot("headers", HEADERS))
        return self.making.object(self.making.schema(f"{mark}~response", {}), rows)

    def _head(self) -> Iterator[Slot]:
        behind = {"sorted as": "status_code"}
        raw = Slot("raw_response", RAW_RESPONSE, notes=described(_RAW), keywords=behind)
        if self.style.responses == "envelope":
            yield Slot("content_type", STRING, notes=described(_CONTENT_TYPE))
            yield Slot("status_code", INTEGER, notes=described(_STATUS_CODE))
            yield raw
            return
        if HTTP_METADATA not in self.making.types:
            request = Slot("request", RAW_REQUEST, notes=described(_RAW_REQUEST))
            schema = replace(self.making.schema(HTTP_METADATA, {}), key="HTTPMetadata")
            self.making.object(schema, [replace(raw, name="response"), request])
        yield Slot("http_meta", HTTP_METADATA)

    def _name(self, content: Content, key: str) -> str:
        """The field of a body: called by its component, or by the kind of body that it is."""
        shape = self.making.resolved(content.type).shape
        named = self.making.component_name(content.type)
        if key and isinstance(shape, Declared):
            named = named or snake(key)
        if named:
            return named
        if shape == BINARY:
            return "response_stream"
        if isinstance(shape, Array):
            return "response_bodies"
        return "object" if isinstance(shape, Object | Map) else "res"
