"""A search for missed breaks: random pairs of schemas, judged by brute force over many values."""

from __future__ import annotations

from itertools import product
from typing import Any

import jsonschema_rs
from hypothesis import given, settings
from hypothesis import strategies as st

from diff.descriptions import request, response
from generator.diff.review import diff

SCALARS = [None, True, -1, 0, 0.5, 1, 3, 5, 7.5, "", "a", "b", "ab", "abc", "aaaa"]
POOL: list[Any] = [
    *SCALARS,
    *([], {}),
    *([one] for one in SCALARS),
    *([one, other] for one, other in product([1, 5, "a", "ab", None], repeat=2)),
    *({name: one} for name in "abc" for one in SCALARS),
    *({"a": one, "b": other} for one, other in product([1, 5, "a", "ab", None], repeat=2)),
]
LENGTHS, LIMITS = st.integers(0, 3), st.sampled_from([0, 0.5, 1, 2, 5])


def keywords(kind: str, **optional: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries({"type": st.just(kind)}, optional=optional)


STRINGS = keywords(
    "string", minLength=LENGTHS, maxLength=LENGTHS, pattern=st.sampled_from(["^a", "b$", "a"])
)
NUMBERS = keywords("number", minimum=LIMITS, maximum=LIMITS, exclusiveMinimum=LIMITS)
INTEGERS = keywords("integer", minimum=LIMITS, maximum=LIMITS, multipleOf=st.sampled_from([1, 2]))
LISTED = st.lists(st.sampled_from(["a", "b", "ab", 1, 5, None]), min_size=1, unique_by=repr)
PLAIN = st.sampled_from(
    [{}, {"type": "null"}, {"type": ["string", "integer"]}, {"not": {"const": 1}}]
)
LEAVES = STRINGS | NUMBERS | INTEGERS | PLAIN | LISTED.map(lambda values: {"enum": values})


def larger(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    members = st.fixed_dictionaries({"a": inner, "b": inner})
    names = st.sampled_from([[], ["a"], ["b"], ["a", "b"]])
    objects = keywords(
        "object", properties=members, required=names, additionalProperties=st.just(False)
    ).filter(lambda schema: "properties" in schema)
    arrays = keywords("array", items=inner, minItems=LENGTHS, maxItems=LENGTHS, contains=inner)
    branches = st.lists(inner, min_size=1, max_size=3)
    unions = [branches.map(lambda found, word=word: {word: found}) for word in _UNIONS]
    return objects | arrays | st.one_of(unions)


_UNIONS = ("anyOf", "oneOf", "allOf")
SCHEMAS = st.deferred(lambda: LEAVES | LEAVES | larger(SCHEMAS))
_ALLOWED = ("enum-value-added", "enum-removed")


def accepted(schema: Any) -> list[bool]:
    validator = jsonschema_rs.Draft202012Validator(schema)
    return [validator.is_valid(value) for value in POOL]


@settings(max_examples=150)
@given(SCHEMAS, SCHEMAS)
def test_no_break_is_missed(old: Any, new: Any) -> None:
    before, after = accepted(old), accepted(new)
    for wrap, given_, taken in ((request, before, after), (response, after, before)):
        lost = [v for v, one, other in zip(POOL, given_, taken, strict=True) if one and not other]
        found = diff(wrap(old), wrap(new))
        excused = any(finding.code in _ALLOWED for finding in found.findings)
        assert not lost or excused or found.verdict == "breaking", lost
