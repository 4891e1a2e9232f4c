"""Random schemas and random values: what has to hold for all of them."""

from __future__ import annotations

import json
import os
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
from hypothesis import HealthCheck, assume, given, note, settings
from hypothesis import strategies as st

from conformance.schemas import schemas, values
from generator.compiled import Models, compile
from generator.report import TypewrightError
from generator.targets.python._runtime import DecodeError

DIALECTS = ("draft7", "2020-12")
JUDGES = {
    "draft7": (jsonschema.Draft7Validator, jsonschema_rs.Draft7Validator),
    "2020-12": (jsonschema.Draft202012Validator, jsonschema_rs.Draft202012Validator),
}
EXAMPLES = int(os.environ.get("TYPEWRIGHT_EXAMPLES", "100"))
randomly = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def compiled(schema: Any, dialect: str) -> Models:
    """Compile a schema; one that refers to itself in a circle is not what is looked for."""
    note(json.dumps(schema))
    try:
        return compile(schema, dialect=dialect)
    except TypewrightError as error:
        assume(all(d.code.name != "REF003" for d in error.report.diagnostics))
        raise


def verdict(schema: Any, dialect: str, value: Any) -> bool:
    """Whether a value is valid; where two judges do not agree, nobody knows."""
    slow, fast = JUDGES[dialect]
    found = slow(schema).is_valid(value)
    assume(fast(schema).is_valid(value) == found)
    return bool(found)


@pytest.mark.parametrize("dialect", DIALECTS)
@given(data=st.data())
@randomly
def test_the_verdict_is_that_of_jsonschema(dialect: str, data: st.DataObject) -> None:
    schema = data.draw(schemas(dialect))
    codec = compiled(schema, dialect)["#"]
    for value in data.draw(st.lists(values, min_size=5, max_size=10)):
        expected = verdict(schema, dialect, value)
        try:
            made = codec.decode(value)
        except DecodeError as error:
            assert not expected, f"{json.dumps(value)} was refused: {error}"
        else:
            assert expected, f"{json.dumps(value)} was accepted"
            assert json.dumps(codec.encode(made)) == json.dumps(value)
