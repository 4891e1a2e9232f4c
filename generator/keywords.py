"""How each keyword of each dialect is read into the canonical form of `ir.Schema`.

Every function has one shape: `(site, keyword, value) -> canonical keywords`. A site is the schema
that is being read; `site.lower(…)` lowers a subschema, `site.reject(…)` reports a wrong value. The
tables in `dialect` say which function reads which keyword of which dialect. Those that bound values
are in `assertions`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Protocol
from urllib.parse import urlsplit

from generator.codes import PAT001, PAT002, PAT003, SCH015, Code
from generator.diagnosis.meant import meant_reference
from generator.ecma import PatternError, hazard, translate
from generator.ir import TypeId


class Site(Protocol):
    """The schema that is being read."""

    @property
    def contents(self) -> Mapping[str, Any]:
        """The whole schema as it stands in the document."""

    def lower(self, *tokens: str | int) -> TypeId:
        """Lower the subschema that `tokens` lead to."""

    def follow(self, keyword: str, reference: str, *inside: str) -> TypeId | None:
        """Lower the schema that a reference names; None when there is none (it is reported).

        The reference is the value of `keyword`, in the member that the tokens `inside` lead to.
        """

    def has_component(self, name: str) -> bool:
        """Whether the document has a schema of this name among its components."""

    def reject(self, keyword: str, expected: str, hint: str = "") -> Mapping[str, Any]:
        """Report that the keyword's value is not what it has to be; return no keywords."""

    def tell(
        self, code: Code, message: str, *tokens: str | int, hint: str = "", cause: object = None
    ) -> None:
        """Report something about the value of a keyword, or about the key of a member of it.

        What has one `cause` throughout a document is told once, with all places.
        """


Keyword = Callable[[Site, str, Any], Mapping[str, Any]]
Canonical = Mapping[str, Any]
_FLAGS = frozenset({"additionalProperties", "unevaluatedProperties", "nullable", "required"})
"""Keywords that one level too deep are properties, of a schema that is true or false."""
_SLASHES = re.compile(r"/(\^.*\$)/([a-z]*)", re.DOTALL)
"""A pattern as JavaScript has it, with its flags."""


def annotation(site: Site, keyword: str, value: Any) -> Canonical:
    """Accept a keyword that says nothing about validity by itself."""
    return {}


def identifier(site: Site, keyword: str, value: Any) -> Canonical:
    """`$id`, of which `identifiers` has made sense already."""
    return {} if is_reference(value) else site.reject(keyword, "a URI reference")


def anchor(site: Site, keyword: str, value: Any) -> Canonical:
    """`$anchor` and `$dynamicAnchor`, which `identifiers` has found already."""
    return {} if isinstance(value, str) else site.reject(keyword, "a name")


def schema(site: Site, keyword: str, value: Any) -> Canonical:
    """A keyword whose value is one schema."""
    return {keyword: site.lower(keyword)}


def not_(site: Site, keyword: str, value: Any) -> Canonical:
    """`not`; that of anything at all is `false`, which TypeSpec and others write so."""
    if (value is True or value == {}) and not site.contents.get("nullable"):
        return {"false": True}
    return schema(site, keyword, value)


def schemas(site: Site, keyword: str, value: Any) -> Canonical:
    """A keyword whose value is a list of schemas: `allOf`, `anyOf`, `oneOf`, `prefixItems`."""
    if not isinstance(value, list) or not value:
        hint = "put it into a list" if value and isinstance(value, dict) else ""
        return site.reject(keyword, "a list of schemas, with at least one", hint)
    return {keyword: tuple(site.lower(keyword, index) for index in range(len(value)))}


def schema_map(site: Site, keyword: str, value: Any) -> Canonical:
    """A keyword whose value holds schemas by name."""
    if not isinstance(value, dict):
        hint = "indent what belongs to it" if value is None else ""
        if isinstance(value, list) and all(isinstance(item, dict) for item in value):
            hint = "leave out each '-'"
        return site.reject(keyword, "an object whose values are schemas", hint)
    if keyword == "properties" and not _FLAGS.isdisjoint(value):
        for name in value:
            if name in _FLAGS and isinstance(value[name], bool):
                message = f"'{name}' is a property here, and not the keyword"
                site.tell(SCH015, message, keyword, name, hint="it stands beside 'properties'")
    return {keyword: {name: site.lower(keyword, name) for name in value}}


def pattern(site: Site, keyword: str, value: Any) -> Canonical:
    """A regular expression of ECMA-262 that can be translated; any other is left out."""
    if not isinstance(value, str):
        return site.reject(keyword, "a regular expression, as a string")
    return {keyword: value} if _is_usable(site, value, keyword) else {}


def pattern_map(site: Site, keyword: str, value: Any) -> Canonical:
    """`patternProperties`, without what cannot be used as a pattern."""
    if not isinstance(value, dict):
        return site.reject(keyword, "an object whose values are schemas")
    usable = [name for name in value if _is_usable(site, name, keyword, name)]
    return {keyword: {name: site.lower(keyword, name) for name in usable}}


def _is_usable(site: Site, written: str, *tokens: str) -> bool:
    """Whether the generated code can check a pattern; report what is wrong with it."""
    try:
        translate(written)
        danger = hazard(written)
        if (bare := _SLASHES.fullmatch(written)) is not None:
            hint = f"write '{bare[1]}'" + (": a pattern has no flags" if bare[2] else "")
            message = f"the slashes around '{written}' are characters of the pattern"
            site.tell(PAT003, message, *tokens, hint=hint)
    except PatternError as error:
        where = f" at character {error.position + 1}" if error.position else ""
        message = f"'{written}' cannot be used as a pattern{where}: {error.message}"
        site.tell(PAT001, message, *tokens)
        return False
    if danger:
        hint = "let only one way of reading a text lead through the repetition"
        site.tell(PAT002, f"'{written}' may take for ever: {danger}", *tokens, hint=hint)
    return True


def definitions(site: Site, keyword: str, value: Any) -> Canonical:
    """Schemas that count only where something refers to them."""
    if not isinstance(value, dict):
        return site.reject(keyword, "an object whose values are schemas")
    for name in value:
        site.lower(keyword, name)
    return {}


def items_or_tuple(site: Site, keyword: str, value: Any) -> Canonical:
    """`items` before 2020-12: one schema for all items, or a list of them for the first ones."""
    if isinstance(value, list):
        return {"prefixItems": tuple(site.lower(keyword, index) for index in range(len(value)))}
    return schema(site, keyword, value)


def items_or_list_of_one(site: Site, keyword: str, value: Any) -> Canonical:
    """OpenAPI has no tuples by lists, but descriptions in the wild put the one schema in a list."""
    if isinstance(value, list) and len(value) == 1:
        return {keyword: site.lower(keyword, 0)}
    return items_or_tuple(site, keyword, value)


def additional_items(site: Site, keyword: str, value: Any) -> Canonical:
    """`additionalItems` counts only next to a list of `items`; 2020-12 calls it `items`."""
    if isinstance(site.contents.get("items"), list):
        return {"items": site.lower(keyword)}
    return {}


def dependencies(site: Site, keyword: str, value: Any) -> Canonical:
    """Split `dependencies` into `dependentRequired` and `dependentSchemas`."""
    if not isinstance(value, dict):
        return site.reject(keyword, "an object of schemas and lists of names")
    required = {name: tuple(v) for name, v in value.items() if isinstance(v, list)}
    subschemas = {n: site.lower(keyword, n) for n, v in value.items() if not isinstance(v, list)}
    found = {"dependentRequired": required, "dependentSchemas": subschemas}
    return {name: mapping for name, mapping in found.items() if mapping}


def is_reference(value: Any) -> bool:
    """Whether a value is a text that can be taken apart as a URI reference."""
    try:
        # A fragment alone always can, and nearly all are that.
        return isinstance(value, str) and (value[:1] == "#" or bool(urlsplit(value)))
    except ValueError:
        return False


def ref(site: Site, keyword: str, value: Any) -> Canonical:
    """`$ref` and `$dynamicRef`; `unresolved` keeps the text of one that leads nowhere."""
    if not is_reference(value):
        return site.reject(keyword, "a URI reference", meant_reference(value))
    target = site.follow(keyword, value)
    if target is None:
        return {"unresolved": value}
    # `$ref` and `$dynamicRef` may stand side by side: both hold.
    return {"$ref": target} if keyword == "$ref" else {"$dynamicRef": target}


def recursive_ref(site: Site, keyword: str, value: Any) -> Canonical:
    """`$recursiveRef` of 2019-09, which has one value only."""
    if value != "#":
        return site.reject(keyword, "'#'")
    return ref(site, keyword, value)
