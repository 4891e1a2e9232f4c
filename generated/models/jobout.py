"""JobOut."""

from __future__ import annotations

from dataclasses import dataclass, field as _field
from typing import Any, TYPE_CHECKING
from uuid import UUID

from . import _runtime as rt
from ._formats import FORMATS as _FORMATS
from ._runtime import OptionalNullable, UNSET
from ._values import make_uuid, spell

if TYPE_CHECKING:
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
_decode_wandbintegrationout = rt.lazy(__name__, ".wandbintegrationout")
_decode_githubrepositoryout = rt.lazy(__name__, ".githubrepositoryout")
_decode_jobmetadataout = rt.lazy(__name__, ".jobmetadataout")
_NAMES_0 = rt.names(
    "id",
    "auto_start",
    "hyperparameters",
    "model",
    "status",
    "job_type",
    "created_at",
    "modified_at",
    "training_files",
    "validation_files",
    "object",
    "fine_tuned_model",
    "suffix",
    "integrations",
    "trained_tokens",
    "repositories",
    "metadata",
)
_KNOWN_0 = frozenset(_NAMES_0)
_FORMAT_0 = _FORMATS["uuid"]
_RULES_0 = (("type", ("string",)), ("format", rt.Test("uuid", _FORMAT_0)))
_RULES_1 = (("type", ("array", "null")),)
_RULES_2 = (("type", ("string", "null")),)
_RULES_3 = (("type", ("integer", "null")),)
_RULES_4 = (("maxItems", 20),)


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
                None if value is None else [item.to_dict() for item in value]
            )
        value = self.trained_tokens
        if value is not UNSET:
            members["trained_tokens"] = value
        value = self.repositories
        if order is None or "repositories" in order or value != []:
            members["repositories"] = [item.to_dict() for item in value]
        value = self.metadata
        if value is not UNSET:
            members["metadata"] = None if value is None else value.to_dict()
        if self.additional_properties:
            members.update(rt.encode(rt.others(self.additional_properties, _KNOWN_0)))
        return members if order is None else rt.arrange(members, order)


def _decode(value: Any, path: Any, problems: rt.Problems) -> Any:
    if type(value) is not dict:
        problems.explain(value, rt.OBJECT, path)
        return value
    made: Any = rt.new(JobOut)
    names = [*value]
    if names == _NAMES_0:
        (
            id_,
            auto_start_,
            hyperparameters_,
            model_,
            status_,
            job_type_,
            created_at_,
            modified_at_,
            training_files_,
            validation_files_,
            object_,
            fine_tuned_model_,
            suffix_,
            integrations_,
            trained_tokens_,
            repositories_,
            metadata_,
        ) = value.values()
        made.additional_properties = {}
        made._order = None
    else:
        get = value.get
        id_ = get("id", UNSET)
        auto_start_ = get("auto_start", UNSET)
        hyperparameters_ = get("hyperparameters", UNSET)
        model_ = get("model", UNSET)
        status_ = get("status", UNSET)
        job_type_ = get("job_type", UNSET)
        created_at_ = get("created_at", UNSET)
        modified_at_ = get("modified_at", UNSET)
        training_files_ = get("training_files", UNSET)
        validation_files_ = get("validation_files", UNSET)
        object_ = get("object", UNSET)
        fine_tuned_model_ = get("fine_tuned_model", UNSET)
        suffix_ = get("suffix", UNSET)
        integrations_ = get("integrations", UNSET)
        trained_tokens_ = get("trained_tokens", UNSET)
        repositories_ = get("repositories", UNSET)
        metadata_ = get("metadata", UNSET)
        made.additional_properties = problems.others(value, _KNOWN_0)
        made._order = tuple(names)
    try:
        id_ = make_uuid(id_)
    except ValueError:
        problems.explain(id_, _RULES_0, (path, "id"))
    made.id = id_
    if type(auto_start_) is not bool:
        problems.explain(auto_start_, rt.BOOLEAN, (path, "auto_start"))
    made.auto_start = auto_start_
    hyperparameters_ = _decode_trainingparameters(
        hyperparameters_, path and (path, "hyperparameters"), problems
    )
    made.hyperparameters = hyperparameters_
    model_ = _decode_finetuneablemodel(model_, path and (path, "model"), problems)
    made.model = model_
    status_ = _decode_status(status_, path and (path, "status"), problems)
    made.status = status_
    if type(job_type_) is not str:
        problems.explain(job_type_, rt.STRING, (path, "job_type"))
    made.job_type = job_type_
    if type(created_at_) is not int:
        problems.explain(created_at_, rt.INTEGER, (path, "created_at"))
    made.created_at = created_at_
    if type(modified_at_) is not int:
        problems.explain(modified_at_, rt.INTEGER, (path, "modified_at"))
    made.modified_at = modified_at_
    if type(training_files_) is not list:
        problems.explain(training_files_, rt.ARRAY, (path, "training_files"))
    else:
        items, training_files_ = training_files_, []
        try:
            for item in items:
                training_files_.append(make_uuid(item))
        except ValueError:
            problems.explain_items(items, _RULES_0, (path, "training_files"))
    made.training_files = training_files_
    if validation_files_ is UNSET:
        validation_files_ = []
    else:
        if validation_files_ is not None:
            if type(validation_files_) is not list:
                problems.explain(
                    validation_files_, _RULES_1, (path, "validation_files")
                )
            else:
                items, validation_files_ = validation_files_, []
                try:
                    for item in items:
                        validation_files_.append(make_uuid(item))
                except ValueError:
                    problems.explain_items(items, _RULES_0, (path, "validation_files"))
    made.validation_files = validation_files_
    if object_ is UNSET:
        object_ = _DEFAULT_0()
    else:
        object_ = _decode_object(object_, path and (path, "object"), problems)
    made.object = object_
    if type(fine_tuned_model_) is not str and fine_tuned_model_ is not None:
        if fine_tuned_model_ is not UNSET:
            problems.explain(fine_tuned_model_, _RULES_2, (path, "fine_tuned_model"))
    made.fine_tuned_model = fine_tuned_model_
    if type(suffix_) is not str and suffix_ is not None:
        if suffix_ is not UNSET:
            problems.explain(suffix_, _RULES_2, (path, "suffix"))
    made.suffix = suffix_
    if integrations_ is not UNSET:
        if integrations_ is not None:
            if type(integrations_) is not list:
                problems.explain(integrations_, rt.ARRAY, (path, "integrations"))
            else:
                at = path and (path, "integrations")
                items, integrations_ = integrations_, []
                for item in items:
                    item = _decode_wandbintegrationout(
                        item, at and (at, len(integrations_)), problems
                    )
                    integrations_.append(item)
    made.integrations = integrations_
    if type(trained_tokens_) is not int and trained_tokens_ is not None:
        if trained_tokens_ is not UNSET:
            problems.explain(trained_tokens_, _RULES_3, (path, "trained_tokens"))
    made.trained_tokens = trained_tokens_
    if repositories_ is UNSET:
        repositories_ = []
    else:
        if type(repositories_) is not list:
            problems.explain(repositories_, rt.ARRAY, (path, "repositories"))
        else:
            if len(repositories_) > 20:
                problems.explain(repositories_, _RULES_4, (path, "repositories"))
            at = path and (path, "repositories")
            items, repositories_ = repositories_, []
            for item in items:
                item = _decode_githubrepositoryout(
                    item, at and (at, len(repositories_)), problems
                )
                repositories_.append(item)
    made.repositories = repositories_
    if metadata_ is not UNSET:
        if metadata_ is not None:
            metadata_ = _decode_jobmetadataout(
                metadata_, path and (path, "metadata"), problems
            )
    made.metadata = metadata_
    return made


_DEFAULT_0: rt.Default = rt.Default(_decode_object, "job")
codec = rt.Codec(_decode, JobOut)
