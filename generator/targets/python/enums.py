"""An enum as a class: its members, and its decoder."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.facets import LISTING
from generator.ir import Enum, Type
from generator.names.casing import member_descriptions, member_names
from generator.targets.python import decoding
from generator.targets.python.conditions import condition, rules
from generator.targets.python.documentation import docstring, worded
from generator.targets.python.layout import member_comment
from generator.targets.python.module import Definition, Module, literal
from generator.targets.python.views import MemberView


def write_enum(module: Module, found: Type) -> Definition:
    """Write the decoder of an enum; return its class."""
    assert isinstance(found.shape, Enum)
    python = "str" if found.shape.json == "string" else "int"
    keywords = module.library.keywords(found.schema)
    lines = [] if found.exact else decoding.checked("_check")
    lines += ["if value is None:", "    return None"] if found.nullable else []
    explain = []
    if found.exact:
        explain = [f"    problems.explain(value, {rules(module, keywords)}, path)"]
    if found.exact and not keywords.keys() <= _LISTING_ONLY:
        lines += _unlisted(module, keywords)
    if module.library.settings.open_enums:
        explain = [f"    if type(value) is not {python}:", *(f"    {x}" for x in explain)]
        explain = explain if len(explain) > 1 else []
    module.functions["_decode"] = [*lines, *_looked_up(python, explain)]
    base = "rt.StrEnum" if python == "str" else "rt.IntEnum"
    return Definition(members=members(found), base=base)


def members(found: Type) -> tuple[MemberView, ...]:
    """Return the members of the class of an enum."""
    assert isinstance(found.shape, Enum)
    values = found.shape.values
    names = member_names(values, found.schema)
    said = member_descriptions(values, found.schema) or [""] * len(values)
    docs = [docstring(worded(text), "    ") if text else "" for text in said]
    written = zip(names, map(literal, values), docs, strict=True)
    return tuple(MemberView(n, value + member_comment(n, value), doc) for n, value, doc in written)


def _looked_up(python: str, explain: list[str]) -> list[str]:
    """Return the member of a value; what is none is explained, and stays as it is."""
    if python == "str":
        lines = ["try:", "    return _MEMBERS[value]", "except (KeyError, TypeError):"]
        return [*lines, *explain, "    return value"]
    # To Python, 1 is True and 1.0.
    lines = ["member = _MEMBERS.get(value) if type(value) is int else None"]
    return [*lines, "if member is None:", *explain, "    return value", "return member"]


_LISTING_ONLY = LISTING | {"type", "nullable"}


def _unlisted(module: Module, keywords: Mapping[str, Any]) -> list[str]:
    """The test of what a schema says beside its list of values."""
    rest = {keyword: bound for keyword, bound in keywords.items() if keyword not in LISTING}
    test = condition(module, rest, "value")
    return test.explained() if test else []


def listing(found: Type) -> tuple[object, ...]:
    """Return what the module of an enum follows from, but for what it is called."""
    assert isinstance(found.shape, Enum)
    schema = found.schema
    # As texts: 1 is not 1.0 here, nor true.
    said = repr(found.shape.values), repr(schema.keywords), repr(schema.notes.extensions)
    return found.nullable, found.exact, *said
