"""Write the table of settings into the README, and their schema into the package.

.venv/bin/python -m tests.update_settings
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from generator.config import OPTIONS, Option, config_schema

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
SCHEMA = ROOT / "generator" / "typewright.schema.json"
_KINDS = {"flag": "`true`, `false`", "text": "a string", "texts": "a list of strings"}
_BLOCK = re.compile(r"(?<=<!-- settings -->\n).*?(?=<!-- /settings -->)", re.DOTALL)


def schema() -> str:
    """Return the published schema."""
    return json.dumps(config_schema(), indent=2) + "\n"


def readme() -> str:
    """Return the README with the table as it should be."""
    head = "| setting | values | default | |\n| --- | --- | --- | --- |\n"
    table = head + "".join(_row(option) for option in OPTIONS)
    return _BLOCK.sub(lambda _: table, README.read_text("utf-8"))


def _row(option: Option) -> str:
    values = ", ".join(f"`{choice}`" for choice in option.choices) or _KINDS[option.kind]
    many = "a list of " * (option.kind == "choices")
    default = json.dumps(option.default)
    return f"| `{option.name}` | {many}{values} | `{default}` | {option.doc} |\n"


if __name__ == "__main__":
    SCHEMA.write_text(schema(), "utf-8")
    README.write_text(readme(), "utf-8")
