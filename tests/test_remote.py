"""Remote documents: from allowed, public hosts only, bounded, and locked by their hash."""

from __future__ import annotations

import hashlib
import json
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from generator.remotes.addresses import is_public
from generator.remotes.lock import Lock
from generator.remotes.remote import Network, Remotes, fetch, settle
from generator.report import Report

BODY = b'{"type": "string"}'


class Handler(BaseHTTPRequestHandler):
    """Answers by the path: a status, a redirect, a size or a delay."""

    def do_GET(self) -> None:
        kind, _, argument = self.path.strip("/").partition("/")
        match kind:
            case "301" | "302" | "303" | "307" | "308":
                self.answer(int(kind), b"", Location=argument)
            case "redirects":
                left = int(argument) - 1
                self.answer(302, b"", Location=f"/redirects/{left}" if left else "/a")
            case "echo":
                self.answer(200, self.path.encode())
            case "garbage":
                self.wfile.write(b"garbage\r\n")
            case "status":
                self.answer(int(argument), b"")
            case "size":
                self.answer(200, b"x" * int(argument))
            case "slow":
                time.sleep(float(argument))
                self.answer(200, BODY)
            case "drip":
                self.drip()
            case "zip":
                self.answer(200, BODY, **{"Content-Encoding": "gzip"})
            case _:
                self.answer(200, BODY)

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"x")
                time.sleep(0.05)
        except OSError:
            pass

    def log_message(self, format: str, *args: Any) -> None:
        pass


@dataclass(frozen=True)
class Site:
    """A server on this machine, known as `schemas.test`, and a network that leads to it."""

    url: str
    network: Network
    remotes: Remotes


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server.server_port
    server.shutdown()


@pytest.fixture
def site(port: int) -> Site:
    def resolve(host: str, port: int) -> Sequence[str]:
        return {"private.test": ["10.0.0.1"], "mixed.test": ["127.0.0.1", "10.0.0.1"]}.get(
            host, ["::1", "127.0.0.1"]
        )

    network = Network(resolve, lambda address: address != "10.0.0.1", size=1000, seconds=1)
    hosts = ("Schemas.test", "private.test", "mixed.test")
    allowed = frozenset(f"{host}:{port}" for host in hosts)
    return Site(f"http://schemas.test:{port}", network, Remotes(allowed))


def outcome(url: str, site: Site) -> bytes | str:
    """Return what is fetched, or the code of the diagnostic and its message."""
    report = Report()
    data = fetch(url, site.remotes, report, site.network)
    if data is not None:
        assert not report.diagnostics
        return data
    [diagnostic] = report.diagnostics
    return f"{diagnostic.code.name} {diagnostic.message} {diagnostic.hint}"


@pytest.mark.parametrize(
    "path",
    [
        "/a.json",
        "/a.json#/$defs/A",
        "",
        "/301//a",
        "/302//a",
        "/303//a",
        "/307//a",
        "/308//a",
        "/redirects/5",
    ],
)
def test_a_document_is_fetched(site: Site, path: str) -> None:
    assert outcome(site.url + path, site) == BODY


def test_what_a_request_cannot_hold_is_percent_encoded(site: Site) -> None:
    encoded = b"/echo/!~%C3%A9%20%C3%BC?q=%C3%A4"
    assert outcome(site.url + "/echo/!~é ü?q=ä", site) == encoded


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/status/404", "REM003"),
        ("/status/500", "REM003"),
        ("/status/302", "REM003"),
        ("/redirects/6", "REM003"),
        ("/garbage", "REM003"),
        ("/zip", "REM003"),
        ("/slow/3", "REM003"),
        ("/drip", "REM003"),
        ("/size/1001", "REM004"),
        ("/302/http://elsewhere.test/a", "REM001"),
        ("/302/http://schemas.test:1/a", "REM001"),
        ("/302/file:///etc/passwd", "REM002"),
        ("/302/http://user:secret@schemas.test/", "REM002"),
    ],
)
def test_an_answer_is_refused(site: Site, path: str, code: str) -> None:
    assert str(outcome(site.url + path, site)).startswith(code)


def test_the_largest_document_is_fetched(site: Site) -> None:
    assert outcome(site.url + "/size/1000", site) == b"x" * 1000


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://elsewhere.test/a", "REM001 'http://elsewhere.test/a' is remote"),
        ("https://schemas.test/a", "REM001"),
        ("http://schemas.test:1/a", "REM001"),
        ("ftp://schemas.test/a", "REM002"),
        ("file:///etc/passwd", "REM002"),
        ("http:///a", "REM002"),
        ("http://schemas.test:x/a", "REM002"),
        ("http://user:secret@schemas.test/a", "REM002"),
        ("http://user@schemas.test/a", "REM002"),
        ("http://:secret@schemas.test/a", "REM002"),
    ],
)
def test_a_url_is_refused(site: Site, url: str, code: str) -> None:
    assert str(outcome(url, site)).startswith(code)


@pytest.mark.parametrize("host", ["private.test", "mixed.test"])
def test_a_host_in_a_private_network_is_refused(site: Site, host: str) -> None:
    found = outcome(site.url.replace("schemas.test", host), site)
    assert str(found).startswith(f"REM002 '{host}' is at 10.0.0.1")


def test_a_redirect_into_a_private_network_is_refused(site: Site) -> None:
    target = site.url.replace("schemas.test", "private.test")
    assert str(outcome(f"{site.url}/302/{target}", site)).startswith("REM002")


def test_the_hint_says_how_to_allow_a_host(site: Site) -> None:
    found = str(outcome("http://Elsewhere.test:81/a", site))
    assert "--allow-remote elsewhere.test:81 " in found


@pytest.mark.parametrize(("scheme", "port"), [("http", 80), ("https", 443)])
def test_a_host_that_is_unknown(scheme: str, port: int) -> None:
    def unknown(*asked: str | int) -> Sequence[str]:
        assert asked == ("schemas.test", port)
        raise socket.gaierror(-2, "Name or service not known")

    url = f"{scheme}://schemas.test/"
    site = Site(url, Network(unknown), Remotes(frozenset({"schemas.test"})))
    found = str(outcome(url, site))
    assert found.startswith(f"REM003 cannot fetch '{url}': name or service not known")


def test_a_host_that_cannot_be_reached(site: Site) -> None:
    network = replace(site.network, resolve=lambda *_: ["::1"])
    found = str(outcome(site.url, replace(site, network=network)))
    assert found.startswith(f"REM003 cannot fetch '{site.url}': ")


def test_https_is_not_spoken_by_who_answers_in_the_plain(site: Site) -> None:
    assert str(outcome(site.url.replace("http:", "https:"), site)).startswith("REM003 cannot fetch")


@pytest.fixture
def encrypted(site: Site, here: Path) -> Iterator[Site]:
    """The same site by https; its certificate stands in the folder, and nobody else knows it."""
    if shutil.which("openssl") is None:
        pytest.skip("needs openssl")
    certificate = ["-subj", "/CN=schemas.test", "-addext", "subjectAltName=DNS:schemas.test"]
    files = ["-keyout", "key.pem", "-out", "certificate.pem"]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *files, *certificate]
    subprocess.run(command, check=True, capture_output=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain("certificate.pem", "key.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    port = server.server_port
    allowed = frozenset({f"schemas.test:{port}", f"other.test:{port}"})
    yield replace(site, url=f"https://schemas.test:{port}", remotes=Remotes(allowed))
    server.shutdown()


def test_https_needs_a_certificate_that_is_known_and_of_the_host(
    encrypted: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "certificate verify failed" in str(outcome(encrypted.url, encrypted)).lower()
    monkeypatch.setenv("SSL_CERT_FILE", "certificate.pem")
    assert outcome(encrypted.url, encrypted) == BODY
    elsewhere = encrypted.url.replace("schemas.test", "other.test")
    assert "mismatch" in str(outcome(elsewhere, encrypted)).lower()
    assert outcome(f"{encrypted.url}/302//a", encrypted) == BODY
    in_the_plain = encrypted.url.replace("https:", "http:")
    found = str(outcome(f"{encrypted.url}/302/{in_the_plain}", encrypted))
    assert found.startswith(f"REM002 '{encrypted.url}/302/{in_the_plain}' redirects from https to")


def test_nothing_private_is_reached_by_default() -> None:
    report = Report()
    assert fetch("http://localhost/", Remotes(frozenset({"localhost"})), report) is None
    [diagnostic] = report.diagnostics
    assert diagnostic.code.name == "REM002"
    assert "'localhost' is at 127.0.0.1" in diagnostic.message.replace("::1", "127.0.0.1")
    assert fetch("http://example.org/", Remotes(), report) is None
    assert [diagnostic.code.name for diagnostic in report.diagnostics] == ["REM002", "REM001"]


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("255.255.255.255", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("192.0.2.1", False),
        ("::", False),
        ("::1", False),
        ("fe80::1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:8.8.8.8", True),
        ("::127.0.0.1", False),
        ("4000::1", False),
        ("2001:0:4136:e378:8000:63bf:f7f7:f7f7", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::808:808", True),
        ("2002:7f00:1::", False),
        ("2002:808:808::", True),
        ("nonsense", False),
    ],
)
def test_an_address_is_public(address: str, public: bool) -> None:
    assert is_public(address) == public


def test_what_is_fetched_is_locked(site: Site, tmp_path: Path) -> None:
    lock = tmp_path / "typewright.lock"
    site = replace(site, remotes=replace(site.remotes, lock=Lock(lock)))
    assert outcome(f"{site.url}/b#/c", site) == BODY
    assert not lock.exists()
    settle(site.remotes, Report())
    assert outcome(f"{site.url}/a", site) == BODY
    settle(site.remotes, Report())
    digest = f"sha256:{hashlib.sha256(BODY).hexdigest()}"
    assert lock.read_text() == (
        '{\n  "version": 1,\n  "documents": {\n'
        f'    "{site.url}/a": "{digest}",\n    "{site.url}/b": "{digest}"\n  }}\n}}\n'
    )
    before = lock.stat()
    assert outcome(f"{site.url}/a", site) == BODY
    settle(site.remotes, Report())
    assert lock.stat() == before


def test_a_document_that_has_changed_is_refused(site: Site, tmp_path: Path) -> None:
    lock = tmp_path / "typewright.lock"
    lock.write_text(json.dumps({"version": 1, "documents": {f"{site.url}/a": "sha256:0"}}))
    site = replace(site, remotes=replace(site.remotes, lock=Lock(lock)))
    found = str(outcome(f"{site.url}/a", site))
    assert found.startswith(f"REM005 '{site.url}/a' has changed since it was locked")
    assert "remove its line from 'typewright.lock'" in found


@pytest.mark.parametrize("text", ["<<<<<<<", "[]", "{}", '{"documents": []}'])
def test_a_lock_file_that_is_none_is_an_error(site: Site, tmp_path: Path, text: str) -> None:
    lock = tmp_path / "typewright.lock"
    lock.write_text(text)
    site = replace(site, remotes=replace(site.remotes, lock=Lock(lock)))
    assert str(outcome(site.url, site)).startswith("REM006 cannot read")
    assert lock.read_text() == text


def test_a_lock_file_that_cannot_be_written_is_an_error(site: Site, tmp_path: Path) -> None:
    lock, report = Lock(tmp_path / "missing" / "typewright.lock"), Report()
    site = replace(site, remotes=replace(site.remotes, lock=lock))
    assert outcome(site.url, site) == BODY
    settle(site.remotes, report)
    [diagnostic] = report.diagnostics
    assert f"cannot write the lock file '{lock.path}': No such file" in diagnostic.message
    assert (diagnostic.code.name, diagnostic.hint) == ("REM006", "make its folder writable")


def test_a_frozen_lock_is_not_added_to(site: Site, tmp_path: Path) -> None:
    lock = tmp_path / "typewright.lock"
    site = replace(site, remotes=replace(site.remotes, lock=Lock(lock, frozen=True)))
    assert str(outcome(site.url, site)).startswith(f"REM006 '{site.url}' is not in")
    assert not lock.exists()
