"""What is sent: parameters and headers, bodies and responses, with their schemas lowered."""

from __future__ import annotations

from generator.diff.described.contract import Element, Said
from generator.diff.described.media import is_binary, is_bytes, media_type
from generator.frozen import dataclass
from generator.ir import TypeId
from generator.lower import Lowering
from generator.operations import STYLES
from generator.parts import Part

_READ_EXTENSIONS = frozenset({"x-sunset", "x-stability-level", "x-webhooks"})


@dataclass(frozen=True, slots=True)
class Payloads:
    """Reads what operations take and give."""

    lowering: Lowering

    def parameter(self, raw: Part, location: str, name: str = "") -> Element:
        """Return a parameter, or a header, which has its `name` elsewhere and the same words."""
        kind, key = ("header", name) if name else ("parameter", raw.text("name"))
        media = self._content(raw)
        style = raw.text("style", STYLES.get(location, "form"))
        facts = {
            "in": location,
            "required": location == "path" or raw.flag("required"),
            "style": None if media else style,
            "explode": None if media else raw.flag("explode", style == "form"),
            "allow_reserved": raw.flag("allowReserved"),
            "allow_empty": location == "query" and raw.flag("allowEmptyValue"),
        }
        parts, schema = {"media": media}, self._schema(raw)
        return Element(kind, key, raw.place, facts, parts, schema, said(raw), raw.used)

    def headers(self, raw: Part) -> dict[str, Element]:
        """Return the headers of a response, or of a part of a form, by their names."""
        return {
            name.lower(): self.parameter(found, "header", name)
            for name, found in raw.members("headers")
            if name.lower() != "content-type"
        }

    def body(self, raw: Part) -> Element:
        """Return the body of a request."""
        facts = {"required": raw.flag("required")}
        parts = {"media": self._content(raw)}
        return Element("body", "", raw.place, facts, parts, said=said(raw), used=raw.used)

    def response(self, status: str, raw: Part) -> Element:
        """Return a response with its headers and links."""
        links = {name: _link(name, found) for name, found in raw.members("links")}
        parts = {"media": self._content(raw), "header": self.headers(raw), "link": links}
        return Element("response", status, raw.place, parts=parts, said=said(raw), used=raw.used)

    def _schema(self, raw: Part, name: str = "schema") -> TypeId | None:
        if not isinstance(raw.contents.get(name), dict | bool):
            return None
        return self.lowering.add(raw.library.child(raw.node, name))

    def _media(self, key: str, raw: Part) -> Element:
        name = media_type(key)
        schema = None if is_binary(name) and is_bytes(raw) else self._schema(raw)
        facts = {"item_schema": "itemSchema" in raw.contents}
        if schema is None:
            schema = self._schema(raw, "itemSchema")
        encoding = {part: self._encoding(part, found) for part, found in raw.members("encoding")}
        return Element("media", name, raw.place, facts, {"encoding": encoding}, schema)

    def _encoding(self, name: str, raw: Part) -> Element:
        style = raw.text("style", "form")
        # Several may be listed, in any order.
        listed = raw.text("contentType").split(",")
        facts = {
            "contentType": ", ".join(sorted(map(media_type, listed))),
            "style": style,
            "explode": raw.flag("explode", style == "form"),
            "allow_reserved": raw.flag("allowReserved"),
        }
        return Element("encoding", name, raw.place, facts, {"header": self.headers(raw)})

    def _content(self, raw: Part) -> dict[str, Element]:
        return {media_type(key): self._media(key, found) for key, found in raw.members("content")}


def _link(name: str, raw: Part) -> Element:
    facts = {
        "target": raw.text("operationId") or raw.text("operationRef"),
        "parameters": raw.contents.get("parameters"),
        "requestBody": raw.contents.get("requestBody"),
    }
    return Element("link", name, raw.place, facts)


def said(raw: Part) -> Said:
    """Return what it says about itself; a sunset may be a date that YAML has not read."""
    sunset = raw.contents.get("x-sunset")
    return Said(
        description=raw.text("description"),
        deprecated=raw.flag("deprecated"),
        sunset=None if sunset is None else str(sunset),
        stability=raw.contents.get("x-stability-level"),
        extensions={
            key: value
            for key, value in raw.contents.items()
            if str(key)[:2] == "x-" and key not in _READ_EXTENSIONS
        },
    )
