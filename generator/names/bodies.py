"""What the names of 2025 call the body of a request, or of a response, first."""

from __future__ import annotations

from typing import Final

from generator.operations import Content, Response

REASONS: Final = {
    "400": "BadRequest",
    "401": "Unauthorized",
    "402": "PaymentRequired",
    "403": "Forbidden",
    "404": "NotFound",
    "405": "MethodNotAllowed",
    "406": "NotAcceptable",
    "407": "ProxyAuthRequired",
    "408": "RequestTimeout",
    "409": "Conflict",
    "410": "Gone",
    "411": "LengthRequired",
    "412": "PreconditionFailed",
    "413": "RequestEntityTooLarge",
    "414": "RequestURITooLong",
    "415": "UnsupportedMediaType",
    "416": "RequestedRangeNotSatisfiable",
    "417": "ExpectationFailed",
    "421": "MisdirectedRequest",
    "422": "UnprocessableEntity",
    "423": "Locked",
    "424": "FailedDependency",
    "425": "TooEarly",
    "426": "UpgradeRequired",
    "428": "PreconditionRequired",
    "429": "TooManyRequests",
    "431": "RequestHeaderFieldsTooLarge",
    "451": "UnavailableForLegalReasons",
    "500": "InternalServerError",
    "501": "NotImplemented",
    "502": "BadGateway",
    "503": "ServiceUnavailable",
    "504": "GatewayTimeout",
    "505": "HTTPVersionNotSupported",
    "507": "InsufficientStorage",
    "508": "LoopDetected",
    "511": "NetworkAuthenticationRequired",
}
"""The statuses of errors, as they were called when such names began."""
_ANYTHING: Final = "*/*"


def of_response(operation: str, response: Response, content: Content) -> str:
    """Return the name; empty for one that has none but that of its place."""
    if response.error:
        return REASONS.get(response.status, "")
    apart = content.stream or content.media_type == _ANYTHING
    return "" if apart else f"{operation}_Response"
