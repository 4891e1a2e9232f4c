"""How the parts of a form are written: `encoding`, which is about properties of its schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.codes import OAS004
from generator.diagnosis.examples import described
from generator.document import Document
from generator.report import Report
from generator.showing.suggest import did_you_mean

_OPEN = frozenset("$ref allOf oneOf anyOf additionalProperties patternProperties".split())
"""What may have properties that are not listed."""


def tell_encoding(
    document: Document, value: Mapping[str, Any], pointer: str, report: Report
) -> None:
    """Report each `encoding` of a property that the schema of a media type does not have."""
    schema, listed = described(document, value.get("schema")), value["encoding"]
    properties = schema.get("properties")
    if not isinstance(properties, dict) or not isinstance(listed, dict):
        return
    for name in listed if _OPEN.isdisjoint(schema) else ():
        if name not in properties and name[:2] != "x-":
            where = document.place(pointer).below("encoding", name, at="key")
            message = f"the schema has no property '{name}' to encode: this changes nothing"
            hint = did_you_mean(name, properties.keys() - listed.keys())
            report.add(OAS004, message, where, hint, (OAS004, where.source.uri, message))
