"""Types of one name in several descriptions: one class cannot be called as the other is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from generator.codes import NAM001
from generator.ir import Api, Schema, TypeId
from generator.model import Name
from generator.names.casing import class_name
from generator.report import Report
from generator.shaping.variants import INPUT, OUTPUT
from generator.source import Source

_MOST = 3
"""How many names are told with what they are now."""
_HINT = "their order decides: rename one, or write into two folders"


def tell_namesakes(api: Api, names: Mapping[TypeId, Name], report: Report) -> None:
    """Report the named types whose names a description before theirs has, and what they are called.

    Those of one description that another one has are told in one.
    """
    first: dict[str, TypeId] = {}
    clashes = defaultdict[tuple[str, Source], list[tuple[Schema, str]]](list)
    for type_id in api.named:
        schema = api.types[type_id].schema
        if schema.key is None or type_id not in names:
            continue
        other = first.setdefault(class_name(schema.key).casefold(), type_id)
        source, before = schema.place.source, api.types[other].schema.place.source
        called, taken = _class(type_id, names), _class(other, names)
        if source.uri != before.uri and called != taken:
            words = f"'{schema.key}' is '{called}', since '{before.name}' has '{taken}'"
            clashes[source.uri, before].append((schema, words))
    for cause, found in clashes.items():
        more = len(found) - _MOST
        told = "; ".join(words for _, words in found[:_MOST])
        message = told + (f"; and {more} more" if more > 0 else "")
        for schema, _ in found:
            report.add(NAM001, message, schema.place, _HINT, cause=(NAM001, *cause))


def _class(type_id: TypeId, names: Mapping[TypeId, Name]) -> str:
    """Return the class of a component, whichever of its variants has the name that it gives."""
    whole = TypeId(type_id.removesuffix(INPUT).removesuffix(OUTPUT))
    variants = (whole, TypeId(whole + OUTPUT), TypeId(whole + INPUT))
    return next(names[variant].cls for variant in variants if variant in names)
