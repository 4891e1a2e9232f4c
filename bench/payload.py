"""A job as a server would send it, for the codecs."""

from __future__ import annotations

from typing import Any

JOB: dict[str, Any] = {
    "id": "0f8d4f5e-6c1b-4c3a-9a53-0b6a2f6f4d11",
    "auto_start": True,
    "hyperparameters": {
        "training_steps": 1200,
        "learning_rate": 0.0002,
        "weight_decay": 0.1,
        "warmup_fraction": 0.05,
        "epochs": 3.5,
        "fim_ratio": None,
    },
    "model": "open-mistral-nemo",
    "status": "RUNNING",
    "job_type": "FT",
    "created_at": 1730000000,
    "modified_at": 1730000500,
    "training_files": [
        "6f0b2f0e-1b7e-4bf5-8d7b-5f1f6d2f8a01",
        "6f0b2f0e-1b7e-4bf5-8d7b-5f1f6d2f8a02",
    ],
    "validation_files": ["6f0b2f0e-1b7e-4bf5-8d7b-5f1f6d2f8a03"],
    "object": "job",
    "fine_tuned_model": None,
    "suffix": "my-suffix",
    "integrations": [
        {"type": "wandb", "project": "support", "name": None, "run_name": "run-1"},
    ],
    "trained_tokens": 123456,
    "repositories": [
        {
            "type": "github",
            "name": "widgets",
            "owner": "acme",
            "ref": "main",
            "weight": 1.0,
            "commit_id": "0123456789abcdef0123456789abcdef01234567",
        }
    ],
    "metadata": {
        "expected_duration_seconds": 3600,
        "cost": 12.5,
        "cost_currency": "EUR",
        "train_tokens_per_step": 131072,
        "train_tokens": 9000000,
        "data_tokens": 4500000,
        "estimated_start_time": 1730000100,
    },
}


def _object(required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": required.split()}


def _null_or(schema: dict[str, Any]) -> dict[str, Any]:
    return {**schema, "type": [schema["type"], "null"]}


def _list(items: dict[str, Any], **bounds: Any) -> dict[str, Any]:
    return {"type": "array", "items": items, **bounds}


_TEXT = {"type": "string"}
_MAYBE_TEXT = _null_or(_TEXT)
_INTEGER = {"type": "integer"}
_COUNT = {"type": ["integer", "null"], "minimum": 0}
_FRACTION = {"type": ["number", "null"], "minimum": 0, "maximum": 1}
_UUID = {"type": "string", "format": "uuid"}
_STATES = (
    "QUEUED STARTED VALIDATING VALIDATED RUNNING FAILED_VALIDATION FAILED SUCCESS CANCELLED "
    "CANCELLATION_REQUESTED"
)
_MODELS = (
    "open-mistral-7b mistral-small-latest codestral-latest mistral-large-latest open-mistral-nemo"
)
SCHEMA: dict[str, Any] = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    **_object(
        "id auto_start hyperparameters model status job_type created_at modified_at training_files",
        id=_UUID,
        auto_start={"type": "boolean"},
        hyperparameters={"$ref": "#/definitions/TrainingParameters"},
        model={"enum": _MODELS.split()},
        status={"enum": _STATES.split()},
        job_type=_TEXT,
        created_at=_INTEGER,
        modified_at=_INTEGER,
        training_files=_list(_UUID),
        validation_files=_null_or(_list(_UUID)),
        object={"const": "job"},
        fine_tuned_model=_MAYBE_TEXT,
        suffix=_MAYBE_TEXT,
        integrations=_null_or(_list({"$ref": "#/definitions/WandbIntegrationOut"})),
        trained_tokens=_null_or(_INTEGER),
        repositories=_list({"$ref": "#/definitions/GithubRepositoryOut"}, maxItems=20),
        metadata={"anyOf": [{"$ref": "#/definitions/JobMetadataOut"}, {"type": "null"}]},
    ),
    "definitions": {
        "TrainingParameters": _object(
            "",
            training_steps={"type": ["integer", "null"], "minimum": 1},
            learning_rate={"type": "number", "minimum": 1e-8, "maximum": 1},
            weight_decay=_FRACTION,
            warmup_fraction=_FRACTION,
            epochs={"type": ["number", "null"], "minimum": 0.01},
            fim_ratio=_FRACTION,
        ),
        "WandbIntegrationOut": _object(
            "type project",
            type={"const": "wandb"},
            project=_TEXT,
            name=_MAYBE_TEXT,
            run_name=_MAYBE_TEXT,
        ),
        "GithubRepositoryOut": _object(
            "type name owner commit_id",
            type={"const": "github"},
            name=_TEXT,
            owner=_TEXT,
            ref=_MAYBE_TEXT,
            weight={"type": "number", "exclusiveMinimum": 0},
            commit_id={"type": "string", "pattern": "^[0-9a-f]{40}$"},
        ),
        "JobMetadataOut": _object(
            "",
            expected_duration_seconds=_COUNT,
            cost={"type": ["number", "null"], "minimum": 0},
            cost_currency=_MAYBE_TEXT,
            train_tokens_per_step=_COUNT,
            train_tokens=_COUNT,
            data_tokens=_COUNT,
            estimated_start_time=_null_or(_INTEGER),
        ),
    },
}
"""`JobOut` as one schema of draft 7, which every validator reads."""
