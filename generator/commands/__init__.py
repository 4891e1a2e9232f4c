"""The subcommands, in the order in which `--help` lists them."""

from __future__ import annotations

from generator.command import Command
from generator.commands import changelog, diff, explain, generate, init, schema

COMMANDS: tuple[Command, ...] = (
    generate.COMMAND,
    diff.COMMAND,
    changelog.COMMAND,
    init.COMMAND,
    explain.COMMAND,
    schema.COMMAND,
)
