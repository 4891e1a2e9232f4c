"""What tells types of one owner apart that want one name, in the names of 2025."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from generator.ir import TypeId
from generator.names.bodies import REASONS
from generator.names.singular import singular
from generator.names.standing import Standing

_SIDES: Final = {"RequestBody": "Request", "ResponseBody": "Response"}
_WIDTH: Final = 3
_CHOICES: Final = [c for size in range(_WIDTH + 1) for c in combinations(range(_WIDTH), size)]


class Apart(NamedTuple):
    """What a type is called, and whether that is without saying where it is."""

    name: str
    short: bool


class _Features(NamedTuple):
    """What may stand around a name: the type around it, where it is sent, and its value."""

    inside: str
    side: str
    value: str


def base_of(standing: Standing) -> str:
    """Return the name that a type would have alone."""
    return singular(standing.base) if standing.singular else standing.base


def owner_of(standing: Standing) -> str:
    """Return the component or the operation that a type is inside of."""
    return standing.path[0]


def value_of(standing: Standing) -> str:
    """Return the value that tells a type from others; what is inside an error has none."""
    return "" if in_error(standing) else standing.value


def in_error(standing: Standing) -> bool:
    """Whether a type is inside an error that is written in place."""
    return not REASONS.keys().isdisjoint(standing.path[2:-1])


def apart(found: Sequence[Standing], *, alone: bool) -> Mapping[TypeId, Apart]:
    """Return what each of some types of one owner is called that want one name.

    What tells one from the others is said, and no more than that: its value, where it is sent, and
    what it is inside of. What is alike then says what kind of type it is, or else is counted. If
    its owner is not `alone` to want the name, a union says that it is one, beside its members.
    """
    features = list(_features(found))
    met = {choice: Counter(_chosen(f, choice) for f in features) for choice in _CHOICES}
    needed = [_needed(own, met, s) for own, s in zip(features, found, strict=True)]
    for index in _first_errors(found):
        needed[index] = _Features("", "", found[index].value)
    names = [_name(s, own) for s, own in zip(found, needed, strict=True)]
    names = _counted(found, list(_with_kinds(found, names, alone)))
    short = [not own.inside and not own.side for own in needed]
    return {s.type: Apart(name, own) for s, name, own in zip(found, names, short, strict=True)}


def _features(found: Sequence[Standing]) -> Iterator[_Features]:
    paths = [_between(standing) for standing in found]
    common = 0
    while all(len(path) > common and path[common] == paths[0][common] for path in paths):
        common += 1
    for standing, path in zip(found, paths, strict=True):
        sent = len(standing.path) > 1 and not in_error(standing)
        side = _SIDES.get(standing.path[1], "") if sent else ""
        yield _Features((path[common:] or ("",))[-1], side, value_of(standing))


def _between(standing: Standing) -> Sequence[str]:
    """Return what is between a type and its owner; an error is called by its status.

    What is called as the type is says nothing more.
    """
    base = singular(standing.base)
    frames = (f for f in standing.path[1:-1] if f not in _SIDES and singular(f) != base)
    return [REASONS.get(frame, frame) for frame in frames]


def _chosen(features: _Features, choice: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(features[index] for index in choice)


def _needed(
    own: _Features, met: Mapping[tuple[int, ...], Counter[tuple[str, ...]]], standing: Standing
) -> _Features:
    """Leave out what tells a type from no other one, beside the rest; an error is always named."""
    kept = tuple(range(_WIDTH))
    for index in range(in_error(standing), _WIDTH):
        fewer = tuple(one for one in kept if one != index)
        if met[fewer][_chosen(own, fewer)] == met[kept][_chosen(own, kept)]:
            kept = fewer
    return _Features(*(value if index in kept else "" for index, value in enumerate(own)))


def _first_errors(found: Sequence[Standing]) -> Iterator[int]:
    """Yield the first of several errors, each with a value of its own: it is told by that."""
    errors = [index for index, standing in enumerate(found) if in_error(standing)]
    values = {found[index].value for index in errors}
    if len(errors) > 1 and len(values) == len(errors) and all(values):
        yield errors[0]


def _name(standing: Standing, features: _Features) -> str:
    parts = features.inside, base_of(standing), features.value, features.side
    return "_".join(filter(None, parts))


def _with_kinds(found: Sequence[Standing], names: Sequence[str], alone: bool) -> Iterator[str]:
    words = defaultdict[str, list[str]](list)
    for standing, name in zip(found, names, strict=True):
        words[name].append(standing.word)
    among_others = any(standing.word != "Union" for standing in found)
    for standing, name in zip(found, names, strict=True):
        alike, word = words[name], standing.word
        if word == "Union":
            # It leaves its name to no enum.
            told = among_others and (not alone or alike.count(word) > 1 or "Model" in alike)
        else:
            told = word == "Enum" and len(set(alike)) > 1
        yield f"{name}_{word}" if told else name


def _counted(found: Sequence[Standing], names: Sequence[str]) -> list[str]:
    """Count what is alike, unions inside others before those; a component has no number."""
    alike = defaultdict[str, list[int]](list)
    for index, name in enumerate(names):
        alike[name].append(index)
    counted = list(names)
    for name, indices in alike.items():
        if len(indices) > 1:
            inline = [i for i in indices if found[i].kind != "fixed"]
            for number, index in enumerate(_inner_first(found, inline), 1):
                counted[index] = f"{name}{number}"
    return counted


def _inner_first(found: Sequence[Standing], indices: Sequence[int]) -> Iterator[int]:
    around: list[int] = []
    for index in indices:
        path = found[index].path
        inside = found[index].word == "Union"
        while around and not (inside and path[: len(p := found[around[-1]].path)] == p):
            yield around.pop()
        around.append(index)
    yield from reversed(around)
