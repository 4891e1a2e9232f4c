"""The corpus of public APIs: made values come back as they were, changed ones are judged alike.

The judge is `jsonschema`, over the schemas as plain JSON Schema. A sample of each description is
taken; with `TYPEWRIGHT_FULL=1`, all of it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from conformance.instances import Description, Maker, UnmakeableError, changes, places
from conformance.verdicts import CORPORA, accepts, waived
from conformance.verdicts import places as waived_places
from generator.compiled import compile
from generator.load import load
from generator.reading.swagger_pointers import original
from generator.report import Report

CORPUS = CORPORA / "openapi"
FILES = sorted(CORPUS.iterdir()) if CORPUS.is_dir() else []
FULL = bool(os.environ.get("TYPEWRIGHT_FULL"))
COMPONENTS, CHANGES = (10**9, 200) if FULL else (8, 15)
"""How many components of a description are looked at, and how many changes of each value."""


def described(path: Path) -> Description:
    """Read a description."""
    document = load(path, Report())
    assert document is not None
    return Description(document.contents)


def made(description: Description, pointer: str) -> Iterator[Any]:
    """Yield a few different values of a component that the judge finds valid."""
    schema, judge = description.define(pointer), description.validator(pointer)
    seen = set()
    for whole, turn in ((True, 0), (True, 1), (False, 0), (True, 2)):
        try:
            value = Maker(description.definitions, whole, turn).make(schema)
        except (UnmakeableError, RecursionError):
            continue
        text = json.dumps(value)
        if text not in seen and judge.is_valid(value):
            seen.add(text)
            yield value


def disputed(path: Path) -> Iterator[str]:
    """Yield the components on which our verdict is not the judge's, or that lose something."""
    description, random = described(path), Random(path.name)
    names = list((description.contents.get("components") or {}).get("schemas") or {})
    if not names:
        return
    models = compile(path)
    for name in sorted(random.sample(names, min(COMPONENTS, len(names)))):
        pointer = "/components/schemas/" + name.replace("~", "~0").replace("/", "~1")
        codec = models.get(f"#{pointer}") or models[f"#{original(pointer, None)}"]
        judge = description.validator(pointer)
        for value in made(description, pointer):
            changed = [c for place in places(value) for c in changes(value, place)]
            for candidate in [value, *random.sample(changed, min(CHANGES, len(changed)))]:
                if accepts(codec, candidate) is not judge.is_valid(candidate):
                    print(name, json.dumps(candidate)[:2000])
                    yield name
                    break


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_components_are_judged_alike(path: Path) -> None:
    assert set(disputed(path)) == waived("openapi", file=path.name)


def test_waivers_are_for_descriptions_that_there_are() -> None:
    assert {(path.name,) for path in FILES}.issuperset(waived_places("openapi", "file"))
