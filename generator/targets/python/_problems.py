"""What is wrong with a value, and how decoding collects it.

Written by Typewright, the same in every package that it generates. Standard library only.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal

from ._keywords import HOLDS, JSON_TYPES, Rules, Test, key_of


class Unset(Enum):
    """The type of `UNSET`, the value of a member that is not there (null is `None`)."""

    UNSET = ...  # No JSON value: orjson would write that of an enum.

    def __repr__(self) -> str:
        return "UNSET"

    def __bool__(self) -> Literal[False]:
        return False


UNSET = Unset.UNSET
Path = Any
"""Where a value is: `(path of the parent, name or index)` or `ROOT`.

Where nobody asks, it is None, or False for a value that `orjson` made of a text.
"""
ROOT: Path = ("$",)


class Name(str):
    """The last step of the path to a member whose name is looked at, and not its value."""

    __slots__ = ()


Branch = Callable[..., Any]
Branches = tuple[Branch, ...]
Hinted = tuple[str, Mapping[str, Branch]]
"""The member that a discriminator looks at, and the branch that each of its values names."""
Answer = tuple[Any, "Problems", Any]
"""What a branch of a union made of a value, the problems, and what it saw if it was to tell."""
DEEP = 2
"""How many unions may stand around a union before answers are remembered."""
SHAPE_KEYWORDS = frozenset({"type", "required", "false", "anyOf", "oneOf", "json"})
"""The keywords whose problems count when only the types are asked for."""
LISTING = frozenset({"enum", "const"})
"""The keywords that list the values that there are: who reads them needs no other."""
UNKNOWN = frozenset({"additionalProperties", "unevaluatedProperties"})
"""The keywords that leave no room for unknown members where they are false."""
WRONG: Mapping[str, str] = {
    "enum": "is not one of",
    "const": "is not",
    "multipleOf": "is not a multiple of",
    "maximum": "is above the maximum of",
    "exclusiveMaximum": "is not below",
    "minimum": "is below the minimum of",
    "exclusiveMinimum": "is not above",
    "maxLength": "is longer than",
    "minLength": "is shorter than",
    "pattern": "does not match",
    "format": "is not of the format",
    "maxItems": "has more items than",
    "minItems": "has fewer items than",
    "uniqueItems": "has equal items: uniqueItems",
    "maxProperties": "has more members than",
    "minProperties": "has fewer members than",
    "contains": "has fewer items that match than",
    "maxContains": "has more items that match than",
}
"""How a value fails a keyword, in words that its expectation follows."""


@dataclass(frozen=True)
class Problem:
    """One way in which a value is not what the schema says.

    `path` is a JSON path (`$.items[0].name`), `keyword` the schema keyword that fails, `expected`
    its value there, `actual` what was found. `causes` are the problems of the union member that
    came closest.
    """

    path: str
    keyword: str
    expected: Any
    actual: Any
    causes: tuple[Problem, ...] = ()

    @property
    def message(self) -> str:
        """The problem in words."""
        actual = _clip(self.actual)
        if type(self.actual) is Name:
            actual = f"the name {actual}"
        if self.keyword == "required":
            return f"'{self.expected}' is missing"
        if self.keyword in UNKNOWN and self.expected is False:
            return f"unknown member {actual}"
        if self.keyword == "json":
            return f"no JSON value: {self.expected}"
        if self.keyword in ("anyOf", "oneOf"):
            count = (
                "none" if self.keyword == "anyOf" or self.causes else "more than one"
            )
            return f"{actual} matches {count} of {self.expected} alternatives"
        if self.keyword == "false":
            named = type(self.actual) is Name
            return f"{actual} is not allowed" if named else "no value is allowed here"
        if self.keyword == "type":
            found = type(self.actual)
            plain = found in JSON_TYPES or issubclass(found, (float, Name))
            kind = "" if plain else f"{found.__name__} "
            return f"{kind}{actual} is not of type {' or '.join(self.expected)}"
        wrong = WRONG.get(self.keyword, "is not valid: " + self.keyword)
        return f"{actual} {wrong} {_clip(self.expected)}"

    def __hash__(self) -> int:
        return hash((self.path, self.keyword))

    def __str__(self) -> str:
        text = f"{self.path}: {self.message}"
        return text + "".join(
            "\n  " + str(cause).replace("\n", "\n  ") for cause in self.causes
        )


class DecodeError(ValueError):
    """A value is not what the schema says; `problems` lists how."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.problems,), self.__dict__


class Problems(list[tuple[Path, str, Any, Any, Any]]):
    """The problems of one decoding; a list without `__init__` is the quickest to make."""

    strict = True
    first = False
    depth = 0
    unmeasured = False
    """Whether a number passed of which nobody knows the size; `orjson` may have rounded it."""
    known: dict[Any, tuple[Path, Any, Answer]]

    @classmethod
    def of(cls, strict: bool, first: bool = False) -> Problems:
        """A collector of all problems or only those of types; the `first` may end the decoding."""
        problems = cls()
        problems.strict, problems.first = strict, first
        return problems

    def trial(self) -> Problems:
        """A collector for something that may fail."""
        trial = type(self)()
        if not self.strict:
            trial.strict = False
        trial.depth = self.depth + 1
        if trial.depth >= DEEP:
            trial.known = {} if trial.depth == DEEP else self.known
        return trial

    def add(
        self, keyword: str, expected: Any, value: Any, path: Path, failed: Any = ()
    ) -> None:
        """Record a problem, unless only types are asked for and it is of another kind.

        `failed` holds the problems of each member of a union.
        """
        if value is UNSET:
            keyword, expected, value, path = "required", path[1], None, path[0]
        elif not self.strict and not _is_of_types(keyword, expected, value):
            return
        if type(expected) is Test:
            expected = expected.text
        self.append((path, keyword, expected, value, closest(failed)))
        if self.first:
            raise self.error()

    def missing(self, path: Path, name: str) -> None:
        """Record that a required member is not there."""
        self.add("required", name, None, path)

    def explain(self, value: Any, rules: Rules, path: Path) -> None:
        """Record each of the rules that a value breaks; if it is not listed, only that."""
        if value is UNSET:
            self.add("required", None, value, path)
            return
        broken = [rule for rule in rules if not HOLDS[rule[0]](value, rule[1])]
        if len(broken) > 1:
            # With the strictness `types`, 1.5 may pass for one of 1 and 2, but for no integer.
            listing = [
                rule
                for rule in broken
                if rule[0] in LISTING and (self.strict or _is_of_types(*rule, value))
            ]
            broken = listing or broken
        for keyword, bound in broken:
            self.add(keyword, bound, value, path)
        if type(value) is float:
            self.unmeasured = True

    def broken(self, value: Any, rules: Rules, path: Path) -> None:
        """Record each of the rules that a value breaks, which is one at least."""
        self.explain(value, rules, path)

    def explain_items(self, values: Iterable[Any], rules: Rules, path: Path) -> None:
        """Record each of the rules that an item breaks."""
        for index, value in enumerate(values):
            self.explain(value, rules, (path, index))

    def others(self, value: dict[str, Any], known: frozenset[str]) -> dict[str, Any]:
        """The members that no property describes."""
        found = others(value, known)
        if found:
            self.unmeasured = True
        return found

    def unknown(self, others: Iterable[str], path: Path) -> None:
        """Record each member of a closed object that no property describes."""
        for name in others:
            self.add("additionalProperties", False, name, (path, name))

    def tagged(
        self, value: Any, path: Path, name: str, branches: Mapping[str, Branch]
    ) -> Any:
        """Decode an object with the branch that the value of one of its members names."""
        if type(value) is not dict:
            self.add("type", ("object",), value, path)
            return value
        tag = value.get(name, UNSET)
        branch = branches.get(tag) if type(tag) is str else None
        if branch is None:
            self.add("enum", list(branches), tag, (path, name))
            return value
        return branch(value, path, self)

    def hinted(
        self, value: Any, path: Path, hints: Hinted, otherwise: Any, branches: Branches
    ) -> Any:
        """Decode with the branch that a discriminator names, if that accepts the value.

        Otherwise it is as without: `one_of` the branches, or `any_of` them; but if none accepts
        the value, what is wrong is what the named one says.
        """
        name, by_tag = hints
        tag = value.get(name) if type(value) is dict else None
        if type(tag) is not str or tag not in by_tag:
            return otherwise(value, path, branches)
        made, found = self.attempt(by_tag[tag], value, path)
        return otherwise(value, path, branches, named=found) if found else made

    def narrowed(self, value: Any, path: Path, hints: Hinted, own: Branch) -> Any:
        """Decode with the branch of a derived class that a discriminator names, if that accepts it.

        Otherwise it is of the class itself, if at all.
        """
        name, by_tag = hints
        tag = value.get(name) if type(value) is dict else None
        if type(tag) is not str or tag not in by_tag:
            return own(value, path, self)
        made, found = self.attempt(by_tag[tag], value, path)
        return own(value, path, self) if found else made

    def any_of(
        self,
        value: Any,
        path: Path,
        branches: Branches,
        seen: Seen | None = None,
        named: Problems | None = None,
    ) -> Any:
        """Return what the first branch that accepts the value makes of it.

        With `seen`, every branch that accepts it tells what it evaluates.
        """
        failed = []
        results = []
        for branch in branches:
            made, found = self.attempt(branch, value, path, seen)
            if found:
                failed.append(found)
            elif seen is None:
                return made
            else:
                results.append(made)
        if not results:
            failed = [named] if named else failed
            self.add("anyOf", len(branches), value, path, failed)
        return results[0] if results else value

    def one_of(
        self,
        value: Any,
        path: Path,
        branches: Branches,
        seen: Seen | None = None,
        named: Problems | None = None,
    ) -> Any:
        """Return what the one branch that accepts the value makes of it."""
        failed = []
        results = []
        for branch in branches:
            made, found = self.attempt(branch, value, path, seen)
            if found:
                failed.append(found)
                continue
            results.append(made)
        if len(results) == 1 or (results and not self.strict):
            return results[0]
        failed = [named] if named else failed
        self.add("oneOf", len(branches), value, path, () if results else failed)
        return value

    def not_(self, value: Any, path: Path, branch: Branch) -> None:
        """Record a problem if the branch accepts the value."""
        if self.holds(value, path, branch):
            self.add("not", "no match", value, path)

    def holds(
        self, value: Any, path: Path, branch: Branch, seen: Seen | None = None
    ) -> bool:
        """Whether a branch accepts the value, by every keyword; nothing is recorded."""
        asking = self if self.strict else type(self)()
        return not asking.attempt(branch, value, path, seen)[1]

    def attempt(
        self, branch: Branch, value: Any, path: Path, seen: Seen | None = None
    ) -> tuple[Any, Problems]:
        """What a branch makes of a value, and its problems; without any, it tells what it saw.

        Where unions stand deep inside of unions, the answers are remembered: members that they
        share would be asked more often than anyone could wait for.
        """
        self.unmeasured = True
        if self.depth < DEEP:
            made, found, own = self.ask(branch, value, path, seen is not None)
        else:
            key = (branch, id(value), seen is not None)
            known = self.known.get(key)
            if known is None or known[0] != path:
                known = (path, value, self.ask(branch, value, path, seen is not None))
                self.known[key] = known
            made, found, own = known[2]
        if seen is not None and not found:
            seen.add(own)
        return made, found

    def ask(self, branch: Branch, value: Any, path: Path, tells: bool) -> Answer:
        """Try a branch; if it `tells`, also what it saw of the value."""
        trial = self.trial()
        if not tells:
            return branch(value, path, trial), trial, None
        own = Seen()
        return branch(value, path, trial, own), trial, own

    def error(self) -> DecodeError:
        """The error that tells all problems, each once."""
        return DecodeError(dict.fromkeys(map(_problem, self)))


def others(value: dict[str, Any], known: frozenset[str]) -> dict[str, Any]:
    """The members that no property describes."""
    if known.issuperset(value):
        return {}
    return {name: item for name, item in value.items() if name not in known}


def _is_of_types(keyword: str, expected: Any, value: Any) -> bool:
    """Whether a problem is one of types: listed values are of some, too."""
    if keyword not in LISTING:
        return keyword in SHAPE_KEYWORDS
    listed = expected if keyword == "enum" else (expected,)
    return _kind(value) not in set(map(_kind, listed))


def _kind(value: Any) -> Any:
    """The JSON type of a value, as Python has it; all numbers are of one."""
    return float if type(value) is int or isinstance(value, float) else type(value)


class Invalid(Exception):
    """A value is not what the schema says, and nobody asked how."""


class Verdict(Problems):
    """Keeps nothing: the first problem is the end of it."""

    def add(
        self, keyword: str, expected: Any, value: Any, path: Path, failed: Any = ()
    ) -> None:
        """End the check."""
        raise Invalid

    def broken(self, value: Any, rules: Rules, path: Path) -> None:
        """End the check; what is no plain JSON value may be as good as one, for all its type."""
        if type(value) in JSON_TYPES:
            raise Invalid
        self.explain(value, rules, path)

    def ask(self, branch: Branch, value: Any, path: Path, tells: bool) -> Answer:
        """Try a branch, up to its first problem."""
        try:
            return super().ask(branch, value, path, tells)
        except Invalid:
            return value, _FAILED, None


VERDICT = Verdict()
_FAILED = Problems(((None, "false", False, None, ()),))


class Seen:
    """Which members and items of a value were evaluated (for `unevaluatedProperties`)."""

    __slots__ = ("items", "names")

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.items: set[int] = set()

    def add(self, other: Seen) -> None:
        """Count what a subschema evaluated."""
        self.names |= other.names
        self.items |= other.items


def closest(failed: list[Any]) -> Any:
    """The problems of the branch that came closest: deepest first, then fewest.

    Where each branch lists values for one place, such as a tag, it is one problem with all of them.
    """

    def nearness(found: Any) -> tuple[bool, int, int]:
        wrong_type = any(
            (keyword == "type" or keyword in LISTING)
            and _depth(path) == low
            and _is_of_types(keyword, expected, value)
            for path, keyword, expected, value, _ in found
        )
        return (wrong_type, -max(_depth(path) for path, *_ in found), len(found))

    if not failed:
        return ()
    if len(failed) > 1 and (unlisted := _unlisted(failed)):
        return unlisted
    low = min(_depth(path) for found in failed for path, *_ in found)
    return min(failed, key=nearness)


def _unlisted(failed: list[Any]) -> Any:
    """The problem that all branches have, if a value is on none of their lists for one place."""
    lists = list(map(_lists, failed))
    for path, (_, value) in lists[0].items():
        if all(path in one for one in lists):
            listed = {key_of(item): item for one in lists for item in one[path][0]}
            return [(path, "enum", list(listed.values()), value, ())]
    return ()


def _lists(found: Any) -> dict[Path, tuple[Any, Any]]:
    """What a branch lists for each place whose value is not on the list, and that value."""
    lists: dict[Path, tuple[Any, Any]] = {}
    for path, keyword, expected, value, _ in found:
        if keyword in ("enum", "const"):
            listed = expected if keyword == "enum" else [expected]
            if path not in lists or len(listed) < len(lists[path][0]):
                lists[path] = listed, value
    return lists


def _depth(path: Path) -> int:
    depth = 0
    while path is not ROOT:
        path, depth = path[0], depth + 1
    return depth


def _problem(raw: tuple[Path, str, Any, Any, Any]) -> Problem:
    path, keyword, expected, value, causes = raw
    if type(path[-1]) is Name:
        value = path[-1]
    return Problem(
        json_path(path), keyword, expected, value, tuple(map(_problem, causes))
    )


def json_path(path: Path) -> str:
    """Spell a path as RFC 9535 does, with a dot before plain names."""
    steps = []
    while path is not ROOT:
        path, step = path
        if isinstance(step, int):
            steps.append(f"[{step}]")
        elif step.isidentifier():
            steps.append(f".{step}")
        else:
            steps.append(f"[{json.dumps(step, ensure_ascii=False)}]")
    return "$" + "".join(reversed(steps))


def _clip(value: Any) -> str:
    try:
        text = json.dumps(value, ensure_ascii=False, default=str)
    except (ValueError, RecursionError):
        text = f"<{type(value).__name__}>"
    return text if len(text) <= 80 else text[:77] + "..."
