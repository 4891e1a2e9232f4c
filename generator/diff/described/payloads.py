"""What is sent: parameters and headers, bodies and responses, with their schemas lowered."""

from __future__ import annotations

from generator.diff.described.contract import Element, Said
from generator.diff.described.media import is_binary, is_bytes, media_type, part_type
from generator.diff.described.view import View
from generator.frozen import dataclass
from generator.ir import TypeId
from generator.lower import Lowering
from generator.operations import STYLES

_READ_EXTENSIONS = frozenset({"x-sunset", "x-stability-level", "x-webhooks"})


@dataclass(frozen=True, slots=True)
class Payloads:
    """Reads what operations take and give."""

    lowering: Lowering

    def parameter(self, view: View, location: str, name: str = "") -> Element:
        """Return a parameter, or a header, which has its `name` elsewhere and the same words."""
        kind, key = ("header", name) if name else ("parameter", view.text("name"))
        media = self._content(view)
        style = view.text("style", STYLES.get(location, "form"))
        facts = {
            "in": location,
            "required": location == "path" or view.flag("required"),
            "style": None if media else style,
            "explode": None if media else view.flag("explode", style == "form"),
            "allow_reserved": view.flag("allowReserved"),
            "allow_empty": location == "query" and view.flag("allowEmptyValue"),
        }
        parts, schema = {"media": media}, self._schema(view)
        return Element(kind, key, view.place, facts, parts, schema, said(view), view.used)

    def headers(self, view: View) -> dict[str, Element]:
        """Return the headers of a response, or of a part of a form, by their names."""
        return {
            name.lower(): self.parameter(found, "header", name)
            for name, found in view.members("headers")
            if name.lower() != "content-type"
        }

    def body(self, view: View) -> Element:
        """Return the body of a request."""
        facts = {"required": view.flag("required")}
        parts = {"media": self._content(view)}
        return Element("body", "", view.place, facts, parts, said=said(view), used=view.used)

    def response(self, status: str, view: View) -> Element:
        """Return a response with its headers and links."""
        links = {name: _link(name, found) for name, found in view.members("links")}
        parts = {"media": self._content(view), "header": self.headers(view), "link": links}
        return Element("response", status, view.place, parts=parts, said=said(view), used=view.used)

    def _schema(self, view: View, name: str = "schema") -> TypeId | None:
        if not isinstance(view.contents.get(name), dict | bool):
            return None
        return self.lowering.add(view.node_of(name))

    def _media(self, key: str, view: View) -> Element:
        name = media_type(key)
        schema = None if is_binary(name) and is_bytes(view) else self._schema(view)
        facts = {"item_schema": "itemSchema" in view.contents}
        if schema is None:
            schema = self._schema(view, "itemSchema")
        encoding = {
            part: self._encoding(part, found, part_type(view, part))
            for part, found in view.members("encoding")
        }
        return Element("media", name, view.place, facts, {"encoding": encoding}, schema)

    def _encoding(self, name: str, view: View, usual: str) -> Element:
        style = view.text("style", "form")
        content_type = view.text("contentType")
        facts = {
            "contentType": "" if content_type == usual else content_type,
            "style": style,
            "explode": view.flag("explode", style == "form"),
            "allow_reserved": view.flag("allowReserved"),
        }
        return Element("encoding", name, view.place, facts, {"header": self.headers(view)})

    def _content(self, view: View) -> dict[str, Element]:
        return {media_type(key): self._media(key, found) for key, found in view.members("content")}


def _link(name: str, view: View) -> Element:
    facts = {
        "target": view.text("operationId") or view.text("operationRef"),
        "parameters": view.contents.get("parameters"),
        "requestBody": view.contents.get("requestBody"),
    }
    return Element("link", name, view.place, facts)


def said(view: View) -> Said:
    """Return what it says about itself; a sunset may be a date that YAML has not read."""
    sunset = view.contents.get("x-sunset")
    return Said(
        description=view.text("description"),
        deprecated=view.flag("deprecated"),
        sunset=None if sunset is None else str(sunset),
        stability=view.contents.get("x-stability-level"),
        extensions={
            key: value
            for key, value in view.contents.items()
            if str(key)[:2] == "x-" and key not in _READ_EXTENSIONS
        },
    )
