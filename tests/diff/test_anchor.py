"""Where a pull request shows what is gone: at the line that stood before it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.cli import main

DESCRIPTION = """\
openapi: 3.1.0
info: {title: Shop, version: 1.0.0}
paths:
  /orders:
    get:
      parameters:
        - {name: first, in: query, schema: {type: string}}
        - name: second
          in: query
          schema:
            type: string
        - {name: third, in: query, schema: {type: string}}
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Order"}
        "201": {description: made}
    post:
      requestBody:
        content:
          application/json:
            schema: {$ref: "#/components/schemas/Status"}
      responses:
        "204": {description: done}
components:
  schemas:
    Order:
      type: object
      required:
        - id
        - size
      properties:
        id: {type: string}
        list:
          type: array
          items: {type: string}
        note:
          type: string
        size: {type: integer, maximum: 9}
        sum: {type: number}
    Status:
      type: string
      enum:
        - open
        - paid
        - sent
"""
GONE = [
    # What is taken out, and the line that is annotated.
    ("        sum: {type: number}\n", "        size: {type"),
    ("        note:\n          type: string\n", "          items: {type: string}"),
    ("        - size\n", "        - id"),
    ("      required:\n        - id\n        - size\n", "      type: object"),
    ("        - paid\n", "        - open"),
    ("        - open\n", "      enum:"),
    (", maximum: 9", "        size: {type: integer}"),
    (
        "        - {name: third, in: query, schema: {type: string}}\n",
        "            type: string",
    ),
    (
        """        - name: second
          in: query
          schema:
            type: string
""",
        "        - {name: first, in: query, schema: {type: string}}",
    ),
    (
        '        "201": {description: made}\n',
        '              schema: {$ref: "#/components/schemas/Or',
    ),
    (
        DESCRIPTION[DESCRIPTION.index("    post:") : DESCRIPTION.index("components:")],
        '        "201"',
    ),
]


@pytest.mark.parametrize(("gone", "beside"), GONE)
def test_what_is_gone_is_annotated_beside_what_stood_before(
    here: Path, capsys: pytest.CaptureFixture[str], gone: str, beside: str
) -> None:
    assert DESCRIPTION.count(gone) == 1
    new = DESCRIPTION.replace(gone, "")
    Path("old.yaml").write_text(DESCRIPTION, "utf-8")
    Path("new.yaml").write_text(new, "utf-8")
    main(["diff", "old.yaml", "new.yaml", "--format", "github"])
    (line,) = set(re.findall(r"file=new\.yaml,line=(\d+)", capsys.readouterr().out))
    assert new.splitlines()[int(line) - 1].startswith(beside)


def test_a_new_value_is_annotated_where_it_is(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = DESCRIPTION.replace('schemas/Order"}', 'schemas/Status"}')
    Path("old.yaml").write_text(new, "utf-8")
    Path("new.yaml").write_text(new + "        - lost\n", "utf-8")
    main(["diff", "old.yaml", "new.yaml", "--format", "github"])
    assert f"file=new.yaml,line={len(new.splitlines()) + 1}," in capsys.readouterr().out


SHARED = """\
openapi: 3.1.0
info: {title: Shop, version: 1.0.0}
components:
  parameters:
    Page: {name: page, in: query, schema: {type: integer}}
  requestBodies:
    Order: {content: {application/json: {schema: {type: object}}}}
  responses:
    Refused: {description: no}
paths:
  /orders:
    post:
      parameters:
        - {name: size, in: query, schema: {type: integer}}
        - $ref: "#/components/parameters/Page"
      requestBody:
        $ref: "#/components/requestBodies/Order"
      responses:
        "204": {description: done}
        "409":
          $ref: "#/components/responses/Refused"
"""
USES = [
    ('        - $ref: "#/components/parameters/Page"\n', "parameter Page", 15),
    (
        '      requestBody:\n        $ref: "#/components/requestBodies/Order"\n',
        "body Order",
        16,
    ),
    (
        '        "409":\n          $ref: "#/components/responses/Refused"\n',
        "response Refused",
        20,
    ),
]


@pytest.mark.parametrize(("use", "name", "line"), USES)
def test_a_component_that_comes_or_goes_is_told_where_it_is_used(
    here: Path, capsys: pytest.CaptureFixture[str], use: str, name: str, line: int
) -> None:
    Path("all.yaml").write_text(SHARED, "utf-8")
    Path("few.yaml").write_text(SHARED.replace(use, ""), "utf-8")
    for versions in (("all.yaml", "few.yaml"), ("few.yaml", "all.yaml")):
        main(["diff", *versions])
        found = re.search(r"\n(.+)\n.+\n +all\.yaml:(\d+):", capsys.readouterr().out)
        assert found
        assert found.groups() == (name, str(line))


@pytest.mark.parametrize("entry", ["        - size\n", "        - sent\n"])
def test_an_entry_of_a_list_is_told_at_its_own_line(
    here: Path, capsys: pytest.CaptureFixture[str], entry: str
) -> None:
    Path("all.yaml").write_text(DESCRIPTION, "utf-8")
    Path("few.yaml").write_text(DESCRIPTION.replace(entry, ""), "utf-8")
    line = DESCRIPTION[: DESCRIPTION.index(entry)].count("\n") + 1
    for versions in (("all.yaml", "few.yaml"), ("few.yaml", "all.yaml")):
        main(["diff", *versions])
        assert f" all.yaml:{line}:11 · " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "contents", "line"),
    [("shop.yaml", DESCRIPTION, 5), ("name.json", '{"title": "Name", "type": "string"}', 1)],
)
def test_what_was_in_a_deleted_file_is_where_it_was(
    here: Path, capsys: pytest.CaptureFixture[str], name: str, contents: str, line: int
) -> None:
    for folder in ("old", "new"):
        Path(folder).mkdir()
        Path(folder, f"other{name[-5:]}").write_text(contents, "utf-8")
    Path("old", name).write_text(contents, "utf-8")
    main(["diff", "old", "new", "--format", "github"])
    assert f"file=old/{name},line={line}," in capsys.readouterr().out
    main(["diff", "old", "new", "--format", "sarif"])
    found = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    places = [one["locations"][0]["physicalLocation"] for one in found if "locations" in one]
    assert len(places) == len(found)
    assert places[0]["artifactLocation"] == {"uri": f"old/{name}"}
    assert places[0]["region"]["startLine"] == line


def test_a_path_of_a_file_of_its_own_that_is_gone_is_where_it_was(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = "openapi: 3.1.0\ninfo: {title: Shop, version: 1.0.0}\npaths:\n  /a: {}\n"
    Path("old.yaml").write_text(f"{head}  /b:\n    $ref: b.yaml\n", "utf-8")
    Path("b.yaml").write_text('summary: B\nget:\n  responses: {"204": {description: done}}\n')
    Path("new.yaml").write_text(head, "utf-8")
    main(["diff", "old.yaml", "new.yaml", "--format", "github"])
    assert "file=b.yaml,line=2,col=1::GET /b: the operation is gone" in capsys.readouterr().out
