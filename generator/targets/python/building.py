"""The module of each kind of type, put together, and what its template sees of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from generator.ir import Enum, Object, Schema, Type, TypeId, Union
from generator.names.casing import member_descriptions
from generator.targets.python import checks, decoding
from generator.targets.python.annotations import annotation, joined, named, parts, unnamed
from generator.targets.python.documentation import describe, docstring, worded
from generator.targets.python.encoding import encoder
from generator.targets.python.enums import listing, write_enum
from generator.targets.python.layout import WIDTH, call, comment, exploded, finish, imported
from generator.targets.python.module import (
    Definition,
    Library,
    Module,
    literal,
    relative,
    settled,
)
from generator.targets.python.objects import PARTS_SIGNATURE, add_check, write_object
from generator.targets.python.origin import origin
from generator.targets.python.views import FunctionView, ModuleView


def _written(module: Module) -> Definition:
    """Write the functions of a module; return what it defines."""
    library = module.library
    found = library.api.types[module.owner]
    if isinstance(found.shape, Object):
        definition = write_object(module, found)
    elif library.is_enum_class(found.shape):
        definition = write_enum(module, found)
    else:
        definition = _alias(module, found)
        module.functions["_decode"] = decoding.body(module, found)
    if library.has_check(module.owner):
        add_check(module)
    return definition


def _alias(module: Module, found: Type) -> Definition:
    """A union, a list, a scalar: a name for a type that Python can already write."""
    cls, several = module.name.cls, options(module, found)
    if len(several) > 1:
        module.needs("typing", "Union")
        models = _models(module)
        sources = [_source(option, models) for option in several]
        one = f"{cls} = Union[{', '.join(sources)}]"
        long = exploded(f"{cls} = Union", sources, "[]")
        alias = (one,) if len(one) <= WIDTH else tuple(long)
        return Definition(alias=alias, quotes=sources != several)
    module.needs("typing", "TypeAlias")
    if (target := _class(module)) is not None:
        value = plain = module.library.names[target].cls
    else:
        plain = unnamed(module, found)
        plain = joined({plain: None, "None": None}) if found.nullable else plain
        value = _source(plain, _models(module))
    kept = comment(cls, "TypeAlias", value, 0)
    alias = (f"{cls}: TypeAlias = {value}{kept}",)
    return Definition(another_name_of=target, alias=alias, quotes=value != plain)


def options(module: Module, found: Type) -> list[str]:
    """Return the types that a union is of, each of them once; none for any other type."""
    if not isinstance(found.shape, Union):
        return []
    members = (annotation(module, member) for member in found.shape.members)
    each = dict.fromkeys(part for member in members for part in parts(member))
    nullable = found.nullable or "None" in each
    return [*(one for one in each if one != "None"), *(["None"] if nullable else [])]


def _class(module: Module) -> TypeId | None:
    """The class that a type is another name for: that can be called, as an annotation cannot."""
    library = module.library
    target = settled(library, module.owner)
    found = library.api.types[target]
    is_class = library.is_class(found.shape) and target in library.names
    return target if is_class and not found.nullable else None


def _models(module: Module) -> set[str]:
    """The classes that annotations of a module name, and its own."""
    return {module.library.names[type_id].cls for type_id in (*module.models, module.owner)}


def _source(annotated: str, models: set[str]) -> str:
    """An annotation as an expression: in quotes if it names models, which are not imported."""
    plain = models.isdisjoint(re.findall(r"\w+", annotated))
    return annotated if plain else literal(annotated)


def view(library: Library, type_id: TypeId) -> ModuleView:
    """Return what the template sees of the module of a named type."""
    found, name = library.api.types[type_id], library.names[type_id]
    if not library.is_enum_class(found.shape) or library.has_check(type_id):
        return _view(Module(library, type_id))
    # Most enums list what another one does, whatever they are called.
    known, said = library.answers[view], (name.package, *listing(found))
    if said not in known:
        module = Module(library, type_id)
        known[said] = _view(module), module.functions
    alike, functions = known[said]
    codec = _codec(Module(library, type_id, functions=functions), type_id)
    made: ModuleView = replace(alike, doc=_doc(library, type_id), cls=name.cls, codec=codec)
    return made


def _doc(library: Library, type_id: TypeId) -> str:
    """What is said of a type: in its class, or below what it is another name for."""
    found = library.api.types[type_id]
    own = library.schemas.get(type_id, found.schema)
    if own is not found.schema and own.key and own.keywords is found.schema.keywords:
        # What one response says of a component need not be so of others that return it.
        found = replace(found, schema=own)
    bare = not worded(found.schema.notes.description)
    fallback = (origin(found.schema) or _title(library.names[type_id].cls, found)) if bare else ""
    indent = "    " if library.is_class(found.shape) else ""
    text = describe(library, [found], fallback)
    if isinstance(found.shape, Enum) and not indent:
        text = "\n\n".join([text, *_value_docs(found.shape, found.schema)])
    return docstring(text, indent)


def _title(cls: str, found: Type) -> str:
    """What stands for the description of a type that nothing describes."""
    title = worded(found.schema.notes.title).rstrip(".")
    return f"{title or cls}."


def _value_docs(shape: Enum, schema: Schema) -> Iterator[str]:
    """What is said of the values of an enum that has no class with members to say it."""
    said = member_descriptions(shape.values, schema)
    pairs = zip(shape.values, map(worded, said), strict=False)
    if lines := [f"- `{value}`: {' '.join(text.split())}" for value, text in pairs if text]:
        yield "\n".join(lines)


def _view(module: Module) -> ModuleView:
    """Write a module; return what the template sees of it."""
    made, shape = _written(module), module.library.api.types[module.owner].shape
    of = module.owner if module.library.is_class(shape) else made.another_name_of
    codec = _codec(module, of, quotes=made.quotes)
    # The classes that have to be there when the module is imported.
    needed = [one for one in (made.extends, made.another_name_of) if one is not None]
    type_imports = _type_imports(module, needed)
    return ModuleView(
        doc=_doc(module.library, module.owner),
        imports=_text(_imports(module, made, bool(type_imports))),
        own_imports=_text(_own_imports(module, needed)),
        type_imports=finish(type_imports, 1),
        constants=finish([*_lazies(module), *_constants(module, late=False)]),
        tables=finish(_constants(module, late=True)),
        cls=module.name.cls,
        is_object=isinstance(shape, Object),
        is_enum=bool(made.members),
        base=made.base,
        extends=made.extends is not None,
        alias=_text(made.alias),
        fields=made.fields,
        members=made.members,
        to_dict=finish(made.to_dict, 2),
        functions=tuple(_function(name, body) for name, body in module.functions.items()),
        codec=codec,
    )


_text = "\n".join
_SIGNATURES = {"check": checks.SIGNATURE, "fields": PARTS_SIGNATURE}


def _function(name: str, body: list[str]) -> FunctionView:
    signature = _SIGNATURES.get(name.split("_")[1], decoding.SIGNATURE)
    return FunctionView(name, signature, finish(body, 1))


def _constants(module: Module, *, late: bool) -> list[str]:
    """The module's constants; `late` are the ones that hold functions of the module."""
    return [
        line
        for source, name in module.constants.items()
        if name.startswith(("_BRANCHES", "_DEFAULT")) is late
        for line in f"{name}{_TYPED.get(name[:8], '')} = {source}".split("\n")
    ]


_TYPED = {"_DEFAULT": ": rt.Default", "_VALUES_": ": Any"}
"""Constants that are used above their definition, or compared with any value, need their type."""


def _lazies(module: Module) -> list[str]:
    lines = []
    for (target, attribute), name in module.lazies.items():
        arguments = f'__name__, "{module.path_to(target)}"'
        if attribute != "_decode":
            arguments += f', attribute="{attribute}"'
        elif target in module.looked_up:
            lines.append(f"{module.looked_up[target]}: dict[Any, Any] = {{}}")
            arguments += f", {module.looked_up[target]}"
        lines.append(call(f"{name} = rt.lazy", arguments))
    return lines


def _codec(module: Module, of: TypeId | None, *, quotes: bool = False) -> str:
    """The line that makes the codec of a module, last of all."""
    arguments = f"_decode, {module.library.names[of].cls}" if of is not None else "_decode"
    if module.library.settings.strictness != "strict":
        arguments += f', strictness="{module.library.settings.strictness}"'
    if "_check" in module.functions:
        arguments += ", check=_check"
    encode = encoder(module, module.owner)
    if encode != "rt.encode":
        arguments += f", encoder={encode}"
    # A class says by itself what it decodes to, but for an open enum, and one that may be null.
    own = of == module.owner
    plain = annotation(module, module.owner) if own else named(module, of or module.owner)
    said = of is not None and plain == module.library.names[of].cls
    of_type = "" if said else f": rt.Codec[{plain}]"
    lines = [call(f"codec{of_type} = rt.Codec", arguments)]
    if quotes:
        lines.append(call("rt.resolvable", f'__name__, "{module.name.cls}"'))
    return finish(lines)


def _imports(module: Module, made: Definition, checks_types: bool) -> list[str]:
    """The imports from the standard library."""
    lines, typing = _dataclass(module, made), {"Any"}
    typing |= {"TYPE_CHECKING"} if checks_types else set()
    for source, name in module.imports:
        if source == "typing":
            typing.add(name)
        elif name and source[0] != "_":
            lines.append(f"from {source} import {name}")
    lines.append(f"from typing import {', '.join(sorted(typing))}")
    return [*(["import re"] if ("re", "") in module.imports else []), *sorted(lines)]


def _dataclass(module: Module, made: Definition) -> list[str]:
    if not isinstance(module.library.api.types[module.owner].shape, Object):
        return []
    # A class that inherits all fields, the order among them, has none to declare.
    declares = not made.extends or any(" = _field(" in f.default for f in made.fields)
    return [f"from dataclasses import dataclass{', field as _field' if declares else ''}"]


def _own_imports(module: Module, needed: Sequence[TypeId]) -> list[str]:
    package, base = module.name.package, module.library.settings.package
    lines = [f"from {relative(package, base, '_rt')} import rt"]
    for source, group in groupby(sorted(module.imports), key=itemgetter(0)):
        if source[0] == "_":
            lines += imported(relative(package, base, source), [name for _, name in group])
    for target in needed:
        lines += imported(module.path_to(target), [module.library.names[target].cls])
    return lines


def _type_imports(module: Module, needed: Sequence[TypeId]) -> list[str]:
    lines = []
    for target in sorted(module.models.difference(needed), key=module.path_to):
        lines += imported(module.path_to(target), [module.library.names[target].cls], 1)
    return lines
