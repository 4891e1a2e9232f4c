"""Remote references from end to end: `generate`, `--check` and `diff`, with a lock file."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.remotes import remote

HOST = "schemas.test"
SPEC = """\
$schema: https://json-schema.org/draft/2020-12/schema
type: object
properties:
  pet: {$ref: '%s/pet.json#/$defs/Pet'}
  again: {$ref: '%s/pet.json#/$defs/Pet'}
"""
PET = {"$defs": {"Pet": {"type": "object", "properties": {"name": {"$ref": "name.json"}}}}}
DOCUMENTS: dict[str, Any] = {"/pet.json": PET, "/name.json": {"type": "string", "maxLength": 9}}


@pytest.fixture
def served() -> dict[str, bytes]:
    """Return what the server answers, by path."""
    return {path: json.dumps(contents).encode() for path, contents in DOCUMENTS.items()}


@pytest.fixture
def url(served: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = served.get(self.path)
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    network = remote.Network(lambda *_: ["127.0.0.1"], lambda address: address == "127.0.0.1")
    monkeypatch.setattr(remote, "Network", lambda: network)
    yield f"http://{HOST}:{server.server_port}"
    server.shutdown()


Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any, url: str) -> Run:
    """Return what runs a command line in a folder with the description, and says what it says."""
    monkeypatch.chdir(tmp_path)
    Path("spec.yaml").write_text(SPEC % (url, url), "utf-8")

    def call(*argv: str, allowed: bool = True) -> tuple[int, str]:
        host = ["--allow-remote", url.removeprefix("http://")] if allowed else []
        code = main([*argv, *host])
        said = capsys.readouterr()
        return code, (said.out + said.err).replace(url, "URL")

    return call


def generated() -> list[str]:
    return sorted(path.name for path in Path("generated").rglob("*.py") if path.name[0] != "_")


def test_nothing_is_fetched_by_default(run: Run) -> None:
    code, said = run("generate", "spec.yaml", allowed=False)
    assert code == 2
    assert "error[REM001]: 'URL/pet.json' is remote, and" in said
    assert "--> spec.yaml:4:15, also at " in said
    assert f"help: --allow-remote {HOST}:" in said
    assert not Path("generated").exists()
    assert not Path("typewright.lock").exists()


def test_a_reference_to_an_allowed_host_is_followed_and_locked(run: Run, url: str) -> None:
    assert run("generate", "spec.yaml")[0] == 0
    assert generated() == ["name.py", "pet.py", "spec.py"]
    locked = json.loads(Path("typewright.lock").read_text("utf-8"))["documents"]
    assert sorted(locked) == [f"{url}/name.json", f"{url}/pet.json"]
    assert run("generate", "spec.yaml", "--check")[0] == 0


def test_a_document_that_has_changed_is_an_error_at_the_reference(
    run: Run, served: dict[str, bytes]
) -> None:
    run("generate", "spec.yaml")
    served["/pet.json"] += b"\n"
    code, said = run("generate", "spec.yaml", "--check")
    assert code == 2
    assert (
        "error[REM005]: 'URL/pet.json' has changed since it was locked\n  --> spec.yaml:4:" in said
    )


def test_what_is_no_longer_locked_is_fetched_anew(run: Run, served: dict[str, bytes]) -> None:
    for _ in range(3):
        _, said = run("generate", "spec.yaml")
    assert said.startswith("up to date")
    served["/name.json"] = b'{"type": "integer"}'
    Path("typewright.lock").unlink()
    assert run("generate", "spec.yaml")[0] == 0
    assert "int" in Path("generated/models/name.py").read_text("utf-8")
    assert run("generate", "spec.yaml", "--check")[0] == 0


def test_a_check_locks_nothing(run: Run) -> None:
    run("generate", "spec.yaml")
    Path("typewright.lock").unlink()
    code, said = run("generate", "spec.yaml", "--check")
    assert code == 2
    assert "error[REM006]: 'URL/pet.json' is not in 'typewright.lock'" in said
    assert not Path("typewright.lock").exists()


def test_a_document_that_is_not_there(run: Run, served: dict[str, bytes]) -> None:
    del served["/name.json"]
    code, said = run("generate", "spec.yaml")
    assert code == 2
    assert "error[REM003]: cannot fetch 'URL/name.json': the server answers 404 not found" in said
    assert "--> URL/pet.json:1:" in said
    assert not Path("typewright.lock").exists()


def test_a_diff_follows_references_too(run: Run) -> None:
    text = Path("spec.yaml").read_text("utf-8")
    Path("new.yaml").write_text(text + "required: [pet]\n", "utf-8")
    assert "error[REM001]" in run("diff", "spec.yaml", "new.yaml", allowed=False)[1]
    code, said = run("diff", "spec.yaml", "new.yaml")
    assert "REM" not in said
    assert code in (0, 1)
    assert not Path("typewright.lock").exists()
