"""Security: alternatives, schemes that all have to be met, scopes."""

from __future__ import annotations

from typing import Any

import pytest

from diff.descriptions import DONE, codes, describe, operation, said, secured
from generator.diff.review import diff

KEY = {"type": "apiKey", "in": "header", "name": "X-Key"}
BASIC, BEARER = ({"type": "http", "scheme": scheme} for scheme in ("basic", "bearer"))
BOTH = {"k": KEY, "b": BASIC}
K, B, KB = {"k": []}, {"b": []}, {"k": [], "b": []}
OPEN = operation()


def oauth(url: str = "https://a", **flows: Any) -> dict[str, Any]:
    implicit = {"authorizationUrl": url, "scopes": {"r": "", "w": ""}}
    return {"o": {"type": "oauth2", "flows": {"implicit": implicit, **flows}}}


PASSWORD = {"password": {"tokenUrl": "https://t", "scopes": {}}}
GLOBAL = describe(
    {"/x": {"post": {"responses": DONE}}}, components={"securitySchemes": {"k": KEY}}, security=[K]
)
OPENID = {"type": "openIdConnect", "openIdConnectUrl": "https://a"}
QUERY = {"type": "apiKey", "in": "query", "name": "Key"}


def scopes(*names: str) -> dict[str, Any]:
    flow = {"authorizationUrl": "https://a", "scopes": dict.fromkeys(names, "")}
    return secured({"o": {"type": "oauth2", "flows": {"implicit": flow}}}, {"o": []})


TABLE = [
    (OPEN, secured(BOTH, K), "breaking"),
    (secured(BOTH, K), secured(BOTH), "compatible"),
    (secured(BOTH, K), secured(BOTH, K, B), "compatible"),
    (secured(BOTH, K, B), secured(BOTH, K), "breaking"),
    (secured(BOTH, K), secured(BOTH, KB), "breaking"),
    (secured(BOTH, KB), secured(BOTH, K), "compatible"),
    (secured(BOTH, K), secured(BOTH, B), "breaking"),
    (secured(BOTH, K, B), secured(BOTH, B, K), "unchanged"),
    (secured(BOTH, K), secured(BOTH, K, {}), "compatible"),
    (secured(BOTH, K, {}), secured(BOTH, K), "breaking"),
    (secured(oauth(), {"o": ["r"]}), secured(oauth(), {"o": ["r", "w"]}), "breaking"),
    (secured(oauth(), {"o": ["r", "w"]}), secured(oauth(), {"o": ["r"]}), "compatible"),
    (secured(oauth(), {"o": ["r"]}), secured(oauth("https://b"), {"o": ["r"]}), "risky"),
    (secured(oauth(**PASSWORD), {"o": []}), secured(oauth(), {"o": []}), "breaking"),
    (secured({"k": KEY}, K), secured({"k": {**KEY, "name": "Y"}}, K), "breaking"),
    (secured({"k": KEY}, K), secured({"k": {**KEY, "in": "query"}}, K), "breaking"),
    (secured({"k": KEY}, K), secured({"k": {**KEY, "name": "x-key"}}, K), "unchanged"),
    (secured({"k": BASIC}, K), secured({"k": BEARER}, K), "breaking"),
    (secured({"k": BASIC}, K), secured({"k": {"type": "http", "scheme": "Basic"}}, K), "unchanged"),
    (secured({"k": QUERY}, K), secured({"k": {**QUERY, "name": "key"}}, K), "breaking"),
    (scopes("r", "w"), scopes("w", "r"), "unchanged"),
    # What is only read of keys means nothing elsewhere.
    (secured({"k": BASIC}, K), secured({"k": {**BASIC, "in": "header"}}, K), "unchanged"),
    # Names of schemes are never sent.
    (secured({"k": KEY}, K), secured({"j": KEY}, {"j": []}), "unchanged"),
    (GLOBAL, secured({"k": KEY}, K), "unchanged"),
]


NEAR = {**GLOBAL, "paths": {"/x": {"post": {"responses": DONE, "security": []}}}}
TOLD = [
    # However a scheme differs, it is one edit.
    (
        secured({"k": KEY}, K),
        secured({"k": {**KEY, "in": "query", "name": "key"}}, K),
        "security scheme k: went from header X-Key to query key",
    ),
    (
        secured({"k": BASIC}, K),
        secured({"k": BEARER}, K),
        "security scheme k: went from basic to bearer",
    ),
    (
        secured({"k": KEY}, K),
        secured({"k": {"type": "mutualTLS"}}, K),
        "security scheme k: went from header X-Key to mutualTLS",
    ),
    (
        secured({"k": OPENID}, K),
        secured({"k": {**OPENID, "openIdConnectUrl": "https://b"}}, K),
        "security scheme k: an address went from https://a to https://b",
    ),
    (scopes("r"), scopes("r", "w"), "security scheme o: new scope w"),
    (scopes("r", "w"), scopes("r"), "security scheme o: the scope w is gone"),
    (
        secured(oauth(), {"o": []}),
        secured(oauth(**PASSWORD), {"o": []}),
        "security scheme o: new flow password",
    ),
    (secured({"k": KEY}, K), secured(BOTH, K), "security scheme b: new security scheme"),
    (secured(BOTH, K), secured({"k": KEY}, K), "security scheme b: the security scheme is gone"),
    (GLOBAL, NEAR, "POST /x: no credentials are needed any more"),
    (NEAR, GLOBAL, "POST /x: credentials are needed now: k"),
    (GLOBAL, {**GLOBAL, "security": []}, "security: no credentials are needed any more"),
    (
        secured(BOTH, K),
        secured(BOTH, KB),
        "POST /x: the credentials that are needed went from k to b and k",
    ),
]


@pytest.mark.parametrize(("old", "new", "sentence"), TOLD)
def test_what_an_operation_says_for_itself_is_told_there(old: Any, new: Any, sentence: str) -> None:
    (found,) = diff(old, new).findings
    assert found.sentence == sentence


CODES = [
    ((K,), (K, B), "security-alternative-added"),
    ((K, B), (K,), "security-alternative-removed"),
    ((K, {}), (K,), "security-alternative-removed"),
    ((KB,), (K,), "security-relaxed"),
    ((K,), (KB,), "security-changed"),
    ((K, B), (K, KB), "security-changed"),
    ((K,), (B,), "security-changed"),
    (({},), (K,), "security-added"),
    ((K,), ({},), "security-removed"),
]


@pytest.mark.parametrize(("old", "new", "code"), CODES)
def test_alternatives_that_changed_are_called(old: Any, new: Any, code: str) -> None:
    assert codes(diff(secured(BOTH, *old), secured(BOTH, *new))) == [code]


@pytest.mark.parametrize(("old", "new", "verdict"), TABLE)
def test_verdict(old: Any, new: Any, verdict: str) -> None:
    assert said(diff(old, new)) == verdict
