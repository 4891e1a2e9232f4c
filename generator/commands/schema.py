"""`typewright schema`: the JSON Schema of the settings."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace

from generator.command import Answer, Command
from generator.config import config_schema


def _arguments(parser: ArgumentParser) -> None:
    """It takes none."""


def _run(options: Namespace) -> Answer:
    return Answer(out=json.dumps(config_schema(), indent=2) + "\n")


COMMAND = Command("schema", "print the JSON Schema of [tool.typewright]", _arguments, _run)
