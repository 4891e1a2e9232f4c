"""What the models of this package share: how they decode, encode and report problems.

Written by Typewright, the same in every package that it generates. Standard library only; JSON is
read and written with `orjson` where that is installed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, fields, is_dataclass
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from enum import Enum
from functools import partial
from importlib import import_module
from math import isfinite
from typing import Any, ClassVar, ForwardRef, Generic, Literal, TypeVar, Union

try:
    import orjson
except ImportError:
    orjson = None  # type: ignore[assignment, unused-ignore]


class Unset(Enum):
    """The type of `UNSET`, the value of a member that is not there (null is `None`)."""

    UNSET = "UNSET"

    def __repr__(self) -> str:
        return "UNSET"

    def __bool__(self) -> Literal[False]:
        return False


UNSET = Unset.UNSET
T = TypeVar("T")
M = TypeVar("M", bound="Model")
OptionalNullable = Union[T, None, Unset]
Order = Union[tuple[str, ...], None]
"""The names of an object's members as they were decoded; None if it was not."""
Answer = tuple[Any, "Problems", Any]
"""What a branch of a union made of a value, the problems, and what it saw if it was to tell."""
DEEP = 2
"""How many unions may stand around a union before answers are remembered."""
Path = Any
"""Where a value is: None for the root, else `(path of the parent, name or index)`."""
Strictness = Literal["strict", "types"]
SHAPE_KEYWORDS = frozenset({"type", "required", "false", "anyOf", "oneOf", "json"})
"""The keywords whose problems count when only the types are asked for."""


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
        if self.keyword == "required":
            return f"'{self.expected}' is missing"
        if self.keyword == "additionalProperties" and self.expected is False:
            return f"unknown member {_clip(self.actual)}"
        if self.keyword == "json":
            return f"no JSON value: {self.expected}"
        if self.keyword in ("anyOf", "oneOf"):
            count = (
                "none" if self.keyword == "anyOf" or self.causes else "not exactly one"
            )
            return (
                f"{_clip(self.actual)} matches {count} of {self.expected} alternatives"
            )
        if self.keyword == "false":
            return "no value is allowed here"
        if self.keyword == "type":
            found = type(self.actual)
            kind = "" if found in JSON_TYPES else f"{found.__name__} "
            return f"{kind}{_clip(self.actual)} is not of type {' or '.join(self.expected)}"
        wrong = WRONG.get(self.keyword, "is not valid: " + self.keyword)
        return f"{_clip(self.actual)} {wrong} {_clip(self.expected)}"

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


class Problems(list[tuple[Path, str, Any, Any, Any]]):
    """The problems of one decoding; a list without `__init__` is the quickest to make."""

    strict = True
    first = False
    depth = 0
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
        elif not self.strict and keyword not in SHAPE_KEYWORDS:
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
        """Record each of the rules that a value breaks."""
        if value is UNSET:
            self.add("required", path[1], value, path)
            return
        for keyword, bound in rules:
            if not HOLDS[keyword](value, bound):
                self.add(keyword, bound, value, path)

    def broken(self, value: Any, rules: Rules, path: Path) -> None:
        """Record each of the rules that a value breaks, which is one at least."""
        self.explain(value, rules, path)

    def explain_items(self, values: Iterable[Any], rules: Rules, path: Path) -> None:
        """Record each of the rules that an item breaks."""
        for index, value in enumerate(values):
            self.explain(value, rules, (path, index))

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
            if not self.strict:
                break
        if len(results) == 1:
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
        """Whether a branch accepts the value; nothing is recorded."""
        return not self.attempt(branch, value, path, seen)[1]

    def attempt(
        self, branch: Branch, value: Any, path: Path, seen: Seen | None = None
    ) -> tuple[Any, Problems]:
        """What a branch makes of a value, and its problems; without any, it tells what it saw.

        Where unions stand deep inside of unions, the answers are remembered: members that they
        share would be asked more often than anyone could wait for.
        """
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
        """End the check."""
        raise Invalid

    def ask(self, branch: Branch, value: Any, path: Path, tells: bool) -> Answer:
        """Try a branch, up to its first problem."""
        try:
            return super().ask(branch, value, path, tells)
        except Invalid:
            return value, _FAILED, None


_VERDICT = Verdict()
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


Rules = tuple[tuple[str, Any], ...]
STRING: Rules = (("type", ("string",)),)
INTEGER: Rules = (("type", ("integer",)),)
NUMBER: Rules = (("type", ("number",)),)
BOOLEAN: Rules = (("type", ("boolean",)),)
OBJECT: Rules = (("type", ("object",)),)
ARRAY: Rules = (("type", ("array",)),)
Branch = Callable[..., Any]
Branches = tuple[Branch, ...]
Hinted = tuple[str, Mapping[str, Branch]]
"""The member that a discriminator looks at, and the branch that each of its values names."""


def closest(failed: list[Any]) -> Any:
    """The problems of the branch that came closest: deepest first, then fewest."""

    def nearness(found: Any) -> tuple[bool, int, int]:
        wrong_type = any(
            keyword == "type" and _depth(path) == low for path, keyword, *_ in found
        )
        return (wrong_type, -max(_depth(path) for path, *_ in found), len(found))

    if not failed:
        return ()
    low = min(_depth(path) for found in failed for path, *_ in found)
    return min(failed, key=nearness)


def _depth(path: Path) -> int:
    depth = 0
    while path is not None:
        path, depth = path[0], depth + 1
    return depth


def _problem(raw: tuple[Path, str, Any, Any, Any]) -> Problem:
    path, keyword, expected, value, causes = raw
    return Problem(
        json_path(path), keyword, expected, value, tuple(map(_problem, causes))
    )


def json_path(path: Path) -> str:
    """Spell a path as RFC 9535 does, with a dot before plain names."""
    steps = []
    while path is not None:
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


class Codec(Generic[T]):
    """Decodes and encodes one type; every module of this package has one, named `codec`."""

    __slots__ = ("_check", "_decode", "_encode", "cls", "strictness")

    def __init__(
        self,
        decode: Branch,
        cls: type[T] | None = None,
        strictness: Strictness = "strict",
        check: Branch | None = None,
        encoder: Callable[[Any], Any] | None = None,
    ) -> None:
        self._decode = decode
        self._check = check or decode
        self._encode = encoder or encode
        self.cls = cls
        self.strictness: Strictness = strictness
        # An alias of a class has a codec of its own, beside that of the class.
        if cls is not None and issubclass(cls, Model) and "_codec" not in vars(cls):
            cls._codec = self
            cls.__annotations__ = Hints(cls)

    def decode(
        self, value: Any, *, strictness: Strictness | None = None, first: bool = False
    ) -> T:
        """Turn a JSON value into the type; raise `DecodeError` with all problems, or the first."""
        made: T = run(self._decode, value, strictness or self.strictness, first)
        return made

    def is_valid(self, value: Any) -> bool:
        """Whether a JSON value is what the schema says, by every keyword of it.

        Stops at the first problem.
        """
        try:
            self._check(value, None, _VERDICT)
        except (Invalid, RecursionError):
            return False
        return True

    def encode(self, value: T) -> Any:
        """Turn the type into the JSON value that it was decoded from, or would be."""
        return self._encode(value)

    def loads(self, data: str | bytes | bytearray) -> T:
        """Decode JSON text."""
        made: T = run(self._decode, loads(data), self.strictness, False)
        return made

    def dumps(self, value: T) -> bytes:
        """Encode to JSON text in UTF-8."""
        return dumps(self._encode(value))


class Hints(dict[str, Any]):
    """The annotations of a class; who reads them finds the models that they name imported."""

    def __init__(self, cls: type[Any]) -> None:
        super().__init__(cls.__annotations__)
        self._module = cls.__module__

    def __iter__(self) -> Iterator[str]:
        vars(sys.modules[self._module]).update(named_in(self._module, set()))
        return super().__iter__()

    def items(self) -> Any:
        """The names with their annotations."""
        return {name: self[name] for name in self}.items()


def named_in(module: str, seen: set[str]) -> dict[str, Any]:
    """What a module imports for type checkers only, so that one model does not import others.

    What an alias stands for is among it: that is looked up where the alias is used.
    """
    import ast
    from importlib.util import resolve_name

    seen.add(module)
    loader: Any = sys.modules[module].__loader__
    tree = ast.parse(loader.get_source(module) or "")
    found = {}
    for node in (
        n for part in tree.body if isinstance(part, ast.If) for n in part.body
    ):
        assert isinstance(node, ast.ImportFrom)
        source = resolve_name(
            f"{'.' * node.level}{node.module}", sys.modules[module].__package__
        )
        for alias in node.names:
            named = getattr(import_module(source), alias.name)
            found[alias.name] = ForwardRef(named) if isinstance(named, str) else named
        if source not in seen:
            found = {**named_in(source, seen), **found}
    return found


class Model:
    """What all dataclasses of this package can do."""

    __slots__ = ()
    _codec: ClassVar[Codec[Any]]

    @classmethod
    def from_dict(
        cls: type[M],
        data: Any,
        *,
        strictness: Strictness | None = None,
        first: bool = False,
    ) -> M:
        """Check a JSON value against the schema and make the object of it.

        Raises `DecodeError` with all problems, or with the `first` one. With the strictness
        `types`, only types and required members are checked and unknown enum values are kept.
        """
        codec = cls._codec
        made = run(codec._decode, data, strictness or codec.strictness, first)
        result: M = made if codec.cls is cls else adopted(cls, made)
        return result

    @classmethod
    def from_json(
        cls: type[M],
        data: str | bytes | bytearray,
        *,
        strictness: Strictness | None = None,
        first: bool = False,
    ) -> M:
        """Parse JSON text, check it and make the object of it; raises `DecodeError`."""
        codec = cls._codec
        made = run(codec._decode, loads(data), strictness or codec.strictness, first)
        result: M = made if codec.cls is cls else adopted(cls, made)
        return result

    def to_dict(self) -> dict[str, Any]:
        """The JSON value of this object."""
        raise NotImplementedError

    def to_json(self) -> bytes:
        """The JSON text of this object, in UTF-8."""
        return dumps(self.to_dict())


def adopted(cls: type[Any], made: Any) -> Any:
    """An object as one of a class that was derived by hand from its own."""
    if not is_dataclass(made):
        return made
    taken = (field.name for field in fields(made) if field.init)
    own = cls(**{name: getattr(made, name) for name in taken})
    own._order = getattr(made, "_order", None)
    return own


def run(
    decode: Branch,
    value: Any,
    strictness: Strictness = "strict",
    first: bool = False,
) -> Any:
    """Decode a value and raise what is wrong with it."""
    problems = Problems()
    if first or strictness != "strict":
        problems = Problems.of(strictness == "strict", first)
    result = None
    try:
        result = decode(value, None, problems)
    except RecursionError:
        problems.add("json", "fewer levels of nesting", "this", None)
    if problems:
        raise problems.error()
    return result


def lazy(module: str, source: str, attribute: str = "_decode") -> Branch:
    """A function of another module that is imported when it is first called.

    `module` calls it `_decode_status` if it is `_decode` of `.status`. The first call puts the
    function itself in that place, so that models may refer to each other in circles, and
    importing one does not import all.
    """
    loaded: list[Branch] = []

    def call(*args: Any) -> Any:
        if not loaded:
            package = module.rpartition(".")[0]
            loaded.append(getattr(import_module(source, package), attribute))
            name = source.lstrip(".").replace(".", "_")
            setattr(sys.modules[module], f"{attribute}_{name}", loaded[0])
        return loaded[0](*args)

    return call


def exported(file: str) -> list[str]:
    """The names that the stub beside a package's `__init__.py` declares."""
    import re

    with open(file + "i", encoding="utf-8") as stub:
        return re.findall(r"\b(\w+) as \1\b", stub.read())


def each(
    decode: Branch, values: list[Any], path: Path, problems: Problems
) -> list[Any]:
    """Decode the items of a list."""
    made: list[Any] = []
    for value in values:
        made.append(decode(value, (path, len(made)), problems))
    return made


def each_member(
    decode: Branch, members: dict[str, Any], path: Path, problems: Problems
) -> dict[str, Any]:
    """Decode the members of an object."""
    made: dict[str, Any] = {}
    for name, value in members.items():
        made[name] = decode(value, (path, name), problems)
    return made


def attempt_each(decode: Branch, values: Any) -> Any:
    """Decode the items of a list, or the members of an object, that were checked."""
    if type(values) is list:
        return [attempt(decode, value) for value in values]
    if type(values) is dict:
        return {name: attempt(decode, value) for name, value in values.items()}
    return values


def members(cls: type[Enum]) -> dict[Any, Any]:
    """The members of an enum by their values."""
    return {member.value: member for member in cls}


class Default:
    """Makes the default of a field out of the JSON value that the schema gives."""

    __slots__ = ("decode", "value")

    def __init__(self, decode: Branch, value: Any) -> None:
        self.decode = decode
        self.value = value

    def __call__(self) -> Any:
        return self.decode(deepcopy(self.value), None, Problems.of(strict=False))


class Test:
    """A test of a string, and what a person is told of it: the pattern, or the format's name."""

    __slots__ = ("holds", "text")

    def __init__(self, text: str, holds: Callable[[str], Any]) -> None:
        self.text = text
        self.holds = holds


def attempt(decode: Branch, value: Any) -> Any:
    """What a decoder makes of a value that was checked; the value itself if it does not fit."""
    problems = Problems()
    made = decode(value, None, problems)
    return value if problems else made


def first_of(branches: Branches, hints: Hinted = ("", {})) -> Branch:
    """A decoder that tries several, and first the one that a discriminator names."""

    def decode(value: Any, path: Path, problems: Problems) -> Any:
        return problems.hinted(value, path, hints, problems.any_of, branches)

    return decode


def others(value: dict[str, Any], known: frozenset[str]) -> dict[str, Any]:
    """The members that no property describes."""
    if known.issuperset(value):
        return {}
    return {name: item for name, item in value.items() if name not in known}


def arrange(members: dict[str, Any], order: tuple[str, ...] | None) -> dict[str, Any]:
    """Put members into the order in which they were decoded; new ones come last."""
    if order is None or order == tuple(members):
        return members
    arranged = {name: members[name] for name in order if name in members}
    arranged.update(members)
    return arranged


_AS_IS = frozenset({str, int, float, bool, type(None)})
JSON_TYPES = _AS_IS | {list, dict}
ENCODERS: dict[type, Callable[[Any], Any]] = {}
"""How to spell the Python types that stand for formats of strings; `_values` adds them."""


def encode(value: Any) -> Any:
    """The JSON value of anything that decoding makes."""
    kind = type(value)
    if kind in _AS_IS:
        return value
    if isinstance(value, Model):
        return value.to_dict()
    if kind is list or kind is tuple:
        return [encode(item) for item in value]
    if kind is dict:
        return {name: encode(item) for name, item in value.items()}
    if isinstance(value, Enum):
        return value.value
    for base in kind.__mro__:
        if base in ENCODERS:
            return ENCODERS[base](value)
    return value


_DIGITS = bytes(48 if 48 <= code <= 57 else 32 for code in range(256))
_LONG = b"0" * 19
_SAMPLE = b"0" * 6


def _may_be_long(raw: bytes | bytearray) -> bool:
    """Whether a number may have more digits than 64 bits hold, which orjson would round.

    Of 19 digits in a row, at least 6 stand where every third character is looked at.
    """
    sample = raw[::3].translate(_DIGITS)
    return _SAMPLE in sample and _LONG in raw.translate(_DIGITS)


def loads(data: str | bytes | bytearray) -> Any:
    """Parse JSON; numbers beyond 64 bits keep all their digits."""
    if not isinstance(data, (str, bytes, bytearray)):
        raise TypeError(f"JSON text is str or bytes, not {type(data).__name__}")
    try:
        raw = data.encode() if isinstance(data, str) else data
        if orjson is not None and not _may_be_long(raw):
            return orjson.loads(raw)
        return json.loads(raw, parse_constant=_refuse, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise DecodeError([Problem("$", "json", str(error), None)]) from None


def _finite(number: str) -> float:
    value = float(number)
    return value if value - value == 0 else _refuse(number)


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no JSON value")


def dumps(value: Any) -> bytes:
    """Write JSON in UTF-8; NaN and infinities, which JSON does not have, become null."""
    if orjson is not None:
        try:
            result: bytes = orjson.dumps(value)
            return result
        except (TypeError, ValueError):
            pass  # an integer beyond 64 bits, or half a surrogate pair: json can
    write = partial(json.dumps, separators=(",", ":"), allow_nan=False)
    try:
        text = write(value, ensure_ascii=False)
    except ValueError:
        value = _finite_or_null(value)
        text = write(value, ensure_ascii=False)
    try:
        return text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair: as an escape it can
        return write(value).encode()


def _finite_or_null(value: Any) -> Any:
    """A JSON value with null in the place of NaN and infinities, as orjson writes them."""
    if type(value) is float:
        return value if isfinite(value) else None
    if type(value) is dict:
        return {name: _finite_or_null(member) for name, member in value.items()}
    if type(value) is list:
        return [_finite_or_null(item) for item in value]
    return value


def equal(a: Any, b: Any) -> bool:
    """JSON equality: 1 is 1.0 and is not true; objects have no order."""
    if type(a) is bool or type(b) is bool:
        return a is b
    if isinstance(a, dict):
        return (
            isinstance(b, dict)
            and a.keys() == b.keys()
            and all(equal(a[key], b[key]) for key in a)
        )
    if isinstance(a, (list, tuple)):
        return (
            isinstance(b, (list, tuple)) and len(a) == len(b) and all(map(equal, a, b))
        )
    return bool(a == b)


def among(value: Any, values: Iterable[Any]) -> bool:
    """Whether a value equals one of several."""
    return any(value == other and equal(value, other) for other in values)


def unique(values: list[Any]) -> bool:
    """Whether no two items are equal."""
    try:
        if len(set(values)) == len(values):
            return True
    except TypeError:
        pass
    return len(set(map(_key, values))) == len(values)


def _key(value: Any) -> Any:
    """What is the same for values that are equal in JSON, and only for those."""
    if isinstance(value, dict):
        return dict, frozenset((name, _key(member)) for name, member in value.items())
    if isinstance(value, (list, tuple)):
        return list, tuple(map(_key, value))
    return (bool, value) if type(value) is bool else value


def looks_like_email(value: str) -> bool:
    """Whether a string could be an address at all; the setting `formats = "assert"` asks more."""
    return "@" in value


def integral(value: Any) -> bool:
    """Whether a value is an integer that JSON wrote as `1.0`."""
    return type(value) in (float, Decimal) and value % 1 == 0


def is_multiple(value: Any, divisor: Any) -> bool:
    """Whether a number is a multiple of another, exactly, as they are written."""
    if type(value) is int and type(divisor) is int:
        return value % divisor == 0
    number, step = (
        Decimal(str(n)) if type(n) is float else Decimal(n) for n in (value, divisor)
    )
    # Infinity is a multiple of nothing: the remainder is NaN then.
    return _EXACT.remainder(number, step) == 0


_EXACT = Context(prec=20_000, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[])


_TYPES: Mapping[str, Callable[[Any], bool]] = {
    "null": lambda value: value is None,
    "boolean": lambda value: value is True or value is False,
    "integer": lambda value: (
        (isinstance(value, int) and type(value) is not bool) or integral(value)
    ),
    "number": lambda value: (
        isinstance(value, (int, float, Decimal))
        and type(value) is not bool
        and (type(value) is not float or isfinite(value))
    ),
    "string": lambda value: isinstance(value, str),
    # What decodes them asks for these very types: nobody would look into an `OrderedDict`.
    "array": lambda value: type(value) is list,
    "object": lambda value: type(value) is dict,
}


def _typed(type_: str, test: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    is_type = _TYPES[type_]
    return lambda value, bound: not is_type(value) or test(value, bound)


HOLDS: Mapping[str, Callable[[Any, Any], bool]] = {
    "type": lambda value, names: any(_TYPES[name](value) for name in names),
    "enum": among,
    "const": equal,
    "multipleOf": _typed("number", is_multiple),
    "maximum": _typed("number", lambda value, bound: value <= bound),
    "exclusiveMaximum": _typed("number", lambda value, bound: value < bound),
    "minimum": _typed("number", lambda value, bound: value >= bound),
    "exclusiveMinimum": _typed("number", lambda value, bound: value > bound),
    "maxLength": _typed("string", lambda value, bound: len(value) <= bound),
    "minLength": _typed("string", lambda value, bound: len(value) >= bound),
    "pattern": _typed("string", lambda value, test: test.holds(value) is not None),
    "format": _typed("string", lambda value, test: bool(test.holds(value))),
    "maxItems": _typed("array", lambda value, bound: len(value) <= bound),
    "minItems": _typed("array", lambda value, bound: len(value) >= bound),
    "uniqueItems": _typed("array", lambda value, _: unique(value)),
    "maxProperties": _typed("object", lambda value, bound: len(value) <= bound),
    "minProperties": _typed("object", lambda value, bound: len(value) >= bound),
    "integer": lambda value, _: type(value) is int,
}
