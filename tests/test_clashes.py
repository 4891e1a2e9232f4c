"""What holds together and cannot: which schemas are told, and which are let alone."""

from __future__ import annotations

import pytest

from generator.report import Report
from tests.models import lowered

NULLABLE = "{type: string, nullable: true}"
CLOSED = "{type: object, additionalProperties: false, properties: {a: {}}}"
TABLE = [
    # the version, two schemas that an `allOf` has, and what is said of it
    ("3.0.3", "{type: string}", "{type: integer}", "of the type string, and of the type integer"),
    ("3.0.3", NULLABLE, "{type: integer}", "of the type null or string, and of the type integer"),
    ("3.0.3", NULLABLE, "{type: integer, nullable: true}", ""),
    ("3.0.3", "{type: number}", "{type: integer}", ""),
    ("3.0.3", "{enum: [a]}", "{enum: [b, c]}", "what each 'enum' lists, another one does not"),
    ("3.0.3", "{enum: [a], nullable: true}", "{enum: [b], nullable: true}", ""),
    ("3.0.3", "{enum: [a, b]}", "{enum: [b, c]}", ""),
    ("3.0.3", "{enum: [a]}", "{enum: []}", "'enum' lists none"),
    ("3.0.3", "{minimum: 3}", "{maximum: 3, exclusiveMaximum: true}", "'exclusiveMaximum' is 3"),
    ("3.0.3", "{minimum: 3}", "{maximum: 3}", ""),
    ("3.0.3", "{items: [{type: string}], minItems: 1}", "{maxItems: 3}", ""),
    ("3.1.0", "{type: [string, 'null']}", "{type: ['null', array]}", ""),
    ("3.1.0", CLOSED, "{required: [b]}", "'b' is required, and '#/"),
    ("3.1.0", CLOSED, "{required: [a], properties: {b: {}}}", "'b' is never valid: 'additional"),
    ("3.1.0", CLOSED, "{required: [a], properties: {a: {}}}", ""),
    ("3.1.0", CLOSED, "{type: object, required: [a], additionalProperties: true}", ""),
    ("3.1.0", "{additionalProperties: false, patternProperties: {b: {}}}", "{required: [b]}", ""),
]


@pytest.mark.parametrize(("version", "one", "other", "said"), TABLE)
def test_what_holds_together(version: str, one: str, other: str, said: str) -> None:
    report = Report()
    text = f"""openapi: {version}
info: {{title: T, version: '1'}}
paths: {{}}
components: {{schemas: {{A: {{allOf: [{one}, {other}]}}, B: {{$ref: '#/components/schemas/A'}}}}}}
"""
    lowered(text, report)
    assert len(report.diagnostics) == bool(said)
    assert all(said in one.message for one in report.diagnostics)
