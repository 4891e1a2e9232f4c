"""Full validation as Python: one function of this module for each keyword that has subschemas.

A generated check is `(value, path, problems, seen=None)`. It records every problem; with `seen`, it
also tells which members and items it evaluated, as `unevaluatedProperties` asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from generator.ir import Contains, Schema, TypeId
from generator.shaping.composition import resolved
from generator.shaping.evaluated import UNEVALUATED
from generator.targets.python.conditions import condition, missing
from generator.targets.python.dispatch import asked_by_tag, hints
from generator.targets.python.module import Library, Module, handed, indent, literal, sequence

SIGNATURE = "value: Any, path: Any, problems: rt.Problems, seen: Any = None"


class Check:
    """A check that is being written: the schema, its module, and whether it tells what it saw."""

    def __init__(self, module: Module, schema: Schema) -> None:
        self.module = module
        self.schema = schema
        self.keywords = module.library.keywords(schema)
        self.tracked = schema.id in module.library.tracked
        self.own_seen = not self.keywords.keys().isdisjoint(UNEVALUATED)

    @property
    def seen(self) -> str:
        """What is passed on to a subschema that looks at the same value."""
        if self.own_seen:
            return ", own"
        return ", seen" if self.tracked else ""

    def saw(self, kind: str, what: str) -> list[str]:
        """The line that counts a member or an item as evaluated."""
        if self.own_seen:
            return [f"own.{kind}.{what}"]
        return ["if seen is not None:", f"    seen.{kind}.{what}"] if self.tracked else []


def checker(module: Module, type_id: TypeId) -> str:
    """Return the name of the function that checks a schema, writing it if need be.

    A named type is checked by decoding it, where that says all, and nobody asks what was seen.
    """
    library = module.library
    if type_id not in library.names:
        # A reference alone asks nothing that its target does not.
        type_id = resolved(library.schemas, type_id).id
    if type_id in library.names:
        return module.lazy(type_id, "_check" if library.has_check(type_id) else "_decode")
    schema = library.schemas[type_id]
    bounds = library.keywords(schema)
    alone = bounds.keys().isdisjoint(_APPLICATORS) and type_id not in library.tracked
    # What is only bounded is checked alike wherever it stands.
    known_by = str(bounds) if alone else type_id
    return module.private("_check", known_by, lambda: body(module, schema))


def body(module: Module, schema: Schema) -> list[str]:
    """The lines of the check of a schema, after its `def`."""
    check = Check(module, schema)
    lines = [f"own = {module.runtime('Seen')}()"] if check.own_seen else []
    if check.keywords.get("nullable"):
        lines += ["if value is None:", "    return"]
    if "false" in schema.keywords:
        return [*lines, 'problems.add("false", False, value, path)']
    lines += _bounded(check, check.keywords, "value", "path")
    for keyword, write in _ANY_VALUE.items():
        if keyword in check.keywords:
            lines += write(check, check.keywords[keyword])
    lines += _guarded(check, "dict", _MEMBERS)
    lines += _guarded(check, "list", _ITEMS)
    if check.own_seen and check.tracked:
        lines += ["if seen is not None:", "    seen.add(own)"]
    return lines or ["pass"]


def _guarded(check: Check, python: str, table: Mapping[str, Write]) -> list[str]:
    lines = [
        line
        for keyword, write in table.items()
        if keyword in check.keywords
        for line in write(check, check.keywords[keyword])
    ]
    return [f"if type(value) is {python}:", *indent(lines)] if lines else []


Write = Callable[[Check, Any], list[str]]


def _call(check: Check, type_id: TypeId, value: str, path: str) -> list[str]:
    """Check a value that stands inside: written out where it is only bounded."""
    library = check.module.library
    keywords = _plain(library, type_id)
    if not keywords:
        return []
    if keywords.keys().isdisjoint(_APPLICATORS) and value.isidentifier():
        return _bounded(check, keywords, value, path)
    return [f"{checker(check.module, type_id)}({value}, {handed(path)}, problems)"]


def _bounded(check: Check, keywords: Mapping[str, Any], value: str, path: str) -> list[str]:
    found = condition(check.module, keywords, value, sharp=True)
    if found is None:
        return []
    return [f"if {found.fails}:", f"    problems.broken({value}, {found.rules}, {path})"]


def _plain(library: Library, type_id: TypeId) -> Mapping[str, Any]:
    """The keywords of a schema, of its target where it is nothing but a reference."""
    return library.keywords(resolved(library.schemas, type_id))


def _simple(check: Check, type_id: TypeId, value: str = "value") -> str | None:
    """The expression that is true where a value fails a schema; None if that takes a function."""
    keywords = _plain(check.module.library, type_id)
    if "false" in keywords:
        return "True"
    if not keywords.keys().isdisjoint(_APPLICATORS):
        return None
    found = condition(check.module, keywords, value, sharp=True)
    return f"({found.fails})" if found else "False"


def _ref(check: Check, target: TypeId) -> list[str]:
    if _plain(check.module.library, target).keys().isdisjoint(_APPLICATORS):
        return _call(check, target, "value", "path")
    return _apart(check, target)


def _apart(check: Check, target: TypeId) -> list[str]:
    """Check the value where type checkers know its type from a test: they refuse another one."""
    if not _plain(check.module.library, target):
        return []
    return [f"{checker(check.module, target)}(value, path, problems{check.seen})"]


def _all_of(check: Check, members: tuple[TypeId, ...]) -> list[str]:
    """Ask each member, but for what another one asks as well, or the `$ref` beside them."""
    target = check.keywords.get("$ref")
    asked = [_ref(check, target)] if target else []
    lines: list[str] = []
    for member in members:
        question = _ref(check, member)
        if question not in asked:
            asked.append(question)
            lines += question
    return lines


def _any_of(check: Check, members: tuple[TypeId, ...]) -> list[str]:
    """Asked in full only where no simple member accepts the value."""
    if not check.seen and (asked := asked_by_tag(check.module, check.schema, members, checker)):
        return asked
    simple = [] if check.seen else [_simple(check, member) for member in members]
    tests = [fails for fails in simple if fails and fails != "True"]
    if "False" in tests:
        return []
    call = _asked(check, "any_of", members)
    test = tests[0][1:-1] if len(tests) == 1 else " and ".join(tests)
    return [f"if {test}:", f"    {call}"] if tests else [call]


def _one_of(check: Check, members: tuple[TypeId, ...]) -> list[str]:
    """Asked in full only where not one of members that are all simple accepts the value."""
    # An open enum accepts what another member lists.
    if check.module.library.settings.open_enums:
        return _any_of(check, members)
    simple = [] if check.seen else [_simple(check, member) for member in members]
    call = _asked(check, "one_of", members)
    if not simple or None in simple or call.startswith("problems.hinted("):
        return [call]
    fitting = " + ".join(f"(not {fails})" for fails in simple)
    # Formatters disagree on how to break a test of more than two.
    lines = [f"fitting = {fitting}"] if len(simple) > 2 else []
    return [*lines, f"if {'fitting' if lines else fitting} != 1:", f"    {call}"]


def _asked(check: Check, which: str, members: tuple[TypeId, ...]) -> str:
    """The call that asks the members of a union.

    A discriminator decides between members that both accept a value, and says what is wrong where
    none does.
    """
    branches = _branches(check, members)
    hinted = hints(check.module, members, check.keywords.get("discriminator"), checker)
    if hinted and not check.seen:
        return f"problems.hinted(value, path, {hinted}, problems.{which}, {branches})"
    return f"problems.{which}(value, path, {branches}{check.seen})"


def _branches(check: Check, members: tuple[TypeId, ...]) -> str:
    return sequence(checker(check.module, member) for member in members)


def _not(check: Check, member: TypeId) -> list[str]:
    fails = _simple(check, member)
    if fails is None:
        return [f"problems.not_(value, path, {checker(check.module, member)})"]
    return [f"if not {fails}:", '    problems.add("not", "no match", value, path)']


def _if(check: Check, member: TypeId) -> list[str]:
    then, else_ = check.keywords.get("then"), check.keywords.get("else")
    test = _holds(check, member, "value")
    lines = _apart(check, then) if then else []
    others = _apart(check, else_) if else_ else []
    if not lines and not others:
        return [test] if check.seen else []
    return [
        f"if {test}:",
        *indent(lines or ["pass"]),
        *(["else:", *indent(others)] if others else []),
    ]


def _holds(check: Check, member: TypeId, value: str) -> str:
    """The expression that is true where a schema accepts a value."""
    fails = _simple(check, member, value)
    if fails is not None:
        return f"not {fails}"
    seen = check.seen if value == "value" else ""
    return f"problems.holds({value}, path, {checker(check.module, member)}{seen})"


def _dependent_required(check: Check, names: Mapping[str, tuple[str, ...]]) -> list[str]:
    return [
        line
        for name, needed in names.items()
        if needed
        for line in (f"if {literal(name)} in value:", *indent(missing(needed)))
    ]


def _dependent_schemas(check: Check, schemas: Mapping[str, TypeId]) -> list[str]:
    return [
        line
        for name, type_id in schemas.items()
        if (inner := _apart(check, type_id))
        for line in (f"if {literal(name)} in value:", *indent(inner))
    ]


def _properties(check: Check, properties: Mapping[str, TypeId]) -> list[str]:
    lines = []
    for name, type_id in properties.items():
        key = literal(name)
        inner = _call(check, type_id, "member", f"(path, {key})") + check.saw(
            "names", f"add({key})"
        )
        if inner:
            lines += [f"if {key} in value:", f"    member = value[{key}]", *indent(inner)]
    return lines


def _members(check: Check, _: Any) -> list[str]:
    """`patternProperties` and `additionalProperties`, in one loop over the members."""
    keywords = check.keywords
    patterns = keywords.get("patternProperties", {})
    rest = keywords.get("additionalProperties")
    lines = []
    known = keywords.get("properties", {})
    saw = check.saw("names", "add(name)")
    for pattern, type_id in patterns.items():
        lines += [f"if {check.module.pattern(pattern)}(name) is not None:"]
        lines += indent(_call(check, type_id, "member", "(path, name)") + saw or ["pass"])
    if rest is not None and (others := _rest(check, rest, "additionalProperties") + saw):
        tests = [f"name not in {check.module.value(frozenset(known))}"] if known else []
        tests += [f"{check.module.pattern(pattern)}(name) is None" for pattern in patterns]
        lines += [f"if {' and '.join(tests)}:", *indent(others)] if tests else others
    return ["for name, member in value.items():", *indent(lines)] if lines else []


def _additional(check: Check, type_id: TypeId) -> list[str]:
    return [] if "patternProperties" in check.keywords else _members(check, type_id)


def _rest(check: Check, type_id: TypeId, keyword: str) -> list[str]:
    """A member that nothing names; that there is none is a problem of its own."""
    if "false" in _plain(check.module.library, type_id):
        return [f'problems.add("{keyword}", False, name, (path, name))']
    return _call(check, type_id, "member", "(path, name)")


def _property_names(check: Check, type_id: TypeId) -> list[str]:
    step = f"{check.module.runtime('Name')}(name)"
    inner = _call(check, type_id, "name", f"(path, {step})")
    return ["for name in value:", *indent(inner)] if inner else []


def _unevaluated_properties(check: Check, type_id: TypeId) -> list[str]:
    inner = _rest(check, type_id, "unevaluatedProperties")
    return [
        "for name, member in value.items():",
        "    if name not in own.names:",
        *indent(indent([*inner, "own.names.add(name)"])),
    ]


def _prefix_items(check: Check, members: tuple[TypeId, ...]) -> list[str]:
    lines = []
    for index, type_id in enumerate(members):
        inner = _call(check, type_id, "item", f"(path, {index})") + check.saw(
            "items", f"add({index})"
        )
        if inner:
            lines += [f"if len(value) > {index}:", f"    item = value[{index}]", *indent(inner)]
    return lines


def _items(check: Check, type_id: TypeId) -> list[str]:
    start = len(check.keywords.get("prefixItems", ()))
    inner = _call(check, type_id, "item", "(path, index)") + check.saw("items", "add(index)")
    source = f"enumerate(value[{start}:], {start})" if start else "enumerate(value)"
    return [f"for index, item in {source}:", *indent(inner)] if inner else []


def _contains(check: Check, contains: Contains) -> list[str]:
    matches = _holds(check, contains.schema, "item")
    found = f"[i for i, item in enumerate(value) if {matches}]"
    lines = [f"matching = {found}", f"if len(matching) < {contains.minimum}:"]
    lines += [f'    problems.add("contains", {contains.minimum}, value, path)']
    if contains.maximum is not None:
        lines += [f"if len(matching) > {contains.maximum}:"]
        lines += [f'    problems.add("maxContains", {contains.maximum}, value, path)']
    return lines + (check.saw("items", "update(matching)") if contains.evaluates else [])


def _unevaluated_items(check: Check, type_id: TypeId) -> list[str]:
    inner = _call(check, type_id, "item", "(path, index)")
    return [
        "for index, item in enumerate(value):",
        "    if index not in own.items:",
        *indent(indent([*inner, "own.items.add(index)"])),
    ]


_ANY_VALUE: Mapping[str, Write] = {
    "$ref": _ref,
    "$dynamicRef": _ref,
    "allOf": _all_of,
    "anyOf": _any_of,
    "oneOf": _one_of,
    "not": _not,
    "if": _if,
}
_MEMBERS: Mapping[str, Write] = {
    "required": lambda _, names: missing(names),
    "dependentRequired": _dependent_required,
    "dependentSchemas": _dependent_schemas,
    "properties": _properties,
    "patternProperties": _members,
    "additionalProperties": _additional,
    "propertyNames": _property_names,
    "unevaluatedProperties": _unevaluated_properties,
}
_ITEMS: Mapping[str, Write] = {
    "prefixItems": _prefix_items,
    "items": _items,
    "contains": _contains,
    "unevaluatedItems": _unevaluated_items,
}
_APPLICATORS = frozenset({*_ANY_VALUE, *_MEMBERS, *_ITEMS, "false"})
