"""What comes back is bytes, where what is sent may be a file as well."""

from __future__ import annotations

from dataclasses import replace

from generator.ir import RECEIVED
from generator.operations import Service
from generator.shaping.reach import reached
from generator.wrap.making import BINARY, Making


def received(making: Making, service: Service) -> None:
    """Mark the binary members of what responses have, and no request."""
    sent = [parameter.type for o in service.operations for parameter in o.parameters]
    sent += [c.type for o in service.operations if o.body for c in o.body.contents]
    answers = [response for o in service.operations for response in o.responses]
    bodies = [content.type for response in answers for content in response.contents]
    for type_id in reached(making.api, bodies) - reached(making.api, sent) - set(bodies):
        found = making.types[type_id]
        if found.shape == BINARY:
            keywords = {**found.schema.keywords, RECEIVED: True}
            making.types[type_id] = replace(found, schema=replace(found.schema, keywords=keywords))
