"""Tables of small descriptions, for the tests of what they show."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.config import Settings
from generator.report import Report
from generator.targets.markdown import markdown_files
from tests.models import understood

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
YES, NO = ":heavy_check_mark:", ":heavy_minus_sign:"
OK = "responses: {'200': {description: OK, content: {application/json: {schema: {type: string}}}}}"
"""The response of an operation about which nothing else is asked."""


def tables(text: str, **settings: Any) -> Mapping[str, str]:
    """Return the documents of a description without its head, by their path below `docs/`."""
    report = Report()
    chosen = Settings(**{"include": "reachable", **settings})
    model = understood(HEAD + text if "openapi:" not in text else text, report, chosen)
    report.check()
    files = markdown_files(model, chosen)
    return {file.path.removeprefix("docs/"): file.text for file in files}


def operation(parts: str, components: str = "") -> str:
    """Return a description with one operation that has the parts, and with the components."""
    lines = "".join(f"      {line}\n" for line in parts.strip("\n").split("\n"))
    head = "paths:\n  /things:\n    post:\n      operationId: makeThing\n      tags: [Things]\n"
    return f"{head}{lines}{components}"


def schema(text: str, **settings: Any) -> Mapping[str, str]:
    """Return the documents of a component `Thing` that one operation returns."""
    lines = "".join(f"      {line}\n" for line in text.strip("\n").split("\n"))
    paths = """
paths:
  /things:
    get:
      operationId: getThing
      responses:
        '200':
          description: OK
          content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
components:
  schemas:
"""
    found = tables(f"{paths}    Thing:\n{lines}", **settings)
    return {path.removeprefix("models/"): text for path, text in found.items()}


def field(properties: str, **settings: Any) -> str:
    """Return the cells of the first field of a class with the properties (YAML in flow style)."""
    text = schema(f"type: object\nproperties: {properties}", **settings)["thing.md"]
    return rows(text)[0]


def rows(text: str) -> list[str]:
    """Return the rows of the table in a document, without the padding."""
    lines = [re.sub(r" +\|", " |", line) for line in text.split("\n") if line.startswith("|")]
    return [line.strip("| ") for line in lines[2:]]
