"""JobOut."""

from __future__ import annotations

from dataclasses import dataclass, field as _field
from typing import Any, TYPE_CHECKING

from . import _runtime as rt
from ._formats import FORMATS as _FORMATS
from ._runtime import OptionalNullable, UNSET
from ._values import spell, to_uuid

if TYPE_CHECKING:
    from uuid import UUID
    from .finetuneablemodel import FineTuneableModel
    from .integrations import Integrations
    from .jobmetadataout import JobMetadataOut
    from .object import Object
    from .repositories import Repositories
    from .status import Status
    from .trainingparameters import TrainingParameters

_decode_trainingparameters = rt.lazy(__name__, ".trainingparameters")
_decode_finetuneablemodel = rt.lazy(__name__, ".finetuneablemodel")
_decode_status = rt.lazy(__name__, ".status")
_decode_object = rt.lazy(__name__, ".object")
_decode_integrations = rt.lazy(__name__, ".integrations")
_decode_repositories = rt.lazy(__name__, ".repositories")
_decode_jobmetadataout = rt.lazy(__name__, ".jobmetadataout")
_FORMAT_0 = _FORMATS["uuid"]
_RULES_0 = (("type", ("string",)), ("format", rt.Test("uuid", _FORMAT_0)))
_RULES_1 = (("type", ("array", "null")),)
_RULES_2 = (("type", ("string", "null")),)
_RULES_3 = (("type", ("integer", "null")),)
_RULES_4 = (("maxItems", 20),)
_KNOWN_0 = {
    "auto_start",
    "created_at",
    "fine_tuned_model",
    "hyperparameters",
    "id",
    "integrations",
    "job_type",
    "metadata",
    "model",
    "modified_at",
    "object",
    "repositories",
    "status",
    "suffix",
    "trained_tokens",
    "training_files",
    "validation_files",
}


@dataclass(slots=True, kw_only=True)
class JobOut(rt.Model):
    """JobOut."""

    id: UUID
    """The ID of the job.

    Constraints: format uuid.
    """
    auto_start: bool
    hyperparameters: TrainingParameters
    model: FineTuneableModel
    status: Status
    """The current status of the fine-tuning job."""
    job_type: str
    """The type of job (`FT` for fine-tuning)."""
    created_at: int
    """The UNIX timestamp (in seconds) for when the fine-tuning job was created."""
    modified_at: int
    """The UNIX timestamp (in seconds) for when the fine-tuning job was last
    modified.
    """
    training_files: list[UUID]
    """A list containing the IDs of uploaded files that contain training data."""
    validation_files: list[UUID] | None = _field(default_factory=list)
    """A list containing the IDs of uploaded files that contain validation data."""
    object: Object = _field(default_factory=lambda: _DEFAULT_0())
    """The object type of the fine-tuning job."""
    fine_tuned_model: OptionalNullable[str] = UNSET
    """The name of the fine-tuned model that is being created. The value will be
    `null` if the fine-tuning job is still running.
    """
    suffix: OptionalNullable[str] = UNSET
    """Optional text/code that adds more context for the model. When given a `prompt`
    and a `suffix` the model will fill what is between them. When `suffix` is not
    provided, the model will simply execute completion starting with `prompt`.
    """
    integrations: OptionalNullable[list[Integrations]] = UNSET
    """A list of integrations enabled for your fine-tuning job."""
    trained_tokens: OptionalNullable[int] = UNSET
    """Total number of tokens trained."""
    repositories: list[Repositories] = _field(default_factory=list)
    """Constraints: at most 20 items."""
    metadata: OptionalNullable[JobMetadataOut] = UNSET
    additional_properties: dict[str, Any] = _field(default_factory=dict)
    _order: rt.Order = _field(default=None, init=False, repr=False, compare=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON value of this object."""
        members: dict[str, Any] = {
            "id": spell(self.id),
            "auto_start": self.auto_start,
            "hyperparameters": self.hyperparameters.to_dict(),
            "model": getattr(self.model, "_value_", self.model),
            "status": getattr(self.status, "_value_", self.status),
            "job_type": self.job_type,
            "created_at": self.created_at,
            "modified_at": self.modified_at,
            "training_files": [spell(item) for item in self.training_files],
        }
        order = self._order
        value: Any
        value = self.validation_files
        if order is None or "validation_files" in order or value != []:
            members["validation_files"] = (
                None if value is None else [spell(item) for item in value]
            )
        value = self.object
        if order is None or "object" in order or value != _DEFAULT_0():
            members["object"] = getattr(value, "_value_", value)
        value = self.fine_tuned_model
        if value is not UNSET:
            members["fine_tuned_model"] = value
        value = self.suffix
        if value is not UNSET:
            members["suffix"] = value
        value = self.integrations
        if value is not UNSET:
            members["integrations"] = (
                None if value is None else [rt.encode(item) for item in value]
            )
        value = self.trained_tokens
        if value is not UNSET:
            members["trained_tokens"] = value
        value = self.repositories
        if order is None or "repositories" in order or value != []:
            members["repositories"] = [rt.encode(item) for item in value]
        value = self.metadata
        if value is not UNSET:
            members["metadata"] = None if value is None else value.to_dict()
        if self.additional_properties:
            members.update(rt.encode(self.additional_properties))
        return rt.arrange(members, self._order)


def _decode(value: Any, path: Any, problems: rt.Problems) -> Any:
    if type(value) is not dict:
        problems.explain(value, rt.OBJECT, path)
        return value
    made = rt.new(JobOut)
    get = value.get
    member = get("id", UNSET)
    if member is UNSET:
        problems.missing(path, "id")
    else:
        made_member = to_uuid(member)
        if made_member is member:
            problems.explain(member, _RULES_0, (path, "id"))
        member = made_member
    made.id = member
    member = get("auto_start", UNSET)
    if type(member) is not bool:
        problems.explain(member, rt.BOOLEAN, (path, "auto_start"))
    made.auto_start = member
    member = get("hyperparameters", UNSET)
    if member is UNSET:
        problems.missing(path, "hyperparameters")
    else:
        member = _decode_trainingparameters(member, (path, "hyperparameters"), problems)
    made.hyperparameters = member
    member = get("model", UNSET)
    if member is UNSET:
        problems.missing(path, "model")
    else:
        member = _decode_finetuneablemodel(member, (path, "model"), problems)
    made.model = member
    member = get("status", UNSET)
    if member is UNSET:
        problems.missing(path, "status")
    else:
        member = _decode_status(member, (path, "status"), problems)
    made.status = member
    member = get("job_type", UNSET)
    if type(member) is not str:
        problems.explain(member, rt.STRING, (path, "job_type"))
    made.job_type = member
    member = get("created_at", UNSET)
    if type(member) is not int:
        problems.explain(member, rt.INTEGER, (path, "created_at"))
    made.created_at = member
    member = get("modified_at", UNSET)
    if type(member) is not int:
        problems.explain(member, rt.INTEGER, (path, "modified_at"))
    made.modified_at = member
    member = get("training_files", UNSET)
    if type(member) is not list:
        problems.explain(member, rt.ARRAY, (path, "training_files"))
    else:
        made_items = [to_uuid(item) for item in member]
        if rt.unconverted(made_items, member):
            problems.explain_items(member, _RULES_0, (path, "training_files"))
        member = made_items
    made.training_files = member
    member = get("validation_files", UNSET)
    if member is UNSET:
        member = []
    else:
        if member is not None:
            if type(member) is not list:
                problems.explain(member, _RULES_1, (path, "validation_files"))
            else:
                made_items = [to_uuid(item) for item in member]
                if rt.unconverted(made_items, member):
                    problems.explain_items(member, _RULES_0, (path, "validation_files"))
                member = made_items
    made.validation_files = member
    member = get("object", UNSET)
    if member is UNSET:
        member = _DEFAULT_0()
    else:
        member = _decode_object(member, (path, "object"), problems)
    made.object = member
    member = get("fine_tuned_model", UNSET)
    if member is not UNSET:
        if type(member) is not str and member is not None:
            problems.explain(member, _RULES_2, (path, "fine_tuned_model"))
    made.fine_tuned_model = member
    member = get("suffix", UNSET)
    if member is not UNSET:
        if type(member) is not str and member is not None:
            problems.explain(member, _RULES_2, (path, "suffix"))
    made.suffix = member
    member = get("integrations", UNSET)
    if member is not UNSET:
        if member is not None:
            if type(member) is not list:
                problems.explain(member, rt.ARRAY, (path, "integrations"))
            else:
                member = rt.each(
                    _decode_integrations, member, (path, "integrations"), problems
                )
    made.integrations = member
    member = get("trained_tokens", UNSET)
    if member is not UNSET:
        if type(member) is not int and member is not None:
            problems.explain(member, _RULES_3, (path, "trained_tokens"))
    made.trained_tokens = member
    member = get("repositories", UNSET)
    if member is UNSET:
        member = []
    else:
        if type(member) is not list:
            problems.explain(member, rt.ARRAY, (path, "repositories"))
        else:
            if len(member) > 20:
                problems.explain(member, _RULES_4, (path, "repositories"))
            member = rt.each(
                _decode_repositories, member, (path, "repositories"), problems
            )
    made.repositories = member
    member = get("metadata", UNSET)
    if member is not UNSET:
        if member is not None:
            member = _decode_jobmetadataout(member, (path, "metadata"), problems)
    made.metadata = member
    others = rt.others(value, _KNOWN_0)
    made.additional_properties = others
    made._order = tuple(value)
    return made


_DEFAULT_0: rt.Default = rt.Default(_decode_object, "job")
codec = rt.Codec(_decode, JobOut)
