"""oasdiff's kinds of change (`checks.tsv`) in our words: by the end of their name, or by name.

A kind that is out of scope has a reason instead.
"""

from __future__ import annotations

_LIMITS = {
    ours: theirs
    for theirs, ours in (
        ("max-length", "max-length"),
        ("min-length", "min-length"),
        ("max-items", "max-items"),
        ("min-items", "min-items"),
        ("exclusive-max", "exclusive-maximum"),
        ("exclusive-min", "exclusive-minimum"),
        ("max-contains", "max-contains"),
        ("min-contains", "min-contains"),
        ("max", "maximum"),
        ("min", "minimum"),
    )
}
_VERBS = {"set": "added", "unset": "removed", "increased": "increased", "decreased": "decreased"}
_SAME = (
    "const-added const-removed const-changed contains-added contains-removed default-value-added "
    "dependent-required-added dependent-required-removed dependent-required-changed "
    "dependent-schema-added dependent-schema-removed discriminator-added discriminator-removed "
    "discriminator-mapping-added discriminator-mapping-changed else-added else-removed "
    "enum-value-added enum-value-removed if-added if-removed pattern-added pattern-removed "
    "pattern-changed pattern-property-added pattern-property-removed prefix-items-added "
    "prefix-items-removed property-names-added property-names-removed stability-increased "
    "stability-decreased then-added then-removed unevaluated-items-added "
    "unevaluated-items-removed unevaluated-properties-added unevaluated-properties-removed "
    "content-encoding-changed content-media-type-changed"
).split()

ENDINGS: dict[str, tuple[str, ...]] = {
    **{
        f"{theirs}-{verb}": (f"{ours}-{said}",)
        for ours, theirs in _LIMITS.items()
        for verb, said in _VERBS.items()
        if "contains" not in ours or "creased" in verb
    },
    **{name: (name,) for name in _SAME if name != "default-value-added"},
    **{f"default-value-{verb}": (f"default-{verb}",) for verb in ("added", "removed", "changed")},
    "became-enum": ("enum-added", "const-added"),
    "became-nullable": ("nullable-added",),
    "became-not-nullable": ("nullable-removed",),
    "became-read-only": ("read-only-added", "required-read-only-added"),
    "became-not-read-only": ("read-only-removed", "required-read-only-removed"),
    "became-write-only": ("write-only-added", "required-write-only-added"),
    "became-not-write-only": ("write-only-removed", "required-write-only-removed"),
    "property-became-required": ("required-added",),
    "property-became-optional": ("required-removed",),
    "became-required-with-default": ("required-added", "default-added"),
    "type-changed": ("type-changed", "format-changed"),
    "type-compatible": ("type-widened", "type-changed"),
    "type-generalized": ("type-widened", "format-removed"),
    "type-specialized": ("type-narrowed", "format-added"),
    "list-of-types-narrowed": ("type-narrowed",),
    "list-of-types-widened": ("type-widened",),
    "pattern-generalized": ("pattern-changed", "pattern-removed"),
    "one-of-added": ("one-of-branch-added", "one-of-added"),
    "one-of-removed": ("one-of-branch-removed", "one-of-removed"),
    "any-of-added": ("any-of-branch-added", "any-of-added"),
    "any-of-removed": ("any-of-branch-removed", "any-of-removed"),
    "wrapped-in-one-of": ("one-of-branch-added",),
    # `allOf` is merged before anything is compared: what its member says is what changed.
    "all-of-added": ("property-added", "required-added", "type-narrowed"),
    "all-of-removed": ("property-removed", "required-removed", "type-widened"),
    "annotation-only": ("title-changed", "description-changed"),
    "discriminator-property-name-changed": ("discriminator-changed",),
    "discriminator-mapping-deleted": ("discriminator-mapping-removed",),
    "x-extensible-enum-value-removed": ("open-enum-value-removed",),
    "property-deprecated": ("schema-deprecated",),
    "property-reactivated": ("schema-reactivated",),
    "property-deprecated-with-sunset": ("schema-deprecated", "sunset-added"),
    "property-deprecated-sunset-invalid": ("sunset-invalid",),
    "property-removed": ("property-removed", "required-property-removed"),
}

NAMES: dict[str, tuple[str, ...]] = {
    "api-deprecated-sunset-missing": ("sunset-missing",),
    "api-deprecated-sunset-parse": ("sunset-invalid",),
    "api-global-security-added": ("security-added", "security-alternative-added"),
    "api-global-security-removed": ("security-removed", "security-alternative-removed"),
    "api-global-security-scope-added": ("security-scope-added",),
    "api-global-security-scope-removed": ("security-relaxed",),
    "api-invalid-stability-level": ("stability-invalid",),
    "api-major-version-not-bumped": ("version-not-bumped",),
    "api-version-not-bumped": ("version-not-bumped",),
    "api-version-decreased": ("version-decreased",),
    "api-operation-id-added": ("operation-id-changed",),
    "api-operation-id-removed": ("operation-id-changed",),
    "api-path-removed-before-sunset": ("operation-removed-before-sunset",),
    "api-path-removed-with-deprecation": ("deprecated-operation-removed",),
    "api-path-removed-without-deprecation": ("operation-removed",),
    "api-path-sunset-parse": ("sunset-invalid",),
    "api-removed-before-sunset": ("operation-removed-before-sunset",),
    "api-removed-with-deprecation": ("deprecated-operation-removed",),
    "api-removed-without-deprecation": ("operation-removed",),
    "api-security-added": ("security-added", "security-alternative-added"),
    "api-security-removed": ("security-removed", "security-alternative-removed"),
    "api-security-scope-added": ("security-scope-added",),
    "api-security-scope-removed": ("security-relaxed",),
    "api-security-component-added": ("security-scheme-added",),
    "api-security-component-removed": ("security-scheme-removed",),
    "api-security-component-type-changed": ("security-scheme-changed",),
    "api-security-component-oauth-scope-added": ("oauth-scope-added",),
    "api-security-component-oauth-scope-removed": ("oauth-scope-removed",),
    "api-security-component-oauth-token-url-changed": ("security-scheme-url-changed",),
    "api-security-component-oauth-url-changed": ("security-scheme-url-changed",),
    "api-stability-decreased": ("stability-decreased",),
    "api-stability-increased": ("stability-increased",),
    "api-sunset-date-changed-too-small": ("sunset-moved-forward",),
    "api-sunset-date-too-small": ("sunset-too-soon",),
    "api-tag-added": ("tags-changed",),
    "api-tag-removed": ("tags-changed",),
    "endpoint-added": ("operation-added",),
    "endpoint-deprecated": ("operation-deprecated",),
    "endpoint-deprecated-with-sunset": ("operation-deprecated", "sunset-added"),
    "endpoint-reactivated": ("operation-reactivated",),
    "new-optional-request-default-parameter-to-existing-path": ("parameter-added",),
    "new-optional-request-parameter": ("parameter-added",),
    "new-optional-request-property": ("property-added",),
    "new-request-path-parameter": ("path-parameter-added",),
    "new-required-request-default-parameter-to-existing-path": ("required-parameter-added",),
    "new-required-request-header-property": ("required-property-added",),
    "new-required-request-parameter": ("required-parameter-added",),
    "new-required-request-property": ("required-property-added",),
    "new-required-request-property-with-default": ("required-property-added",),
    "optional-response-header-removed": ("header-removed",),
    "required-response-header-removed": ("required-header-removed",),
    "request-body-added-optional": ("body-added",),
    "request-body-added-required": ("required-body-added",),
    "request-body-became-optional": ("body-optional",),
    "request-body-became-required": ("body-required",),
    "request-body-removed": ("body-removed",),
    "request-body-media-type-added": ("media-type-added",),
    "request-body-media-type-removed": ("media-type-removed",),
    "request-body-media-type-schema-added": ("schema-added",),
    "request-body-media-type-schema-removed": ("schema-removed",),
    "response-body-media-type-schema-added": ("schema-added",),
    "response-body-media-type-schema-removed": ("schema-removed",),
    "request-parameter-became-optional": ("parameter-optional",),
    "request-parameter-became-required": ("parameter-required",),
    "request-parameter-deprecated": ("parameter-deprecated",),
    "request-parameter-deprecated-sunset-missing": ("sunset-missing",),
    "request-parameter-reactivated": ("parameter-reactivated",),
    "request-parameter-removed": ("parameter-removed", "required-parameter-removed"),
    "request-parameter-removed-before-sunset": ("parameter-removed-before-sunset",),
    "request-parameter-removed-with-deprecation": ("deprecated-parameter-removed",),
    "request-parameter-sunset-date-changed-too-small": ("sunset-moved-forward",),
    "request-parameter-sunset-date-too-small": ("sunset-too-soon",),
    "request-parameter-sunset-deleted": ("sunset-removed",),
    "request-parameter-sunset-parse": ("sunset-invalid",),
    "response-header-added": ("header-added", "required-header-added"),
    "response-header-became-optional": ("header-optional",),
    "response-media-type-added": ("media-type-added",),
    "response-media-type-name-changed": ("media-type-added", "media-type-removed"),
    "response-media-type-name-generalized": ("media-type-generalised",),
    "response-media-type-name-specialized": ("media-type-specialised",),
    "response-media-type-removed": ("media-type-removed",),
    "response-non-success-status-added": ("status-added",),
    "response-non-success-status-removed": ("status-removed",),
    "response-optional-property-added": ("property-added",),
    "response-optional-property-removed": ("property-removed",),
    "response-optional-write-only-property-added": ("property-added",),
    "response-optional-write-only-property-removed": ("property-removed",),
    "response-required-property-added": ("required-property-added",),
    "response-required-property-removed": ("required-property-removed",),
    "response-required-write-only-property-added": ("required-property-added",),
    "response-required-write-only-property-removed": ("required-property-removed",),
    "response-success-status-added": ("success-status-added",),
    "response-success-status-removed": ("success-status-removed",),
    "response-write-only-property-became-optional": ("required-removed",),
    "response-write-only-property-became-required": ("required-added",),
    "sunset-deleted": ("sunset-removed",),
    "webhook-added": ("webhook-added",),
    "webhook-removed": ("webhook-removed",),
}

_CONTENT_SCHEMA = "`contentSchema` is an annotation: no validator looks at it"
_NOTICE = "time before removal is asked of operations and parameters"
OUT_OF_SCOPE: dict[str, str] = {
    "api-schema-removed": "a name that nobody refers to promises nothing",
    "api-security-component-oauth-scope-changed": "the text of a scope is for people",
    **{
        f"{side}-content-schema-{verb}": _CONTENT_SCHEMA
        for side in ("request-body", "request-property", "response-body", "response-property")
        for verb in ("added", "removed")
    },
    **{
        f"{side}-property-{what}": _NOTICE
        for side in ("request", "response")
        for what in ("deprecated-sunset-missing", "sunset-date-too-small")
    },
}


def ours(theirs: str) -> tuple[str, ...]:
    """Our codes for one of oasdiff's; none where there are none."""
    if theirs in NAMES:
        return NAMES[theirs]
    endings = [ending for ending in ENDINGS if theirs.endswith(f"-{ending}")]
    return ENDINGS[max(endings, key=len)] if endings else ()
