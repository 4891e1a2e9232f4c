"""`typewright docs --site`: the tables as a site."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

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
    assert "Thing" in (here / "site" / "search" / "search_index.json").read_text("utf-8")
    assert "Shop &amp; more" in (here / "site" / "index.html").read_text("utf-8")
    assert sorted(p.name for p in here.iterdir()) == ["shop.yaml", "site"]


@pytest.mark.skipif(find_spec("material") is not None, reason="the extra 'site' is there")
def test_without_the_libraries_it_says_what_to_install(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "shop.yaml").write_text(SPEC)
    assert main(["docs", "shop.yaml", "--site", "site"]) == 2
    assert "pip install 'typewright[site]'" in capsys.readouterr().err
