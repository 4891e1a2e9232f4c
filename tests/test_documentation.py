"""Docstrings of the classes: what the schema says of a field, and what bounds its values."""

from __future__ import annotations

import ast
import inspect
import json
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main

Json = Any

NULL = {"type": "null"}
SIZE = {"type": "integer", "minimum": 0, "description": "How large."}
OLD = {"type": "string", "maxLength": 9, "deprecated": True}
MOST = "Constraints: at most 9 characters."
REPLACES = "Replaces a deprecated one.\n\nDeprecated."
TIME = {"type": "string", "format": "date-time"}
REF = {"$ref": "#/$defs/Size"}
CODE = "``<br>`` `<p>`, <path>, <b, c>, <b><i>, a < b && c"
RULES: list[tuple[Json, str]] = [
    ({"type": "string"}, ""),
    ({"type": "string", "description": " Its name.\n"}, "Its name."),
    ({"type": "string", "description": "\x7f \u200b"}, ""),
    ({"type": "string", "description": "<p></p><br>"}, ""),
    ({"description": "One of:<br>`a` - A.<br/>\n`b` - B."}, "One of:\n`a` - A.\n`b` - B."),
    ({"description": "A.<br /> \r\n<br>\n\nB."}, "A.\n\nB."),
    ({"description": "<p>Of a kind:</p><p>a, b</p>"}, "Of a kind:\n\na, b"),
    ({"description": "One: <ul>\n  <li>A</li>\n  <LI>B</li>\n</ul>\n"}, "One:\n\n- A\n- B"),
    ({"description": 'See <a href="u" class="c">the <b>docs</b></a>.'}, "See [the **docs**](u)."),
    ({"description": "<i>Not</i> &lt;b&gt; &quot;c&quot; d&#39;e"}, '*Not* <b> "c" d\'e'),
    ({"description": "a&#x27;s &mdash;&nbsp;&copy; &unknown; &#0;"}, "a's — © &unknown; \ufffd"),
    ({"description": CODE}, CODE),
    (
        {"minLength": 1, "maxLength": 64},
        "Constraints: at least 1 character, at most 64 characters.",
    ),
    ({"minItems": 1, "maxItems": 1}, "Constraints: at least 1 item, at most 1 item."),
    ({"type": "array", "uniqueItems": True}, "Constraints: no two items equal."),
    ({"type": "array", "prefixItems": [{}], "minItems": 1, "maxItems": 1}, ""),
    ({"type": "array", "prefixItems": [{}], "maxItems": 1}, "Constraints: at most 1 item."),
    ({"type": "array", "uniqueItems": False, "minItems": 0}, ""),
    ({"minLength": 0, "maxLength": 0}, "Constraints: at most 0 characters."),
    ({"exclusiveMinimum": 0, "multipleOf": 0.5}, "Constraints: > 0, a multiple of 0.5."),
    (OLD, f"{MOST}\n\nDeprecated."),
    ({"enum": ["a", "b"], "maxLength": 9, "minLength": 1}, ""),
    ({"enum": ["a", "bbb"], "maxLength": 2}, "Constraints: at most 2 characters."),
    ({"enum": [1, 2, None], "minimum": 1, "maximum": 2}, ""),
    (SIZE, "How large.\n\nConstraints: ≥ 0."),
    ({"anyOf": [SIZE, NULL]}, "How large.\n\nConstraints: ≥ 0."),
    ({"oneOf": [NULL, SIZE], "description": "Its size."}, "Its size.\n\nConstraints: ≥ 0."),
    ({"anyOf": [OLD, NULL]}, f"{MOST}\n\nDeprecated."),
    ({**OLD, "description": "**Deprecated:** use `b`."}, f"**Deprecated:** use `b`.\n\n{MOST}"),
    ({"deprecated": True, "description": "A.\nThis is deprecated."}, "A.\nThis is deprecated."),
    ({"deprecated": True, "description": "Replaces a deprecated one."}, REPLACES),
    ({"deprecated": False, "description": "Deprecated."}, "Deprecated."),
    (TIME, ""),
    ({"anyOf": [{**TIME, "maxLength": 30}, NULL]}, "Constraints: at most 30 characters."),
    ({**TIME, "type": ["string", "null"], "description": "When."}, "When."),
    ({"type": "string", "format": "email"}, "Constraints: format email."),
    (REF, ""),
    ({**REF, "description": "Its size.", "maximum": 9}, "Its size.\n\nConstraints: ≤ 9."),
    ({"anyOf": [REF, NULL]}, ""),
    (
        {"type": "array", "maxItems": 3, "items": {"type": "integer", "minimum": 1, "maximum": 9}},
        "Constraints: at most 3 items, each item: ≥ 1 and ≤ 9.",
    ),
    ({"type": "array", "items": {"anyOf": [TIME, NULL]}}, ""),
    ({"type": "array", "items": {"type": "object", "title": "T", "minProperties": 1}}, ""),
    (
        {
            "type": "object",
            "propertyNames": {"maxLength": 1},
            "additionalProperties": {"type": "string", "pattern": "x"},
        },
        "Constraints: each value: pattern x, each name: at most 1 character.",
    ),
]


def docstring(module: str, name: str) -> str:
    """Return what stands below a field of the class in a module."""
    [cls] = (node for node in ast.parse(module).body if isinstance(node, ast.ClassDef))
    below = dict(zip(cls.body, cls.body[1:], strict=False))
    for node, following in below.items():
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == name:
            match following:
                case ast.Expr(ast.Constant(str(text))):
                    return inspect.cleandoc(text)
    return ""


def described(folder: Path, schema: Json) -> str:
    """Return what a class says of a field."""
    box = {"title": "Box", "properties": {"a": schema}, "$defs": {"Size": SIZE}}
    (folder / "box.json").write_text(json.dumps(box))
    assert main(["generate", "box.json", "--target", "python", "--dialect", "2020-12"]) == 0
    return docstring((folder / "generated" / "models" / "box.py").read_text("utf-8"), "a")


@pytest.mark.parametrize(("schema", "said"), RULES)
def test_a_field_says_what_it_is_and_what_bounds_it(here: Path, schema: Json, said: str) -> None:
    assert described(here, schema) == said


def test_links_that_nothing_closes_are_none(here: Path) -> None:
    # Were each read to the end, this would take half a minute.
    text = "<a href=x> " * 20_000
    assert described(here, {"description": text}).split() == text.split()


MADE = "_field(default_factory=lambda: _DEFAULT_0())"
OR_NULL = {"anyOf": [{"type": "number"}, NULL]}
ON_OFF = {"enum": ["on", "off"]}
DEFAULTS = [
    ({**OR_NULL, "default": 1}, "float | None = 1", ""),
    ({"anyOf": [OR_NULL, {"type": "array"}], "default": 1}, "A = 1", ""),
    ({"const": "on", "default": "on"}, 'Literal["on"] = "on"', ""),
    ({**ON_OFF, "default": "on"}, MADE, "Default: `on`."),
    ({**ON_OFF, "default": "on", "description": "Default!"}, MADE, "Default!\n\nDefault: `on`."),
    ({**ON_OFF, "default": "on", "description": "By default `on`."}, MADE, "By default `on`."),
    ({"enum": ["on"], "default": "on"}, MADE, ""),
    ({"enum": [1, 2], "default": 1, "description": "How."}, MADE, "How.\n\nDefault: `1`."),
    ({"type": "array", "default": ["a\n"]}, MADE, 'Default: `["a\\n"]`.'),
    ({**ON_OFF, "enum": ["a\n", "b"], "default": "a\n"}, MADE, 'Default: `"a\\n"`.'),
    ({"type": "array", "default": []}, "list[Any] = _field(default_factory=list)", ""),
]  # fmt: skip


@pytest.mark.parametrize(("schema", "written", "said"), DEFAULTS)
def test_a_default_is_written_or_else_told(
    here: Path, schema: Json, written: str, said: str
) -> None:
    (here / "box.json").write_text(json.dumps({"title": "Box", "properties": {"a": schema}}))
    assert main(["generate", "box.json", "--target", "python", "--dialect", "2020-12"]) == 0
    module = (here / "generated" / "models" / "box.py").read_text("utf-8")
    [field] = [line for line in module.splitlines() if line.startswith("    a: ")]
    assert field.endswith(written)
    assert docstring(module, "a") == said


def test_a_format_is_told_where_it_stays_a_string(here: Path) -> None:
    (here / "box.json").write_text(json.dumps({"title": "Box", "properties": {"a": TIME}}))
    assert main(["generate", "box.json", "--target", "python", "--plain-formats"]) == 0
    module = (here / "generated" / "models" / "box.py").read_text("utf-8")
    assert docstring(module, "a") == "Constraints: format date-time."


AREA = {"properties": {"items": {"properties": {"a": TIME}}}}
PAID = {"anyOf": [{"properties": {"at": TIME}}, {"properties": {"to": {"items": AREA}}}]}
SENT = {"content": {"application/json": {"schema": {"properties": {"box": AREA}}}}}
JOB = {"application/json": {"schema": {"$ref": "#/components/schemas/job-out"}}}
FAILED = {"404": {"description": "No such job.", "content": JOB}}
SORT = {"name": "sort", "in": "query", "schema": {"items": {"title": "Sorts", "enum": ["a", "b"]}}}
SENDING = {"operationId": "send", "parameters": [SORT], "requestBody": SENT, "responses": FAILED}
TOLD = {"put": {"requestBody": {"content": {"text/json": {"schema": {"properties": {"b": {}}}}}}}}
ID = {"name": "id", "in": "path", "required": True, "schema": {"enum": ["a"]}}
DESCRIPTION = {
    "openapi": "3.1.0",
    "security": [{"basic": [], "key": []}],
    "paths": {
        "/jobs/{id}": {
            "parameters": [ID],
            "post": {**SENDING, "callbacks": {"done": {"{$url}": TOLD}}},
        }
    },
    "webhooks": {"made": {"$ref": "#/components/pathItems/told"}},
    "components": {
        "pathItems": {"told": TOLD},
        "securitySchemes": {
            "basic": {"type": "http", "scheme": "basic"},
            "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
        },
        "schemas": {"job-out": AREA, "paid": PAID, "area": {**AREA, "description": "How far."}},
    },
}
ORIGINS = [
    ("Area", "How far."),
    ("JobOut", "The component job-out."),
    ("JobOutItems", "`items` of the component job-out."),
    ("PaidWithAt", "An option of the component paid."),
    ("To", "An item of `to` of the component paid."),
    ("PaidWithToItems", "`to.items` of the component paid."),
    ("SendRequest", "The request of POST /jobs/{id}."),
    ("SendRequestBody", "The request body of POST /jobs/{id}."),
    ("ID", "The parameter `id` of /jobs/{id}."),
    ("Sorts", "An item of the parameter `sort` of POST /jobs/{id}."),
    ("PutMadeRequestBody", "The request body of PUT told."),
    ("PutDoneRequestBody", "The request body of PUT done."),
    ("Box", "`box` of the request body of POST /jobs/{id}."),
    ("SendResponse", "The response of POST /jobs/{id}."),
    ("HTTPMetadata", "The exchange that a response is of."),
    ("Security", "The credentials of a caller."),
    ("SchemeBasic", "SchemeBasic."),
]


DAY = {"title": "Day", "description": "When.", "enum": [1, None, 2]}
MEANT = [
    {"x-enum-descriptions": ["A <b>Monday</b>.", "Never.", ""]},
    {"x-enumDescriptions": {"1": "A <b>Monday</b>.", "2": " "}},
    {"x-speakeasy-enum-descriptions": ["A <b>Monday</b>.", " "], "x-enum-descriptions": ["", ""]},
]


TITLES = [("All there is", "All there is."), ("Box.", "Box."), (" ", "Box.")]


@pytest.mark.parametrize(("title", "said"), TITLES)
def test_a_file_is_told_by_its_title(here: Path, title: str, said: str) -> None:
    (here / "box.json").write_text(json.dumps({"title": title, "properties": {"a": TIME}}))
    assert main(["generate", "box.json", "--target", "python"]) == 0
    [module] = (here / "generated" / "models").glob("[ab]*[xs].py")
    assert f'    """{said}"""\n' in module.read_text("utf-8")


@pytest.mark.parametrize("meant", MEANT)
def test_the_values_of_an_enum_are_described(here: Path, meant: Json) -> None:
    (here / "day.json").write_text(json.dumps({**DAY, **meant}))
    module = here / "generated" / "models" / "day.py"
    assert main(["generate", "day.json", "--target", "python"]) == 0
    assert '    ONE = 1\n    """A **Monday**."""\n    TWO = 2\n\n' in module.read_text("utf-8")
    assert main(["generate", "day.json", "--target", "python", "--enums", "literal"]) == 0
    assert '\n"""When.\n\n- `1`: A **Monday**.\n"""\n' in module.read_text("utf-8")


@pytest.mark.parametrize(("cls", "said"), ORIGINS)
def test_a_class_says_what_it_is_or_where_it_comes_from(here: Path, cls: str, said: str) -> None:
    (here / "shop.json").write_text(json.dumps(DESCRIPTION))
    enveloped = ["--response-format", "envelope-http"]
    assert main(["generate", "shop.json", "--target", "python", *enveloped]) == 0
    text = (here / "generated" / "models" / f"{cls.lower()}.py").read_text("utf-8")
    docs = [ast.get_docstring(node) for node in ast.walk(ast.parse(text)) if is_told(node)]
    assert docs == [None, said]


LIDS = [{"properties": {"lid": lid}} for lid in ({"enum": ["on"]}, AREA)]
PLAIN = {"properties": {"a": {"type": ["object", "array"], **AREA}}}
READ = {"type": ["object", "string"], "properties": {"id": {"readOnly": True}, "a": {}}}
OUT_OF_ONE = [
    ("lid", {"properties": {"a": {}}, "oneOf": LIDS}, "`lid` of the component box."),
    ("boxobject", {"type": ["object", "string"], **AREA}, "An option of the component box."),
    ("aobject", PLAIN, "An option of `a` of the component box."),
    ("aobject", {"properties": {"a": READ}}, "An option of `a` of the component box."),
    ("boxaobject", {"properties": {"a": READ}}, "An option of `a` of the component box."),
]


@pytest.mark.parametrize(("module", "schema", "said"), OUT_OF_ONE)
def test_what_is_made_of_a_part_of_a_schema_says_of_which(
    here: Path, module: str, schema: Json, said: str
) -> None:
    body = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/box"}}}}
    sent = {"post": {"requestBody": body, "responses": {"200": {"description": "", **body}}}}
    described = {**DESCRIPTION, "paths": {"/": sent}, "components": {"schemas": {"box": schema}}}
    (here / "shop.json").write_text(json.dumps(described | {"webhooks": {}, "security": []}))
    assert main(["generate", "shop.json", "--target", "python"]) == 0
    text = (here / "generated" / "models" / f"{module}.py").read_text("utf-8")
    assert f'"""{said}"""\n' in text


INLINE = {"lid": {"enum": ["on", "off"]}, "load": {"items": AREA}}
IN_A_FILE = [
    ("box", "Box."),
    ("lid", "`lid` of box.json."),
    ("load", "An item of `load` of box.json."),
    ("items", "`load.items` of box.json."),
    ("first", "An item of `pair` of box.json."),
    ("outer", "The definition outer."),
    ("part", "The definition part."),
    ("b", "`b` of the definition part."),
    ("address", "Address."),
    ("city", "`city` of Address of all.json."),
]


@pytest.mark.parametrize(("module", "said"), IN_A_FILE)
def test_what_stands_in_a_file_says_where(here: Path, module: str, said: str) -> None:
    part = {"properties": {"b": {"properties": {}}}}
    inner = {"$ref": "#/$defs/outer/$defs/part"}
    outer = {"properties": {"a": inner}, "$defs": {"part": part}}
    pair = {"prefixItems": [{"title": "First", "properties": {}}]}
    there = {"$ref": "parts/all.json#/Address"}
    members = {**INLINE, "pair": pair, "there": there}
    schema = {"title": "Box", "properties": members, "$defs": {"outer": outer}}
    (here / "box.json").write_text(json.dumps(schema))
    (here / "parts").mkdir()
    address = {"properties": {"city": {"enum": ["Ulm"]}}}
    (here / "parts" / "all.json").write_text(json.dumps({"Address": address}))
    assert main(["generate", "box.json", "--target", "python", "--dialect", "2020-12"]) == 0
    text = (here / "generated" / "models" / f"{module}.py").read_text("utf-8")
    assert f'"""{said}"""' in text


def is_told(node: ast.AST) -> bool:
    """Whether it is a module or a class; the module of one class leaves the words to that."""
    return isinstance(node, ast.Module | ast.ClassDef)
