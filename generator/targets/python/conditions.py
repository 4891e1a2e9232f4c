"""Bounding keywords as Python: an expression that is true where a value fails them.

The expression is what runs for every value. It may be true for a value that is fine after all (a
`1.0` for an integer): then the `rules` beside it, read by `_collecting.Problems.explain`, decide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from math import isinf
from typing import Any

from generator.facets import LISTING, enumerated
from generator.frozen import dataclass
from generator.targets.python._keywords import EXACT_TYPE
from generator.targets.python.formats import FORMATS
from generator.targets.python.layout import call
from generator.targets.python.module import Module, literal, sequence
from generator.targets.python.ranges import RANGE, is_limited, outside

_PYTHON_TYPES: Mapping[str, tuple[str, ...]] = {
    "string": ("str",),
    "boolean": ("bool",),
    "integer": ("int",),
    "number": ("float", "int"),
    "array": ("list",),
    "object": ("dict",),
}


@dataclass(frozen=True, slots=True)
class Condition:
    """`fails` is an expression; `rules` is the source of the tuple that explains a failure."""

    fails: str
    rules: str

    def explained(self, value: str = "value", path: str = "path") -> list[str]:
        """The lines that test a value, and explain what is wrong with it."""
        explain = call("    problems.explain", f"{value}, {self.rules}, {path}")
        return [f"if {self.fails}:", explain]


_COMMON: Mapping[str, str] = {
    source: named
    for name in ("string", "integer", "number", "boolean", "object", "array")
    for source, named in (
        (f'(("type", ("{name}",)),)', name.upper()),
        (f'(("type", ("{name}", "null")),)', f"{name.upper()}_OR_NULL"),
    )
}
"""Rules that nearly every module needs: `_keywords` has them, and `_runtime` hands them on."""

Bound = Callable[[Module, str, Any], str]
"""`(module, value, bound)` to an expression that is true where the value fails."""


def _pattern(module: Module, value: str, bound: Any) -> str:
    return f"{module.pattern(bound)}({value}) is None"


def _format(module: Module, value: str, bound: Any) -> str:
    if bound not in FORMATS:
        return ""
    return f"not {module.format(bound)}({value})"


def _multiple(module: Module, value: str, bound: Any) -> str:
    return f"not {module.runtime('is_multiple')}({value}, {literal(bound)})"


def _unique(module: Module, value: str, bound: Any) -> str:
    return f"not {module.runtime('unique')}({value})" if bound else ""


# One row for each bounding keyword: the JSON type it speaks of, and when a value fails it.
# Those that bound a number stand in `ranges`: there, several make one comparison.
BOUNDS: Mapping[str, tuple[str, Bound]] = {
    "maxLength": ("string", lambda m, v, b: f"len({v}) > {b}"),
    "minLength": ("string", lambda m, v, b: f"len({v}) < {b}" if b else ""),
    "pattern": ("string", _pattern),
    "format": ("string", _format),
    "multipleOf": ("number", _multiple),
    "maxItems": ("array", lambda m, v, b: f"len({v}) > {b}"),
    "minItems": ("array", lambda m, v, b: f"len({v}) < {b}" if b else ""),
    "uniqueItems": ("array", _unique),
    "maxProperties": ("object", lambda m, v, b: f"len({v}) > {b}"),
    "minProperties": ("object", lambda m, v, b: f"len({v}) < {b}" if b else ""),
}


def condition(
    module: Module, keywords: Mapping[str, Any], value: str, *, sharp: bool = False
) -> Condition | None:
    """All bounds of a schema on `value`; None where it has none.

    A `sharp` one is true for no value that is fine after all.
    """
    names = keywords.get("type")
    nullable = keywords.get("nullable") or _only_null_besides(keywords)
    if nullable and names:
        names = tuple(name for name in names if name != "null")
        keywords = {**keywords, "type": names, "nullable": True}
    limited = not sharp and is_limited(keywords)
    parts = _listed_fail(module, keywords, value)
    # A value among strings is a string, without being asked.
    if names and not (names == ("string",) and any(map(_says_string, parts))):
        integral = _integral(module, value, sharp)
        parts.insert(0, _type_fails(value, keywords, integral, limited=limited))
    if names and parts[1:] and _contradicts(keywords):
        # Type checkers refuse to compare what they know to be never equal.
        parts = ["True"]
    bounds_fail = _bounds_fail(module, keywords, value, limited=limited)
    parts = [part for part in (*parts, *bounds_fail) if part]
    if not parts:
        return None
    fails = parts[0] if len(parts) == 1 else " or ".join(map(_grouped, parts))
    return Condition(_unless_null(fails, value) if nullable else fails, rules(module, keywords))


def _listed_fail(module: Module, keywords: Mapping[str, Any], value: str) -> list[str]:
    """The failures of `enum` and of `const`."""
    parts = [_values_fail(module, keywords, value)] if "enum" in keywords else []
    if "const" in keywords:
        parts.append(_constant_fails(module, value, keywords["const"]))
    return parts


def _unless_null(fails: str, value: str) -> str:
    if fails.startswith("type(") and " or " not in fails:
        return f"{fails} and {value} is not None"
    return f"{value} is not None and ({fails})"


def _contradicts(keywords: Mapping[str, Any]) -> bool:
    """Whether no listed value is of the type."""
    listed = enumerated(keywords)
    names = set(keywords["type"]) | ({"number"} if "integer" in keywords["type"] else set())
    types = {t for name in names for t in _PYTHON_TYPES.get(name, ("NoneType",))}
    return bool(listed) and types.isdisjoint(type(value).__name__ for value in listed)


def _says_string(fails: str) -> bool:
    return fails.endswith(('"', "'")) or " is not str or " in fails


def _only_null_besides(keywords: Mapping[str, Any]) -> bool:
    """Whether null is one of two types, and no list of values has a say in it."""
    names = keywords.get("type", ())
    return len(names) == 2 and "null" in names and LISTING.isdisjoint(keywords)


def bounds(module: Module, keywords: Mapping[str, Any], value: str, type_: str) -> Condition | None:
    """The bounds of one JSON type only, on a value that is known to be of it."""
    concerned = {k: v for k, v in keywords.items() if k in BOUNDS and BOUNDS[k][0] == type_}
    if not concerned:
        return None
    parts = _bounds_fail(module, {**concerned, "type": (type_,)}, value, limited=False)
    return Condition(" or ".join(parts), rules(module, concerned)) if parts else None


def missing(names: Iterable[str], value: str = "value", path: str = "path") -> list[str]:
    """The lines that tell which members an object lacks."""
    return [
        line
        for name in map(literal, names)
        for line in (f"if {name} not in {value}:", f"    problems.missing({path}, {name})")
    ]


def rules(module: Module, keywords: Mapping[str, Any]) -> str:
    """The name of the constant that holds the rules of a schema's bounds."""
    rows = [row for keyword in keywords if (row := _rule(module, keyword, keywords))]
    source = sequence(rows)
    return (
        module.runtime(_COMMON[source]) if source in _COMMON else module.constant("RULES", source)
    )


def _rule(module: Module, keyword: str, keywords: Mapping[str, Any]) -> str:
    """A keyword as `_keywords` reads it when it explains a refusal; empty if it tests nothing."""
    bound = keywords[keyword]
    if keyword == "type":
        names = (*bound, "null") if keywords.get("nullable") else tuple(bound)
        exact = not _takes_floats(keywords) and "number" not in bound
        word = EXACT_TYPE if exact and "integer" in bound else "type"
        return f'("{word}", {literal(names)})'
    if keyword in LISTING:
        return f'("{keyword}", {module.value(bound)})'
    if keyword == "pattern":
        return f'("pattern", {module.test(bound, module.pattern(bound))})'
    if keyword == "format":
        asserted = bound in FORMATS
        return f'("format", {module.test(bound, module.format(bound))})' if asserted else ""
    return f'("{keyword}", {literal(bound)})' if keyword in BOUNDS or keyword in RANGE else ""


def _integral(module: Module, value: str, sharp: bool) -> str:
    """What has to be true of an integer that is no `int`."""
    return f"not {module.runtime('integral')}({value})" if sharp else ""


def _type_fails(value: str, keywords: Mapping[str, Any], integral: str, *, limited: bool) -> str:
    names = keywords["type"]
    python = dict.fromkeys(t for name in names for t in _PYTHON_TYPES.get(name, ()))
    tests = [f"type({value}) is not {name}" for name in python]
    if "null" in names:
        tests.append(f"{value} is not None")
    if "float" in python and not limited and not _is_bounded(keywords):
        # NaN and infinities are floats, but no JSON.
        tests.remove(f"type({value}) is not float")
        tests.append(f"(type({value}) is not float or {value} - {value} != 0)")
    if integral and "float" not in python and "int" in python and _takes_floats(keywords):
        tests.append(integral)
    return " and ".join(tests)


def _takes_floats(keywords: Mapping[str, Any]) -> bool:
    """Whether 1.0 is an integer: not in draft 4."""
    return keywords.get("integral_floats") is not False


def _is_bounded(keywords: Mapping[str, Any]) -> bool:
    """Whether the bounds beside a type say which floats pass, NaN and infinities included.

    A schema that writes an infinity (1e999) counts with it.
    """
    infinite = any(type(bound) is float and isinf(bound) for bound in keywords.values())
    return infinite or any(sides <= keywords.keys() for sides in _DECIDING)


_DECIDING = (
    {"enum"},
    {"const"},
    {"multipleOf"},
    {"minimum", "maximum"},
    {"minimum", "exclusiveMaximum"},
    {"exclusiveMinimum", "maximum"},
    {"exclusiveMinimum", "exclusiveMaximum"},
)


def _grouped(part: str) -> str:
    """A part of an `or`: what is an `and` itself stands in parentheses."""
    return f"({part})" if " and " in part and (part[0] != "(" or ") and " in part) else part


def _values_fail(module: Module, keywords: Mapping[str, Any], value: str) -> str:
    values = keywords["enum"]
    kinds = set(map(type, values))
    if len(values) == 1:
        return _constant_fails(module, value, values[0])
    if kinds == {str} and "string" in keywords.get("type", ("string",)):
        return f"type({value}) is not str or {value} not in {module.listed(values)}"
    if kinds == {int}:
        number = f"type({value}) is not int and type({value}) is not float"
        return f"({number}) or {value} not in {module.listed(values)}"
    if any(map(_is_deceptive, values)):
        return f"not {module.runtime('among')}({value}, {module.value(values)})"
    return f"{value} not in {module.value(values)}"


def _constant_fails(module: Module, value: str, constant: Any) -> str:
    if constant is None or type(constant) is bool:
        return f"{value} is not {constant!r}"
    if type(constant) is str:
        return f"{value} != {literal(constant)}"
    if type(constant) in (int, float) and constant in (0, 1):
        return f"{value} != {constant} or type({value}) is bool"
    if _is_deceptive(constant):
        return f"not {module.runtime('equal')}({value}, {module.value(constant)})"
    return f"{value} != {module.value(constant)}"


def _is_deceptive(constant: Any) -> bool:
    """Whether Python finds it equal to what it is not in JSON: 1 and true, 0 and false."""
    if isinstance(constant, list | tuple):
        return any(map(_is_deceptive, constant))
    if isinstance(constant, dict):
        return any(map(_is_deceptive, constant.values()))
    return isinstance(constant, int | float) and constant in (0, 1)


def _bounds_fail(
    module: Module, keywords: Mapping[str, Any], value: str, *, limited: bool
) -> list[str]:
    """The failures of each JSON type's bounds, guarded where a value may be of another type."""
    by_type = {"number": ranged} if (ranged := outside(keywords, value, limited=limited)) else {}
    for keyword in keywords:
        if keyword in BOUNDS:
            type_, fails = BOUNDS[keyword]
            if expression := fails(module, value, keywords[keyword]):
                by_type.setdefault(type_, []).append(expression)
    if not by_type:
        return []
    pinned = _pinned(keywords)
    names = {"number" if name == "integer" else name for name in keywords.get("type", by_type)}
    return [_guarded(value, t, tests, pinned) for t, tests in by_type.items() if t in names]


def _pinned(keywords: Mapping[str, Any]) -> str:
    """The JSON type of every value that passes the type test before the bounds."""
    names = keywords.get("type", ())
    if len(names) != 1:
        return ""
    return "number" if names[0] == "integer" else str(names[0])


def _guarded(value: str, type_: str, tests: list[str], pinned: str) -> str:
    joined = " or ".join(tests)
    if type_ == pinned:
        return joined
    python = _PYTHON_TYPES[type_]
    is_type = " or ".join(f"type({value}) is {name}" for name in python)
    is_type = f"({is_type})" if len(python) > 1 else is_type
    return f"{is_type} and ({joined})" if len(tests) > 1 else f"{is_type} and {joined}"
