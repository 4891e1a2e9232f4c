"""`http(s)` URL → bytes: only from hosts that the user names, never from a private network.

The name of a host is resolved first, its addresses are checked, and the connection goes to one of
those addresses, so that a second look-up cannot lead elsewhere. Each redirect is checked likewise.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urldefrag, urljoin, urlsplit

from generator import codes
from generator.frozen import dataclass
from generator.remotes.addresses import is_public
from generator.remotes.lock import Lock, Refused

if TYPE_CHECKING:
    import socket
    from http.client import HTTPResponse

    from generator.report import Report

REDIRECTS = 5
"""How many redirects are followed, one after the other."""
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Remotes:
    """What may be fetched: `allowed` has hosts (`example.org`, on the usual ports) and hosts with a
    port (`example.org:8080`). `lock` knows the hashes of what was fetched before.
    """

    allowed: frozenset[str] = frozenset()
    lock: Lock | None = None


def _addresses(host: str, port: int) -> Sequence[str]:
    # Only who fetches needs it.
    import socket

    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(address[0]) for *_, address in found]


@dataclass(frozen=True, slots=True)
class Network:
    """How hosts are reached: tests put their own in. `size` is in bytes, `seconds` are in all."""

    resolve: Callable[[str, int], Sequence[str]] = _addresses
    may_connect: Callable[[str], bool] = is_public
    size: int = 10_000_000
    seconds: float = 10


def fetch(
    uri: str, remotes: Remotes, report: Report, network: Network | None = None
) -> bytes | None:
    """Return what stands at a URL; None, with a diagnostic, if it is not to be had."""
    url = urldefrag(uri).url
    try:
        data = _in_time(url, remotes, network or Network())
        if remotes.lock:
            remotes.lock.accept(url, data)
    except Refused as error:
        report.add(error.code, error.message, hint=error.hint)
        return None
    return data


def settle(remotes: Remotes, report: Report) -> None:
    """Write down what was fetched for the first time, once a run has come to its end."""
    try:
        if remotes.lock:
            remotes.lock.write()
    except Refused as error:
        report.add(error.code, error.message, hint=error.hint)


def _in_time(url: str, remotes: Remotes, network: Network) -> bytes:
    """Fetch in a thread of its own, because nothing else bounds how long a look-up takes."""
    results: list[bytes | BaseException] = []

    def run() -> None:
        try:
            results.append(_follow(url, remotes, network))
        except BaseException as error:
            results.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(network.seconds)
    if not results:
        raise Refused(codes.REM003, f"'{url}' took longer than {network.seconds:g} s")
    if isinstance(results[0], BaseException):
        raise results[0]
    return results[0]


def _follow(url: str, remotes: Remotes, network: Network) -> bytes:
    """Return what is at a URL, behind its redirects."""
    for _ in range(REDIRECTS + 1):
        target = _checked(url, remotes)
        try:
            found = _get(target, network)
        except (OSError, UnicodeError) as error:
            reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
            raise Refused(codes.REM003, f"cannot fetch '{url}': {reason.lower()}") from error
        if isinstance(found, bytes):
            return found
        following = urljoin(url, found)
        if target.scheme == "https" and urlsplit(following).scheme != "https":
            message = f"'{url}' redirects from https to '{following}'"
            raise Refused(codes.REM002, message)
        url = following
    raise Refused(codes.REM003, f"'{url}' is the end of more than {REDIRECTS} redirects")


def _checked(url: str, remotes: Remotes) -> SplitResult:
    """Return the parts of a URL that may be fetched."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise Refused(codes.REM002, f"'{url}' is no URL: {error}") from error
    if parts.scheme not in _PORTS or not parts.hostname:
        raise Refused(codes.REM002, f"'{url}' is no http or https URL with a host")
    if parts.username is not None:
        hint = "keep a copy of the file in the repository instead"
        raise Refused(codes.REM002, "a URL with a password is not fetched", hint)
    usual = port in (None, _PORTS[parts.scheme])
    named = parts.hostname if usual else f"{parts.hostname}:{port}"
    if named not in {allowed.lower() for allowed in remotes.allowed}:
        hint = f"--allow-remote {named} fetches from this host; or keep a copy in the repository"
        raise Refused(codes.REM001, f"'{url}' is remote, and '{named}' is not allowed", hint)
    return parts


def _get(parts: SplitResult, network: Network) -> bytes | str:
    """Return the body of the answer, or where it redirects to."""
    # Most runs fetch nothing, and need not wait for these.
    import ssl
    from http.client import HTTPConnection, HTTPException

    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    connection = HTTPConnection(host, port)
    connection.sock = _connect(host, port, network)
    try:
        if parts.scheme == "https":
            context = ssl.create_default_context()
            connection.sock = context.wrap_socket(connection.sock, server_hostname=host)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = {"Accept": "*/*", "User-Agent": "typewright"}
        connection.request("GET", _quoted(path), headers=headers)
        return _body(connection.getresponse(), network.size)
    except HTTPException as error:
        raise OSError(str(error)) from error
    finally:
        connection.close()


def _connect(host: str, port: int, network: Network) -> socket.socket:
    # Only who fetches needs it.
    from socket import create_connection

    addresses = network.resolve(host, port)
    for address in addresses:
        if not network.may_connect(address):
            message = f"'{host}' is at {address}, which is no public address"
            raise Refused(codes.REM002, message, "only public hosts are fetched from")
    problem: OSError = OSError("the host has no address")
    for address in addresses:
        try:
            return create_connection((address, port), timeout=network.seconds)
        except OSError as error:
            problem = error
    raise problem


def _quoted(path: str) -> str:
    """Return the path with what a request line cannot hold percent-encoded."""
    return "".join(
        char if "!" <= char <= "~" else "".join(f"%{byte:02X}" for byte in char.encode())
        for char in path
    )


def _body(response: HTTPResponse, size: int) -> bytes | str:
    location = response.getheader("Location")
    if response.status in (301, 302, 303, 307, 308) and location:
        return location
    if response.status != 200:
        message = f"the server answers {response.status} {response.reason}"
        raise OSError(message)
    if response.getheader("Content-Encoding", "identity") != "identity":
        raise OSError("the server sends compressed data, unasked")
    data = response.read(size + 1)
    if len(data) > size:
        raise Refused(codes.REM004, f"the document has more than {size / 1e6:g} MB")
    return data
