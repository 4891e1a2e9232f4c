"""Query parameters that are one object in one version, and members of it in the other.

`style: form` with `explode` writes each member by itself, without the name of the object.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.diff.described.contract import Element, Said
from generator.diff.forms.form import ANYTHING, Conj
from generator.diff.forms.normalise import Normaliser
from generator.diff.rules.elements import Basis

_Parameters = Mapping[str, Element]


def spread(old: Element, new: Element, basis: Basis) -> tuple[_Parameters, _Parameters]:
    """Return the parameters of two operations, with members in place of such objects.

    An object of which the other version has no member stays one.
    """
    before, after = old.part("parameter"), new.part("parameter")
    went = _objects(before, after, basis.before, come=False)
    came = _objects(after, before, basis.after, come=True)
    if not went and not came:
        return before, after
    return _in_place(before, went, _names(after, came)), _in_place(
        after, came, _names(before, went)
    )


def _in_place(
    parameters: _Parameters, objects: Mapping[str, _Parameters], others: set[str]
) -> _Parameters:
    found: dict[str, Element] = {}
    for key, element in parameters.items():
        members = objects.get(key, {})
        met = others & members.keys() and not parameters.keys() & members.keys()
        found |= members if met else {key: element}
    return found


def _names(parameters: _Parameters, objects: Mapping[str, _Parameters]) -> set[str]:
    return {*parameters, *(name for members in objects.values() for name in members)}


def _objects(
    parameters: _Parameters, others: Iterable[str], side: Normaliser, *, come: bool
) -> dict[str, _Parameters]:
    """The objects that only one version has, with their members as parameters."""
    known = set(others)
    return {
        key: _members(element, side, come=come)
        for key, element in parameters.items()
        if key not in known and _is_apart(element) and _is_plain(element, side)
    }


def _is_apart(element: Element) -> bool:
    facts = element.facts
    written = facts["style"] == "form" and facts["explode"] and not element.part("media")
    return bool(written and facts["in"] == "query" and element.schema)


def _is_plain(element: Element, side: Normaliser) -> bool:
    """Whether it is an object of scalars and lists, of which nothing else is said."""
    form = side.form(_conj(element))
    objects, inner = form.objects, form.objects.properties.values()
    beside = form.values or form.bounds or form.unions or form.negations or form.conditions
    further = (objects.patterns, objects.names, objects.dependent_required, objects.dependents)
    # That there are no others needs no saying of parameters.
    open_ = objects.additional == ANYTHING or side.form(objects.additional).is_never
    told = beside or any(further) or objects.unevaluated or not open_
    known = all(len(conj) == 1 and "object" not in side.form(conj).types for conj in inner)
    return form.types == {"object"} and not told and known


def _members(element: Element, side: Normaliser, *, come: bool) -> _Parameters:
    """The members of an object as parameters.

    Whoever sends one of several has to send all that are required; the old version asked for
    nothing where the whole was optional.
    """
    objects = side.form(_conj(element)).objects
    needed = element.facts["required"] or (come and len(objects.properties) > 1)
    found = {}
    for name, (schema,) in objects.properties.items():
        notes = side.notes((schema,))
        deprecated = notes.deprecated or element.said.deprecated
        said = Said(notes.description, deprecated=deprecated, sunset=element.said.sunset)
        facts = {**element.facts, "required": bool(needed and name in objects.required)}
        place = side.schemas[schema].place
        found[f"query {name}"] = Element("parameter", name, place, facts, {}, schema, said)
    return found


def _conj(element: Element) -> Conj:
    return (element.schema,) if element.schema else ANYTHING
