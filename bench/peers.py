"""`JobOut` as each of the other libraries would have it, written by hand from specs/.

pydantic and msgspec check the bounds too; mashumaro and cattrs have none to declare.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Any, Literal
from uuid import UUID

import attrs
import cattrs.preconf.orjson
import mashumaro.mixins.orjson
import msgspec
import pydantic


class Status(StrEnum):
    """The states of a job."""

    QUEUED = "QUEUED"
    STARTED = "STARTED"
    VALIDATING = "VALIDATING"
    VALIDATED = "VALIDATED"
    RUNNING = "RUNNING"
    FAILED_VALIDATION = "FAILED_VALIDATION"
    FAILED = "FAILED"
    SUCCESS = "SUCCESS"
    CANCELLED = "CANCELLED"
    CANCELLATION_REQUESTED = "CANCELLATION_REQUESTED"


class FineTuneableModel(StrEnum):
    """The models that can be trained further."""

    OPEN_MISTRAL_7B = "open-mistral-7b"
    MISTRAL_SMALL_LATEST = "mistral-small-latest"
    CODESTRAL_LATEST = "codestral-latest"
    MISTRAL_LARGE_LATEST = "mistral-large-latest"
    OPEN_MISTRAL_NEMO = "open-mistral-nemo"


class Object(StrEnum):
    """The one kind of object."""

    JOB = "job"


PStrict = pydantic.ConfigDict(extra="allow")
PFraction = Annotated[float, pydantic.Field(ge=0, le=1)] | None
PCount = Annotated[int, pydantic.Field(ge=0)] | None


class PTraining(pydantic.BaseModel):
    model_config = PStrict
    training_steps: Annotated[int, pydantic.Field(ge=1)] | None = None
    learning_rate: Annotated[float, pydantic.Field(ge=1e-8, le=1)] = 0.0001
    weight_decay: PFraction = None
    warmup_fraction: PFraction = None
    epochs: Annotated[float, pydantic.Field(ge=0.01)] | None = None
    fim_ratio: PFraction = None


class PWandb(pydantic.BaseModel):
    model_config = PStrict
    type: Literal["wandb"]
    project: str
    name: str | None = None
    run_name: str | None = None


class PGithub(pydantic.BaseModel):
    model_config = PStrict
    type: Literal["github"]
    name: str
    owner: str
    ref: str | None = None
    weight: Annotated[float, pydantic.Field(gt=0)] = 1.0
    commit_id: Annotated[str, pydantic.Field(pattern="^[0-9a-f]{40}$")]


class PMetadata(pydantic.BaseModel):
    model_config = PStrict
    expected_duration_seconds: PCount = None
    cost: Annotated[float, pydantic.Field(ge=0)] | None = None
    cost_currency: str | None = None
    train_tokens_per_step: PCount = None
    train_tokens: PCount = None
    data_tokens: PCount = None
    estimated_start_time: int | None = None


class PJob(pydantic.BaseModel):
    model_config = PStrict
    id: UUID
    auto_start: bool
    hyperparameters: PTraining
    model: FineTuneableModel
    status: Status
    job_type: str
    created_at: int
    modified_at: int
    training_files: list[UUID]
    validation_files: list[UUID] | None = []
    object: Object = Object.JOB
    fine_tuned_model: str | None = None
    suffix: str | None = None
    integrations: list[PWandb] | None = None
    trained_tokens: int | None = None
    repositories: Annotated[list[PGithub], pydantic.Field(max_length=20)] = []
    metadata: PMetadata | None = None


MFraction = Annotated[float, msgspec.Meta(ge=0, le=1)] | None
MCount = Annotated[int, msgspec.Meta(ge=0)] | None


class MTraining(msgspec.Struct, kw_only=True):
    training_steps: Annotated[int, msgspec.Meta(ge=1)] | None = None
    learning_rate: Annotated[float, msgspec.Meta(ge=1e-8, le=1)] = 0.0001
    weight_decay: MFraction = None
    warmup_fraction: MFraction = None
    epochs: Annotated[float, msgspec.Meta(ge=0.01)] | None = None
    fim_ratio: MFraction = None


class MWandb(msgspec.Struct, kw_only=True, tag_field="type", tag="wandb"):
    project: str
    name: str | None = None
    run_name: str | None = None


class MGithub(msgspec.Struct, kw_only=True, tag_field="type", tag="github"):
    name: str
    owner: str
    ref: str | None = None
    weight: Annotated[float, msgspec.Meta(gt=0)] = 1.0
    commit_id: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{40}$")]


class MMetadata(msgspec.Struct, kw_only=True):
    expected_duration_seconds: MCount = None
    cost: Annotated[float, msgspec.Meta(ge=0)] | None = None
    cost_currency: str | None = None
    train_tokens_per_step: MCount = None
    train_tokens: MCount = None
    data_tokens: MCount = None
    estimated_start_time: int | None = None


class MJob(msgspec.Struct, kw_only=True):
    id: UUID
    auto_start: bool
    hyperparameters: MTraining
    model: FineTuneableModel
    status: Status
    job_type: str
    created_at: int
    modified_at: int
    training_files: list[UUID]
    validation_files: list[UUID] | None = []
    object: Object = Object.JOB
    fine_tuned_model: str | None = None
    suffix: str | None = None
    integrations: list[MWandb] | None = None
    trained_tokens: int | None = None
    repositories: Annotated[list[MGithub], msgspec.Meta(max_length=20)] = []
    metadata: MMetadata | None = None


@dataclass(slots=True, kw_only=True)
class Training:
    training_steps: int | None = None
    learning_rate: float = 0.0001
    weight_decay: float | None = None
    warmup_fraction: float | None = None
    epochs: float | None = None
    fim_ratio: float | None = None


@dataclass(slots=True, kw_only=True)
class Wandb:
    type: Literal["wandb"]
    project: str
    name: str | None = None
    run_name: str | None = None


@dataclass(slots=True, kw_only=True)
class Github:
    type: Literal["github"]
    name: str
    owner: str
    ref: str | None = None
    weight: float = 1.0
    commit_id: str


@dataclass(slots=True, kw_only=True)
class Metadata:
    expected_duration_seconds: int | None = None
    cost: float | None = None
    cost_currency: str | None = None
    train_tokens_per_step: int | None = None
    train_tokens: int | None = None
    data_tokens: int | None = None
    estimated_start_time: int | None = None


@dataclass(kw_only=True)
class Job(mashumaro.mixins.orjson.DataClassORJSONMixin):
    id: UUID
    auto_start: bool
    hyperparameters: Training
    model: FineTuneableModel
    status: Status
    job_type: str
    created_at: int
    modified_at: int
    training_files: list[UUID]
    validation_files: list[UUID] | None = field(default_factory=list)
    object: Object = Object.JOB
    fine_tuned_model: str | None = None
    suffix: str | None = None
    integrations: list[Wandb] | None = None
    trained_tokens: int | None = None
    repositories: list[Github] = field(default_factory=list)
    metadata: Metadata | None = None


@attrs.define(kw_only=True)
class AJob:
    id: UUID
    auto_start: bool
    hyperparameters: Training
    model: FineTuneableModel
    status: Status
    job_type: str
    created_at: int
    modified_at: int
    training_files: list[UUID]
    validation_files: list[UUID] | None = attrs.field(factory=list)
    object: Object = Object.JOB
    fine_tuned_model: str | None = None
    suffix: str | None = None
    integrations: list[Wandb] | None = None
    trained_tokens: int | None = None
    repositories: list[Github] = attrs.field(factory=list)
    metadata: Metadata | None = None


@dataclass(frozen=True, slots=True)
class Codec:
    """The three ways through a library."""

    from_json: Callable[[bytes], Any]
    from_dict: Callable[[dict[str, Any]], Any]
    to_json: Callable[[Any], bytes]


def peers() -> dict[str, Codec]:
    """Return the codec of every other library."""
    converter = cattrs.preconf.orjson.make_converter()
    converter.register_structure_hook(UUID, lambda value, _: UUID(value))
    converter.register_unstructure_hook(UUID, str)
    return {
        "pydantic": Codec(
            PJob.model_validate_json,
            PJob.model_validate,
            # Only what was set, as all of the others have it that keep absent apart from null.
            lambda job: job.model_dump_json(exclude_unset=True).encode(),
        ),
        "msgspec": Codec(
            msgspec.json.Decoder(MJob).decode,
            lambda value: msgspec.convert(value, MJob),
            msgspec.json.Encoder().encode,
        ),
        "mashumaro": Codec(Job.from_json, Job.from_dict, lambda job: job.to_jsonb()),
        "cattrs": Codec(
            lambda data: converter.loads(data, AJob),
            lambda value: converter.structure(value, AJob),
            converter.dumps,
        ),
    }
