"""One generated module while it is being put together: its constants, imports and functions."""

from __future__ import annotations

import math
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from functools import cache, lru_cache
from typing import Any, TypeVar

from generator.config import Settings
from generator.ecma import translate
from generator.facets import LISTING, without_kept
from generator.frozen import dataclass
from generator.ir import MISSING, Api, Enum, Object, Ref, Schema, Shape, Type, TypeId, Union
from generator.model import Name
from generator.names.stem import stem
from generator.targets.python.layout import WIDTH, exploded
from generator.targets.python.views import FieldView, MemberView

_PLAIN = frozenset({"UNSET", "OptionalNullable"})
"""Names of `_runtime` that are imported one by one; no class can have them (`names.casing`)."""


MOST_MEMBERS = 10_000
"""How many values are written out in one type, or in one set."""
_BRACKETS: Mapping[type, str] = {tuple: "()", list: "[]", frozenset: "{}"}
_ONE_LINE = WIDTH - len("_VALUES_0: Any = ")


def is_listed(enum: Enum) -> bool:
    """Whether the values of an enum stand in its Python type; of too many, only the check knows."""
    return len(enum.values) <= MOST_MEMBERS


@dataclass(frozen=True, slots=True)
class Library:
    """What all modules of one run share."""

    api: Api
    names: Mapping[TypeId, Name]
    settings: Settings
    schemas: Mapping[TypeId, Schema]
    tracked: frozenset[TypeId]
    """Schemas that tell which members and items they evaluate."""
    checked: frozenset[TypeId] = frozenset()
    """Types that have a check even where decoding says as much."""
    answers: defaultdict[object, dict[Any, Any]] = field(default_factory=lambda: defaultdict(dict))
    """What was found out of single types or fields, by the function that did."""

    def keywords(self, schema: Schema) -> Mapping[str, Any]:
        """What a schema says, but for what its values say already.

        An open enum says no more than their type.
        """
        if "enum" not in schema.keywords:
            return schema.keywords
        found = self.api.types.get(schema.id)
        if not self.settings.open_enums or found is None or not isinstance(found.shape, Enum):
            return without_kept(schema.keywords)
        rest = {k: v for k, v in schema.keywords.items() if k != "type" and k not in LISTING}
        return {"type": (found.shape.json, *(["null"] if found.nullable else [])), **rest}

    def is_enum_class(self, shape: Shape) -> bool:
        """Whether a type becomes an `enum` class."""
        return isinstance(shape, Enum) and self.settings.enums == "enum" and is_listed(shape)

    def is_class(self, shape: Shape) -> bool:
        """Whether a named type becomes a class."""
        return isinstance(shape, Object) or self.is_enum_class(shape)

    def has_check(self, type_id: TypeId) -> bool:
        """Whether the module of a named type has a check beside its decoder."""
        found = self.api.types[type_id]
        narrower = isinstance(found.shape, Object) and found.shape.narrower is not None
        stated = type_id in self.tracked or type_id in self.checked
        # What decoding narrows to is checked against what it narrows.
        return not found.exact or narrower or stated


Answer = TypeVar("Answer")


def of_type(find: Callable[[Library, TypeId], Answer]) -> Callable[[Library, TypeId], Answer]:
    """Keep the answers of a function of single types: every field of such a type asks again."""

    def found(library: Library, type_id: TypeId) -> Answer:
        answers = library.answers[find]
        answer: Answer = answers.get(type_id, MISSING)
        if answer is MISSING:
            answer = answers[type_id] = find(library, type_id)
        return answer

    return found


@of_type
def settled(library: Library, type_id: TypeId) -> TypeId:
    """Follow references, and unions of one, that add nothing."""
    seen = {type_id}
    found = library.api.types[type_id]
    while (target := _same_as(found)) is not None:
        type_id = target
        if type_id in seen:
            break
        seen.add(type_id)
        found = library.api.types[type_id]
    return type_id


def _same_as(found: Type) -> TypeId | None:
    """The type whose values a type has, if it is no more than another name for it."""
    if not found.exact or found.nullable:
        return None
    match found.shape:
        case Ref(target) | Union((target,), _):
            return target
    return None


@dataclass(frozen=True, slots=True)
class Definition:
    """What a module defines: the class of an object or an enum, or an `alias`."""

    fields: tuple[FieldView, ...] = ()
    members: tuple[MemberView, ...] = ()
    to_dict: tuple[str, ...] = ()
    base: str = "rt.Model"
    extends: TypeId | None = None
    """The class that this one inherits from, where that is another model."""
    another_name_of: TypeId | None = None
    """The class that an alias is another name for."""
    alias: tuple[str, ...] = ()
    quotes: bool = False
    """Whether the alias has models in quotes, which the module does not import."""


@dataclass(slots=True)
class Module:
    """The module of one named type, and all that its code turns out to need on the way."""

    library: Library
    owner: TypeId
    imports: set[tuple[str, str]] = field(default_factory=set)
    """The modules that it imports from, each with a name; those of ours start with `_`."""
    models: set[TypeId] = field(default_factory=set)
    """The models that its annotations name."""
    constants: dict[str, str] = field(default_factory=dict)
    lazies: dict[tuple[TypeId, str], str] = field(default_factory=dict)
    looked_up: dict[TypeId, str] = field(default_factory=dict)
    """What the module calls the members of enums that it looks up itself."""
    annotating: list[TypeId] = field(default_factory=list)
    functions: dict[str, list[str]] = field(default_factory=dict)
    _named: dict[int, tuple[str, Any]] = field(default_factory=dict)
    _private: dict[tuple[str, str], str] = field(default_factory=dict)
    _waiting: deque[tuple[str, Callable[[], list[str]]]] = field(default_factory=deque)

    @property
    def name(self) -> Name:
        """The name of the type that the module defines."""
        return self.library.names[self.owner]

    def runtime(self, name: str) -> str:
        """Return how the module calls a name of `_runtime`."""
        if name not in _PLAIN:
            return f"rt.{name}"
        self.imports.add(("_runtime", name))
        return name

    def python_value(self, name: str) -> str:
        """Import a name from `_values`; return it."""
        self.imports.add(("_values", name))
        return name

    def constant(self, prefix: str, source: str) -> str:
        """Return the name of a module constant with this value."""
        if source not in self.constants:
            count = sum(name.startswith(f"_{prefix}_") for name in self.constants.values())
            self.constants[source] = f"_{prefix}_{count}"
        return self.constants[source]

    def value(self, value: Any) -> str:
        """Return an expression for a JSON value: written out if short, else a constant."""
        if id(value) not in self._named:
            source = literal(value)
            short = isinstance(value, str | int | float | bool | None) and len(source) < 40
            source = source if short else self.constant("VALUES", _laid_out(value, source))
            self._named[id(value)] = source, value
        return self._named[id(value)][0]

    def listed(self, values: tuple[Any, ...]) -> str:
        """Return the name of a set of values that are strings, or numbers."""
        if len(values) <= MOST_MEMBERS:
            return self.value(frozenset(values))
        return self.constant("VALUES", f"frozenset({self.value(values)})")

    def pattern(self, pattern: str) -> str:
        """Return the name of the function that searches for an ECMA-262 pattern."""
        self.imports.add(("re", ""))
        return self.constant("SEARCH", f"re.compile({literal(translate(pattern))}).search")

    def format(self, name: str) -> str:
        """Return the name of the function that tests a format."""
        if "email" in name and self.library.settings.formats != "assert":
            return self.runtime("looks_like_email")
        self.imports.add(("_formats", "FORMATS as _FORMATS"))
        return self.constant("FORMAT", f'_FORMATS["{name}"]')

    def test(self, text: str, function: str) -> str:
        """Return an expression that pairs a test with what a person is told of it."""
        return f"{self.runtime('Test')}({literal(text)}, {function})"

    def lazy(self, target: TypeId, attribute: str) -> str:
        """Return the local name of a function of another named type's module."""
        if target == self.owner:
            return attribute
        key = (target, attribute)
        if key not in self.lazies:
            suffix = self.path_to(target).lstrip(".").replace(".", "_")
            self.lazies[key] = f"{attribute}_{suffix}"
        return self.lazies[key]

    def members_of(self, target: TypeId) -> str:
        """Return the local name of the members by value of an enum; its decoder fills them in."""
        return self.looked_up.setdefault(target, f"_MEMBERS_{len(self.looked_up)}")

    def path_to(self, target: TypeId) -> str:
        """The module of a named type, relative to this one."""
        found = self.library.names[target]
        return _relative_module(self.name.package, found.package, found.cls)

    def private(self, kind: str, known_by: str, body: Callable[[], list[str]]) -> str:
        """Return the name of a function of this module, writing it when it is first asked for."""
        key = (kind, known_by)
        if key not in self._private:
            count = sum(known == kind for known, _ in self._private)
            self._private[key] = f"{kind}_{count}"
            self._write(f"{kind}_{count}", body)
        return self._private[key]

    def _write(self, name: str, body: Callable[[], list[str]]) -> None:
        """Write a function, and those that it asks for one after the other: schemas nest deeply."""
        self._waiting.append((name, body))
        if len(self._waiting) > 1:
            return
        while self._waiting:
            name, body = self._waiting[0]
            self.functions[name] = body()
            self._waiting.popleft()


def literal(value: Any) -> str:
    """Python source of a JSON value, in the style that black leaves alone."""
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    if isinstance(value, tuple):
        return sequence(map(literal, value))
    if isinstance(value, frozenset):
        return "{" + ", ".join(literal(item) for item in sorted(value)) + "}" if value else "set()"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{literal(k)}: {literal(v)}" for k, v in value.items()) + "}"
    if isinstance(value, float) and not math.isfinite(value):
        return f'float("{value}")'  # JSON may write 1e999
    return repr(value).replace("e+", "e")


def _laid_out(value: Any, source: str) -> str:
    """The source of a constant; several values that are too long for a line have one each."""
    brackets = _BRACKETS.get(type(value), "")
    if not brackets or len(source) <= _ONE_LINE:
        return source
    items = sorted(value) if isinstance(value, frozenset) else value
    return "\n".join(exploded("", map(literal, items), brackets))


def sequence(items: Iterable[str]) -> str:
    """A tuple of expressions; only one of a single item ends with a comma."""
    several = list(items)
    return f"({several[0]},)" if len(several) == 1 else f"({', '.join(several)})"


@lru_cache(50_000)
def _string(value: str) -> str:
    quoted = ascii(value) if not value.isprintable() else repr(value)
    if quoted[0] == "'" and value.count('"') <= value.count("'"):
        inside = quoted[1:-1].replace(r"\'", "'").replace('"', r"\"")
        return f'"{inside}"'
    return quoted


def handed(path: str, above: str = "path") -> str:
    """The expression for a path that a function is given; none is made where nobody asks."""
    return path if path == above else f"{above} and {path}"


def indent(lines: list[str]) -> list[str]:
    """The lines one level deeper."""
    return [f"    {line}" for line in lines]


@lru_cache(50_000)
def _relative_module(package: str, target: str, cls: str) -> str:
    return relative(package, target, stem(cls))


def relative(package: str, target: str, module: str) -> str:
    """Spell a module of one package as another imports it: `.status`, `..shared.status`."""
    dots, steps = _way(package, target)
    return dots + ".".join((*steps, module) if module else steps)


@cache
def _way(package: str, target: str) -> tuple[str, tuple[str, ...]]:
    """The dots that lead up from one package, and the steps down to another."""
    here, there = package.split("/"), target.split("/")
    common = 0
    while common < min(len(here), len(there)) and here[common] == there[common]:
        common += 1
    return "." * (len(here) - common + 1), tuple(there[common:])
