"""The subcommands, in the order in which `--help` lists them."""

from __future__ import annotations

from generator.command import Command
from generator.commands import changelog, diff, docs, explain, generate, init, schema

COMMANDS: tuple[Command, ...] = (
    generate.COMMAND,
    diff.COMMAND,
    changelog.COMMAND,
    docs.COMMAND,
    init.COMMAND,
    explain.COMMAND,
    schema.COMMAND,
)
