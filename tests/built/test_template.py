"""The template for lessons stands at one address, on the site and in the bundle, made of the choices of each handbook."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

from openpyxl import load_workbook
from pages import inner_links, pages

from macros.publishing.exports import TEMPLATE


def test_the_site_offers_a_template_that_a_page_leads_to(site: Path) -> None:
    assert load_workbook(site / TEMPLATE).sheetnames[1] == "Lessons"
    assert any(link.endswith(TEMPLATE) for page in pages(site).values() for link in inner_links(page))


def test_the_bundle_holds_it_and_counts_it(bundle_zip: Path) -> None:
    with ZipFile(bundle_zip) as held:
        assert f"handbook/{TEMPLATE}".encode() in held.read("manifest.json")
        assert held.read(f"handbook/{TEMPLATE}").startswith(b"PK")


def test_in_another_language_and_framework_it_has_their_words(welsh: Path) -> None:
    made = load_workbook(welsh / TEMPLATE)
    words = {cell.value for sheet in made for row in sheet.iter_rows() for cell in row if cell.value}
    assert made.sheetnames == ["Sut i lenwi hwn", "Gwersi", "Dewisiadau"]
    assert {"Teitl", "Cyfnod", "Holi", "Pacio", "ENGHRAIFFT"} <= words
    assert {"Title", "Phase", "EXAMPLE"} & words == set()
