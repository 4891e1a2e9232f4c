"""Which member of a union a value is of: by its JSON type, by a tag, or by trying."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from generator.facets import enumerated
from generator.ir import Discriminator, Object, Ref, Schema, Type, TypeId, Union
from generator.shaping.composition import resolved
from generator.targets.python.layout import exploded, listed
from generator.targets.python.module import Library, Module, indent, literal

Decoder = Callable[[Module, TypeId], str]


def branches(module: Module, found: Type, value: str, path: str, decoder: Decoder) -> str:
    """Return the expression that decodes `value` as a member of a union."""
    assert isinstance(found.shape, Union)
    members = found.shape.members
    if len(members) == 1:
        return f"{decoder(module, members[0])}({value}, {path}, problems)"
    if told := _told_apart(module, found, decoder):
        return f"problems.tagged({value}, {path}, {told})"
    exclusive = _is_exclusive(module.library, found, members)
    names = [decoder(module, member) for member in members]
    if not exclusive and len(set(names)) == 1:
        return f"{names[0]}({value}, {path}, problems)"
    several = module.constant("BRANCHES", listed(names if exclusive else dict.fromkeys(names)))
    asked = f"problems.{'one_of' if exclusive else 'any_of'}"
    hinted = hints(module, members, found.shape.discriminator, decoder)
    if hinted:
        return f"problems.hinted({value}, {path}, {hinted}, {asked}, {several})"
    return f"{asked}({value}, {path}, {several})"


def asked_by_tag(
    module: Module, schema: Schema, members: tuple[TypeId, ...], checker: Decoder
) -> list[str]:
    """Return the lines that check a value with the member that its tag names, as decoding does.

    None where no enum is open: to ask each member comes to the same there.
    """
    found = module.library.api.types.get(schema.id)
    if not module.library.settings.open_enums or found is None:
        return []
    if not isinstance(found.shape, Union) or not set(found.shape.members) <= set(members):
        return []
    told = _told_apart(module, found, checker)
    asked = [f"problems.tagged(value, path, {told})"] if told else []
    return ["if value is not None:", *indent(asked)] if asked and found.nullable else asked


def _told_apart(module: Module, found: Type, decoder: Decoder) -> str:
    """Return the property that tells the members of a union apart, and the function of each.

    Empty where none does.
    """
    tags = _tags(module.library, found)
    return tagged(module, tags, decoder) if tags else ""


def _is_exclusive(library: Library, found: Type, members: tuple[TypeId, ...]) -> bool:
    """Whether only one member may accept a value: open enums accept what another one lists."""
    exclusive = "oneOf" in found.schema.keywords and not library.settings.open_enums
    return exclusive and not _disjoint(library, members)


def hints(
    module: Module,
    members: tuple[TypeId, ...],
    discriminator: Discriminator | None,
    decoder: Decoder,
) -> str:
    """Return a discriminator's property, and the function of the member that each value names.

    Its `mapping` says which, or the member's own name. Empty where it names none.
    """
    if discriminator is None:
        return ""
    schemas = module.library.api.schemas
    settled = {resolved(schemas, member).id: member for member in members}
    keys = {schemas[target].key: member for target, member in settled.items()}
    named: dict[str | None, TypeId] = {key: member for key, member in keys.items() if key}
    for tag, target in discriminator.mapping.items():
        if (meant := resolved(schemas, target).id) in settled:
            named[tag] = settled[meant]
    told = tagged(module, Discriminator(discriminator.property, named), decoder)
    return f"({told})" if told else ""


def tagged(module: Module, discriminator: Discriminator, decoder: Decoder) -> str:
    """Return the property of a discriminator, and the function that each of its values names."""
    if not discriminator.mapping:
        return ""
    mapping = discriminator.mapping.items()
    rows = [f"{literal(tag)}: {decoder(module, member)}" for tag, member in mapping]
    table = module.constant("BRANCHES", "\n".join(exploded("", rows, "{}")))
    return f"{literal(discriminator.property)}, {table}"


def _disjoint(library: Library, members: tuple[TypeId, ...]) -> bool:
    """Whether no value can be of two members, because their JSON types differ."""
    seen: set[str] = set()
    for member in members:
        types = _json_types(library, member)
        if types is None or not seen.isdisjoint(types):
            return False
        seen |= types | ({"integer"} if "number" in types else set())
    return True


def _json_types(library: Library, type_id: TypeId) -> set[str] | None:
    keywords = _object(library, type_id)[1]
    types = keywords.get("type")
    if types is None or keywords.get("nullable"):
        return None
    found = set(types)
    return found | {"number"} if "integer" in found else found


def _object(library: Library, type_id: TypeId) -> tuple[Type, Mapping[str, Any]]:
    seen: set[TypeId] = set()
    found = library.api.types[type_id]
    while isinstance(found.shape, Ref) and found.exact and type_id not in seen:
        seen.add(type_id)
        type_id = found.shape.target
        found = library.api.types[type_id]
    return found, found.schema.keywords


def _tags(library: Library, found: Type) -> Discriminator | None:
    """The property that tells the members apart, and the member of each of its values.

    Each member has to be an object that requires the property and allows it values that no other
    member does: then looking at it gives the same answer as trying every member.
    """
    assert isinstance(found.shape, Union)
    members = found.shape.members
    if len(members) < 2:
        return None
    candidates = _constants(library, members[0])
    if found.shape.discriminator is not None:
        first = found.shape.discriminator.property
        candidates = {k: v for k, v in candidates.items() if k == first} or candidates
    for property_ in candidates:
        by_value: dict[str | None, TypeId] = {}
        for member in members:
            values = _constants(library, member).get(property_)
            if values is None or not by_value.keys().isdisjoint(values):
                break
            by_value |= dict.fromkeys(values, member)
        else:
            return Discriminator(property_, by_value)
    return None


def _constants(library: Library, member: TypeId) -> Mapping[str, tuple[str, ...]]:
    """The required properties of an object whose values are a few fixed strings."""
    found, keywords = _object(library, member)
    if not isinstance(found.shape, Object) or keywords.get("type") != ("object",):
        return {}
    if found.nullable:
        return {}
    constants = {}
    for field in found.shape.fields:
        values = _fixed(library, field.type) if field.required else None
        if values:
            constants[field.name] = values
    return constants


def _fixed(library: Library, type_id: TypeId) -> tuple[str, ...] | None:
    found, keywords = _object(library, type_id)
    if found.nullable or keywords.get("nullable"):
        return None
    values = enumerated(keywords)
    return tuple(values) if values and all(type(value) is str for value in values) else None
