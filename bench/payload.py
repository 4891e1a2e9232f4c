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
