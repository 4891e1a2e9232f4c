"""`additionalProperties`, `patternProperties`, `propertyNames`, `dependent…`, `unevaluated…`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.diff.changes.change import IN_PLACE, Change, Effect, ValuePath
from generator.diff.forms.form import Conj
from generator.diff.forms.languages import Language, missing
from generator.diff.forms.strings import further
from generator.diff.rules.site import Site
from generator.frozen import dataclass

_FURTHER: ValuePath = ("extra",)
"""To a member that nothing else describes."""


@dataclass(frozen=True, slots=True)
class Applicator:
    """A keyword with one schema: how its codes begin, and the subject of what is said, if any."""

    code: str
    keyword: str
    subject: str = ""


_ADDITIONAL = Applicator("additional-properties", "additionalProperties")
_NAMES = Applicator("property-names", "propertyNames")
_UNEVALUATED = Applicator("unevaluated-properties", "unevaluatedProperties")
_DEPENDENT = Applicator("dependent-schema", "dependentSchemas")


def members(site: Site) -> None:
    """What holds for members of objects that have no definition of their own."""
    if "object" not in site.old.types & site.new.types:
        return
    old, new = site.old.objects, site.new.objects
    schema_pair(site, _ADDITIONAL, old.additional, new.additional, _FURTHER)
    schema_pair(site, _NAMES, old.names, new.names)
    schema_pair(site, _UNEVALUATED, old.unevaluated, new.unevaluated)
    _patterns(site)
    _dependent_required(site)
    _dependents(site)


def schema_pair(site: Site, word: Applicator, old: Conj, new: Conj, path: ValuePath = None) -> None:
    """A keyword with one schema: added, removed, closed by `false`, opened, or changed inside."""
    if site.before.is_unknown(old) or site.after.is_unknown(new):
        return
    before, after = site.before.form(old), site.after.form(new)
    if before.is_never and after.is_never:
        return
    told: tuple[str, Effect, Any, Any] | None = None
    if after.is_never:
        told = "closed", "narrowed", True, False
    elif before.is_never:
        told = "opened", "widened", False, True
    elif before.is_anything and not after.is_anything:
        told = "added", "narrowed", None, None
    elif after.is_anything and not before.is_anything:
        told = "removed", "widened", None, None
    if told is None:
        site.edge(old, new, path)
        return
    verb, effect, said, says = told
    places = site.places(word.keyword)
    site.record(Change(f"{word.code}-{verb}", effect, *places, said, says, word.subject))


def _patterns(site: Site) -> None:
    """Patterns of names: what they match was for `additionalProperties` without them."""
    old, new = site.old.objects, site.new.objects
    spelled = _spelled_anew(old.patterns, new.patterns)
    for one, other in spelled.items():
        site.edge(old.patterns[one], new.patterns[other], _named(one, site))
    for pattern in dict.fromkeys((*old.patterns, *new.patterns)):
        if pattern in spelled or pattern in spelled.values():
            continue
        before = old.patterns.get(pattern, old.additional)
        after = new.patterns.get(pattern, new.additional)
        if pattern in old.patterns and pattern in new.patterns:
            site.edge(before, after, _named(pattern, site))
            continue
        verb = "added" if pattern in new.patterns else "removed"
        effect = _pattern_effect(site, verb, before, after)
        if effect == "noted":
            # What such members had to meet before was said by `additionalProperties`.
            site.edge(before, after, _named(pattern, site))
        old_place, new_place = site.places("patternProperties")
        site.record(
            Change(f"pattern-property-{verb}", effect, old_place, new_place, subject=pattern)
        )


def _named(pattern: str, site: Site) -> ValuePath:
    """The path to a member that has such a name, of those that nothing else describes."""
    taken = site.old.objects.properties.keys() | site.new.objects.properties.keys()
    names = further(pattern, taken)
    return (names[0],) if names else None


def _spelled_anew(old: Iterable[str], new: Iterable[str]) -> dict[str, str]:
    """Patterns that stand for the same names in other words."""
    gone = [pattern for pattern in old if pattern not in set(new)]
    come = [pattern for pattern in new if pattern not in set(old)]
    found: dict[str, str] = {}
    for before in gone:
        for after in come:
            languages = Language((before,)), Language((after,))
            same = all(missing(*pair) is None for pair in (languages, languages[::-1]))
            if same and after not in found.values():
                found.setdefault(before, after)
    return found


def _pattern_effect(site: Site, verb: str, before: Conj, after: Conj) -> Effect:
    other = site.before.form(before) if verb == "added" else site.after.form(after)
    if other.is_anything:
        return "narrowed" if verb == "added" else "widened"
    if other.is_never:
        return "widened" if verb == "added" else "narrowed"
    return "noted"


def _dependent_required(site: Site) -> None:
    """Members that others ask for, but for those that are required anyway."""
    old, new = site.old.objects.dependent_required, site.new.objects.dependent_required
    for name in dict.fromkeys((*old, *new)):
        before = old.get(name, frozenset()) | site.old.objects.required
        after = new.get(name, frozenset()) | site.new.objects.required
        before, after = old.get(name, frozenset()) - after, new.get(name, frozenset()) - before
        if not before and not after:
            continue
        verb = "changed" if name in old and name in new else "added" if name in new else "removed"
        effect: Effect = "replaced" if before and after else "narrowed" if after else "widened"
        places = site.places("dependentRequired")
        site.record(
            Change(
                f"dependent-required-{verb}",
                effect,
                *places,
                sorted(old.get(name, ())),
                sorted(new.get(name, ())),
                name,
            )
        )


def _dependents(site: Site) -> None:
    old, new = site.old.objects.dependents, site.new.objects.dependents
    for name in dict.fromkeys((*old, *new)):
        schema_pair(site, _DEPENDENT, old.get(name, ()), new.get(name, ()), IN_PLACE)
