"""Descriptions that say what cannot be."""

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

Upper and lower case count. A parameter that fills no placeholder is not sent, one that does is
always required, and a placeholder stands in braces: `/orders/:id` is a path without any. The url of
a server is filled by its `variables` in the same way.""",
)
OAS007 = Code(
    "OAS007",
    "warning",
    "name or word that means nothing",
    """The members of `paths` are called by paths, which start with `/`, and those of `responses` by
a status (`'404'`), by a range of them (`4XX`), or `default`. The `style` of a parameter is one of
those that its `in` has, the `type` of a security scheme one of five, the `operationId` of a link
that of an operation, and so on.

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
OAS009 = Code(
    "OAS009",
    "warning",
    "path, parameter or tag that is there twice",
    """Two operations have the same method, and paths that differ in nothing but what their
placeholders are called; or two parameters of one list have the same name and the same place, or
two tags the same name. Nothing says which of the two is meant.

```yaml
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /orders:
    get:
      parameters:
        - {name: page, in: query, schema: {type: string}}
        - {name: page, in: query, schema: {type: integer}}
      responses: {'200': {description: ok}}
```

Leave one of them out. What a path says of a parameter, an operation may say anew.""",
)
OAS010 = Code(
    "OAS010",
    "warning",
    "unknown security scheme",
    """`security` names a scheme that the description does not have, or a scope that an OAuth scheme
does not have, so that nobody knows which credentials are meant.

```yaml
openapi: 3.1.0
info: {title: Shop, version: '1'}
security: [{bearer: []}]
components:
  securitySchemes: {bearerAuth: {type: http, scheme: bearer}}
```

The names are those in `components/securitySchemes`; in Swagger 2.0, in `securityDefinitions`.
OpenAPI 3.2 has references besides: `'#/components/securitySchemes/bearerAuth': []`.""",
)
OAS011 = Code(
    "OAS011",
    "warning",
    "parameter that is passed over",
    """A parameter has one of `schema` and `content`, which says what it is. Beside a `schema`,
nothing reads the `content`; without both, any value is let in. What is `in: querystring` has a
`content`, and flags of a query change nothing elsewhere. And headers that other parts of a
description are about are no parameters: `Accept`, `Content-Type` and `Authorization`.

```yaml
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /orders:
    get:
      parameters: [{name: Authorization, in: header, schema: {type: string}}]
      responses: {'200': {description: ok}}
```

The media types of bodies and responses say the first two, and `security` the third.""",
)
OAS012 = Code(
    "OAS012",
    "warning",
    "required field that is missing",
    """An object of an OpenAPI description lacks a field that the specification requires in this
version. Typewright goes on without it, other programs may refuse the description.

```yaml
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /orders:
    get:
      responses: {'200': {}}
```

A response has a `description`, up to OpenAPI 3.1, be it an empty one.""",
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
PAT003 = Code(
    "PAT003",
    "warning",
    "pattern between slashes",
    """JavaScript writes regular expressions between slashes, with flags behind them; JSON Schema
has neither. Here the slashes are characters of the pattern, and since none can come before `^` or
after `$`, no text ever matches.

```yaml
type: string
pattern: '/^[a-z]+$/'
```

Write `'^[a-z]+$'`; for the flag `i`, name both cases: `'^[A-Za-z]+$'`.""",
)
