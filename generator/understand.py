"""Documents → lowered schemas → Model: the stages between reading and writing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.codes import CFG006
from generator.config import Settings
from generator.document import Document
from generator.ir import Api, Schema, TypeId
from generator.lower import Lowered, lower
from generator.model import Model
from generator.names import name
from generator.names.namesakes import tell_namesakes
from generator.report import Report
from generator.resolve import Library
from generator.shape import shape
from generator.shaping.copies import copies
from generator.shaping.inherit import inherit
from generator.shaping.reach import defined, reachable
from generator.shaping.variants import variants
from generator.source import split
from generator.style import style_of
from generator.wrap import wrap


def lower_both_ways(
    documents: Iterable[Document], library: Library, settings: Settings, *, whole: bool = False
) -> Lowered:
    """Lower documents, and add what requests and responses have of their schemas; see `variants`.

    Mistakes go to the library's report.
    """
    return variants(lower(documents, library, settings.formats, whole=whole), whole=whole)


def understand(lowered: Lowered, settings: Settings, report: Report) -> Model:
    """Return what the types of lowered schemas are, and what they are called.

    Mistakes go to the report; the model is then what could be made of the rest.
    """
    style = style_of(settings)
    api = shape(lowered, changed_apart=style.changed_apart, unions_spread=style.unions_spread)
    api = copies(inherit(api) if settings.all_of == "inherit" else api)
    api, service = wrap(api, lowered.service, style)
    api = (reachable if settings.include == "reachable" else defined)(api, service)
    if lowered.named and not api.types:
        message = "no operation leads to a schema, so there is nothing to generate"
        report.add(CFG006, message, hint='leave `include` out, or set it to "all"')
    sources = (lowered.schemas[type_id].place.source.uri for type_id in lowered.named)
    descriptions = tuple(dict.fromkeys(sources))
    names = name(replace(api, named=_defined(api)), service, style, descriptions)
    tell_namesakes(api, names, report)
    return Model(api, names)


def _defined(api: Api) -> tuple[TypeId, ...]:
    """Return the named types, with those that other documents define by name and that are used."""
    there = (type_id for type_id, found in api.types.items() if _is_defined(found.schema))
    return tuple(dict.fromkeys([*api.named, *there]))


def _is_defined(schema: Schema) -> bool:
    if not schema.key:
        return False
    *above, _ = split(schema.place.pointer) or [""]
    return above == ["components", "schemas"] or above[-1:] in (["$defs"], ["definitions"])
