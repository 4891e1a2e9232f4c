"""Measure validators in one process; print the figures as JSON.

A value of the suite counts where both we and the other find what the suite says: a quick wrong
answer is no merit. Formats are checked as each does by itself.
"""

from __future__ import annotations

import copy
import json
import timeit
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import fastjsonschema
import jsonschema
import jsonschema_rs

from bench.environment import ROOT
from bench.payload import JOB, SCHEMA
from generator.compiled import compile

Valid = Callable[[Any], bool]
Make = Callable[[Any], Valid]
Group = tuple[Any, list[tuple[Any, bool]]]
"""A schema, and values with whether they are valid."""
SUITE = ROOT.parent / "shared" / "corpora" / "json-schema-test-suite" / "tests"
MOMENT = 3e-4
"""How many seconds a value is checked over and over, at the least."""


def _fastjsonschema(schema: Any) -> Valid:
    known = schema if isinstance(schema, bool) else {"$schema": SCHEMA["$schema"], **schema}
    check = fastjsonschema.compile(known, use_default=False)

    def is_valid(value: Any) -> bool:
        try:
            check(value)
        except fastjsonschema.JsonSchemaValueException:
            return False
        return True

    return is_valid


PEERS: Mapping[str, Mapping[str, Make]] = {
    "draft7": {
        "fastjsonschema": _fastjsonschema,
        "jsonschema": lambda schema: jsonschema.Draft7Validator(schema).is_valid,
        "jsonschema-rs": lambda schema: jsonschema_rs.Draft7Validator(schema).is_valid,
    },
    "2020-12": {
        "jsonschema": lambda schema: jsonschema.Draft202012Validator(schema).is_valid,
        "jsonschema-rs": lambda schema: jsonschema_rs.Draft202012Validator(schema).is_valid,
    },
}


@dataclass(slots=True)
class Figures:
    """What it took, in seconds for all values that count; `right` are those of the other."""

    what: str
    peer: str
    values: int = 0
    right: int = 0
    ours: float = 0.0
    theirs: float = 0.0


def job() -> Iterator[Group]:
    """Yield a job, and one with a mistake near its end."""
    broken = copy.deepcopy(JOB)
    broken["repositories"][0]["commit_id"] = "main"
    yield SCHEMA, [(JOB, True), (broken, False)]


def suite(folder: str) -> Iterator[Group]:
    """Yield the schemas of a draft that need no server, with the values of its required tests."""
    for path in sorted((SUITE / folder).glob("*.json")):
        for group in json.loads(path.read_bytes()):
            if "localhost" not in json.dumps(group["schema"]):
                yield group["schema"], [(test["data"], test["valid"]) for test in group["tests"]]


def compared(what: str, dialect: str, groups: list[Group]) -> Iterator[Figures]:
    """Yield the figures of each of the others beside ours."""
    for peer, make in PEERS[dialect].items():
        figures = Figures(what, peer)
        for schema, cases in groups:
            theirs = _made(make, schema)
            ours = _made(lambda schema: compile(schema, dialect=dialect)["#"].is_valid, schema)
            for value, expected in cases:
                figures.values += 1
                if ours is None or theirs is None or not _agree(theirs, value, expected):
                    continue
                assert ours(value) is expected, schema
                figures.right += 1
                figures.ours += _time(ours, value)
                figures.theirs += _time(theirs, value)
        yield figures


def _made(make: Make, schema: Any) -> Valid | None:
    """The validator of a schema; None where it cannot be made."""
    try:
        return make(schema)
    except Exception:
        return None


def _agree(valid: Valid, value: Any, expected: bool) -> bool:
    try:
        return valid(value) is expected
    except Exception:
        return False


def _time(valid: Valid, value: Any) -> float:
    once = timeit.timeit(lambda: valid(value), number=2) / 2
    number = max(3, int(MOMENT / once))
    return min(timeit.repeat(lambda: valid(value), number=number, repeat=3)) / number


if __name__ == "__main__":
    found = [
        *compared("a JobOut", "draft7", list(job())),
        *compared("suite, draft 7", "draft7", list(suite("draft7"))),
        *compared("suite, 2020-12", "2020-12", list(suite("draft2020-12"))),
    ]
    print(json.dumps(list(map(asdict, found))))
