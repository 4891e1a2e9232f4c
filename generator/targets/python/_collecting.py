"""How decoding goes on where something is wrong, and collects what it is.

Written by Typewright, the same in every package that it generates. Standard library only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ._keywords import EXACT_TYPE, HOLDS, JSON_TYPES, Rules, Test
from ._problems import (
    LISTING,
    UNSET,
    DecodeError,
    Path,
    Raw,
    closest,
    is_of_types,
    told,
)

Branch = Callable[..., Any]
Branches = tuple[Branch, ...]
Hinted = tuple[str, Mapping[Any, Branch]]
"""The member that a discriminator looks at, and the branch that each of its values names.

None names one for all other values, and for objects without the member.
"""
Answer = tuple[Any, "Problems", Any]
"""What a branch of a union made of a value, the problems, and what it saw if it was to tell."""
DEEP = 2
"""How many unions may stand around a union before answers are remembered."""


class Problems(list[Raw]):
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
        keyword = "type" if keyword == EXACT_TYPE else keyword
        if value is UNSET:
            keyword, expected, value, path = "required", path[1], None, path[0]
        elif not self.strict and not is_of_types(keyword, expected, value):
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
                if rule[0] in LISTING and (self.strict or is_of_types(*rule, value))
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
        branch = _named(value, hints)
        if branch is None:
            return otherwise(value, path, branches)
        made, found = self.attempt(branch, value, path)
        return otherwise(value, path, branches, named=found) if found else made

    def narrowed(self, value: Any, path: Path, hints: Hinted, own: Branch) -> Any:
        """Decode with the branch of a derived class that a discriminator names, if that accepts it.

        Otherwise it is of the class itself, if at all.
        """
        branch = _named(value, hints)
        if branch is None:
            return own(value, path, self)
        made, found = self.attempt(branch, value, path)
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
        return DecodeError(dict.fromkeys(map(told, self)))


def _named(value: Any, hints: Hinted) -> Branch | None:
    """The branch that a discriminator names for a value, if it names one."""
    name, by_tag = hints
    if type(value) is not dict:
        return None
    tag = value.get(name)
    if type(tag) is not str:
        tag = _tag(tag)
    return by_tag.get(tag if tag in by_tag else None)


def _tag(value: Any) -> str | None:
    """The text that a `mapping` has for a value, as its keys are strings; None if it has none."""
    if type(value) is bool:
        return "true" if value else "false"
    # Longer ones are no tags, and Python refuses to write those of thousands of digits.
    return str(value) if type(value) is int and value.bit_length() < 64 else None


def others(value: dict[str, Any], known: frozenset[str]) -> dict[str, Any]:
    """The members that no property describes."""
    if known.issuperset(value):
        return {}
    return {name: item for name, item in value.items() if name not in known}


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
