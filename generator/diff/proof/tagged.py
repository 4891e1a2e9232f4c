"""Unions with a `discriminator`, each branch of which takes only values with a tag of its own.

Nothing else tells branches apart to which a tag is any text: a value would meet several of them, or
another one than its tag says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.diff.forms.normalise import Normaliser
from generator.diff.forms.references import UNIONS
from generator.ir import Schema, TypeId


def tagged(side: Normaliser) -> Normaliser:
    """Return a version with its tags written out; the same one, where there is no need."""
    unions = [one for one in side.schemas.values() if "discriminator" in one.keywords]
    written = {one.id: one for union in unions for one in _written(side, union)}
    return side.but(written) if written else side


def _written(side: Normaliser, union: Schema) -> Iterator[Schema]:
    """Yield what stands for the branches to which any text is a tag, and the union of these."""
    keywords, name = dict(union.keywords), union.keywords["discriminator"].property
    for word in UNIONS:
        branches = keywords.get(word, ())
        tags = side.tags(branches, keywords["discriminator"].mapping)
        told: dict[TypeId, TypeId] = {}
        for branch in branches:
            own = [tag for tag, one in tags.items() if side.target(one) == side.target(branch)]
            if own and _is_any_text(side, union, branch):
                *parts, whole = _branch(union, branch, {name: own})
                yield from (*parts, whole)
                told[branch] = whole.id
        if told:
            keywords[word] = tuple(told.get(branch, branch) for branch in branches)
            yield replace(union, keywords=keywords)


def _is_any_text(side: Normaliser, union: Schema, branch: TypeId) -> bool:
    """Whether a branch says no more of its tag than that it is a text."""
    form, name = side.form((branch,)), union.keywords["discriminator"].property
    beside: Mapping[str, TypeId] = union.keywords.get("properties", {})
    held = form.objects.properties.get(name) or ((beside[name],) if name in beside else ())
    return bool(held) and not form.unions and side.form(held).free("string")


def _branch(union: Schema, branch: TypeId, texts: Mapping[str, list[str]]) -> Iterator[Schema]:
    """Yield a branch with its tags, behind the schemas that it is made of."""
    ((name, tags),) = texts.items()
    tag, held, whole = (TypeId(f"{branch} in {union.id} {part}") for part in ("tag", "of", "all"))
    told: dict[TypeId, dict[str, Any]] = {
        tag: {"enum": tuple(tags)},
        held: {"properties": {name: tag}},
        whole: {"allOf": (branch, held)},
    }
    for type_id, keywords in told.items():
        yield replace(union, id=type_id, keywords=keywords, key=None)
