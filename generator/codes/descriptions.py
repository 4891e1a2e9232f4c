"""Descriptions and schemas that say what cannot be."""

from __future__ import annotations

from generator.codes.code import Code

OAS001 = Code(
    "OAS001",
    "error",
    "unknown version",
    """The member `openapi` or `swagger` names a version that typewright does not read, or the file
is a description of another kind, such as AsyncAPI; or neither is there, and everything else looks
like one of the two. It reads OpenAPI 3.0, 3.1 and 3.2, and Swagger 2.0.

```yaml
openapi: 4.0.0
```

Swagger 1.x can be converted with the tools of its time. Quote the version: an unquoted
`3.10` is the number 3.1.""",
)
OAS002 = Code(
    "OAS002",
    "error",
    "part of a wrong kind",
    """A part of an OpenAPI description is not of the kind that the specification asks for, such
as a list where an object belongs, so that nothing can be made of it.

```yaml
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths: [/orders]
```

Most often a level of indentation is missing, or a `-` is one too many.""",
)
OAS003 = Code(
    "OAS003",
    "warning",
    "two operations of one id",
    """`operationId` has to be unique in a description: names of requests, and links, follow
from it.

```yaml
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /orders: {get: {operationId: list, responses: {}}}
  /users: {get: {operationId: list, responses: {}}}
```

Give one of them an id of its own.""",
)
OAS004 = Code(
    "OAS004",
    "warning",
    "unknown field",
    """An object of an OpenAPI description has a field that the specification does not know, in this
version or at all. Nothing reads what no version has, nor what stands beside a `$ref`, but for that
of a path.

```yaml
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /orders:
    get:
      responses:
        '200': {description: ok, content: {application/json: {type: string}}}
```

Keywords of schemas stand under `schema`, also in parameters and headers, which had them in
Swagger 2.0: `application/json: {schema: {type: string}}`. Fields of your own start with `x-`.""",
)
OAS005 = Code(
    "OAS005",
    "warning",
    "reference to another kind of object",
    """A `$ref` leads to a component of another kind than the object that stands here, so that
nothing can be read there; most often to a schema, where a response or a media type belongs.

```yaml
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /orders:
    get:
      responses: {'200': {$ref: '#/components/schemas/Order'}}
components:
  schemas: {Order: {type: object}}
```

Responses and request bodies have their schemas under `content`:
`content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}`.""",
)
OAS006 = Code(
    "OAS006",
    "warning",
    "path and parameters that disagree",
    """Each placeholder of a path is filled by the path parameter of its name, and each of those
fills one. Here one of the two is missing, or they are not spelt alike.

```yaml
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /orders/{id}:
    parameters: [{name: idd, in: path, required: true, schema: {type: string}}]
    get: {responses: {'200': {description: ok}}}
```

Upper and lower case count. A parameter that fills no placeholder is not sent.""",
)
OAS007 = Code(
    "OAS007",
    "warning",
    "name that means nothing",
    """The members of `paths` are called by paths, which start with `/`, and those of `responses` by
a status (`'404'`), by a range of them (`4XX`), or `default`.

```yaml
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /orders: {get: {responses: {'20x': {description: ok}}}}
```

Others may be passed over by other programs; what is your own starts with `x-`.""",
)
OAS008 = Code(
    "OAS008",
    "warning",
    "field that is there twice",
    """The fields beside the `$ref` of a path count, as do those of the path item that it leads to.
What a field means that both of them have is undefined: here, as in Swagger Editor, the one beside
the `$ref` counts, and other programs may take the other one.

```yaml
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /orders:
    $ref: '#/components/pathItems/Orders'
    get: {operationId: here, responses: {}}
components:
  pathItems:
    Orders: {get: {operationId: there, responses: {}}}
```

Leave one of them out.""",
)
SCH001 = Code(
    "SCH001",
    "error",
    "not a schema",
    """A schema is expected here: an object, or (since draft 6) `true` or `false`.

```yaml
properties:
  name: string
```

Most often, a type's name stands where a schema has to: write `{type: string}`.""",
)
SCH002 = Code(
    "SCH002",
    "error",
    "keyword with a wrong value",
    """The keyword's value is not of the type that its specification asks for.

```yaml
type: string
maxLength: "10"
```

The message says what is expected. What a keyword takes differs between drafts:
`required` is a list of names since draft 4, `exclusiveMinimum` a number since draft 6.""",
)
SCH003 = Code(
    "SCH003",
    "warning",
    "unknown keyword",
    """Nothing reads this keyword: it is in no specification that the document declares, so it
changes nothing.

```yaml
type: string
maxlength: 10
```

Check its spelling, and the version of the document: `const` is not in draft 4,
`definitions` became `$defs`, and `nullable` of OpenAPI 3.0 a `type` with `null` in it. A
keyword of your own is never reported if its name starts with `x-`.""",
)
SCH004 = Code(
    "SCH004",
    "error",
    "unknown draft",
    """`$schema` names a draft of JSON Schema that typewright does not read. It reads drafts 4, 6,
7, 2019-09 and 2020-12.

```json
{"$schema": "http://json-schema.org/draft-03/schema#", "type": "object"}
```

A metaschema of your own is fine, under a URI of your own.""",
)
SCH005 = Code(
    "SCH005",
    "warning",
    "metaschema not read",
    """`$schema` names a metaschema of somebody's own, which says what the keywords mean, and it
could not be read. The schema is then taken as one of the usual draft.

```yaml
$schema: https://example.org/our-metaschema
type: object
```

Name a draft, let the metaschema be fetched (`--allow-remote HOST`), or keep a copy of it in
the repository and refer to that.""",
)
SCH006 = Code(
    "SCH006",
    "warning",
    "reference to a whole description",
    """`$ref: '#'` leads to the root of the document. In a JSON Schema that is the schema itself; in
an OpenAPI description it is the description, which is no schema, so that nothing is checked.

```yaml
openapi: 3.1.0
info: {title: Lists, version: '1'}
components:
  schemas:
    Node: {type: object, properties: {next: {$ref: '#'}}}
```

Refer to the schema by its name: `$ref: '#/components/schemas/Node'`.""",
)
SCH007 = Code(
    "SCH007",
    "warning",
    "value that its own schema refuses",
    """A default, or a value of an `enum` or a `const`, is not of the `type` beside it, or not
within the bounds there; or the default is not of the `format` or in the `enum` beside it. Such a
value is never valid, and such a default is left out of the classes, unless only a bound refuses it.

```yaml
type: integer
default: '10'
```

Write the value as the type says: `default: 10`.""",
)
SCH008 = Code(
    "SCH008",
    "warning",
    "misspelt format",
    """The specifications allow any `format`, and what is not known is not checked. This one is
known nowhere, and very much like one that is.

```yaml
type: string
format: datetime
```

Write it as it is known: `date-time`.""",
)
SCH009 = Code(
    "SCH009",
    "warning",
    "keyword of another type",
    """A keyword that is about values of one type stands beside a `type` that has none of them. It
changes nothing, so it is left out of the classes and the tables.

```yaml
type: integer
maxLength: 3
```

Bound what the type has: `maximum: 999`. `items` beside `type: string`, or `properties` beside
`type: array`, tell that the `type` is wrong, or that they belong one level deeper.""",
)
SCH010 = Code(
    "SCH010",
    "warning",
    "branch that never matches",
    """A branch of `anyOf` or `oneOf` is of a type that the `type` beside it does not let in. The
classes and the tables show it, but no value can match it.

```yaml
type: object
oneOf:
  - type: string
  - properties: {id: {type: string}}
```

Leave out the `type` beside the branches; each of them has its own.""",
)
SCH011 = Code(
    "SCH011",
    "warning",
    "schema that lets nothing in",
    """The bounds of a schema cross, or its `enum` is empty, so that no value is ever valid. Or two
things that have to hold together exclude each other: the types in an `allOf`, a member that is
`required` and `additionalProperties: false` without it, `minItems` and a shorter list of items.

```yaml
type: integer
minimum: 5
maximum: 3
```

A bound is let in itself, unless it is an `exclusiveMinimum` or `exclusiveMaximum`. What a schema
with `additionalProperties: false` does not list, no schema can add that extends it by `allOf`.""",
)
SCH012 = Code(
    "SCH012",
    "warning",
    "keyword as another version has it",
    """`exclusiveMinimum` and `exclusiveMaximum` are true or false in OpenAPI 3.0, beside the bound
that they sharpen; since 3.1 they are the bound themselves.

```yaml
openapi: 3.1.0
info: {title: Shop, version: '1'}
components:
  schemas:
    Count: {type: integer, minimum: 0, exclusiveMinimum: true}
```

Both are read in either version, but not by other programs: write `exclusiveMinimum: 0`.""",
)
NAM001 = Code(
    "NAM001",
    "warning",
    "one name in two descriptions",
    """Two descriptions that are written into one folder each define a type of this name. There can
be one class of a name: that of the description that is named first.

    typewright generate users.yaml billing.yaml -o generated

makes `User` of users.yaml and `UserModel` of billing.yaml, and the other way round if they are
named in the other order. Rename one of the types, or write each description into a folder of its
own.""",
)
PAT001 = Code(
    "PAT001",
    "error",
    "pattern that cannot be used",
    """The regular expressions of JSON Schema are those of ECMA-262 (JavaScript). This one is
none, or it asks for something that Python's `re` cannot do, so that nothing could check it.

```yaml
pattern: '(?i)\\Aab+'
```

Python's `(?i)` and `\\A` are unknown to ECMA-262, which says `'^[Aa][Bb]+'`.
`re` refuses a lookbehind of varying width, and more than 999,999 repetitions.""",
)
PAT002 = Code(
    "PAT002",
    "warning",
    "pattern that may take for ever",
    """A repetition in a repetition can read the same text in more than one way. On a text that
does not match, every one of these ways is tried: each further character doubles the time, so
that a few dozen of them stop a server.

```yaml
pattern: '^(\\w+\\s?)*$'   # "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!" takes minutes
```

`'^\\w+(\\s\\w+)*$'` has one way to read a text: let the parts of a repetition begin or end with a
character that the others cannot be.""",
)
