"""A repository whose code is trained on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field as _field
from typing import Any, Literal

from . import _runtime as rt
from ._runtime import OptionalNullable, UNSET

_RULES_0 = (("type", ("string",)), ("const", "github"))
_RULES_1 = (("type", ("string", "null")),)
_RULES_2 = (("type", ("number",)), ("exclusiveMinimum", 0))
_SEARCH_0 = re.compile("^[0-9a-f]{40}\\Z").search
_RULES_3 = (("type", ("string",)), ("pattern", rt.Test("^[0-9a-f]{40}$", _SEARCH_0)))
_KNOWN_0 = {
    "commit_id",
    "name",
    "owner",
    "ref",
    "type",
    "weight",
}


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
            members.update(rt.encode(self.additional_properties))
        return rt.arrange(members, self._order)


def _decode(value: Any, path: Any, problems: rt.Problems) -> Any:
    if type(value) is not dict:
        problems.explain(value, rt.OBJECT, path)
        return value
    made = rt.new(GithubRepositoryOut)
    get = value.get
    member = get("type", UNSET)
    if type(member) is not str or member != "github":
        problems.explain(member, _RULES_0, (path, "type"))
    made.type = member
    member = get("name", UNSET)
    if type(member) is not str:
        problems.explain(member, rt.STRING, (path, "name"))
    made.name = member
    member = get("owner", UNSET)
    if type(member) is not str:
        problems.explain(member, rt.STRING, (path, "owner"))
    made.owner = member
    member = get("ref", UNSET)
    if member is not UNSET:
        if type(member) is not str and member is not None:
            problems.explain(member, _RULES_1, (path, "ref"))
    made.ref = member
    member = get("weight", UNSET)
    if member is UNSET:
        member = 1.0
    else:
        if (type(member) is not float and type(member) is not int) or member <= 0:
            problems.explain(member, _RULES_2, (path, "weight"))
    made.weight = member
    member = get("commit_id", UNSET)
    if type(member) is not str or _SEARCH_0(member) is None:
        problems.explain(member, _RULES_3, (path, "commit_id"))
    made.commit_id = member
    others = rt.others(value, _KNOWN_0)
    made.additional_properties = others
    made._order = tuple(value)
    return made


codec = rt.Codec(_decode, GithubRepositoryOut)
