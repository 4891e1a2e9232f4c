"""Types of one name in several descriptions: one class cannot be called as the other is."""

from __future__ import annotations

from collections.abc import Mapping

from generator.codes import NAM001
from generator.ir import Api, TypeId
from generator.model import Name
from generator.report import Report
from generator.shaping.variants import INPUT, OUTPUT


def tell_namesakes(api: Api, names: Mapping[TypeId, Name], report: Report) -> None:
    """Report each named type whose name a description before it has, and what it is called."""
    first: dict[str, TypeId] = {}
    for type_id in api.named:
        schema = api.types[type_id].schema
        if schema.key is None or type_id not in names:
            continue
        other = first.setdefault(schema.key, type_id)
        source, before = schema.place.source, api.types[other].schema.place.source
        called, taken = _class(type_id, names), _class(other, names)
        if source.uri != before.uri and called != taken:
            message = f"'{schema.key}' is '{called}', since '{before.name}' has '{taken}'"
            hint = "their order decides: rename one, or write into two folders"
            report.add(NAM001, message, schema.place, hint, cause=(NAM001, source.uri, before.uri))


def _class(type_id: TypeId, names: Mapping[TypeId, Name]) -> str:
    """Return the class of a component, whichever of its variants has the name that it gives."""
    whole = TypeId(type_id.removesuffix(INPUT).removesuffix(OUTPUT))
    variants = (whole, TypeId(whole + OUTPUT), TypeId(whole + INPUT))
    return next(names[variant].cls for variant in variants if variant in names)
