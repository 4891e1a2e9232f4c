"""What type checkers say of generated code, and what they know of it in a program that uses it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from generator import generate
from generator.config import Settings

SPEC = """\
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths: {}
components:
  schemas:
    Cat: {type: object, required: [name], properties: {name: {type: string}, kind: {const: cat}}}
    Dog: {type: object, required: [size], properties: {size: {type: [integer, 'null']}}}
    Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}
    Pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}
    Key: {type: string, format: uuid}
    Tom: {$ref: '#/components/schemas/Cat'}
    Colour: {enum: [black, white]}
    Coat: {enum: [short, null]}
    Home: {type: [object, 'null'], properties: {street: {type: string}}}
    Owner:
      type: object
      properties:
        born: {type: string, format: date}
        nick: {type: [string, 'null']}
        stays: {type: [array, 'null'], prefixItems: [{type: string, format: date}]}
        pets: {$ref: '#/components/schemas/Pets'}
    Odd: {anyOf: [{const: 'a] | b'}, {type: integer}]}
    Trip:
      type: object
      required: [to]
      properties: {day: {type: string, format: date}, to: {type: string}}
      not: {required: [night]}
"""
ODD = """\
openapi: 3.1.0
info: {title: Odd, version: '1'}
paths: {}
components:
  schemas:
    Base: {type: object, properties: {name: {type: string}}}
    Derived: {allOf: [{$ref: '#/components/schemas/Base'}]}
    Mixed: {type: array, prefixItems: [{}, {$ref: '#/components/schemas/Base'}]}
    Pair:
      type: object
      properties:
        first: {type: array, prefixItems: [{type: string, format: date}, {}]}
        second: {anyOf: [{type: array, items: {type: string, format: uuid}}, {}]}
        large: {enum: [1, -9223372036854775809, a]}
    Depends:
      type: object
      properties: {name: {type: string}}
      dependentSchemas: {name: {type: string, maxLength: 3}, size: {const: 1}, kind: {}}
    Chooses: {if: {type: string}, then: {type: boolean}, else: {type: integer, minimum: 3}}
    Told:
      oneOf: [{$ref: '#/components/schemas/Base'}, {$ref: '#/components/schemas/Derived'}]
      discriminator: {propertyName: name}
"""
"""What says little to people, and type checkers a lot."""
PROGRAM = """\
from datetime import date
from typing import Literal, assert_type
from uuid import UUID

import generator
from models import UNSET, Cat, Coat, Colour, Dog, Home, Owner, Pets, Unset
from models.coat import codec as coat
from models.colour import codec as colour
from models.home import codec as home
from models.key import codec as key
from models.odd import codec as odd
from models.pet import codec as pet
from models.pets import codec as pets
from models.tom import codec as tom

assert_type(pet.decode({}), Cat | Dog)
assert_type(pets.loads(b""), list[Cat | Dog])
assert_type(key.decode(""), UUID)
assert_type(odd.decode(1), Literal["a] | b"] | int)
assert_type(tom.decode({}), Cat)
assert_type(colour.decode("black"), Colour)
assert_type(coat.decode(None), Coat | None)
assert_type(home.decode(None), Home | None)
assert_type(Owner.from_dict({}), Owner)
assert_type(Owner().born, date | None)
assert_type(Owner().nick, str | None | Unset)
assert_type(Dog(size=None).size, int | None)
owner = Owner(nick=UNSET, pets=[Cat(name="Tom")])
everybody: Pets = [Dog(size=1)]
match pet.decode({}):
    case Cat(name=name):
        assert_type(name, str)
assert_type(generator.compile("spec.yaml")["#"].is_valid(3), bool)
generator.compile("spec.yaml", dialect=7)  # wrong
pet.encode(3)  # wrong
Cat()  # wrong
Owner(born="2020-01-31")  # wrong
Dog(size=None).size + 1  # wrong
"""
OPEN = """\
from typing import assert_never, assert_type

from models import Colour
from models.colour import codec

colour = codec.decode("blue")
assert_type(colour, Colour | str)
match colour:
    case Colour.BLACK | Colour.WHITE:
        pass
    case other:
        assert_never(other)  # wrong
"""
PROGRAMS = [(PROGRAM, Settings()), (OPEN, Settings(open_enums=True))]
SAMPLE = ("beanstream.com", "botify.com", "icons8.com")


Check = Callable[..., "subprocess.CompletedProcess[str]"]


def mypy(*paths: str) -> subprocess.CompletedProcess[str]:
    """Run mypy on paths, as strict as it can be."""
    options = ["--strict", "--no-error-summary", "--cache-dir", os.devnull]
    return _run([sys.executable, "-m", "mypy", *options, *paths])


def pyright(*paths: str) -> subprocess.CompletedProcess[str]:
    """Run pyright on paths; it needs node."""
    if shutil.which("node") is None:
        pytest.skip("needs node")
    return _run([sys.executable, "-m", "pyright", "--pythonpath", sys.executable, *paths])


def ruff(*paths: str) -> subprocess.CompletedProcess[str]:
    """Look for names that are not used; a package imports what others may import of it."""
    options = ["--isolated", "--no-cache", "--select=F", "--per-file-ignores=__init__.py:F401"]
    return _run([sys.executable, "-m", "ruff", "check", *options, *paths])


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("check", [mypy, pyright])
@pytest.mark.parametrize(("program", "settings"), PROGRAMS, ids=["plain", "open"])
def test_a_program_knows_the_types(
    program: str, settings: Settings, check: Check, here: Path
) -> None:
    Path("spec.yaml").write_text(SPEC)
    assert not generate(replace(settings, specs=("spec.yaml",), output=".")).report.failed
    Path("program.py").write_text(program)
    told = [line for line in check("program.py", "models").stdout.splitlines() if "error" in line]
    lines = [int(line.partition("program.py:")[2].partition(":")[0] or 0) for line in told]
    wrong = [n for n, line in enumerate(program.splitlines(), 1) if line.endswith("# wrong")]
    assert [line for line in lines if line] == wrong, told


@pytest.mark.parametrize("check", [mypy, pyright, ruff])
def test_generated_code_is_clean(check: Check, root: Path, shared: Path, here: Path) -> None:
    corpus = shared / "corpora/openapi"
    Path("spec.yaml").write_text(SPEC)
    Path("odd.yaml").write_text(ODD)
    samples = (corpus / f"{name}.json" for name in SAMPLE)
    specs = [Path("spec.yaml"), Path("odd.yaml"), root / "specs/jobs.yaml", *samples]
    packages = [f"models{number}" for number in range(len(specs))]
    for spec, package in zip(specs, packages, strict=True):
        settings = Settings(specs=(str(spec),), output=package, package=package)
        assert generate(replace(settings, all_of="inherit")).changes.written
    done = check(*(f"{package}/{package}" for package in packages))
    assert done.returncode == 0, done.stdout


def test_what_encodes_null_too_is_called_without_a_look(here: Path) -> None:
    Path("spec.yaml").write_text(SPEC)
    assert generate(Settings(specs=("spec.yaml",), output=".")).changes.written
    module = Path("models/owner.py").read_text()
    assert '            members["stays"] = rt.encode(value)\n' in module


def test_a_module_imports_from_modules_and_not_from_the_package(root: Path) -> None:
    models = root / "generated/models"
    texts = {path.name: path.read_text("utf-8") for path in models.glob("*.py")}
    whole = re.compile(r"from \.+ import")
    assert {name for name, text in texts.items() if whole.search(text)} == {"_rt.py"}
