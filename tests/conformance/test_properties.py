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

from conformance.schemas import objects, schemas, subschemas, values
from generator.compiled import Models, compile
from generator.config import Settings
from generator.dialect import DRAFT202012
from generator.load import from_memory
from generator.report import Report, TypewrightError
from generator.targets.python import python_files
from generator.targets.python._runtime import Codec, DecodeError, Problem
from tests.models import modelled

DIALECTS = ("draft7", "2020-12")
JUDGES = {
    "draft7": (jsonschema.Draft7Validator, jsonschema_rs.Draft7Validator),
    "2020-12": (jsonschema.Draft202012Validator, jsonschema_rs.Draft202012Validator),
}
SAMPLES = st.lists(values, min_size=5, max_size=10)
EXAMPLES = int(os.environ.get("TYPEWRIGHT_EXAMPLES", "60"))
randomly = settings(
    max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def compiled(schema: Any, dialect: str, **options: Any) -> Models:
    """Compile a schema; one that refers to itself in a circle is not what is looked for."""
    note(json.dumps(schema))
    try:
        return compile(schema, dialect=dialect, settings=Settings(**options))
    except TypewrightError as error:
        assume(all(d.code.name != "REF003" for d in error.report.diagnostics))
        raise


def verdict(schema: Any, dialect: str, value: Any) -> bool:
    """Whether a value is valid; where two judges do not agree, nobody knows."""
    slow, fast = JUDGES[dialect]
    found = slow(schema).is_valid(value)
    assume(fast(schema).is_valid(value) == found)
    return bool(found)


def outcome(codec: Codec, value: Any, **options: Any) -> list[Problem]:
    """Return the problems of a value; what has none has to come back as it was."""
    try:
        made = codec.decode(value, **options)
    except DecodeError as error:
        assert options or not codec.is_valid(value)
        return error.problems
    assert options or codec.is_valid(value)
    assert json.dumps(codec.encode(made)) == json.dumps(value)
    return []


@pytest.mark.parametrize("dialect", DIALECTS)
@given(data=st.data())
@randomly
def test_the_verdict_is_that_of_jsonschema(dialect: str, data: st.DataObject) -> None:
    schema = data.draw(schemas(dialect))
    codec = compiled(schema, dialect)["#"]
    for value in data.draw(SAMPLES):
        expected = verdict(schema, dialect, value)
        found = outcome(codec, value)
        assert (not found) == expected, f"{json.dumps(value)}: {found or 'accepted'}"


@pytest.mark.parametrize("dialect", DIALECTS)
@given(data=st.data())
@randomly
def test_the_first_problem_is_one_of_all(dialect: str, data: st.DataObject) -> None:
    codec = compiled(data.draw(schemas(dialect)), dialect)["#"]
    for value in data.draw(SAMPLES):
        found, first = outcome(codec, value), outcome(codec, value, first=True)
        assert len(first) == min(len(found), 1)
        assert set(map(str, first)) <= set(map(str, found))


@pytest.mark.parametrize("dialect", DIALECTS)
@given(data=st.data())
@randomly
def test_what_is_valid_is_of_the_right_types(dialect: str, data: st.DataObject) -> None:
    codec = compiled(data.draw(schemas(dialect)), dialect)["#"]
    for value in data.draw(SAMPLES):
        if not outcome(codec, value):
            assert outcome(codec, value, strictness="types") == []


def lengthened(data: st.DataObject, value: Any) -> Any:
    """Return a value with some of its numbers made longer than 64 bits hold."""
    if isinstance(value, dict):
        return {name: lengthened(data, member) for name, member in value.items()}
    if isinstance(value, list):
        return [lengthened(data, item) for item in value]
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return data.draw(st.sampled_from([value, 2**64 + 1, -(2**63) - 1])) if is_number else value


@pytest.mark.parametrize("dialect", DIALECTS)
@given(data=st.data())
@randomly
def test_numbers_of_any_length_come_back_from_text(dialect: str, data: st.DataObject) -> None:
    codec = compiled(data.draw(schemas(dialect)), dialect)["#"]
    for value in data.draw(SAMPLES):
        longer = lengthened(data, value)
        text = json.dumps(longer)
        if not outcome(codec, longer):
            assert json.dumps(codec.encode(codec.loads(text))) == text
        else:
            with pytest.raises(DecodeError):
                codec.loads(text)


@given(data=st.data())
@randomly
def test_inheriting_changes_nothing(data: st.DataObject) -> None:
    members = objects(subschemas("2020-12"))
    base, own = data.draw(members), data.draw(members)
    child = {"allOf": [{"$ref": "#/$defs/x"}, own]}
    schema = {**child, "$defs": {"x": base, "y": data.draw(subschemas("2020-12"))}}
    merging = compiled(schema, "2020-12")["#"]
    inheriting = compiled(schema, "2020-12", all_of="inherit")["#"]
    for value in data.draw(SAMPLES):
        assert outcome(inheriting, value) == outcome(merging, value)


def written(definitions: Any) -> dict[str, str]:
    """Return the files of a document that has these definitions, by their path."""
    report = Report()
    document = from_memory({"$defs": definitions}, "memory:///definitions", DRAFT202012)
    settings = Settings(formatter="none")
    model = modelled(document, report, settings)
    assume(not report.failed)
    return {file.path: file.text for file in python_files(model, settings)}


@given(data=st.data())
@randomly
def test_the_order_of_definitions_changes_nothing(data: st.DataObject) -> None:
    root = data.draw(schemas("2020-12"))
    definitions = {**root.pop("$defs"), "root": root, "Class": data.draw(subschemas("2020-12"))}
    shuffled = data.draw(st.permutations(list(definitions)))
    assert written({name: definitions[name] for name in shuffled}) == written(definitions)
