"""The operations of a description, as plain frozen data: what goes in, what comes out.

Schemas are `TypeId`s of `ir.Api`. A `key` is the name of the component (`components/parameters`,
`components/responses` …) that a part was written in, or empty for one written in place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Literal

from generator.frozen import dataclass
from generator.ir import TypeId

_FORM = re.compile(r"multipart/|application/x-www-form-urlencoded\b", re.I)
_JSON = re.compile(r"(application|text)/([\w.-]+\+)?json\b|\*/\*", re.I)
ParameterPlace = Literal["query", "path", "header", "cookie", "querystring"]
EXAMPLE_VALUES = ("value", "dataValue")
"""The fields of an example that hold it as data, the second one since OpenAPI 3.2."""
UNSENT = frozenset({"content-type", "accept", "authorization"})
"""Headers that are no parameters, in lower case: other parts of a description say what they are."""
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
"""The members of a path that are operations."""
STYLES = {"query": "form", "cookie": "form", "path": "simple", "header": "simple"}
"""How a parameter is written, by its place, where it does not say so."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter; `name` is the wire name, `override` the name that the document prefers."""

    name: str
    place: ParameterPlace
    type: TypeId
    required: bool = False
    description: str = ""
    examples: tuple[Any, ...] = ()
    deprecated: bool = False
    key: str = ""
    override: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """One media type of a body; a `stream` consists of events of the type."""

    media_type: str
    type: TypeId
    stream: bool = False

    @property
    def json(self) -> bool:
        """Whether it is sent as JSON."""
        # Nearly all are that.
        return self.media_type == "application/json" or _JSON.match(self.media_type) is not None

    @property
    def raw(self) -> bool:
        """Whether nothing but its bytes is sent: it is neither JSON nor a form."""
        return not self.json and _FORM.match(self.media_type) is None


@dataclass(frozen=True, slots=True)
class Body:
    """A request body; `contents` holds its media types in the document's order."""

    contents: tuple[Content, ...]
    required: bool = False
    description: str = ""
    key: str = ""
    override: str = ""

    @property
    def main(self) -> Content | None:
        """The media type that tables show: JSON if there is it, else the first."""
        return next((c for c in self.contents if c.json), next(iter(self.contents), None))


@dataclass(frozen=True, slots=True)
class Response:
    """What an operation answers with `status` (`200`, `4XX`, `default`)."""

    status: str
    contents: tuple[Content, ...] = ()
    description: str = ""
    headers: bool = False
    error: bool = False
    """Whether it says that the request failed: 4xx, 5xx, and `default` beside a success."""
    key: str = ""
    said: bool = False
    """Whether the description itself says that it is an error (`x-speakeasy-errors`)."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """A security scheme, as far as a table tells of it."""

    name: str
    kind: str
    """Its type, and behind that the scheme of HTTP, or the flow for client credentials."""
    examples: tuple[Any, ...] = ()
    description: str = ""
    further: tuple[tuple[str, Any], ...] = ()
    """What a token is asked for with, beside the usual: names, and examples or None."""


def scheme_name(named: str) -> str:
    """Return the name of a scheme that `security` names, by a reference to it since OpenAPI 3.2."""
    return named.removeprefix("#/components/securitySchemes/")


@dataclass(frozen=True, slots=True)
class Security:
    """Alternatives, each a tuple of schemes that are needed together (none: anonymous)."""

    alternatives: tuple[tuple[Scheme, ...], ...]

    @property
    def schemes(self) -> tuple[Scheme, ...]:
        """All schemes, each once, in order."""
        return tuple(dict.fromkeys(s for group in self.alternatives for s in group))


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one path. `groups` are the SDK's parts that hold it: `("beta.agents",)`."""

    id: str
    method: str
    path: str
    groups: tuple[str, ...]
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    responses: tuple[Response, ...] = ()
    security: Security | None = None
    """Its own, where it does not take the description's."""
    paginated: bool = False
    """Whether it answers with a page, which the SDK turns."""
    request: TypeId | None = None
    response: TypeId | None = None
    result: TypeId | None = None
    security_type: TypeId | None = None
    globals_type: TypeId | None = None
    """The wrappers, once they are made."""


@dataclass(frozen=True, slots=True)
class Service:
    """All operations of a run, what they share, and what is to be generated without being used."""

    operations: tuple[Operation, ...] = ()
    globals: tuple[Parameter, ...] = ()
    hidden: frozenset[str] = frozenset()
    security: Security | None = None
    included: tuple[TypeId, ...] = ()
    security_type: TypeId | None = None
    globals_type: TypeId | None = None
    calls: tuple[Operation, ...] = ()
    """What the server calls, not the client: webhooks and callbacks. They have no wrappers."""

    @property
    def types(self) -> Iterable[TypeId]:
        """Yield the types that operations use directly, in the order in which they stand."""
        for operation in self.operations:
            yield from used(operation)
        yield from (parameter.type for parameter in self.globals)
        yield from self.included
        yield from self.called

    @property
    def called(self) -> Iterable[TypeId]:
        """Yield the types that webhooks and callbacks use directly."""
        for operation in self.calls:
            yield from used(operation)

    @property
    def shown(self) -> Iterable[TypeId]:
        """Yield the types that tables show of those."""
        for operation in self.operations:
            yield from (parameter.type for parameter in operation.parameters)
            if operation.body and operation.body.main:
                yield operation.body.main.type
            for response in operation.responses:
                yield from (c.type for c in response.contents if c.json or not response.error)
        yield from (parameter.type for parameter in self.globals)
        yield from self.included

    @property
    def wrappers(self) -> Iterable[TypeId]:
        """Yield the wrappers, once they are made."""
        for o in self.operations:
            made = (o.request, o.response, o.result, o.security_type, o.globals_type)
            yield from (type_id for type_id in made if type_id)
        yield from (type_id for type_id in (self.security_type, self.globals_type) if type_id)


def used(operation: Operation) -> Iterable[TypeId]:
    """Yield the types that one operation uses directly."""
    yield from (parameter.type for parameter in operation.parameters)
    if operation.body:
        yield from (content.type for content in operation.body.contents)
    for response in operation.responses:
        yield from (content.type for content in response.contents)


NO_SERVICE = Service()
