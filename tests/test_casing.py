"""How words become names: of classes, fields, members and modules."""

from __future__ import annotations

import pytest

from generator.names.casing import (
    class_name,
    field_name,
    field_names,
    member_names,
)
from generator.names.singular import singular
from generator.names.spelling import number_words
from generator.names.stem import stem


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("list_jobs", "ListJobs"),
        ("HTTPError", "HTTPError"),
        ("FTModelOut", "FTModelOut"),
        ("http_status", "HTTPStatus"),
        ("userId", "UserID"),
        ("LLM", "Llm"),
        ("JWKS", "Jwks"),
        ("application/hal+json", "ApplicationHalPlusJSON"),
        ("1", "One"),
        ("10", "Ten"),
        ("2_1", "Two1"),
        (
            "delete_v2_deployments_invalidate_deploymentId",
            "DeleteV2DeploymentsInvalidateDeploymentID",
        ),
        ("größe", "Größe"),
        ("名前", "名前"),
        ("", "Model"),
        ("😀", "Model"),
        ("None", "NoneModel"),
        ("Union", "UnionModel"),
        ("type", "Type"),
    ],
)
def test_a_class_is_called(text: str, name: str) -> None:
    assert class_name(text) == name


@pytest.mark.parametrize("letter", ["a", "é", "名", "İ"])
def test_a_name_too_long_for_a_file_ends_in_a_digest(letter: str) -> None:
    one, other = class_name(f"{letter * 300}1"), class_name(f"{letter * 300}2")
    assert one != other
    assert one[:30] == other[:30] == class_name(letter * 300)[:30]
    assert max(len(f"{stem(name)}.pyi".encode()) for name in (one, other)) <= 255
    assert one == class_name(f"{letter * 300}1")
    assert one.isidentifier()


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (42, "forty two"),
        (200, "two hundred"),
        (1024, "one thousand and twenty four"),
        (1999, "one thousand nine hundred and ninety nine"),
        (1_000_000, "one million"),
        (10**18, "one" + " zero" * 18),
    ],
)
def test_numbers_are_spelled(number: int, words: str) -> None:
    assert " ".join(number_words(number)) == words


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("categories", "category"),
        ("customMetadata", "customMetadatum"),
        ("orderData", "orderDatum"),
        ("addresses", "address"),
        ("line_items", "line_item"),
        ("statuses", "status"),
        ("status", "status"),
        ("boxes", "box"),
        ("Movies", "Movie"),
        ("news", "news"),
        ("data", "data"),
    ],
)
def test_the_singular_of(plural: str, one: str) -> None:
    assert singular(plural) == one


@pytest.mark.parametrize(
    ("wire", "name"),
    [
        ("", "field"),
        ("2fa", "twofa"),
        ("+1", "plus_1"),
        ("-1", "minus_1"),
        ("$ref", "ref"),
        ("class", "class_"),
        ("list", "list_"),
        ("time", "time_"),
        ("uuid", "uuid"),
        ("decimal", "decimal"),
        ("str", "str_"),
        ("__init__", "init"),
        ("from_dict", "from_dict_"),
        ("additional_properties", "additional_properties_"),
        ("mro", "mro_"),
        ("ünïcode", "ünïcode"),
        ("😀", "field"),
        ("İstanbul", "i̇stanbul"),
    ],
)
def test_a_field_of_a_dataclass_is_called(wire: str, name: str) -> None:
    assert field_name(wire) == name


def test_fields_that_clash_get_numbers() -> None:
    assert field_names(["fooBar", "foo-bar", "class", "Class"]) == (
        "foo_bar",
        "foo_bar_1",
        "class_",
        "class_1",
    )


def test_a_property_that_is_called_like_a_field_keeps_its_name() -> None:
    assert field_names(["_id", "id", "ID"]) == ("id_1", "id", "id_2")
    assert field_names(["fooBar", "foo_bar", "class", "class_"]) == (
        "foo_bar_1",
        "foo_bar",
        "class_1",
        "class_",
    )


def test_members_that_clash_get_numbers() -> None:
    assert member_names(["a b", "a-b", "", "!", "?", "None", 1, "mro"]) == [
        "A_B",
        "A_B_1",
        "UNKNOWN",
        "SYMBOL",
        "SYMBOL_1",
        "NONE",
        "ONE",
        "MRO_",
    ]


def test_a_symbol_at_the_end_shows_in_later_versions() -> None:
    value = "Translation (document)"
    assert member_names([value]) == ["TRANSLATION_DOCUMENT"]
    assert member_names([value], symbol_at_end=True) == ["TRANSLATION_DOCUMENT_"]


def test_a_module_is_called_by_its_class() -> None:
    assert [stem(cls) for cls in ("JobOut", "Self", "And", "Getattr", "Com1", "Com10")] == [
        "jobout",
        "self_",
        "and_",
        "getattr_",
        "com1_",
        "com10",
    ]
