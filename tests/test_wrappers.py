"""The classes around requests and responses that no schema describes: what they hold is checked."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from generator import Settings, generate
from generator.targets.python._runtime import Codec
from tests.codecs import Json

DESCRIPTION = """
openapi: 3.1.0
info: {title: T, version: '1'}
security: [{basic: []}]
paths:
  /things:
    get:
      operationId: list
      responses:
        '200':
          headers: {Next: {schema: {type: string}}}
          content: {application/json: {schema: {type: integer}}}
components: {securitySchemes: {basic: {type: http, scheme: basic}}}
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of a package of the classes, for as long as it can be imported."""
    folder = tmp_path_factory.mktemp("wrappers")
    spec = folder / "t.yaml"
    spec.write_text(DESCRIPTION)
    made = Settings(
        specs=(str(spec),), output=str(folder), targets=("python",), package="wrappers_of_t"
    )
    assert not generate(made).report.failed
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))
        yield made.package


HELD = [
    ("listresponse", {"headers": {"Next": ["2"]}, "result": 1}, True),
    ("listresponse", {"headers": {}, "result": 1}, True),
    ("listresponse", {"headers": {"Next": "2"}, "result": 1}, False),
    ("listresponse", {"headers": {"Next": [2]}, "result": 1}, False),
    ("listresponse", {"headers": 1, "result": 1}, False),
    ("security", {"username": "a", "password": "b"}, True),
    ("security", {"username": 1, "password": "b"}, False),
    ("security", {"username": None, "password": "b"}, False),
]


@pytest.mark.parametrize(("module", "value", "valid"), HELD)
def test_a_wrapper_holds_what_its_annotations_say(
    package: str, module: str, value: Json, valid: bool
) -> None:
    codec: Codec[Any] = import_module(f"{package}.{module}").codec
    assert codec.is_valid(value) == valid
    if valid:
        assert codec.encode(codec.decode(value)) == value
