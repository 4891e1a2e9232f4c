"""Schemas that say what cannot be."""

from __future__ import annotations

from generator.codes.code import Code

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
    """A default, an example, or a value of an `enum` or a `const` is not of the `type` beside it
(for an example of a parameter or a body: of its `schema`); or the default is not of the `format` or
in the `enum` beside it, or it or such a value is not within the bounds there; or what is in the
default or the example, or what a `$ref` beside it leads to, refuses it. Such a value is never
valid, and such a default is left out of the classes, unless only a bound refuses it.

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
SCH013 = Code(
    "SCH013",
    "warning",
    "keyword beside a reference",
    """Until OpenAPI 3.1 and draft 2019-09, a `$ref` stands alone: what is beside it, nothing reads.

```yaml
openapi: 3.0.3
info: {title: Shop, version: '1'}
components:
  schemas:
    Customer: {type: object}
    Order:
      type: object
      properties:
        customer: {$ref: '#/components/schemas/Customer', nullable: true}
```

Put the reference one level deeper: `{nullable: true, allOf: [{$ref: …}]}`.""",
)
SCH014 = Code(
    "SCH014",
    "warning",
    "required member that may be misspelt",
    """A member is required that no property describes, and one that is described has nearly its
name. An object without the first is refused, whatever it has for the second.

```yaml
type: object
required: [id, custmer]
properties:
  id: {type: string}
  customer: {type: string}
```

Spell both alike. A member that may have any value can be described by `{}`.""",
)
SCH015 = Code(
    "SCH015",
    "warning",
    "keyword among the properties",
    """`properties` has a member that is called as a keyword, and is `true` or `false`. As a
property it says of a member of that name that it may be anything, or that it is never valid.

```yaml
type: object
properties:
  id: {type: string}
  additionalProperties: false
```

Most often it is indented too far: keywords stand beside `properties`.""",
)
SCH016 = Code(
    "SCH016",
    "warning",
    "property that is refused",
    """`additionalProperties: false` refuses what the `properties` right beside it do not list, also
what another member of an `allOf` describes: in an `allOf` each member has a say on each value.

```yaml
allOf:
  - type: object
    properties: {id: {type: string}}
additionalProperties: false
properties:
  total: {type: number}
```

Since OpenAPI 3.1 and draft 2019-09, `unevaluatedProperties: false` beside the `allOf` means what is
meant here. Before, leave it out, or list the others as well: `id: {}`.""",
)
SCH017 = Code(
    "SCH017",
    "warning",
    "union that its members extend",
    """A schema lists another one in its `oneOf` or `anyOf`, which lists it in its `allOf`. By the
letter, that leads in a circle: to be a cat is to be a pet, and that is to be a cat. Many programs
write it for a base class, so it is read as what is meant: a cat has what stands beside the `oneOf`.

```yaml
$defs:
  Pet:
    properties: {name: {type: string}}
    oneOf: [{$ref: '#/$defs/Cat'}]
  Cat:
    allOf:
      - {$ref: '#/$defs/Pet'}
      - {properties: {lives: {type: integer}}}
```

Validators may refuse it, or never end: give the members a base of their own.""",
)
SCH018 = Code(
    "SCH018",
    "warning",
    "annotation of a wrong type",
    """`title` and `description` are texts, `deprecated`, `readOnly` and `writeOnly` are true or
false, and `examples` is a list. What is written as anything else changes nothing.

```yaml
type: string
readOnly: 'yes'
```

Write `readOnly: true`. In YAML, a text that looks like a number needs quotes. Examples by name are
for parameters and media types; those of a schema are a list. `x-enum-varnames` has a name for each
value of the `enum`, and `x-enum-descriptions` a text.""",
)
SCH019 = Code(
    "SCH019",
    "warning",
    "discriminator that does not fit",
    """A discriminator goes by a property that none of its schemas describes, so that values will
hardly have it; or its `mapping` leads to a schema that the union does not list, which changes
nothing.

```yaml
openapi: 3.1.0
info: {title: Zoo, version: '1'}
components:
  schemas:
    Pet:
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
      discriminator: {propertyName: petType}
    Cat: {type: object, properties: {pet_type: {const: cat}}}
    Dog: {type: object, properties: {pet_type: {const: dog}}}
```

Spell the property as the schemas do: `propertyName: pet_type`.""",
)
