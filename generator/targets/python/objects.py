"""An object as a dataclass: its fields, its decoder and its encoder."""

from __future__ import annotations

from dataclasses import replace

from generator.ir import Field, Object, Type, TypeId
from generator.names.casing import field_names
from generator.targets.python.checks import body as check_body
from generator.targets.python.conditions import bounds, missing, rules
from generator.targets.python.decoding import (
    SIGNATURE,
    UNMEASURED,
    checked,
    decoder,
    inline,
    inline_passes_numbers,
    is_left_alone,
    makes_something,
    reports_missing,
)
from generator.targets.python.defaults import default_of
from generator.targets.python.dispatch import tagged
from generator.targets.python.encoding import called, encoded, is_json
from generator.targets.python.fields import Named, base_fields, written_fields
from generator.targets.python.layout import (
    LONG,
    WIDTH,
    call,
    exploded,
    listed,
    unpacked,
)
from generator.targets.python.module import Definition, Library, Module, indent, literal
from generator.targets.python.nullness import admits_null
from generator.targets.python.scalars import equal_scalar, written_once

PARTS_SIGNATURE = f"made: Any, {SIGNATURE}"
_MANY = 100
"""Fields from which on a decoder is written in parts: type checkers give up on longer functions."""


def write_object(module: Module, found: Type) -> Definition:
    """Write the decoder of an object; return its dataclass."""
    assert isinstance(found.shape, Object)
    names = field_names([field.name for field in found.shape.fields])
    fields = list(zip(found.shape.fields, names, strict=True))
    narrower = _narrower(module, found.shape)
    module.functions["_own" if narrower else "_decode"] = _decode(module, found, fields)
    if narrower:
        decoding = [call("return problems.narrowed", f"value, path, ({narrower}), _own")]
        module.functions["_decode"] = decoding
    to_dict = tuple(_to_dict(module, found, fields))
    inherited = base_fields(module.library, module.owner, found)
    written = written_fields(module, found, fields, inherited)
    base = found.shape.base if inherited else None
    if base is None:
        return Definition(written, to_dict=to_dict)
    return Definition(written, to_dict=to_dict, base=module.library.names[base].cls, extends=base)


def add_check(module: Module) -> None:
    """Add the check of the whole schema, which other modules or the decoder call."""
    schema = module.library.api.types[module.owner].schema
    # It comes before the functions that it calls, which are written on the way.
    module.functions.setdefault("_check", [])
    module.functions["_check"] = check_body(module, schema)


def _decode(module: Module, found: Type, fields: list[Named]) -> list[str]:
    made = call("made: Any = rt.new", module.name.cls)
    lines = [*_before_fields(module, found), made]
    kept = "made.additional_properties"
    others = _others(module, found, fields)
    where = "others" if others else kept
    if len(fields) < _MANY:
        lines += [*_taken(module, fields, where), *_set(module, found, fields)]
    else:
        lines += _in_parts(module, found, fields, where)
    return [*lines, *others, *([f"{kept} = others"] if others else []), "return made"]


def _set(module: Module, found: Type, fields: list[Named]) -> list[str]:
    lines = []
    for (field, name), local in zip(fields, _locals(fields), strict=True):
        lines += [*_field(module, field, local, found.exact), _assigned(name, local)]
    return lines


def _in_parts(module: Module, found: Type, fields: list[Named], others: str) -> list[str]:
    """Decode the fields in functions of their own, so many in each."""
    names, calls = _names(module, fields), []
    for start in range(0, len(fields), _MANY):
        part, name = fields[start : start + _MANY], f"_fields_{start // _MANY}"
        got = unpacked(_locals(part), _got(f"{names}[{start}:{start + _MANY}]"), 1)
        module.functions[name] = [*got, *_set(module, found, part)]
        calls.append(f"{name}(made, value, path, problems)")
    known, ordered = _known(module, names), _in_order(module, names)
    order = f"made._order = None if {ordered} else tuple(value)"
    return [*calls, f"{others} = problems.others(value, {known})", order]


def _locals(fields: list[Named]) -> list[str]:
    """The variables that the members are taken out into."""
    return [f"{n}_" if len(n) < LONG else f"_member_{i}" for i, (_, n) in enumerate(fields)]


def _assigned(name: str, value: str) -> str:
    if len(name) < LONG:
        return f"made.{name} = {value}"
    return call("object.__setattr__", f"made, {literal(name)}, {value}")


def _taken(module: Module, fields: list[Named], others: str) -> list[str]:
    """Take the members out of the value, each into a variable of its own; `others` is the last.

    Most values have all members in the schema's order: those need not be looked up by name.
    """
    if not fields:
        return [f"{others} = dict(value)", "made._order = None"]
    names = _names(module, fields)
    known = _known(module, names)
    return [
        f"if {_in_order(module, names)}:",
        "    values: Any = value.values()",
        f"    {others} = {{}}",
        "    made._order = None",
        "else:",
        f"    values = {_got(names)}",
        f"    {others} = problems.others(value, {known})",
        "    made._order = tuple(value)",
        *unpacked(_locals(fields), "values", 1),
    ]


def _names(module: Module, fields: list[Named]) -> str:
    """The constant with the names of all members that a field is for, in the schema's order."""
    names = [literal(field.name) for field, _ in fields]
    return module.constant("NAMES", "\n".join(exploded("", names, "[]")))


def _in_order(module: Module, names: str) -> str:
    """The test whether a value has all these members, in the schema's order.

    Names are soon compared with themselves: as literals, and as `orjson` hands them out.
    """
    parsed = module.constant("PARSED", f"rt.as_parsed({names})")
    return f"[*value] == ({names} if path is None else {parsed})"


def _known(module: Module, names: str) -> str:
    return module.constant("KNOWN", f"frozenset({names})")


def _got(names: str) -> str:
    """The expression for the members of these names; those that are missing are `UNSET`."""
    return f"map(value.get, {names}, rt.UNSETS)"


def _before_fields(module: Module, found: Type) -> list[str]:
    """The beginning of a decoder: null, what is no object, and keywords about the whole of it."""
    assert isinstance(found.shape, Object)
    keywords = found.schema.keywords
    lines = _unmeasured(module, found) if found.exact else checked("_check")
    lines += ["if value is None:", "    return None"] if found.nullable else []
    lines.append("if type(value) is not dict:")
    if "type" in keywords:
        types = rules(module, {"type": keywords["type"]})
        lines.append(f"    problems.explain(value, {types}, path)")
    lines.append("    return value")
    if not found.exact:
        return lines
    test = bounds(module, keywords, "value", "object")
    named = {field.name for field in found.shape.fields}
    unnamed = [name for name in keywords.get("required", ()) if name not in named]
    return [*lines, *(test.explained() if test else []), *missing(unnamed)]


def _unmeasured(module: Module, found: Type) -> list[str]:
    """Say if members may hold numbers that nobody looks at; of unknown ones `others` says it."""
    assert isinstance(found.shape, Object)
    types = [field.type for field in found.shape.fields]
    if not types and found.shape.additional is not None:
        types = [found.shape.additional]
    others = "type" not in found.schema.keywords
    passes = others or any(inline_passes_numbers(module.library, type_id) for type_id in types)
    return [UNMEASURED] if passes else []


@written_once(equal_scalar)
def _field(module: Module, field: Field, local: str, exact: bool) -> list[str]:
    """Decode the variable that holds a field's member."""
    lines = _made(module, field, local, exact)
    reports = exact and reports_missing(module.library, field.type, lines, local)
    if field.required and exact:
        instead = [f"problems.missing(path, {literal(field.name)})"]
        if reports:
            return lines
    else:
        absent = _absent(module, field)
        instead = [f"{local} = {absent}"] if absent != "UNSET" else []
    test = f"if {local} is {module.needs('_runtime', 'UNSET')}:"
    if reports and len(lines) == 2:
        # Looked at last: what a payload may have, it mostly has.
        return [lines[0], *indent(_either(test, instead, [lines[1][4:]], local))]
    return _either(test, instead, lines, local)


def _either(test: str, instead: list[str], lines: list[str], local: str) -> list[str]:
    """Do one thing if the member is missing, another if it is there."""
    if not instead:
        return [f"if {local} is not UNSET:", *indent(lines)] if lines else []
    return [test, *indent(instead), *(["else:", *indent(lines)] if lines else [])]


def _made(module: Module, field: Field, local: str, exact: bool) -> list[str]:
    if exact:
        return inline(module, field.type, local, f"(path, {literal(field.name)})")
    if is_left_alone(module.library, field.type):
        return []
    return [call(f"{local} = rt.attempt", f"{decoder(module, field.type)}, {local}, problems")]


def _absent(module: Module, field: Field) -> str:
    """The expression for the value of a field whose member is not there."""
    default = default_of(module, field)
    if default is not None:
        return default.value
    return "UNSET" if field.required or admits_null(module.library, field.type) else "None"


def _others(module: Module, found: Type, fields: list[Named]) -> list[str]:
    """Decode the members that no field is for; in a closed object they are a problem."""
    assert isinstance(found.shape, Object)
    additional = found.shape.additional
    nulls = _without_null(module, found, fields)
    if not nulls:
        return _unknown(module, found, additional)
    known = module.constant("NULLS", listed(list(map(literal, nulls))))
    added = call("    others = rt.with_nulls", f"others, value, {known}")
    # What no field holds stands behind all fields, if nobody knows where it was.
    ordered = "    made._order = tuple(value)"
    return [*_unknown(module, found, additional), "if None in value.values():", added, ordered]


def _unknown(module: Module, found: Type, additional: TypeId | None) -> list[str]:
    if additional is None:
        return ["if others:", "    problems.unknown(others, path)"] if found.exact else []
    if found.exact:
        wanted, head, path = makes_something(module.library, additional), "each_member", "path, "
    else:
        wanted, head, path = not is_left_alone(module.library, additional), "attempt_each", ""
    if not wanted:
        return []
    arguments = f"{decoder(module, additional)}, others, {path}problems"
    return ["if others:", call(f"    others = rt.{head}", arguments)]


def _without_null(module: Module, found: Type, fields: list[Named]) -> list[str]:
    """The members whose fields have no place for a null, though one may be valid.

    A field that only one branch of a union describes says nothing of the other branches.
    """
    if found.exact:
        return []
    return [field.name for field, _ in fields if _none_is_missing(module, field)]


def _none_is_missing(module: Module, field: Field) -> bool:
    nullable = field.required or admits_null(module.library, field.type)
    return not nullable and default_of(module, field) is None


def _to_dict(module: Module, found: Type, fields: list[Named]) -> list[str]:
    """The body of `to_dict`: one literal for the fields in front that are always there."""
    leading = []
    for field, name in fields:
        if not _is_always_there(found.exact, field):
            break
        value = encoded(module, field.type, f"self.{name}")
        leading.append(f"{literal(field.name)}: {value}")
    lines = exploded("members: dict[str, Any] = ", leading, "{}")
    rest = [
        line
        for field, name in fields[len(leading) :]
        for line in _member(module, field, name, found.exact)
    ]
    lines += ["order = self._order"]
    taken = ("value = ", "if (value := ")
    lines += ["value: Any"] if any(line.startswith(taken) for line in rest) else []
    lines += [
        *rest,
        "if self.additional_properties:",
        f"    members.update({_others_encoded(module, found, fields)})",
    ]
    return [*lines, "return members if order is None else rt.arrange(members, order)"]


def _others_encoded(module: Module, found: Type, fields: list[Named]) -> str:
    assert isinstance(found.shape, Object)
    others = "self.additional_properties"
    if _without_null(module, found, fields):
        others = f"rt.others({others}, frozenset(members))"
    elif fields:  # What a field is for, it alone says.
        others = f"rt.others({others}, {_known(module, _names(module, fields))})"
    additional = found.shape.additional
    return f"rt.encode({others})" if additional is None else called(module, additional, others)


def _is_always_there(exact: bool, field: Field) -> bool:
    return field.required and exact


@written_once(equal_scalar)
def _member(module: Module, field: Field, name: str, exact: bool) -> list[str]:
    """The lines of `to_dict` for one field: what is missing is not written."""
    key = literal(field.name)
    if _is_always_there(exact, field) and len(name) < LONG:
        return [f"members[{key}] = {encoded(module, field.type, f'self.{name}')}"]
    value = _encoded(module, field, exact and len(name) < LONG)
    taken = f"value = self.{name}"
    if len(name) >= LONG:
        taken = call("value = getattr", f"self, {literal(name)}")
    if _is_always_there(exact, field):
        return [taken, f"members[{key}] = {value}"]
    if (default := default_of(module, field)) is not None:
        there = [taken, f"if order is None or {key} in order or {default.other}:"]
    else:
        nullable = field.required or admits_null(module.library, field.type)
        missing = "UNSET" if nullable else "None"
        there = [f"if (value := self.{name}) is not {missing}:"]
        # A required attribute is never UNSET to type checkers, only to what is decoded as it is.
        if field.required or len(f"        {there[0]}") > WIDTH:
            there = [taken, f"if value is not {missing}:"]
    return [*there, f"    members[{key}] = {value}"]


def _encoded(module: Module, field: Field, sure: bool) -> str:
    """The expression that encodes `value`, which may be of any type if it is not sure."""
    if sure or is_json(module.library, field.type):
        return encoded(module, field.type, "value")
    return called(module, field.type, "value")


def _narrower(module: Module, shape: Object) -> str:
    """The classes derived from that of an object that its discriminator names; empty without."""
    if shape.narrower is None:
        return ""
    mapping = {
        tag: target
        for tag, target in shape.narrower.mapping.items()
        if _is_derived(module.library, target, module.owner)
    }
    return tagged(module, replace(shape.narrower, mapping=mapping), decoder)


def _is_derived(library: Library, type_id: TypeId, base: TypeId) -> bool:
    """Whether the class of an object inherits from that of another."""
    while type_id != base:
        found = library.api.types[type_id]
        above = found.shape.base if isinstance(found.shape, Object) else None
        if type_id not in library.names or not above or not base_fields(library, type_id, found):
            return False
        type_id = above
    return True
