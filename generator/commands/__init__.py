"""The subcommands, in the order in which `--help` lists them."""

from __future__ import annotations

from generator.command import Command
from generator.commands import explain, generate, schema

COMMANDS: tuple[Command, ...] = (generate.COMMAND, explain.COMMAND, schema.COMMAND)
