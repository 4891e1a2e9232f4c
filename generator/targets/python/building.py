"""The module of each kind of type, put together, and what its template sees of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.ir import Object, Type, TypeId, Union
from generator.targets.python import checks, decoding
from generator.targets.python.annotations import annotation, joined, named, parts, unnamed
from generator.targets.python.documentation import describe, docstring, worded
from generator.targets.python.encoding import encoder
from generator.targets.python.enums import listing, write_enum
from generator.targets.python.layout import WIDTH, call, comment, exploded, finish, imported
from generator.targets.python.module import Library, Module, literal, relative, settled
from generator.targets.python.objects import PARTS_SIGNATURE, add_check, write_object
from generator.targets.python.origin import origin
from generator.targets.python.views import FunctionView, ModuleView


def complete(library: Library, type_id: TypeId) -> Module:
    """Write the module of a named type."""
    module = Module(library, type_id)
    found = library.api.types[type_id]
    if isinstance(found.shape, Object):
        write_object(module, found)
    elif library.is_enum_class(found.shape):
        write_enum(module, found)
    else:
        _alias(module, found)
    if library.has_check(type_id):
        add_check(module)
    return module


def _alias(module: Module, found: Type) -> None:
    """A union, a list, a scalar: a name for a type that Python can already write."""
    several = options(module, found)
    if len(several) > 1:
        module.annotated.add("from typing import Union")
        sources = [_source(module, option) for option in several]
        one = f"{module.name.cls} = Union[{', '.join(sources)}]"
        long = exploded(f"{module.name.cls} = Union", sources, "[]")
        module.alias = (one,) if len(one) <= WIDTH else tuple(long)
    else:
        module.annotated.add("from typing import TypeAlias")
        value = _meant(module, found)
        kept = comment(module.name.cls, "TypeAlias", value, 0)
        module.alias = (f"{module.name.cls}: TypeAlias = {value}{kept}",)
    module.functions["_decode"] = decoding.body(module, found)


def options(module: Module, found: Type) -> Sequence[str]:
    """Return the types that a union is of, each of them once; none for any other type."""
    if not isinstance(found.shape, Union):
        return ()
    members = (annotation(module, member) for member in found.shape.members)
    each = dict.fromkeys(part for member in members for part in parts(member))
    nullable = found.nullable or "None" in each
    return [*(one for one in each if one != "None"), *(["None"] if nullable else [])]


def _meant(module: Module, found: Type) -> str:
    """What a type is another name for: a class itself, which can be called, or an annotation."""
    library = module.library
    target = settled(library, module.owner)
    shape = library.api.types[target].shape
    is_class = isinstance(shape, Object) or library.is_enum_class(shape)
    if is_class and target in library.names and not library.api.types[target].nullable:
        module.another_name_of = target
        return library.names[target].cls
    plain = unnamed(module, found)
    return _source(module, joined({plain: None, "None": None}) if found.nullable else plain)


def _source(module: Module, annotated: str) -> str:
    """An annotation as an expression: in quotes if it names models, which are not imported."""
    models = {module.library.names[type_id].cls for type_id in {*module.types, module.owner}}
    if models.isdisjoint(re.findall(r"\w+", annotated)):
        return annotated
    module.quotes = True
    return literal(annotated)


def view(library: Library, type_id: TypeId) -> ModuleView:
    """Return what the template sees of the module of a named type."""
    found, name = library.api.types[type_id], library.names[type_id]
    if not library.is_enum_class(found.shape) or library.has_check(type_id):
        return _view(complete(library, type_id))
    # Most enums list what another one does, whatever they are called.
    known, said = library.answers[view], (name.package, *listing(found))
    if said not in known:
        module = complete(library, type_id)
        known[said] = module, _view(module)
    finished: tuple[Module, ModuleView] = known[said]
    alike = finished[0]
    module = Module(library, type_id, base=alike.base, functions=alike.functions)
    return replace(finished[1], doc=_doc(module), cls=name.cls, codec=_codec(module, type_id))


def _doc(module: Module) -> str:
    """What is said of a type: in its class, or below what it is another name for."""
    found = module.library.api.types[module.owner]
    bare = not worded(found.schema.notes.description)
    fallback = (origin(found.schema) or f"{module.name.cls}.") if bare else ""
    indent = "    " if module.base or isinstance(found.shape, Object) else ""
    return docstring(describe(module, found, fallback), indent)


def _view(module: Module) -> ModuleView:
    """What the template sees of a finished module."""
    found = module.library.api.types[module.owner]
    is_object, is_enum = isinstance(found.shape, Object), bool(module.members)
    codec = _codec(module, module.owner if is_object or is_enum else module.another_name_of)
    type_imports = _type_imports(module)
    return ModuleView(
        doc=_doc(module),
        imports=_text(_imports(module, bool(type_imports))),
        own_imports=_text(_own_imports(module)),
        type_imports=finish(type_imports, 1),
        constants=finish([*_lazies(module), *_constants(module, late=False)]),
        tables=finish(_constants(module, late=True)),
        cls=module.name.cls,
        is_object=is_object,
        is_enum=is_enum,
        base=module.base or "rt.Model",
        extends=module.extends is not None,
        alias=_text(module.alias),
        fields=module.fields,
        members=module.members,
        to_dict=finish(module.to_dict, 2),
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


def _codec(module: Module, of: TypeId | None) -> str:
    """The line that makes the codec of a module, last of all."""
    arguments = f"_decode, {module.library.names[of].cls}" if of is not None else "_decode"
    if module.library.settings.strictness != "strict":
        arguments += f', strictness="{module.library.settings.strictness}"'
    if "_check" in module.functions:
        arguments += ", check=_check"
    encode = encoder(module, module.owner)
    if encode != module.runtime("encode"):
        arguments += f", encoder={encode}"
    # A class says by itself what it decodes to, but for an open enum.
    plain = named(module, module.owner if of is None else of)
    said = of is not None and plain == module.library.names[of].cls
    of_type = "" if said else f": rt.Codec[{plain}]"
    lines = [call(f"codec{of_type} = rt.Codec", arguments)]
    if module.quotes:
        lines.append(call(module.runtime("resolvable"), f'__name__, "{module.name.cls}"'))
    return finish(lines)


def _imports(module: Module, checks_types: bool) -> list[str]:
    """The imports from the standard library."""
    lines = _dataclass(module)
    lines += [line for line in module.annotated if "typing " not in line]
    typing = {line.rpartition(" ")[2] for line in module.annotated if "typing " in line} | {"Any"}
    typing |= {"TYPE_CHECKING"} if checks_types else set()
    lines.append(f"from typing import {', '.join(sorted(typing))}")
    return [*(["import re"] if module.uses_re else []), *sorted(lines)]


def _dataclass(module: Module) -> list[str]:
    if not isinstance(module.library.api.types[module.owner].shape, Object):
        return []
    # A class that inherits all fields, the order among them, has none to declare.
    declares = not module.extends or any(" = _field(" in f.default for f in module.fields)
    return [f"from dataclasses import dataclass{', field as _field' if declares else ''}"]


def _own_imports(module: Module) -> list[str]:
    package, base = module.name.package, module.library.settings.package
    home = relative(package, base, "")
    lines = [f"from {home} import _runtime as rt"]
    if module.uses_formats:
        lines.append(f"from {relative(package, base, '_formats')} import FORMATS as _FORMATS")
    if module.runtimes:
        lines += imported(relative(package, base, "_runtime"), sorted(module.runtimes))
    if module.values:
        lines += imported(relative(package, base, "_values"), sorted(module.values))
    for target in _needed(module):
        lines += imported(module.path_to(target), [module.library.names[target].cls])
    return lines


def _needed(module: Module) -> list[TypeId]:
    """The classes that have to be there when the module is imported."""
    return [of for of in (module.extends, module.another_name_of) if of is not None]


def _type_imports(module: Module) -> list[str]:
    lines = []
    for target in sorted(module.types.difference(_needed(module)), key=module.path_to):
        lines += imported(module.path_to(target), [module.library.names[target].cls], 1)
    return lines
