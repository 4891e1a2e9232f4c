"""Media types and status codes: their spelling, which covers which, and what they stand for."""

from __future__ import annotations

from generator.parts import Part

_OF_BYTES = frozenset(
    "type format contentMediaType contentEncoding title description example examples".split()
)
_WRAPPERS = frozenset({"allOf", "anyOf", "oneOf"})
_MEANINGLESS = frozenset({"charset=utf-8", "q=1", "q=1.0"})


def media_type(text: str) -> str:
    """Return a media type in one spelling: lower case, parameters in order, defaults left out."""
    name, *parameters = (part.strip() for part in text.split(";"))
    kept = sorted(_parameter(part) for part in parameters if part)
    return ";".join([name.lower(), *(part for part in kept if part not in _MEANINGLESS)])


def _parameter(text: str) -> str:
    name, _, value = text.partition("=")
    value = value.strip().strip('"')
    name = name.strip().lower()
    return f"{name}={value.lower() if name == 'charset' else value}"


def media_covers(wide: str, narrow: str) -> bool:
    """Whether a media type or range stands for another: `application/*` for `application/json`."""
    wide_type, _, wide_sub = wide.partition(";")[0].partition("/")
    narrow_type, _, narrow_sub = narrow.partition(";")[0].partition("/")
    if wide in ("*/*", "*") or wide == narrow:
        return True
    if wide_type != narrow_type:
        return False
    if wide_sub.startswith("*+"):
        return narrow_sub.endswith(wide_sub[1:])
    same = wide_sub == narrow_sub and ";" not in wide
    return wide_sub == "*" or same


def status_covers(wide: str, narrow: str) -> bool:
    """Whether a status, a range (`2XX`) or `default` stands for another status."""
    if wide == narrow or wide == "default":
        return True
    return wide.endswith("XX") and wide[0] == narrow[:1]


def is_success(status: str) -> bool:
    """Whether a status or range is one of success; `default` may be anything."""
    return status[:1] == "2"


def is_binary(name: str) -> bool:
    """Whether values of this media type are bytes, which no schema describes."""
    kind, _, rest = name.partition(";")[0].partition("/")
    structured = rest.endswith(("json", "xml", "yaml")) or rest == "x-www-form-urlencoded"
    return kind not in ("text", "multipart", "*") and rest != "*" and not structured


def is_text(name: str) -> bool:
    """Whether values of this media type are written as text, without types of their own."""
    bare = name.partition(";")[0]
    return bare in ("application/x-www-form-urlencoded", "multipart/form-data", "text/plain")


def is_bytes(media: Part) -> bool:
    """Whether the schema of a media type that is not text says no more than that."""
    schema = media.member("schema")
    if schema is None:
        return media.contents.get("schema") in (None, True)
    return _says_bytes(schema)


def _says_bytes(schema: Part) -> bool:
    """Whether a schema, or the one that it wraps, has no bounds."""
    inner = [one for word in _WRAPPERS for one in schema.entries(word)]
    said = {word for word, value in schema.contents.items() if (word, value) != ("minLength", 0)}
    bare = said <= _OF_BYTES | _WRAPPERS and schema.text("type", "string") == "string"
    return bare and len(inner) < 2 and all(map(_says_bytes, inner))
