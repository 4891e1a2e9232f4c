"""The module of each kind of type, put together, and what its template sees of it."""

from __future__ import annotations

from generator.ir import Enum, Object, Ref, Type, TypeId, Union
from generator.names.casing import member_names
from generator.names.stem import stem
from generator.targets.python import checks, decoding
from generator.targets.python.annotations import annotation, joined, unnamed
from generator.targets.python.conditions import condition, rules
from generator.targets.python.documentation import describe, docstring
from generator.targets.python.module import Library, Module, literal, relative
from generator.targets.python.objects import add_check, write_object
from generator.targets.python.views import FunctionView, MemberView, ModuleView


def complete(library: Library, type_id: TypeId) -> Module:
    """Write the module of a named type."""
    module = Module(library, type_id)
    module.runtimes |= {"Codec", "Path", "Problems"}
    found = library.api.types[type_id]
    if isinstance(found.shape, Object):
        write_object(module, found)
    elif isinstance(found.shape, Enum) and library.settings.enums == "enum":
        _enum(module, found)
    else:
        _alias(module, found)
    return module


def _enum(module: Module, found: Type) -> None:
    assert isinstance(found.shape, Enum)
    values = found.shape.values
    names = member_names(values, found.schema.notes.extensions)
    module.members = tuple(
        MemberView(name, literal(value)) for name, value in zip(names, values, strict=True)
    )
    python = "str" if found.shape.json == "string" else "int"
    module.base = python
    keywords = found.schema.keywords
    lines = ["if value is None:", "    return None"] if found.nullable else []
    if not found.exact:
        lines += ["if problems.strict:", "    _check(value, path, problems)"]
        add_check(module)
        explain = []
    else:
        explain = [f"    problems.explain(value, {rules(module, keywords)}, path)"]
    test = condition(module, {k: v for k, v in keywords.items() if k not in _LISTING}, "value")
    if found.exact and test is not None and not keywords.keys() <= _LISTING | {"type", "nullable"}:
        lines += [f"if {test.fails}:", f"    problems.explain(value, {test.rules}, path)"]
    lines += [f"member = _MEMBERS.get(value) if type(value) is {python} else None"]
    if module.library.settings.open_enums:
        explain = [f"    if type(value) is not {python}:", *(f"    {x}" for x in explain)]
        explain = explain if len(explain) > 1 else []
    lines += ["if member is None:", *explain, "    return value", "return member"]
    module.functions["_decode"] = lines
    module.functions["_encode"] = ['return getattr(value, "_value_", value)']


_LISTING = frozenset({"enum", "const"})


def _alias(module: Module, found: Type) -> None:
    """A union, a list, a scalar: a name for a type that Python can already write."""
    if isinstance(found.shape, Union):
        options = dict.fromkeys(annotation(module, member) for member in found.shape.members)
        whole = list(options) + (["None"] if found.nullable and "None" not in options else [])
        module.alias = " = " + _union(module, whole)
    else:
        plain = unnamed(module, found)
        whole_text = joined({plain: None, "None": None}) if found.nullable else plain
        module.annotated.add("from typing import TypeAlias")
        module.alias = f": TypeAlias = {literal(whole_text)}"
    module.functions["_decode"] = decoding.alias_body(module, found)
    if not found.exact:
        add_check(module)


def _union(module: Module, options: list[str]) -> str:
    module.annotated.add("from typing import Union")
    return f"Union[{', '.join(literal(option) for option in options)}]"


def view_of(module: Module) -> ModuleView:
    """What the template sees of a finished module."""
    library = module.library
    found = library.api.types[module.owner]
    name = module.name
    is_object, is_enum = isinstance(found.shape, Object), bool(module.members)
    functions = tuple(_function(module, *item) for item in module.functions.items())
    codec = _codec(module, is_object, is_enum)
    return ModuleView(
        doc=tuple(docstring(describe(found.schema, f"{name.cls}."), "")),
        class_doc=tuple(docstring(describe(found.schema, f"{name.cls}."), "    ")),
        imports=tuple(_imports(module, is_object, is_enum)),
        type_imports=tuple(_type_imports(module)),
        lazies=tuple(_lazies(module)),
        constants=tuple(_constants(module, late=False)),
        tables=tuple(_constants(module, late=True)),
        cls=name.cls,
        is_object=is_object,
        is_enum=is_enum,
        base=module.base or "_Model",
        value=module.alias,
        fields=module.fields,
        members=module.members,
        to_dict=module.to_dict,
        functions=functions,
        codec=codec,
    )


def _constants(module: Module, *, late: bool) -> list[str]:
    """The module's constants; `late` are the ones that hold functions of the module."""
    return [
        f"{name} = {source}"
        for source, name in module.constants.items()
        if name.startswith(("_BRANCHES", "_DEFAULT")) is late
    ]


def _function(module: Module, name: str, body: list[str]) -> FunctionView:
    is_object = isinstance(module.library.api.types[module.owner].shape, Object)
    if name.startswith("_check"):
        return FunctionView(name, checks.SIGNATURE, "None", tuple(body))
    if name == "_encode":
        return FunctionView(name, "value: Any", "Any", tuple(body))
    more = f", cls: type[{module.name.cls}] = {module.name.cls}"
    own = is_object and name == "_decode"
    return FunctionView(name, decoding.SIGNATURE + (more if own else ""), "Any", tuple(body))


def _codec(module: Module, is_object: bool, is_enum: bool) -> str:
    cls = module.name.cls
    if is_object:
        found = module.library.api.types[module.owner]
        always = found.exact and "type" in found.schema.keywords and not found.nullable
        encode = f"{cls}.to_dict" if always else module.runtime("encode")
        return f"codec = {cls}.codec = _Codec(_decode, {encode}, {cls})"
    if is_enum:
        return f"codec = _Codec(_decode, _encode, {cls})"
    return f"codec = _Codec(_decode, {module.runtime('encode')})"


def _imports(module: Module, is_object: bool, is_enum: bool) -> list[str]:
    package = module.name.package
    base = module.library.settings.package
    lines = ["from dataclasses import dataclass", "from dataclasses import field as _field"] if is_object else []
    lines += ["from enum import Enum"] if is_enum else []
    lines += ["import re"] if module.uses_re else []
    typing = sorted(
        {line.rpartition(" ")[2] for line in module.annotated if line.startswith("from typing ")}
        | {"Any"}
        | ({"TYPE_CHECKING"} if _type_imports(module) else set())
    )
    lines.append(f"from typing import {', '.join(typing)}")
    runtime = relative(package, base, "_runtime")
    names = [n if module.runtime(n) == n else f"{n} as _{n}" for n in sorted(module.runtimes)]
    lines.append(f"from {runtime} import {', '.join(names)}")
    if module.values:
        lines.append(f"from {relative(package, base, '_values')} import {', '.join(sorted(module.values))}")
    if module.uses_formats:
        lines.append(f"from {relative(package, base, '_formats')} import FORMATS as _FORMATS")
    return lines


def _type_imports(module: Module) -> list[str]:
    lines = sorted(line for line in module.annotated if not line.startswith("from typing "))
    for target in module.types:
        found = module.library.names[target]
        lines.append(f"from {relative(module.name.package, found.package, stem(found.cls))} import {found.cls}")
    return sorted(lines)


def _lazies(module: Module) -> list[str]:
    lines = []
    for (target, attribute), name in module.lazies.items():
        found = module.library.names[target]
        source = relative(module.name.package, found.package, stem(found.cls))
        lines.append(f'{name} = lazy(__name__, "{name}", "{source}", "{attribute}")')
    return lines
