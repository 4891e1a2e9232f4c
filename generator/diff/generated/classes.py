"""What code that uses the generated classes meets: other names, attributes and types."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from generator.diff.changes.judge import Level, worst
from generator.diff.generated.same_types import Outlines, renamed
from generator.diff.generated.uses import BOTH, Use, Used, Uses
from generator.frozen import dataclass
from generator.ir import TypeId
from generator.model import Name
from generator.targets.python.annotations import parts
from generator.targets.python.outline import Attribute, Outline

_WRAPPED = re.compile(r"OptionalNullable\[(.*)\]")
_UNSET = "Unset"
_DEEPEST = 3
"""How many aliases may lead to one another."""
_NOTHING: Final = frozenset({"None", _UNSET})
_PROMOTED: Final[Mapping[str, Collection[str]]] = {
    "int": ("float",),
    "bool": ("int", "float"),
    "True": ("bool", "int", "float"),
    "False": ("bool", "int", "float"),
}
"""What type checkers take for what, by the tower of numbers."""


@dataclass(frozen=True, slots=True)
class ClassChange:
    """What changed for code that uses `name`, a class or an attribute (`Order.total`)."""

    name: str
    level: Level
    words: str
    before: str = ""
    after: str = ""


def classes(
    old: Outlines, new: Outlines, same: Mapping[TypeId, TypeId], uses: Uses
) -> list[ClassChange]:
    """Return what changed from one version to the other; `same` are types that are in both.

    `uses` is what code of the old version does with them.
    """
    same = {one: other for one, other in same.items() if one in old and other in new}
    meant = _aliases(old), _aliases(new)
    called = {old[t].name.cls: new[same[t]].name.cls for t in same}
    before, after = ({outline.name for outline in side.values()} for side in (old, new))
    told: list[ClassChange] = []
    for type_id, outline in old.items():
        if type_id not in same:
            told.append(ClassChange(outline.name.cls, "breaking", "is gone"))
            continue
        now = new[same[type_id]]
        told += _called(outline.name, now.name, taken=outline.name in after)
        told += _within(outline, now, _Terms(called, uses.get(type_id, BOTH), *meant))
    there = set(same.values())
    come = [outline.name for type_id, outline in new.items() if type_id not in there]
    told += [ClassChange(name.cls, "compatible", "is new") for name in come if name not in before]
    return told


def _called(old: Name, new: Name, *, taken: bool) -> Iterator[ClassChange]:
    """Whether a class has another name; its own may be `taken` by another class."""
    if old.cls != new.cls:
        words = f"is called {new.cls} now{', and another class has its name' * taken}"
        yield ClassChange(old.cls, "breaking", words, old.cls, new.cls)
    elif old.package != new.package:
        told = old.package.replace("/", "."), new.package.replace("/", ".")
        yield ClassChange(old.cls, "breaking", f"is in {told[1]} now", *told)


def _aliases(outlines: Outlines) -> Mapping[str, str]:
    """What the names of aliases stand for."""
    found = (one for one in outlines.values() if one.kind == "alias")
    return {one.name.cls: one.attributes[""].annotation for one in found}


@dataclass(frozen=True, slots=True)
class _Terms:
    """What a class is compared by: the new names of types, its use, and what aliases stand for."""

    called: Mapping[str, str]
    used: Used
    before: Mapping[str, str]
    after: Mapping[str, str]

    def differences(self, old: Attribute, new: Attribute) -> tuple[set[str], set[str]]:
        """The types that an attribute has no more, and those that it has now."""
        meant = _options(renamed(old, self.called)), _options(new)
        if _left(*meant) or _left(*reversed(meant)):
            was, now = _spelled(old, self.before), _spelled(new, self.after)
            meant = _options(renamed(was, self.called)), _options(now)
        return _left(*meant), _left(*reversed(meant))


def _within(old: Outline, new: Outline, terms: _Terms) -> Iterator[ClassChange]:
    """What changed in a class that both versions have."""
    name = old.name.cls
    if old.kind != new.kind:
        words = f"is {_A[new.kind]} now"
        if new.kind == "alias":
            words = f"is another name for {new.attributes[''].annotation} now"
        yield ClassChange(name, "breaking", words, old.kind, new.kind)
        return
    if old.base != new.base:
        words = f"inherits from {new.base} now" if new.base else f"does not inherit from {old.base}"
        yield ClassChange(name, "breaking", words, old.base, new.base)
    if old.kind == "enum":
        yield from _members(old, new, terms.used)
        return
    for attribute, before in old.attributes.items():
        place = f"{name}.{attribute}" if attribute else name
        if attribute in new.attributes:
            yield from _attribute(place, before, new.attributes[attribute], terms)
        else:
            yield ClassChange(place, "breaking", "is gone", before.annotation)
    for attribute, after in new.attributes.items():
        if attribute not in old.attributes:
            yield _further(f"{new.name.cls}.{attribute}", after, terms.used)


_A = {"class": "a class", "enum": "an enum", "alias": ""}


def _further(place: str, after: Attribute, used: Used) -> ClassChange:
    if not after.default and "sent" in used:
        words = "is new, and the constructor asks for it"
        return ClassChange(place, "breaking", words, after=after.annotation)
    return ClassChange(place, "compatible", "is a further attribute", after=after.annotation)


def _members(old: Outline, new: Outline, used: Used) -> Iterator[ClassChange]:
    """What became of the members of an enum; one of the same value is the same."""
    before, after = (
        {name: one.annotation for name, one in side.attributes.items()} for side in (old, new)
    )
    come = {value: name for name, value in after.items() if name not in before}
    for name, value in before.items():
        place = f"{old.name.cls}.{name}"
        if name in after:
            if after[name] != value:
                words = "has another value now"
                yield ClassChange(place, "breaking", words, value, after[name])
        elif value in come:
            other = come.pop(value)
            yield ClassChange(place, "breaking", f"is called {other} now", name, other)
        else:
            yield ClassChange(place, "breaking", "is gone", value)
    level: Level = "risky" if "returned" in used else "compatible"
    for value, name in come.items():
        place = f"{new.name.cls}.{name}"
        yield ClassChange(place, level, "is a further member", after=value)


def _attribute(
    place: str, before: Attribute, after: Attribute, terms: _Terms
) -> Iterator[ClassChange]:
    """What changed of an attribute, for those who set it and for those who read it."""
    used, told = terms.used, (before.annotation, after.annotation)
    if before.member != after.member:
        words = f"stands for the member '{after.member}' now"
        yield ClassChange(place, "breaking", words, before.member, after.member)
    lost, won = terms.differences(before, after)
    if "sent" in used and before.default and not after.default:
        other = "" if not won and lost <= _NOTHING else ", with another type"
        yield ClassChange(place, "breaking", f"has to be given to the constructor{other}", *told)
    elif won or lost:
        levels = [_level(use, lost, won) for use in used]
        if told[0] == told[1]:
            words = "is of another class of that name now"
            yield ClassChange(place, worst(levels), words, after=told[1])
            return
        words = _words(lost, won, nulls="returned" not in used)
        yield ClassChange(place, worst(levels), words, *told)
    elif before.default != after.default and before.default and after.default:
        words = "has another default now"
        yield ClassChange(place, "risky", words, before.default, after.default)


def _as_argument(lost: set[str], won: set[str]) -> Level:
    """How bad it is that an argument takes other values."""
    if lost:
        return "risky" if lost <= _NOTHING else "breaking"
    return "risky" if _UNSET in won and "None" not in won else "compatible"


def _level(use: Use, lost: set[str], won: set[str]) -> Level:
    """How bad it is that an attribute has other values, or its argument takes others."""
    return _as_argument(lost, won) if use == "sent" else "breaking" if won else "compatible"


def _words(lost: set[str], won: set[str], *, nulls: bool) -> str:
    if nulls and not lost and _UNSET in won and "None" not in won:
        return "sends None as null now"  # and not as nothing
    if not lost and won <= _NOTHING:
        return "may be None now" if "None" in won else "may be UNSET now"
    if not won and lost <= _NOTHING:
        return "is never None now" if "None" in lost else "is never UNSET now"
    if lost and won:
        return "has another type now"
    return "has a narrower type now" if lost else "has a wider type now"


def _left(options: set[str], taken: set[str]) -> set[str]:
    """The options that type checkers do not take for any of the others."""
    return {
        option
        for option in options - taken
        if "Any" not in taken and taken.isdisjoint(_is_also(option))
    }


def _spelled(attribute: Attribute, aliases: Mapping[str, str]) -> Attribute:
    """An attribute with what an alias stands for in its place; one may stand for another."""
    for _ in range(_DEEPEST):
        attribute = renamed(attribute, aliases)
    return attribute


def _is_also(option: str) -> Collection[str]:
    """The types that take a type or a value of a `Literal`, besides itself."""
    if option[:1] in "\"'":
        return ("str",)
    return ("int", "float") if option.lstrip("-").isdecimal() else _PROMOTED.get(option, ())


def _options(attribute: Attribute) -> set[str]:
    """The types that an annotation is of; of a `Literal`, its values."""
    if wrapped := _WRAPPED.fullmatch(attribute.annotation):
        return {"None", _UNSET, *_options(Attribute(wrapped[1]))}
    return {one for part in parts(attribute.annotation) for one in _values(part)}


def _values(annotated: str) -> Iterator[str]:
    if not annotated.startswith("Literal["):
        yield annotated
        return
    listed = ast.parse(annotated, mode="eval").body
    assert isinstance(listed, ast.Subscript)
    several = listed.slice.elts if isinstance(listed.slice, ast.Tuple) else [listed.slice]
    yield from map(ast.unparse, several)
