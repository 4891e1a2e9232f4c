"""What tells types of one owner apart that want one name, in the names of 2025."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    return "" if _in_error(standing) else standing.value


def _in_error(standing: Standing) -> bool:
    return not REASONS.keys().isdisjoint(standing.path[2:-1])


def apart(found: Sequence[Standing]) -> Mapping[TypeId, Apart]:
    """Return what each of some types of one owner is called that want one name.

    What tells one from the others is said, and no more than that: its value, where it is sent, and
    what it is inside of. What is alike then says what kind of type it is, or else is counted.
    """
    features = list(_features(found))
    met = {choice: Counter(_chosen(f, choice) for f in features) for choice in _CHOICES}
    needed = [_needed(own, met, s) for own, s in zip(features, found, strict=True)]
    names = [_name(s, own) for s, own in zip(found, needed, strict=True)]
    names = list(_counted(list(_with_kinds(found, names))))
    short = [not own.inside and not own.side for own in needed]
    return {s.type: Apart(name, own) for s, name, own in zip(found, names, short, strict=True)}


def _features(found: Sequence[Standing]) -> Iterator[_Features]:
    paths = [_between(standing) for standing in found]
    common = 0
    while all(len(path) > common and path[common] == paths[0][common] for path in paths):
        common += 1
    for standing, path in zip(found, paths, strict=True):
        sent = len(standing.path) > 1 and not _in_error(standing)
        side = _SIDES.get(standing.path[1], "") if sent else ""
        yield _Features((path[common:] or ("",))[-1], side, value_of(standing))


def _between(standing: Standing) -> Sequence[str]:
    """Return what is between a type and its owner; an error is called by its status."""
    frames = (frame for frame in standing.path[1:-1] if frame not in _SIDES)
    return [REASONS.get(frame, frame) for frame in frames]


def _chosen(features: _Features, choice: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(features[index] for index in choice)


def _needed(
    own: _Features, met: Mapping[tuple[int, ...], Counter[tuple[str, ...]]], standing: Standing
) -> _Features:
    """Leave out what tells a type from no other one, beside the rest; an error is always named."""
    kept = tuple(range(_WIDTH))
    for index in range(_in_error(standing), _WIDTH):
        fewer = tuple(one for one in kept if one != index)
        if met[fewer][_chosen(own, fewer)] == met[kept][_chosen(own, kept)]:
            kept = fewer
    return _Features(*(value if index in kept else "" for index, value in enumerate(own)))


def _name(standing: Standing, features: _Features) -> str:
    parts = features.inside, base_of(standing), features.value, features.side
    return "_".join(filter(None, parts))


def _with_kinds(found: Sequence[Standing], names: Sequence[str]) -> Iterator[str]:
    words = defaultdict[str, set[str]](set)
    for standing, name in zip(found, names, strict=True):
        words[name].add(standing.word)
    for standing, name in zip(found, names, strict=True):
        # A union leaves its name to no enum.
        others = words[name] - {standing.word, "Enum" if standing.word == "Union" else ""}
        yield f"{name}_{standing.word}" if others and standing.word != "Model" else name


def _counted(names: Sequence[str]) -> Iterable[str]:
    often, met = Counter(names), Counter[str]()
    for name in names:
        met[name] += 1
        yield f"{name}{met[name]}" if often[name] > 1 else name
