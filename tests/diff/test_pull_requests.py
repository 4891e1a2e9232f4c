"""Pull requests against `specs/`, and what a reviewer is told of each.

The comment on one of them stands in docs/diff.md; `TYPEWRIGHT_UPDATE=1 pytest tests/diff` writes it
there anew.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main

Edit = Callable[[str], str]
JOBS, STATUS = "jobs.yaml", "models/status.yaml"
CANCEL = re.compile(r"  /v1/fine_tuning/jobs/\{job_id\}/cancel:\n.*?(?=components:)", re.DOTALL)
CREATED = """\
          type: integer
          description: The UNIX timestamp (in seconds) for when the fine-tuning job was created.
"""
INLINE = re.compile(r"        status:\n(.*?)(?=        job_type:)", re.DOTALL)
DELETE = """\
    delete:
      operationId: delete_job
      responses:
        '202': {description: The job is about to stop.}
components:
"""


def priority(jobs: str) -> str:
    field = "        priority:\n          type: integer\n        job_type:\n"
    return jobs.replace("        job_type:\n", field).replace(
        "LED\n", "LED\n            - PAUSED\n"
    )


def rename(jobs: str) -> str:
    return jobs.replace("modified_at", "updated_at")


def loosen_and_tighten(jobs: str) -> str:
    jobs = jobs.replace(
        "job_type:\n          type: string", "job_type:\n          type: [string, 'null']"
    )
    jobs = jobs.replace(
        "            default: 0\n", "            maximum: 1000\n            default: 0\n"
    )
    return jobs.replace("maxItems: 20", "maxItems: 10")


def replace_cancel(jobs: str) -> str:
    jobs = CANCEL.sub("", jobs).replace("version: 1.0.0", "version: 2.0.0")
    return jobs.replace("components:\n", DELETE)


def ask_for_a_key(jobs: str) -> str:
    scheme = "  securitySchemes:\n    key: {type: http, scheme: bearer}\n"
    return jobs.replace("components:\n", f"security:\n  - key: []\ncomponents:\n{scheme}")


def extract(jobs: str) -> str:
    """Move inline schemas into components, one of them into a file of its own."""
    found = INLINE.search(jobs)
    assert found is not None
    text = f"components:\n  schemas:\n    Status:\n{found[1]}"
    Path("new", STATUS).write_text(f"openapi: 3.1.0\ninfo: {{title: x, version: '1'}}\n{text}")
    jobs = jobs.replace(found[1], f"          $ref: {STATUS}#/components/schemas/Status\n")
    jobs = jobs.replace(CREATED, "          $ref: '#/components/schemas/Created'\n")
    return jobs.replace("  schemas:\n", "  schemas:\n    Created: {type: integer}\n", 1)


TOLD: dict[Edit, list[str]] = {
    priority: [
        "## 🟠 May break clients",
        "| `JobOut.status` | newly valid: `PAUSED` <sub>enum-value-added</sub> |",
        "| `JobOut.priority` | new optional property: `integer` <sub>property-added</sub> |",
        "| Next version | **1.1.0 (minor)** | The description still says 1.0.0. |",
    ],
    rename: [
        "## 🔴 Breaks clients",
        "| On the wire | **breaking** | Readers of 3 operations have to be ready for what",
        "| `JobOut.modified_at` | the required property is gone; is it `updated_at` now? <sub>",
        "| Field tables | **2 rows** | 1 added, 1 removed. |",
    ],
    loosen_and_tighten: [
        "Callers of `GET /v1/fine_tuning/jobs` have to change what they send.",
        "`1001 is greater than the maximum of 1000`",
        "| Next version | **2.0.0 (major)** | The description still says 1.0.0. |",
    ],
    replace_cancel: [
        "Callers of `POST /v1/fine_tuning/jobs/{job_id}/cancel` have to do without.",
        "| `DELETE /v1/fine_tuning/jobs/{job_id}` | new operation <sub>",
        "| Next version | **2.0.0 (major)** | The description says 2.0.0 already. |",
    ],
    ask_for_a_key: [
        "| On the wire | **breaking** | Callers of 3 operations have to change what they send. |",
        "| `security` | credentials are needed now: `key` <sub>security-added</sub> |",
        "| Python classes | **compatible** | No code has to change. |",
        "| + | `Security` | new |",
    ],
    extract: ["## ⚪ Nothing changes on the wire"],
}


@pytest.fixture
def specs(here: Path, root: Path) -> Path:
    """Return a folder with `specs/` as `old` and as `new`."""
    for side in ("old", "new"):
        shutil.copytree(root / "specs", here / side)
    return here


def comment(edit: Edit, capsys: pytest.CaptureFixture[str]) -> str:
    jobs = Path("new", JOBS)
    jobs.write_text(edit(jobs.read_text("utf-8")), "utf-8")
    main(["diff", f"old/{JOBS}", f"new/{JOBS}", "--format", "markdown"])
    return capsys.readouterr().out


@pytest.mark.parametrize("edit", TOLD, ids=lambda edit: edit.__name__)
def test_a_pull_request(specs: Path, capsys: pytest.CaptureFixture[str], edit: Edit) -> None:
    told = comment(edit, capsys)
    assert [line for line in TOLD[edit] if line not in told] == [], told


def test_the_comment_in_the_documentation_is_one(
    specs: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = comment(loosen_and_tighten, capsys).replace("old/", "origin/main:specs/")
    lines = told.replace("new/", "specs/").splitlines()
    quoted = "".join(f"> {line}".rstrip() + "\n" for line in lines)
    page = root / "docs" / "diff.md"
    text = page.read_text("utf-8")
    found = re.search(r"^> ## .*?(?=\n## )", text, re.DOTALL | re.MULTILINE)
    assert found is not None
    if os.environ.get("TYPEWRIGHT_UPDATE"):
        page.write_text(text.replace(found[0], quoted), "utf-8")
    assert found[0] == quoted, "run: TYPEWRIGHT_UPDATE=1 pytest tests/diff/test_pull_requests.py"
