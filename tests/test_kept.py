"""After an edit only what it can reach is rendered, and the folder is as if all were new."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from shutil import copyfile

import pytest

from generator import generate
from generator.config import Settings
from generator.output.manifest import CACHE, NAME
from generator.output.up_to_date import up_to_date

SPEC = """\
openapi: 3.1.0
info: {title: Zoo, version: '1'}
paths:
  /animals:
    post:
      operationId: make
      parameters: [{name: page, in: query, schema: {type: integer}}]
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Animal'}}}}
      responses:
        '200':
          description: Made.
          content: {application/json: {schema: {$ref: '#/components/schemas/Animal'}}}
components:
  schemas:
    Animal:
      type: object
      properties: {id: {$ref: '#/components/schemas/Id'}, coat: {$ref: '#/components/schemas/Coat'}}
    Coat: {type: object, properties: {colour: {$ref: '#/components/schemas/Colour'}}}
    Colour: {enum: [black, white]}
    Id: {type: string}
    Base: {type: object, properties: {size: {type: integer}}}
    Closed: {allOf: [{$ref: '#/components/schemas/Base'}], type: object, properties: {a: {}}}
    Tree: {type: object, properties: {left: {$ref: '#/components/schemas/Tree'}}}
    Gone: {enum: [x]}
"""
FAMILY = """\
openapi: 3.1.0
info: {title: Zoo, version: '1'}
components:
  schemas:
    Pet: {type: object, properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
    Cat: {allOf: [{$ref: '#/components/schemas/Pet'}]}
"""
UPLOAD = """\
openapi: 3.1.0
info: {title: Zoo, version: '1'}
paths:
  /photos:
    post:
      operationId: send
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Form'}}}}
      responses: {'200': {description: Sent.}}
components:
  schemas:
    Form: {type: object, properties: {photo: {$ref: '#/components/schemas/Photo'}}}
    Photo: {type: string, format: binary}
"""
UNION = """\
openapi: 3.1.0
info: {title: Zoo, version: '1'}
paths:
  /pets:
    post:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses:
        '200':
          description: Made.
          content: {application/json: {schema: {type: array, items: {type: string}}}}
components:
  schemas:
    Cat: {type: object, properties: {a: {}}}
    Dog: {type: object, properties: {b: {}}}
    Owner: {type: object, properties: {dog: {$ref: '#/components/schemas/Dog', description: x}}}
    Pet:
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
      discriminator: {propertyName: kind, mapping: {d: '#/components/schemas/Owner/properties/dog'}}
"""
NO_TYPE = ("title: Zoo", "title: Farm")

EDITS = {
    "nothing that a type says": (*NO_TYPE, 0),
    "a leaf, and all that leads to it": ("[black, white]", "[black, red]", 4),
    "what an alias stands for": ("Id: {type: string}", "Id: {type: integer}", 3),
    "a property": ("{left:", "{right: {type: string}, left:", 1),
    # Of all names there are two files: a package, and its stub.
    "a name": ("    Colour: ", "    Hue: {}\n    Colour: ", 3),
    "a type that is gone": ("    Gone: ", "    Come: ", 3),
    "one direction": ("{type: integer}}}\n    C", "{type: integer, readOnly: true}}}\n    C", 2),
    "who asks what was seen": ("properties: {a", "unevaluatedProperties: false, properties: {a", 2),
    "a parameter": ("name: page", "name: pages", 1),
}


def files(folder: str) -> Mapping[str, bytes]:
    """Return the contents of a folder by path, without what only this machine needs."""
    found = (path for path in Path(folder).rglob("*") if CACHE not in path.parts)
    return {str(p.relative_to(folder)): p.read_bytes() for p in found if p.is_file()}


def run(text: str, output: str = "out", **settings: object) -> int:
    """Generate from a description, and return how many files were rendered."""
    counts = [0]
    Path("spec.yaml").write_text(text)
    chosen = replace(Settings(specs=("spec.yaml",), output=output), **settings)  # type: ignore[arg-type]
    outcome = generate(chosen, progress=lambda step, n: counts.append(n * (step == "rendering")))
    assert not outcome.report.failed
    return max(counts)


@pytest.mark.parametrize("edit", EDITS)
def test_what_an_edit_reaches_is_rendered(edit: str, here: Path) -> None:
    before, after, rendered = EDITS[edit]
    assert SPEC.count(before) == 1
    run(SPEC, targets=("python",))
    always = run(SPEC.replace(*NO_TYPE), targets=("python",))
    run(SPEC, targets=("python",))
    assert run(SPEC.replace(before, after), targets=("python",)) - always == rendered
    run(SPEC.replace(before, after), "new", targets=("python",))
    assert files("out") == files("new")


@pytest.mark.parametrize(
    "settings", [{}, {"all_of": "inherit"}, {"index_page": True}, {"include": "reachable"}], ids=str
)
def test_edits_one_after_the_other_leave_what_a_first_run_writes(
    settings: Mapping[str, object], here: Path
) -> None:
    text = SPEC
    run(text, **settings)
    for number, (before, after, _) in enumerate(EDITS.values()):
        text = text.replace(before, after)
        run(text, **settings)
        run(text, f"new{number}", **settings)
        assert files("out") == files(f"new{number}")


def test_a_new_class_is_known_to_the_one_that_it_inherits_from(here: Path) -> None:
    grown = FAMILY + FAMILY[FAMILY.index("    Cat") :].replace("Cat", "Dog")
    for number, text in enumerate((FAMILY, grown, FAMILY)):
        run(text, all_of="inherit")
        run(text, f"new{number}", all_of="inherit")
        assert files("out") == files(f"new{number}")


def test_a_component_is_known_to_be_a_file_of_a_multipart_request(here: Path) -> None:
    sent = UPLOAD.replace("application/json", "multipart/form-data")
    for number, text in enumerate((UPLOAD, sent, UPLOAD)):
        run(text)
        run(text, f"new{number}")
        assert files("out") == files(f"new{number}")


def test_the_order_of_a_union_knows_which_targets_of_its_mapping_are_types(here: Path) -> None:
    used = UNION.replace("{type: string}", "{$ref: '#/components/schemas/Owner/properties/dog'}")
    for number, text in enumerate((UNION, used, UNION)):
        run(text, include="reachable")
        run(text, f"new{number}", include="reachable")
        assert files("out") == files(f"new{number}")
    assert files("new0")["docs/models/pet.md"] != files("new1")["docs/models/pet.md"]


def test_quotes_around_a_timestamp_are_an_edit(here: Path) -> None:
    quoted = SPEC.replace("Id: {type: string", "Id: {type: string, example: '2024-05-06'")
    bare = quoted.replace("'2024-05-06'", "2024-05-06")
    for number, text in enumerate((quoted, bare, quoted)):
        run(text)
        run(text, f"new{number}")
        assert files("out") == files(f"new{number}")
    assert files("new0") != files("new1")


def test_what_a_killed_run_made_is_no_more_after_the_next(here: Path) -> None:
    tables = Settings(specs=("spec.yaml",), output="out", targets=("markdown",))
    run(SPEC.replace("Gone: {", "Come: {enum: [y]}\n    Gone: {"), "new", targets=("markdown",))
    run(SPEC, targets=("markdown",))
    first = files("out")
    assert up_to_date(tables)
    for path in (NAME, "docs/models/come.md"):
        copyfile(f"new/{path}", f"out/{path}")
    assert not up_to_date(tables)
    run(SPEC, targets=("markdown",))
    assert files("out") == first


@pytest.mark.parametrize(
    ("known", "garbled"),
    [
        (r'(?<="models/tree.py":\["python",")\w{4}', "0000"),
        (r'"inputs":{.*?}', '"inputs":{}'),
        (r'(?<="files":){.*?}', '{"a":["b","c",[],1,1]}'),
        ("^", "[" * 100_000),
        (r".{9}$", ""),
    ],
)
def test_what_is_garbled_of_the_last_run_is_not_believed(
    known: str, garbled: str, here: Path
) -> None:
    run(SPEC)
    edited = SPEC.replace("[black, white]", "[black, red]")
    last = Path("out", CACHE, "last-run")
    changed = re.sub(known, garbled, last.read_text())
    assert changed != last.read_text()
    last.write_text(changed)
    Path("spec.yaml").write_text(edited)
    assert not up_to_date(Settings(specs=("spec.yaml",), output="out"))
    run(edited)
    run(edited, "new")
    assert files("out") == files("new")


def test_a_file_that_is_gone_or_edited_is_written_again(here: Path) -> None:
    run(SPEC)
    first = files("out")
    Path("out/models/tree.py").unlink()
    Path("out/models/__init__.py").unlink()
    Path("out/docs/models/tree.md").write_text("mine")
    run(SPEC)
    assert files("out") == first


def test_of_classes_that_are_all_gone_nothing_is_left(here: Path) -> None:
    nothing = "openapi: 3.1.0\ninfo: {title: Zoo, version: '1'}\ncomponents: {}\n"
    for number, text in enumerate((SPEC, nothing, SPEC)):
        run(text)
        run(text, f"new{number}")
        assert files("out") == files(f"new{number}")


def test_other_settings_render_everything(here: Path) -> None:
    run(SPEC)
    run(SPEC, enums="literal")
    run(SPEC, "new", enums="literal")
    assert files("out") == files("new")
