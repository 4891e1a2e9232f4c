"""The better tables, each a setting of its own, all off by default."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from generator.cli import main
from generator.report import TypewrightError
from tests.tables import operation, rows, schema, tables

THING = """
type: object
required: [b]
properties:
  a: {type: integer, minimum: 1, maximum: 64, default: 8}
  b: {type: string, minLength: 2, pattern: '^a|b$', format: email}
"""

CODE = "$ref: '#/components/schemas/Thing/$defs/code'"
CODES = f"""
$defs:
  code: {{type: string, maxLength: 3}}
  codes: {{type: array, items: {{{CODE}}}}}
  also: {{{CODE}}}"""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{type: integer, minimum: 1, maximum: 64}", "1 ≤ x ≤ 64"),
        ("{type: number, exclusiveMinimum: 0}", "0 < x"),
        ("{type: number, maximum: 1, multipleOf: 0.1}", "x ≤ 1, multiple of 0.1"),
        ("{type: string, minLength: 1, maxLength: 9}", "1 ≤ length ≤ 9"),
        ("{type: string, minLength: 0, maxLength: 9}", "length ≤ 9"),
        ("{type: string, minLength: 0}", ""),
        ("{type: string, format: uuid}", "format: uuid"),
        ("{type: array, items: {}, minItems: 1, uniqueItems: true}", "1 ≤ items, no item twice"),
        ("{type: string, pattern: 'a|b'}", "pattern: `a\\|b`"),
        ("{type: string, pattern: '`a`` '}", "pattern: ``` `a``  ```"),
        ("{type: string}", ""),
        (f"{{{CODE}}}", "length ≤ 3"),
        (f"{{{CODE}, minLength: 2}}", "2 ≤ length, length ≤ 3"),
        (f"{{{CODE}, maxLength: 3}}", "length ≤ 3"),
        ("{type: number, exclusiveMaximum: 0}", "x < 0"),
        ("{const: é}", 'always `"é"`'),
        ("{$ref: '#/components/schemas/Thing/$defs/codes'}", "each item: length ≤ 3"),
        (
            "{type: array, items: {$ref: '#/components/schemas/Thing/$defs/also'}}",
            "each item: length ≤ 3",
        ),
        ("{type: array, items: {type: integer, minimum: 1}}", "each item: 1 ≤ x"),
        (f"{{type: array, items: {{{CODE}}}}}", "each item: length ≤ 3"),
        (
            "{type: array, items: {type: object, title: T, properties: {b: {}}, minProperties: 1}}",
            "",
        ),
        (
            "{type: object, additionalProperties: {type: string, maxLength: 9},"
            " propertyNames: {minLength: 2}, maxProperties: 3}",
            "members ≤ 3, each value: length ≤ 9, each name: 2 ≤ length",
        ),
    ],
)
def test_a_column_of_constraints(text: str, shown: str) -> None:
    described = f"{CODES}\ntype: object\nproperties: {{a: {text}}}"
    found = schema(described, constraints_column=True)["thing.md"]
    assert "| Constraints " in found
    assert rows(found)[0].split(" |")[3].strip() == shown


def test_a_column_of_defaults() -> None:
    found = rows(schema(THING + "  c: {default: é}", default_column=True)["thing.md"])
    assert [row.split(" |")[3].strip() for row in found] == ["", "`8`", '`"é"`']


@pytest.mark.parametrize(
    ("version", "asked", "order"),
    [
        ("1.528.0", False, ["`b`", "`a`"]),
        ("1.528.0", True, ["`b`", "`a`"]),
        ("1.529.0", False, ["`a`", "`b`"]),
        ("1.529.0", True, ["`b`", "`a`"]),
    ],
)
def test_required_fields_first_up_to_1_528_or_where_asked(
    version: str, asked: bool, order: list[str]
) -> None:
    found = rows(schema(THING, tables_version=version, required_first=asked)["thing.md"])
    assert [row[:3] for row in found] == order


def test_plain_tables_are_padded_column_by_column() -> None:
    fields = "{a: {}, b: {}, c: {description: 日本語の説明}}"
    found = schema(f"type: object\nrequired: [a]\nproperties: {fields}", plain_tables=True)
    assert found["thing.md"].split("\n## Fields\n\n")[1].split("\n") == [
        "| Field | Type            | Required | Description  |",
        "| ----- | --------------- | -------- | ------------ |",
        "| `a`   | *Any*           | ✓        | N/A          |",
        "| `b`   | *Optional[Any]* |          | N/A          |",
        "| `c`   | *Optional[Any]* |          | 日本語の説明 |",
    ]


DEPRECATED = "**DEPRECATED**: This will be removed in a future release, please migrate away"


def test_plain_tables_have_a_sign_for_what_is_deprecated() -> None:
    text = "type: object\ndeprecated: true\nproperties: {a: {deprecated: true, type: string}}"
    found = schema(text, plain_tables=True)["thing.md"]
    assert f"\n> ⚠ {DEPRECATED}" in found
    assert f"| ⚠ {DEPRECATED}" in rows(found)[0]
    assert ":" not in found.replace("DEPRECATED**:", "")


def test_an_index_of_all_tables() -> None:
    found = schema("type: object\nproperties: {part: {type: object}}", index_page=True)
    assert found["index.md"] == (
        "# T\n\n## models\n\n- [Part](models/part.md)\n- [Thing](models/thing.md)\n"
    )


def test_fields_have_anchors() -> None:
    found = schema("type: object\nproperties: {a: {}}", field_anchors=True)["thing.md"]
    assert rows(found)[0].startswith('<a id="a"></a>`a` |')


UPLOAD = operation("""
requestBody:
  content:
    multipart/form-data:
      schema: {type: object, properties: {file: {type: string, format: binary}}}
responses: {'200': {description: OK}}""")
COMPONENT = (
    "paths: {}\ncomponents: {schemas: {Thing: {x-speakeasy-include: true, type: object, %s}}}"
)


@pytest.mark.parametrize(
    ("text", "document", "anchors"),
    [
        (
            COMPONENT % "properties: {a-b: {}, a_b: {}, c: {}, aB: {}}",
            "thing",
            ["a_b", "a_b-2", "c", "a_b-3"],
        ),
        (COMPONENT % "properties: {a: {deprecated: true}}", "thing", ["a"]),
        (
            COMPONENT % "properties: {a: {}}, additionalProperties: {type: string}",
            "thing",
            ["a", "__pydantic_extra__"],
        ),
        (UPLOAD, "file", ["file_name", "content", "content_type"]),
    ],
)
def test_each_field_has_an_anchor_of_its_own(text: str, document: str, anchors: list[str]) -> None:
    found = rows(tables(text, field_anchors=True)[f"models/{document}.md"])
    assert [row.partition("</a>")[0] for row in found] == [f'<a id="{one}">' for one in anchors]


def test_a_link_that_leads_nowhere_is_an_error() -> None:
    text = "type: object\ndescription: 'See [it](../models/{}.md).'"
    assert schema(text.format("thing"), check_links=True)
    with pytest.raises(
        TypewrightError, match=r"there is no table at '../models/gone\.md'"
    ) as caught:
        schema(text.format("gone"), check_links=True)
    (found,) = caught.value.report.diagnostics
    assert found.code.name == "LNK001"
    assert found.where is not None
    assert (found.where.line, found.where.column, found.where.width) == (3, 10, 17)
    assert "gone" in schema(text.format("gone"))["thing.md"]


NO_LINKS = [
    "`[it](gone.md)`",
    "``a ` [it](gone.md)``",
    "```\n[it](gone.md)\n```",
    r"\[it\](gone.md)",
    "[it](https://example.com/gone.md)",
]


@pytest.mark.parametrize("text", NO_LINKS)
def test_what_is_code_or_escaped_is_no_link(text: str) -> None:
    assert schema(json.dumps({"type": "object", "description": text}), check_links=True)


@pytest.mark.parametrize(
    "text", ["a ` [it](gone.md)", "[it](gone.md 'Title')", "`a` [it](gone.md#b)"]
)
def test_a_link_beside_code_is_one(text: str) -> None:
    with pytest.raises(TypewrightError, match="LNK001"):
        schema(json.dumps({"type": "object", "description": text}), check_links=True)


def test_a_template_of_the_users_own_replaces_ours(tmp_path: Path) -> None:
    folder = tmp_path / "markdown"
    folder.mkdir()
    (folder / "object.md.jinja").write_text("{{ view.heading }}: {{ view.table.rows[0][0] }}")
    found = schema("type: object\nproperties: {a: {}}", templates=str(tmp_path))
    assert found["thing.md"].strip() == "Thing: `a`"


def test_a_template_can_lay_out_a_table_itself(tmp_path: Path) -> None:
    folder = tmp_path / "markdown"
    folder.mkdir()
    (folder / "object.md.jinja").write_text(
        "|{% for cell in view.table.header %} {{ cell }} |{% endfor %}\n\n"
        "|{% for cell in view.table.rule %} {{ cell }} |{% endfor %}\n\n"
        "{% for row in view.table.rows %}\n|{% for cell in row %} {{ cell }} |{% endfor %}\n\n"
        "{% endfor %}"
    )
    text = "type: object\nproperties: {a: {}, b: {description: x | y}}"
    own = schema(text, templates=str(tmp_path))["thing.md"].strip()
    assert "x \\| y" in own
    assert schema(text)["thing.md"].endswith(f"## Fields\n\n{own}")


def test_a_template_that_changes_while_a_program_goes_on_is_read_again(here: Path) -> None:
    Path("a.yaml").write_text("type: object\nproperties: {a: {}}\n", "utf-8")
    Path("mine/markdown").mkdir(parents=True)
    for text in ("one", "two"):
        Path("mine/markdown/object.md.jinja").write_text(text, "utf-8")
        assert main(["generate", "a.yaml", "--target", "markdown", "--templates", "mine"]) == 0
        assert Path("generated/docs/models/a.md").read_text("utf-8") == text


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"markdown/object.md.jinja": "x"}, []),
        (
            {"markdown/objcet.md.jinja": "x"},
            ["markdown/objcet.md.jinja: did you mean 'markdown/object.md.jinja'?"],
        ),
        ({"diff/comment.md.jinja": "x"}, ["diff/comment.md.jinja: "]),
        ({"object.md.jinja": "x"}, ["object.md.jinja: did you mean 'markdown/object.md.jinja'?"]),
        ({"rows.jinja": "x", "markdown/object.md.jinja": "{% include 'rows.jinja' %}"}, []),
        ({"rows.jinja": "x", "README.md": "rows.jinja"}, ["rows.jinja: "]),
    ],
)
def test_a_template_that_nothing_uses_is_told(
    here: Path, capsys: pytest.CaptureFixture[str], files: dict[str, str], told: list[str]
) -> None:
    Path("a.yaml").write_text("type: object\nproperties: {a: {}}\n", "utf-8")
    for name, text in files.items():
        Path("mine", name).parent.mkdir(parents=True, exist_ok=True)
        Path("mine", name).write_text(text, "utf-8")
    assert main(["generate", "a.yaml", "--target", "markdown", "--templates", "mine"]) == 0
    found = capsys.readouterr().err
    assert found.count("warning[TPL002]") == len(told)
    for line in told:
        name, _, hint = line.partition(": ")
        assert f"nothing uses '{name}'" in found
        assert hint in found


@pytest.mark.parametrize(
    ("template", "line", "message"),
    [
        ("# {{ view.heading }\n", 1, "unexpected '}'"),
        ("#\n{{ view.headin }}\n", 2, "this object has no 'headin'\n"),
        ("{{ view.headin }}\n", 1, "help: did you mean 'heading'? it has heading, description, "),
        ("{{ view.table.xyz }}\n", 1, "help: it has header, rule, rows, text"),
        ("{{ veiw.heading }}\n", 1, "there is no 'veiw'\n"),
        ("{% for row in view.table.rows %}\n\n{{ row.a.b }}{% endfor %}", 3, "list has no 'a'"),
        ("{% include 'nope.jinja' %}", 1, "'nope.jinja' not found"),
        ("\n{{ 1 / 0 }}", 2, "division by zero"),
    ],
)
def test_a_template_that_does_not_render_is_told_with_its_line(
    here: Path, capsys: pytest.CaptureFixture[str], template: str, line: int, message: str
) -> None:
    Path("a.yaml").write_text("type: object\nproperties: {a: {}}\n", "utf-8")
    Path("mine/markdown").mkdir(parents=True)
    Path("mine/markdown/object.md.jinja").write_text(template, "utf-8")
    assert main(["generate", "a.yaml", "--target", "markdown", "--templates", "mine"]) == 2
    found = capsys.readouterr().err
    assert "error[TPL001]: template 'markdown/object.md.jinja': " in found
    assert message in found
    assert f"--> mine/markdown/object.md.jinja:{line}:1\n" in found
    assert not Path("generated").exists()


HOSTILE = [
    "a | b",
    "a \\| b",
    "``` code",
    "`",
    "<script>alert(1)</script>",
    "<!-- ",
    "line\r\nbreak\rand\nanother",
    "| --- |",
    "漢字かな交じり文",
    "😀👩‍👩‍👧",
    "مرحبا \u202e txt",
    "\t tab",
    "x" * 100_000,
    "\\",
    "ends with \\",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("plain", [False, True], ids=["padded", "plain"])
def test_hostile_text_leaves_a_table_a_table(text: str, plain: bool) -> None:
    quoted = "".join(f"\\u{ord(c):04x}" if ord(c) < 0x10000 else f"\\U{ord(c):08x}" for c in text)
    description = (
        f'type: object\nproperties:\n  "a": {{description: "{quoted}", example: "{quoted}"}}\n'
        f'  e: {{enum: ["{quoted}", x]}}\n  last: {{}}\n'
    )
    found = schema(description, plain_tables=plain)
    for name, count, cells in (("thing.md", 3, 5), ("e.md", 2, 2)):
        tokens = MarkdownIt("commonmark").enable("table").parse(found[name])
        kinds = [token.type for token in tokens]
        assert kinds.count("table_open") == 1
        assert kinds.count("tr_open") == count + 1
        assert kinds.count("td_open") == count * cells


def test_control_characters_are_shown_as_pictures() -> None:
    odd = '"a\\u001b[2J\\u0000\\t\\nb\\u007f"'
    found = schema(
        f"type: object\ndescription: {odd}\nproperties:\n"
        f"  a: {{description: {odd}, example: {odd}}}\n  e: {{enum: [{odd}, x]}}\n"
    )
    for name in ("thing.md", "e.md"):
        assert "a␛[2J␀" in found[name]
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", found[name])


def test_hostile_names_leave_files_and_tables_alone() -> None:
    names = ["a|b", "../../etc", "a\nb", "😀", "漢字", "a`b", "<b>", "", " "]
    listed = "".join(f"  {name!r}: {{type: object}}\n" for name in names if "\n" not in name)
    found = schema(f"type: object\nproperties:\n{listed}")
    assert all(path.replace(".md", "").isidentifier() for path in found)
    tokens = MarkdownIt("commonmark").enable("table").parse(found["thing.md"])
    assert [token.type for token in tokens].count("tr_open") == len(names)


OPEN = [
    "| a |",
    "```python",
    "~~~~ x\n~~~",
    "<!-- a",
    "<pre>\n\nb",
    "<script>",
    "<?php",
    "<div>",
    "- a\n\n      b",
    "~~~ `a`",
    "```\na\n``` b",
    "```\na\n~~~",
]


@pytest.mark.parametrize("text", OPEN)
def test_a_class_description_cannot_swallow_the_table_below_it(text: str) -> None:
    found = schema(f"type: object\ndescription: {json.dumps(text)}")["thing.md"]
    kinds = [token.type for token in MarkdownIt("commonmark").enable("table").parse(found)]
    assert kinds.count("table_open") == 1


@pytest.mark.parametrize(
    "text",
    [
        "```python\na\n```",
        "```\na\n  ````  ",
        "<!-- a -->",
        " ``` a `` b",
        "<pre>a</pre>",
        "<PRE>a</PRE>",
        "<pre>\na\n</PRE>\nb",
        "a <!-- b",
    ],
)
def test_a_class_description_that_is_closed_stays_as_it_is(text: str) -> None:
    found = schema(f"type: object\ndescription: {json.dumps(text)}")["thing.md"]
    assert found.startswith(f"# Thing\n\n{text}\n\n\n## Fields\n")
