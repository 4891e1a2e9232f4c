"""Loading: which dialect a document is in, and what is no document, in a file and in memory."""

from __future__ import annotations

import json
import math
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import generator
from generator.config import Settings
from generator.dialect import DIALECTS, DRAFT7
from generator.load import from_memory, load
from generator.report import Diagnostic, Report, TypewrightError
from generator.source import Place
from tests.models import read

CORPORA = Path(__file__).parents[2] / "shared" / "corpora"
YAML_FILES = sorted(CORPORA.rglob("*.yaml"))
JSON_FILES = sorted(CORPORA.rglob("openapi/*.json"))


def refused(contents: Any) -> Diagnostic:
    """Return the one mistake in data in memory."""
    with pytest.raises(TypewrightError) as raised:
        from_memory(contents, "memory:a")
    [diagnostic] = raised.value.report.diagnostics
    return diagnostic


@pytest.mark.parametrize(
    ("name", "text", "syntax"),
    [
        ("a.json", "{}", "json"),
        ("a.JSON", "{}", "json"),
        ("a.yaml", '{"a": 1}', "json"),
        ("a.yaml", "{a: 1}", "yaml"),
        ("a.yaml", "a: 1\n", "yaml"),
        ("schema", "[1]", "json"),
    ],
)
def test_the_syntax_is_told_by_name_and_text(name: str, text: str, syntax: str) -> None:
    assert read(text, name).source.syntax == syntax


@pytest.mark.parametrize(
    ("contents", "dialect", "kind"),
    [
        ({"openapi": "3.0.3"}, "openapi-3.0", "openapi"),
        ({"openapi": "3.1.0"}, "openapi-3.1", "openapi"),
        ({"openapi": 3.1}, "openapi-3.1", "openapi"),
        ({"openapi": "3.2.0-rc1"}, "openapi-3.2", "openapi"),
        ({"openapi": "3.1.0", "jsonSchemaDialect": DIALECTS[4].uri}, "openapi-3.1", "openapi"),
        ({"openapi": "3.1.0", "jsonSchemaDialect": DIALECTS[2].uri}, "draft7", "openapi"),
        ({"openapi": "3.1.0", "jsonSchemaDialect": "urn:mine"}, "openapi-3.1", "openapi"),
        ({"openapi": "3.0.0", "jsonSchemaDialect": DIALECTS[4].uri}, "openapi-3.0", "openapi"),
        ({"swagger": "2.0"}, "openapi-3.0", "openapi"),
        ({"swagger": 2.0}, "openapi-3.0", "openapi"),
        ({"$schema": "http://json-schema.org/draft-04/schema#"}, "draft4", "schema"),
        ({"$schema": "http://json-schema.org/draft-04/schema"}, "draft4", "schema"),
        ({"$schema": "https://json-schema.org/draft-06/schema#"}, "draft6", "schema"),
        ({"$schema": "http://json-schema.org/draft-07/schema#"}, "draft7", "schema"),
        ({"$schema": "https://json-schema.org/draft/2019-09/schema"}, "2019-09", "schema"),
        ({"$schema": "http://json-schema.org/draft/2020-12/schema#"}, "2020-12", "schema"),
        ({"$schema": "https://example.org/metaschema"}, "2020-12", "schema"),
        ({"id": "http://example.org/a", "type": "string"}, "draft4", "schema"),
        ({"id": "http://example.org/a", "$defs": {}}, "2020-12", "schema"),
        ({"items": [{}]}, "draft7", "schema"),
        ({"definitions": {}}, "draft7", "schema"),
        ({"not": {"$id": "#anchor"}}, "draft7", "schema"),
        ({"properties": {"a": {"dependentRequired": {}}}}, "2020-12", "schema"),
        (True, "2020-12", "schema"),
        ([], "2020-12", "schema"),
    ],
)
def test_the_dialect_is_what_the_document_says(contents: Any, dialect: str, kind: str) -> None:
    document = from_memory(contents, "memory:a")
    assert (document.dialect.name, document.kind) == (dialect, kind)
    assert read(json.dumps(contents), "a.json").dialect is document.dialect


@pytest.mark.parametrize("contents", [{"type": "string"}, {"id": {"type": "string"}}])
def test_a_schema_that_does_not_say_is_of_draft_7_in_a_file_and_of_2020_12_in_memory(
    contents: Any,
) -> None:
    assert read(json.dumps(contents), "a.json").dialect.name == "draft7"
    assert from_memory(contents, "memory:a").dialect.name == "2020-12"


@pytest.mark.parametrize(
    ("contents", "dialect"),
    [
        ({"type": "string"}, "draft7"),
        ({"id": "http://example.org/a"}, "draft7"),
        ({"$schema": "https://example.org/metaschema"}, "draft7"),
        ({"$schema": "http://json-schema.org/draft-04/schema#"}, "draft4"),
        ({"openapi": "3.1.0"}, "openapi-3.1"),
    ],
)
def test_a_dialect_given_is_that_of_schemas_that_name_none(contents: Any, dialect: str) -> None:
    assert from_memory(contents, "memory:a", DRAFT7).dialect.name == dialect


@pytest.mark.parametrize(
    ("contents", "code", "pointer"),
    [
        ({"openapi": "4.0.0"}, "OAS001", "/openapi"),
        ({"openapi": "3.10.0"}, "OAS001", "/openapi"),
        ({"openapi": None}, "OAS001", "/openapi"),
        ({"swagger": "1.2"}, "OAS001", "/swagger"),
        ({"$schema": "http://json-schema.org/draft-03/schema#"}, "SCH004", "/$schema"),
        ({"$schema": "https://json-schema.org/draft/2021-99/schema"}, "SCH004", "/$schema"),
    ],
)
def test_an_unknown_version_is_an_error(contents: Any, code: str, pointer: str) -> None:
    diagnostic = refused(contents)
    assert isinstance(diagnostic.where, Place)
    assert (diagnostic.code.name, diagnostic.where.pointer) == (code, pointer)


@pytest.mark.parametrize(
    ("version", "hint"),
    [("v3.1.0", "write '3.1.0'"), ("31.0", "OpenAPI 3.0, 3.1 and 3.2"), ("vv3", "OpenAPI 3.0")],
)
def test_a_version_with_a_letter_before_it_is_known(version: str, hint: str) -> None:
    assert refused({"openapi": version}).hint.startswith(hint)


def test_a_file_is_one_document_by_every_spelling(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbftype: string\n")
    (tmp_path / "link.yaml").symlink_to("a.yaml")
    monkeypatch.chdir(tmp_path)
    spellings = ["a.yaml", "./folder/../a.yaml", "link.yaml", str(tmp_path / "a.yaml")]
    report = Report()
    documents = [load(Path(spelling), report) for spelling in spellings]
    uris = [document.source.uri for document in documents if document]
    assert len(uris) == 4
    assert len(set(uris)) == 1
    assert {document.source.name for document in documents if document} == {"a.yaml"}
    assert not report.diagnostics


@pytest.mark.parametrize("own", ["", "$id: all.yaml\n"], ids=["by pointers", "by identifiers"])
@pytest.mark.parametrize("spelling", ["a b.json", "./a%20b.json", "a%20%62.json", "link.json"])
def test_a_file_is_one_document_by_every_spelling_of_a_reference(
    here: Path, own: str, spelling: str
) -> None:
    part = {"definitions": {"A": {"type": "integer"}, "B": {"type": "object", "extra": 1}}}
    (here / "a b.json").write_text(json.dumps(part))
    (here / "link.json").symlink_to("a b.json")
    (here / "all.yaml").write_text(
        f"{own}title: All\nproperties:\n  a: {{$ref: 'a%20b.json#/definitions/A'}}\n"
        f"  b: {{$ref: '{spelling}#/definitions/B'}}\n"
    )
    found = generator.generate(Settings(specs=("all.yaml",)))
    assert [told.code.name for told in found.report.diagnostics] == ["SCH003"]
    assert generator.compile("all.yaml")["#"].is_valid({"a": 1, "b": {}})


@pytest.mark.parametrize("name", ["missing.yaml", "."])
def test_a_file_that_cannot_be_read_is_a_diagnostic(tmp_path: Path, name: str) -> None:
    report = Report()
    assert load(tmp_path / name, report) is None
    assert [diagnostic.code.name for diagnostic in report.diagnostics] == ["SRC001"]


def test_data_in_memory_is_nested_as_deeply_as_data_in_a_file() -> None:
    contents: dict[str, Any] = {"swagger": "2.0"}
    contents["definitions"] = contents
    assert refused(contents).code.name == "SRC004"


@pytest.mark.parametrize("number", [math.nan, 10**4300, -(10**5000)], ids=["NaN", "+", "-"])
def test_a_number_in_memory_is_one_that_a_file_could_hold(number: float) -> None:
    assert from_memory({"maximum": 10**4300 - 1, "enum": [math.inf]}, "memory:a").contents
    for contents in ({"maximum": number}, {"enum": [1, [number]]}, number):
        assert refused(contents).code.name == "JSON003"


@pytest.mark.parametrize(
    ("contents", "message"),
    [
        ({"paths": {"/a": {200: {}}}}, "the key 200 in the object at '#/paths/~1a' is no string"),
        ({True: 1}, "the key True in the object at '#' is no string"),
        ({"enum": ["a", date(2024, 2, 29)]}, "the date at '#/enum/1' is no JSON value"),
        ({"enum": ("a",)}, "the tuple at '#/enum' is no JSON value"),
        (b"{}", "the bytes at '#' is no JSON value"),
    ],
)
def test_data_in_memory_is_json(contents: Any, message: str) -> None:
    diagnostic = refused(contents)
    assert (diagnostic.code.name, diagnostic.message) == ("JSON005", message)
    assert "PyYAML" in diagnostic.hint


def test_data_in_memory_is_not_changed() -> None:
    contents = {"swagger": "2.0", "definitions": {"A": {"x-nullable": True, "type": "string"}}}
    before = json.dumps(contents)
    document = from_memory(contents, "memory:a")
    assert document.lifted
    assert json.dumps(contents) == before


@pytest.mark.skipif(not YAML_FILES, reason="../shared/corpora is not here")
@pytest.mark.parametrize("path", [*YAML_FILES, *JSON_FILES], ids=lambda path: path.name)
def test_every_file_of_the_corpora_is_loaded(path: Path) -> None:
    report = Report()
    document = load(path, report)
    if not path.read_text("utf-8-sig").strip():
        assert [diagnostic.code.name for diagnostic in report.diagnostics] == ["SRC003"]
        return
    assert document is not None, report.diagnostics
    if path.suffix == ".json":
        assert document.contents == json.loads(path.read_text("utf-8-sig")) or document.lifted


@pytest.mark.parametrize(
    ("own", "reference", "read"),
    [
        ("https://example.com/v1/pets.yaml", "#/components/schemas/B", True),
        ("https://example.com/v1/pets.yaml", "pets.yaml#/components/schemas/B", True),
        ("https://example.com/v1/pets.yaml", "/v1/pets.yaml#/components/schemas/B", True),
        ("https://example.com/v1/pets.yaml", "part.yaml#/B", True),
        ("https://example.com/v1/pets.yaml", "https://example.com/v1/part.yaml#/B", True),
        ("https://example.com/v1/pets.yaml", "part.yaml#/Back", True),
        ("/v1/pets.yaml", "pets.yaml#/components/schemas/B", True),
        ("https://example.com/v1/pets.yaml", "https://example.org/v1/part.yaml#/B", False),
        ("3", "part.yaml#/B", True),
        ("http://[", "part.yaml#/B", True),
    ],
)
def test_a_description_may_say_where_it_is(
    here: Path, own: str, reference: str, read: bool
) -> None:
    (here / "part.yaml").write_text(
        "B: {type: string}\nBack: {$ref: 'https://example.com/v1/pets.yaml#/components/schemas/B'}"
    )
    (here / "api.yaml").write_text(
        f"openapi: 3.2.0\n$self: {own}\ninfo: {{title: T, version: '1'}}\n"
        f"components: {{schemas: {{A: {{$ref: '{reference}'}}, B: {{type: string}}}}}}\n"
    )
    if not read:
        with pytest.raises(TypewrightError):
            generator.compile("api.yaml")
        return
    found = generator.compile("api.yaml")["#/components/schemas/A"]
    assert [found.is_valid(value) for value in ("a", 1)] == [True, False]


@pytest.mark.parametrize("reference", ["api.yaml#/components/schemas/B", "/v1/api.yaml#b", "#b"])
def test_it_may_say_so_in_memory_and_beside_anchors(reference: str) -> None:
    description = {
        "openapi": "3.2.0",
        "$self": "https://example.com/v1/api.yaml",
        "info": {"title": "T", "version": "1"},
        "components": {
            "schemas": {"A": {"$ref": reference}, "B": {"$anchor": "b", "type": "string"}}
        },
    }
    for document in (description, json.dumps(description)):
        found = generator.compile(document)["#/components/schemas/A"]
        assert [found.is_valid(value) for value in ("a", 1)] == [True, False]
