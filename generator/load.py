"""bytes → Document: reads YAML or JSON, and tells which dialect it is written in."""

from __future__ import annotations

import re
from errno import ENODEV
from pathlib import Path
from typing import Any, Literal

from generator import codes
from generator.dialect import (
    DRAFT4,
    DRAFT7,
    DRAFT202012,
    OPENAPI30,
    OPENAPI31,
    OPENAPI32,
    Dialect,
    by_uri,
)
from generator.document import Document
from generator.reading import json_core, yaml_core, yaml_fast
from generator.reading.causes import cause, something_else
from generator.reading.json_data import START, check_given, check_parsed, too_deep
from generator.reading.malformed import Malformed, spot
from generator.reading.swagger import lift
from generator.reading.versions import tell_foreign, tell_version
from generator.report import Report, TypewrightError
from generator.showing.suggest import closest
from generator.source import Location, Place, Source, decoded

_OPENAPI = {"3.0": OPENAPI30, "3.1": OPENAPI31, "3.2": OPENAPI32}
_NO_FILE = (FileNotFoundError, IsADirectoryError, NotADirectoryError)


def load(path: Path, report: Report, dialect: Dialect | None = None) -> Document | None:
    """Return the document in a file; None, with a diagnostic, where there is none.

    `dialect` is what a schema without `$schema` is written in.
    """
    try:
        data = _bytes(path)
    except (OSError, ValueError) as error:
        name, reason = _name(path), (getattr(error, "strerror", None) or str(error)).lower()
        where = Place(Source(path.absolute().as_uri(), name, ""))
        hint = _meant(path) if isinstance(error, _NO_FILE) else ""
        report.add(codes.SRC001, f"cannot read '{name}': {reason}", where, hint)
        return None
    return parse(data, path.resolve().as_uri(), _name(path), report, dialect)


def parse(
    text: str | bytes, source_uri: str, name: str, report: Report, dialect: Dialect | None = None
) -> Document | None:
    """Return the document that `text` holds; None, with a diagnostic, where there is none."""
    source = Source(source_uri, name, "")
    try:
        whole = _decode(text) if isinstance(text, bytes) else text.removeprefix("\ufeff")
        source = Source(source_uri, name, whole, _syntax(whole, name))
        contents = _contents(source)
        if isinstance(contents, str) and (found := something_else(whole, codes.YAML001, 1)):
            raise found
    except Malformed as error:
        if isinstance(text, bytes) and not source.text:
            source = Source(source_uri, name, text.decode("utf-8-sig", errors="replace"))
        error = cause(source.text, error)
        where = Location(source, error.spot.line, error.spot.column, error.spot.width)
        report.add(error.code, error.message, where, error.hint)
        return None
    return _document(source, contents, report, dialect)


def from_memory(contents: Any, uri: str, dialect: Dialect | None = None) -> Document:
    """Return the document of JSON data; raise `TypewrightError` if it cannot be worked with."""
    report, source = Report(), Source(uri, uri, "", "memory")
    try:
        check_given(contents)
    except Malformed as error:
        report.add(error.code, error.message, Place(source), error.hint)
    document = None if report.failed else _document(source, contents, report, dialect)
    if document is None:
        raise TypewrightError(report)
    return document


def _bytes(path: Path) -> bytes:
    if path.is_char_device():
        # A reference may lead to `/dev/zero`, which has no end.
        raise OSError(ENODEV, "is a device")
    return path.read_bytes()


def _name(path: Path) -> str:
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError, RuntimeError):
        # It is elsewhere; or it is nowhere: too long a name, or links in a circle.
        return path.as_posix()


def _meant(path: Path) -> str:
    """Return a hint for a path that is no file."""
    if path.name == "-":
        return "standard input is '/dev/stdin'"
    if not {"*", "?"}.isdisjoint(path.name):
        return "a pattern stands for no file here: name each file"
    if path.is_dir():
        return "name a file in it"
    try:
        beside = {entry.stem: entry.name for entry in sorted(path.parent.iterdir())}
    except OSError:
        return "" if path.parent.exists() else f"there is no folder '{_name(path.parent)}'"
    near = beside.get(closest(path.stem, beside) or "", path.name)
    return f"did you mean '{_name(path.with_name(near))}'?" if near != path.name else ""


def _decode(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or 0 in data[:2]:
        hint = "save the file as UTF-8"
        raise Malformed(codes.SRC002, "this file is not UTF-8 but UTF-16 or UTF-32", START, hint)
    try:
        return decoded(data)
    except UnicodeDecodeError as error:
        before = bytes(error.object)[: error.start].decode("utf-8")
        message = f"the byte 0x{error.object[error.start]:02X} is not UTF-8"
        where = spot(before, len(before))
        packed = data[:2] in (b"\x1f\x8b", b"PK")
        hint = "it is packed: unpack it first" if packed else "save the file as UTF-8"
        raise Malformed(codes.SRC002, message, where, hint) from error


def _syntax(text: str, name: str) -> Literal["yaml", "json"]:
    """Tell JSON by the file's name, or else by a text that is JSON as a whole."""
    if name.lower().endswith(".json"):
        return "json"
    if text.lstrip()[:1] in ("{", "["):
        try:
            json_core.parse(text)
        except (Malformed, RecursionError) as error:
            well_formed = isinstance(error, Malformed) and error.code is not codes.JSON001
            return "json" if well_formed else "yaml"
        return "json"
    return "yaml"


def _contents(source: Source) -> Any:
    text = source.text
    try:
        if source.syntax == "json":
            contents = json_core.parse(text)
        else:
            contents = yaml_fast.parse(text)
            if contents is not yaml_fast.UNSURE:
                return contents  # which has been looked at already
            contents = yaml_core.parse(text)
    except RecursionError:
        raise too_deep() from None
    if contents is None:
        raise Malformed(codes.SRC003, f"'{source.name}' holds nothing", START)
    check_parsed(contents, text)
    return contents


def _document(
    source: Source, contents: Any, report: Report, dialect: Dialect | None
) -> Document | None:
    """The document that contents make, by their first words; None, told, if they make none."""
    if isinstance(contents, dict) and "openapi" in contents:
        return _openapi(source, contents, report)
    if isinstance(contents, dict) and "swagger" in contents:
        return _swagger(source, contents, report)
    if isinstance(contents, dict) and tell_foreign(source, contents, report):
        return None
    found = _schema_dialect(source, contents, dialect)
    if found is None:
        _unknown_draft(source, contents["$schema"], report)
        return None
    return Document(source, contents, found, "schema")


def _openapi(source: Source, contents: dict[str, Any], report: Report) -> Document | None:
    version = re.match(r"\d+\.\d+(?=\.|-|$)", str(contents["openapi"]))
    dialect = _OPENAPI.get(version[0]) if version else None
    if dialect is None:
        tell_version(Place(source, "/openapi"), contents["openapi"], report)
        return None
    named = contents.get("jsonSchemaDialect")
    if dialect is not OPENAPI30 and isinstance(named, str):
        found = by_uri(named)
        # That of OpenAPI is 2020-12 with a few words more, which people go on using.
        dialect = dialect if found is None or found is DRAFT202012 else found
    return Document(source, contents, dialect, "openapi")


def _swagger(source: Source, contents: dict[str, Any], report: Report) -> Document | None:
    if str(contents["swagger"]) != "2.0":
        tell_version(Place(source, "/swagger"), contents["swagger"], report)
        return None
    return Document(source, lift(contents), OPENAPI30, "openapi", contents)


def _schema_dialect(source: Source, contents: Any, dialect: Dialect | None) -> Dialect | None:
    """Return the dialect of a schema; None if it names a draft that is not supported.

    A schema without `$schema` is of `dialect`, else of the draft whose words it uses: 2020-12 (say
    `$defs`), draft 7 (a list of `items`), draft 4 (`id` for `$id`). Where none tells, a file is of
    draft 7, as most are that do not say, and data that a program passes in is of 2020-12. So is a
    schema with a metaschema of its own until that is read.
    """
    if not isinstance(contents, dict):
        return dialect or DRAFT202012
    named = contents.get("$schema")
    if isinstance(named, str):
        ours = by_uri(named)
        foreign = not named.partition("://")[2].startswith("json-schema.org/draft")
        return ours or ((dialect or DRAFT202012) if foreign else None)
    if "$schema" in contents:
        return None
    usual = DRAFT202012 if source.syntax == "memory" else DRAFT7
    return dialect or _dialect_by_words(contents, usual)


_WORDS_OF_2020 = frozenset(
    "$defs prefixItems dependentSchemas dependentRequired unevaluatedItems unevaluatedProperties "
    "minContains maxContains $dynamicRef $dynamicAnchor $anchor".split()
)


def _dialect_by_words(contents: dict[str, Any], usual: Dialect) -> Dialect:
    """The dialect whose words a schema without `$schema` uses."""
    if isinstance(contents.get("id"), str) and not {"$id", "$defs"} & contents.keys():
        return DRAFT4
    queue: list[Any] = [contents]
    while queue:
        value = queue.pop()
        if isinstance(value, dict):
            if not _WORDS_OF_2020.isdisjoint(value):
                return DRAFT202012
            if isinstance(value.get("items"), list) or str(value.get("$id", ""))[:1] == "#":
                return DRAFT7
            queue.extend(value.values())
        elif isinstance(value, list):
            queue.extend(value)
    return DRAFT7 if "definitions" in contents else usual


def _unknown_draft(source: Source, uri: str, report: Report) -> None:
    hint = "drafts 4, 6, 7, 2019-09 and 2020-12 are supported"
    report.add(codes.SCH004, f"'{uri}' is not supported", Place(source, "/$schema"), hint)
