"""`typewright docs --site`: the tables as a site."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from generator import site
from generator.cli import main

SPEC = """
openapi: 3.1.0
info: {title: Shop & more, version: '1'}
paths: {}
components: {schemas: {Thing: {type: object, required: [part], properties: {part: {type: object}}}}}
"""
needs_extra = pytest.mark.skipif(find_spec("material") is None, reason="needs the extra 'site'")


@needs_extra
def test_a_site_has_a_page_for_each_table_and_a_search(here: Path) -> None:
    (here / "shop.yaml").write_text(SPEC)
    assert main(["docs", "shop.yaml", "--site", "site"]) == 0
    page = (here / "site" / "models" / "thing.html").read_text("utf-8")
    assert "<table>" in page
    assert 'href="part.html"' in page
    assert "<td>✔" in page
    assert 'href="../stylesheets/tables.css"' in page
    assert (here / "site" / "stylesheets" / "tables.css").is_file()
    assert "fonts.g" not in page
    assert "Thing" in (here / "site" / "search" / "search_index.json").read_text("utf-8")
    assert "Shop &amp; more" in (here / "site" / "index.html").read_text("utf-8")
    assert sorted(p.name for p in here.iterdir()) == ["shop.yaml", "site"]


@needs_extra
@pytest.mark.parametrize(("most", "listed"), [(3, True), (2, False)])
def test_a_sidebar_lists_the_tables_unless_they_are_many(
    here: Path, monkeypatch: pytest.MonkeyPatch, most: int, listed: bool
) -> None:
    monkeypatch.setattr(site, "MOST_LISTED", most)
    (here / "shop.yaml").write_text(SPEC)
    assert main(["docs", "shop.yaml", "--site", "site"]) == 0
    part = (here / "site" / "models" / "part.html").read_text("utf-8")
    assert ('href="thing.html"' in part) is listed
    assert 'href="models/thing.html"' in (here / "site" / "index.html").read_text("utf-8")


@needs_extra
def test_a_site_takes_the_place_of_the_last_one_and_of_nothing_else(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "site").mkdir()
    (here / "site" / "CNAME").write_text("docs.example.org")
    (here / "shop.yaml").write_text(SPEC)
    assert main(["docs", "shop.yaml", "--site", "site"]) == 0
    (here / "shop.yaml").write_text(SPEC.replace("Thing", "Item"))
    assert main(["docs", "shop.yaml", "--site", "site"]) == 0
    assert (here / "site" / "CNAME").read_text() == "docs.example.org"
    assert (here / "site" / "models" / "item.html").is_file()
    assert not (here / "site" / "models" / "thing.html").exists()
    (here / "public").mkdir()
    (here / "public" / "index.html").write_text("mine")
    capsys.readouterr()
    assert main(["docs", "shop.yaml", "--site", "public"]) == 2
    assert "'public/index.html' was not written by typewright" in capsys.readouterr().err
    assert [path.name for path in (here / "public").iterdir()] == ["index.html"]
    assert (here / "public" / "index.html").read_text() == "mine"


@needs_extra
@pytest.mark.parametrize(
    ("description", "shown"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("a </td></tr></table> b", "a &lt;/td&gt;&lt;/tr&gt;&lt;/table&gt; b"),
        ("`<td>`", "<code>&lt;td&gt;</code>"),
        ("<b>bold</b>", "<b>bold</b>"),
    ],
)
def test_tags_of_descriptions_do_no_harm(here: Path, description: str, shown: str) -> None:
    member = f"{{type: string, description: {description!r}}}"
    spec = SPEC.replace("part: {type: object}", f"part: {member}")
    (here / "shop.yaml").write_text(spec)
    assert main(["docs", "shop.yaml", "--site", "site"]) == 0
    assert shown in (here / "site" / "models" / "thing.html").read_text("utf-8")


def test_without_the_libraries_it_says_what_to_install(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "material", None)
    (here / "shop.yaml").write_text(SPEC)
    assert main(["docs", "shop.yaml", "--site", "site"]) == 2
    assert "pip install 'typewright[site]'" in capsys.readouterr().err
