"""The formats in which a review is told."""

from __future__ import annotations

import json
import xml.etree.ElementTree as xml
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from diff.descriptions import request
from generator.diff.command import FORMATS
from generator.diff.report.markdown import LIMIT
from generator.diff.review import Review, diff

STRING = {"type": "string"}


def reviewed(count: int = 1) -> Review:
    old = {
        "type": "object",
        "properties": {f"p{n}": {**STRING, "maxLength": 9} for n in range(count)},
    }
    new = {
        "type": "object",
        "properties": {f"p{n}": {**STRING, "maxLength": 5} for n in range(count)},
    }
    return diff(request({"$ref": "#/components/schemas/A|<b>"}, **{"A|<b>": old}),
                request({"$ref": "#/components/schemas/A|<b>"}, **{"A|<b>": new}))  # fmt: skip


@pytest.fixture(scope="module")
def schema() -> Any:
    path = Path(__file__).parents[2] / "generator/diff/report/report.schema.json"
    return json.loads(path.read_text("utf-8"))


def test_json_is_what_its_schema_says(schema: Any) -> None:
    document = json.loads(FORMATS["json"](reviewed()))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(document)
    assert list(document) == ["old", "new", "verdict", "semver", "findings", "diagnostics"]
    (finding, version) = document["findings"]
    assert finding["witness"] == {
        "value": "aaaaaa",
        "accepted_by": "old",
        "error": "'aaaaaa' is too long",
    }
    assert (document["verdict"], document["semver"]) == ("breaking", "major")
    assert version["code"] == "version-not-bumped"


def test_markdown_comes_verdict_first_and_folds_proofs() -> None:
    comment = FORMATS["markdown"](reviewed())
    assert comment.startswith("## 🔴 Breaks clients")
    assert "<summary>Payloads that prove it</summary>" in comment
    assert "| **breaking** |" in comment


def test_markdown_fits_one_comment_and_says_what_is_missing() -> None:
    comment = FORMATS["markdown"](reviewed(300))
    assert len(comment) <= LIMIT
    assert "… and 240 more" in comment


def test_github_annotates_lines() -> None:
    assert FORMATS["github"](reviewed()).startswith(
        "::error title=breaking%3A max-length-decreased"
    )


def test_sarif_has_a_result_for_each_finding() -> None:
    run = json.loads(FORMATS["sarif"](reviewed(3)))["runs"][0]
    assert [result["level"] for result in run["results"]] == ["error", "error", "error", "none"]
    assert len({result["partialFingerprints"]["typewright/v1"] for result in run["results"]}) == 4


def test_junit_fails_where_clients_break() -> None:
    suite = xml.fromstring(FORMATS["junit"](reviewed()))
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")


def test_html_is_one_page_without_markup_of_others() -> None:
    page = FORMATS["html"](reviewed())
    assert "A|&lt;b&gt;" in page
    assert "<b>.p0" not in page
    assert "http" not in page


def test_text_of_nothing() -> None:
    schema = request(STRING)
    assert FORMATS["text"](diff(schema, schema)) == "old → new: unchanged\n\nno findings\n"
