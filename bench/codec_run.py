"""Measure all codecs in one process: `codec_run.py FOLDER`, which holds our package `models`."""

from __future__ import annotations

import json
import sys
import timeit
from collections.abc import Callable
from typing import Any

import orjson

from bench.payload import JOB
from bench.peers import Codec, peers

REPEAT, NUMBER = 300, 200
"""Many short runs: whatever else the machine does, some of them are left alone."""
DATA = orjson.dumps(JOB)


def ours(folder: str) -> Codec:
    """Return the codec that was generated into `folder`."""
    sys.path.insert(0, folder)
    from models.jobout import JobOut

    return Codec(JobOut.from_json, JobOut.from_dict, _as_bytes(JobOut.to_json))


def _as_bytes(to_json: Callable[[Any], Any]) -> Callable[[Any], bytes]:
    return to_json


def measured(codecs: dict[str, Codec]) -> dict[str, dict[str, float]]:
    """Return the best of several runs in turn, in seconds a call."""
    figures: dict[str, dict[str, float]] = {name: {} for name in codecs}
    for _ in range(REPEAT):
        for name, codec in codecs.items():
            job = codec.from_dict(JOB)
            assert orjson.loads(codec.to_json(job)) == JOB, name
            for what, call in {
                "from_json": lambda codec=codec: codec.from_json(DATA),
                "from_dict": lambda codec=codec: codec.from_dict(JOB),
                "to_json": lambda codec=codec, job=job: codec.to_json(job),
            }.items():
                seconds = timeit.timeit(call, number=NUMBER) / NUMBER
                figures[name][what] = min(seconds, figures[name].get(what, 1.0))
    return figures


if __name__ == "__main__":
    print(json.dumps(measured({"typewright": ours(sys.argv[1]), **peers()})))
