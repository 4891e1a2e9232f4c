"""How words become names: `ClassName`, `field_name`, `MEMBER_NAME` (docs/tables.md, Names)."""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from generator.ir import VALUE_DESCRIPTIONS, VALUE_NAMES, Schema
from generator.names.spelling import number_words

_INITIALISMS = frozenset(
    "acl api ascii cpu css dns eof guid html http https id ip json lhs qps ram rhs rpc sla smtp "
    "sql ssh tcp tls ttl udp ui uid uuid uri url utf8 vm xml xmpp xsrf xss".split()
)
_WORD_START = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_ALNUM = re.compile(r"[^\W_]+")
_LONGEST = 160
"""Bytes a class name may have: file names have 255, and some letters are longer in lower case."""
_LEADING_DIGITS = re.compile(r"[0-9]+")

# What a generated module imports or uses under its own name.
_RESERVED_CLASSES = frozenset(
    "None True False Any ClassVar Decimal Enum Literal Optional Union UNSET "
    "OptionalNullable TypeAlias UUID".split()
)
EXCEPTIONS = frozenset(
    (
        "ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup "
        "BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError "
        "ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError "
        "DeprecationWarning EOFError EncodingWarning EnvironmentError Exception "
        "ExceptionGroup FileExistsError FileNotFoundError FloatingPointError FutureWarning "
        "GeneratorExit IOError ImportError ImportWarning IndentationError IndexError "
        "InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError "
        "MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplementedError "
        "OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError "
        "RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning "
        "StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit "
        "TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError "
        "UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning "
        "ValueError Warning ZeroDivisionError"
    ).split()
)
"""Those of Python 3.11: one that a later Python has renames no class."""
_KEYWORDS = frozenset(keyword.kwlist) | {"self"}
TABLE_RESERVED = _KEYWORDS | frozenset({"schema", "json", "copy", "dict", "date", "validate"})
"""Field names that get a trailing `_` in every table."""
PYTHON_RESERVED = TABLE_RESERVED | frozenset(
    "str int float bool bytes cls from_dict from_json to_dict to_json additional_properties "
    "list tuple rt datetime time mro".split()
)
"""Those, and the ones that would shadow what annotations and methods of a dataclass need.

Every class has a `mro`, which a dataclass would take for the default of a field.
"""


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """Split at what is neither letter nor digit, at lower→Upper, and at Acronym→Word."""
    text = unicodedata.normalize("NFKC", text)
    found: list[str] = []
    for run in _ALNUM.findall(text):
        found += _parts(run)
    return tuple(found)


@lru_cache(maxsize=65536)
def _parts(run: str) -> tuple[str, ...]:
    return tuple(_WORD_START.split(run)) if run.isascii() else (run,)


@lru_cache(maxsize=65536)
def class_name(text: str) -> str:
    """Return `text` as a class name: words joined, initialisms in capitals, numbers spelled."""
    if not any(map(str.islower, text)):
        text = text.lower()
    parts = list(words(text.replace("+", " Plus ")))
    if not parts:
        return "Model"
    parts[:1] = _unnumbered(parts[0])
    name = "".join(map(_capitalised, parts))
    name = _shortened(name if name.isidentifier() else _identifier(name))
    return f"{name}Model" if name in _RESERVED_CLASSES else name


def _shortened(name: str) -> str:
    """Return a name that a file can have; one too long ends in a digest of what was cut off."""
    if len(name) <= _LONGEST // 4 or len(name.encode()) <= _LONGEST:
        return name
    end = blake2b(name.encode(), digest_size=4).hexdigest()
    return name.encode()[: _LONGEST - len(end)].decode("utf-8", "ignore") + end


@lru_cache(maxsize=65536)
def _capitalised(word: str) -> str:
    return word.upper() if word.lower() in _INITIALISMS else word[:1].upper() + word[1:]


def _unnumbered(word: str) -> list[str]:
    """Spell the digits that a word starts with, for no identifier may."""
    digits = _LEADING_DIGITS.match(word)
    if not digits:
        return [word]
    spelled, rest = number_words(int(digits[0])), word[digits.end() :]
    return [*spelled[:-1], spelled[-1] + rest]


def _identifier(name: str) -> str:
    kept = "".join(c for c in name if ("_" + c).isidentifier())
    return kept if kept.isidentifier() else f"Model{kept}"


@lru_cache(maxsize=65536)
def snake(text: str) -> str:
    """Return `text` in snake_case; it may still be empty, or start with a digit."""
    return "_".join(words(text)).lower()


@lru_cache(maxsize=65536)
def field_name(wire: str, reserved: frozenset[str] = PYTHON_RESERVED) -> str:
    """Return the name of the field for a property; never one of `reserved`."""
    text = wire
    if wire[:1] == "@":
        text = f"at_{wire[1:]}"
    elif wire[:1] in ("+", "-") and wire[1:2].isdigit():
        text = f"{'plus' if wire[0] == '+' else 'minus'}_{wire[1:]}"
    name = snake(text) or "field"
    if name[0].isdigit():
        name = "_".join(_unnumbered(name)).lower()
    if not name.isidentifier():
        name = _identifier(name).lower()
    return f"{name}_" if name in reserved else name


def field_names(wires: Iterable[str]) -> tuple[str, ...]:
    """Return one name for each property of a class; a clash gets a number behind it.

    A property that is called like a field keeps its name: `_id` beside `id` is `id_1`.
    """
    names = {wire: field_name(wire) for wire in wires}
    taken = {wire for wire, name in names.items() if name == wire}
    for wire, name in names.items():
        if name != wire:
            names[wire] = _free(name, taken)
            taken.add(names[wire])
    return tuple(names.values())


def _free(name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    stem = name.rstrip("_")
    return next(n for i in range(1, len(taken) + 2) if (n := f"{stem}_{i}") not in taken)


def member_names(
    values: Sequence[Any],
    schema: Schema | None = None,
    *,
    symbol_at_end: bool = False,
) -> list[str]:
    """Return the names of an enum's members; what its schema calls them comes first.

    With `symbol_at_end`, a symbol at the end of a value leaves a `_` at the end of its name.
    """
    texts = _texts(values, schema, VALUE_NAMES) if schema and schema.notes.extensions else {}
    given = {value: member_name(text) for value, text in texts.items()}
    taken: set[str] = set()
    found: list[str] = []
    for value in values:
        name = given.get(value) or member_name(value)
        if symbol_at_end and value not in given and _ends_with_symbol(str(value)):
            name += "_"
        found.append(_free(name, taken))
        taken.add(found[-1])
    return found


def _ends_with_symbol(text: str) -> bool:
    return bool(words(text)) and not text[-1].isalnum() and text[-1] not in " _-"


def member_descriptions(values: Sequence[Any], schema: Schema) -> list[str]:
    """Return what a schema says of each value of its enum; nothing if it says nothing of any."""
    given = _texts(values, schema, VALUE_DESCRIPTIONS) if schema.notes.extensions else {}
    return [given.get(value, "").strip() for value in values] if given else []


def _texts(values: Sequence[Any], schema: Schema, names: Sequence[str]) -> Mapping[Any, str]:
    """What the first of some extensions says of the values as a schema lists them, also of null."""
    extensions, listed = schema.notes.extensions, schema.keywords.get("enum", values)
    for name in names:
        # Many enums have extensions, and hardly any of them these.
        if name not in extensions:
            continue
        given = extensions[name]
        pairs: Iterable[tuple[Any, Any]] = ()
        if isinstance(given, dict):
            pairs = [(value, given.get(str(value))) for value in values]
        elif isinstance(given, list):
            others = [value for value in listed if value is not None]
            pairs = zip(others if len(given) == len(others) else listed, given, strict=False)
        found = {value: text for value, text in pairs if isinstance(text, str) and text.strip()}
        if found:
            return found
    return {}


@lru_cache(maxsize=65536)
def member_name(value: Any) -> str:
    """Return one enum value as UPPER_SNAKE; symbols only separate, a leading number is spelled."""
    text = str(value)
    if not text:
        return "UNKNOWN"
    lead = {"-": "minus ", "/": "root ", "+": "plus "}.get(text[0], "")
    if text[0].isdigit():
        text = text.replace("-", " minus ").replace(".", " dot ")
    parts = list(words(lead + text))
    if not parts:
        return "SYMBOL"
    parts[:1] = _unnumbered(parts[0])
    name = "_".join(parts).upper()
    if not name.isidentifier():
        name = _identifier(name).upper()
    return f"{name}_" if name == "MRO" or keyword.iskeyword(name) else name
