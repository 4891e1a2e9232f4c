"""How each keyword of each dialect is read into the canonical form of `ir.Schema`.

Every function has one shape: `(site, keyword, value) -> canonical keywords`. A site is the schema
that is being read; `site.lower(…)` lowers a subschema, `site.reject(…)` reports a wrong value. The
tables in `dialect` say which function reads which keyword of which dialect.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any, Protocol
from urllib.parse import urlsplit

from generator.codes import PAT001, PAT002, PAT003, SCH012, SCH015, Code
from generator.diagnosis.meant import meant_reference, meant_type, unquoted
from generator.ecma import PatternError, hazard, translate
from generator.facets import EXCLUSIVE
from generator.ir import Contains, TypeId


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
TYPES = frozenset({"null", "boolean", "integer", "number", "string", "array", "object"})


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


def type_(site: Site, keyword: str, value: Any) -> Canonical:
    """One type or several; always a tuple, without repetitions."""
    if isinstance(value, str) and value in TYPES:
        return {keyword: (value,)}
    names = value if isinstance(value, list) else [value]
    wrong = [name for name in names if not isinstance(name, str) or name not in TYPES]
    if wrong or not names:
        hint = meant_type(None if None in wrong else wrong[0]) if wrong else ""
        return site.reject(keyword, f"one or more of {', '.join(sorted(TYPES))}", hint)
    return {keyword: tuple(dict.fromkeys(names))}


def enum(site: Site, keyword: str, value: Any) -> Canonical:
    """The values as a tuple, which may be empty."""
    if not isinstance(value, list):
        hint = f"write `[{value}]`" if isinstance(value, str) else ""
        return site.reject(keyword, "a list of values", hint)
    return {keyword: tuple(value)}


def const(site: Site, keyword: str, value: Any) -> Canonical:
    """Any value at all, null too."""
    return {keyword: value}


def count(site: Site, keyword: str, value: Any) -> Canonical:
    """A length or a number of items; `2.0` is accepted as the JSON integer it is."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        return site.reject(keyword, "an integer from 0 up", unquoted(value))
    return {keyword: value}


def number(site: Site, keyword: str, value: Any) -> Canonical:
    """An integer or a float."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return site.reject(keyword, "a number", unquoted(value))
    return {keyword: value}


def positive(site: Site, keyword: str, value: Any) -> Canonical:
    """A number above 0."""
    found = number(site, keyword, value)
    return found if not found or value > 0 else site.reject(keyword, "a number above 0")


def limit(site: Site, keyword: str, value: Any) -> Canonical:
    """Draft 4: a number, unless `exclusiveMinimum: true` beside it says more of it."""
    found = number(site, keyword, value)
    return {} if site.contents.get(f"exclusive{keyword.capitalize()}") is True else found


def exclusive_flag(site: Site, keyword: str, value: Any) -> Canonical:
    """Draft 4: `exclusiveMinimum: true` sharpens the `minimum` beside it."""
    if not isinstance(value, bool):
        return site.reject(keyword, "true or false")
    bound = site.contents.get(EXCLUSIVE[keyword])
    is_number = isinstance(bound, int | float) and not isinstance(bound, bool)
    return {keyword: bound} if value and is_number else {}


def exclusive_flag_or_number(site: Site, keyword: str, value: Any) -> Canonical:
    """OpenAPI 3.0 has draft 4's flag; a number, which is 3.1's, is told."""
    if isinstance(value, bool):
        return exclusive_flag(site, keyword, value)
    found = number(site, keyword, value)
    if found:
        hint = f"write `{EXCLUSIVE[keyword]}: {value}` and `{keyword}: true`"
        message = f"'{keyword}' is true or false before OpenAPI 3.1: it is read as in 3.1"
        site.tell(SCH012, message, keyword, hint=hint, cause=keyword)
    return found


def exclusive_number_or_flag(site: Site, keyword: str, value: Any) -> Canonical:
    """OpenAPI 3.1 has draft 6's number; a flag, which is 3.0's, is told."""
    if not isinstance(value, bool):
        return number(site, keyword, value)
    found = exclusive_flag(site, keyword, value)
    bound = found.get(keyword)
    hint = (
        "leave it out"
        if bound is None
        else f"write `{keyword}: {bound}` and no '{EXCLUSIVE[keyword]}'"
    )
    message = f"'{keyword}' is a number since OpenAPI 3.1: it is read as in 3.0"
    site.tell(SCH012, message, keyword, hint=hint, cause=keyword)
    return found


def string(site: Site, keyword: str, value: Any) -> Canonical:
    """A string, as it is."""
    return {keyword: value} if isinstance(value, str) else site.reject(keyword, "a string")


def boolean(site: Site, keyword: str, value: Any) -> Canonical:
    """`true` or `false`."""
    if isinstance(value, bool):
        return {keyword: value}
    return site.reject(keyword, "true or false", unquoted(value))


def nullable(site: Site, keyword: str, value: Any) -> Canonical:
    """OpenAPI 3.0: null is valid, too."""
    return {keyword: True} if boolean(site, keyword, value).get(keyword) else {}


def strings(site: Site, keyword: str, value: Any) -> Canonical:
    """A list of names, as a tuple."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        hint = f"write `[{value}]`" if isinstance(value, str) else ""
        if isinstance(value, bool):
            hint = "the object around it lists the names of those that are required"
        return site.reject(keyword, "a list of names", hint)
    return {keyword: tuple(value)}


def string_lists(site: Site, keyword: str, value: Any) -> Canonical:
    """Lists of names by name: `dependentRequired`."""
    if not isinstance(value, dict) or not all(isinstance(v, list) for v in value.values()):
        return site.reject(keyword, "an object whose values are lists of names")
    return {keyword: {name: tuple(names) for name, names in value.items()}}


def contains(site: Site, keyword: str, value: Any) -> Canonical:
    """`contains` of drafts 6 and 7: at least one."""
    return {keyword: Contains(site.lower(keyword))}


def contains_2019(site: Site, keyword: str, value: Any) -> Canonical:
    """With `minContains` and `maxContains`; no item counts as evaluated by it."""
    return {keyword: _bounded(site, keyword, evaluates=False)}


def contains_2020(site: Site, keyword: str, value: Any) -> Canonical:
    """With `minContains` and `maxContains`; the items that match count as evaluated."""
    return {keyword: _bounded(site, keyword, evaluates=True)}


def _bounded(site: Site, keyword: str, *, evaluates: bool) -> Contains:
    minimum = count(site, "minContains", site.contents.get("minContains", 1))
    maximum = site.contents.get("maxContains")
    if maximum is not None:
        maximum = count(site, "maxContains", maximum).get("maxContains")
    return Contains(site.lower(keyword), minimum.get("minContains", 1), maximum, evaluates)


PLAIN: Collection[Keyword] = frozenset(
    {
        annotation,
        pattern,
        type_,
        count,
        number,
        limit,
        positive,
        exclusive_flag,
        exclusive_flag_or_number,
        exclusive_number_or_flag,
        string,
        boolean,
        nullable,
    }
)
"""Those that read the value of their keyword and no schema, and list no values."""
