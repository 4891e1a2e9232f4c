"""A repository whose code is trained on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field as _field
from typing import Any, Literal

from . import _runtime as rt
from ._runtime import OptionalNullable, UNSET

_NAMES_0 = rt.names(
    "type",
    "name",
    "owner",
    "ref",
    "weight",
    "commit_id",
)
_KNOWN_0 = frozenset(_NAMES_0)
_RULES_0 = (("type", ("string",)), ("const", "github"))
_RULES_1 = (("type", ("string", "null")),)
_RULES_2 = (("type", ("number",)), ("exclusiveMinimum", 0))
_SEARCH_0 = re.compile("^[0-9a-f]{40}\\Z").search
_RULES_3 = (("type", ("string",)), ("pattern", rt.Test("^[0-9a-f]{40}$", _SEARCH_0)))


@dataclass(slots=True, kw_only=True)
class GithubRepositoryOut(rt.Model):
    """A repository whose code is trained on."""

    type: Literal["github"]
    name: str
    owner: str
    ref: OptionalNullable[str] = UNSET
    """The branch or tag that was named when the job was made."""
    weight: float = 1.0
    """How much this repository counts among the others.

    Constraints: > 0.
    """
    commit_id: str
    """The commit that `ref` stood for.

    Constraints: pattern ^[0-9a-f]{40}$.
    """
    additional_properties: dict[str, Any] = _field(default_factory=dict)
    _order: rt.Order = _field(default=None, init=False, repr=False, compare=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON value of this object."""
        members: dict[str, Any] = {
            "type": self.type,
            "name": self.name,
            "owner": self.owner,
        }
        order = self._order
        value: Any
        value = self.ref
        if value is not UNSET:
            members["ref"] = value
        value = self.weight
        if order is None or "weight" in order or value != 1.0:
            members["weight"] = value
        value = self.commit_id
        members["commit_id"] = value
        if self.additional_properties:
            members.update(rt.encode(rt.others(self.additional_properties, _KNOWN_0)))
        return members if order is None else rt.arrange(members, order)


def _decode(value: Any, path: Any, problems: rt.Problems) -> Any:
    if type(value) is not dict:
        problems.explain(value, rt.OBJECT, path)
        return value
    made: Any = rt.new(GithubRepositoryOut)
    names = [*value]
    if names == _NAMES_0:
        type_, name_, owner_, ref_, weight_, commit_id_ = value.values()
        made.additional_properties = {}
        made._order = None
    else:
        get = value.get
        type_ = get("type", UNSET)
        name_ = get("name", UNSET)
        owner_ = get("owner", UNSET)
        ref_ = get("ref", UNSET)
        weight_ = get("weight", UNSET)
        commit_id_ = get("commit_id", UNSET)
        made.additional_properties = problems.others(value, _KNOWN_0)
        made._order = tuple(names)
    if type_ != "github":
        problems.explain(type_, _RULES_0, (path, "type"))
    made.type = type_
    if type(name_) is not str:
        problems.explain(name_, rt.STRING, (path, "name"))
    made.name = name_
    if type(owner_) is not str:
        problems.explain(owner_, rt.STRING, (path, "owner"))
    made.owner = owner_
    if type(ref_) is not str and ref_ is not None:
        if ref_ is not UNSET:
            problems.explain(ref_, _RULES_1, (path, "ref"))
    made.ref = ref_
    if weight_ is UNSET:
        weight_ = 1.0
    else:
        if (
            type(weight_) is not float and type(weight_) is not int
        ) or not 0.0 < weight_ < 9e18:
            problems.explain(weight_, _RULES_2, (path, "weight"))
    made.weight = weight_
    if type(commit_id_) is not str or _SEARCH_0(commit_id_) is None:
        problems.explain(commit_id_, _RULES_3, (path, "commit_id"))
    made.commit_id = commit_id_
    return made


codec = rt.Codec(_decode, GithubRepositoryOut)
