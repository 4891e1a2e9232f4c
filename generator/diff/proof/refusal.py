"""The words of a refusal, with values as JSON spells them and no name of ours."""

from __future__ import annotations

from typing import Any, NamedTuple

from generator.diff.words.shown import cut, written

_LONG = 40
"""How many characters of one value are told."""
_LONGEST = 160
"""How many characters the whole of it has at most."""
_LISTED = 5
"""How many of several values are told."""


class Refusal(NamedTuple):
    """The words of a refusal, with the place in the value that they begin with, and its path."""

    words: str = ""
    path: tuple[str | int, ...] = ()


def refusal(error: Any) -> Refusal:
    """Return what a `ValidationError` of `jsonschema` says, and where; it may name a member."""
    text = cut(_words(error), _LONGEST)
    words = text if error.json_path == "$" else f"{error.json_path}: {text}"
    return Refusal(words, (*error.absolute_path, *_named(error)))


def _named(error: Any) -> list[str]:
    """The member that must not be there, or not so: words about all of them name none."""
    if "propertyNames" in error.absolute_schema_path:
        return [error.instance]
    named = error.message.replace(repr(error.instance), "")
    members = error.instance if isinstance(error.instance, dict) else ()
    return [name for name in members if repr(name) in named][:1]


def meant(error: Any) -> list[Any]:
    """Return the errors of the one branch of a union that its value is for; none if none is.

    It is not for a branch that asks for another type, or for another value of a member: its tag.
    """
    left = _eligible(error)
    return left[0] if len(left) == 1 else []


def _eligible(error: Any) -> list[list[Any]]:
    branches: dict[Any, list[Any]] = {}
    for one in error.context or ():
        # No value is for a branch that is false, whose errors do not even say which it is.
        if one.schema_path:
            branches.setdefault(one.schema_path[0], []).append(one)
    return [errors for errors in branches.values() if not any(map(_is_for_others, errors))]


def _is_for_others(error: Any) -> bool:
    if error.context:
        return not error.path and not _eligible(error)
    depth = {"type": 0, "const": 1, "enum": 1}.get(error.validator)
    return depth is not None and len(error.path) == depth


def _words(error: Any) -> str:
    value, keyword, bound = error.instance, error.validator, error.validator_value
    if keyword == "oneOf" and error.context == []:
        return f"{_spelled(value)} is valid under several branches of `oneOf`"
    if keyword == "not":
        return f"{_spelled(value)} is valid under the schema of `not`"
    if keyword == "enum":
        one = f"{_listed(bound)} was expected"
        return one if len(bound) == 1 else f"{_spelled(value)} is not one of {_listed(bound)}"
    if keyword == "pattern":
        return f"{_spelled(value)} does not match {bound}"
    words: str = error.message.replace(repr(value), _spelled(value))
    return words.replace(repr(bound), _spelled(bound)) if keyword == "const" else words


def _spelled(value: Any) -> str:
    text = written(value)
    return text if len(text) <= _LONG else "this value"


def _listed(values: list[Any]) -> str:
    more = len(values) - _LISTED
    texts = map(written, values[:_LISTED])
    shown = ", ".join(one if len(one) <= _LONG else f"{one[:_LONG]}…" for one in texts)
    return f"{shown} and {more} more" if more > 0 else shown
