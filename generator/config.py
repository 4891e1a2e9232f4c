"""The settings of a run: one table says each one's name, type, default and meaning.

The command line, the validation, the JSON Schema (`typewright.schema.json`) and the table in the
README all follow from the fields of `Settings`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, fields
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from generator.frozen import dataclass

SCHEMA_URI = "http://json-schema.org/draft-07/schema#"
_Value = TypeVar("_Value")


def _option(default: _Value, doc: str, *, path: bool = False, metavar: str = "") -> _Value:
    """Return a dataclass field that carries its documentation; typed as the value it holds."""
    found: _Value = field(default=default, metadata={"doc": doc, "path": path, "metavar": metavar})
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run is told. Paths are relative to the working directory."""

    specs: tuple[str, ...] = _option(
        (), "The descriptions to read: OpenAPI, Swagger or JSON Schema.", path=True, metavar="SPEC"
    )
    output: str = _option("generated", "The folder to write into.", path=True, metavar="DIR")
    targets: tuple[Literal["python", "markdown", "json"], ...] = _option(
        ("python", "markdown"), "What to write."
    )
    formatter: Literal["ruff", "black", "none"] = _option(
        "ruff", "What lays out the generated Python; `ruff` and `black` write the same bytes."
    )
    include: Literal["all", "reachable"] = _option(
        "all", "Generate every named schema, or only those that operations use."
    )
    package: str = _option(
        "models",
        "The folder of the models, as in `shop/models`; they are imported and linked by it.",
    )
    names: Literal["short", "2023", "legacy", "2025", "qualified"] = _option(
        "short",
        "How inline schemas are named: `short` after their property while that name is free.",
    )
    enums: Literal["enum", "literal"] = _option(
        "enum", "Write enums as `enum` classes, or as `Literal` types."
    )
    all_of: Literal["merge", "inherit"] = _option(
        "merge", "Make one class of an `allOf`, or let it inherit from the component it extends."
    )
    open_enums: bool = _option(False, "Let enums accept values that the schema does not list.")
    strictness: Literal["strict", "types"] = _option(
        "strict", "Check every keyword when decoding, or only the types."
    )
    formats: Literal["auto", "assert", "annotate"] = _option(
        "auto", "Whether `format` is checked: as the dialect says, always, or never."
    )
    plain_formats: bool = _option(False, "Keep dates, times, UUIDs and the like as plain strings.")
    dialect: Literal["auto", "draft4", "draft6", "draft7", "2019-09", "2020-12"] = _option(
        "auto",
        "The dialect of schemas without `$schema`; `auto` goes by the words of a file, else takes "
        "`draft7`, and `2020-12` for one that is fetched.",
    )
    templates: str = _option(
        "", "A folder whose templates replace the built-in ones of the same name.",
        path=True, metavar="DIR",
    )  # fmt: skip
    allow_remote: tuple[str, ...] = _option(
        (), "The hosts that `http(s)` references may be fetched from.", metavar="HOST"
    )
    lock: str = _option(
        "typewright.lock",
        "The file with the hashes of what was fetched, so that a build repeats.",
        path=True,
        metavar="FILE",
    )
    tables_version: str = _option(
        "1.376.0",
        "The version whose tables are written, for repositories that move here.",
        metavar="X.Y.Z",
    )
    tables_order: Literal["document", "name"] = _option(
        "document", "The order of operations and of the fields of a class."
    )
    shared_path: str = _option("", "The folder of the components' tables, if not `package`.")
    operations_path: str = _option("", "The folder of the operations' tables, if not `package`.")
    errors_path: str = _option("", "The folder of the errors' tables, if not `package`.")
    error_parts: Literal["errors", "shared"] = _option(
        "errors",
        "Whether tables of what is inside an error are in `errors_path`, or `shared_path`.",
    )
    deduplicate_errors: bool = _option(
        False, "Let operations whose inline errors say the same share one class."
    )
    client_credentials: bool = _option(
        False, "Let methods get the tokens that OAuth has for client credentials by themselves."
    )
    input_suffix: str = _option("input", "What a class that only requests have is called by.")
    output_suffix: str = _option("output", "What a class that only responses have is called by.")
    response_format: Literal["flat", "envelope", "envelope-http"] = _option(
        "flat", "Whether a method returns a body, or a class around it."
    )
    enum_format: Literal["enum", "union"] = _option(
        "union", "Whether values of an enum are members of a class, or literals."
    )
    flatten_requests: bool = _option(
        True, "Let methods take the fields of a body one by one, beside the parameters."
    )
    optional_security: bool = _option(
        True, "Show the credentials as optional, since the environment may hold them."
    )
    body_field: str = _option("", "The name of the body in the table of a request.")
    sdk_module: str = _option("", "The module that examples import from, if not `package`.")
    utility_tables: bool = _option(False, "Write the table of the retry settings as well.")
    constraints_column: bool = _option(False, "Add a column with the bounds of each field.")
    default_column: bool = _option(False, "Add a column with the default of each field.")
    required_first: bool = _option(
        False,
        "Sort the required fields to the front of each table, also from `tables_version` 1.529 on.",
    )
    plain_tables: bool = _option(
        False, "Use signs for emoji codes, and pad each column by itself, to read a raw file."
    )
    index_page: bool = _option(False, "Write a page that lists all tables.")
    field_anchors: bool = _option(False, "Give each field an anchor, to link to it.")
    check_links: bool = _option(False, "Take a link between tables that leads nowhere as an error.")


@dataclass(frozen=True, slots=True)
class Option:
    """A row of the table of settings; `choices` is empty where any string will do."""

    name: str
    kind: Literal["text", "flag", "choice", "texts", "choices"]
    choices: tuple[str, ...]
    default: Any
    doc: str
    path: bool
    metavar: str

    @property
    def many(self) -> bool:
        """Whether its value is a list."""
        return isinstance(self.default, tuple)


_LEVEL = {"enum": ["breaking", "risky", "compatible", "info"]}
_ACCEPTED = {
    "type": "object",
    "properties": {
        "fingerprint": {"type": "string", "description": "The finding, as the report names it."},
        "code": {"type": "string"},
        "where": {"type": "string"},
        "reason": {"type": "string", "description": "Why it is accepted."},
        "author": {"type": "string", "description": "Who accepted it."},
        "expires": {"description": "The date after which it counts again."},
    },
    "required": ["fingerprint", "reason"],
    "additionalProperties": False,
}
_RULE = {
    "type": "object",
    "properties": {
        "code": {"type": "string", "description": "A code, or a pattern such as `property-*`."},
        "path": {"type": "string", "description": "A pattern for operations: `* /internal/*`."},
        "schema": {"type": "string", "description": "A pattern for the names of schemas."},
        "level": _LEVEL,
    },
    "required": ["level"],
    "additionalProperties": False,
}
POLICY: dict[str, Any] = {
    "description": "What `typewright diff` makes of its findings.",
    "type": "object",
    "properties": {
        "fail_on": {"enum": ["breaking", "risky", "never"], "default": "breaking"},
        "notice_days": {
            "description": "How long before its removal something has to be deprecated.",
            "type": "integer",
            "minimum": 0,
            "default": 0,
        },
        "check_version": {
            "description": "Report a version that did not go up as far as the changes ask.",
            "type": "boolean",
            "default": False,
        },
        "rules": {"type": "array", "items": _RULE},
        "accepted": {"type": "array", "items": _ACCEPTED},
    },
    "additionalProperties": False,
}
"""`[tool.typewright.diff]`, read by `generator.diff.policy_table`."""


def _row(name: str, hint: Any, default: Any, metadata: Mapping[str, Any]) -> Option:
    many = get_origin(hint) is tuple
    item = get_args(hint)[0] if many else hint
    choices = get_args(item) if get_origin(item) is Literal else ()
    kind: Any = "flag" if item is bool else ("choice" if choices else "text") + "s" * many
    return Option(name, kind, choices, default, **metadata)


_HINTS = get_type_hints(Settings)
OPTIONS: tuple[Option, ...] = tuple(
    _row(row.name, _HINTS[row.name], row.default, row.metadata) for row in fields(Settings)
)


def _option_schema(option: Option) -> dict[str, Any]:
    item: dict[str, Any] = {"type": "string"}
    if option.choices:
        item["enum"] = list(option.choices)
    if option.kind == "flag":
        item = {"type": "boolean"}
    if option.many:
        item = {"type": "array", "items": item, "uniqueItems": True}
    return {"description": option.doc, **item, "default": option.default}


def config_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 7) of `[tool.typewright]`, and so of `typewright.toml`."""
    return {
        "$schema": SCHEMA_URI,
        "title": "Typewright",
        "description": "What `[tool.typewright]` of pyproject.toml, or typewright.toml, may hold.",
        "type": "object",
        "properties": {option.name: _option_schema(option) for option in OPTIONS}
        | {"diff": POLICY},
        "additionalProperties": False,
    }
