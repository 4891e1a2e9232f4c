"""bytes → Document: reads YAML or JSON, and tells which dialect it is written in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Literal

from generator import codes, json_core, yaml_core
from generator.codes import Code
from generator.dialect import (
    DIALECTS,
    DRAFT4,
    DRAFT202012,
    OPENAPI30,
    OPENAPI31,
    OPENAPI32,
    Dialect,
)
from generator.document import Document
from generator.malformed import Malformed
from generator.report import Report, TypewrightError
from generator.source import Location, Place, Source
from generator.swagger import lift

_OPENAPI = {"3.0": OPENAPI30, "3.1": OPENAPI31, "3.2": OPENAPI32}


def load(path: Path, report: Report, dialect: Dialect | None = None) -> Document | None:
    """Return the document in a file; None, with a diagnostic, where there is none."""
    uri, name = path.resolve().as_uri(), _name(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        report.add(codes.SRC001, f"cannot read '{name}': {reason}", Place(Source(uri, name, "")))
        return None
    return parse(data, uri, name, report, dialect)


def parse(
    text: str | bytes, source_uri: str, name: str, report: Report, dialect: Dialect | None = None
) -> Document | None:
    """Return the document that `text` holds; None, with a diagnostic, where there is none."""
    if isinstance(text, bytes):
        text = text.decode("utf-8-sig", errors="replace")
    syntax = _syntax(text, name)
    source = Source(source_uri, name, text, syntax)
    try:
        contents = json_core.parse(text) if syntax == "json" else yaml_core.parse(text)
    except Malformed as error:
        where = Location(source, error.line, error.column, error.width)
        report.add(error.code, error.message, where, error.hint)
        return None
    except RecursionError:
        report.add(codes.SRC004, "this document is nested too deeply", Place(source))
        return None
    if contents is None:
        report.add(codes.SRC003, f"'{name}' is empty", Place(source))
        return None
    return _document(source, contents, report, dialect)


def from_memory(contents: Any, uri: str, dialect: Dialect | None = None) -> Document:
    """Return the document of JSON data; raise `TypewrightError` if its version is unknown."""
    report = Report()
    document = _document(Source(uri, uri, "", "memory"), contents, report, dialect)
    if document is None:
        raise TypewrightError(report)
    return document


def _name(path: Path) -> str:
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _syntax(text: str, name: str) -> Literal["yaml", "json"]:
    if name.endswith(".json"):
        return "json"
    return "yaml"


def _document(
    source: Source, contents: Any, report: Report, dialect: Dialect | None
) -> Document | None:
    if isinstance(contents, dict) and "swagger" in contents and "openapi" not in contents:
        if str(contents["swagger"]) != "2.0":
            _unknown(report, codes.OAS001, Place(source, "/swagger"), contents["swagger"])
            return None
        return Document(source, lift(contents), OPENAPI30, "openapi", lifted=True)
    if isinstance(contents, dict) and "openapi" in contents:
        return _openapi(source, contents, report)
    found = _schema_dialect(contents, dialect)
    if found is None:
        _unknown(report, codes.SCH004, Place(source, "/$schema"), contents["$schema"])
        return None
    return Document(source, contents, found, "schema")


def _openapi(source: Source, contents: dict[str, Any], report: Report) -> Document | None:
    version = re.match(r"\d+\.\d+", str(contents["openapi"]))
    dialect = _OPENAPI.get(version[0]) if version else None
    if dialect is None:
        _unknown(report, codes.OAS001, Place(source, "/openapi"), contents["openapi"])
        return None
    named = contents.get("jsonSchemaDialect")
    if dialect is not OPENAPI30 and isinstance(named, str):
        dialect = by_uri(named) or dialect
    return Document(source, contents, dialect, "openapi")


def by_uri(uri: str) -> Dialect | None:
    """Return the dialect whose metaschema `uri` names, with or without `#`, http or https."""
    return _BY_URI.get(_bare(uri))


def _bare(uri: str) -> str:
    return uri.split("://", 1)[-1].removesuffix("#")


_BY_URI = {_bare(dialect.uri): dialect for dialect in DIALECTS}


def _schema_dialect(contents: Any, dialect: Dialect | None) -> Dialect | None:
    if not isinstance(contents, dict):
        return dialect or DRAFT202012
    named = contents.get("$schema")
    if isinstance(named, str):
        if known := by_uri(named):
            return known
        if _bare(named).startswith("json-schema.org/draft"):
            return None
    elif dialect is None and isinstance(contents.get("id"), str) and "$defs" not in contents:
        return DRAFT4
    return dialect or DRAFT202012


def _unknown(report: Report, code: Code, place: Place, value: Any) -> None:
    report.add(code, f"{value!r} is not supported", place)
