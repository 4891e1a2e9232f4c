"""Decoding as Python: straight-line code that checks a JSON value and makes the typed one of it.

A generated decoder is `(value, path, problems)`. It records every problem and returns what it
could make, which is thrown away if there were any. Where a shape alone does not say all that the
schema says, the schema's check decides, and the shape only makes the value (`attempt`).
"""

from __future__ import annotations

from generator.facets import LISTING
from generator.ir import (
    Anything,
    Array,
    Constant,
    Enum,
    Map,
    Never,
    Object,
    Ref,
    Scalar,
    Shape,
    Tuple,
    Type,
    TypeId,
    Union,
)
from generator.targets.python.annotations import converter, is_fixed
from generator.targets.python.checks import checker
from generator.targets.python.conditions import bounds, condition, missing, rules
from generator.targets.python.dispatch import branches, hints
from generator.targets.python.layout import call
from generator.targets.python.module import (
    Library,
    Module,
    handed,
    indent,
    of_type,
    sequence,
    settled,
)
from generator.targets.python.ranges import passes_unmeasured

SIGNATURE = "value: Any, path: Any, problems: rt.Problems"
UNMEASURED = "problems.unmeasured = True"
"""How a decoder says that it lets numbers pass without looking at their size (see `ranges`)."""
_LARGE = (Union, Map, Tuple, Object)
_INNER = frozenset({"items", "additionalProperties"})
_LISTED = (Scalar, Constant, Enum)
_WHOLE = frozenset({"date-time", "date", "time", "uuid"})
"""The formats of which Python converts those strings only that are of them."""


def decoder(module: Module, type_id: TypeId) -> str:
    """Return the name of the function that decodes a type, writing it if need be."""
    type_id = settled(module.library, type_id)
    if type_id in module.library.names:
        return module.lazy(type_id, "_decode")
    found = module.library.api.types[type_id]
    return module.private("_decode", _known_by(module, type_id), lambda: body(module, found))


def _known_by(module: Module, type_id: TypeId, depth: int = 3) -> str:
    """What a decoder is known by: what says the same is decoded alike, wherever it stands."""
    library = module.library
    found = library.api.types[type_id]
    if not (depth and found.exact) or type_id in library.names:
        return type_id
    keywords = library.keywords(found.schema)
    match found.shape:
        case Scalar() | Constant() | Enum() | Anything():
            return f"{found.shape} {found.nullable} {keywords}"
        case Array(inner) | Map(inner):
            each = _known_by(module, settled(library, inner), depth - 1)
            keywords = {k: v for k, v in keywords.items() if k not in _INNER}
            return f"{type(found.shape).__name__}({each}) {found.nullable} {keywords}"
        case Ref(target):
            return f"{_known_by(module, settled(library, target), depth - 1)} {found.nullable}"
    return type_id


def body(module: Module, found: Type) -> list[str]:
    """The lines of the decoder of a type that is no class, after its `def`."""
    if found.exact:
        lines = [UNMEASURED] if _passes_numbers(module.library, found) else []
        return [*lines, *_value(module, found, "value", "path"), "return value"]
    check = checker(module, found.schema.id)
    return [*checked(check), *_lenient(module, found, "value"), "return value"]


def checked(check: str) -> list[str]:
    """How a decoder begins whose shape does not say all: what is refused is not decoded."""
    call = f"{check}(value, path, problems)"
    return [UNMEASURED, call, "if problems:", "    return value"]


def inline(module: Module, type_id: TypeId, value: str, path: str) -> list[str]:
    """The lines that decode the variable `value` in place."""
    library = module.library
    type_id = settled(library, type_id)
    found = library.api.types[type_id]
    if found.exact and not _is_large(library, found.shape):
        return _value(module, found, value, path)
    made = call(f"{value} = {decoder(module, type_id)}", f"{value}, {handed(path)}, problems")
    return _looked_up(module, type_id, value, made) if _is_in_members(module, found) else [made]


def _is_in_members(module: Module, found: Type) -> bool:
    """Whether a value of an enum is valid if there is a member for it."""
    strings = isinstance(found.shape, Enum) and found.shape.json == "string"
    bare = (
        found.exact
        and not found.nullable
        and module.library.keywords(found.schema).keys() <= {"type", *LISTING}
    )
    return strings and bare and found.schema.id in module.library.names


def _looked_up(module: Module, type_id: TypeId, value: str, otherwise: str) -> list[str]:
    """Take the member of an enum; only what has none takes a call."""
    found = f"    {value} = {module.members_of(type_id)}[{value}]"
    return ["try:", found, "except (KeyError, TypeError):", f"    {otherwise}"]


@of_type
def inline_passes_numbers(library: Library, type_id: TypeId) -> bool:
    """Whether the lines that decode a type in place let numbers pass that they do not look at."""
    found = library.api.types[settled(library, type_id)]
    in_place = found.exact and not _is_large(library, found.shape)
    return in_place and _passes_numbers(library, found)


def _passes_numbers(library: Library, found: Type) -> bool:
    """Whether numbers may come through without anything having looked at their size."""
    if "type" not in found.schema.keywords and isinstance(found.shape, Array | Map | Tuple):
        return True
    match found.shape:
        case Anything():
            return True
        case Ref(target):
            return inline_passes_numbers(library, target)
        case Array(inner) if _is_scalar_in_place(library, inner):
            return inline_passes_numbers(library, inner)
        case Array(inner) | Map(inner) | Tuple(_, inner) if inner is not None:
            return not makes_something(library, inner)
        case Scalar() | Constant() | Enum():
            return passes_unmeasured(library.keywords(found.schema))
    return False


def _is_large(library: Library, shape: Shape) -> bool:
    """Whether decoding a shape takes a function of its own."""
    return isinstance(shape, _LARGE) or library.is_enum_class(shape)


def reports_missing(library: Library, type_id: TypeId, lines: list[str], local: str) -> bool:
    """Whether decoding `UNSET` with these lines reports by itself that the member is missing."""
    if not lines:
        return False
    tests = (f"if type({local}) is not ", f"if {local} != ", f"if {local} is not None and (")
    if lines[0].startswith((*tests, "try:")):
        return True
    found = library.api.types[settled(library, type_id)]
    pinned = "type" in found.schema.keywords or isinstance(found.shape, Enum)
    sure = found.exact and pinned and not found.nullable
    return sure and isinstance(found.shape, Object | Enum)


def _value(module: Module, found: Type, value: str, path: str) -> list[str]:
    """Decode a value of an exact type."""
    lines = _shaped(module, found, value, path)
    null = found.nullable and not isinstance(found.shape, _LISTED)
    return [f"if {value} is not None:", *indent(lines)] if null and lines else lines


def _shaped(module: Module, found: Type, value: str, path: str) -> list[str]:
    """The lines that check and convert a value in place, by its shape."""
    shape = found.shape
    match shape:
        case Anything():
            return []
        case Never():
            return [f'problems.add("false", False, {value}, {path})']
        case Ref(target):
            return inline(module, target, value, path)
        case Array():
            return _array(module, found, value, path)
        case Tuple():
            return _tuple(module, found, value, path)
        case Map():
            return _map(module, found, value, path)
        case Union():
            return [f"{value} = {branches(module, found, value, handed(path), decoder)}"]
    return _scalar(module, found, value, path)


def _scalar(module: Module, found: Type, value: str, path: str) -> list[str]:
    keywords = module.library.keywords(found.schema)
    test = condition(module, keywords, value)
    if test is None:
        return _converted(module, found.shape, value)
    explained = test.explained(value, path)
    if _converts_what_holds(module, found):
        return _converting(module, found.shape, value, explained[1])
    return [*explained, *_converted(module, found.shape, value)]


def _converts_what_holds(module: Module, found: Type) -> bool:
    """Whether a value that converts is valid: there is no bound but the format, to the letter."""
    string = found.schema.keywords.keys() <= {"type", "format", "nullable"}
    asserted = found.schema.keywords.get("format") in _WHOLE
    return string and asserted and bool(converter(module.library, found.shape))


def _converting(
    module: Module, shape: Shape, value: str, explain: str, each: str = ""
) -> list[str]:
    """Convert first: only what cannot be converted has to be looked at."""
    make = module.python_value(converter(module.library, shape).replace("to_", "make_") + each)
    return ["try:", f"    {value} = {make}({value})", "except ValueError:", explain]


def _converted(module: Module, shape: Shape, value: str) -> list[str]:
    name = converter(module.library, shape)
    return [f"{value} = {module.python_value(name)}({value})"] if name else []


def typed(module: Module, found: Type, value: str, path: str, python: str) -> list[str]:
    """Refuse what is of another JSON type; let it pass where the schema names no type."""
    if "type" not in found.schema.keywords:
        return [f"if type({value}) is {python}:"]
    keywords = found.schema.keywords
    types = {key: keywords[key] for key in ("type", "nullable") if key in keywords}
    return [
        f"if type({value}) is not {python}:",
        call("    problems.explain", f"{value}, {rules(module, types)}, {path}"),
        "else:",
    ]


def _bounded(module: Module, found: Type, value: str, path: str) -> list[str]:
    type_ = "object" if isinstance(found.shape, Map | Object) else "array"
    test = bounds(module, found.schema.keywords, value, type_)
    return test.explained(value, path) if test else []


def _array(module: Module, found: Type, value: str, path: str) -> list[str]:
    assert isinstance(found.shape, Array)
    items = settled(module.library, found.shape.items)
    lines = _bounded(module, found, value, path)
    if _is_scalar_in_place(module.library, items):
        lines += _scalar_items(module, module.library.api.types[items], value, path)
    elif makes_something(module.library, items):
        lines += _each(decoder(module, items), value, path)
    return _under(typed(module, found, value, path, "list"), lines)


def _is_scalar_in_place(library: Library, type_id: TypeId) -> bool:
    """Whether items are of a type that is no more than a test, and maybe a conversion."""
    type_id = settled(library, type_id)
    item = library.api.types[type_id]
    return isinstance(item.shape, Scalar) and type_id not in library.names and item.exact


def _each(decode: str, value: str, path: str) -> list[str]:
    """Decode the items of a list."""
    lines = [] if path == "path" else [f"at = {handed(path)}"]
    at = "at" if lines else path
    return [
        *lines,
        f"items, {value} = {value}, []",
        "for item in items:",
        call(f"    item = {decode}", f"item, {handed(f'({at}, len({value}))', at)}, problems"),
        f"    {value}.append(item)",
    ]


def _scalar_items(module: Module, item: Type, value: str, path: str) -> list[str]:
    test = condition(module, item.schema.keywords, "item")
    if _converts_what_holds(module, item) and test is not None:
        explain = call("    problems.explain_items", f"{value}, {test.rules}, {path}")
        return _converting(module, item.shape, value, explain, each="s")
    lines = []
    if test is not None:
        lines = [
            f"for item in {value}:",
            f"    if {test.fails}:",
            call("        problems.explain_items", f"{value}, {test.rules}, {path}"),
            "        break",
        ]
    name = converter(module.library, item.shape)
    if name:
        lines.append(f"{value} = [{module.python_value(name)}(item) for item in {value}]")
    return lines


def _under(head: list[str], lines: list[str]) -> list[str]:
    if lines:
        return [*head, *indent(lines)]
    return head[:-1] if head[-1] == "else:" else []


def _map(module: Module, found: Type, value: str, path: str) -> list[str]:
    assert isinstance(found.shape, Map)
    values = found.shape.values
    lines = _bounded(module, found, value, path)
    lines += missing(found.schema.keywords.get("required", ()), value, path)
    if makes_something(module.library, values):
        arguments = f"{decoder(module, values)}, {value}, {handed(path)}, problems"
        lines.append(call(f"{value} = rt.each_member", arguments))
    return _under(typed(module, found, value, path, "dict"), lines)


def _tuple(module: Module, found: Type, value: str, path: str) -> list[str]:
    assert isinstance(found.shape, Tuple)
    lines = _bounded(module, found, value, path)
    count = len(found.shape.prefix)
    lines.append(f"items = list({value})")
    for index, item in enumerate(found.shape.prefix):
        arguments = f"items[{index}], {handed(f'({path}, {index})')}, problems"
        lines.append(f"if len(items) > {index}:")
        lines.append(call(f"    items[{index}] = {decoder(module, item)}", arguments))
    rest = found.shape.rest
    if rest is None and found.schema.keywords.get("maxItems", count + 1) > count:
        lines += [f"for index in range({count}, len(items)):"]
        lines += [f'    problems.add("false", False, items[index], ({path}, index))']
    elif rest is not None and makes_something(module.library, rest):
        lines.append(f"for index in range({count}, len(items)):")
        arguments = f"items[index], {handed(f'({path}, index)')}, problems"
        lines.append(call(f"    items[index] = {decoder(module, rest)}", arguments))
    lines.append(f"{value} = tuple(items)" if is_fixed(found) else f"{value} = items")
    return _under(typed(module, found, value, path, "list"), lines)


def _lenient(module: Module, found: Type, value: str) -> list[str]:
    """Make the typed value of one that was checked; what does not fit the shape stays as it is."""
    attempt = module.runtime("attempt")
    match found.shape:
        case Anything() | Never() | Constant():
            return []
        case Ref(inner) | Array(inner) | Map(inner) if is_left_alone(module.library, inner):
            return []
        case Ref(target):
            return [call(f"{value} = {attempt}", f"{decoder(module, target)}, {value}, problems")]
        case Array(items) | Map(items):
            arguments = f"{decoder(module, items)}, {value}, problems"
            return [call(f"{value} = rt.attempt_each", arguments)]
        case Union(members, discriminator):
            names = sequence(decoder(module, member) for member in members)
            hinted = hints(module, members, discriminator, decoder)
            arguments = f"{names}, {hinted}" if hinted else names
            first = module.constant("BRANCHES", f"rt.first_of({arguments})")
            return [call(f"{value} = {attempt}", f"{first}, {value}, problems")]
        case Enum():
            return []
    return _converted(module, found.shape, value)


def is_left_alone(library: Library, type_id: TypeId) -> bool:
    """Whether decoding a type leaves every value as it is, valid or not."""
    shape = library.api.types[settled(library, type_id)].shape
    if isinstance(shape, Enum):
        return not library.is_enum_class(shape)
    plain = isinstance(shape, Scalar) and not converter(library, shape)
    return plain or isinstance(shape, Anything | Constant)


@of_type
def makes_something(library: Library, type_id: TypeId) -> bool:
    """Whether decoding a type does more than to accept any JSON value as it is."""
    found = library.api.types[settled(library, type_id)]
    return not isinstance(found.shape, Anything) or not found.exact
