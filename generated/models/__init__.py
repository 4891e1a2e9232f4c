"""The models of this package; each is imported when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ._runtime import UNSET, DecodeError, OptionalNullable, Problem, Unset

if TYPE_CHECKING:
    from .canceljobrequest import CancelJobRequest
    from .count import Count
    from .finetuneablemodel import FineTuneableModel
    from .fraction import Fraction
    from .getjobrequest import GetJobRequest
    from .githubrepositoryout import GithubRepositoryOut
    from .integrations import Integrations
    from .jobmetadataout import JobMetadataOut
    from .jobout import JobOut
    from .jobsout import JobsOut
    from .listjobsrequest import ListJobsRequest
    from .object import Object
    from .repositories import Repositories
    from .status import Status
    from .trainingparameters import TrainingParameters
    from .wandbintegrationout import WandbIntegrationOut

__all__ = [
    "UNSET",
    "DecodeError",
    "OptionalNullable",
    "Problem",
    "Unset",
    "CancelJobRequest",
    "Count",
    "FineTuneableModel",
    "Fraction",
    "GetJobRequest",
    "GithubRepositoryOut",
    "Integrations",
    "JobMetadataOut",
    "JobOut",
    "JobsOut",
    "ListJobsRequest",
    "Object",
    "Repositories",
    "Status",
    "TrainingParameters",
    "WandbIntegrationOut",
]

_MODULES = {
    "CancelJobRequest": "canceljobrequest",
    "Count": "count",
    "FineTuneableModel": "finetuneablemodel",
    "Fraction": "fraction",
    "GetJobRequest": "getjobrequest",
    "GithubRepositoryOut": "githubrepositoryout",
    "Integrations": "integrations",
    "JobMetadataOut": "jobmetadataout",
    "JobOut": "jobout",
    "JobsOut": "jobsout",
    "ListJobsRequest": "listjobsrequest",
    "Object": "object",
    "Repositories": "repositories",
    "Status": "status",
    "TrainingParameters": "trainingparameters",
    "WandbIntegrationOut": "wandbintegrationout",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_MODULES[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted(__all__)
