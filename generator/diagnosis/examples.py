"""Examples of parameters, headers and bodies, where they are of another type than the schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.assertions import TYPES
from generator.codes import SCH007
from generator.diagnosis.meant import unquoted
from generator.diagnosis.misfits import shown
from generator.document import Document
from generator.facets import is_of_type
from generator.operations import EXAMPLE_VALUES
from generator.report import Report
from generator.source import Place, join

EXAMPLES = frozenset({"example", "examples"})
_COMPONENT = "#/components/schemas/"
_USUAL = {"object": dict, "array": list, "string": str}


def tell_examples(
    document: Document, value: Mapping[str, Any], pointer: str, report: Report
) -> None:
    """Report examples beside a `schema` that its type does not let in; null is none.

    Of a body that is no JSON, examples are texts.
    """
    types = _types(document, value.get("schema"))
    if not types or ("/content/" in pointer and not pointer.endswith("json")):
        return
    usual = _USUAL.get(types[0])
    for example, tokens in _examples(value):
        if example is None or type(example) is usual or is_of_type(example, {"type": types}):
            continue
        where = Place(document.source, join(pointer, *tokens))
        listed = " or ".join(sorted(types))
        message = f"{shown(example)} is not of the type {listed}: this is no example"
        text = isinstance(example, str) and example.lstrip()[:1] in ("{", "[")
        hint = "write it as it is, and not as a text" if text else unquoted(example)
        if isinstance(example, int | float) and "string" in types:
            hint = "quote it"
        report.add(SCH007, message, where, hint, (SCH007, where.source.uri, message))


def described(document: Document, schema: Any) -> Mapping[str, Any]:
    """Return what a schema says, or the component that it refers to; nothing if it is none."""
    reference = schema.get("$ref") if isinstance(schema, dict) else None
    if isinstance(reference, str) and reference.startswith(_COMPONENT):
        schema = document.components("schemas").get(reference.removeprefix(_COMPONENT))
    return schema if isinstance(schema, dict) else {}


def _types(document: Document, schema: Any) -> tuple[str, ...]:
    """The types that a schema names, or a component that it refers to; none if it is not sure."""
    found = described(document, schema)
    types = found.get("type") if "$ref" not in found else None
    names = types if isinstance(types, list) else [types]
    known = tuple(name for name in names if isinstance(name, str) and name in TYPES)
    return known if len(known) == len(names) else ()


def _examples(value: Mapping[str, Any]) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """Yield each example, and the tokens that lead to it."""
    if "example" in value:
        yield value["example"], ("example",)
    several = value.get("examples")
    for name, one in several.items() if isinstance(several, dict) else ():
        for key in EXAMPLE_VALUES if isinstance(one, dict) else ():
            if key in one:
                yield one[key], ("examples", name, key)
