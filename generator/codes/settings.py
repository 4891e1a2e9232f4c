"""Settings that are wrong."""

from __future__ import annotations

from generator.codes.code import Code

CFG001 = Code(
    "CFG001",
    "error",
    "unreadable settings",
    """The file with the settings cannot be read, or is not TOML.

Settings stand in the table `[tool.typewright]` of pyproject.toml, or at the top of a
typewright.toml. `--config FILE` names another file.

    [tool.typewright]
    specs = ["specs/shop.yaml"]
    output = "generated"  # a folder""",
)
CFG002 = Code(
    "CFG002",
    "error",
    "unknown setting",
    """There is no setting of this name. Nothing is ignored in silence: a misspelt setting would
otherwise do nothing. `typewright schema` prints all of them.

    [tool.typewright]
    formater = "black"        # is called formatter

In a typewright.toml the settings stand at the top, without `[tool.typewright]`.""",
)
CFG003 = Code(
    "CFG003",
    "error",
    "setting with a wrong value",
    """The value of a setting is of another type, or none of those that the setting knows.

    [tool.typewright]
    formatter = "yapf"        # black, ruff or none
    package = "shop-models"   # no name that Python could import: shop_models

`typewright schema` prints what each setting takes.""",
)
CFG004 = Code(
    "CFG004",
    "error",
    "nothing to generate from",
    """No description was named: neither on the command line, nor as `specs` in the settings.

    typewright generate openapi.yaml -o generated""",
)
CFG005 = Code(
    "CFG005",
    "warning",
    "package that hides a module of Python",
    """The folder of the models is called like a module of the standard library. With the output
folder on Python's path, every `import` of that module, also within Python itself, finds the models
instead.

    package = "types"         # shop_types, or shop/types

There is no harm where the output folder is a package, with an `__init__.py` of its own.""",
)
CFG006 = Code(
    "CFG006",
    "warning",
    "nothing that operations use",
    """With `include = "reachable"` only the schemas are generated that operations lead to, and no
operation of these descriptions leads to one; a JSON Schema has no operations at all.

    include = "all"

generates every schema that has a name.""",
)
