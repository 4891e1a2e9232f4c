"""What `generator.compile` makes lives as long as somebody has anything of it."""

from __future__ import annotations

import gc
import pickle
import sys
from collections.abc import Callable
from typing import Any, get_type_hints

import pytest

import generator

SCHEMA = {
    "type": "object",
    "properties": {
        "status": {"enum": ["open", "sent"]},
        "owner": {"type": "object", "properties": {"name": {"type": "string", "maxLength": 5}}},
    },
}
VALUE = {"status": "open", "owner": {"name": "Ada"}}


def codec() -> Any:
    return generator.compile(SCHEMA)["#"]


def modules() -> set[str]:
    """Return the names of all modules of compiled packages."""
    gc.collect()
    return {name for name in sys.modules if name.startswith("typewright_models_")}


@pytest.mark.parametrize(
    "use",
    [
        lambda: codec().decode(VALUE).to_dict(),
        lambda: codec().cls.from_dict(VALUE).to_dict(),
        lambda: codec().cls.from_json('{"owner": {"name": "Ada"}, "status": "open"}').to_dict(),
        lambda: pickle.loads(pickle.dumps(codec().decode(VALUE))).to_dict(),
    ],
    ids=["a codec", "a class", "an object", "a pickled object"],
)
def test_who_has_a_part_has_what_it_needs(use: Callable[[], Any]) -> None:
    assert use() == VALUE


def test_a_class_that_is_all_that_is_left_tells_the_types_of_its_fields() -> None:
    made = codec().cls
    gc.collect()
    hints = get_type_hints(made)
    assert "models.owner.Owner" in str(hints["owner"])
    with pytest.raises(generator.DecodeError, match=r"\$\.owner\.name"):
        made.from_dict({"owner": {"name": "Augusta"}})


def test_what_nobody_has_is_gone() -> None:
    before = modules()
    models = generator.compile(SCHEMA)
    assert models["#"].is_valid(VALUE)
    assert len(modules()) > len(before)
    del models
    assert modules() == before


def test_all_packages_are_found_by_one_finder() -> None:
    both = [generator.compile(SCHEMA) for _ in range(2)]
    assert all(models["#"].is_valid(VALUE) for models in both)
    assert len([one for one in sys.meta_path if "in_memory" in type(one).__module__]) == 1
